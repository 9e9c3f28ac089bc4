"""Make everything that can be taken away, into ``dist/``: ``python -m scripts.copies.make_downloads``, with the site built.

Sheets are printed from the site; the zip holds the site with the sheets; the site then leads to all of it. So the site
is built once more after each, and each time gets the licences of what it brings along. The bill of materials is of the
site in its last state.
"""

import shutil

from scripts.copies import make_copies
from scripts.print import print_all
from scripts.settings.paths import DIST
from scripts.site import make_site
from scripts.supply import bill_of_materials, licences

__all__ = ["main"]


def main() -> None:
    """Print, copy, and let the site lead to what there is. What an earlier run has left would end up in the zip."""
    shutil.rmtree(DIST, ignore_errors=True)
    for step in (print_all, make_site, licences, make_copies, make_site, licences, bill_of_materials):
        step.main()


if __name__ == "__main__":
    main()
