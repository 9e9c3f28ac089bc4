"""Makes what browsers load: Pyodide trimmed and split, its library, a snapshot of a Python that has started."""
