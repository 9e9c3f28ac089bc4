"""Data that lies beside the code, and how it is read."""
