"""Copies that need no network: the zip, the single file."""
