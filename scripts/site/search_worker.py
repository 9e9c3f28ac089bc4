"""Mend how the theme searches in Chinese, which none of its settings does; fails where its script is not as it was.

Its worker drops the last character of a query, so that 九江 found whatever has a 九. And it counts characters one by
one: ``web/search/ranking.js`` lets what stands together count once more, and adds to what people say what the pages
call it (``web/search/everyday_words.json``).
"""

from collections.abc import Mapping
from pathlib import Path

from scripts.assets.fingerprints import addressed
from scripts.settings.paths import WEB

__all__ = ["mend_search"]

_WORKERS = "assets/javascripts/workers"
_RANKING = WEB / "search" / "ranking.js"
_EVERYDAY_WORDS = WEB / "search" / "everyday_words.json"

_SOURCE_MAP = "//# sourceMappingURL="

_EDITS = {
    "for(let o=s+1;o<t.length;o++)t.slice(s,o)in e": "for(let o=s+1;o<=t.length;o++)t.slice(s,o)in e",
    "n[a]&&a<t.length-1&&(i[s++]=a)": "n[a]&&a<t.length&&(i[s++]=a)",
    "search(e){if(e=": "search(e){let near=nearness(e=inWordsOfThePages(e,EVERYDAY_WORDS),this);if(e=",
    "c=_({},c),c.tags&&": "let nearBy=near(c);c=_({},c),c.tags&&",
    "score:a*(1+K(g,2))": "score:a*(1+K(g,2))*nearBy",
}
"""What stands in the theme's worker exactly once, and what takes its place: the last character, then the ranking."""


def mend_search(folder: Path) -> Mapping[str, str]:
    """Edit the worker in the folder of the site; gives its new path by the old, both from the root of the site.

    :raises ValueError: if there is not exactly one, or it is not what the edits take it for.
    """
    found = list((folder / _WORKERS).glob("search.*.min.js"))
    if len(found) != 1:
        raise ValueError(f"{_WORKERS} has {len(found)} scripts that search, not one")
    worker = found[0]
    text = worker.read_text(encoding="utf-8")
    for theirs, ours in _EDITS.items():
        if text.count(theirs) != 1:
            raise ValueError(f"{worker.name} has {text.count(theirs)} times {theirs}, not once")
        text = text.replace(theirs, ours)
    text, _, source_map = text.rpartition(_SOURCE_MAP)
    (worker.parent / source_map.strip()).unlink()  # it says where their lines came from, not ours
    old = worker.relative_to(folder).as_posix()
    worker = worker.rename(worker.with_name("search.js"))
    words = _EVERYDAY_WORDS.read_text(encoding="utf-8")
    ranking = _RANKING.read_text(encoding="utf-8")
    worker.write_text(f"{text}\nconst EVERYDAY_WORDS = {words};\n{ranking}", encoding="utf-8")
    return {old: worker.rename(worker.with_name(addressed(worker))).relative_to(folder).as_posix()}
