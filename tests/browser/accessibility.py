"""Accessibility rules, run on a page as it stands: evaluate ``AXE`` once, then ``FIND`` with some rules."""

from scripts.settings.paths import NODE_MODULES

__all__ = ["ALL_RULES", "AXE", "CONTRAST_RULES", "FIND"]

AXE = (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

FIND = """async (rules) => (await axe.run(document, { runOnly: rules })).violations.map(({ id, help, nodes }) =>
    `${id}: ${help}: ${nodes.map(({ target }) => target).slice(0, 3).join(", ")}`)"""
ALL_RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST_RULES = ["color-contrast", "color-contrast-enhanced"]
"""All that the dark colours can change."""
