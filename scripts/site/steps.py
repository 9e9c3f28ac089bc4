"""Every step from a page as MkDocs has built it to a page as it is met, in order.

The pages of the draft become those of the site and those of the zip; nothing has to be undone on the way.
"""

from collections.abc import Callable, Iterable, Mapping

from scripts.site.built_page import BuiltPage, Site
from scripts.site.content_security_policy import add_disk_policy, add_policy
from scripts.site.downloads import name_downloads
from scripts.site.edits import hear_of_edits
from scripts.site.embedded_page import leave_calculator_alone
from scripts.site.fingerprint_assets import name_assets
from scripts.site.forms import send_nothing
from scripts.site.inline_scripts import wait_for_no_script
from scripts.site.page_for_disk import drop_server_parts, link_files, load_classic_scripts, load_disk_script
from scripts.site.python_first import defer_theme, open_on_the_answer, start_python_first, tell_megabytes
from scripts.site.search_dialog import name_search_dialog, set_up_search
from scripts.site.stylesheets import link_joined_styles
from scripts.site.table_of_contents import leave_out_what_is_folded
from scripts.site.without_scripts import put_words_aside

__all__ = ["FROM_MKDOCS", "TO_DISK", "TO_SITE", "WATCHED", "Steps", "take"]

type Steps = Mapping[str, Callable[[BuiltPage, Site], None]]

FROM_MKDOCS: Steps = {
    "name the dialog of the search": name_search_dialog,
    "let no form send what was typed": send_nothing,
    "let the table of contents lead to what can be seen": leave_out_what_is_folded,
    "link to two style sheets": link_joined_styles,
    "give the search its words": set_up_search,
    "name assets by their fingerprints": name_assets,
}
"""From what MkDocs has built to the draft, from which papers are printed and copies are made."""

_ON_A_SERVER: Steps = {
    "name what there is to take away": name_downloads,
    "open on the answer": open_on_the_answer,
    "start Python first": start_python_first,
    "tell how many megabytes are to come": tell_megabytes,
    "let the theme wait": defer_theme,
    "leave the calculator alone where it is framed": leave_calculator_alone,
    "wait for no script": wait_for_no_script,
    "put aside the words that only scripts show": put_words_aside,
}
_LAST: Steps = {"add the content security policy": add_policy}
"""It knows every script of the page."""

TO_SITE: Steps = {**_ON_A_SERVER, **_LAST}
"""From the draft to the site."""

WATCHED: Steps = {**FROM_MKDOCS, **_ON_A_SERVER, "hear of edits": hear_of_edits, **_LAST}
"""From what MkDocs has built to a page that scripts/serve --watch shows."""

TO_DISK: Steps = {
    "name what there is to take away": name_downloads,
    "leave out what keeps a site on the device": drop_server_parts,
    "name the page where a link names its folder": link_files,
    "load modules as classic scripts": load_classic_scripts,
    "let the theme search without fetching": load_disk_script,
    "add the content security policy": add_disk_policy,
}
"""From the draft to the zip, whose pages are opened from a disk."""


def take(steps: Steps, pages: Iterable[BuiltPage], site: Site) -> None:
    """Take each page through all of the steps."""
    for page in pages:
        for step in steps.values():
            step(page, site)
