"""Make the copies that need no network: ``python -m scripts.copies.make_copies``, from the draft and what is printed."""

import sys

from scripts.copies.offline_zip import write_offline_zip
from scripts.copies.single_file import write_single_file
from scripts.settings.build_day import build_day
from scripts.settings.paths import DIST, DRAFT, LICENCES, ROOT
from scripts.site.downloads import there_is

__all__ = ["main"]


def main() -> None:
    """Write the single file and the zip to ``dist/``. The zip takes along what is printed."""
    single, whole = DIST / "calculator.html", DIST / "offline.zip"
    print("the calculator in one file …", flush=True)
    write_single_file(DRAFT, single, build_day())
    print("the guide in a zip …", flush=True)
    printed = {name: extent for name, extent in there_is(DIST).items() if name.endswith(".pdf")}
    write_offline_zip(DRAFT, printed, LICENCES, whole, _tell)
    for copy in (single, whole):
        print(f"built {copy.relative_to(ROOT)} ({copy.stat().st_size / 1e6:.1f} MB)", flush=True)


def _tell(done: int, total: int) -> None:
    if sys.stdout.isatty():
        print(f"\r{done} of {total} files", end="\n" if done == total else "", flush=True)


if __name__ == "__main__":
    main()
