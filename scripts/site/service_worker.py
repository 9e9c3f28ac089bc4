"""Write the service worker that keeps the site on the visitor's device. It lies at the root of the site."""

import subprocess
from pathlib import Path

from scripts.assets.bundles import bundle
from scripts.assets.fingerprints import ADDRESSED
from scripts.settings.paths import BUILD, ROOT, WEB

__all__ = ["write_service_worker"]


def write_service_worker(site: Path) -> None:
    """Make it from ``web/service-worker/service-worker.js`` and the list of the built site's files."""
    script = BUILD / "service-worker.js"
    script.write_text(
        bundle(WEB / "service-worker" / "service-worker.js", define={"process.env.NODE_ENV": '"production"'}),
        encoding="utf-8",
    )
    subprocess.run(
        ["node", "scripts/site/inject_precache_manifest.js", str(script), str(site), ADDRESSED.pattern],
        cwd=ROOT,
        check=True,
    )
