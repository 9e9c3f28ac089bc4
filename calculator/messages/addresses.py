"""Addresses of the web in a message, and what their ending tells.

Government sites end in ``.gov.cn`` (facts F095, S029), so that alone is an official address. Another ending is not
proof of a scam: hospitals, banks and schools have none of their own (S028, S031).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Address", "addresses"]


@dataclass(frozen=True, slots=True)
class Address:
    """An address in the plain text, from ``start`` to before ``end``; ``sign`` is the id of the sign that it is."""

    start: int
    end: int
    host: str
    sign: str


_FILES = re.compile(
    "apk|docx?|xlsx?|pptx?|pdf|jpe?g|png|gif|txt|zip|rar|mp[34]|avi|mov|csv|exe|js|css|html?|php|json|xml|svg|webp|ics|vcf|log|md"
)
"""Endings of files, not of sites."""
_ENDING = re.compile(r"[a-z]{2,12}|xn--[a-z0-9-]{1,59}")
_COMMON = re.compile("com|cn|net|org|edu")
"""Endings that honest sites of other kinds have."""
_SHORTENERS = re.compile(
    r"t\.cn|(?:w\.)?url\.cn|dwz\.(?:cn|win|mn)|suo\.(?:im|nz|yt)|bit\.ly|tinyurl\.com|u\.nu|goo\.gl|is\.gd|v\.gd|t\.co|985\.so|sourl\.cn"
    r"|mrw\.so|rrd\.me|(?:[cmsw]\.)?tb\.cn|0x9\.me|sina\.lt|t\.im|3\.cn|xsl\.pw|x\.co|ow\.ly|cutt\.ly|rb\.gy|dlvr\.it|t\.ly|u\.to"
    r"|z\.tk|j\.mp|tiny\.cc|shorturl\.at"
)
"""Sites that make an address short, and hide where it leads."""
_LISTED = frozenset(("www.12377.cn", "12377.cn", "www.12321.cn", "12321.cn"))
"""Where scams are reported; official, and yet not under ``.gov.cn`` (S031)."""
_BORROWED = re.compile(
    r"gov|12333|12393|12381|96110|gongan|fanzha|121333|mohrss|nhsa|chinatax|hrss|shebao|shbao|yibao|yanglao|renshe|ylbz|社保|医保|人社|养老|政务|zhengwu|minzheng"
)
"""Names of authorities, which an address that is none of theirs wears."""

_HAN = r"\u3400-\u9fff"
_LABEL = rf"(?:[a-z0-9_][a-z0-9_-]{{0,62}}(?:-{{1,3}}[{_HAN}]{{1,8}})?|[{_HAN}]{{1,8}})"
_ADDRESS = re.compile(
    rf"(?P<scheme>h[tx]{{2}}ps?:/{{1,3}})?"
    rf"(?:(?P<user>[a-z0-9._%-]{{1,60}})@)?"
    rf"(?P<host>(?<=//)(?:[0-9]{{8,10}}|0x[0-9a-f]{{8}})(?![0-9a-z.])|(?<![a-z0-9_.-]){_LABEL}(?:(?:\.|(?<=[a-z0-9])。(?=[a-z0-9])){_LABEL}){{1,8}})"
    rf"(?P<rest>(?::[0-9]{{1,5}})?(?:[/?#][^\s{_HAN},。!;()“”<>【】、]{{0,300}})?)"
)
_NUMBERS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")


def addresses(text: str) -> Iterator[Address]:
    """Every address in a plain text, from left to right."""
    for match in _ADDRESS.finditer(text):
        host = match["host"].replace("。", ".")
        scheme = bool(match["scheme"])
        if not _is_host(host, sure=scheme or match["rest"].startswith(("/", ":"))):
            continue
        if match["user"] and not scheme and not match["rest"]:
            continue  # an address for letters
        sign = _sign(host, user=bool(match["user"]))
        if sign:
            yield Address(match.start(), match.end(), host, sign)


def _is_host(host: str, *, sure: bool) -> bool:
    """Whether words with dots between them are the name of a site; ``sure`` if what stands around them says so."""
    if "." not in host:
        return True  # one number behind a scheme: 2130706433 is 127.0.0.1
    ending = host.rpartition(".")[2]
    if ending.isdigit():
        return bool(_NUMBERS.fullmatch(host)) and all(int(part) < 256 for part in host.split("."))
    if _FILES.fullmatch(ending) or max(map(len, host.split("."))) < 2:
        return False
    return sure or bool(_ENDING.fullmatch(ending))


def _sign(host: str, *, user: bool) -> str:
    labels = host.split(".")
    if user or any(label.startswith("xn--") for label in labels):
        return "hidden-address"
    if host == "gov.cn" or host.endswith(".gov.cn"):
        return "official-address"
    if host in _LISTED:
        return ""
    if labels[-1].isdigit() or len(labels) == 1:
        return "number-address"
    if _BORROWED.search(host):
        return "look-alike-address"
    if _SHORTENERS.fullmatch(host):
        return "short-address"
    return "other-address" if _COMMON.fullmatch(labels[-1]) else "odd-address"
