"""From built pages to paper: handouts and the handbook as PDF."""
