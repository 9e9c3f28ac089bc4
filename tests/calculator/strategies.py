"""What Hypothesis draws for more than one module of tests."""

from datetime import timedelta

from hypothesis import strategies as st

from calculator import RULES, Assessment, assess
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.counting.rules import Cycle

__all__ = ["assessments"]


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Assessments of every rule, with today anywhere from the last certification until after the end of grace."""
    last = draw(st.dates(EARLIEST, LATEST))
    today = min(last + timedelta(days=draw(st.integers(0, 800))), LATEST)
    rule = draw(st.sampled_from([one.id for one in RULES.values() if one.cycle is not Cycle.LOCAL]))
    return assess(last, today, rule, draw(st.none() | st.integers(0, 366)))
