#!/usr/bin/env bash
# Measures Sapa: `bench/run.sh`, or only some sections: `bench/run.sh deadlines fold pdf reports typing start pages
# external`.
#   SAPA_BENCH_CASES=100000   how many cases the pages are measured over
#   SAPA_BENCH_BODIES=3000    how many bodies the roll-up is measured over
#   SAPA_BENCH_APPEALS=50000  how many appeals external control is measured over, and a tenth as many checks
#   SAPA_BENCH_ENGINES="sqlite postgres"
#   SAPA_BENCH_RELEASE=1      the release build instead of the quicker one of fast.toml
# Everything it makes is under ${XDG_CACHE_HOME:-~/.cache}/sapa-bench and sapa-bench-target; nothing but loopback is talked to.
set -euo pipefail
cd "$(dirname "$0")/.."

sections=("$@")
[ ${#sections[@]} -gt 0 ] || sections=(deadlines fold pdf reports typing start pages external)
for section in "${sections[@]}"; do
    case $section in
        deadlines | fold | pdf | reports | typing | start | pages | external) ;;
        *) echo "$0: no section $section" >&2; exit 2 ;;
    esac
done

cache=${XDG_CACHE_HOME:-$HOME/.cache}/sapa-bench
cases=${SAPA_BENCH_CASES:-100000}
appeals=${SAPA_BENCH_APPEALS:-50000}
engines=${SAPA_BENCH_ENGINES:-sqlite postgres}
export CARGO_TARGET_DIR=$cache-target
mkdir -p "$cache"

if [ -n "${SAPA_BENCH_RELEASE:-}" ]; then
    flags=(--release) folder=release build=release
else
    flags=(--config bench/fast.toml) folder=debug build=bench/fast.toml
fi
cargo build --locked "${flags[@]}" -p sapa -p sapa-bench
sapa=$CARGO_TARGET_DIR/$folder/sapa
bench=$CARGO_TARGET_DIR/$folder/sapa-bench
echo "machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(date -u +%FT%TZ), build: $build"

fresh() { # a file of SQLite that is not there
    rm -f "$1" "$1-wal" "$1-shm" "$1-journal"
}

demo() { # a demo database without anything done since
    fresh "$1"
    env -u SAPA_DATABASE_URL "$sapa" demo --seed-only --database "$1" >"$cache/demo.log" 2>&1 ||
        { cat "$cache/demo.log" >&2; return 1; }
}

deadlines() {
    local python=$cache/venv/bin/python
    if ! "$python" -c 'import numpy' 2>/dev/null; then
        python3 -m venv "$cache/venv"
        "$python" -m pip install --quiet numpy
    fi
    "$bench" deadlines "$python" bench/numpy_busday.py
}

reports() {
    local python=$cache/venv/bin/python
    if ! "$python" -c 'import duckdb' 2>/dev/null; then
        python3 -m venv "$cache/venv"
        "$python" -m pip install --quiet duckdb
    fi
    "$bench" reports "$python" bench/duckdb_rollup.py "$cache" "${SAPA_BENCH_BODIES:-3000}"
}

typing() {
    local engine
    demo "$cache/typing.sqlite"
    demo "$cache/typing-seed.sqlite"
    rm -f "$cache/typing.dump.zst"
    for engine in $engines; do
        case $engine in
            sqlite) "$bench" typing "$sapa" "$cache/typing.sqlite" ;;
            postgres)
                BENCH=$bench SAPA=$sapa DUMP=$cache/typing.dump.zst SEED=$cache/typing-seed.sqlite scripts/with-postgres.sh sh -euc '
                    "$SAPA" backup --db "sqlite:$SEED" "$DUMP" >/dev/null
                    "$BENCH" restore "$DUMP" "$SAPA_TEST_POSTGRES_URL"
                    "$BENCH" typing "$SAPA" "$SAPA_TEST_POSTGRES_URL"'
                ;;
        esac
    done
}

start() {
    demo "$cache/start.sqlite"
    "$bench" start "$sapa" "$cache/start.sqlite"
}

cases_dump() { # the dump both engines are filled from; kept until what makes it changes
    local key
    key=$(find crates/law/src crates/store/src crates/store/migrations crates/app/src/readmodel.rs crates/app/demo \
        crates/bench/src/generate.rs -type f -print0 | sort -z | xargs -0 cat | sha256sum | cut -c1-12)
    dump=$cache/cases-$cases-$key.dump.zst
    if [ ! -e "$dump" ]; then
        rm -f "$cache/cases-$cases"*
        demo "$cache/seed.sqlite"
        "$bench" generate "$cache/seed.sqlite" "$dump.part" "$cases"
        mv "$dump.part" "$dump"
    fi
}

pages() {
    cases_dump
    local engine
    for engine in $engines; do
        case $engine in
            sqlite)
                local database=$cache/pages.sqlite
                fresh "$database"
                "$bench" restore "$dump" "$database"
                "$bench" pages "$sapa" "$database"
                fresh "$database"
                ;;
            postgres)
                BENCH=$bench SAPA=$sapa DUMP=$dump scripts/with-postgres.sh sh -euc '
                    "$BENCH" restore "$DUMP" "$SAPA_TEST_POSTGRES_URL"
                    psql "$SAPA_TEST_POSTGRES_URL" -qc "VACUUM (ANALYZE)"
                    "$BENCH" pages "$SAPA" "$SAPA_TEST_POSTGRES_URL"'
                ;;
            *) echo "$0: no engine $engine" >&2; return 2 ;;
        esac
    done
}

nation() { # external control of a nation, and its dump; kept until what makes it changes
    local key
    key=$(find crates/law/src crates/store/src crates/store/migrations crates/app/src/readmodel.rs crates/app/demo \
        crates/bench/src/generate.rs crates/bench/src/{external,registry}.rs -type f -print0 | sort -z | xargs -0 cat |
        sha256sum | cut -c1-12)
    nation=$cache/nation-$appeals-$key
    if [ ! -e "$nation.dump.zst" ]; then
        rm -f "$cache/nation-"*
        demo "$nation.sqlite"
        "$bench" nation "$nation.sqlite" "$nation.dump.zst" "$appeals" "$((appeals / 10))"
    fi
}

external() {
    nation
    local engine python=$cache/venv/bin/python
    if ! "$python" -c 'import duckdb' 2>/dev/null; then
        python3 -m venv "$cache/venv"
        "$python" -m pip install --quiet duckdb
    fi
    for engine in $engines; do
        case $engine in
            sqlite)
                local database=$cache/external.sqlite
                fresh "$database"
                cp "$nation.sqlite" "$database"
                "$bench" scores "$database" "$python" bench/duckdb_scores.py
                "$bench" external "$sapa" "$database"
                fresh "$database"
                ;;
            postgres)
                BENCH=$bench SAPA=$sapa DUMP=$nation.dump.zst scripts/with-postgres.sh sh -euc '
                    "$BENCH" restore "$DUMP" "$SAPA_TEST_POSTGRES_URL"
                    psql "$SAPA_TEST_POSTGRES_URL" -qc "VACUUM (ANALYZE)"
                    "$BENCH" scores "$SAPA_TEST_POSTGRES_URL"
                    "$BENCH" external "$SAPA" "$SAPA_TEST_POSTGRES_URL"'
                ;;
            *) echo "$0: no engine $engine" >&2; return 2 ;;
        esac
    done
}

SECONDS=0
for section in "${sections[@]}"; do
    echo
    echo "[load $(cut -d' ' -f1-3 /proc/loadavg)]"
    case $section in
        fold | pdf) "$bench" "$section" ;;
        *) "$section" ;;
    esac
done
echo
echo "[load $(cut -d' ' -f1-3 /proc/loadavg)] all in $SECONDS s"
