"""The page 打印与下载: what there can be to take away.

Most of it is made from pages that are built, so how large it is, and whether it is there at all, is not known yet when
this page is written: ``scripts/site/downloads.py`` fills that in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from scripts.pages.handouts import DATE_TABLE, Handout, handouts

__all__ = ["ALL", "BIG", "EXTENT", "PAGE", "Download", "downloads", "downloads_page"]

PAGE = "downloads/index"
"""Where it lies, without the ending that it has as Markdown or as HTML."""

EXTENT = "（）"
"""Stands behind each link, for how large the file is."""

ALL = "all"
"""The id of the heading over what can be taken away as a whole."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file in ``dist/``: its name there, the name under which it is saved, and what it is good for."""

    file: str
    title: str
    saved_as: str
    text: str

    @property
    def id(self) -> str:
        """Of its heading on the page."""
        return Path(self.file).stem


BIG = (
    Download(
        "handbook.pdf",
        "整本手册",
        "养老认证指南.pdf",
        "全部内容合成一本，有目录、页码和出处。可以打印，也可以在电脑、手机上看。",
    ),
    Download(
        "offline.zip",
        "不上网也能看的整站",
        "养老认证指南-离线.zip",
        "用U盘拷走，解开压缩包，双击“index.html”就能看、能搜、能算。",
    ),
    Download(
        "calculator.html",
        "单个文件的计算器",
        "养老认证计算器.html",
        "只有一个文件，双击打开就能算，可以用U盘、邮件、聊天软件传给别人。",
    ),
)
"""What holds more than one sheet."""


def downloads() -> Iterator[Download]:
    """Every file that can lie in ``dist/``, in the order of the page, whether or not it does."""
    for handout in (*handouts(), DATE_TABLE):
        yield _pdf_of(handout)
    yield from BIG


def downloads_page(today: date) -> str:
    """The page in Markdown. A handout can be printed from its own page even where there is no PDF of it."""
    sheets = "\n\n".join(_sheet(handout) for handout in (*handouts(), DATE_TABLE))
    big = "\n\n".join(_entry(one) for one in BIG)
    return f"""---
title: 打印与下载
description: 可以打印的一页通、防骗海报、日期对照表，整本手册，还有不上网也能用的文件。都免费，可以复印，可以转送。
checked: {today.isoformat()}
---

# 打印与下载

贴在墙上的，拿在手里的，不上网也能看的，都在这里。都不收钱，可以复印，可以转送。

## 一页通，每张一页A4纸 {{#sheets}}

字大，黑白打印也清楚。留了空，请社区写上自己的电话。规定会变，过了一年请重新印。

{sheets}

## 整个带走 {{#{ALL}}}

{big}

## 打印别的页 {{#print}}

本站每一页都可以直接打印：在浏览器的菜单里点“打印”，纸选A4。菜单和按钮不会印出来，折起来的内容会打开。

在微信里下载不了的，点右上角的“…”，选“在浏览器打开”，再下载。
"""


def _pdf_of(handout: Handout) -> Download:
    return Download(f"handouts/{handout.name}.pdf", handout.title, f"{handout.title}.pdf", handout.description)


def _sheet(handout: Handout) -> str:
    pdf = _pdf_of(handout)
    page = f"../{handout.source.rstrip('/')}" + ("/index.md" if handout is DATE_TABLE else ".md")
    links = f"<span>{_link(pdf)}{EXTENT}　</span>[看网页、直接打印]({page})"
    return f"### {handout.title} {{#{pdf.id}}}\n\n{handout.description}\n\n{links}"


def _entry(one: Download) -> str:
    return f"### {one.title} {{#{one.id}}}\n\n{one.text}\n\n{_link(one)}{EXTENT}"


def _link(one: Download) -> str:
    """As HTML: MkDocs would look for what a link in Markdown leads to."""
    kind = Path(one.file).suffix.strip(".").upper()
    return f'<a download="{escape(one.saved_as)}" href="{one.file}">下载{kind}</a>'
