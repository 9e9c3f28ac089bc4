"""Copies that need no network: the zip, the single file, the data for other programs."""
