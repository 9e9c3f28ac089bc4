"""Make everything that can be taken away, into ``dist/``: ``python -m scripts.make_downloads``, with the site built.

Sheets are printed from the site; the zip holds the site with the sheets; the site then leads to all of it. So the site
is built once more after each, and each time gets the licences of what it brings along.
"""

import shutil

from scripts import licences, make_copies, make_site, papers
from scripts.paths import DIST

__all__ = ["main"]


def main() -> None:
    """Print, copy, and let the site lead to what there is. What an earlier run has left would end up in the zip."""
    shutil.rmtree(DIST, ignore_errors=True)
    for step in (papers.main, make_site.main, licences.main, make_copies.main, make_site.main, licences.main):
        step()


if __name__ == "__main__":
    main()
