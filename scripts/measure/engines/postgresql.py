"""A PostgreSQL server of our own, for as long as it is needed: on a socket in a folder, and on no network."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import psycopg

from calculator.warehouse.engine import connected
from calculator.warehouse.fields import DEADLINES, PLACES
from calculator.warehouse.sql import Engine, answer_query, load_statements

__all__ = ["answer_with_postgresql", "running_postgresql"]

_USER = "postgres"
"""Whom Debian's package brings: the server does not run as root."""

_OPTIONS = "-c listen_addresses= -c fsync=off -c unix_socket_directories={socket} -c max_wal_size=4GB"


def _program(name: str) -> str:
    """Of the newest version that is there: Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    program = str(found[-1]) if found else shutil.which(name)
    if not program:
        raise FileNotFoundError(f"{name} is needed: scripts/setup-debian test installs it")
    return program


def _run(*command: str) -> None:
    """As a user who is not root."""
    ids = {"user": _USER, "group": pwd.getpwnam(_USER).pw_gid} if os.geteuid() == 0 else {}
    # The server inherits what it is started with, and would keep a pipe open for ever.
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        cwd="/",
        **ids,
    )  # type: ignore[call-overload]
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}")


@contextmanager
def running_postgresql() -> Iterator[tuple[psycopg.Connection, Path]]:
    """A connection to a new server, and a folder that it can read."""
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        base = folder / "base"
        base.mkdir()
        if os.geteuid() == 0:
            shutil.chown(base, _USER)
        _run(_program("initdb"), "-D", str(base / "data"), "-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C")
        server = _program("pg_ctl")
        data = ("-D", str(base / "data"), "-l", str(base / "log"), "-w")
        _run(server, *data, "-o", _OPTIONS.format(socket=base), "start")
        try:
            with psycopg.connect(f"host={base} user={_USER} dbname=postgres", autocommit=True) as connection:
                yield connection, folder
        finally:
            _run(server, *data, "-m", "immediate", "stop")


def answer_with_postgresql(people: Path, package: Path, out: Path, today: date) -> None:
    """Load the data package and the people, and write what the query gives as CSV."""
    with running_postgresql() as (connection, folder):
        shutil.copy(package / PLACES.file, folder)
        with connected() as engine:
            for name, source in ((DEADLINES.name, package / DEADLINES.file), ("people", people)):
                engine.execute(f"COPY (FROM '{source}') TO '{folder / name}.csv' (FORMAT csv, HEADER)")
        for file in folder.glob("*.csv"):
            file.chmod(0o644)
        for statement in load_statements(Engine.POSTGRESQL, str(folder)):
            connection.execute(statement.encode())
        connection.execute("CREATE TABLE people (id bigint, last date, place text, scheme text)")
        connection.execute(f"COPY people FROM '{folder}/people.csv' (FORMAT csv, HEADER)".encode())
        connection.execute("ANALYZE people")
        query = f"COPY ({answer_query(Engine.POSTGRESQL, today)}) TO STDOUT (FORMAT csv, HEADER)"
        with out.open("wb") as written, connection.cursor().copy(query.encode()) as copy:
            for piece in copy:
                written.write(piece)
