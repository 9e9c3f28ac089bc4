"""Check without building: ``python -m scripts.checking [--no-tests] [PATH…]``. What fails says why; the others run too."""

import argparse
import subprocess
import time
from pathlib import Path

from scripts.checking.checks import checks
from scripts.settings.paths import ROOT


def main() -> int:
    """Run every check that looks at the paths; gives 1 if one of them fails."""
    parser = argparse.ArgumentParser(prog="scripts/check", description="Check the code and the claims without a build.")
    parser.add_argument("--no-tests", action="store_true", help="leave the tests out")
    parser.add_argument("paths", nargs="*", type=_path, metavar="PATH", help="files and folders; everything if none")
    arguments = parser.parse_args()
    failed = []
    for check in checks(arguments.paths, tests=not arguments.no_tests):
        start = time.monotonic()
        done = subprocess.run(check.command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        well = done.returncode in check.well
        print(f"{'ok  ' if well else 'FAIL'} {check.name} ({time.monotonic() - start:.1f} s)", flush=True)
        if not well:
            failed.append(check.name)
            print(done.stdout, flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}")
    return bool(failed)


def _path(text: str) -> Path:
    path = Path(text).resolve()
    if not path.exists():
        raise argparse.ArgumentTypeError(f"{text} is not there")
    if not path.is_relative_to(ROOT):
        raise argparse.ArgumentTypeError(f"{text} is not in {ROOT}")
    return path.relative_to(ROOT)


if __name__ == "__main__":
    raise SystemExit(main())
