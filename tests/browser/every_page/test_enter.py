"""Enter in any field of any page sends nothing of what was typed, whatever has become of the page's scripts."""

import threading
from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error, Locator, Page, Route

from scripts.settings.paths import SITE
from scripts.site.built_page import BuiltPage, read_pages
from tests.browser.every_page.recording_proxy import RecordingProxy
from tests.real_browser import NewContext

TYPED = "王秀英"
FIELDS = "input:not([type=hidden], [type=file]), textarea, select, [type=submit]"
CONTROLS = "form :is(input, select, textarea)"
ONE_OF_EACH_FORM = "form input[type=text], form input:not([type])"
WRITES = "input[type=text], input:not([type]), textarea"
DESKTOP = {"width": 1280, "height": 900}
"""On which the search has its field in sight before any script is there."""

Spoil = Callable[[Route], None]


def blocked(route: Route) -> None:
    route.abort()


def broken(route: Route) -> None:
    route.fulfill(body="throw new Error('broken')", content_type="text/javascript")


def delayed(_route: Route) -> None:
    """It never comes while the page is there."""


def scripts_of(page: BuiltPage) -> list[str]:
    """The paths of the page's scripts, the worker that it starts first and the theme's, which comes later, among them."""
    named = [
        script.attributes[attribute]
        for attribute in ("src", "data-worker", "data-theme")
        for script in page.css(f"script[{attribute}]")
    ]
    return [page.target(name) for name in named if name]


def before_all(page: BuiltPage) -> set[str]:
    """Scripts for which the page waits before it has any field: while one of them is delayed, nothing can be pressed."""
    waited_for = page.css("head script[src]:not([defer]):not([async]):not([type=module])")
    return {page.target(script.attrs.sget("src")) for script in waited_for}


def controls_of(page: BuiltPage, held: Set[str]) -> int:
    """How many controls of forms the page has while these scripts are held back: no browser reads on behind a script."""
    html = page.html
    scripts = page.css("script[src]:not([defer]):not([async]):not([type=module])")
    waited_for = [address for one in scripts if page.target(address := one.attrs.sget("src")) in held]
    end = min((html.index(f'src="{address}"') for address in waited_for), default=len(html))
    return len(BuiltPage(page.path, html[:end]).css(CONTROLS))


def kind_of(page: BuiltPage) -> str:
    """Pages of one kind have the same forms and the same scripts, seen from the root."""
    forms = "".join(form.html or "" for form in page.css("form"))
    return "\n".join([forms.replace(page.root, "/"), *scripts_of(page)])


PAGES = [page for page in read_pages(SITE) if not page.path.startswith("downloads/calculator")]
"""The copy for the disk, which can be taken from there, is no page of the site."""

KINDS = list({kind_of(page): page for page in PAGES}.values())
"""A page of each kind."""


_ON = {
    one: page
    for page in sorted(KINDS, key=lambda page: page.path == "calculator/index.html")
    for one in scripts_of(page)
}
EACH_SCRIPT = [
    pytest.param(page, script, spoil, id=f"{script.split('.')[0]}-{spoil.__name__}")
    for script, page in _ON.items()
    for spoil in (blocked, broken, delayed)
    if spoil is not delayed or controls_of(page, {script})
]
"""Every script with a page that has it, the calculator's where it does. While a page waits for one, it has no field yet."""


class Visitor:
    """Presses Enter wherever it can be pressed; ``led`` are the addresses to which a form led."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self._site = site
        self.led: list[str] = []
        device = page.context.new_cdp_session(page)
        device.send("Page.enable")
        device.on("Page.frameRequestedNavigation", lambda event: self.led.append(event["url"]))

    def presses_enter(self, page: BuiltPage, fields: str = FIELDS, held: Set[str] = frozenset()) -> int:
        """In every field of the page that can be seen; gives how many there were."""
        pressed = at = 0
        count = self._opens(page, fields, held)
        while at < count:
            field = self.page.locator(fields).nth(at)
            at += 1
            if not field.is_visible():
                continue
            pressed += 1
            self._presses_enter(field)
            if self.led:
                self._leaves()
                count = self._opens(page, fields, held)
        return pressed

    def _presses_enter(self, field: Locator) -> None:
        if field.evaluate("(field, writes) => field.matches(writes)", WRITES):
            field.fill(TYPED)
        field.press("Enter", no_wait_after=True)
        for _ in range(3):  # what the press has begun is begun before the browser answers; timers may be forbidden
            with suppress(Error):  # it has gone to another page
                self.page.locator("html").get_attribute("lang", timeout=5_000)

    def _leaves(self) -> None:
        """Wherever it was led, it arrives before it goes on, so that the proxy has seen it."""
        for address in self.led:
            assert not urlsplit(address).query, address
        self.page.wait_for_url(lambda url: url in self.led, wait_until="commit")

    def _opens(self, page: BuiltPage, fields: str, held: Set[str]) -> int:
        self.page.goto("about:blank")
        self.page.goto(self._site + page.path.removesuffix("index.html"), wait_until="commit")
        self.page.locator(CONTROLS).nth(controls_of(page, held) - 1).wait_for(state="attached")
        self.page.locator("details").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
        self.led.clear()
        return self.page.locator(fields).count()


@pytest.fixture
def proxy(site: str) -> Iterator[RecordingProxy]:
    """Has been sent nothing but addresses, when the test is over."""
    with RecordingProxy(urlsplit(site).netloc) as proxy:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        yield proxy
        proxy.shutdown()
    told = [one for one in proxy.sent if one[0] != "GET" or urlsplit(one[1]).query or one[2]]
    assert told == []
    assert proxy.sent


@pytest.fixture
def visit(new_context: NewContext, proxy: RecordingProxy, site: str) -> Callable[..., Visitor]:
    def visit(**options: object) -> Visitor:
        way = {"server": proxy.address, "bypass": "<-loopback>"}
        context = new_context(proxy=way, viewport=DESKTOP, service_workers="block", **options)
        return Visitor(context.new_page(), site)

    return visit


def spoils(page: Page, names: set[str], spoil: Spoil) -> None:
    def meet(route: Route) -> None:
        spoil(route) if urlsplit(route.request.url).path.strip("/") in names else route.continue_()

    page.route("**/*.js", meet)


def test_every_page_has_at_least_the_field_of_its_search() -> None:
    """And is of one of the kinds, so that what is pressed on one of each has been pressed on all."""
    assert [page.path for page in PAGES if not page.css(CONTROLS)] == []


@pytest.mark.parametrize("page", KINDS, ids=lambda page: page.path)
def test_where_scripts_are_forbidden_a_form_leads_to_the_table_and_sends_nothing(
    visit: Callable[..., Visitor], page: BuiltPage
) -> None:
    pressed = visit(java_script_enabled=False).presses_enter(page)
    assert pressed or len(page.css("form")) == 1, "without scripts the search is hidden"


@pytest.mark.parametrize("spoil", [blocked, broken, delayed])
@pytest.mark.parametrize("page", KINDS, ids=lambda page: page.path)
def test_with_all_scripts_spoilt(visit: Callable[..., Visitor], page: BuiltPage, spoil: Spoil) -> None:
    """But for the first, without which the search is hidden, or nothing is there yet."""
    visitor = visit()
    spoilt = set(scripts_of(page)) - before_all(page)
    spoils(visitor.page, spoilt, spoil)
    assert visitor.presses_enter(page, held=spoilt if spoil is delayed else set())


@pytest.mark.parametrize(("page", "script", "spoil"), EACH_SCRIPT)
def test_with_one_script_spoilt(visit: Callable[..., Visitor], page: BuiltPage, script: str, spoil: Spoil) -> None:
    visitor = visit()
    for files in ("**/assets/runtime/*", "**/pyodide/*"):  # Python is no part of it, and takes seconds
        visitor.page.route(files, lambda route: route.abort())
    spoils(visitor.page, {script}, spoil)
    held = {script} if spoil is delayed else set[str]()
    assert visitor.presses_enter(page, ONE_OF_EACH_FORM, held) or script in before_all(page)


def test_a_deadline_typed_where_no_script_runs_leads_to_the_table(visit: Callable[..., Visitor], site: str) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(f"{site}calculator/")
    page.get_by_label("您上次认证是哪一天").fill(TYPED)
    page.get_by_label("您上次认证是哪一天").press("Enter")
    page.get_by_role("row", name="1月5日").first.wait_for()
    assert urlsplit(page.url).path == "/date-table/"
