#!/bin/sh
# Runs a command with a throw-away PostgreSQL cluster: SAPA_TEST_POSTGRES_URL points to it, SAPA_REQUIRE_POSTGRES=1 forbids
# to skip its tests. The cluster is stopped and removed afterwards; the exit code is the command's.
#   scripts/with-postgres.sh cargo nextest run -p store
set -eu

[ $# -gt 0 ] || { echo "usage: $0 command …" >&2; exit 2; }

bin=$(dirname "$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)")
[ -x "$bin/initdb" ] || { echo "$0: no initdb in PATH or /usr/lib/postgresql/*/bin" >&2; exit 2; }

dir=$(mktemp -d "${TMPDIR:-/tmp}/sapa-postgres.XXXXXX")
if [ "$(id -u)" = 0 ]; then
    chown postgres "$dir"
    as() { (cd "$dir" && runuser -u postgres -- "$@"); }
else
    as() { (cd "$dir" && "$@"); }
fi

stop() {
    as "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

as "$bin/initdb" -D "$dir/data" -U sapa -A trust -E UTF8 --no-locale --no-sync >"$dir/initdb.log" 2>&1 ||
    { cat "$dir/initdb.log" >&2; exit 2; }

# A free port is found by trying: only the server itself can tell.
tries=0
while :; do
    port=$(awk -v seed="$$$tries" 'BEGIN { srand(seed); print 20000 + int(rand() * 20000) }')
    as "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -o "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories=$dir -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        -c max_connections=300" start >/dev/null 2>&1 && break
    tries=$((tries + 1))
    [ "$tries" -lt 10 ] || { cat "$dir/server.log" >&2; exit 2; }
done

export SAPA_TEST_POSTGRES_URL="postgres://sapa@127.0.0.1:$port/postgres"
export SAPA_REQUIRE_POSTGRES=1
code=0
"$@" || code=$?
exit "$code"
