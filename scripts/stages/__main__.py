"""Take the stages of ``scripts/stages/dodo.py``: ``python -m scripts.stages [STAGE…]``, all of them if none is named.

Those that do not need each other are taken side by side, but for the site, which waits for what it leads to.
"""

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
    stages = stages or list(dodo.EVERYTHING)
    before = [stage for stage in stages if stage in dodo.BEFORE_THE_SITE]
    after = [stage for stage in stages if stage not in before]
    for together in filter(None, (before, after)):
        if failed := DoitMain(ModuleTaskLoader(dodo)).run(together):
            return int(failed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
