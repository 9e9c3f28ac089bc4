"""What is being done, for whoever waits; the tables alone go to standard output."""

import sys

__all__ = ["say"]


def say(sentence: str) -> None:
    """Write a line to standard error."""
    print(sentence, file=sys.stderr, flush=True)
