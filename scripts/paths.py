"""Where things lie in this repository."""

from pathlib import Path

__all__ = ["BROWSER_WHEELS", "BUILD", "DIST", "DOCS", "NODE_MODULES", "OFFLINE", "PAGES", "ROOT", "RUNTIME", "SITE"]

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
NODE_MODULES = ROOT / "node_modules"
OFFLINE = ROOT / "offline"
"""The scripts of copies without a network, which the build puts together from modules."""
BROWSER_WHEELS = ROOT / ".venv" / "browser-wheels"
"""The packages that the calculator needs in visitors' browsers, fetched by ``scripts/setup``."""
SITE = ROOT / "site"
DIST = ROOT / "dist"
"""What can be downloaded as a whole: the zip, the single file, the handouts."""
BUILD = ROOT / "build"
PAGES = BUILD / "docs"
"""What MkDocs reads: the pages of ``docs`` with their sources listed, and everything that is generated."""
RUNTIME = BUILD / "runtime"
"""Everything that Python needs in a browser."""
