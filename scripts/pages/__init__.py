"""From Markdown and the package's tables to the pages that MkDocs reads."""
