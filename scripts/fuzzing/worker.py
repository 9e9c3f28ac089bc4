"""One process of Atheris with one target: ``python -m scripts.fuzzing.worker TARGET [options of libFuzzer]``.

The calculator is instrumented as it is imported, so that an input that reaches a new line is kept and changed further.
"""

import sys
import time

import atheris

with atheris.instrument_imports(include=["calculator"]):
    from scripts.fuzzing.targets import TARGETS, Target

_OFTEN = 1.0
"""Seconds after which it says again how many inputs it has taken: stopped from outside, libFuzzer says nothing more."""


def counted(target: Target) -> Target:
    """The target, which says how often it is called."""
    inputs, told = 0, time.monotonic()

    def take(data: bytes) -> None:
        nonlocal inputs, told
        target(data)
        inputs += 1
        if (now := time.monotonic()) - told >= _OFTEN:
            told = now
            print(f"inputs: {inputs}", flush=True)

    return take


if __name__ == "__main__":
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, counted(TARGETS[name]))
    atheris.Fuzz()
