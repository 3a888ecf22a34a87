#!/usr/bin/env bash
# The servers' own shells, for tests that run scripts in them: client.sh psql|mysql|mariadb|sqlite3 prints the words of the command, one on each
# line; the script comes on standard input. In this order: 1. the program that SCHEMASYNC_TEST_PSQL (and so on) names; 2. the system's, when new enough; 3. the one of the server's image,
# where docker or podman runs; 4. one that is unpacked beside the system, once per cache (see programs.sh).
set -euo pipefail
fail() { echo "client.sh: $*" >&2; exit 1; }
# shellcheck source=programs.sh
. "$(dirname "${BASH_SOURCE[0]}")/programs.sh"

client=${1:?client.sh: which shell?}
show() { printf '%s\n' "$@"; exit; }
case $client in
    psql) oldest=13 image=postgres:18 suite=sid package=postgresql-client-18 program=lib/postgresql/18/bin/psql ;;
    mysql) oldest=8 image=mysql:9.7 suite=sid package=mysql-client-core program=bin/mysql ;;
    mariadb) oldest=11 image=mariadb:11.8 suite=trixie package=mariadb-client-core program=bin/mariadb ;;
    # SQLite is no server, so nobody's image has it; the statements are those of 3.53.
    sqlite3) oldest=3.53 image='' suite=sid package=sqlite3 program=bin/sqlite3 ;;
    *) fail "there is no shell '$client'" ;;
esac

given=SCHEMASYNC_TEST_${client^^}
if [ -n "${!given:-}" ]; then show "${!given}"; fi
# MariaDB installs its own under the name of MySQL's.
if system=$(command -v "$client") && said=$("$system" --version 2>/dev/null) && [ "$client" != mysql -o "${said#*MariaDB}" = "$said" ]; then
    version=$(grep -oE '[0-9]+(\.[0-9]+)+' <<< "$said" | head -n 1)
    if [ "$(printf '%s\n' "$oldest" "$version" | sort -V | head -n 1)" = "$oldest" ]; then show "$system"; fi
fi
if [ -n "$image" ]; then
    for engine in docker podman; do
        if timeout 10 $engine info >/dev/null 2>&1; then
            show $engine run --rm -i --network host -e PGPASSWORD -e PGTZ -e PGDATESTYLE -e PGOPTIONS -e MYSQL_PWD ${SCHEMASYNC_TEST_FOLDER:+-e HOME -v "$SCHEMASYNC_TEST_FOLDER:$SCHEMASYNC_TEST_FOLDER"} "$image" "$client"
        fi
    done
fi

place=$(cache_directory)/client-$client
if [ ! -f "$place/complete" ]; then
    exec 9>"$place.lock"
    flock 9
    if [ ! -f "$place/complete" ]; then
        rm -rf "$place"
        mkdir -p "$place"
        unpack_apt $suite $package "$place/root" >&2
        touch "$place/complete"
    fi
    exec 9>&-
fi
libraries=$place/root/lib/x86_64-linux-gnu:$place/root/usr/lib/x86_64-linux-gnu
show "$(find "$place/root" -name ld-linux-x86-64.so.2 -type f -print -quit)" --library-path "$libraries" "$place/root/usr/$program"
