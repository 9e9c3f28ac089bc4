"""Chromium of years ago, real programs, driven over a pipe: what drives browsers of today no longer speaks to them."""
