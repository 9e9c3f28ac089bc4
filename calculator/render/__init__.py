"""Answers as HTML and SVG, for the pages that ask the bridge."""
