"""Write the data that others build on into ``dist/data/``: ``python -m scripts.copies.data_package``."""

import shutil
import tomllib

from calculator.warehouse.data_package import write_data_package
from scripts.settings.build_day import build_day
from scripts.settings.paths import DATA, ROOT

__all__ = ["main"]


def main() -> None:
    """Write it anew, by the rules in force on the day of the build, with the version of the package."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    shutil.rmtree(DATA, ignore_errors=True)
    write_data_package(DATA, build_day(), version=version)
    print(f"wrote {DATA.relative_to(ROOT)}/", flush=True)


if __name__ == "__main__":
    main()
