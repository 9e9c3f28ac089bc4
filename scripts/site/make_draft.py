"""Make the draft of the site out of what MkDocs has built: ``python -m scripts.site.make_draft``.

The draft is the whole site but for what is made from it: the papers, the copies, and whatever names them. Papers are
printed from it, and copies are made of it.
"""

import json
import shutil

from runtime.build.assemble import publish_runtime
from runtime.build.distribution import publish_distribution, write_ordinary_worker
from scripts.settings.paths import DRAFT, HTML
from scripts.site.built_page import Site, read_pages
from scripts.site.fingerprint_assets import fingerprint_assets
from scripts.site.search_index import drop_other_languages, finished_index, read_index, write_index
from scripts.site.search_worker import mend_search
from scripts.site.steps import FROM_MKDOCS, take
from scripts.site.stylesheets import OURS, THEME, join_stylesheets, shared_styles

__all__ = ["draft_site", "main"]

_FACTS = DRAFT.with_suffix(".json")


def main() -> None:
    """Write it, and beside it what later steps must know of it."""
    shutil.rmtree(DRAFT, ignore_errors=True)
    shutil.copytree(HTML, DRAFT)
    publish_runtime(DRAFT / "assets" / "runtime")
    publish_distribution(DRAFT / "pyodide")
    write_ordinary_worker(DRAFT / "pyodide")
    write_index(DRAFT, finished_index(read_index(DRAFT)))
    drop_other_languages(DRAFT / "assets" / "javascripts")
    pages = list(read_pages(DRAFT))
    styles = shared_styles(pages)
    join_stylesheets(DRAFT, styles)
    names = {**fingerprint_assets(DRAFT, pages, (THEME, OURS)), **mend_search(DRAFT)}
    take(FROM_MKDOCS, pages, Site(styles, names))
    for page in pages:
        page.write(DRAFT)
    _FACTS.write_text(json.dumps({"styles": styles, "names": names}, indent=1) + "\n", encoding="utf-8")


def draft_site() -> Site:
    """What pages have to know of the draft that has been made."""
    facts = json.loads(_FACTS.read_text(encoding="utf-8"))
    return Site(tuple(facts["styles"]), facts["names"])


if __name__ == "__main__":
    main()
