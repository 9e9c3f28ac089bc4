"""Where things lie in this repository."""

from pathlib import Path

__all__ = [
    "BROWSER_WHEELS",
    "BUILD",
    "DATA",
    "DIST",
    "DISTRIBUTION",
    "DOCS",
    "DRAFT",
    "HTML",
    "LICENCES",
    "NODE_MODULES",
    "PAGES",
    "ROOT",
    "RUNTIME",
    "RUNTIME_CODE",
    "SITE",
    "WEB",
]

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
NODE_MODULES = ROOT / "node_modules"
WEB = ROOT / "web"
"""What browsers run and see, by component. The site has it under ``assets/``, by the same paths."""
RUNTIME_CODE = ROOT / "runtime"
"""What brings Python to browsers: its build, and the scripts that start it there."""
BROWSER_WHEELS = ROOT / ".venv" / "browser-wheels"
"""The packages that the calculator needs in visitors' browsers, fetched by ``scripts/setup``."""
SITE = ROOT / "site"
DIST = ROOT / "dist"
"""What can be downloaded as a whole: the zip, the single file, the handouts."""
DATA = DIST / "data"
"""The data that others build on. The site has it under ``data/``."""
LICENCES = DIST / "LICENSES.txt"
"""The licences of what visitors receive."""
BUILD = ROOT / "build"
PAGES = BUILD / "docs"
"""What MkDocs reads: the pages of ``docs`` with their sources listed, and everything that is generated."""
HTML = BUILD / "html"
"""What MkDocs writes."""
DRAFT = BUILD / "draft"
"""The site but for what is made from it: papers, copies, and whatever names them."""
RUNTIME = BUILD / "runtime"
"""Everything that Python needs in a browser."""
DISTRIBUTION = BUILD / "distribution"
"""The ordinary Pyodide with the calculator's wheel and those that it needs."""
