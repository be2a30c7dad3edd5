"""The figures behind the scores of all subjects in DuckDB, from the same rows in memory: as the JSON they are stored as, and
from columns taken out of it beforehand. Figures only: no points, no sources."""
import json
import sqlite3
import statistics
import sys
import tempfile
import time

import duckdb

path, day, gross, appeals = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
db = duckdb.connect()
with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as lines:
    for kind, subject, data in sqlite3.connect(path).execute("SELECT kind, subject, data FROM told"):
        lines.write(json.dumps({"kind": kind, "subject": subject, "data": data}, ensure_ascii=False) + "\n")
    lines.flush()
    db.execute(
        "CREATE TABLE told AS SELECT kind, subject, CAST(data AS JSON) AS data FROM read_json(?, "
        "format='newline_delimited', columns={'kind':'VARCHAR','subject':'VARCHAR','data':'VARCHAR'})", [lines.name])
PACKED = {
    "appeals": "SELECT subject, CAST(data->>'answered' AS DATE) AS answered FROM told WHERE kind = 'appeal' AND data->>'justified' = 'true'",
    "checks": "SELECT subject, CAST(data->>'started' AS DATE) AS started, CAST(data->>'delivered' AS DATE) AS delivered, "
              "from_json(data->'violations', '[{\"severity\":\"VARCHAR\"}]') AS violations FROM told "
              "WHERE kind = 'check' AND data->>'abandoned' = 'false'",
    "desks": "SELECT subject, CAST(data->>'issued' AS DATE) AS issued, json_array_length(data->'violations') AS violations, "
             "data->>'for_visit' = 'true' AS for_visit FROM told WHERE kind = 'desk'",
}
FIGURES = f"""
SELECT coalesce(a.subject, c.subject, d.subject) AS subject, a.justified, c.gross, c.significant, c.last, d.found, d.for_visit FROM
 (SELECT subject, count(*) AS justified FROM {{appeals}} WHERE answered > DATE '{day}' - INTERVAL 12 MONTH AND answered <= DATE '{day}' GROUP BY subject) a
FULL JOIN
 (SELECT subject, sum(len(list_filter(violations, lambda v: v.severity = 'gross')))
    FILTER (delivered > DATE '{day}' - INTERVAL 36 MONTH AND delivered <= DATE '{day}') AS gross,
  sum(len(list_filter(violations, lambda v: v.severity = 'significant')))
    FILTER (delivered > DATE '{day}' - INTERVAL 36 MONTH AND delivered <= DATE '{day}') AS significant,
  max(started) AS last FROM {{checks}} GROUP BY subject) c ON a.subject = c.subject
FULL JOIN
 (SELECT subject, sum(violations) AS found, sum(for_visit::INT) AS for_visit FROM {{desks}} GROUP BY subject) d
   ON coalesce(a.subject, c.subject) = d.subject"""


def measure(text, runs=9):
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        rows = db.execute(text).fetchall()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000, rows


words, _ = measure(FIGURES.format(**{name: f"({text})" for name, text in PACKED.items()}))
for name, text in PACKED.items():
    db.execute(f"CREATE TABLE {name} AS {text}")
packed, rows = measure(FIGURES.format(appeals="appeals", checks="checks", desks="desks"))
found = (sum(r[2] or 0 for r in rows), sum(r[1] or 0 for r in rows))
count = db.execute("SELECT count(*) FROM told").fetchone()[0]
threads = db.execute("SELECT current_setting('threads')").fetchone()[0]
print(f"  DuckDB {duckdb.__version__}, {count} rows in memory, {threads} threads, figures of {len(rows)} subjects:")
print(f"  {'DuckDB: from the JSON':<58} {words:>9.1f} ms")
print(f"  {'DuckDB: from columns taken out of it':<58} {packed:>9.1f} ms")
sys.exit(0 if found == (gross, appeals) else f"DuckDB has {found}, Sapa has {(gross, appeals)}")
