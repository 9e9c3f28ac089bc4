"""The other end of ``preparer.py``: ``python -m scripts.watch.prepare_on_request FOLDER``, a list of pages per line."""

import json
import sys
from pathlib import Path

from scripts.pages.prepare import prepare_named, prepare_pages
from scripts.settings.build_day import build_day


def main(folder: Path) -> None:
    """Answer each line with what is not as it was, until there are no more."""
    for line in sys.stdin:
        pages = json.loads(line)
        changed = prepare_named(folder, pages, build_day()) if pages else prepare_pages(folder, build_day())
        print(json.dumps(changed), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
