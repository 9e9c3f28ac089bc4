"""The words of the table of signs, by what they are about."""
