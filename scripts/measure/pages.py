"""Time and bytes from navigation to the right answer, of our page and of others that run the same Python."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, sync_playwright

from calculator import assess
from calculator.counting.device_clock import beijing_today
from scripts.measure.browser import Visit, new_visitor, open_browser, open_profile, visit
from scripts.measure.compressing_server import CompressingServer
from scripts.measure.progress import say
from scripts.measure.returning import Returning, come_back, come_back_privately
from scripts.measure.variants import Variant, make_variants
from scripts.measure.work import most_work_in_a_task

__all__ = ["PageFigures", "Pages", "kept", "measure_pages", "new_page", "serving"]

_SETTLING_VISITS = 4
"""Chromium keeps compiled scripts from the second visit on, and uses them from the third."""

_CHANGES = 40

_RETURNED_TO = frozenset("ac")
"""The pages whose second, third and fifth visits are compared."""


@dataclass(frozen=True, slots=True)
class PageFigures:
    """What was measured of one variant. ``sent`` are the bytes up to the answer of each first visit."""

    variant: Variant
    first: list[Visit] = field(default_factory=list)
    later: list[Visit] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    returning: Returning = field(default_factory=Returning)


@dataclass(frozen=True, slots=True)
class Pages:
    """Everything that one run measured. ``recomputed`` are milliseconds from a change of the date to its answer; and
    ``work`` those for which the main thread computed in one task, the most of each of some further first visits.
    """

    figures: Mapping[str, PageFigures]
    recomputed: list[float]
    work: list[float]
    browser: str


def measure_pages(runs: int) -> Pages:
    """Visit every variant in turn, ``runs`` times for the first time and ``runs`` times again."""
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        folder = Path(scratch)
        say("writing the pages to compare with …")
        variants = make_variants(folder)
        say("compressing what is sent, which takes minutes the first time …")
        servers = [stack.enter_context(serving(one.folder, one.for_ever)) for one in variants]
        playwright = stack.enter_context(sync_playwright())
        profiles = []
        for one, server in zip(variants, servers, strict=True):
            profiles.append(stack.enter_context(open_profile(playwright, folder / f"profile-{one.letter}")))
            say(f"({one.letter}) {one.name}: visiting until nothing more is put aside …")
            _settle(profiles[-1], server.address + one.path)
        browser = stack.enter_context(open_browser(playwright))
        figures = {one.letter: PageFigures(one) for one in variants}
        lanes = list(zip(figures.values(), servers, profiles, strict=True))
        with new_visitor(browser) as nobody:  # the browser itself has started
            visit(nobody.new_page(), servers[-1].address)
        for run in range(runs):
            # Another one goes first each time, so that none always profits from what the machine has just done.
            for of_one, server, profile in lanes[run % len(lanes) :] + lanes[: run % len(lanes)]:
                address = server.address + of_one.variant.path
                server.sent.clear()
                with new_visitor(browser) as somebody:
                    first = visit(somebody.new_page(), address)
                of_one.first.append(first)
                of_one.sent.append(sum(sent.count for sent in list(server.sent) if sent.when <= first.when))
                with new_page(profile) as page:
                    of_one.later.append(visit(page, address))
                say(
                    f"run {run + 1} of {runs}: ({of_one.variant.letter}) first {first.milliseconds:.0f} ms, "
                    f"later {of_one.later[-1].milliseconds:.0f} ms, {of_one.sent[-1] / 1e6:.2f} MB"
                )
        for run in range(runs):
            for of_one, server, _ in lanes:
                if of_one.variant.letter in _RETURNED_TO:
                    say(f"run {run + 1} of {runs}: ({of_one.variant.letter}) coming back …")
                    address = server.address + of_one.variant.path
                    again = come_back(playwright, folder / f"returning-{of_one.variant.letter}-{run}", address)
                    for number, returned in again.items():
                        of_one.returning.visits[number].append(returned)
                    of_one.returning.private.append(come_back_privately(browser, address))
        say("changing the date …")
        ours = next(lane for lane in lanes if lane[0].variant.letter == "c")
        address = ours[1].address + ours[0].variant.path
        recomputed = _recompute(ours[2], address)
        say("looking at the tasks of the main thread …")
        work = []
        for _ in range(runs):
            with new_visitor(browser) as somebody:
                work.append(most_work_in_a_task(browser, somebody.new_page(), address))
        return Pages(figures, recomputed, work, f"Chromium {browser.version}")


@contextmanager
def serving(folder: Path, for_ever: str = "") -> Iterator[CompressingServer]:
    """A server for a folder, with everything compressed, while the context lasts."""
    with CompressingServer(folder, for_ever) as server:
        server.warm()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@contextmanager
def new_page(context: BrowserContext) -> Iterator[Page]:
    """A page that is closed afterwards."""
    page = context.new_page()
    yield page
    page.close()


def _settle(profile: BrowserContext, address: str) -> None:
    """Come again until the browser and the page itself keep all that they will ever keep."""
    before: object = None
    for number in range(20):
        with new_page(profile) as page:
            visit(page, address)
            now = kept(page)
        if number + 1 >= _SETTLING_VISITS and now == before:
            return
        before = now
    raise SystemExit(f"{address} keeps something else after every visit")


def kept(page: Page) -> object:
    """What the page has put aside, once that is all: the service worker has said so, and twice the same is there."""
    if page.query_selector(".offline-mark"):
        page.wait_for_selector('.offline-mark[data-kept="all"]', state="attached")
    before: object = None
    while True:
        now = page.evaluate(_CACHES)
        if now == before:
            return now
        before = now
        page.wait_for_timeout(1000)


_CACHES = """async () => {
  const names = (await caches.keys()).sort();
  const contents = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url).sort());
  return [names, await Promise.all(contents)];
}"""

_CHANGE = """async ([last, deadline]) => {
  const selector = `time[data-result="deadline"][datetime="${deadline}"]`;
  const field = document.querySelector("#last");
  const answered = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      resolve(performance.now());
    });
    observer.observe(document, { childList: true, subtree: true, attributeFilter: ["datetime"] });
  });
  field.value = last;
  const asked = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const took = (await answered) - asked;
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return took;
}"""


def _recompute(profile: BrowserContext, address: str) -> list[float]:
    """Milliseconds from a change of the date to its answer in the page; each answer is the right one."""
    with new_page(profile) as page:
        visit(page, address)
        kept(page)
        return [page.evaluate(_CHANGE, change) for change in _changes()]


def _changes() -> Iterable[tuple[str, str]]:
    """Days to type and the deadlines that must come, no two in a row the same."""
    today = beijing_today()
    for number in range(_CHANGES):
        last = today.replace(year=today.year - 1 - number % 2, month=number % 12 + 1, day=number % 28 + 1)
        yield last.isoformat(), assess(last, today=today).deadline.isoformat()
