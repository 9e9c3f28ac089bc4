"""Make everything that can be taken away, into ``dist/``: ``python -m scripts.make_downloads``, with the site built.

Sheets are printed from the site; the zip holds the site with the sheets; the site then leads to all of it. So the site
is built once more after each.
"""

from scripts import make_copies, make_site, papers

__all__ = ["main"]


def main() -> None:
    """Print, copy, and let the site lead to what there is."""
    for step in (papers.main, make_site.main, make_copies.main, make_site.main):
        step()


if __name__ == "__main__":
    main()
