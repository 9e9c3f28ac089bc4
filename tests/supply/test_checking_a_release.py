"""The commands of SECURITY.md with which anybody compares a site with its bill of materials: they notice any alteration."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.settings.paths import DIST, ROOT, SITE
from scripts.supply.bill_of_materials import FILE, bill_of_materials
from scripts.supply.third_party import shipped_packages

COMMANDS = re.findall(r"```sh\n(.*?)```", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which they are to be run: a site, and its bill."""
    folder = tmp_path_factory.mktemp("release")
    shutil.copytree(SITE, folder / "site")
    (folder / DIST.name).mkdir()
    bill = bill_of_materials(folder / "site", shipped_packages())
    (folder / DIST.name / FILE).write_text(bill, encoding="utf-8")
    return folder


def is_this_release(folder: Path) -> bool:
    """Whether none of the commands finds anything."""
    runs = [
        subprocess.run(["bash", "-o", "pipefail", "-c", one], cwd=folder, capture_output=True, text=True, check=False)
        for one in (f"{command}" for command in COMMANDS)
    ]
    return all(run.returncode == 0 and not run.stdout for run in runs)


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def test_a_site_that_is_this_release_is_found_to_be_it(release: Path) -> None:
    assert COMMANDS
    assert is_this_release(release)


@pytest.mark.parametrize(
    "pattern",
    [
        *("index.html", "index.html.br", "404.html", "fraud/index.html", "service-worker.js", "sitemap.xml"),
        *("search/search_index.json", "manifest.webmanifest", "LICENSES.txt", "downloads/*.zip"),
        *("assets/python-worker.*.js", "assets/runtime/*.wasm", "assets/runtime/*.wasm.gz", "pyodide/*.whl"),
    ],
)
def test_one_bit_of_any_file_is_noticed(release: Path, pattern: str) -> None:
    files = sorted((release / "site").glob(pattern))
    if not files and pattern.endswith((".br", ".gz")):
        pytest.skip("this site has not been compressed")
    flip(files[0])
    noticed = not is_this_release(release)
    flip(files[0])
    assert noticed


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site / "assets" / "tracker.js").write_text("1"),
        lambda site: (site / "faq" / "index.html").unlink(),
    ],
    ids=["added", "gone"],
)
def test_a_file_more_or_less_is_noticed(release: Path, tmp_path: Path, change: Callable[[Path], None]) -> None:
    shutil.copytree(release, tmp_path / "release")
    change(tmp_path / "release" / "site")
    assert not is_this_release(tmp_path / "release")
