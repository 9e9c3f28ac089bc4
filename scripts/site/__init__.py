"""From what MkDocs has built to the site: steps over pages and assets, and a server to look at it."""
