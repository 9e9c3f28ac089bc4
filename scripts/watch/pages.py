"""MkDocs, kept warm: it builds again only the pages that have changed."""

import logging
import os
from collections.abc import Sequence
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File

from scripts.settings.paths import ROOT
from scripts.watch.preparer import Preparer

__all__ = ["WarmPages"]

_ALWAYS_SAID = "A 'dirty' build"
"""How MkDocs begins to warn of what is wanted here."""


class WarmPages:
    """The pages in two folders: as MkDocs reads them, and as it has built them."""

    def __init__(self, docs: Path, html: Path) -> None:
        self._docs, self._html = docs, html
        self._preparer = Preparer(docs)
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        logging.getLogger("mkdocs.commands.build").addFilter(lambda said: not str(said.msg).startswith(_ALWAYS_SAID))

    def build_all(self) -> None:
        """Build every page, with the configuration and the theme as they are now."""
        self._preparer.prepare()
        self._config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(self._docs), site_dir=str(self._html))
        # What MkDocs' own server would say, so that the search keeps what it knows of the pages that stay as they are.
        self._config.plugins.on_startup(command="serve", dirty=True)
        templates = self._config.theme.get_env()
        self._config.theme.get_env = lambda: templates  # type: ignore[method-assign] # compiled once, not at each build
        build(self._config)

    def forget_makers(self) -> None:
        """What makes pages has been edited."""
        self._preparer.begin_anew()

    def build_changed(self, pages: Sequence[str]) -> list[str]:
        """Build what has changed; gives the paths of the files that are not as they were, from the root of the site.

        :param pages: where only pages of ``docs/`` have been edited, and no other page is made of them: their paths there.
        """
        changed = self._preparer.prepare(pages)
        if changed:
            build(self._config, dirty=True)
        return [File(name, str(self._docs), str(self._html), True).dest_uri for name in changed]
