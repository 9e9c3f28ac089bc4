"""Several people side by side: everybody is in the result, the most urgent first, and a file brings everybody back."""

import json
from base64 import b64decode
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import assess
from calculator.assessment.supported_days import EARLIEST
from calculator.counting.status import Status
from calculator.errors import InputError
from calculator.family.file import MAX_CHARACTERS, read_family, write_family
from calculator.family.people import (
    FIELDS,
    MAX_LENGTHS,
    MAX_PEOPLE,
    Person,
    assess_family,
    faults,
    labelled_assessments,
    names,
)
from calculator.page.actions.family import people_in
from calculator.page.bridge import answer
from calculator.reading.form import FormError
from calculator.regions.place import find_place
from calculator.render.family import family_html
from calculator.wording.family import PLACE_UNKNOWN
from calculator.wording.schemes import EARLIEST as EARLIEST_OF_SEVERAL
from tests.calculator.clock import set_today

TODAY = date(2026, 11, 25)

ORDER = (Status.SUSPENDED, Status.IN_GRACE, Status.LAST_DAY, Status.DUE_SOON, Status.ON_TIME, None)


def texts(most: int) -> st.SearchStrategy[str]:
    return st.text(max_size=most)


lasts = st.one_of(
    st.dates(EARLIEST, TODAY).map(date.isoformat),
    st.dates(TODAY - timedelta(days=400), TODAY).map(lambda day: f"{day.year}年{day.month}月{day.day}日"),
    st.sampled_from(["", "2025年3月", "2025-2-30", "春天"]),
    texts(MAX_LENGTHS["last"]),
)
regions = st.sampled_from(["", "jiangsu", "jiangsu/suqian/enterprise", "hunan", "henan", "亚特兰蒂斯"])
labels = st.sampled_from(["", "妈妈", "爸爸", "岳父"]) | texts(MAX_LENGTHS["label"])
people = st.builds(
    lambda label, last, region: Person.of({"label": label, "last": last, "region": region}), labels, lasts, regions
)
families = st.lists(people, max_size=MAX_PEOPLE)


def last_for(status: Status) -> str:
    """A last certification that stands there today."""
    ago = {
        Status.SUSPENDED: 500,
        Status.IN_GRACE: 370,
        Status.LAST_DAY: 365,
        Status.DUE_SOON: 350,
        Status.ON_TIME: 100,
    }
    return (TODAY - timedelta(days=ago[status])).isoformat()


# Order ---------------------------------------------------------------------------------------------------------------


def test_the_most_urgent_comes_first_and_who_has_no_answer_comes_last() -> None:
    typed = [
        Person("未知", "春天", ""),
        *(Person(status.name, last_for(status), "") for status in reversed(ORDER) if status),
    ]
    found = assess_family(typed, TODAY)
    assert [one.name for one in found] == [*(status.name for status in ORDER if status), "未知"]


def test_among_equals_the_earlier_deadline_comes_first_then_the_order_of_the_form() -> None:
    typed = [Person("乙", "2026-6-2", ""), Person("甲", "2026-6-1", ""), Person("丙", "2026-6-2", "")]
    assert [one.name for one in assess_family(typed, TODAY)] == ["甲", "乙", "丙"]


@given(families)
def test_everybody_of_whom_something_was_typed_is_in_the_result_once(typed: list[Person]) -> None:
    found = assess_family(typed, TODAY)
    assert sorted(one.index for one in found) == [index for index, one in enumerate(typed) if not one.is_blank]
    assert all(one.person == typed[one.index] for one in found)


@given(families)
def test_the_order_is_total_and_stable(typed: list[Person]) -> None:
    found = assess_family(typed, TODAY)
    keys = [
        (ORDER.index(one.answer.assessment.status), one.answer.assessment.deadline, one.index)
        if one.answer
        else (len(ORDER), date.max, one.index)
        for one in found
    ]
    assert keys == sorted(set(keys))


@given(families)
def test_nobody_changes_the_answer_of_another(typed: list[Person]) -> None:
    for one in assess_family(typed, TODAY):
        (alone,) = assess_family([one.person], TODAY)
        assert alone.answer == one.answer


@given(families)
def test_who_has_no_answer_has_an_error_that_says_why(typed: list[Person]) -> None:
    for one in assess_family(typed, TODAY):
        assert one.answer or any(error.field in ("last", "region") for error in one.errors)


# Names and errors ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["妈妈", "爸爸"], ("妈妈", "爸爸")),
        (["妈妈", "", "岳父"], ("妈妈", "第2位", "岳父")),
        (["妈妈", "爸爸", "妈妈"], ("妈妈（第1位）", "爸爸", "妈妈（第3位）")),
    ],
)
def test_everybody_has_a_name_of_their_own(typed: list[str], expected: tuple[str, ...]) -> None:
    assert names([Person(label, "2026-1-5", "") for label in typed]) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ([Person("", "", "")], [("0.last", "empty", "请填写上次认证的日期")]),
        ([Person("", "2025-2-30", "")], [("0.last", "impossible", "第1位：2025年2月没有30日")]),
        ([Person("妈妈", "", "")], [("0.last", "empty", "妈妈：请填写")]),
        (
            [Person("妈妈", "2026-1-5", "亚特兰蒂斯"), Person("爸爸", "", "")],
            [("0.region", "unknown", "妈妈：没有找到"), ("1.last", "empty", "爸爸：请填写")],
        ),
        ([Person("妈妈", "2026-1-5", ""), Person("", "2026-1-5", "")], [("1.label", "empty", "第2位：请写一个称呼")]),
        (
            [Person("妈妈", "2026-1-5", ""), Person("妈妈", "2026-1-6", "")],
            [("1.label", "duplicate", "妈妈（第2位）：已经有一位叫“妈妈”了")],
        ),
        (
            [Person("妈妈", "2026-1-5", ""), Person("妈" * 21, "2026-1-6", "")],
            [("1.label", "too-long", "20个字以内")],
        ),
        ([Person("妈妈", "2026-1-5", "henan")], []),
        ([Person("", "2026-1-5", ""), Person("", "", "")], []),
    ],
)
def test_each_fault_names_the_person_and_the_field(typed: list[Person], expected: list[tuple[str, str, str]]) -> None:
    found = faults(assess_family(typed, TODAY))
    assert [(one.field, one.code) for one in found] == [(field, code) for field, code, _ in expected]
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one.message


def test_a_label_that_is_taken_does_not_hinder_the_answer_but_the_calendar() -> None:
    found = assess_family([Person("妈妈", "2026-1-5", ""), Person("妈妈", "2026-1-6", "")], TODAY)
    assert all(one.answer for one in found)
    with pytest.raises(FormError, match="已经有一位"):
        labelled_assessments(found)


def test_who_has_no_answer_is_left_out_of_the_calendar_alone() -> None:
    found = assess_family([Person("妈妈", "2026-1-5", ""), Person("爸爸", "春天", "")], TODAY)
    assert labelled_assessments(found) == [("妈妈", assess(date(2026, 1, 5), TODAY))]


def test_one_person_alone_needs_no_label() -> None:
    found = assess_family([Person("", "2026-1-5", "")], TODAY)
    assert labelled_assessments(found) == [("", assess(date(2026, 1, 5), TODAY))]


def test_a_calendar_of_nobody_says_what_to_type() -> None:
    with pytest.raises(FormError, match="看不懂"):
        labelled_assessments(assess_family([Person("爸爸", "春天", "")], TODAY))


# The file ------------------------------------------------------------------------------------------------------------


@given(st.lists(people.filter(lambda one: not one.is_blank), min_size=1, max_size=MAX_PEOPLE))
def test_what_is_written_is_read_back(typed: list[Person]) -> None:
    assert list(read_family(write_family(typed))) == typed


def test_the_largest_family_fits_the_file() -> None:
    largest = [
        Person("😀" * MAX_LENGTHS["label"], "\\" * MAX_LENGTHS["last"], '"' * MAX_LENGTHS["region"])
    ] * MAX_PEOPLE
    text = write_family(largest)
    assert len(text) <= MAX_CHARACTERS
    assert list(read_family(text)) == largest


def test_blank_people_are_not_written() -> None:
    blank = Person("", "", "")
    assert json.loads(write_family([blank, Person("妈妈", "", ""), blank]))["people"] == [
        {"label": "妈妈", "last": "", "region": ""}
    ]


def file_of(**changes: object) -> str:
    content = {
        "format": "pension-certification-family",
        "version": 1,
        "people": [{"label": "妈妈", "last": "2026-1-5", "region": ""}],
    }
    return json.dumps(content | changes)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unreadable"),
        ("妈妈,2026-1-5", "unreadable"),
        ("[" * 10_000, "unreadable"),
        ("9" * 10_000, "unreadable"),
        (" " * (MAX_CHARACTERS + 1), "too-large"),
        ("null", "other"),
        ("[]", "other"),
        ('{"people": []}', "other"),
        (file_of(format="roster"), "other"),
        (file_of(version=2), "version"),
        (file_of(version="1"), "version"),
        (file_of(people={}), "damaged"),
        (file_of(people=["妈妈"]), "damaged"),
        (file_of(people=[{"label": "妈妈"}]), "damaged"),
        (file_of(people=[{"label": "妈妈", "last": 20260105, "region": ""}]), "damaged"),
        (file_of(people=[{"label": "妈" * 21, "last": "", "region": ""}]), "damaged"),
        (file_of(people=[]), "empty"),
        (file_of(people=[{"label": " ", "last": "", "region": ""}]), "empty"),
        (file_of(people=[{"label": "妈妈", "last": "", "region": ""}] * (MAX_PEOPLE + 1)), "too-many"),
    ],
)
def test_each_wrong_file_is_named(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_family(text)
    assert (caught.value.field, caught.value.code) == ("file", code)


@given(
    st.text()
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["format", "version", "people", *FIELDS]), inner, max_size=4)
        ),
    ).map(lambda content: file_of(people=content))
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_family(text)
    except InputError:
        return
    assert 1 <= len(found) <= MAX_PEOPLE


# The page's questions ------------------------------------------------------------------------------------------------


def ask(do: str, *typed: tuple[str, str, str], **more: object) -> dict:
    fields = [dict(zip(FIELDS, one, strict=True)) for one in typed]
    return json.loads(answer(json.dumps({"do": f"family/{do}", "people": fields} | more)))


MOTHER = ("妈妈", "2026-1-5", "")
FATHER = ("爸爸", "2026-1-6", "jiangsu")


def test_an_answer_comes_with_names_faults_and_what_to_keep() -> None:
    reply = ask("assess", MOTHER, ("", "", ""), ("爸爸", "2026-2-30", ""))
    assert reply["ok"]
    assert reply["names"] == ["妈妈", "第2位", "爸爸"]
    assert [error["field"] for error in reply["errors"]] == ["2.last"]
    assert [one["label"] for one in json.loads(reply["kept"])["people"]] == ["妈妈", "爸爸"]
    assert 'data-status="unclear"' in reply["html"]


def test_a_file_to_keep_brings_everybody_back() -> None:
    reply = ask("export", MOTHER, ("", "", ""), FATHER)
    assert "里面有2位" in reply["said"]
    text = b64decode(reply["file"]["base64"]).decode()
    assert list(read_family(text)) == [Person(*MOTHER), Person(*FATHER)]


def test_what_is_said_aloud_is_the_most_urgent() -> None:
    assert ask("assess", ("妈妈", "春天", ""))["spoken"].startswith("妈妈：上次认证是哪一天")
    soon, late = (str(date(year, 3, 5)) for year in (2020, 2021))
    assert "2位，最急的是爸爸，最晚2021年3月5日" in ask("assess", ("妈妈", late, ""), ("爸爸", soon, ""))["spoken"]
    assert ask("assess", ("妈妈", soon, ""))["spoken"] == "妈妈，最晚2021年3月5日（星期五）。"


def test_nobody_is_nothing_to_show_and_nothing_to_keep() -> None:
    reply = ask("assess", ("", " ", ""))
    assert (reply["html"], reply["spoken"], reply["kept"]) == ("", "", "")


def test_a_calendar_tells_who_is_in_it_and_who_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, TODAY)
    lately = TODAY - timedelta(days=100)
    reply = ask("calendar", ("妈妈", lately.isoformat(), ""), ("爸爸", "", ""))
    assert "里面有妈妈" in reply["said"]
    assert "爸爸还没有填好" in reply["said"]
    assert reply["file"]["type"] == "text/calendar"


def test_a_calendar_without_a_day_ahead_is_not_made() -> None:
    assert ask("calendar", ("妈妈", "2020-1-5", ""))["errors"][0]["code"] == "passed"


def test_a_file_of_nobody_is_not_made() -> None:
    assert ask("export")["errors"][0]["field"] == "0.last"


def test_a_file_is_taken_in_at_once_where_nothing_was_typed() -> None:
    reply = ask("import", ("", "", ""), text=write_family([Person(*MOTHER)]))
    assert reply["question"] == ""
    assert reply["people"] == [dict(zip(FIELDS, MOTHER, strict=True))]


def test_beside_what_was_typed_a_file_is_a_question() -> None:
    reply = ask("import", MOTHER, text=write_family([Person(*MOTHER), Person(*FATHER)]))
    assert "文件里有2位：妈妈、爸爸" in reply["question"]
    assert [one["label"] for one in reply["together"]] == ["妈妈", "爸爸"]


def test_together_is_not_offered_where_they_would_be_too_many() -> None:
    text = write_family([Person(f"第{number}", "", "") for number in range(MAX_PEOPLE)])
    reply = ask("import", MOTHER, text=text)
    assert reply["together"] is None
    assert len(reply["people"]) == MAX_PEOPLE


def test_a_wrong_file_is_an_error_of_its_field() -> None:
    (error,) = ask("import", MOTHER, text="x")["errors"]
    assert error["field"] == "file"


def test_more_people_than_the_page_holds_are_refused() -> None:
    assert ask("assess", *[MOTHER] * (MAX_PEOPLE + 1))["errors"][0]["code"] == "too-many"


def test_line_breaks_and_half_characters_do_not_get_into_a_name() -> None:
    typed = people_in({"people": [{"label": "妈\n妈\ud800", "last": "2026-1-5\u2028"}]})
    assert typed == [Person("妈 妈", "2026-1-5", "")]


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=30)), max_size=4))
def test_no_family_makes_it_raise(fields: list[dict[str, str]]) -> None:
    reply = json.loads(answer(json.dumps({"do": "family/assess", "people": fields})))
    assert reply["ok"]


def test_a_card_says_where_and_whom_to_ask_and_what_may_have_stopped() -> None:
    chosen = find_place("jiangsu/suqian/enterprise")
    assert chosen.rule
    typed = [
        Person("甲", last_for(Status.SUSPENDED), chosen.id),
        Person("乙", last_for(Status.IN_GRACE), ""),
        Person("丙", last_for(Status.ON_TIME), "江苏"),
        Person("丁", last_for(Status.ON_TIME), "青海"),
        Person("戊", "2026年1月", ""),
        Person("己", "春天", ""),
    ]
    html = family_html(assess_family(typed, TODAY), TODAY)
    assert "1位可能停发，1位过了截止日，3位还早，1位还算不出来。" in html
    cards = html.split("<li")[1:]
    first, second, *_ = cards
    assert f"{chosen.name}（{chosen.rule.who}）" in first
    assert chosen.rule.hotline in first
    assert 'data-last="2026年11月25日"' in first
    assert "可能停发</dt>" in first
    assert "可能停发</dt>" in second
    assert PLACE_UNKNOWN in second
    others = {name: next(card for card in cards if f">{name}</h3>" in card) for name in "丙丁戊"}
    assert "江苏省</dd>" in others["丙"]
    assert find_place("青海").province.hotline in others["丁"]
    assert "只写了月份" in others["戊"]


def test_a_card_says_that_it_is_the_earliest_of_several() -> None:
    cards = family_html(
        assess_family([Person("甲", "2026-1-5", "海南"), Person("乙", "2026-1-5", "河南")], TODAY), TODAY
    )
    first, second = (next(card for card in cards.split("<li") if f">{name}</h3>" in card) for name in "甲乙")
    assert EARLIEST_OF_SEVERAL in first
    assert EARLIEST_OF_SEVERAL not in second


def test_a_card_without_an_answer_says_what_is_missing_and_nothing_else() -> None:
    typed = [Person("甲", "2026-1-5", "亚特兰蒂斯"), Person("乙", "春天", "")]
    cards = family_html(assess_family(typed, TODAY), TODAY).split("<li")[1:]
    place, day = cards
    assert "没有找到“亚特兰蒂斯”" in place
    assert "还没有填好" not in place
    assert "看不懂" not in day.split("family-sheet")[0], "a day may be half typed"
    assert "看不懂" in day, "but the sheet says why"


@given(families)
def test_nothing_typed_becomes_markup(typed: list[Person]) -> None:
    marked = [Person(f"<b>{one.label}", f'"><i>{one.last}', one.region) for one in typed]
    html = family_html(assess_family(marked, TODAY), TODAY)
    assert "<b>" not in html
    assert "<i>" not in html


def test_a_name_of_two_counties_is_a_question_of_the_person_with_both() -> None:
    members = assess_family(
        [Person("妈妈", "2026-1-5", "江苏"), Person("爸爸", "2026-1-5", "朝阳区")], date(2026, 11, 28)
    )
    (question,) = faults(members)
    assert (question.field, question.code) == ("1.region", "ambiguous")
    assert question.meant == ("北京市朝阳区", "吉林省长春市朝阳区")
    assert question.message.startswith("爸爸：")
