"""The door between JavaScript and Python: JSON in, JSON out, whatever comes."""

import json
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.page.bridge import LIBRARY, answer
from tests.calculator.clock import set_today

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def ask(**fields: str) -> dict:
    return json.loads(answer(json.dumps({"do": "assess", "fields": fields})))


def test_an_answer_is_html_with_every_day_of_the_contract() -> None:
    reply = ask(last="2025-03-15", today="2026-03-01")
    assert reply["ok"]
    for mark in (
        '<time data-result="deadline" datetime="2026-03-15">',
        '<time data-result="grace-end" datetime="2026-03-30">',
        '<time data-result="suspended-from" datetime="2026-03-31">',
        '<time data-result="safe-date" datetime="2026-02-28">',
        '<data data-result="status" value="due-soon">',
    ):
        assert mark in reply["html"]
    assert reply["spoken"] == "最晚在这一天认证：2026年3月15日（星期日）"


def test_errors_come_back_as_sentences_by_field() -> None:
    reply = ask(last="2025-02-30")
    assert reply == {
        "ok": False,
        "errors": [
            {
                "field": "last",
                "code": "impossible",
                "message": "2025年2月没有30日，这个月最后一天是28日。请核对以后重新填写。",
                "offers": [],
            }
        ],
    }


def test_a_name_of_two_counties_comes_back_as_a_question_with_both() -> None:
    (error,) = ask(last="2025-03-15", region="朝阳区")["errors"]
    assert (error["field"], error["code"]) == ("region", "ambiguous")
    assert error["offers"] == [{"value": one, "name": one} for one in ("北京市朝阳区", "吉林省长春市朝阳区")]
    assert all(ask(last="2025-03-15", region=one["value"])["ok"] for one in error["offers"])


def places(region: str) -> dict:
    return json.loads(answer(json.dumps({"do": "places", "region": region})))


def test_a_place_comes_with_what_can_be_chosen_around_it_and_in_it() -> None:
    reply = places("渭城区")
    assert (reply["ok"], reply["province"]) == (True, "shaanxi")
    assert [level["chosen"] for level in reply["levels"]] == ["陕西省咸阳市", "陕西省咸阳市渭城区"]
    assert [level["around"] for level in reply["levels"]] == ["shaanxi", "陕西省咸阳市"]
    assert {"path": "陕西省咸阳市渭城区", "name": "渭城区"} in reply["levels"][1]["inside"]
    assert "shaanxi/xianyang-weicheng/resident-100" in reply["rules"]
    assert "shaanxi/qishan/public" not in reply["rules"]


def test_beside_a_rule_that_was_chosen_the_others_of_the_province_can_be() -> None:
    reply = places("shaanxi/xianyang-weicheng/resident")
    assert reply["levels"][1]["chosen"] == "陕西省咸阳市渭城区"
    assert "shaanxi/qishan/public" in reply["rules"]


def test_a_place_that_is_none_has_nothing_to_choose_from() -> None:
    assert [error["field"] for error in places("亚特兰蒂斯")["errors"]] == ["region"]


def test_a_question_comes_back_with_what_may_be_answered_by_one_tap(monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, date(2026, 11, 23))
    offers = [ask(last=text)["errors"][0]["offers"] for text in ("3月5日", "25/3/5")]
    assert offers == [
        [{"value": "2026年3月5日", "name": "是，2026年3月5日"}],
        [
            {"value": "2025年3月5日", "name": "是2025年3月5日"},
            {"value": "2005年3月25日", "name": "是2005年3月25日"},
        ],
    ]


def test_nothing_typed_comes_back_as_markup() -> None:
    reply = ask(last="2025-03-15", region="<script>alert(1)</script>")
    assert not reply["ok"]
    assert "html" not in reply


@pytest.mark.parametrize(
    "request_text", ["", "null", "[]", "{}", '{"do": "assess"}', '{"do": "fly", "fields": {}}', "[" * 100_000]
)
def test_a_malformed_request_is_a_declared_error(request_text: str) -> None:
    reply = json.loads(answer(request_text))
    assert (reply["ok"], reply["errors"][0]["code"]) == (False, "malformed")


@pytest.mark.parametrize(
    ("module", "users", "needs"),
    [
        ("segno", ["calculator.export.qr", "calculator.render.qr"], "segno"),
        ("urllib.parse", ["calculator.export.sharing", "calculator.page.actions.take_along"], LIBRARY),
    ],
)
def test_what_is_not_loaded_yet_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, module: str, users: list[str], needs: str
) -> None:
    request = json.dumps({"do": "qr", "fields": {"last": "2025-3-5"}, "page": "https://example.cn/"})
    assert json.loads(answer(request))["ok"]
    forget(monkeypatch, users, module)
    assert json.loads(answer(request)) == {"ok": False, "needs": needs}
    monkeypatch.undo()
    assert json.loads(answer(request))["ok"]


def test_a_package_that_should_always_be_there_is_missed_aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(last="2025-3-5")["ok"]
    forget(
        monkeypatch,
        ["calculator.render.card", "calculator.render.answer", "calculator.page.actions.answer"],
        "calculator.wording.lunar",
    )
    with pytest.raises(ModuleNotFoundError):
        ask(last="2025-3-5")


def forget(monkeypatch: pytest.MonkeyPatch, users: list[str], module: str) -> None:
    """Let a module be missing when its users are imported next."""
    for user in users:
        monkeypatch.delitem(sys.modules, user, raising=False)
    monkeypatch.setitem(sys.modules, module, None)


@given(json_values)
def test_no_request_makes_it_raise(request: object) -> None:
    assert json.loads(answer(json.dumps(request)))["ok"] is False


@given(st.dictionaries(st.sampled_from(["last", "region", "scheme", "rule", "grace", "today"]), st.text(max_size=20)))
def test_no_field_makes_it_raise(fields: dict[str, str]) -> None:
    assert "ok" in ask(**fields)
