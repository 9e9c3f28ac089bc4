"""scripts/check runs what looks at the named files; scripts/test builds what the named tests need."""

from pathlib import Path

import pytest

from scripts.checking.checks import checks
from scripts.checking.needs import needed
from scripts.settings.paths import ROOT
from scripts.stages.dodo import EVERYTHING

PYTHON = {"lint of Python", "layout of Python", "imports between rooms", "types of Python"}
NODE = {"lint of JavaScript", "types of JavaScript"}


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def commands(*paths: str) -> dict[str, list[str]]:
    return {check.name.partition(" but ")[0]: list(check.command) for check in checks([Path(path) for path in paths])}


def test_without_a_path_everything_is_checked_that_needs_no_build() -> None:
    found = commands()
    assert found.keys() >= PYTHON | NODE | {"claims", "tests"}
    assert {"tests/calculator", "tests/pages", "calculator"} <= set(found["tests"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs/faq.md", {"claims"}),
        ("web/styles/site.css", set()),
        ("web/every-page/site.js", NODE),
        ("tests/engines/puppet.js", {"lint of JavaScript"}),
        ("tests/browser/waiting.py", PYTHON - {"types of Python"}),
        ("scripts/site/steps.py", PYTHON | {"tests"}),
        ("calculator/counting/rules.py", PYTHON | {"tests"}),
        ("README.md", set()),
    ],
)
def test_a_file_is_looked_at_by_what_it_can_break(path: str, expected: set[str]) -> None:
    assert commands(path).keys() - {"layout of JavaScript and styles"} == expected


def test_a_room_of_the_package_brings_its_tests_along_and_they_come_first() -> None:
    assert commands("calculator/counting/rules.py")["tests"][-2:] == [
        "tests/calculator/counting",
        "calculator/counting/rules.py",
    ]
    assert commands("tests/calculator/counting")["tests"][-1] == "tests/calculator/counting"


def test_tests_that_need_a_browser_or_a_build_are_left_to_the_whole_run() -> None:
    assert "tests" not in commands("tests/browser", "tests/site/test_site.py")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], EVERYTHING),
        (["-k", "eve", "--cov"], EVERYTHING),
        (["tests"], EVERYTHING),
        (["tests/calculator", "-x"], ()),
        (["calculator/counting/rules.py"], ()),
        (["tests/browser/runtime/test_start.py::test_x"], ("site", "compressed")),
        (["tests/print", "tests/site"], ("papers", "copies", "site")),
        (["tests/supply"], EVERYTHING),
    ],
)
def test_only_what_the_named_tests_need_is_built(arguments: list[str], expected: tuple[str, ...]) -> None:
    assert needed(arguments) == expected


def test_every_folder_of_tests_is_one_that_is_known_or_needs_everything() -> None:
    folders = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert {folder for folder in folders if needed([folder]) == EVERYTHING} == {
        "tests/deploy",
        "tests/engines",
        "tests/supply",
    }
