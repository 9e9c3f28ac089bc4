"""Where things lie in this repository."""

from pathlib import Path

__all__ = ["BUILD", "DOCS", "NODE_MODULES", "PAGES", "ROOT", "SITE"]

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
NODE_MODULES = ROOT / "node_modules"
SITE = ROOT / "site"
BUILD = ROOT / "build"
PAGES = BUILD / "docs"
"""What MkDocs reads: the pages of ``docs`` with their sources listed, and everything that is generated."""
