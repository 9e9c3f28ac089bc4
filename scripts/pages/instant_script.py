"""Make the table of the answer before Python, and the script that carries it: ``python -m scripts.pages.instant_script``.

Half a million assessments take a while, so the table is a stage of its own and is kept for whoever puts pages together.
"""

import json
from datetime import date

from scripts.assets.bundles import ELEMENTS, bundle
from scripts.settings.build_day import build_day
from scripts.settings.paths import BUILD, WEB
from web.elements.instant.table import table_text

__all__ = ["SCRIPT", "instant_script", "main"]

SCRIPT = "elements/deadline/instant-answer.js"
"""By its path below ``web/`` and, in the site, below ``assets/``."""

_TABLE = BUILD / "instant-table.json"
_ROOT = "../"
"""From the calculator's page to the root of the site."""


def instant_script(today: date) -> str:
    """The table of pages that are made today, and what looks it up, as one script that waits for no other."""
    return f"var instantTable={_table(today)};\n{bundle(WEB / SCRIPT, browsers=ELEMENTS)}"


def _table(today: date) -> str:
    """The table that is kept, if it is of this day."""
    if _TABLE.is_file():
        kept = _TABLE.read_text(encoding="utf-8")
        if json.loads(kept)["made"] == today.isoformat():
            return kept
    return _made(today)


def _made(today: date) -> str:
    text = table_text(today, _ROOT)
    _TABLE.parent.mkdir(parents=True, exist_ok=True)
    _TABLE.write_text(text, encoding="utf-8")
    return text


def main() -> None:
    """Make the table anew."""
    _made(build_day())


if __name__ == "__main__":
    main()
