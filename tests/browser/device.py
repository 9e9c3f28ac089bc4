"""The device that a browser runs on, with a date of its own: two looks at the real clock may have midnight between."""

from datetime import UTC, date, datetime

from playwright.sync_api import Page, Route

__all__ = ["set_device"]


def set_device(page: Page, day: date) -> None:
    """Let it be noon in Beijing of this day, for Python, before it starts on the page and for as long as it lives."""
    noon = int(datetime(day.year, day.month, day.day, 4, tzinfo=UTC).timestamp() * 1000)

    def alter(route: Route) -> None:
        # Python asks this function what time it is.
        route.fulfill(body=f"Date.now = () => {noon};\n{route.fetch().text()}", content_type="text/javascript")

    page.route("**/python-worker*.js", alter)
