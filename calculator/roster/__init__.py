"""A roster of many people: a table in, a worklist out, row by row, so that a million rows need no more room than ten.

``table`` opens a file, ``columns`` finds what its columns mean, ``rows`` assesses one row, ``worklist`` keeps and sorts
what a page shows, and the writers give the table back. Nothing is dropped on the way: a row that cannot be understood
is in the group ``unclear`` with the reason.
"""
