"""The files that Python for browsers consists of, as the page fetches them; and what comes without being asked for."""

import json
import re

from runtime.build.assemble import MANIFEST

__all__ = ["AFTERWARDS", "AT_START", "FAULT_OF_THE_FAST_RUNTIME", "TRAVELS", "comes_by_itself"]

_manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))

AT_START: dict[str, int] = {file["address"]: file["bytes"] for file in _manifest["files"].values()}
"""What Python starts with, and how many bytes that is."""

TRAVELS: int = sum(file["travels"] for file in _manifest["files"].values())
"""How many bytes of it there are on the way, packed."""

AFTERWARDS: tuple[str, ...] = tuple(
    file["address"] for part in ("library", "cold") for file in _manifest[part].values()
)
"""What is fetched once it has started, before anybody needs it."""


def comes_by_itself(address: str) -> bool:
    """Whether a page fetches this after its first answer, whatever its visitor does: Python's rest, the theme."""
    found = re.fullmatch(r"http://[^/]+/assets/(javascripts|runtime)/[\w./]+", address, re.ASCII)
    return found is not None and (found[1] == "javascripts" or address.endswith(AFTERWARDS))


FAULT_OF_THE_FAST_RUNTIME = """{
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (source, imports) => {
    if (imports?.env) throw new Error("a fault of the fast runtime");
    return instantiate(source, imports);
  };
}
"""
"""Run first in the fast runtime's worker, lets none of its WebAssembly come to life. Pyodide has a small module of its own
besides, without which it would wait for ever."""
