"""What is run where the guide is published: only commands that exist, with no more rights than they need."""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.settings.paths import ROOT, SITE
from scripts.site.content_security_policy import META

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAY_WRITE = {("pages", "deploy"): {"pages", "id-token"}}


def read(workflow: Path) -> Any:
    return yaml.safe_load(workflow.read_text(encoding="utf-8"))


def steps(workflow: Any) -> Iterator[Any]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request: pytest.FixtureRequest) -> Any:
    return read(request.param)


@pytest.fixture
def pages() -> Any:
    return read(ROOT / ".github" / "workflows" / "pages.yml")


def test_every_command_is_a_program_of_this_repository(workflow: Any) -> None:
    commands = [shlex.split(step["run"]) for step in steps(workflow) if "run" in step]
    assert commands
    for command in commands:
        assert command[0].startswith("scripts/")
        assert os.access(ROOT / command[0], os.X_OK), command


def test_every_action_is_githubs_own_and_has_a_version(workflow: Any) -> None:
    for step in steps(workflow):
        assert ("run" in step) != ("uses" in step)
        assert re.fullmatch(r"actions/[a-z-]+@(?:v\d+|[0-9a-f]{40})", step.get("uses", "actions/none@v1"))


def test_no_job_has_more_rights_than_it_needs(workflow: Any) -> None:
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        written = {right for right, kind in job["permissions"].items() if kind == "write"}
        assert written == MAY_WRITE.get((workflow["name"], name), set())
        assert set(job["permissions"].values()) <= {"read", "write"}


def test_nothing_that_a_stranger_writes_ends_up_in_a_command(workflow: Any) -> None:
    assert not any("${{" in step.get("run", "") for step in steps(workflow))
    triggers = workflow[True]  # YAML takes the word `on` for a truth value
    assert set(triggers) <= {"push", "schedule", "workflow_dispatch"}


def test_what_is_named_in_an_expression_is_there(workflow: Any) -> None:
    named = {step["id"] for step in steps(workflow) if "id" in step}
    for step in re.findall(r"\$\{\{ steps\.([\w-]+)\.", str(workflow)):
        assert step in named
    for job in workflow["jobs"].values():
        assert {job["needs"]} <= workflow["jobs"].keys() if "needs" in job else True


def test_only_what_has_been_tested_is_published_and_under_its_own_address(pages: Any) -> None:
    build = pages["jobs"]["build"]["steps"]
    order = [step.get("run") or step["uses"].partition("@")[0] for step in build]
    assert order == [
        "actions/checkout",
        "actions/configure-pages",
        "scripts/test",
        "scripts/build",
        "actions/upload-pages-artifact",
    ]
    assert build[3]["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert ROOT / build[4]["with"]["path"] == SITE
    assert pages["jobs"]["deploy"]["needs"] == "build"


def test_every_page_protects_itself_where_no_header_can_be_set() -> None:
    pages = list(SITE.rglob("*.html"))
    own = {SITE / "downloads" / "calculator.html"}  # a copy for the disk, with a stricter policy
    assert pages
    for page in set(pages) - own:
        assert META.search(page.read_text(encoding="utf-8")), page
