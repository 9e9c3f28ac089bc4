"""Every private thing of Pyodide that the runtime relies on: one documented function each, loud when it has changed."""
