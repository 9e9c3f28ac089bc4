"""What becomes of a page that is opened from a disk.

Pages from a disk cannot load modules, fetch files or be found by the name of their folder. So modules become classic
scripts, the search index and Python become scripts too, and every link names its page.
"""

from urllib.parse import urlsplit

from scripts.site.built_page import THEME_SCRIPT, BuiltPage, Site, asking_element

__all__ = ["DISK", "PYTHON", "drop_server_parts", "link_files", "load_classic_scripts", "load_disk_script"]

PYTHON, DISK = "assets/python.js", "assets/disk.js"
"""What only a copy for the disk has: Python as a script, and what the theme needs there."""

_SERVER_ONLY = 'link[rel="manifest"], script[src*="assets/service-worker/"]'


def drop_server_parts(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Leave out what keeps a site on the device: this copy lies there; and links to the data, which is not in it."""
    for node in page.css(_SERVER_ONLY):
        node.decompose()
    for link in page.css('a[href*="../data/"]'):
        if page.target(link.attrs.sget("href")).startswith("data/"):
            link.unwrap()


def link_files(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Name the page where a link names its folder, which only a server looks into."""
    for attribute in ("href", "action"):
        for node in page.css(f"[{attribute}]"):
            address = urlsplit(node.attrs.sget(attribute))
            if not address.scheme and (address.path.endswith(("/", "..")) or address.path == "."):
                node.attrs[attribute] = address._replace(path=f"{address.path.rstrip('/')}/index.html").geturl()


def load_classic_scripts(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Load modules as classic scripts, after the one that carries Python."""
    for module in page.css('script[type="module"][src]'):
        script = page.element("script", {"defer": "", "src": module.attrs.sget("src")})
        if asking_element(page):
            page.insert_lines_before(module, page.element("script", {"defer": "", "src": page.root + PYTHON}))
        module.replace_with(script, move=True)


def load_disk_script(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Let the theme find its search index without fetching it."""
    page.insert_lines_before(page.one(THEME_SCRIPT), page.element("script", {"src": page.root + DISK}))
