"""What an element that asks Python shows while Python is on its way, and when it does not come."""

from collections.abc import Mapping, Sequence

from calculator import wording

__all__ = ["calculator_status_html", "python_status_html"]


def python_status_html(
    *,
    coming: str,
    progress: str,
    without_scripts: str,
    way_out: str,
    failures: Mapping[str, str],
    answered: str = "",
) -> str:
    """The progress and the failures, for ``web/elements/parts/python-element.js``.

    :param coming: what is on its way, and what the visitor can do until then, a sentence, or several as markup of which
        styles show one.
    :param progress: what the bar shows.
    :param without_scripts: what a browser shows that runs none.
    :param way_out: the link to what answers without Python.
    :param failures: a sentence for each code of ``calculator.wording.page.FAILURES``.
    :param answered: what stands in place of those, as markup, where an answer is there already; none where that cannot be.
    """
    sentences = "\n".join(f'<p data-failure="{code}" hidden>{text}</p>' for code, text in failures.items())
    return f"""<div class="loading">
<p><span>{coming}</span><span class="loading-bytes"></span></p>
<progress aria-label="{progress}"></progress>
<noscript><p>{without_scripts}</p></noscript>
</div>
<div class="failure" role="alert" hidden>
{sentences}{answered}
<p class="failure-ways"><button type="button">再试一次</button> {way_out}</p>
</div>"""


def calculator_status_html(meanwhile: str, table: str = "../date-table/", instant: Sequence[str] = ()) -> str:
    """The same for an element that computes dates.

    :param meanwhile: what the visitor can do until then, half a sentence.
    :param table: where the date table lies, seen from the page; it answers without Python.
    :param instant: what can be answered before Python, by the names of ``calculator.wording.page.COMING_ANSWERED``.
    """
    link = f'<a href="{table}">查日期对照表</a>'
    return python_status_html(
        coming=_coming(f"计算程序正在下载，您{meanwhile}。", instant),
        progress="计算程序下载进度",
        without_scripts=f"这个浏览器不让网页里的程序运行，算不了。请直接{link}：一年一次的，照“最稳妥”那一栏办；半年、每季、每月一次的地方，先打12333问。",
        way_out=link,
        failures=wording.page.FAILURES,
        answered="".join(
            f'\n<p class="failure-answered"{shown}>{wording.page.ANSWERED_ALONE[way]}</p>'
            for way, shown in _ways(instant)
        ),
    )


def _coming(asked: str, instant: Sequence[str]) -> str:
    if not instant:
        return asked
    words = wording.page
    parts = [
        ("asked", "", asked),
        ("folded", "", words.COMING_FOLDED),
        *(("answered", shown, words.COMING_ANSWERED[way]) for way, shown in _ways(instant)),
        ("over", "", words.COMING_TABLE_OVER),
    ]
    return "".join(f'<span class="while-{case}"{shown}>{sentence}</span>' for case, shown, sentence in parts)


def _ways(names: Sequence[str]) -> list[tuple[str, str]]:
    """Each way, and with which attributes what is said of it stands there, the first in sight; one alone needs none."""
    if len(names) == 1:
        return [(names[0], "")]
    return [(name, f' data-way="{name}"{" hidden" if index else ""}') for index, name in enumerate(names)]
