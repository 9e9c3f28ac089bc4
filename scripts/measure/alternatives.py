"""What somebody would write in place of the command ``roster``: ``python -m scripts.measure.alternatives pandas|csv IN OUT DAY``.

Both answer with ``assess`` alone, for the default rule and without a place: less than the command does, which reads days and
places as people write them and says why.
"""

import csv
import sys
from datetime import date
from pathlib import Path

from calculator import assess
from calculator.wording.roster import RESULT_HEADINGS

__all__ = ["PROGRAMS", "RESULTS", "by_csv", "by_pandas"]

_LAST = "上次认证日期"
RESULTS = RESULT_HEADINGS[:-1]
"""The columns that both write: what the command writes, but for the reason."""


def by_pandas(source: Path, out: Path, today: date) -> None:
    """Read the whole table, answer each distinct day once, map, write."""
    import pandas

    table = pandas.read_csv(source, dtype=str)
    answers = {day: _answer(day, today) for day in table[_LAST].unique()}
    for place, heading in enumerate(RESULTS):
        table[heading] = table[_LAST].map({day: found[place] for day, found in answers.items()})
    table.to_csv(out, index=False)


def by_csv(source: Path, out: Path, today: date) -> None:
    """Row by row, every row anew."""
    with source.open(encoding="utf-8", newline="") as rows, out.open("w", encoding="utf-8", newline="") as answers:
        table = csv.DictReader(rows)
        written = csv.writer(answers)
        written.writerow([*(table.fieldnames or ()), *RESULTS])
        for row in table:
            written.writerow([*row.values(), *_answer(row[_LAST], today)])


PROGRAMS = {"pandas": by_pandas, "csv": by_csv}


def _answer(last: str, today: date) -> tuple[str, ...]:
    found = assess(date.fromisoformat(last), today)
    days = found.deadline, found.may_stop_from, found.safe_date
    return *(day.isoformat() for day in days), found.status.value


def main() -> None:
    """Run one."""
    name, source, out, today = sys.argv[1:]
    PROGRAMS[name](Path(source), Path(out), date.fromisoformat(today))


if __name__ == "__main__":
    main()
