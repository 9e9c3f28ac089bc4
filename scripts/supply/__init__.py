"""The supply chain: what visitors receive of others, under which licence, and whether it is known to be unsafe."""
