"""Browsers of 2018 that cannot be had as programs: a tool that knows which of them has what reads what we send them."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.settings.paths import SITE
from scripts.site.built_page import BuiltPage
from scripts.site.fingerprint_assets import module_scripts

TOOL = Path(__file__).with_name("old_browsers")
TRIED_FIRST = re.compile(
    r"(navigator\.(clipboard|connection|userActivation)|ClipboardItem|requestIdleCallback|ResizeObserver"
    r"|Response\.body|DecompressionStream)\b"
)
"""What is used where it is there, and done without where it is not; the last two unpack Python, where that can run."""


@pytest.fixture(scope="module")
def scripts() -> list[Path]:
    """Every script of the pages but the theme's, as it is sent."""
    found: set[Path] = set()
    for file in SITE.rglob("*.html"):
        page = BuiltPage.read(SITE, file.relative_to(SITE).as_posix())
        named = [*module_scripts(page), *(one.attrs.sget("src") for one in page.css("script[src]"))]
        found |= {SITE / page.target(name) for name in named if "javascripts/" not in name}
    return sorted(found)


def used(files: list[Path]) -> dict[str, list[str]]:
    """What each file uses that is not everywhere."""
    node = shutil.which("node")
    assert node
    program, settings = TOOL / "node_modules" / "eslint" / "bin" / "eslint.js", TOOL / "eslint.config.js"
    command = [node, str(program), "--config", str(settings), "--format=json", *map(str, files)]
    # It reads what lies below the folder that it is started in.
    done = subprocess.run(command, cwd=files[0].parent, stdout=subprocess.PIPE, text=True, check=False)
    return {
        Path(one["filePath"]).name: [said["message"] for said in one["messages"]] for one in json.loads(done.stdout)
    }


def test_nothing_is_used_that_they_do_not_have(scripts: list[Path], tmp_path: Path) -> None:
    copies = [Path(shutil.copy(script, tmp_path)) for script in scripts]
    assert any("deadline-calculator" in copy.name for copy in copies)
    found = used(copies)
    assert set(found) == {copy.name for copy in copies}
    lacking = {name: [one for one in said if not TRIED_FIRST.match(one)] for name, said in found.items()}
    assert {name: said for name, said in lacking.items() if said} == {}


def test_what_they_do_not_have_is_found(tmp_path: Path) -> None:
    script = tmp_path / "script.js"
    script.write_text("Object.fromEntries([]); new AbortController(); a?.b;", encoding="utf-8")
    assert len(used([script])["script.js"]) == 2
