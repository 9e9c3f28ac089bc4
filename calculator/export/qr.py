"""QR codes as SVG: dark on white whatever the page's colours, because many cameras read no other."""

from html import escape

import segno

__all__ = ["QUIET_ZONE", "qr_svg"]

QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


def qr_svg(content: str, name: str) -> str:
    """A code with error correction M or better, which scales to the box that it stands in.

    :param content: an address, or a text, which is encoded in UTF-8.
    :param name: what a screen reader says of the picture.
    :raises ValueError: if there is more than a QR code holds, about 2,300 bytes.
    """
    code = segno.make(content, error="m", micro=False, encoding="utf-8")
    picture = code.svg_inline(
        border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return f'<div class="qr" role="img" aria-label="{escape(name)}">{picture}</div>'
