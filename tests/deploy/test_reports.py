"""The forms with which visitors report what is wrong: in Chinese, and without anything about a person."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from calculator.regions import SCHEMES
from scripts.settings.paths import ROOT

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(FOLDER.glob("[0-9]-*.yml"))
ASKS_NOT_TO_WRITE = ("姓名", "身份证号", "社保卡号", "银行卡号", "电话", "住址")
KINDS = {"markdown", "input", "textarea", "dropdown"}


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@pytest.fixture(params=FORMS, ids=lambda path: path.stem)
def form(request: pytest.FixtureRequest) -> Any:
    return read(request.param)


def fields(form: Any) -> list[Any]:
    return [part for part in form["body"] if part["type"] != "markdown"]


def test_there_is_a_form_for_each_thing_that_can_be_wrong() -> None:
    assert [read(form)["name"] for form in FORMS] == ["日期算错了", "我们县不是这样算", "这一页写错了"]


def test_a_form_is_one_that_github_takes(form: Any) -> None:
    assert set(form) == {"name", "description", "title", "body"}
    assert {part["type"] for part in form["body"]} <= KINDS
    ids = [part["id"] for part in fields(form)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z-]+", one) for one in ids)
    assert all(part["attributes"]["label"] for part in fields(form))


def test_a_form_begins_by_asking_for_nothing_about_a_person(form: Any) -> None:
    first, *others = form["body"]
    assert first["type"] == "markdown"
    assert "谁都能看见" in first["attributes"]["value"]
    assert all(word in first["attributes"]["value"] for word in ASKS_NOT_TO_WRITE)
    asked = str([part["attributes"]["label"] for part in others])
    assert not any(word in asked for word in (*ASKS_NOT_TO_WRITE, "年龄", "单位", "微信号", "邮箱"))


def test_a_report_says_where_its_writer_knows_it_from(form: Any) -> None:
    [source] = [part for part in fields(form) if part["id"] == "source"]
    assert source["validations"]["required"]


def test_a_form_speaks_as_the_guide_does(form: Any) -> None:
    text = str(form)
    assert not re.search("该|其他|其中|予以|本人须|逾期", text)
    assert "您" in text or "你们" in text
    read_by_visitors = [form["name"], form["description"], *(str(part["attributes"]) for part in fields(form))]
    words = re.findall(r"[a-zA-Z]{2,}", "".join(read_by_visitors))
    assert set(words) <= {"label", "description", "placeholder", "options", "App"}


def test_the_form_for_a_place_offers_every_kind_of_benefit() -> None:
    [scheme] = [part for part in fields(read(FORMS[1])) if part["id"] == "scheme"]
    assert len(scheme["attributes"]["options"]) == len(SCHEMES) + 1


def test_who_asks_about_their_own_case_is_led_to_those_who_know_it() -> None:
    config = read(FOLDER / "config.yml")
    assert "12333" in str(config["contact_links"])
