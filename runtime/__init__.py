"""Python for browsers: how it is built, started, asked, and brought along on a disk. See README.md."""
