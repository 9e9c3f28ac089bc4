"""The safe date is honest: nothing of an answer is calmer than it allows, and nothing promises more than was found."""

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from calculator import Assessment, Status, assess
from calculator.assessment.cautions import asked_around, asking_more, earliest_caution, safe_caution, safe_title
from calculator.assessment.reminders import reminders
from calculator.assessment.supported_days import LATEST
from calculator.counting.groups import Group, group_of
from calculator.counting.rules import deadline
from calculator.counting.status import Standing
from calculator.export.sharing import chat_text, short_text
from calculator.family.people import Person, assess_family
from calculator.page.bridge import answer
from calculator.reading.form import fill_in
from calculator.regions import SCHEMES, RegionalRule, presets, provinces, region_name
from calculator.regions.coverage import current
from calculator.regions.divisions import divisions
from calculator.render.answer import answer_html, first_part_html, spoken
from calculator.render.family import family_html
from calculator.render.first import next_html, next_rows
from calculator.render.slip import slip_html
from calculator.render.timeline import moments, timeline_svg
from calculator.roster.columns import Heading
from calculator.roster.rows import assess_rows
from calculator.wording import roster as roster_words
from calculator.wording.days import day_in_words, with_weekday

TODAY = date(2026, 11, 28)
PENSIONS = ("企业职工", "机关事业", "城乡居民")
NATIONWIDE = ("遗属与供养亲属", "工伤")

regions = [""] + [one.id for one in provinces()] + [rule.id for one in provinces() for rule in presets(one)]
places = [""] + [one.name + rule.place for one in provinces() for rule in one.rules if rule.status == "preset"]

CITIES = [one.path for one in divisions() if len(one.code) == 4]
"""Every prefecture of the country."""

CALM = ("不用急", "不急", "还早", "不用做什么", "不用办", "不用打电话")
"""What may be said only while the safe date is more than a month away."""

NONE_EARLIER = re.compile(r"不会晚|不晚|不会错过|最早的一天")
"""What says that no rule is earlier."""


@st.composite
def answers(draw: st.DrawFn) -> Assessment:
    """Presets and provinces, schemes and none, seen from any day until after the deadline."""
    last = draw(st.dates(date(2022, 1, 1), date(2027, 12, 31)))
    today = min(last + timedelta(days=draw(st.integers(0, 460))), LATEST)
    region = draw(st.sampled_from(regions) | st.sampled_from(places))
    return assess(last, today, region=region, scheme=draw(st.sampled_from(("", *SCHEMES))))


def fields_of(found: Assessment, region: str) -> dict[str, str]:
    return {"last": found.last.isoformat(), "today": found.today.isoformat(), "region": region, "scheme": found.scheme}


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def urgent(found: Assessment) -> bool:
    """Whether the safe date is so near, or so far gone, that nothing may be calm."""
    return found.today >= found.safe_date - timedelta(days=30)


# What the safe date heeds ---------------------------------------------------------------------------------------------


def imposed(rule: RegionalRule, last: date) -> date:
    """By which day a rule asks for the next certification, computed anew from its own fields."""
    return min(deadline(one, last, rule.windows, rule.month_days) for one in rule.counting)


@given(answers())
def test_no_current_rule_that_could_reach_this_person_is_earlier(found: Assessment) -> None:
    place = found.place
    schemes = place.schemes if place else (found.scheme,)
    for one in provinces():
        for rule in one.rules:
            if not current(rule, found.today) or not set(schemes) & set(rule.schemes):
                continue
            if rule.valid_from and found.today < rule.valid_from:
                continue
            if place is None or (place.province is not one and not place.known):
                reaches = found.scheme in NATIONWIDE
            else:
                reaches = place.province is one and (
                    place.where.startswith(rule.place) or rule.place.startswith(place.where)
                )
            told_apart = (
                place is not None
                and place.rule is not None
                and not place.one_of_several
                and rule.in_force(found.today)
                and rule.place == place.rule.place
                and bool(rule.scheme_note and place.rule.scheme_note)
            )
            if reaches and not told_apart:
                assert found.safe_date <= imposed(rule, found.last), rule.id


@given(answers())
def test_it_is_after_the_last_certification_and_not_after_the_deadline(found: Assessment) -> None:
    assert found.last < found.safe_date <= found.deadline < found.may_stop_from <= found.suspended_from


@given(answers())
def test_it_is_the_earliest_of_the_readings_that_are_shown(found: Assessment) -> None:
    assert found.safe_date == min(day for day, _ in found.demands)
    assert found.safe_date == min(one.deadline for one in found.readings if one.applies)
    assert {one.rule for _, one in found.demands} == {one.rule for one in found.readings if one.applies}


@given(answers())
def test_what_it_does_not_heed_and_asks_more_often_is_named(found: Assessment) -> None:
    assume(found.place is None)
    most = max(one.times for one in found.heeded)
    names = "".join(name for _, who in asking_more(found) for name in who)
    for one in provinces():
        for rule in one.rules:
            mine = not found.scheme or found.scheme in rule.schemes
            often = {
                "half-year": 2,
                "6-months": 2,
                "6-months-eve": 2,
                "180-days": 2,
                "180-days-eve": 2,
                "quarter": 4,
                "3-months-eve": 4,
                "monthly": 12,
            }
            times = max((often.get(counting, 1) for counting in rule.counting), default=0)
            if mine and rule.status == "preset" and current(rule, found.today) and times > most:
                assert region_name(rule) in names or one.short in names, rule.id


# Nothing is calmer ----------------------------------------------------------------------------------------------------


@given(answers())
def test_the_standing_heeds_the_earlier_of_safe_date_and_deadline(found: Assessment) -> None:
    assert (found.standing is Standing.ON_TIME) == (not urgent(found))
    assert (found.standing is Standing.PAST_SAFE) == (found.safe_date < found.today < found.deadline)
    if found.standing not in (Standing.PAST_SAFE, Standing.DUE_SOON, Standing.WAITING):
        assert found.standing.step is found.status
    else:
        assert found.status in (Status.ON_TIME, Status.DUE_SOON)


@given(answers(), st.sampled_from(regions))
@example(assess(date(2026, 3, 15), TODAY, scheme="遗属与供养亲属"), "")
@example(assess(date(2026, 3, 15), TODAY, scheme="城乡居民"), "")
@example(assess(date(2026, 3, 9), date(2026, 3, 20), region="呼和浩特市", scheme="遗属与供养亲属"), "呼和浩特市")
def test_nothing_on_the_page_is_calmer_than_the_safe_date_allows(found: Assessment, region: str) -> None:
    fields = fields_of(found, region)
    found = (typed := fill_in(fields, found.today)).assessment
    html = answer_html(typed)
    request = {"do": "text", "fields": fields, "page": "", "saves": True}
    chat = json.loads(answer(json.dumps(request)))["copy"]
    if urgent(found):
        assert not [one for one in CALM if one in text_of(html) + html + chat]
        assert 'data-status="on-time"' not in html
        assert 'value="on-time"' not in html
    else:
        assert '<div class="answer-head" data-status="on-time">' in html
    assert f'datetime="{found.safe_date.isoformat()}"' in html
    head = html.partition("</div>")[0]
    if found.safe_leads:
        assert f'data-result="safe-date" datetime="{found.safe_date}"' in head
        assert 'data-result="deadline"' not in head
        return
    named = f"{safe_title(found)}{'的日子是' if found.today > found.safe_date else '：'}{day_in_words(found.safe_date)}"
    assert (named in head) == (found.safe_date < found.deadline and found.today < found.deadline)


@given(answers())
def test_the_line_of_time_is_green_only_while_the_safe_date_is_far(found: Assessment) -> None:
    colours = re.findall('class="time-([a-z-]+)" d="M22 ', timeline_svg(found))
    begins = [moment.day for moment in moments(found)][:-1]
    assert len(colours) == len(begins)
    for colour, day in zip(colours, begins, strict=True):
        assert (colour == "on-time") == (day + timedelta(days=1) < found.safe_date - timedelta(days=30))


@given(answers(), st.sampled_from(regions))
def test_no_card_of_a_family_is_calmer_than_the_safe_date_allows(found: Assessment, region: str) -> None:
    members = assess_family([Person("妈妈", found.last.isoformat(), region)], found.today)
    assert members[0].answer
    html = text_of(family_html(members, found.today))
    if urgent(members[0].answer.assessment):
        assert not [one for one in CALM if one in html]


@given(answers(), st.sampled_from(places))
def test_no_row_of_a_roster_is_calmer_than_the_safe_date_allows(found: Assessment, place: str) -> None:
    (person,) = assess_rows(
        [(2, (found.last.isoformat(), place, found.scheme))],
        Heading(0, ("上次", "地区", "险种"), {}),
        {"last": (0,), "region": (1,), "scheme": (2,)},
        found.today,
        {},
    )
    assert person.verdict.found is not None
    late = urgent(person.verdict.found)
    assert person.verdict.group is group_of(person.verdict.found.standing, person.verdict.found.days_left)
    assert late == (person.verdict.group is not Group.ON_TIME)
    if late:
        said = roster_words.GROUP_SCRIPTS[person.verdict.group] + person.verdict.status + person.verdict.reason
        assert not [one for one in CALM if one in said]


@given(answers())
def test_the_first_reminder_comes_no_later_than_the_safe_date(found: Assessment) -> None:
    days = [one.day for one in reminders(found)]
    if found.today <= found.safe_date:
        assert days[0] <= found.safe_date
    elif found.today <= found.deadline:
        assert days[0] <= found.deadline


# Nothing promises more ------------------------------------------------------------------------------------------------


@given(answers(), st.sampled_from(regions))
def test_no_sentence_says_that_no_rule_is_earlier_while_one_shown_is(found: Assessment, region: str) -> None:
    typed = fill_in(fields_of(found, region), found.today)
    found = typed.assessment
    html = answer_html(typed)
    for sentence in re.split(r"[。<>]", html):
        if not NONE_EARLIER.search(sentence):
            continue
        shown = re.findall(r"<td>(\d+)年(\d+)月(\d+)日", html)
        assert min(date(*map(int, day)) for day in shown) == found.safe_date
        # It is said of what was found, or of those who ask so often, and never of everybody.
        assert re.search("查到的|照着算的|这里取|的地方|要是|几种养老金里|几种里", sentence), sentence


@given(st.sampled_from(CITIES + places), st.dates(date(2022, 1, 1), TODAY))
def test_who_does_not_say_what_is_drawn_is_told_the_earliest_of_the_pensions(region: str, last: date) -> None:
    found = assess(last, TODAY, region=region)
    by_scheme = [assess(last, TODAY, region=region, scheme=one) for one in PENSIONS]
    if region:
        assert found.safe_date <= min(one.safe_date for one in by_scheme)
        assert found.deadline <= min(one.deadline for one in by_scheme)


@given(answers())
def test_without_a_rule_for_everybody_meant_the_safe_date_has_its_condition(found: Assessment) -> None:
    title, caution = safe_title(found), safe_caution(found)
    if found.reach.known:
        assert (title, bool(re.search("(查到|照着算)的说法里", caution))) == ("最稳妥", True)
    else:
        assert title.startswith("一年") or "12333" in caution
        assert "不分时间段" in caution or "照着算的里面" in caution


@pytest.mark.parametrize(
    ("scheme", "named", "unnamed"),
    [
        ("", ["内蒙古包头市", "黑龙江", "河北张家口市", "每月一次", "每季一次", "半年一次"], []),
        ("企业职工", ["内蒙古包头市"], ["黑龙江", "遗属补助："]),
        ("城乡居民", ["黑龙江", "每季一次"], ["内蒙古包头市"]),
        ("遗属与供养亲属", [], ["内蒙古"]),
    ],
)
def test_without_a_place_those_who_ask_more_often_are_named(scheme: str, named: list[str], unnamed: list[str]) -> None:
    typed = fill_in({"last": "2026-3-15", "scheme": scheme}, TODAY)
    section = answer_html(typed).partition("answer-more")[2].partition("</section>")[0]
    assert all(one in section for one in named)
    assert not any(one in section for one in unnamed)
    assert ('data-edit="province"' in section) == bool(named)


def test_a_calm_word_after_the_safe_date_and_never_before_it() -> None:
    html = answer_html(fill_in({"last": "2026-3-15", "scheme": "遗属与供养亲属"}, TODAY))
    assert '<data data-result="status" value="due-soon">最好这几天就办</data>' in html
    assert "最稳妥的日子已经过了。有的地方算得更早，不要等到截止日" in html


def test_a_province_does_not_promise_what_a_city_of_it_denies() -> None:
    found = assess(date(2026, 3, 15), TODAY, region="广东", scheme="城乡居民")
    assert (found.deadline, found.safe_date) == (date(2027, 3, 31), date(2027, 3, 15))
    assert safe_caution(found).startswith(
        "广东省（没有单位的居民养老）能照着算的说法里，最早的一天，是广东揭阳市普宁市"
    )


@pytest.mark.parametrize(
    ("region", "scheme", "safe"),
    [
        ("赤峰", "企业职工", "2026-11-27"),  # 包头 asks twice a year, 180 days among the ways to count so
        ("鄂尔多斯", "企业职工", "2026-11-27"),
        ("石家庄", "城乡居民", "2026-11-27"),
        ("西安", "城乡居民", "2026-11-27"),  # 渭城 asks by the quarter, but of those of 100 years alone
        ("拉萨", "企业职工", "2026-11-27"),  # of 2023, and the only word that there is
        ("西藏", "企业职工", "2026-11-27"),
        ("呼和浩特", "企业职工", "2026-11-30"),  # of 2024, and whether it has become half a year is not known
        ("合肥", "企业职工", "2027-05-31"),  # nothing in the province asks more than once a year
        ("成都", "企业职工", "2027-06-01"),
    ],
)
def test_a_place_of_which_nothing_is_known_is_no_calmer_than_what_is_known_around_it(
    region: str, scheme: str, safe: str
) -> None:
    assert assess(date(2026, 6, 1), TODAY, region=region, scheme=scheme).safe_date == date.fromisoformat(safe)


@pytest.mark.parametrize(
    ("region", "scheme", "last", "safe", "times"),
    [
        ("沧州", "企业职工", "2026-12-20", "2027-05-31", "1月1日到5月31日"),
        ("沧州", "城乡居民", "2026-04-30", "2026-09-30", "1月1日到4月30日、5月1日到9月30日"),
        ("雄安新区", "机关事业", "2026-12-20", "2027-05-31", "1月1日到5月31日"),
        ("邢台", "机关事业", "2026-06-01", "2027-03-31", "1月1日到3月31日"),  # of the city's own agency
        ("沧州河间市", "企业职工", "2026-12-20", "2027-05-31", "1月10日到6月30日"),
        ("邢台宁晋县", "机关事业", "2026-06-01", "2027-05-31", ""),
        ("石家庄", "机关事业", "2026-12-20", "2027-06-30", ""),  # 张家口 asks so in 2024
    ],
)
def test_a_place_s_own_windows_of_a_past_year_are_heeded_and_told_first(
    region: str, scheme: str, last: str, safe: str, times: str
) -> None:
    found = assess(date.fromisoformat(last), date.fromisoformat(last), region=region, scheme=scheme)
    assert found.safe_date == date.fromisoformat(safe)
    assert (f"当地以前的通知，时间段是{times}；今年的没有查到" in earliest_caution(found)) == bool(times)
    assert ("它把这个时间段也算在里面" in found.working[0].text) == bool(times)
    assert "河北沧州市（仅供对照）" in str(asked_around(found))


@pytest.mark.parametrize(
    ("place", "scheme", "heeded"),
    [
        ("山东省聊城市东昌府区", "企业职工", False),  # from April to May, in 2024
        ("甘肃省庆阳市", "机关事业", False),  # every 180 days, in 2022
        ("福建省厦门市", "企业职工", False),  # in the calendar year, in 2021
        ("湖南省长沙市", "企业职工", False),  # 望城 in it, in 2019
        ("重庆市", "企业职工", False),  # older guides
        ("山东省济南市", "企业职工", True),
        ("安徽省宿松县", "企业职工", True),
    ],
)
def test_what_was_found_of_a_place_and_is_not_heeded_is_not_denied(place: str, scheme: str, heeded: bool) -> None:
    caution = safe_caution(assess(date(2026, 6, 1), TODAY, region=place, scheme=scheme))
    assert ("查到的说法里" in caution) == heeded
    assert ("没有算在里面，拿不准打12333问一声" in caution) == (not heeded)


@pytest.mark.parametrize(("region", "scheme"), [("新乡", "工伤"), ("宜昌", "企业职工"), ("河北省本级", "工伤")])
def test_times_of_the_past_that_are_not_heeded_are_told_and_not_advised(region: str, scheme: str) -> None:
    text = assess(date(2026, 6, 1), TODAY, region=region, scheme=scheme).working[0].text
    assert "那份通知写的时间段是" in text
    assert "，拿不准打12333问。" in text
    assert "照它" not in text.replace("没有照它算", "")


@pytest.mark.parametrize(
    ("region", "scheme", "told"),
    [
        ("河南内乡县", "", "当地自己的说法管的是企业退休、遗属补助，这里取日子最早的一种，按河南省"),
        ("长沙", "企业职工", "当地自己的说法管的是没有单位的居民养老，不管这一种，按湖南省"),
        ("葫芦岛", "失业", "当地自己的说法管的是企业退休、机关退休、没有单位的居民养老、遗属补助，没有查到别的。"),
    ],
)
def test_what_a_place_has_for_others_is_not_denied(region: str, scheme: str, told: str) -> None:
    fields = {"last": "2026-3-15", "region": region, "scheme": scheme}
    found = fill_in(fields, TODAY).assessment
    assert told in found.working[0].text
    assert "没有查到当地自己的" not in text_of(answer_html(fill_in(fields, TODAY)))


def test_what_the_words_of_a_notice_could_also_mean_is_not_told_of_it() -> None:
    around = assess(date(2026, 6, 1), TODAY, region="赤峰", scheme="企业职工")
    assert "呼和浩特" not in str(asked_around(around))
    assert "内蒙古包头市" in str(asked_around(around))


@given(st.sampled_from(CITIES), st.sampled_from(PENSIONS), st.dates(date(2022, 1, 1), TODAY))
def test_where_nothing_is_known_whatever_the_province_asks_of_everybody_is_heeded(
    city: str, scheme: str, last: date
) -> None:
    found = assess(last, TODAY, region=city, scheme=scheme)
    place = found.place
    assume(place and not place.known)
    assert place
    asked = [one for one in place.province.rules if current(one, TODAY) and scheme in one.schemes]
    for rule in asked:
        others = [one for one in asked if one.place == rule.place and one.scheme_note]
        if not (rule.scheme_note and len(others) > 1):  # it is not asked of the oldest alone
            assert found.safe_date <= imposed(rule, last), rule.id


def test_benefits_of_the_same_place_that_are_asked_for_more_often_are_named_beside() -> None:
    html = answer_html(fill_in({"last": "2026-3-15", "region": "河南"}, TODAY))
    assert "领的是别的待遇，日子更早" in html
    assert "<strong>半年一次</strong> 遗属补助：河南。" in html


# Where the benefit was not said ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "deadline_", "several"),
    [
        ("福建", "2027-03-15", True),
        ("海南", "2027-02-28", True),
        ("陕西", "2027-03-14", True),
        ("黑龙江", "2026-06-30", True),
        ("广西", "2027-03-31", False),  # the three pensions are one, survivors are not
        ("湖南", "2027-03-31", False),
    ],
)
def test_the_earliest_answers_and_says_so(region: str, deadline_: str, several: bool) -> None:
    typed = fill_in({"last": "2026-3-15", "region": region}, TODAY)
    found = typed.assessment
    assert found.place
    assert (found.deadline.isoformat(), found.place.one_of_several) == (deadline_, several)
    by_scheme = [assess(found.last, TODAY, region=region, scheme=one) for one in PENSIONS]
    assert found.deadline == min(one.deadline for one in by_scheme)
    assert found.safe_date <= min(one.deadline for one in by_scheme)
    html = answer_html(typed)
    assert ("您没有选领的是哪一种，这是几种养老金里最早的日子。" in html) == several
    assert ("您没有选是哪一种，这里按日子最早的一种算" in html) == several


@pytest.mark.parametrize("region", ["广东", "海南", "陕西", "河南", "广西", "包头市", "河北", "青海"])
def test_which_benefit_it_is_is_asked_first_in_words_that_people_know(region: str) -> None:
    html = answer_html(fill_in({"last": "2026年3月15日", "region": region}, TODAY))
    _head, _, rest = html.partition("</p>\n</div>")
    question, _, _ = rest.partition("</section>")
    assert question.index("您领的是哪一种？") < 1200, "right under the day, which a link opens on"
    links = re.findall(r'<a href="#last=2026-03-15&amp;region=[^"]*&amp;scheme=[^"]+">([^<]+)</a>', question)
    assert links == ["企业退休", "机关退休", "没有单位的居民养老", "遗属补助", "工伤津贴"]


@pytest.mark.parametrize(
    ("region", "scheme"), [("广东", "城乡居民"), ("hainan/enterprise", ""), ("湖南", ""), ("", "")]
)
def test_nothing_is_asked_where_it_was_said_or_makes_no_difference(region: str, scheme: str) -> None:
    html = answer_html(fill_in({"last": "2026-3-15", "region": region, "scheme": scheme}, TODAY))
    assert "您领的是哪一种？" not in html


@pytest.mark.parametrize("way", ["first", "forgotten"])
def test_the_other_ways_ask_too_and_stay_what_they_are(way: str) -> None:
    fields = {"claim": "2026-9", "region": "广东", "today": TODAY.isoformat()}
    html = json.loads(answer(json.dumps({"do": way, "fields": fields})))["html"]
    assert f'<a href="#way={way}&amp;' in html


@given(answers())
def test_grace_ends_with_the_strictest_of_the_rules_that_could_be_somebody_s_own(found: Assessment) -> None:
    place = found.place
    if place is None or not place.one_of_several or found.place.rule is None:
        return
    each = [assess(found.last, found.today, region=place.province.name + place.where, scheme=one) for one in PENSIONS]
    if not found.scheme:
        assert found.may_stop_from <= min(one.may_stop_from for one in each)


# Rules that begin and end ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "today", "rule", "expected"),
    [
        ("2024-06-10", "2025-03-31", "12-months-eve", "2025-06-09"),
        ("2024-12-10", "2025-04-01", "6-months-eve", "2025-06-09"),
        ("2026-06-10", "2026-11-28", "6-months-eve", "2026-12-09"),
    ],
)
def test_a_day_is_answered_by_the_rule_of_its_time(last: str, today: str, rule: str, expected: str) -> None:
    found = assess(date.fromisoformat(last), date.fromisoformat(today), region="包头市", scheme="企业职工")
    assert (found.rule, found.deadline) == (rule, date.fromisoformat(expected))
    assert found.safe_date <= found.deadline


def test_a_rule_that_has_ended_says_until_when_it_held() -> None:
    (step, *_) = assess(date(2024, 6, 10), date(2025, 3, 31), region="包头市", scheme="企业职工").working
    assert step.text.endswith("这个说法到2025年3月31日为止。")


def test_the_path_of_a_rule_that_has_ended_leads_to_the_one_that_replaced_it() -> None:
    path = "inner-mongolia/baotou/employees-2024"
    then = assess(date(2024, 6, 10), date(2024, 9, 1), region=path, scheme="企业职工")
    now = assess(date(2026, 6, 10), TODAY, region=path, scheme="企业职工")
    assert (then.rule, now.rule) == ("12-months-eve", "6-months-eve")


def test_a_rule_to_come_is_heeded_from_when_it_can_be_imposed() -> None:
    # From 2025-04-01 on six months are asked: who certified in June 2024 must not rely on June 2025.
    then = {"region": "inner-mongolia/baotou/employees-2024", "scheme": "企业职工"}
    before = assess(date(2024, 6, 10), date(2024, 12, 1), **then)
    assert (before.deadline, before.safe_date) == (date(2025, 6, 9), date(2025, 3, 31))
    # Whose deadline comes before that day is not concerned.
    early = assess(date(2024, 3, 10), date(2024, 12, 1), **then)
    assert early.safe_date == early.deadline == date(2025, 3, 9)
    # Whose six months end after it has them.
    late = assess(date(2024, 12, 10), date(2024, 12, 20), **then)
    assert (late.deadline, late.safe_date) == (date(2025, 12, 9), date(2025, 6, 9))


@pytest.mark.parametrize(("path", "times"), [("minors", 2), ("dependants", 12)])
def test_who_says_for_whom_it_is_does_not_heed_what_the_place_asks_of_others(path: str, times: int) -> None:
    found = assess(date(2026, 3, 15), TODAY, region=f"inner-mongolia/baotou/{path}")
    assert {one.times for one in found.heeded} == {times}
    assert (
        max(one.times for one in assess(date(2026, 3, 15), TODAY, region="包头市", scheme="遗属与供养亲属").heeded)
        == 12
    )


def test_a_rule_chosen_by_hand_where_nothing_is_known_brings_those_that_ask_as_often() -> None:
    found = assess(date(2026, 3, 15), TODAY, "6-months", region="青海")
    assert (found.deadline, found.safe_date) == (date(2026, 9, 15), date(2026, 9, 10))
    assert {"6-months", "180-days", "half-year"} <= {one.rule for one in found.heeded}


def test_where_a_place_tells_people_of_one_benefit_apart_the_earliest_answers_and_says_so() -> None:
    typed = fill_in({"last": "2026-11-5", "region": "包头市", "scheme": "遗属与供养亲属"}, TODAY)
    html = answer_html(typed)
    assert typed.assessment.deadline == date(2026, 12, 10)
    assert "这一种待遇，当地对不同的人说法不一样，这是几种里最早的日子（18岁及以上，企业遗属和工伤遗属）。" in html
    assert "当地对不同的人说法不一样，这里按日子最早的一种算。" in html
    assert "您没有选" not in html
    # Until the first of December nothing counts for December.
    assert "日子近了，到了时间段就办" in html
    assert "当地从12月1日起办这一次" in html
    assert "每月1日到10日" in html


# Where the deadline is only borrowed ----------------------------------------------------------------------------------


@pytest.mark.parametrize("region", ["", "拉萨", "合肥"])
@pytest.mark.parametrize(
    ("last", "today", "large", "told"),
    [
        ("2026-03-05", "2026-11-29", "这几天", "最稳妥的日子是"),
        ("2026-11-20", "2026-11-29", "12月9日", "这一天或以前办"),
        ("2026-11-20", "2026-11-22", "12月9日", "这一天或以前办"),
    ],
)
def test_where_the_deadline_is_only_that_of_pensions_the_safe_date_stands_above_it(
    region: str, last: str, today: str, large: str, told: str
) -> None:
    typed = fill_in({"last": last, "today": today, "region": region, "scheme": "遗属与供养亲属"}, TODAY)
    found = typed.assessment
    assert found.safe_leads
    assert found.foremost == found.safe_date
    head, _, rest = first_part_html(typed).partition("</div>")
    assert f'<span class="month-day">{large}</span>' in head
    assert told in head
    assert found.deadline.isoformat() not in head
    assert "照养老金的算法，最晚" in rest
    safe, due = with_weekday(found.safe_date), with_weekday(found.deadline)
    for text in (
        spoken(found),
        chat_text(found, ""),
        text_of(slip_html(found, "", prints=True)),
        text_of(next_html("", next_rows(found, ""))),
    ):
        assert 0 <= text.find(day_in_words(found.safe_date)[5:]) < text.index(due[5:10])
    assert (safe if found.today <= found.safe_date else "最好这几天就办") in short_text(found)
    assert due not in short_text(found)
    assert len(short_text(found).encode()) < 200
    assert "照养老金的算法，最晚" in timeline_svg(found)
    *_, last_one = reminders(found)
    assert last_one.title == "养老认证：照养老金的算法，最晚今天"
    assert last_one.text.index(safe) < last_one.text.index(f"照养老金的算法，最晚在{due}认证")


def test_a_deadline_that_has_gone_by_or_was_chosen_is_no_longer_below_the_safe_date() -> None:
    gone = assess(date(2026, 3, 5), date(2027, 3, 5), scheme="工伤")
    chosen = assess(date(2026, 3, 5), TODAY, "6-months", scheme="工伤")
    assert (gone.is_borrowed, gone.safe_leads, gone.foremost) == (True, False, gone.deadline)
    assert (chosen.is_borrowed, chosen.safe_leads) == (False, False)
    assert earliest_caution(chosen) == "", "it is not counted as pensions are"
