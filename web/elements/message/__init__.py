"""Whether a message is real."""
