"""What the package raises: one error for bad input, and one for a checkout that is not complete."""

__all__ = ["InputError", "MissingDataError"]


class InputError(ValueError):
    """Something that a person typed cannot be used.

    ``message`` is one Chinese sentence or two that say what to type instead; it is shown as it is.
    ``field`` names the input at fault (``last``, ``rule``, ``grace``, ``today`` …) and ``code`` the kind of fault,
    so that a form can put the focus on the right field and a test need not compare sentences. ``choices`` are what it
    could mean, each as it can be typed, where there is more than one.
    """

    def __init__(self, field: str, code: str, message: str, choices: tuple[str, ...] = ()) -> None:
        # All of them are the error's arguments: from these it is made anew where it came out of another process.
        super().__init__(field, code, message, choices)
        self.field = field
        self.code = code
        self.message = message
        self.choices = choices

    def __str__(self) -> str:
        """The sentence alone."""
        return self.message


class MissingDataError(RuntimeError):
    """Data that is made when the package is built is not there; the message says in Chinese how to make it."""
