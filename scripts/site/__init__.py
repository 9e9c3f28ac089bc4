"""From what MkDocs has built to the site: steps over pages and assets, compression, a server to look at it."""
