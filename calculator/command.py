"""The command line: ``python -m calculator deadline 2025-03-15 --json`` and its siblings.

Bad input ends with exit status 2 and one line in Chinese on standard error that says what to type.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, NoReturn, override

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import (
    asked_around,
    asking_more,
    earliest_caution,
    grace_caution,
    safe_caution,
    safe_title,
)
from calculator.assessment.working import GraceOrigin
from calculator.counting.device_clock import beijing_today
from calculator.counting.rules import DEFAULT_RULE, RULES
from calculator.errors import InputError, MissingDataError
from calculator.reading.form import FormError, fill_in
from calculator.regions import presets, provinces

if TYPE_CHECKING:
    from calculator.messages import Check

__all__ = ["main"]


class _Parser(argparse.ArgumentParser):
    """A parser that explains a wrong command in Chinese."""

    @override
    def error(self, message: str) -> NoReturn:
        print(wording.page.COMMAND_UNREADABLE, file=sys.stderr)
        raise SystemExit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except FormError as error:
        print(error.errors[0].message, file=sys.stderr)
        return 2
    except InputError as error:
        print(error.message, file=sys.stderr)
        return 2
    except MissingDataError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read the output has had enough; Python must not try to flush the rest at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m calculator", description="养老待遇资格认证：算截止日。")
    commands = parser.add_subparsers(required=True, metavar="命令", parser_class=_Parser)

    one = commands.add_parser("deadline", help="算一个人的截止日", description="由上次认证的日期算出截止日。")
    one.add_argument("last", metavar="上次认证日", help="例如 2025-3-15、2025年3月15日、2025年3月")
    one.add_argument("--rule", default=DEFAULT_RULE, metavar="算法", help="见 python -m calculator rules")
    one.add_argument(
        "--grace", default="", metavar="天数", help="宽限天数，不写就按当地的说法，没有说法的按网上说的15天"
    )
    one.add_argument("--region", default="", metavar="地区", help="例如 江苏，或 python -m calculator regions 里的编号")
    one.add_argument("--scheme", default="", metavar="险种", help="例如 企业职工、城乡居民")
    one.add_argument("--today", default="", metavar="日期", help="从哪一天看，不写就是北京时间今天")
    one.add_argument("--json", action="store_true", help="输出一个JSON对象")
    one.set_defaults(run=_deadline)

    table = commands.add_parser("rules", help="列出所有算法", description="列出所有算法和各自的例子。")
    table.add_argument("--json", action="store_true", help="输出一个JSON数组")
    table.set_defaults(run=_rules)

    places = commands.add_parser("regions", help="列出各地的算法", description="列出各地的算法和来源。")
    places.add_argument("--json", action="store_true", help="输出一个JSON数组")
    places.set_defaults(run=_regions)

    many = commands.add_parser("roster", help="算一份名单", description="一份名单一起算，每个人的截止日写在后面。")
    many.add_argument("file", metavar="名单", help="CSV、.xlsx、.xls、.xlsb或.ods文件，要有“上次认证日期”一栏")
    many.add_argument("-o", "--out", metavar="文件", help="写到哪里，用.csv、.xlsx或.ics结尾；不写就输出CSV")
    many.add_argument("--sheet", default="", metavar="表", help="文件里有几张表时读哪一张：表的名字，或者第几张")
    many.add_argument("--region", default="", metavar="地区", help="名单里没写地区的，都算这里的")
    many.add_argument("--scheme", default="", metavar="险种", help="名单里没写险种的，都算这一种")
    many.add_argument("--today", default="", metavar="日期", help="从哪一天看，不写就是北京时间今天")
    many.set_defaults(run=_roster)

    batch = commands.add_parser(
        "batch", help="算几百万行的表", description="几百万行的Parquet或CSV表一起算，看不明白的行另写一个文件。"
    )
    batch.add_argument("file", metavar="表", help=".parquet或.csv文件，要有 last（上次认证日）一栏")
    batch.add_argument("-o", "--out", metavar="文件", required=True, help="写到哪里，用.parquet或.csv结尾")
    batch.add_argument("--last", default="last", metavar="栏名", help="上次认证日在哪一栏，不写就是 last")
    batch.add_argument(
        "--place", default="place", metavar="栏名", help="地区代码或地址在哪一栏，不写就是 place，可以没有"
    )
    batch.add_argument("--scheme", default="scheme", metavar="栏名", help="险种在哪一栏，不写就是 scheme，可以没有")
    batch.add_argument("--today", default="", metavar="日期", help="从哪一天看，不写就是北京时间今天")
    batch.add_argument("--memory", default="2GB", metavar="上限", help="最多用多少内存，例如 2GB")
    batch.set_defaults(run=_batch)

    data = commands.add_parser(
        "data", help="写出给别的程序用的数据", description="把算法、地区、每一天的截止日写成数据包。"
    )
    data.add_argument("-o", "--out", metavar="文件夹", required=True, help="写到哪个文件夹")
    data.add_argument("--today", default="", metavar="日期", help="按哪一天的规定，不写就是北京时间今天")
    data.set_defaults(run=_data)

    join = commands.add_parser("sql", help="写出数据库里用的查询", description="写出用数据包算截止日的SQL。")
    join.add_argument(
        "engine", choices=("duckdb", "postgresql", "spark"), metavar="数据库", help="duckdb、postgresql或spark"
    )
    join.add_argument("--today", default="", metavar="日期", help="从哪一天看，不写就是北京时间今天")
    join.set_defaults(run=_sql)

    message = commands.add_parser(
        "message", help="看一条短信像不像骗局", description="看一条短信、一段电话里的话，像不像骗局。"
    )
    message.add_argument("text", metavar="文字", help="收到的文字；写一个减号，就从标准输入读")
    message.add_argument("--sender", default="", metavar="号码", help="谁发来的，不写也行；号码不能证明是真的")
    message.add_argument("--json", action="store_true", help="输出一个JSON对象")
    message.set_defaults(run=_message)
    return parser


def _batch(options: argparse.Namespace) -> None:
    from calculator.warehouse import command  # what it needs is installed for this alone

    command.run_batch(options)


def _data(options: argparse.Namespace) -> None:
    from calculator.warehouse import command

    command.run_data(options)


def _sql(options: argparse.Namespace) -> None:
    from calculator.warehouse import command

    command.run_sql(options)


def _roster(options: argparse.Namespace) -> None:
    from calculator.roster import command  # what it needs is not needed for one person

    command.run(options)


def _deadline(options: argparse.Namespace) -> None:
    from calculator.roster.places import known_region, known_scheme  # a roster's places are understood here too

    fields = {name: getattr(options, name) for name in ("last", "rule", "grace", "region", "scheme", "today")}
    fields["scheme"] = known_scheme(options.scheme) or options.scheme
    fields["region"] = known_region(options.region) or options.region
    found = fill_in(fields, beijing_today())
    if options.json:
        print(json.dumps(assessment_json(found.assessment) | {"remarks": found.remarks}, ensure_ascii=False))
        return
    one = found.assessment
    for remark in found.remarks:
        print(remark)
    left = "" if one.safe_leads else f"（{wording.answer.left(one.standing, one.days_left)}）"
    print(f"{wording.answer.STATUS_NAMES[one.standing]}{left}")
    if one.place and one.place.asks_scheme:
        print(wording.page.COMMAND_SCHEME)
    safe = f"{safe_title(one)}：{wording.days.with_weekday(one.safe_date)}　{safe_caution(one)}"
    if one.safe_leads:
        print(safe)
        print(f"{wording.answer.BORROWED_TITLE}：{wording.days.with_weekday(one.deadline)}　{earliest_caution(one)}")
    else:
        if caution := earliest_caution(one):
            print(caution)
        print(f"{wording.answer.DEADLINE_TITLE}：{wording.days.with_weekday(one.deadline)}")
        print(safe)
    for often, names in (*asking_more(one), *asked_around(one)):
        print(f"  {often}：{'；'.join(names)}")
    for title, day, caution in _late(one):
        print(f"{title}：{wording.days.with_weekday(day)}　{caution}")
    print(f"\n{wording.answer.WORKING_TITLE}：")
    for number, step in enumerate(one.working, 1):
        print(f"{number}. {step.text}")


def _late(found: Assessment) -> tuple[tuple[str, date, str], ...]:
    """When payment may stop, and the last day before that: what they are, the days, and how far they can be relied on."""
    words, days = wording.answer, found.grace_days
    said = words.SUSPENDED_CAUTION
    match found.grace_origin:
        case GraceOrigin.DEFAULT:
            said, end = words.SUSPENDED_CAUTION_UNKNOWN, (words.grace_title_hearsay(days), words.GRACE_CAUTION)
        case GraceOrigin.CHOSEN:
            end = words.grace_title_chosen(days), words.GRACE_CAUTION_CHOSEN
        case _:
            said, end = grace_caution(found) + said, words.until_stop(days)
    return (words.SUSPENDED_TITLE, found.may_stop_from, said), (end[0], found.grace_end, end[1])


def _rules(options: argparse.Namespace) -> None:
    if options.json:
        table = [
            {
                "id": rule.id,
                "name": rule.name,
                "explanation": rule.explanation,
                "cycle": rule.cycle,
                "example": {
                    "place": rule.example.place,
                    "last": rule.example.last.isoformat(),
                    "deadline": rule.example.deadline.isoformat(),
                },
                "facts": rule.facts,
            }
            for rule in RULES.values()
        ]
        print(json.dumps(table, ensure_ascii=False))
        return
    for rule in RULES.values():
        example = rule.example
        print(f"{rule.id}\n  {rule.name}：{rule.explanation}")
        print(f"  例：{example.place}，{example.last.isoformat()} → {example.deadline.isoformat()}")


def _regions(options: argparse.Namespace) -> None:
    if options.json:
        print(json.dumps([asdict(one) for one in provinces()], ensure_ascii=False, default=str))
        return
    for one in provinces():
        print(one.name)
        for rule in presets(one):
            names = "；".join(RULES[rule_id].name for rule_id in rule.counting)
            print(f"  {rule.id}\n    {rule.place or one.whole} {rule.who}：{names}")
        if one.no_source:
            print(f"  {one.no_source}")


def _message(options: argparse.Namespace) -> None:
    from calculator.messages import check  # what it needs is not needed for a date

    text = _standard_input() if options.text == "-" else options.text
    found = check(text, options.sender)
    if options.json:
        print(json.dumps(message_json(found), ensure_ascii=False))
        return
    print(wording.messages.VERDICTS[found.verdict])
    print(f"{found.because}{wording.messages.NOT_PROOF[found.verdict]}")
    for sign in found.signs:
        words = wording.messages.quoted(sign.words) if sign.words else ""
        print(f"- {sign.name}{words}：{sign.why}")
    for day in found.days:
        print(f"- {wording.days.with_weekday(day.day)}：{wording.messages.DAY_KINDS[day.kind]}")
    print(found.advice)


def _standard_input() -> str:
    """What is piped in, in the encoding of the web or of older Chinese systems."""
    content = sys.stdin.buffer.read()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("text", "unreadable", wording.messages.UNREADABLE)


def message_json(found: "Check") -> dict[str, object]:
    """A checked message as plain values.

    - ``verdict``: ``scam``, ``unsure``, ``official-like`` or ``harmless``; ``verdict_words``: in a citizen's words;
      ``reason``: the id of the combination of signs that gave it, and ``because``: that in a sentence or two.
    - ``signs``: a list of objects with ``id``, ``kind``, ``name``, ``words``, ``start``, ``end``, ``why`` and ``fact``.
      ``words`` is the message's own ``text[start:end]``, counted in characters (code points); a sign that only the
      sender shows has no words. Those of the kind ``calm`` are what genuine messages have and scams copy.
    - ``days``: a list of objects with ``date`` (ISO), ``kind`` (``deadline``: the last day on time, ``last``: the newest
      certification, ``other``: the words do not tell) and ``words``.
    - ``advice``: the one thing that is always right.
    """
    return {
        "verdict": found.verdict,
        "verdict_words": wording.messages.VERDICTS[found.verdict],
        "reason": found.reason,
        "because": found.because,
        "signs": [
            {
                "id": sign.id,
                "kind": sign.kind,
                "name": sign.name,
                "words": sign.words,
                "start": sign.start,
                "end": sign.end,
                "why": sign.why,
                "fact": sign.fact,
            }
            for sign in found.signs
        ],
        "days": [{"date": _iso(day.day), "kind": day.kind, "words": day.words} for day in found.days],
        "advice": found.advice,
    }


def assessment_json(found: Assessment) -> dict[str, object]:
    """An assessment as plain values, days as ISO dates."""
    return {
        "last": _iso(found.last),
        "today": _iso(found.today),
        "rule": found.rule,
        "region": found.place.id if found.place else "",
        "place": found.place.name if found.place else "",
        "rule_of": found.place.rule_holds_for if found.place else "",
        "scheme": found.scheme,
        "grace_days": found.grace_days,
        "deadline": _iso(found.deadline),
        "grace_end": _iso(found.grace_end),
        "suspended_from": _iso(found.suspended_from),
        "days_left": found.days_left,
        "status": found.status,
        "standing": found.standing,
        "may_stop_from": _iso(found.may_stop_from),
        "safe_date": _iso(found.safe_date),
        "asking_more": [rule.id for rule in found.asking_more],
        "office_day": {"date": _iso(found.office_day.day), "published": found.office_day.published},
        "readings": [
            {"rule": one.rule, "deadline": _iso(one.deadline), "applies": one.applies} for one in found.readings
        ],
        "working": [
            {
                "text": step.text,
                "rule": step.rule,
                "facts": step.facts,
                "notices": [f"{notice.issuer}{notice.title}" for notice in step.notices],
            }
            for step in found.working
        ],
    }


def _iso(day: date) -> str:
    return day.isoformat()
