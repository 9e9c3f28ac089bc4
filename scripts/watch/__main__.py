"""Serve the site while it is worked on: ``python -m scripts.watch``. For ``scripts/serve --watch``."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

from scripts.settings.paths import ROOT
from scripts.watch.edits import Part, parts
from scripts.watch.server import WatchServer
from scripts.watch.site import WatchedSite

_WATCHED = ("calculator", "docs", "mkdocs.yml", "runtime", "scripts", "web")
_LOOK = 500
"""Milliseconds after which to look whether nothing has been edited."""


def main() -> None:
    """Build what is not built, serve it on 127.0.0.1, port 8000 or ``PORT``, and make anew what is edited."""
    edits = _edits()
    next(edits)  # from now on none is missed
    subprocess.run([sys.executable, "-m", "scripts.stages", "runtime"], cwd=ROOT, check=True)
    site = WatchedSite()
    with WatchServer(site.folder, int(os.environ.get("PORT", "8000"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{server.address} shows what you edit", flush=True)
        try:
            for edited in edits:
                _answer(edited, site, server)
        except KeyboardInterrupt:
            print()


def _edits() -> Iterator[list[str]]:
    """The files that have been edited, from the root of the repository; none, if it is only time to look."""
    paths = [ROOT / name for name in _WATCHED]
    for changes in watch(*paths, debounce=200, step=20, rust_timeout=_LOOK, yield_on_timeout=True):
        yield sorted({Path(path).relative_to(ROOT).as_posix() for _, path in changes})


def _answer(edited: list[str], site: WatchedSite, server: WatchServer) -> None:
    """Make anew what the edits ask for, and tell the open pages. A mistake in an edit is said, and waits for the next."""
    start = time.monotonic()
    if unmade := [name for name in edited if Part.BUILD in parts([name])]:
        print(f"{', '.join(unmade)}: start scripts/serve --watch again", flush=True)
    try:
        event = site.answer(edited)
    except Exception as error:
        print(f"{', '.join(edited)}: {error}", file=sys.stderr, flush=True)
    else:
        if event is not None:
            server.tell(event)
            print(f"{', '.join(edited)}: shown after {time.monotonic() - start:.1f} s", flush=True)


if __name__ == "__main__":
    main()
