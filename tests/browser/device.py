"""The clock of the device on which a page is opened: a test that asks for today itself may have midnight between."""

from datetime import UTC, date, datetime, time, timedelta

from playwright.sync_api import Page, Route

__all__ = ["set_device"]


def set_device(page: Page, day: date, at: time = time(12)) -> None:
    """Let it be this time in Beijing whenever Python asks, on the pages that are opened from now on."""
    moment = datetime.combine(day, at, UTC) - timedelta(hours=8)

    def alter(route: Route) -> None:
        # Python asks this function what time it is.
        clock = f"Date.now = () => {int(moment.timestamp() * 1000)};\n"
        route.fulfill(body=clock + route.fetch().text(), content_type="text/javascript")

    page.route("**/python-worker*.js", alter)
