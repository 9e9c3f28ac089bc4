"""Write what JavaScript must know of the bridge, as types: ``python -m runtime.client.bridge_declarations``.

Requests and replies are read from the annotations of the functions behind ``calculator.page.bridge``, names of sentences
from the tables of sentences. All goes into ``bridge.d.ts`` beside this, by which ``Python.ask`` of ``python.js`` and the
elements are typed. A test says when that file is not what would be written.
"""

import inspect
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from pkgutil import resolve_name
from textwrap import wrap
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from calculator import wording
from calculator.page import protocol
from calculator.page.bridge import ACTIONS

__all__ = ["DECLARATIONS", "bridge_declarations"]

DECLARATIONS = Path(__file__).with_name("bridge.d.ts")

_HEAD = """\
// What the page may ask Python for, and what it is told. Written from calculator/page/protocol.py and the functions that
// are annotated with it: do not edit, but run `python -m runtime.client.bridge_declarations`.
"""

_TAIL = """\
/** A request: what is wanted, and what that needs. */
export type Request<Do extends keyof Actions> = { do: Do } & Actions[Do]["request"];

/** In place of a reply where a part of Python that is needed for it could not be fetched. */
export interface Lost {
  ok: false;
  failed: FailureCode;
}

/** What comes of a request. What one of the possible replies has, and another has not, may be looked for in each. */
export type Outcome<Do extends keyof Actions> = Either<Actions[Do]["reply"] | Refusal | Lost>;

type Either<T, Every extends PropertyKey = T extends T ? keyof T : never> = T extends T
  ? T & { [Key in Exclude<Every, keyof T>]?: undefined }
  : never;
"""

_NAMES = {
    "FailureCode": ("Why Python does not come or cannot go on: what there is a sentence for.", wording.page.FAILURES),
    "MessageSentence": ("What the page of messages says when something has been done.", wording.messages.SENTENCES),
    "FamilySentence": ("What the page of the family says when something has been done.", wording.family.SENTENCES),
}
"""Types of names, each with its comment and the table that has them."""

_WIDTH = 120
_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null"}


def bridge_declarations() -> str:
    """The whole file.

    :raises TypeError: for an annotation that has no counterpart in JSON, and for a function without one.
    """
    kinds = [kind for name in protocol.__all__ if is_typeddict(kind := getattr(protocol, name))]
    kinds.sort(key=lambda kind: inspect.getsourcelines(kind)[1])
    names = (_names(name, comment, table) for name, (comment, table) in _NAMES.items())
    return "\n".join((_HEAD, *names, *map(_interface, kinds), _actions(), _TAIL))


def _names(name: str, comment: str, table: Iterable[str]) -> str:
    names = " | ".join(map(_quoted, table))
    line = f"export type {name} = {names};"
    if len(line) > _WIDTH:
        line = f"export type {name} =\n  {names};"
    return f"{_comment(comment)}\n{line}\n"


def _actions() -> str:
    actions = "".join(f"  {_key(do)}: {_action(target)};\n" for do, target in ACTIONS.items())
    comment = _comment("Everything that can be asked for, by the ``do`` of the request.")
    return f"{comment}\nexport interface Actions {{\n{actions}}}\n"


def _action(target: str) -> str:
    hints = get_type_hints(resolve_name(target), localns=vars(protocol) | {"protocol": protocol})
    reply = hints.pop("return")
    [request] = hints.values()
    return f"{{ request: {_type(request)}; reply: {_type(reply)} }}"


def _interface(kind: Any) -> str:
    required = kind.__required_keys__
    fields = "".join(
        f"  {_key(name)}{'' if name in required else '?'}: {_type(hint)};\n"
        for name, hint in get_type_hints(kind).items()
    )
    body = f"{{\n{fields}}}" if fields else "{}"
    return f"{_comment(inspect.getdoc(kind) or '')}\nexport interface {kind.__name__} {body}\n"


def _comment(text: str) -> str:
    text = " ".join(text.split()).replace("``", "`")
    if len(text) <= _WIDTH - len("/**  */"):
        return f"/** {text} */"
    return "\n".join(("/**", *(f" * {line}" for line in wrap(text, _WIDTH - len(" * "))), " */"))


def _type(hint: Any) -> str:
    """
    >>> _type(Mapping[str, Sequence[int] | None])
    'Record<string, number[] | null>'
    """
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_typeddict(hint):
        return str(hint.__name__)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(str(one).lower() if isinstance(one, bool) else _quoted(one) for one in arguments)
    if origin is UnionType:
        return " | ".join(map(_type, arguments))
    if origin is Sequence:
        return f"{_type(arguments[0])}[]"
    if origin is Mapping:
        return f"Record<{_type(arguments[0])}, {_type(arguments[1])}>"
    raise TypeError(f"{hint} has no counterpart in JSON")


def _key(name: str) -> str:
    return name if name.isidentifier() else _quoted(name)


def _quoted(name: str) -> str:
    return f'"{name}"'


if __name__ == "__main__":
    DECLARATIONS.write_text(bridge_declarations(), encoding="utf-8")
