#!/usr/bin/env bash
# Measures Sapa: `bench/run.sh`, or only some sections: `bench/run.sh deadlines fold pdf pages start`.
#   SAPA_BENCH_CASES=100000   how many cases the pages are measured over
#   SAPA_BENCH_ENGINES="sqlite postgres"
#   SAPA_BENCH_FAST=1         a quicker build, not release (see fast.toml)
# Everything it makes is under ${XDG_CACHE_HOME:-~/.cache}/sapa-bench; nothing but loopback is talked to.
set -euo pipefail
cd "$(dirname "$0")/.."

sections=("$@")
[ ${#sections[@]} -gt 0 ] || sections=(deadlines fold pdf start pages)
for section in "${sections[@]}"; do
    case $section in
        deadlines | fold | pdf | start | pages) ;;
        *) echo "$0: no section $section" >&2; exit 2 ;;
    esac
done

cache=${XDG_CACHE_HOME:-$HOME/.cache}/sapa-bench
cases=${SAPA_BENCH_CASES:-100000}
engines=${SAPA_BENCH_ENGINES:-sqlite postgres}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/sapa-target}
mkdir -p "$cache"

if [ -n "${SAPA_BENCH_FAST:-}" ]; then
    flags=(--config bench/fast.toml) folder=debug
else
    flags=(--release) folder=release
fi
cargo build --locked "${flags[@]}" -p sapa -p sapa-bench
sapa=$CARGO_TARGET_DIR/$folder/sapa
bench=$CARGO_TARGET_DIR/$folder/sapa-bench
echo "machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), load $(cut -d' ' -f1-3 /proc/loadavg), $(date -u +%FT%TZ), $folder"

demo() { # an empty demo database
    rm -f "$1" "$1-wal" "$1-shm"
    env -u SAPA_DATABASE_URL "$sapa" demo --seed-only --database "$1" >/dev/null 2>&1
}

deadlines() {
    local python=$cache/venv/bin/python
    if ! "$python" -c 'import numpy' 2>/dev/null; then
        python3 -m venv "$cache/venv"
        "$python" -m pip install --quiet numpy
    fi
    "$bench" deadlines "$python" bench/numpy_busday.py
}

start() {
    demo "$cache/start.sqlite"
    "$bench" start "$sapa" "$cache/start.sqlite"
}

cases_dump() { # the dump both engines are filled from; kept for the next time
    dump=$cache/cases-$cases.dump.zst
    if [ ! -e "$dump" ]; then
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
                local database=$cache/cases-$cases.sqlite
                if [ ! -e "$database" ]; then
                    rm -f "$database.part"*
                    "$bench" restore "$dump" "$database.part"
                    mv "$database.part" "$database"
                fi
                "$bench" pages "$sapa" "$database"
                ;;
            postgres)
                BENCH=$bench SAPA=$sapa DUMP=$dump scripts/with-postgres.sh sh -euc '
                    "$BENCH" restore "$DUMP" "$SAPA_TEST_POSTGRES_URL"
                    psql "$SAPA_TEST_POSTGRES_URL" -qc ANALYZE
                    "$BENCH" pages "$SAPA" "$SAPA_TEST_POSTGRES_URL"'
                ;;
        esac
    done
}

for section in "${sections[@]}"; do
    echo
    case $section in
        fold | pdf) "$bench" "$section" ;;
        *) "$section" ;;
    esac
done
