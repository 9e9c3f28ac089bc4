"""DuckDB, which is installed with the extra ``batch`` and opened only where it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from calculator import wording
from calculator.errors import InputError

if TYPE_CHECKING:
    import duckdb

__all__ = ["connected"]


@contextmanager
def connected() -> "Iterator[duckdb.DuckDBPyConnection]":
    """A database in memory, for as long as the context lasts. It is told to load nothing from anywhere.

    :raises InputError: if DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise InputError("file", "engine", wording.warehouse.NEEDS_DUCKDB) from error
    with duckdb.connect(
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    ) as engine:
        yield engine
