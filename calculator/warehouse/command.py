"""``python -m calculator batch``, ``data`` and ``sql``: for tables that are too large to look at."""

import argparse
import sys
from datetime import date
from pathlib import Path

from calculator import wording
from calculator.counting.device_clock import beijing_today
from calculator.reading.days import parse_day
from calculator.warehouse.sql import Engine, answer_query, load_statements

__all__ = ["run_batch", "run_data", "run_sql"]


def run_batch(options: argparse.Namespace) -> None:
    """Answer every row of ``options.file`` and write it to ``options.out``; say how many there were.

    :raises InputError: for a file, a column or a day that cannot be used.
    """
    from calculator.warehouse.batch import batch, beside

    out = Path(options.out)
    columns = (options.last, options.place, options.scheme)
    try:
        found = batch(Path(options.file), out, _today(options), columns=columns, memory=options.memory)
    except KeyboardInterrupt:
        print(wording.roster.STOPPED, file=sys.stderr)
        raise SystemExit(130) from None
    print(wording.warehouse.counted(found.rows, found.unread, str(beside(out))), file=sys.stderr)


def run_data(options: argparse.Namespace) -> None:
    """Write the data package into the folder ``options.out``.

    :raises InputError: for a day that cannot be used.
    """
    from calculator.warehouse.data_package import write_data_package

    write_data_package(Path(options.out), _today(options))
    print(wording.warehouse.package_written(options.out), file=sys.stderr)


def run_sql(options: argparse.Namespace) -> None:
    """Print the statements that load the data package into ``options.engine``, and the query that joins with it.

    :raises InputError: for a day that cannot be used.
    """
    engine = Engine(options.engine)
    for statement in (*load_statements(engine, "."), answer_query(engine, _today(options))):
        print(f"{statement};\n")


def _today(options: argparse.Namespace) -> date:
    return parse_day(options.today, field="today").day if options.today else beijing_today()
