"""The stages of the build: what has not changed is not made again."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from scripts.settings.paths import BUILD
from scripts.stages import dodo
from scripts.stages.inputs import sums_of
from tests.built_site import made_day
from tests.checkout import append, copy_of_checkout

MADE = ("instant-table.json", "docs", "html", "sums", "stages.json")
"""What the stages up to the pages have made, and what is known of it."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy that may be edited, with the pages as they are built here."""
    checkout = copy_of_checkout(tmp_path / "checkout")
    for name in MADE:
        made, target = BUILD / name, checkout / "build" / name
        target.parent.mkdir(exist_ok=True)
        shutil.copytree(made, target) if made.is_dir() else shutil.copy2(made, target)
    return checkout


def stages(checkout: Path, *arguments: str, later: timedelta = timedelta()) -> str:
    """What is said where they are taken, on the day when the pages here were made or so much later."""
    day = datetime.combine(made_day() + later, time(4), UTC)
    done = subprocess.run(
        [sys.executable, "-m", "scripts.stages", *arguments],
        cwd=checkout,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(int(day.timestamp()))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def taken(checkout: Path, stage: str) -> list[str]:
    """The stages that are taken on the way to one."""
    said = stages(checkout, stage).splitlines()
    return [line.removeprefix(".  ") for line in said if line.startswith(".  ")]


def test_a_stage_is_taken_only_when_something_that_goes_in_has_changed(checkout: Path) -> None:
    assert taken(checkout, "html") == []
    append(checkout / "docs" / "faq.md", "\n这一句是新的。\n")
    assert taken(checkout, "html") == ["pages", "html"]
    assert "这一句是新的。" in (checkout / "build" / "html" / "faq" / "index.html").read_text(encoding="utf-8")
    append(checkout / "calculator" / "errors.py", "\n# A remark, of which no page tells.\n")
    assert taken(checkout, "html") == ["instant", "pages"]


def test_a_page_that_is_gone_is_gone(checkout: Path) -> None:
    (checkout / "docs" / "extra.md").write_text("# 多一页\n", encoding="utf-8")
    assert taken(checkout, "pages") == ["pages"]
    assert (checkout / "build" / "docs" / "extra.md").is_file()
    (checkout / "docs" / "extra.md").unlink()
    assert taken(checkout, "pages") == ["pages"]
    assert not (checkout / "build" / "docs" / "extra.md").exists()


def test_a_new_day_is_a_new_input(checkout: Path) -> None:
    for days, expected in ((0, "U"), (1, "R")):
        listed = stages(checkout, "list", "--status", later=timedelta(days)).splitlines()
        waiting = {name: status for status, name, *_ in map(str.split, listed)}
        assert {stage: waiting[stage] for stage in ("instant", "pages", "html")} == dict.fromkeys(
            ("instant", "pages", "html"), expected
        )


def test_a_page_that_mkdocs_objects_to_stops_the_build_with_what_it_says(checkout: Path) -> None:
    append(checkout / "docs" / "faq.md", "\n[去哪里](nowhere.md)\n")
    with pytest.raises(AssertionError, match=r"nowhere\.md"):
        taken(checkout, "html")


def test_pages_do_not_go_into_the_runtime() -> None:
    stages = (dodo.task_wheel, dodo.task_trimmed, dodo.task_library, dodo.task_snapshot, dodo.task_split)
    needed = {file for stage in (*stages, dodo.task_runtime, dodo.task_distribution) for file in stage()["file_dep"]}
    assert "calculator/counting/rules.py" in needed
    assert [file for file in needed if file.startswith(("docs/", "web/", sums_of("build/docs")))] == []


def test_what_a_node_script_imports_goes_into_its_stage_however_deep() -> None:
    needed = dodo.task_snapshot()["file_dep"]
    assert {"runtime/build/python_in_node.js", "runtime/worker/lazy-files.js", "runtime/seams/premise.js"} <= set(
        needed
    )
    assert "runtime/build/split_hot_from_cold.js" not in needed


def test_every_stage_says_what_it_is_for_and_what_comes_out() -> None:
    stages = {name: make for name, make in vars(dodo).items() if name.startswith("task_")}
    assert {f"task_{name}" for name in dodo.EVERYTHING} < stages.keys()
    assert all(make.__doc__ and make()["targets"] for make in stages.values())
