"""One person's deadline."""
