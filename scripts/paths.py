"""Where things lie in this repository."""

from pathlib import Path

__all__ = ["BROWSER_WHEELS", "BUILD", "DIST", "DOCS", "NODE_MODULES", "PAGES", "ROOT", "SITE"]

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
NODE_MODULES = ROOT / "node_modules"
BROWSER_WHEELS = ROOT / ".venv" / "browser-wheels"
"""The packages that the calculator needs in visitors' browsers, fetched by ``scripts/setup``."""
SITE = ROOT / "site"
DIST = ROOT / "dist"
"""What can be taken away: handouts, the handbook, copies of the site."""
BUILD = ROOT / "build"
PAGES = BUILD / "docs"
"""What MkDocs reads: the pages of ``docs`` with their sources listed, and everything that is generated."""
