"""An error reaches whoever waits for it, from another process too."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context

import pytest

from calculator import InputError, assess
from calculator.errors import MissingDataError
from calculator.reading.form import FormError
from calculator.regions import RegionDataError

INPUT = InputError("last", "empty", "请填写上次认证的日期。")


@pytest.mark.parametrize(
    "error",
    [
        INPUT,
        InputError("last", "no-year", "是2026年吗？", ["2026年3月5日"]),
        FormError((INPUT, InputError("today", "future", "还没有到。"))),
        RegionDataError("a", "b", "c"),
        MissingDataError("x"),
    ],
)
def test_an_error_stays_what_it_is_when_it_is_sent(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), str(again)) == (type(error), str(error))
    assert [str(value) for value in vars(again).values()] == [str(value) for value in vars(error).values()]


def test_the_message_is_the_sentence_alone() -> None:
    assert str(INPUT) == INPUT.message
    assert str(FormError((INPUT, INPUT))) == f"{INPUT.message}\n{INPUT.message}"


def test_a_pool_of_processes_raises_what_the_worker_raised() -> None:
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool,
        pytest.raises(InputError, match="还没有到") as caught,
    ):
        pool.submit(assess, date(2027, 1, 1), date(2026, 11, 1)).result()
    assert (caught.value.field, caught.value.code) == ("last", "future")
