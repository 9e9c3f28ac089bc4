"""The page's end of the wire to Python."""
