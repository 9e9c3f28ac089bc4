"""What an edit makes anew, and Python for browsers with an edit in it."""

import json
import zipfile
from pathlib import Path

import pytest

from runtime.build.assemble import SNAPSHOT
from scripts.settings.paths import ROOT, SITE
from scripts.site.edits import EVENTS, LISTENER
from scripts.watch import python_edits
from scripts.watch.edits import Part, parts
from scripts.watch.python_edits import PythonEdits


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs/period/law.md", {Part.PAGES}),
        ("calculator/wording/answer.py", {Part.MAKERS, Part.PAGES, Part.WORKER}),
        ("calculator/counting/rules.py", {Part.MAKERS, Part.PAGES, Part.WORKER}),
        ("web/styles/site.css", {Part.STYLES}),
        ("web/elements/deadline/deadline.css", {Part.STYLES}),
        ("web/elements/deadline/deadline-calculator.js", {Part.SCRIPTS}),
        ("web/elements/deadline/form.py", {Part.MAKERS, Part.PAGES}),
        ("web/every-page/site.js", {Part.PAGES}),
        ("web/search/ranking.js", {Part.EVERYTHING}),
        ("web/theme/main.html", {Part.EVERYTHING}),
        ("runtime/worker/worker.js", {Part.WORKER}),
        ("scripts/site/steps.py", {Part.BUILD}),
    ],
)
def test_an_edit_makes_anew_what_is_made_of_it_and_no_more(path: str, expected: set[Part]) -> None:
    assert (ROOT / path).is_file()
    assert parts([path]) == expected


def test_edits_at_the_same_time_are_answered_together() -> None:
    assert parts(["docs/faq.md", "web/styles/site.css"]) == {Part.PAGES, Part.STYLES}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package to edit, of one module that is built here and of one that is not."""
    monkeypatch.setattr(python_edits, "ROOT", tmp_path)
    folder = tmp_path / "calculator"
    folder.mkdir()
    for name in ("errors.py", "extra.py"):
        (folder / name).write_text("", encoding="utf-8")
    return folder


def test_python_with_an_edit_in_it_starts_by_itself_and_reads_the_source(package: Path, tmp_path: Path) -> None:
    edits = PythonEdits()
    (package / "errors.py").write_text("edited = True\n", encoding="utf-8")
    (package / "extra.py").unlink()
    manifest = edits.manifest(tmp_path)
    assert SNAPSHOT not in manifest["files"]
    described = manifest["library"]["pension_certification.zip"]
    file = tmp_path / described["address"]
    assert file.stat().st_size == described["bytes"]
    with zipfile.ZipFile(file) as edited:
        assert edited.read("calculator/errors.py") == b"edited = True\n"
        assert not {"calculator/errors.pyc", "calculator/extra.py"} & set(edited.namelist())
        assert any(name.endswith(".dist-info/METADATA") for name in edited.namelist())


def test_without_an_edit_the_runtime_is_the_one_that_is_built(package: Path, tmp_path: Path) -> None:
    edits = PythonEdits()
    built = json.loads(python_edits.MANIFEST.read_text(encoding="utf-8"))
    (package / "errors.py").write_text("edited = True\n", encoding="utf-8")
    assert edits.manifest(tmp_path) != built
    (package / "errors.py").write_text("", encoding="utf-8")
    assert edits.manifest(tmp_path) == built


def test_no_page_of_the_site_listens_to_edits() -> None:
    pages = [page.read_text(encoding="utf-8") for page in SITE.rglob("*.html")]
    assert len(pages) > 60
    assert not [page for page in pages if LISTENER in page or EVENTS in page]
    assert not (SITE / LISTENER).exists()
