"""When to certify for a pension (养老待遇资格认证), and what happens when one is late.

>>> from datetime import date
>>> from calculator import assess
>>> assess(last=date(2025, 3, 15), today=date(2026, 3, 1)).deadline
datetime.date(2026, 3, 15)
"""

from calculator.assess import Assessment, Reading, assess
from calculator.errors import InputError
from calculator.ladder import Status
from calculator.rules import RULES, CountingRule
from calculator.trace import Step

__all__ = ["RULES", "Assessment", "CountingRule", "InputError", "Reading", "Status", "Step", "assess"]
