"""One process of Atheris with one target: ``python -m scripts.fuzzing.worker TARGET [options of libFuzzer]``.

The calculator is instrumented as it is imported, so that an input that reaches a new line is kept and changed further.
"""

import sys

import atheris

with atheris.instrument_imports(include=["calculator"]):
    from scripts.fuzzing.targets import TARGETS

if __name__ == "__main__":
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()
