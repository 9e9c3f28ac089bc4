"""The tables that others build on: their columns, what each means, in which unit, and what it refers to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from calculator.counting.rules import RULES
from calculator.regions.schema import FIRST_DEADLINES, SCHEMES, STATUSES, SUSPENSIONS

__all__ = [
    "DEADLINES",
    "NOT_SAID",
    "NO_PLACE",
    "PLACES",
    "REGIONS",
    "RULE_TABLE",
    "SCHEMES_IN_PLACES",
    "Field",
    "Layout",
]

NOT_SAID = "不清楚"
"""Stands for the benefit in ``places.csv`` where somebody does not say which: the earliest of the pensions proper holds."""

SCHEMES_IN_PLACES = (*SCHEMES, NOT_SAID)
"""The benefits of ``places.csv``, in the order of its rows."""

NO_PLACE = "CN"
"""Stands for the code in ``places.csv`` where nothing is known of the place. Being no number, and in the first row, it keeps
readers that guess from taking codes for numbers."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column. ``type`` is one of Frictionless's; ``among`` are the only values that occur, where these are few."""

    name: str
    type: str
    description: str
    required: bool = False
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A table: the file that holds it, what a row is, its columns, its key, and the columns that are keys of other tables."""

    file: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers: Mapping[str, tuple[str, str]]

    @property
    def name(self) -> str:
        """``places`` of ``places.csv``."""
        return self.file.rpartition(".")[0]

    def row_of(self, values: Mapping[str, str]) -> list[str]:
        """The cells of a row, in the order of the columns."""
        return [values[one.name] for one in self.fields]


type Rows = Callable[[], Iterator[Mapping[str, str]]]

_LISTED = "Several are separated by semicolons."
_WAY = "A key of deadlines.parquet."

RULE_TABLE = Layout(
    file="rules.csv",
    title="Counting rules",
    description="How places count from one certification to the next. One row per rule.",
    fields=(
        Field("id", "string", "The rule's id.", required=True, among=tuple(RULES)),
        Field("name", "string", "Its name, as citizens read it (Chinese).", required=True),
        Field("explanation", "string", "How it counts, in a sentence or two (Chinese).", required=True),
        Field(
            "cycle",
            "string",
            "How often it asks: year, half-year, quarter, or local where the place says.",
            required=True,
        ),
        Field(
            "needs_place", "boolean", "Whether it can be counted only with a place's own windows or days of the month."
        ),
        Field("earliest_of", "string", f"The ids of the rules of which it is the earliest. {_LISTED}"),
        Field("example_place", "string", "Whose notice the worked example comes from (Chinese).", required=True),
        Field("example_last", "date", "The day of certification in the example.", required=True),
        Field("example_deadline", "date", "The deadline in the example, the last day on time.", required=True),
        Field("facts", "string", f"Ids of the facts that it rests on, as on the site's page of sources. {_LISTED}"),
    ),
    key=("id",),
    refers={},
)

REGIONS = Layout(
    file="regions.csv",
    title="Regional rules",
    description="What notices of provinces, cities and counties say, with their sources. One row per rule that was found; "
    "only those with the status preset are in force for the calculator.",
    fields=(
        Field("id", "string", "The rule's path: province, place, people.", required=True),
        Field("province", "string", "Whole name of the province, or 新疆生产建设兵团.", required=True),
        Field("place", "string", "The place inside it; empty where the rule is for all of the province."),
        Field("schemes", "string", f"The benefits that it is for: {', '.join(SCHEMES)}. {_LISTED}"),
        Field("scheme_note", "string", "Who within these, where the notice tells people apart (Chinese)."),
        Field("counting", "string", f"Ids of the counting rules, of which the earliest deadline holds. {_LISTED}"),
        Field(
            "windows", "string", f"The place's own stretches of the year as MM-DD/MM-DD, both days inclusive. {_LISTED}"
        ),
        Field("month_days", "string", "The days of every month as first/last, both inclusive, 1 to 31."),
        Field(
            "safe_counting",
            "string",
            f"Ids of counting rules that the words could also mean, earlier; only the safe date heeds them. {_LISTED}",
        ),
        Field(
            "eve",
            "string",
            "Ids of those counting rules of whose last day the notice says 前, before it, which may not count the day itself: "
            f"the safe date heeds the day before. {_LISTED}",
        ),
        Field("key", "string", f"The way of counting as a whole. {_WAY} Empty where it cannot be counted."),
        Field(
            "suspension",
            "string",
            "When payment stops after a missed deadline, as far as the source says.",
            among=SUSPENSIONS,
        ),
        Field("suspension_text", "string", "What the source says of being late (Chinese)."),
        Field(
            "batch_stop",
            "string",
            "From which day of the year payment stops for all who are late, as MM-DD, where the place says.",
        ),
        Field(
            "grace_days", "integer", "Days after the deadline that an official text gives; empty where none was found."
        ),
        Field("resumption", "string", "What follows after certifying late (Chinese)."),
        Field("first_deadline", "string", "When somebody newly retired is first due.", among=FIRST_DEADLINES),
        Field("first_deadline_text", "string", "The same in the source's sense (Chinese)."),
        Field("channels", "string", f"Apps and places that the source names (Chinese). {_LISTED}"),
        Field("hotline", "string", "A local number from an official page."),
        Field("unit_note", "string", "How the source's words were read (Chinese)."),
        Field("source", "string", "Title of the main source (Chinese)."),
        Field("source_issuer", "string", "Who issued it; 转载 marks what was read as a repost (Chinese)."),
        Field("source_date", "string", "Its date as far as known: YYYY, YYYY-MM or YYYY-MM-DD."),
        Field("source_url", "string", "Where it stands on an official site; empty where no official copy was found."),
        Field("sources", "integer", "How many sources there are in all.", required=True),
        Field("grade", "string", "How far the source can be trusted.", required=True, among=("high", "medium", "low")),
        Field("evidence", "string", "Whether somebody has read the text.", required=True, among=("read", "recalled")),
        Field(
            "status",
            "string",
            "preset: in force; reference: shown only, for the reason given; history: ended.",
            required=True,
            among=STATUSES,
        ),
        Field("reason", "string", "Why a reference is only that (Chinese)."),
        Field("valid_from", "date", "First day in force, where the notice says."),
        Field("valid_to", "date", "Last day in force, where the notice says."),
        Field("checked_on", "date", "When the rule was last compared with its source.", required=True),
        Field("note", "string", "What else matters, also examples that contradict the rule (Chinese)."),
    ),
    key=("id",),
    refers={},
)

PLACES = Layout(
    file="places.csv",
    title="Places",
    description="How each benefit is counted at each place on the day of this version. One row per place and benefit: join "
    "with deadlines three times, by counting, grace and safe.",
    fields=(
        Field(
            "code",
            "string",
            "GB/T 2260: two digits for a province, four for a prefecture, six for a county. Places with a rule and without a "
            f"code have the path of the region, such as xpcc. {NO_PLACE} is for people of whose place nothing is known.",
            required=True,
        ),
        Field("province", "string", "Whole name of the province."),
        Field("city", "string", "Name of the prefecture; empty for a province, and where there is none."),
        Field("county", "string", "Name of the county."),
        Field(
            "scheme",
            "string",
            f"The benefit; {NOT_SAID} where it is not known, which the earliest pension answers.",
            required=True,
            among=SCHEMES_IN_PLACES,
        ),
        Field("counting", "string", f"How the deadline is counted. {_WAY}", required=True),
        Field("grace", "string", f"How the last day of grace is counted. {_WAY}", required=True),
        Field(
            "safe",
            "string",
            f"How the safe date is counted, which no sourced, current rule for this person precedes. {_WAY}",
            required=True,
        ),
        Field(
            "suspension",
            "string",
            "When payment stops after a missed deadline, for each rule that could be the person's own, "
            f"as in regions.csv; unknown where nothing was found. {_LISTED}",
            required=True,
        ),
        Field(
            "rules",
            "string",
            f"The regional rules that the deadline is counted by; empty where none is known. {_LISTED}",
        ),
        Field(
            "rule_of",
            "string",
            f"The places whose rules these are: the place itself, or the city or province around it. {_LISTED}",
        ),
        Field(
            "asking_more",
            "string",
            f"Regional rules for other benefits there that ask more often than the safe date heeds, where the benefit is not known. {_LISTED}",
        ),
    ),
    key=("code", "scheme"),
    refers={},
)

DEADLINES = Layout(
    file="deadlines.parquet",
    title="Deadlines",
    description="What follows from each day of certification by each way of counting, for 1990-01-01 to 2100-12-31.",
    fields=(
        Field(
            "counting",
            "string",
            "The way of counting: a rule's id; a place's own windows or days of the month, such as windows:01-01/06-30 or "
            "monthly:1/15; -1d behind it for the day before; the earliest of several, joined by +; or the last day of grace behind them, marked by > as "
            "described for developers on the site.",
            required=True,
        ),
        Field("last", "date", "The day of the last certification, in Beijing.", required=True),
        Field(
            "deadline",
            "date",
            "The last day, inclusive, on which the next certification is on time; or the last day of grace.",
            required=True,
        ),
    ),
    key=("counting", "last"),
    refers={},
)
