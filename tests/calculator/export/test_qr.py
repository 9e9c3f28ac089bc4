"""QR codes: what is in them, and that cameras can tell dark from light."""

import re

import pytest
import segno

from calculator.export.qr import QUIET_ZONE, qr_svg

LINK = "https://example.cn/guide/calculator/#last=2025-03-15&region=jiangsu/suqian/enterprise"


def modules(svg: str) -> list[list[int]]:
    """The dark modules that the picture draws, read back from its path."""
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    grid = [[0] * size for _ in range(size)]
    path = re.search(r'stroke="#000" d="([^"]*)"', svg)[1]
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]*)", path):
        parts = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            for column in range(int(x), int(x + parts[0])):
                grid[int(y)][column] = 1
            x += parts[0]
        else:
            x, y = (parts[0], parts[1]) if command == "M" else (x + parts[0], y + parts[1])
    return grid


@pytest.mark.parametrize("content", [LINK, "养老待遇资格认证，最晚2026年3月15日（星期日）办。"])
def test_the_picture_is_the_code_with_its_quiet_zone(content: str) -> None:
    code = segno.make(content, error="m", micro=False, encoding="utf-8")
    expected = [[int(dark) for dark in row] for row in code.matrix_iter(border=QUIET_ZONE)]
    assert modules(qr_svg(content, "")) == expected
    assert code.error in ("M", "Q", "H")


def test_it_is_dark_on_white_whatever_the_page_s_colours() -> None:
    svg = qr_svg(LINK, "")
    assert 'stroke="#000"' in svg
    assert 'fill="#fff"' in svg
    assert "currentColor" not in svg


def test_it_has_a_name_and_no_markup_in_it() -> None:
    assert 'role="img" aria-label="扫了&lt;b&gt;&quot;"' in qr_svg(LINK, '扫了<b>"')


def test_more_than_a_code_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        qr_svg("字" * 2000, "")
