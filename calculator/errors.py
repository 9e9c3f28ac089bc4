"""What the package raises: one error for bad input, and one for a checkout that is not complete."""

from collections.abc import Sequence

__all__ = ["InputError", "MissingDataError"]


class InputError(ValueError):
    """Something that a person typed cannot be used.

    ``message`` is one Chinese sentence or two that say what to type instead; it is shown as it is.
    ``field`` names the input at fault (``last``, ``rule``, ``grace``, ``today`` …) and ``code`` the kind of fault,
    so that a form can put the focus on the right field and a test need not compare sentences. Where the message asks
    which day or which county is meant, ``meant`` has those that it could be, as each is to be typed (2026年3月5日, 2026年3月,
    北京市朝阳区): a form offers them, so that whoever means one need not type it.
    """

    def __init__(self, field: str, code: str, message: str, meant: Sequence[str] = ()) -> None:
        # All are the error's arguments: from these it is made anew where it came out of another process.
        super().__init__(field, code, message, meant)
        self.field = field
        self.code = code
        self.message = message
        self.meant = tuple(meant)

    def __str__(self) -> str:
        """The sentence alone."""
        return self.message


class MissingDataError(RuntimeError):
    """Data that is made when the package is built is not there; the message says in Chinese how to make it."""
