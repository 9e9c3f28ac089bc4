"""Build the site: ``python -m scripts.site.make_site``. Everything that is generated is made here, in order."""

import os
import subprocess
import sys

from runtime.build.assemble import build_runtime, publish_runtime
from scripts.pages.prepare import prepare_pages
from scripts.settings.build_day import build_day
from scripts.settings.paths import PAGES, ROOT, SITE
from scripts.site.content_security_policy import add_policy
from scripts.site.fingerprint_assets import address_assets
from scripts.site.search_index import add_common_characters, drop_other_languages
from scripts.site.service_worker import write_service_worker
from scripts.site.stylesheets import join_stylesheets
from scripts.site.theme_gaps import close_gaps

__all__ = ["main"]


def main() -> None:
    """Prepare the pages, assemble the runtime, and let MkDocs build them strictly."""
    print("1/3 pages …", flush=True)
    prepare_pages(PAGES, build_day())
    print("2/3 Python runtime …", flush=True)
    build_runtime()
    publish_runtime(PAGES / "assets" / "runtime")
    print("3/3 site …", flush=True)
    # MkDocs announces its successor at every start; the tests build with both.
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        raise SystemExit(done.stdout)
    close_gaps(SITE)
    add_common_characters(SITE / "search" / "search_index.json")
    drop_other_languages(SITE / "assets" / "javascripts")
    join_stylesheets(SITE)
    address_assets(SITE)
    add_policy(SITE)
    write_service_worker(SITE)
    print(f"built {SITE.relative_to(ROOT)}/", flush=True)


if __name__ == "__main__":
    main()
