"""The same roll-up in DuckDB: sums, numbers and dashes by territory, row, line and column, from a table in memory."""
import statistics
import sys
import time

import duckdb

path, expected = sys.argv[1], int(sys.argv[2])
db = duckdb.connect()
begun = time.perf_counter()
db.execute(
    "CREATE TABLE cells AS SELECT * FROM read_csv(?, columns={'body':'INTEGER','territory':'INTEGER','row':'VARCHAR',"
    "'line':'VARCHAR','col':'VARCHAR','value':'BIGINT'}, header=true)", [path])
loaded = time.perf_counter() - begun
# Words as DuckDB likes them best.
db.execute("CREATE TYPE word AS ENUM (SELECT DISTINCT row || '|' || line || '|' || col FROM cells)")
db.execute("CREATE TABLE packed AS SELECT body, territory, CAST(row || '|' || line || '|' || col AS word) AS place, value FROM cells")
SUMS = ("SELECT territory, place, sum(value), count(value), count(*) - count(value) FROM {} "
        "GROUP BY territory, place")


def measure(text, runs=9):
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        db.execute(text).fetchall() if "GROUP" not in text else db.execute(f"CREATE OR REPLACE TABLE sums AS {text}")
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


count = db.execute("SELECT count(*) FROM cells").fetchone()[0]
total = int(db.execute("SELECT sum(value) FROM cells").fetchone()[0])
plain = measure(SUMS.format("(SELECT territory, row || '|' || line || '|' || col AS place, value FROM cells)"))
packed = measure(SUMS.format("packed"))
again = measure("UPDATE packed SET value = value WHERE body = 7")
version = duckdb.__version__
print(f"  DuckDB {version}, {count} cells, loaded in {loaded * 1000:.0f} ms, {db.execute('SELECT current_setting($$threads$$)').fetchone()[0]} threads:")
print(f"  {'DuckDB: the same sums over words':<58} {plain:>9.1} ms")
print(f"  {'DuckDB: the same sums over words as an enumeration':<58} {packed:>9.1} ms")
print(f"  {'DuckDB: one body rewritten (the sums still to be made)':<58} {again:>9.3} ms")
sys.exit(0 if total == expected else f"DuckDB has {total}, Sapa has {expected}")
