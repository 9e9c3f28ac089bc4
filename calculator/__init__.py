"""When to certify for a pension (养老待遇资格认证), and what happens when one is late.

>>> from datetime import date
>>> from calculator import assess
>>> assess(last=date(2025, 3, 15), today=date(2026, 3, 1)).deadline
datetime.date(2026, 3, 15)
"""

from calculator.assessment.assess import Assessment, Reading, assess
from calculator.assessment.working import Step
from calculator.counting.rules import RULES, CountingRule
from calculator.counting.status import Standing, Status
from calculator.errors import InputError

__all__ = ["RULES", "Assessment", "CountingRule", "InputError", "Reading", "Standing", "Status", "Step", "assess"]
