"""What ``scripts/bench`` measures: our page beside other ways to run the same Python, the engine, the build, the cost.

``variants`` are the pages that are compared, ``pages`` visits them in a real browser, ``report`` writes the tables.
"""
