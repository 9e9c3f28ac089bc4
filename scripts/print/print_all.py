"""Print everything that is made for paper into ``dist/``: ``python -m scripts.print.print_all``. The draft has to be made."""

import shutil
from collections.abc import Callable
from functools import partial

from scripts.pages.handouts import DATE_TABLE, Handout, handouts
from scripts.print.handbook import print_handbook
from scripts.print.pdf import Printer, finished_pdf, printer
from scripts.settings.build_day import build_day
from scripts.settings.paths import DIST, DRAFT, ROOT
from scripts.settings.site_url import public_address

__all__ = ["main", "papers"]

Paper = Callable[[Printer], bytes]


def main() -> None:
    """Print each paper and say which."""
    if not public_address():
        print("SITE_URL is not set: the handouts' codes carry their main points instead of an address.", flush=True)
    shutil.rmtree(DIST / "handouts", ignore_errors=True)
    (DIST / "handouts").mkdir(parents=True)
    made = papers()
    with printer(DRAFT) as one:
        for number, (name, paper) in enumerate(made.items(), 1):
            print(f"{number}/{len(made)} {name} …", flush=True)
            (DIST / name).write_bytes(paper(one))
    print(f"printed into {DIST.relative_to(ROOT)}/", flush=True)


def papers() -> dict[str, Paper]:
    """How each file in ``dist/`` is printed, by its name."""
    sheets: dict[str, Paper] = {
        f"handouts/{one.name}.pdf": partial(_print_handout, one) for one in (*handouts(), DATE_TABLE)
    }
    return sheets | {"handbook.pdf": partial(print_handbook, today=build_day())}


def _print_handout(handout: Handout, printer: Printer) -> bytes:
    return finished_pdf(printer.print_page(handout.source), handout.title, handout.description)


if __name__ == "__main__":
    main()
