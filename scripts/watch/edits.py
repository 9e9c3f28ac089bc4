"""What an edit makes anew, by where it was made."""

from collections.abc import Iterable
from enum import Enum, auto
from fnmatch import fnmatchcase

__all__ = ["Part", "parts"]


class Part(Enum):
    """Something that is made anew, in this order."""

    EVERYTHING = auto()
    MAKERS = auto()
    """What makes pages: the package, and the forms and tables that are made of it."""
    PAGES = auto()
    """The pages that are not as they were, and what browsers take as it is."""
    STYLES = auto()
    WORKER = auto()
    """The worker that holds Python. It knows what is in the package."""
    SCRIPTS = auto()
    BUILD = auto()
    """What only a new start makes: the build itself, or what the runtime is made of."""


_PLACES: dict[str, set[Part]] = {
    "mkdocs.yml": {Part.EVERYTHING},
    "web/theme/*": {Part.EVERYTHING},
    "docs/*": {Part.PAGES},
    "calculator/data/*": set(),  # scripts/setup makes it, and each wheel again
    "calculator/*": {Part.MAKERS, Part.PAGES, Part.WORKER},
    "scripts/pages/*": {Part.MAKERS, Part.PAGES},
    "web/*.py": {Part.MAKERS, Part.PAGES},
    "web/*.css": {Part.STYLES},
    "web/elements/parts/*": {Part.PAGES, Part.SCRIPTS},
    "web/elements/*": {Part.SCRIPTS},
    "web/search/*": {Part.EVERYTHING},  # it is a part of the theme's worker
    "web/*": {Part.PAGES},
    "runtime/client/*": {Part.PAGES, Part.SCRIPTS},
    "runtime/worker/*": {Part.WORKER},
    "runtime/seams/*.js": {Part.WORKER},
}
"""By where the edited file lies, however deep: the first that fits."""


def parts(paths: Iterable[str]) -> set[Part]:
    """The parts that edits of these files make anew, by their paths from the root of the repository.

    >>> parts(["docs/faq.md"]), parts(["scripts/build"])
    ({<Part.PAGES: 3>}, {<Part.BUILD: 7>})
    """
    return {part for path in paths for part in _parts(path)}


def _parts(path: str) -> set[Part]:
    return next((found for place, found in _PLACES.items() if fnmatchcase(path, place)), {Part.BUILD})
