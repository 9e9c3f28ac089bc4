"""``scripts/bench``: measure, and print the tables in Markdown; what is being done goes to standard error."""

import argparse
import re
from collections.abc import Iterator

from scripts.measure.building import measure_builds
from scripts.measure.costs import cost_tables
from scripts.measure.engine import assessments_per_minute, compare_rosters, measure_rosters
from scripts.measure.levels import measure_levels, measure_stages
from scripts.measure.network import measure_lines
from scripts.measure.pages import measure_pages
from scripts.measure.reading import measure_reading
from scripts.measure.report import (
    build_table,
    comparison_table,
    engine_table,
    level_tables,
    line_table,
    machine,
    page_tables,
    reading_table,
)
from scripts.settings.paths import ROOT

_SHORT = (1_000, 10_000)
_FULL = (1_000, 10_000, 100_000, 1_000_000)


def main() -> None:
    """Without options: the calculator page, the reading pages, and the engine with short rosters."""
    options = _options()
    text = "\n\n".join(_tables(options))
    print(text, flush=True)
    if options.readme:
        readme = ROOT / ("runtime/README.md" if options.runtime else "README.md")
        whole = readme.read_text(encoding="utf-8")
        place = _marked("bench --network" if options.network else "bench")
        readme.write_text(place.sub(lambda match: f"{match[1]}\n{text}\n\n{match[2]}", whole), encoding="utf-8")


def _marked(name: str) -> re.Pattern[str]:
    """Where a README holds the tables of this name; those of the slow lines stand apart, since they take long."""
    return re.compile(rf"(<!-- {name} -->\n).*(<!-- /{name} -->)", re.DOTALL)


def _tables(options: argparse.Namespace) -> Iterator[str]:
    chosen = options.reading or options.engine or options.pages or options.costs or options.runtime or options.network
    if not chosen:
        yield page_tables(measure_pages(options.runs))
    if options.reading or not chosen:
        yield reading_table(measure_reading(options.runs))
    if options.engine or not chosen:
        yield engine_table(assessments_per_minute(options.runs), measure_rosters(_FULL if options.engine else _SHORT))
    if options.engine:
        yield comparison_table(compare_rosters(_FULL[-1]))
    if options.pages:
        yield build_table(measure_builds((1, 2, 4)))
    if options.costs:
        yield cost_tables()
    if options.network:
        yield line_table(measure_lines(options.runs))
    if options.runtime:
        yield level_tables([*measure_stages()], measure_levels(options.runs))
    yield f"Measured on: {machine()}."


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=main.__doc__)
    parser.add_argument("--runs", type=int, default=7, help="how often each page is visited (%(default)s)")
    parser.add_argument(
        "--readme", action="store_true", help="write the tables into README.md too, those of the runtime into its own"
    )
    parser.add_argument("--reading", action="store_true", help="the pages that people read, as Lighthouse judges them")
    parser.add_argument("--engine", action="store_true", help="the engine alone, with rosters of up to a million rows")
    parser.add_argument("--pages", action="store_true", help="the build of the site with more and more pages")
    parser.add_argument("--costs", action="store_true", help="what a visit costs, for deploy/costs.md")
    parser.add_argument("--network", action="store_true", help="slow lines and slow phones, beside the stock page")
    parser.add_argument("--runtime", action="store_true", help="what each stage of the runtime gains, for its README")
    return parser.parse_args()


if __name__ == "__main__":
    main()
