"""What JavaScript knows of the bridge is what the bridge does."""

from collections.abc import Mapping
from typing import Any

import pytest

from calculator.page.bridge import ACTIONS
from runtime.client import bridge_declarations as maker
from runtime.client.bridge_declarations import DECLARATIONS, bridge_declarations


def test_the_declarations_are_those_of_the_functions_behind_the_bridge() -> None:
    written = DECLARATIONS.read_text(encoding="utf-8")
    assert written == bridge_declarations(), "run python -m runtime.client.bridge_declarations"


def test_every_action_is_declared_with_its_request_and_its_reply() -> None:
    lines = bridge_declarations().partition("export interface Actions {\n")[2].partition("\n}\n")[0].splitlines()
    declared = [line.strip().partition(":")[0].strip('"') for line in lines]
    assert declared == list(ACTIONS)
    assert all("request: " in line and "reply: " in line for line in lines)


@pytest.mark.parametrize("annotation", [bytes, Mapping[str, set[str]], Any])
def test_what_json_does_not_have_is_refused(monkeypatch: pytest.MonkeyPatch, annotation: Any) -> None:
    def action(_request: Any) -> Any: ...

    action.__annotations__ = {"_request": annotation, "return": annotation}
    monkeypatch.setattr(maker, "ACTIONS", {"action": "anywhere"})
    monkeypatch.setattr(maker, "resolve_name", lambda _target: action)
    with pytest.raises(TypeError, match="no counterpart in JSON"):
        bridge_declarations()
