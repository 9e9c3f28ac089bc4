"""Python for browsers while it is worked on: what has been edited is read as it is, by a Python that starts by itself.

The runtime of the site holds the package compiled, and the memory of a Python that has read it. To make both anew takes
minutes; without the second, and with the source of what has been edited in the place of what was compiled, Python starts
a second later, and answers the same.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from runtime.build.assemble import MANIFEST, SNAPSHOT
from scripts.assets.fingerprints import addressed
from scripts.settings.paths import ROOT, RUNTIME

__all__ = ["PythonEdits"]

_PACKAGE = "calculator"
_ZIP = "pension_certification.zip"


class PythonEdits:
    """What is edited of the package from now on. The runtime must have been made of the package as it is now."""

    def __init__(self) -> None:
        self._built = _package()

    def manifest(self, folder: Path) -> dict[str, Any]:
        """What the worker must know of the runtime with the edits; the file with these is written into the folder.

        :param folder: where the site has the other files of the runtime.
        """
        manifest: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
        now = _package()
        if now != self._built:
            manifest["library"][_ZIP] = _written(folder / _ZIP, self._edited(now))
            del manifest["files"][SNAPSHOT]
            manifest["at_once"] = {}  # what can be answered with less than the whole of Python is not known any more
        return manifest

    def _edited(self, now: Mapping[str, bytes]) -> bytes:
        """The package compiled, but for what is not as it was."""
        as_built = {name for name, content in now.items() if self._built.get(name) == content}
        content = io.BytesIO()
        with zipfile.ZipFile(RUNTIME / _ZIP) as built, zipfile.ZipFile(content, "w") as target:
            for member in built.namelist():
                source = member.removesuffix("c") if member.endswith(".pyc") else member
                if source in as_built or not member.startswith(f"{_PACKAGE}/"):
                    target.writestr(zipfile.ZipInfo(member), built.read(member))
            for name in sorted(now.keys() - as_built):
                target.writestr(zipfile.ZipInfo(name), now[name])
        return content.getvalue()


def _package() -> dict[str, bytes]:
    """Every file of the package, by its path in the wheel."""
    files = (ROOT / _PACKAGE).rglob("*")
    return {
        file.relative_to(ROOT).as_posix(): file.read_bytes()
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    }


def _written(file: Path, content: bytes) -> Mapping[str, object]:
    """Write a file of the runtime under the name that says what is in it; gives what the worker must know of it."""
    file.write_bytes(content)
    address = addressed(file)
    file.rename(file.with_name(address))
    return {"address": address, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
