"""What a page does not bring along itself does not run in it, goes nowhere, and no other page can frame it."""

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import override

import pytest
from playwright.sync_api import expect

from tests.real_browser import NewContext

PAGES = ["", "calculator/", "calculator/roster/", "fraud/"]
ELSEWHERE = "https://elsewhere.invalid/"

INJECTIONS = {
    "element('script', { text: 'ran()' })": "script-src-elem",
    "document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=ran()>')": "script-src-attr",
    "element('a', { href: 'javascript:ran()' }).click()": "script-src-elem",
    f"element('script', {{ src: '{ELSEWHERE}a.js' }})": "script-src-elem",
    "setTimeout(() => eval('ran()'))": "script-src",  # at once it would be the test's own, which may
    "setTimeout(() => new Function('ran()')())": "script-src",
    f"fetch('{ELSEWHERE}')": "connect-src",
    f"element('img', {{ src: '{ELSEWHERE}a.png' }})": "img-src",
    f"element('form', {{ action: '{ELSEWHERE}' }}).submit()": "form-action",
    f"element('base', {{ href: '{ELSEWHERE}' }})": "base-uri",
    f"element('iframe', {{ src: '{ELSEWHERE}' }})": "frame-src",
}
"""What an attacker would have a page do, and how the directive is called that forbids it."""


ATTACKER = """() => {
    window.ran = () => (window.hasRun = true);
    window.element = (name, more) => document.body.appendChild(Object.assign(document.createElement(name), more));
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        window.refused = effectiveDirective;
    });
}"""

REFUSED = """async () => {
    for (let left = 3000; left && !window.refused; left -= 1) await new Promise((again) => setTimeout(again, 20));
    return window.refused;
}"""


@pytest.mark.parametrize("address", PAGES)
def test_nothing_injected_runs_or_leaves(new_context: NewContext, site: str, address: str) -> None:
    page = new_context(service_workers="block").new_page()
    page.goto(f"{site}{address}")
    page.evaluate(ATTACKER)
    for attack, directive in INJECTIONS.items():
        page.evaluate(f"() => {{ delete window.refused; try {{ {attack} }} catch {{}} }}")
        assert page.evaluate(REFUSED) == directive, attack
    assert not page.evaluate("window.hasRun")
    assert page.evaluate("location.href") == f"{site}{address}"


@pytest.mark.skipif(os.environ.get("SITE_SERVER") == "development", reason="only a header can forbid frames")
def test_no_other_page_can_frame_it(new_context: NewContext, site: str) -> None:
    class Trap(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<h1>Trap</h1><iframe src="{site}calculator/"></iframe>'.encode())

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Trap) as trap:
        threading.Thread(target=trap.serve_forever, daemon=True).start()
        page = new_context(service_workers="block").new_page()
        page.goto(f"http://127.0.0.1:{trap.server_port}/")
        [_, frame] = page.frames
        expect(page.get_by_role("heading", name="Trap")).to_be_visible()
        assert frame.locator("deadline-calculator").count() == 0
        assert not frame.url.startswith(site)
        trap.shutdown()
