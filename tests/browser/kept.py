"""What the service worker keeps on a device, as tests see and spoil it."""

from playwright.sync_api import Page, expect

__all__ = ["keeps", "kept", "settle", "spoil"]

_SPOIL = """async ([part, content]) => {
  const spoilt = () => new Response(content, { headers: { "Content-Type": "text/javascript" } });
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) if (url.includes(part)) await cache.put(url, spoilt());
  }
}"""

_KEPT = """async (part) => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const kept of await cache.keys()) if (kept.url.includes(part)) texts.push(await (await cache.match(kept)).text());
  }
  return texts;
}"""

_SETTLED = """async (root) => {
  const { installing, waiting, active } = await navigator.serviceWorker.register(`${root}service-worker.js`);
  const worker = installing || waiting || active;
  const settled = () => !worker || ["activated", "redundant"].includes(worker.state);
  while (!settled()) await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
}"""


def keeps(page: Page, what: str) -> None:
    """The page says that this is kept."""
    expect(page.locator(".offline-mark")).to_have_attribute("data-kept", what)


def kept(page: Page, part: str) -> list[str]:
    """The content of all that is kept and has this in its address."""
    return list(page.evaluate(_KEPT, part))


def spoil(page: Page, part: str, content: str = "spoilt") -> None:
    """Put something else in its place."""
    page.evaluate(_SPOIL, [part, content])


def settle(page: Page, root: str) -> None:
    """Wait until the service worker has been installed, or has failed to be."""
    page.evaluate(_SETTLED, root)
