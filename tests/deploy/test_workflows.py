"""What is run where the guide is published: only commands that exist, with no more rights than they need."""

import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.settings.paths import ROOT, SITE
from scripts.site.built_page import BuiltPage
from scripts.site.content_security_policy import HTTP_EQUIV

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAY_WRITE = {("pages", "deploy"): {"pages", "id-token"}, ("release", "publish"): {"contents"}}
TESTED = {"uses": "./.github/workflows/test.yml", "permissions": {"contents": "read"}}
"""How a workflow has everything tested."""
ON_THE_MACHINE = {("release", "publish"): "gh"}
"""Programs that stand ready where a job runs, for jobs that have no checkout."""
CONTAINER = "python:3.13-trixie"


def read(workflow: Path) -> Any:
    return yaml.safe_load(workflow.read_text(encoding="utf-8"))


def own_jobs(workflow: Any) -> Iterator[tuple[str, Any]]:
    """The jobs but for that which has everything tested, which is another workflow."""
    for name, job in workflow["jobs"].items():
        if job != TESTED:
            yield name, job


def steps(workflow: Any) -> Iterator[Any]:
    for _, job in own_jobs(workflow):
        yield from job["steps"]


def commands(job: Any) -> list[str]:
    """What the job does, in order: commands, and actions without their versions."""
    return [step.get("run") or step["uses"].partition("@")[0] for step in job["steps"]]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request: pytest.FixtureRequest) -> Any:
    return read(request.param)


@pytest.fixture
def pages() -> Any:
    return read(ROOT / ".github" / "workflows" / "pages.yml")


@pytest.fixture
def release() -> Any:
    return read(ROOT / ".github" / "workflows" / "release.yml")


def test_every_command_is_a_program_of_this_repository(workflow: Any) -> None:
    for name, job in own_jobs(workflow):
        for program, *_ in (shlex.split(step["run"]) for step in job["steps"] if "run" in step):
            if program == ON_THE_MACHINE.get((workflow["name"], name)):
                assert "actions/checkout" not in commands(job)
                continue
            assert program.startswith("scripts/")
            assert os.access(ROOT / program, os.X_OK), program


def test_every_action_is_githubs_own_and_named_by_its_commit(workflow: Any) -> None:
    for step in steps(workflow):
        assert ("run" in step) != ("uses" in step)
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step.get("uses", f"actions/none@{'0' * 40}"))


def test_an_action_has_one_commit_and_its_version_beside_it() -> None:
    uses = [
        found
        for file in WORKFLOWS
        for found in re.findall(r"uses: (actions/.*)@(\w+)(.*)", file.read_text(encoding="utf-8"))
    ]
    assert all(re.fullmatch(r" # v\d+\.\d+\.\d+", version) for _, _, version in uses)
    assert len({action for action, _, _ in uses}) == len(set(uses))


def test_no_job_has_more_rights_than_it_needs(workflow: Any) -> None:
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        written = {right for right, kind in job["permissions"].items() if kind == "write"}
        assert written == MAY_WRITE.get((workflow["name"], name), set())
        assert set(job["permissions"].values()) <= {"read", "write"}


def test_nothing_that_a_stranger_writes_ends_up_in_a_command(workflow: Any) -> None:
    assert not any("${{" in step.get("run", "") for step in steps(workflow))
    triggers = workflow[True]  # YAML takes the word `on` for a truth value
    # What strangers propose runs as theirs: pull_request_target would run it with our rights.
    assert set(triggers) <= {"push", "pull_request", "schedule", "workflow_call", "workflow_dispatch"}


def test_nothing_is_left_behind_where_hundreds_of_packages_run(workflow: Any) -> None:
    for _, job in own_jobs(workflow):
        told = commands(job)
        assert not any("cache" in one for one in told)
        if "scripts/test" in told or "scripts/check" in told:
            assert len(told) == 2
            assert told[0] == "actions/checkout"
            assert job["permissions"] == {"contents": "read"}


def test_what_is_named_in_an_expression_is_there(workflow: Any) -> None:
    named = {step["id"] for step in steps(workflow) if "id" in step}
    for step in re.findall(r"\$\{\{ steps\.([\w-]+)\.", str(workflow)):
        assert step in named
    for job in workflow["jobs"].values():
        assert {job["needs"]} <= workflow["jobs"].keys() if "needs" in job else True


def test_what_is_proposed_is_checked_and_tested() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "test.yml")
    assert set(workflow[True]) == {"pull_request", "workflow_call"}
    assert [commands(job)[1:] for job in workflow["jobs"].values()] == [["scripts/check"], ["scripts/test"]]


def test_only_what_has_been_tested_is_published_and_under_its_own_address(pages: Any) -> None:
    jobs = pages["jobs"]
    assert jobs["test"] == TESTED
    assert [jobs[name]["needs"] for name in ("build", "deploy")] == ["test", "build"]
    assert commands(jobs["build"]) == [
        "actions/checkout",
        "actions/configure-pages",
        "scripts/build",
        "actions/upload-pages-artifact",
    ]
    _, _, build, upload = jobs["build"]["steps"]
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert ROOT / upload["with"]["path"] == SITE


def test_only_what_has_been_tested_is_released_and_all_of_it(release: Any) -> None:
    jobs = release["jobs"]
    assert release[True] == {"push": {"tags": ["v*"]}}
    assert jobs["test"] == TESTED
    assert [jobs[name]["needs"] for name in ("build", "publish")] == ["test", "build"]
    assert commands(jobs["build"]) == ["actions/checkout", "scripts/release files", "actions/upload-artifact"]
    download, publish = jobs["publish"]["steps"]
    assert download["with"] == {"name": "release", "path": "release"}
    assert publish["run"].endswith("--notes-file release/notes.md release/files/*")


def test_all_is_built_and_tested_on_one_kind_of_machine() -> None:
    containers = {
        job["container"]["image"] if isinstance(job["container"], dict) else job["container"]
        for file in WORKFLOWS
        for _, job in own_jobs(read(file))
        if "container" in job
    }
    own = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert containers == {own["image"]} == {CONTAINER}
    assert f"FROM {CONTAINER} AS build\n" in (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
    for command in own["postCreateCommand"].split(" && "):
        assert os.access(ROOT / shlex.split(command)[0], os.X_OK), command


def test_every_page_protects_itself_where_no_header_can_be_set() -> None:
    pages = list(SITE.rglob("*.html"))
    own = {SITE / "downloads" / "calculator.html"}  # a copy for the disk, with a stricter policy
    assert pages
    for page in set(pages) - own:
        meta = BuiltPage("", page.read_text(encoding="utf-8")).one(f'meta[http-equiv="{HTTP_EQUIV}"]')
        assert meta.attrs.sget("content").startswith("default-src 'none'; script-src 'self'"), page
