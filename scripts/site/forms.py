"""Let no form send what was typed. What a form answers, the page's own scripts carry to Python on the same device.

A browser sends a form itself wherever our scripts have not come yet, were blocked, or broke, and it sends every control
that has a name. So no control of a form has one, and a form that leads nowhere is one that no browser sends.
"""

from scripts.site.built_page import BuiltPage, Site

__all__ = ["send_nothing"]

_CONTROLS = "button, fieldset, input, object, output, select, textarea"
_TELLING = ("[formaction]", "[dirname]", 'input[type="image"]', "[ping]")
"""What would tell a server something without a name: another address, the direction of writing, where a picture was pressed."""


def send_nothing(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Take the names out of every form of a page.

    Radio buttons are a group by their name. They keep it, and belong to no form instead (``form=""``): the group is
    the same, and nobody sends it.

    A form with an ``action`` leads there without a script, with nothing behind the question mark: to the date table. One
    without would load its own page again, and lose what was typed. It becomes the form of a dialog that is not there
    (``method="dialog"``), which does nothing when it is sent; browsers that do not know that load the page.

    :raises ValueError: if a form would send something that has no name, or anything at all otherwise than by its address.
    """
    for telling in _TELLING:
        if page.css(telling):
            raise ValueError(f"{page.path} has an element {telling}, which tells a server more than its address")
    for form in page.css("form"):
        if form.attributes.get("method"):
            raise ValueError(f"{page.path} has a form with a method of its own")
        if "action" not in form.attributes:
            form.attrs["method"] = "dialog"
    for control in page.css(_CONTROLS):
        if "name" not in control.attributes:
            continue
        if control.attributes.get("type") == "radio":
            control.attrs["form"] = ""
        else:
            del control.attrs["name"]
