"""Python in three forms, one under the other: the fast runtime, the same without its snapshot, the ordinary Pyodide."""
