"""Answers put so that they can be taken elsewhere: a calendar file, a QR code, a link, a text."""
