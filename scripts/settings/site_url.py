"""Where visitors find the site: ``SITE_URL``, which whoever publishes it sets, because no file here can know it."""

import os

__all__ = ["public_address"]


def public_address(page: str = "") -> str:
    """The address of a page (given from the root of the site), or nothing when the site has no address yet.

    :raises ValueError: if ``SITE_URL`` is not the address of a website.
    """
    root = os.environ.get("SITE_URL", "").strip()
    if not root:
        return ""
    if not root.startswith(("https://", "http://")):
        raise ValueError(f"SITE_URL has to begin with https://, not {root!r}")
    return f"{root.rstrip('/')}/{page}"
