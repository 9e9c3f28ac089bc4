"""A Spark cluster on this machine: a driver, a master and workers, whose executors are processes of their own."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from calculator.warehouse.spark import SCHEMA, answer_batches
from calculator.warehouse.sql import Engine, answer_query, load_statements
from scripts.settings.paths import ROOT

__all__ = ["answer_by_map", "answer_by_query", "running_spark"]

_PATIENCE = 300
"""Seconds in which a busy machine has started every executor."""

_COLUMNS = "id bigint, last date, place string, scheme string, "


@contextmanager
def running_spark(executors: int, scratch: Path) -> Iterator[Any]:
    """A session on a cluster with so many workers of one core and one gigabyte each."""
    from pyspark.sql import SparkSession

    # Master and workers find each other by the machine's own name otherwise, which not every machine can look up.
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_HOSTNAME": "localhost"}
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.executorEnv.PYTHONPATH": str(ROOT),
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.local.dir": str(scratch / "spark"),
        "spark.sql.warehouse.dir": str(scratch / "warehouse"),
        "spark.sql.files.maxPartitionBytes": "1m",  # so that a file of a million rows is work for more than one
        "spark.sql.shuffle.partitions": "8",
        "spark.executor.memory": "1g",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master(f"local-cluster[{executors},1,1024]").appName("pension-certification")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        _await(session, executors)
        yield session
    finally:
        session.stop()


def _await(session: Any, executors: int) -> None:
    """Until all have come, since those that come late would leave the work to the others."""
    end = time.monotonic() + _PATIENCE
    while (there := session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1) < executors:
        if time.monotonic() > end:
            raise TimeoutError(f"{there} of {executors} executors came within {_PATIENCE} seconds")
        time.sleep(0.1)


def answer_by_map(session: Any, people: Path, out: Path, today: date) -> None:
    """By ``mapInArrow``, in the executors' own Python."""
    found = session.read.parquet(str(people)).mapInArrow(answer_batches(today), _COLUMNS + SCHEMA)
    found.write.parquet(str(out))


def answer_by_query(session: Any, people: Path, package: Path, out: Path, today: date) -> None:
    """By the join in SQL."""
    for statement in load_statements(Engine.SPARK, str(package)):
        session.sql(statement)
    session.read.parquet(str(people)).createTempView("people")
    session.sql(answer_query(Engine.SPARK, today)).write.parquet(str(out))
