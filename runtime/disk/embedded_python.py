"""Python for copies of the guide that are opened from a disk: one script that carries the whole runtime in itself."""

import base64
import json
from collections.abc import Mapping

import deflate

from runtime.build.assemble import MANIFEST, SNAPSHOT
from scripts.assets.bundles import WITH_PYTHON, bundle
from scripts.settings.paths import RUNTIME, RUNTIME_CODE

__all__ = ["embedded_python", "packed"]

_NAMES: Mapping[str, str] = json.loads((RUNTIME_CODE / "disk" / "names.json").read_text(encoding="utf-8"))
"""What the worker and the page know this by."""


def embedded_python() -> str:
    """A classic script that leaves everything where ``runtime/client/python.js`` looks for it.

    The files are those of the site, but for the snapshot: whoever sends such a copy to somebody would rather wait for
    Python to start. They and the worker's script, which a page on a disk could not fetch either, are packed as gzip in
    base 85, which takes a sixteenth less than base64. Nothing of it is run but as a worker that the page makes of that
    script, so the policy of the page (``scripts/site/content_security_policy.py``) need allow no script from an address.
    """
    files = {file.name: file.read_bytes() for file in sorted(RUNTIME.iterdir()) if file.suffix != ".mjs"}
    manifest = json.loads(files[MANIFEST.name])
    del files[SNAPSHOT], manifest["files"][SNAPSHOT]
    del files[MANIFEST.name]
    files[_NAMES["manifest"]] = json.dumps(manifest).encode()
    texts = {name: packed(content) for name, content in files.items()}
    worker = packed(bundle(RUNTIME_CODE / "disk" / "embedded-worker.js", browsers=WITH_PYTHON).encode())
    embedded = {"worker": worker, "files": texts}
    return f"self.{_NAMES['page']}={json.dumps(embedded, separators=(',', ':'))};\n"


def packed(content: bytes) -> str:
    """In Python's digits, but for one, so that no part of it is taken for markup; ``names.json`` has them for the page."""
    return base64.b85encode(deflate.gzip_compress(content, compresslevel=12)).decode().replace("<", ",")
