"""No form of a page sends what was typed: on the page as it is built, before any browser."""

import pytest

from scripts.settings.paths import DRAFT
from scripts.site.built_page import BuiltPage, Site, found, read_pages
from scripts.site.content_security_policy import page_policy
from scripts.site.forms import send_nothing

FORM = """<form action="../date-table/"><input name="last"><select name="region"></select><textarea name="text"></textarea>
<input type="radio" name="way" value="last" checked><input type="radio" name="way" value="first">
<button name="go" value="1">算</button></form><form name="search"><input name="query"></form>
<input name="outside" form="x"><template><form><input name="later"></form></template>"""


def sent(page: BuiltPage) -> list[str]:
    """The names of what a form would send, in whatever way it comes to be one of the form's."""
    names = page.css("input[name], select[name], textarea[name], button[name], output[name], object[name]")
    return [node.html or "" for node in names if node.attributes.get("form") != ""]


def test_no_control_that_belongs_to_a_form_keeps_its_name() -> None:
    page = BuiltPage("calculator/index.html", FORM)
    assert len(sent(page)) == 9
    send_nothing(page, Site())
    assert sent(page) == []


def test_radio_buttons_stay_a_group_that_no_form_has() -> None:
    page = BuiltPage("calculator/index.html", FORM)
    send_nothing(page, Site())
    ways = page.css("input[type=radio]")
    assert [(way.attributes["name"], way.attributes["form"]) for way in ways] == [("way", "")] * 2


def test_a_form_that_leads_nowhere_is_not_sent_and_one_that_leads_somewhere_still_does() -> None:
    page = BuiltPage("calculator/index.html", FORM)
    send_nothing(page, Site())
    assert [form.attributes.get("method") for form in page.css("form")] == [None, "dialog", "dialog"]
    assert page.css("form")[0].attributes["action"] == "../date-table/"


@pytest.mark.parametrize(
    "telling",
    [
        '<form><button formaction="/x">算</button></form>',
        '<form><input dirname="d"></form>',
        '<form><input type="image" src="a.png"></form>',
        '<form method="post"></form>',
        '<a href="#" ping="/x">甲</a>',
    ],
)
def test_what_would_tell_a_server_something_without_a_name_stops_the_build(telling: str) -> None:
    with pytest.raises(ValueError, match="has a"):
        send_nothing(BuiltPage("a/index.html", telling), Site())


def test_the_policy_lets_forms_lead_only_where_one_leads_somewhere() -> None:
    def form_action(html: str) -> str:
        return next(part for part in page_policy(BuiltPage("", html)).split("; ") if part.startswith("form-action"))

    assert form_action('<form action="../date-table/"></form>') == "form-action 'self'"
    assert form_action('<form method="dialog"></form>') == "form-action 'none'"


def test_no_page_of_the_draft_has_anything_that_a_form_would_send() -> None:
    """From the draft come the site, the zip and the single file."""
    pages = list(read_pages(DRAFT))
    assert len(pages) > 60
    assert {page.path: names for page in pages if (names := sent(page))} == {}
    assert all(found(page.tree.root, "form") for page in pages if page.tree.root)
