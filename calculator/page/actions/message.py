"""A message that somebody has received, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculator import wording
from calculator.counting.device_clock import beijing_today
from calculator.messages import Kind, check
from calculator.render.messages import message_html

if TYPE_CHECKING:
    from calculator.page.protocol import MessageReply, MessageRequest

__all__ = ["message"]


def message(request: MessageRequest) -> MessageReply:
    """The verdict as HTML, what a screen reader says of it, and a few lines to copy into the family's chat.

    A request has ``text``, the message or what was said, and may have ``sender``. The reply has ``verdict``, ``html``,
    ``spoken`` and ``copy``.

    :raises InputError: if the text is empty, unreadable or too long.
    """
    found = check(str(request["text"]), str(request.get("sender", "")))
    names = dict.fromkeys(sign.name for sign in found.signs if sign.kind is not Kind.CALM)
    return {
        "ok": True,
        "verdict": found.verdict,
        "html": message_html(found, beijing_today()),
        "spoken": wording.messages.ADVICE,  # behind the title, which is the verdict and takes the focus
        "copy": wording.messages.chat_text(found.verdict, tuple(names)),
    }
