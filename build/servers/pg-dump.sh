#!/usr/bin/env bash
# A pg_dump that reads every server of the tests: an older one refuses a newer server. Arguments are pg_dump's own. In this order:
# 1. the program that SCHEMASYNC_TEST_PG_DUMP names; 2. the system's, when new enough; 3. the one of the server's image, where
# docker or podman runs; 4. one that is unpacked beside the system, once per cache (see programs.sh).
set -euo pipefail
newest=18
fail() { echo "pg-dump.sh: $*" >&2; exit 1; }
# shellcheck source=programs.sh
. "$(dirname "${BASH_SOURCE[0]}")/programs.sh"

is_new() { local version; version=$("$1" --version 2>/dev/null | grep -oE '[0-9]+' | head -n 1) && [ "${version:-0}" -ge $newest ]; }

if [ -n "${SCHEMASYNC_TEST_PG_DUMP:-}" ]; then exec "$SCHEMASYNC_TEST_PG_DUMP" "$@"; fi
for program in pg_dump /usr/lib/postgresql/*/bin/pg_dump; do
    if is_new "$program"; then exec "$program" "$@"; fi
done
for engine in docker podman; do
    if timeout 10 $engine info >/dev/null 2>&1; then exec $engine run --rm --network host -e PGPASSWORD "postgres:$newest" pg_dump "$@"; fi
done

place=$(cache_directory)/postgresql-client-$newest
exec 9>"$place.lock"
flock 9
if [ ! -f "$place/complete" ]; then
    rm -rf "$place"
    mkdir -p "$place"
    unpack_apt sid "postgresql-client-$newest" "$place/root" >&2
    touch "$place/complete"
fi
exec 9>&-
libraries=$place/root/usr/lib/x86_64-linux-gnu
exec "$(find "$libraries" -name ld-linux-x86-64.so.2 -print -quit)" --library-path "$libraries" "$place/root/usr/lib/postgresql/$newest/bin/pg_dump" "$@"
