"""How far the days beside a deadline can be relied on, in a sentence each."""

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.working import GraceOrigin

__all__ = ["grace_caution", "safe_caution"]


def safe_caution(found: Assessment) -> str:
    """What the safe date protects against."""
    if found.place and found.place.rule:
        return wording.answer.SAFE_CAUTION_REGION
    return wording.answer.SAFE_CAUTION_HALF_YEAR if found.half_yearly else wording.answer.SAFE_CAUTION


def grace_caution(found: Assessment) -> str:
    """How far the end of grace can be relied on."""
    if found.grace_origin is GraceOrigin.REGION and found.place and found.place.rule:
        return found.place.rule.suspension.text
    return (
        wording.answer.GRACE_CAUTION
        if found.grace_origin is GraceOrigin.DEFAULT
        else wording.answer.GRACE_CAUTION_CHOSEN
    )
