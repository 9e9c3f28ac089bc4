"""Makers of the data that the package carries and no file of the repository holds."""
