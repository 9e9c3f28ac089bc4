"""Make the site out of its draft and of what lies in ``dist/`` to take away: ``python -m scripts.site.publish``."""

import shutil
from dataclasses import replace

from scripts.settings.paths import DATA, DIST, DRAFT, LICENCES, ROOT, SITE
from scripts.site.built_page import read_pages
from scripts.site.downloads import copy_downloads, find_downloads, there_is
from scripts.site.make_draft import draft_site
from scripts.site.search_index import read_index, write_index
from scripts.site.service_worker import write_service_worker
from scripts.site.steps import TO_SITE, take

__all__ = ["main"]


def main() -> None:
    """Write it. It names only what is there, and its service worker knows every file."""
    there = there_is(DIST)
    shutil.rmtree(SITE, ignore_errors=True)
    shutil.copytree(DRAFT, SITE)
    shutil.copytree(DATA, SITE / DATA.name)
    shutil.copyfile(LICENCES, SITE / LICENCES.name)
    pages = list(read_pages(SITE))
    take(TO_SITE, pages, replace(draft_site(), downloads=there))
    for page in pages:
        page.write(SITE)
    write_index(SITE, find_downloads(read_index(SITE), there))
    copy_downloads(DIST, SITE, there)
    write_service_worker(SITE)
    print(f"built {SITE.relative_to(ROOT)}/", flush=True)


if __name__ == "__main__":
    main()
