"""Which signs together give which verdict.

The table is read from the top. The first row of which each group has a sign that was found, and none of whose
exceptions was found, gives the verdict; the last row asks for nothing. Why it gives it stands in
``calculator.wording.messages`` under its id.

What no authority asks for is a scam alone (fact S057's kind: F094, S027). What honest messages ask for too is one only
beside a threat, a bait or a false address (S028, S044, S046, S058). A threat alone is none (S045).
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

__all__ = ["COMBINATIONS", "REMOTE", "Combination", "Verdict", "decide"]


class Verdict(StrEnum):
    """What is said of a message, from the least to the most cautious. None of them says that it is genuine."""

    HARMLESS = "harmless"
    OFFICIAL_LIKE = "official-like"
    UNSURE = "unsure"
    SCAM = "scam"


_Signs = frozenset[str]


@dataclass(frozen=True, slots=True)
class Combination:
    """A row: of each of ``groups`` at least one sign was found, and of ``unless`` none."""

    id: str
    verdict: Verdict
    groups: tuple[_Signs, ...]
    unless: _Signs

    def holds(self, found: Collection[str]) -> bool:
        """Whether these signs, by their ids, make this combination."""
        return all(not group.isdisjoint(found) for group in self.groups) and self.unless.isdisjoint(found)


def _any(signs: str, *more: _Signs) -> _Signs:
    return frozenset(signs.split()).union(*more)


def _row(id: str, verdict: Verdict, *groups: _Signs | str, unless: str = "") -> Combination:
    return Combination(
        id, verdict, tuple(_any(group) if isinstance(group, str) else group for group in groups), _any(unless)
    )


def _scam(id: str, *groups: _Signs | str, unless: str = "") -> Combination:
    return _row(id, Verdict.SCAM, *groups, unless=unless)


def _scams_about_rights(id: str, *groups: _Signs | str, unless: str) -> tuple[Combination, Combination]:
    """The same of who speaks of pensions and insurances, and of who speaks to somebody: shops and banks only write."""
    return _scam(id, *groups, "theme", unless=unless), _scam(id, *groups, "talk", "addressed pretext", unless=unless)


def _scams_of_who_speaks(id: str, *groups: _Signs | str, unless: str) -> tuple[Combination, Combination]:
    """The same of who speaks of pensions and insurances to somebody, as a letter does or as one talks."""
    return _scam(id, *groups, "theme", "addressed", unless=unless), _scam(id, *groups, "theme", "talk", unless=unless)


def _unsure(id: str, *groups: _Signs | str, unless: str = "") -> Combination:
    return _row(id, Verdict.UNSURE, *groups, unless=unless)


_FALSE_ADDRESS = _any("look-alike-address hidden-address number-address short-address odd-address")
_STRANGE_ADDRESS = _any("other-address", _FALSE_ADDRESS)
_LINK = _any("other-address open-link")
_ONLINE = _any("open-link scan install contact", _STRANGE_ADDRESS)
"""Ways out of the message that whoever sent it has chosen."""
_BY_VOICE = _any("call press reply handover video guided")
REMOTE = _any("screen code password", _ONLINE, _BY_VOICE)
"""Ways in which a stranger can get what he asks for, without an office."""
_KEYS_TOLD = _any("code password card")
_KEYS_TYPED = _any("code-typed password-typed card-typed")
_WHO_ONE_IS = _any("id-number id-photo face e-sign")
_MONEY = _any("bait never-issued")
_LOSS = _any("account-threat pension-threat loss-threat")
_DEED = _any("id-number id-photo e-sign transfer pay forward agent", _ONLINE, _BY_VOICE, _KEYS_TOLD, _KEYS_TYPED)
"""Whatever is asked for."""

_CALM = "own-way result warning family-talk acquaintance official-address otp told"
"""What speaks for a message, but for what no authority asks for."""
_KNOWN = "warning family-talk acquaintance official-address otp told"
"""The same without what a scam says as easily: a way of one's own, and that something is done."""

COMBINATIONS = (
    # A relative may want what a stranger never may; whether it is the relative, only his own number can tell.
    _scam("emergency", "emergency", _any("transfer pay contact sum keys", _KEYS_TOLD)),
    _unsure(
        "family-asks",
        "family-talk",
        _any("transfer pay", _KEYS_TOLD, _KEYS_TYPED),
        unless="look-alike-address hidden-address number-address short-address odd-address other-address open-link scan install "
        "screen cash-machine secrecy accusation never-issued recovery invest foreign-sender agent emergency loss-threat pension-threat",
    ),
    # What no authority asks for
    _scam("takes-over", "screen cash-machine"),
    _scam(
        "leads-by-the-hand",
        "guided",
        _any("claims-authority accusation account-threat pretext pay offer", _ONLINE, _MONEY),
        unless="family-talk acquaintance warning result",
    ),
    _scam("asks-keys", _KEYS_TOLD),
    _scam(
        "asks-keys",
        _KEYS_TYPED,
        _any(
            "offer gift face phone id-photo account-threat pension-threat accusation agent recovery",
            _ONLINE,
            _BY_VOICE,
            _MONEY,
        ),
    ),
    _scam("asks-keys", _KEYS_TYPED, "hurry loss-threat", "theme", unless="own-way result"),
    _scam("asks-keys", "card-typed", "id-number", unless="own-way result"),
    _scam("asks-keys", _KEYS_TYPED, "pay", unless="own-way result otp family-talk acquaintance"),
    _scam("asks-keys", "card-typed", "theme", unless="own-way result warning otp family-talk acquaintance"),
    _scam("asks-keys", "password-typed code-typed", "theme", unless="own-way result otp family-talk acquaintance"),
    _scam("asks-keys", "password-typed code-typed", "card-typed id-number", unless="own-way otp"),
    _scam("asks-money", "transfer"),
    _scam("asks-money", "pay", _any("agent recovery invest insider accusation secrecy hurry offer", _ONLINE, _MONEY)),
    _scam("asks-money", "pay", "theme", unless="own-way result"),
    _scam("secret", "secrecy", _any("accusation hurry theme offer invest emergency", _DEED, _LOSS, _MONEY)),
    _scam("accused", "accusation", _any("hurry", _ONLINE, _BY_VOICE)),
    _scam("accused", "accusation", "claims-office", unless="own-way result warning"),
    _scam(
        "accused",
        "accusation",
        "theme",
        "addressed",
        unless="own-way result warning family-talk acquaintance official-address",
    ),
    _scam(
        "leads-by-the-hand",
        "guided",
        "theme",
        "addressed",
        unless="own-way family-talk acquaintance warning result",
    ),
    _scam("false-police", "handover video"),
    # An office that calls wants nobody to come to it by ways that it has chosen
    _scam(
        "false-caller",
        "claims-authority",
        _any("contact install open-link scan e-sign id-photo phone keys guided", _FALSE_ADDRESS),
        unless="family-talk acquaintance",
    ),
    _scam(
        "false-caller",
        "claims-authority",
        "sum card-typed",
        unless="family-talk acquaintance own-way result warning told",
    ),
    _scam(
        "false-caller",
        "claims-authority",
        "accusation",
        unless="family-talk acquaintance",
    ),
    _scam(
        "false-caller",
        "claims-authority",
        _any("pay", _LOSS, _MONEY),
        "hurry press reply call face id-number",
        unless="family-talk acquaintance warning own-way result",
    ),
    _scam("false-warning", "fake-warning", _any("", _ONLINE, _BY_VOICE)),
    # Addresses that are not what they seem
    _scam("false-address", "look-alike-address hidden-address"),
    _scam(
        "false-address",
        _FALSE_ADDRESS,
        "theme account-threat pension-threat never-issued disguised accusation recovery",
    ),
    _scam("false-address", "odd-address number-address", "bait loss-threat"),
    _scam("threat-and-link", _LINK, "account-threat accusation never-issued recovery disguised"),
    _scam("threat-and-link", _LINK, "bait", "theme"),
    _scam(
        "threat-and-link", _LINK, "offer", "theme", unless="own-way result family-talk acquaintance official-address"
    ),
    _scam("threat-and-link", _LINK, "pension-threat loss-threat", "theme", unless="own-way"),
    _scam("threat-and-link", _LINK, "hurry", "theme", unless="own-way result"),
    _scam("false-address", _STRANGE_ADDRESS, "says-official", "theme", unless="result"),
    _scam("false-address", "acts-there", "theme"),
    _scam("false-address", "odd-address number-address", "pretext", unless="result"),
    # Other ways out, with a bait or a threat
    _scam("money-and-scan", "scan", "never-issued recovery fake-app"),
    _scam("money-and-scan", "scan", "bait", "theme"),
    _scam("money-and-scan", "scan", "bait", "contact", "addressed"),
    _scam("money-and-scan", "scan", "offer", "hurry loss-threat"),
    _scam("threat-and-scan", "scan", _LOSS, "hurry", "theme"),
    _scam("threat-and-scan", "scan", "account-threat", unless="own-way"),
    _scam("threat-and-scan", "scan", _LOSS, "theme", unless="own-way"),
    _scam("threat-and-scan", "scan", "hurry otherwise", "theme", unless="own-way talk"),
    _scam("money-and-ask", _MONEY, "theme", _any("call contact reply press install forward", _WHO_ONE_IS)),
    _scam("money-and-ask", "offer bait never-issued", "face", "e-sign id-number id-photo code-typed phone"),
    _scam("money-and-ask", "offer", "theme", "reply press contact", "hurry loss-threat", unless="own-way"),
    _scam("threat-and-call", "account-threat", "contact press"),
    _scam("threat-and-call", "press", "theme", unless="own-way family-talk acquaintance"),
    _scam(
        "threat-and-call", "account-threat loss-threat", "call contact press reply install", "theme", unless="own-way"
    ),
    _scam("threat-and-call", "pension-threat", "contact press reply install", unless="own-way"),
    _scam(
        "threat-and-call",
        "pension-threat",
        "call",
        "theme",
        unless="own-way result warning family-talk acquaintance official-address",
    ),
    _scam(
        "threat-and-hurry",
        _LOSS,
        "hurry",
        "theme",
        unless="acquaintance forward own-way result family-talk official-address",
    ),
    _scam("old-card", "old-card", unless="own-way result"),
    _scam(
        "threat-alone",
        "account-threat",
        "theme",
        "addressed",
        "talk call claims-authority disguised",
        unless="own-way result warning family-talk acquaintance official-address forward told",
    ),
    _scam(
        "threat-and-hurry",
        "call contact press reply guided",
        "hurry",
        "theme",
        unless="own-way result family-talk acquaintance",
    ),
    # Kinds of their own
    _scam("bad-app", "app-file"),
    _scam(
        "bad-app",
        "install",
        "theme accusation account-threat",
        _any("hurry face accusation fake-app invest", _STRANGE_ADDRESS, _LOSS),
    ),
    _scam("bad-app", "fake-app", "pay transfer install bait invest contact"),
    _scam("paid-agent", "agent", "pay transfer insider"),
    _scam("paid-agent", "agent", "sum", unless=_CALM),
    _scam("paid-agent", "agent", "call contact", "theme", unless="own-way family-talk acquaintance result warning"),
    _scam("paid-agent", "insider", "pay transfer contact sum keys promised bait"),
    _scam("recovery", "recovery", _any("pay transfer secrecy", _ONLINE, _BY_VOICE, _WHO_ONE_IS)),
    _scam("takes-phone", "claims-office", "face", "id-photo id-number", unless="own-way family-talk acquaintance"),
    _scam("takes-phone", "gift", "id-photo id-number phone", "face scan theme"),
    _scam("takes-phone", "gift", "face", unless="own-way"),
    _scam("takes-phone", "face", "e-sign", "addressed", unless="own-way family-talk acquaintance"),
    _scam(
        "takes-phone",
        "face",
        "id-photo",
        "pay gift claims-authority hurry account-threat phone agent offer",
        "addressed",
        unless="own-way family-talk acquaintance",
    ),
    _scam("money-and-ask", "offer", "theme", "contact install", unless="own-way family-talk acquaintance"),
    _scam("money-and-ask", "gift", "theme", "contact reply call", unless="own-way family-talk acquaintance"),
    _scam("money-and-ask", "contact", "id-number id-photo", "theme", unless="own-way family-talk acquaintance"),
    _scam(
        "money-and-ask",
        "contact",
        "id-photo id-number",
        "talk",
        "addressed",
        unless="own-way family-talk acquaintance told",
    ),
    _scam("takes-phone", "phone", "theme", "id-photo id-number face bait gift code-typed card-typed account-threat"),
    _scam("investment", "invest", "contact install scan pay e-sign"),
    _scam("investment", "invest", "sure-gain", "theme", unless="own-way result warning"),
    _scam("investment", "invest", "sum", "hurry promised", unless=_CALM),
    _scam("investment", "sure-gain", "theme contact pay transfer"),
    _scam("foreign", "foreign-sender", _any("theme accusation", _DEED, _LOSS, _MONEY)),
    _scam("disguised", "disguised", _any("accusation hurry offer", _DEED, _LOSS, _MONEY)),
    _scam(
        "money-waits",
        _MONEY,
        "theme",
        "addressed",
        unless="result own-way family-talk acquaintance warning official-address",
    ),
    _scam(
        "asks-much",
        "install phone secrecy fake-app recovery sure-gain contact",
        "theme",
        "addressed",
        unless="own-way result warning family-talk acquaintance",
    ),
    _scam("disguised", "disguised", "theme", unless="own-way result warning family-talk acquaintance official-address"),
    _scam(
        "code-and-office",
        "scan",
        "theme",
        "addressed",
        unless="own-way result warning family-talk acquaintance official-address",
    ),
    _scam("threat-and-scan", _any("open-link scan"), "face", "theme", unless="own-way result family-talk acquaintance"),
    # By class: weaker signs, which count where nothing in the message speaks for it
    *_scams_about_rights("asks-keys", "keys", unless=_CALM),
    *_scams_about_rights(
        "asks-keys",
        "keys",
        _any("hurry account-threat agent reply", _MONEY, _ONLINE),
        unless="own-way family-talk acquaintance otp told",
    ),
    _scam("asks-keys", _KEYS_TYPED, "theme", unless="family-talk acquaintance otp warning"),
    *_scams_about_rights("asks-money", "pay", unless=_CALM),
    _scam("asks-money", "pay", "theme", unless="warning family-talk acquaintance told own-way"),
    _scam("asks-money", "sum", "theme", unless=_CALM),
    _scam(
        "asks-money",
        "sum",
        _any(
            "agent insider account-threat accusation sure-gain guided gift recovery fake-app e-sign face secrecy"
            " claims-authority soon id-number id-photo install phone",
            _MONEY,
            _ONLINE,
        ),
        "talk",
        "addressed",
        unless=_CALM,
    ),
    _scam(
        "false-address",
        _STRANGE_ADDRESS,
        "theme",
        "keys agent id-photo id-number pay sum e-sign face",
        unless="family-talk acquaintance told result",
    ),
    *_scams_about_rights(
        "money-and-ask",
        _MONEY,
        _any(
            "call contact reply press install scan face keys sum hurry id-number id-photo e-sign guided invest phone",
            _ONLINE,
        ),
        unless=_CALM + " forward",
    ),
    _scam("money-and-scan", "scan", "gift promised soon", "theme", unless=_CALM),
    *_scams_about_rights(
        "asks-much",
        "install phone guided press secrecy recovery fake-app sure-gain disguised",
        unless="own-way result family-talk acquaintance told forward",
    ),
    _scam(
        "asks-much",
        "install secrecy disguised",
        "theme",
        "addressed",
        unless="family-talk acquaintance own-way told",
    ),
    _scam("threat-alone", "account-threat", "theme", "addressed", unless=_CALM + " forward"),
    _scam(
        "accused",
        "accusation",
        "theme talk",
        "addressed",
        unless="result warning family-talk acquaintance told otp official-address",
    ),
    _scam(
        "takes-phone",
        "e-sign",
        _any("promised soon sum keys gift face invest id-photo", _MONEY),
        "theme",
        "addressed",
        unless=_CALM,
    ),
    _scam("by-its-way", "channel must", "theme", "addressed", unless=_CALM + " forward"),
    _scam("money-waits", "promised", "theme", "addressed", unless=_CALM + " forward"),
    _scam("hurries", "otherwise", "theme", "addressed", unless=_CALM + " forward"),
    _scam("hurries", "hurry", "theme", "addressed", unless=_CALM + " forward"),
    # What an honest message hardly ever asks of somebody whom it speaks to, whatever of its own ways or news it names
    *_scams_of_who_speaks("asks-much", "install phone press secrecy", unless=_KNOWN),
    *_scams_of_who_speaks("accused", "accusation", unless=_KNOWN),
    *_scams_of_who_speaks("asks-keys", _KEYS_TYPED, unless=_KNOWN),
    *_scams_of_who_speaks("asks-much", "contact", unless=_KNOWN + " own-way"),
    *_scams_of_who_speaks("by-its-way", "open-link", unless=_CALM),
    *(
        _scam("asks-much", one, other, "theme", unless=_KNOWN)
        for one, other in combinations(("keys", "sum", "guided", "install", "phone"), 2)
    ),
    _scam("asks-money", "sum", "talk", "addressed", unless=_CALM),
    _scam("asks-keys", "keys", "talk", "addressed", unless=_CALM),
    _scam("asks-much", "guided install phone", "talk", "addressed", unless=_CALM),
    _scam(
        "asked-about",
        "wonders",
        "theme pretext",
        "sum keys guided install phone transfer pay cash-machine screen accusation secrecy",
    ),
    # What the words cannot tell from what honest people send
    _unsure("only-link", _any("open-link", _STRANGE_ADDRESS)),
    _unsure("only-scan", "scan"),
    _unsure("only-call", "call press reply contact"),
    _unsure("only-identity", "id-number id-photo e-sign"),
    _unsure("only-forward", "forward", _any("theme", _LOSS), unless="warning"),
    _unsure("only-agent", "agent insider"),
    _unsure("only-ask", _any("pay", _KEYS_TYPED), unless="own-way"),
    _unsure("only-ask", "secrecy install disguised foreign-sender fake-app recovery invest sure-gain phone"),
    _unsure("only-caller", "claims-office", "request", unless="own-way family-talk acquaintance warning result"),
    _unsure("only-caller", "theme", "request", unless="otp own-way family-talk acquaintance warning result"),
    _unsure(
        "only-caller",
        "money-talk",
        "theme",
        "addressed",
        unless="own-way family-talk acquaintance warning result official-address",
    ),
    _unsure(
        "only-ask",
        "gift forward",
        "theme",
        unless="own-way family-talk acquaintance warning result official-address",
    ),
    _unsure("only-told", "told", unless="warning"),
    _unsure("only-bait", _MONEY, unless="result own-way family-talk acquaintance warning"),
    _unsure("only-ask", "guided", unless="family-talk acquaintance warning result own-way"),
    _unsure(
        "only-threat",
        "account-threat accusation",
        unless="own-way result warning family-talk acquaintance official-address",
    ),
    _unsure("only-threat", _LOSS, "hurry", unless="own-way warning family-talk acquaintance official-address"),
    _unsure(
        "only-threat",
        _LOSS,
        unless="own-way result warning family-talk acquaintance talk notice official-address",
    ),
    # Nothing asked for: somebody whom one knows, or a notice
    _row("family", Verdict.HARMLESS, "family-talk"),
    _row("acquaintance", Verdict.HARMLESS, "acquaintance", "talk"),
    _row("notice", Verdict.OFFICIAL_LIKE, _LOSS),
    _row("chat", Verdict.HARMLESS, "talk"),
    _row("notice", Verdict.OFFICIAL_LIKE, "theme notice official-address warning result otp"),
    _row("nothing", Verdict.HARMLESS),
)


def decide(found: Collection[str]) -> Combination:
    """The first combination that these signs make, by their ids."""
    return next(row for row in COMBINATIONS if row.holds(found))
