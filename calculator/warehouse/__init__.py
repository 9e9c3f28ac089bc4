"""The same answers for millions of people: tables to join with, files by DuckDB, Spark, and the join in SQL alone."""
