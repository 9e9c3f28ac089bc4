"""Take the stages of ``scripts/stages/dodo.py``: ``python -m scripts.stages [STAGE…]``, all of them if none is named."""

import os
import sys

from doit.cmd_base import ModuleTaskLoader
from doit.doit_cmd import DoitMain

from scripts.settings.paths import BUILD, ROOT
from scripts.stages import dodo


def main(stages: list[str]) -> int:
    """Take them, with those that they need before; gives 0 if all went well."""
    os.chdir(ROOT)  # all paths of the stages count from there, so that what is known of them holds wherever it lies
    BUILD.mkdir(exist_ok=True)
    return int(DoitMain(ModuleTaskLoader(dodo)).run(stages))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
