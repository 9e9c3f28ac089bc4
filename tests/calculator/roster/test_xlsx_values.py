"""Numbers of a workbook as its cells show them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import to_excel

from calculator.roster.xlsx_values import Shown, shown_as, value_text


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        *(
            (one, Shown.DAY)
            for one in ("yyyy-mm-dd", "yyyy/m/d h:mm", 'yyyy"年"m"月"d"日"', "[$-804]yyyy年m月d日;@", "mmm-yy")
        ),
        *((one, Shown.DAY) for one in ("e年m月d日", "m/d", "d", "mmm", "[DBNum1][$-804]yyyy年m月", 'gge"年"', "m")),
        *((one, Shown.TIME) for one in ("h:mm", "mm:ss", "hh:mm:ss AM/PM", '上午/下午h"时"mm"分"')),
        *((one, Shown.HOURS) for one in ("[h]:mm:ss", "[mm]:ss", "[s]")),
        *(
            (one, Shown.NUMBER)
            for one in ("General", "0.00", "#,##0", "@", "0.00E+00", "G/通用格式", '"日期"0', "0_);[Red](0)")
        ),
        *((one, Shown.NUMBER) for one in ("[$¥-804]#,##0.00", "Standard", '"y"0', "\\d0", "", "General;General")),
    ],
)
def test_a_format_shows_a_day_a_time_or_a_number(code: str, shown: Shown) -> None:
    assert shown_as(200, code) == (shown, 0)


@pytest.mark.parametrize("id", sorted(set(BUILTIN_FORMATS) - {18, 19, 20, 21, 45, 46, 47}))
def test_formats_that_are_not_written_down_are_those_that_openpyxl_knows(id: int) -> None:
    assert (shown_as(id, None)[0] is Shown.DAY) == is_date_format(BUILTIN_FORMATS[id])


@pytest.mark.parametrize(
    ("text", "shown", "cell"),
    [
        ("45981", Shown.DAY, "2025-11-20"),
        ("45981.5", Shown.DAY, "2025-11-20 12:00:00"),
        ("45981.999999999", Shown.DAY, "2025-11-21"),
        ("45981.999999", Shown.DAY, "2025-11-20 23:59:59"),
        ("59", Shown.DAY, "1900-02-28"),
        ("60", Shown.DAY, "60"),
        ("61", Shown.DAY, "1900-03-01"),
        ("0", Shown.DAY, "0"),
        ("0.5", Shown.DAY, "12:00:00"),
        ("500123199005132245", Shown.DAY, "500123199005132245"),
        ("-1", Shown.DAY, "-1"),
        ("nan", Shown.DAY, "nan"),
        ("x", Shown.DAY, "x"),
        ("0", Shown.TIME, "00:00:00"),
        ("0.3333333333", Shown.TIME, "08:00:00"),
        ("45981.25", Shown.TIME, "2025-11-20 06:00:00"),
        ("1.25", Shown.HOURS, "30:00:00"),
        ("2.50", Shown.NUMBER, "2.5"),
        ("46027.0", Shown.NUMBER, "46027"),
        ("0.30000000000000004", Shown.NUMBER, "0.3"),
        ("5.00123199005132E+17", Shown.NUMBER, "500123199005132000"),
        ("1E-7", Shown.NUMBER, "0.0000001"),
        ("1e+20", Shown.NUMBER, "100000000000000000000"),
        ("1e999999", Shown.NUMBER, "1e999999"),
        ("1e99999999999999999999", Shown.NUMBER, "1e99999999999999999999"),
        ("Infinity", Shown.NUMBER, "Infinity"),
        ("#N/A", Shown.NUMBER, "#N/A"),
    ],
)
def test_a_number_is_shown_as_its_cell_shows_it(text: str, shown: Shown, cell: str) -> None:
    assert value_text(text, shown) == cell


@given(st.dates(date(1900, 3, 1), date(9999, 12, 31)))
def test_every_day_is_the_one_that_openpyxl_wrote(day: date) -> None:
    assert value_text(str(int(to_excel(day))), Shown.DAY) == day.isoformat()


def test_a_workbook_of_an_old_macintosh_counts_from_1904() -> None:
    assert value_text("0", Shown.DAY, system_1904=True) == "1904-01-01"
    assert value_text("44519", Shown.DAY, system_1904=True) == "2025-11-20"
    assert value_text("2958465", Shown.DAY, system_1904=True) == "2958465", "after the year 9999"
