"""The tables, in Markdown: what was measured, and beside it what was aimed at."""

import os
import platform
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from scripts.measure.browser import Visit
from scripts.measure.building import Build
from scripts.measure.engine import Roster
from scripts.measure.levels import Level, Stage
from scripts.measure.network import LINES, Line, LineFigures
from scripts.measure.pages import PageFigures, Pages
from scripts.measure.reading import USUAL_SLOWDOWN, Judgement, Reading, Readings
from scripts.measure.returning import VISITS

__all__ = [
    "build_table",
    "comparison_table",
    "engine_table",
    "level_tables",
    "line_table",
    "machine",
    "page_tables",
    "reading_table",
    "table",
]


def machine() -> str:
    """One line about this computer."""
    info = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.+)", info.read_text()) if info.is_file() else None
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; load at the end {os.getloadavg()[0]:.1f}; {date.today()}"  # noqa: DTZ011
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; all columns but the first are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def level_tables(stages: Sequence[Stage], levels: Sequence[Level]) -> str:
    """What the stages of the runtime gain in bytes, and how soon each of the three Pythons answers."""
    travelling = table(
        ("stage", "it is given", "it leaves for before the answer", "gained"),
        [(one.name, *map(_kilobytes, (one.before, one.after, one.before - one.after))) for one in stages],
    )
    answering = table(
        ("Python", "first visit", "sent before the answer"),
        [
            (
                one.name,
                f"{median(one.milliseconds) / 1000:.2f} s ({_range(one.milliseconds)})",
                f"{median(one.sent) / 1e6:.2f} MB",
            )
            for one in levels
        ],
    )
    note = (
        "Bytes in Brotli, as they travel; 1,000 kB take 5 s on a line of 1.6 Mbit/s. Times: medians of "
        f"{len(levels[0].milliseconds)} runs that take turns, over a local server, with the fastest and the slowest."
    )
    return "\n\n".join((travelling, answering, note))


def _kilobytes(count: int) -> str:
    return f"{count / 1000:,.0f} kB"


def _range(milliseconds: Sequence[float]) -> str:
    return f"{min(milliseconds) / 1000:.2f}–{max(milliseconds) / 1000:.2f}"


def page_tables(pages: Pages) -> str:
    """What each page needed, how ours compares, and what was aimed at."""
    figures = pages.figures
    runs = len(figures["c"].first)
    head = ("page", "first visit", "later visits", "sent before the answer", "long tasks, first", "long tasks, later")
    measured = table(head, [_row(one) for one in figures.values()])
    ratios = table(
        ("comparison", "first visit", "aim", "later visits", "aim"),
        [
            ("Pyodide as documented ÷ ours (a/c)", *_ratios(figures, "a", "c", "≥ 3.5", "≥ 6")),
            ("PyScript ÷ ours (b/c)", *_ratios(figures, "b", "c", "", "")),
            ("ours ÷ the floor (c/d)", *_ratios(figures, "c", "d", "", "")),
        ],
    )
    share = median(figures["c"].sent) / median(figures["a"].sent)
    changes = pages.recomputed
    others = table(
        ("our page", "result", "aim"),
        [
            ("bytes of the documented page (c/a)", f"{share:.0%}", "≤ 57 %"),
            (f"from a change to its answer, median of {len(changes)}", f"{median(changes):.1f} ms", "≤ 16 ms"),
            ("the slowest of these", f"{max(changes):.1f} ms", ""),
            ("longest task on the main thread, any visit", f"{_longest(figures['c']):.0f} ms", "≤ 50 ms"),
            ("the most that one task of a first visit computes", f"{max(pages.work):.0f} ms", ""),
        ],
    )
    note = (
        f"Medians of {runs} runs that take turns, with the fastest and the slowest in brackets; from navigation to the "
        "right answer in the page, over a local server with production's compression and caching. Later visits are "
        "those after at least four others, when nothing more is put aside. Long tasks kept "
        "the main thread busy for more than 50 ms: so many in a visit, and the longest of all. A task lasts longer "
        "than it computes while other threads, which start Python, and other programs have the processor; what it "
        f"computes is the most of {len(pages.work)} first visits that were traced. {pages.browser}."
    )
    return "\n\n".join((measured, ratios, _returning_table(figures["a"], figures["c"]), others, note))


def _returning_table(stock: PageFigures, ours: PageFigures) -> str:
    """The visits after the first of a browser that was new."""
    rows = [
        (f"visit {number}", stock.returning.visits[number], ours.returning.visits[number], "≥ 6" if number == 2 else "")
        for number in VISITS
    ]
    rows.append(("private window, visit 2", stock.returning.private, ours.returning.private, ""))
    return table(
        ("a fresh profile, 8 s at the first answer", "(a)", "(c)", "a/c", "aim"),
        [
            (name, *(_times([one.milliseconds for one in each]) for each in (theirs, own)), _over(theirs, own), aim)
            for name, theirs, own, aim in rows
        ],
    )


def _over(one: list[Visit], other: list[Visit]) -> str:
    return f"{_middle(one) / _middle(other):.1f}"


def _row(one: PageFigures) -> tuple[str, ...]:
    first, later = ([visit.milliseconds for visit in visits] for visits in (one.first, one.later))
    return (
        f"({one.variant.letter}) {one.variant.name}",
        _times(first),
        _times(later),
        f"{median(one.sent) / 1e6:.2f} MB",
        _tasks([visit.long_tasks for visit in one.first]),
        _tasks([visit.long_tasks for visit in one.later]),
    )


def _times(milliseconds: list[float]) -> str:
    middle, least, most = (f"{one / 1000:.2f}" for one in (median(milliseconds), min(milliseconds), max(milliseconds)))
    return f"{middle} s ({least}–{most})"


def _tasks(visits: list[tuple[float, ...]]) -> str:
    longest = max((task for tasks in visits for task in tasks), default=0)
    return f"{median(map(len, visits)):g}, {longest:.0f} ms" if longest else "none"


def _longest(one: PageFigures) -> float:
    return max((task for visit in (*one.first, *one.later) for task in visit.long_tasks), default=0)


def _ratios(figures: Mapping[str, PageFigures], over: str, under: str, first: str, later: str) -> tuple[str, ...]:
    one, other = figures[over], figures[under]
    return (
        f"{_middle(one.first) / _middle(other.first):.1f}",
        first,
        f"{_middle(one.later) / _middle(other.later):.1f}",
        later,
    )


def _middle(visits: list[Visit]) -> float:
    return median(visit.milliseconds for visit in visits)


def reading_table(readings: Readings) -> str:
    """What Lighthouse says of the pages that people read, and what was aimed at."""
    fits = readings.slowdown == USUAL_SLOWDOWN
    speeds = [("performance", "≥ 98")] if fits else [("performance", "≥ 98"), ("as it comes", "")]
    head, aims = zip(
        ("reading page, on a phone", "aim"),
        *speeds,
        ("the other three", "100"),
        ("first text", ""),
        ("blocked", ""),
        ("moved", "0"),
        ("sent", "≤ 160 kB"),
        strict=True,
    )
    calibrated = (
        f"and so it is here: {readings.index:.0f}."
        if fits
        else f"but {readings.index:.0f} here, for which its documentation says {readings.slowdown} times. The figures "
        "are with that, but for performance as it comes."
    )
    note = (
        f"Lighthouse's scores out of 100: medians of {len(readings.pages[0].calibrated)} runs; accessibility, best "
        f"practices and SEO: the lowest of all. Lighthouse takes a phone to be {USUAL_SLOWDOWN} times slower "
        f"than a fast desktop, whose index is 1500 or more, {calibrated}"
    )
    return f"{table(head, [*(_reading(page, len(speeds)) for page in readings.pages), aims])}\n\n{note}"


def _reading(page: Reading, speeds: int) -> tuple[str, ...]:
    def middle(figure: Callable[[Judgement], float], runs: Iterable[Judgement] = page.calibrated) -> float:
        return median(map(figure, runs))

    def metric(name: str) -> float:
        return middle(lambda run: run.metrics[name])

    performance = [
        f"{middle(lambda run: run.scores['performance'], runs):.0f}" for runs in (page.calibrated, page.as_it_comes)
    ]
    others = min(
        score
        for run in (*page.as_it_comes, *page.calibrated)
        for name, score in run.scores.items()
        if name != "performance"
    )
    return (
        page.title,
        *performance[:speeds],
        str(others),
        f"{metric('first-contentful-paint') / 1000:.1f} s",
        f"{metric('total-blocking-time'):.0f} ms",
        f"{metric('cumulative-layout-shift'):.3g}",
        f"{metric('total-byte-weight') / 1000:.0f} kB",
    )


def engine_table(per_minute: float, rosters: list[Roster]) -> str:
    """The package by itself."""
    rate = table(("engine, one core", "result", "aim"), [("assessments per minute", f"{per_minute:,.0f}", "1,000,000")])
    rows = table(
        ("roster, CSV to CSV", "for each row", "in all", "memory at most"),
        [
            (
                f"{one.rows:,} rows",
                f"{one.seconds / one.rows * 1e6:.0f} µs",
                f"{one.seconds:.1f} s",
                f"{one.memory / 1e6:.0f} MB",
            )
            for one in rosters
        ],
    )
    return f"{rate}\n\n{rows}"


def comparison_table(rosters: list[Roster]) -> str:
    """One roster by several programs, the command first."""
    ours = rosters[0]
    return table(
        (f"{ours.rows:,} rows, CSV to CSV", "processor time", "of the command's", "memory at most"),
        [
            (one.by, f"{one.seconds:.1f} s", f"{one.seconds / ours.seconds:.2f}", f"{one.memory / 1e6:.0f} MB")
            for one in rosters
        ],
    )


def line_table(figures: Mapping[Line, LineFigures]) -> str:
    """Slow lines: when the answer of a link stands in the first screen."""
    runs = len(next(iter(figures.values())).instant)
    rows = (
        (
            line.name,
            _times(found.instant),
            LINES[line],
            _times(found.whole),
            _times(found.stock),
            f"{median(found.stock) / median(found.instant):.1f}",
            "≥ 6",
        )
        for line, found in figures.items()
    )
    head = ("a link, first visit", "our answer", "aim", "ours, whole", "stock Pyodide", "stock ÷ ours", "aim")
    note = (
        f"Medians of {runs} runs that take turns, with the fastest and the slowest in brackets; from navigation to the "
        "answer, drawn in the first screen of a phone: ours is the looked-up one. Slower is the main thread alone, on "
        "which the stock page runs its Python; ours runs in a worker, so a real phone takes longer to the whole answer."
    )
    return f"{table(head, rows)}\n\n{note}"


def build_table(builds: list[Build]) -> str:
    """The build of the site with more and more pages."""
    return table(
        ("build of the site", "for each page", "in all", "HTML of a page"),
        [
            (
                f"{one.pages} pages",
                f"{one.seconds / one.pages * 1e3:.0f} ms",
                f"{one.seconds:.1f} s",
                f"{one.html / one.pages / 1e3:.0f} kB",
            )
            for one in builds
        ],
    )
