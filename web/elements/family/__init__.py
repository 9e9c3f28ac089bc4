"""Several people side by side."""
