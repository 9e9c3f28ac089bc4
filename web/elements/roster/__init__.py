"""A whole list of people."""
