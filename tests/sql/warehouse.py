"""The queries of `quizzes/cohorts/sql` in DuckDB and in Spark: the same text in both, on the same Parquet.

`python warehouse.py duckdb|spark FOLDER …` runs them on the tables in each folder, and writes `FOLDER/<engine>.json`:
the rows of each query, and the seconds all of them took. It knows nothing of the course, so that an environment which
holds only Spark can run it.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SQL = Path(__file__).parents[2] / "quizzes" / "cohorts" / "sql"
TABLES = ("responses", "items", "options")
QUERIES = ("items", "options", "mistakes", "reliability", "gain", "calibration")

Rows = list[dict[str, Any]]
Results = dict[str, Rows]


def query(name: str) -> str:
    return (SQL / f"{name}.sql").read_text("utf-8")


def in_duckdb(folder: Path) -> Results:
    import duckdb

    with duckdb.connect() as database:
        for table in TABLES:
            database.sql(f"CREATE VIEW {table} AS SELECT * FROM '{folder / table}.parquet'")
        database.sql(f"CREATE VIEW scored AS {query('scored')}")

        def rows(text: str) -> Rows:
            found = database.sql(text)
            return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]

        return {name: rows(query(name)) for name in QUERIES}


def in_spark(folder: Path) -> Results:
    spark = _spark()
    for table in TABLES:
        spark.read.parquet(f"{folder / table}.parquet").createOrReplaceTempView(table)
    spark.sql(f"CREATE OR REPLACE TEMPORARY VIEW scored AS {query('scored')}")
    return {name: [row.asDict() for row in spark.sql(query(name)).collect()] for name in QUERIES}


def _spark() -> Any:
    """Return a cluster on this machine: a master, and two workers of one core and 1,024 MB, each in its own process."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("class")
    settings = {
        "spark.ui.enabled": "false",
        "spark.executor.memory": "1024m",
        "spark.sql.shuffle.partitions": "4",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


ENGINES: dict[str, Callable[[Path], Results]] = {"duckdb": in_duckdb, "spark": in_spark}


def main() -> None:
    engine, *folders = sys.argv[1:]
    for folder in map(Path, folders):
        start = time.perf_counter()
        found = ENGINES[engine](folder)
        took = time.perf_counter() - start
        (folder / f"{engine}.json").write_text(json.dumps({"seconds": took, "rows": found}), "utf-8")
    if engine == "spark":
        # Else the workers are cut off, and say so at length.
        _spark().stop()


if __name__ == "__main__":
    main()
