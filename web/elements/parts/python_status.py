"""What an element that asks Python shows while Python is on its way, and when it does not come."""

from calculator import wording

__all__ = ["python_status_html"]


def python_status_html(meanwhile: str, table: str = "../date-table/") -> str:
    """The progress and the failures, for ``web/elements/parts/python-element.js``.

    :param meanwhile: what the visitor can do until then, half a sentence.
    :param table: where the date table lies, seen from the page; it answers without Python.
    """
    failures = "\n".join(f'<p data-failure="{code}" hidden>{text}</p>' for code, text in wording.page.FAILURES.items())
    return f"""<div class="loading">
<p>计算程序正在下载，您{meanwhile}。<span class="loading-bytes"></span></p>
<progress aria-label="计算程序下载进度"></progress>
<noscript><p>这个浏览器没有打开JavaScript，算不了。请直接<a href="{table}">查日期对照表</a>，答案是一样的。</p></noscript>
</div>
<div class="failure" role="alert" hidden>
{failures}
<p class="failure-ways"><button type="button">再试一次</button> <a href="{table}">查日期对照表</a></p>
</div>"""
