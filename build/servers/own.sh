# Verbs of servers.sh for a server that one test has to itself and may break. Sourced, not run.
# Such a set is started with SCHEMASYNC_SERVERS_OWN=MB: each server has a disk of its own, that much larger than what lies on it at
# first, and loses nothing that it has committed when it is killed.

room=${SCHEMASYNC_SERVERS_OWN:-}

# ---- the server's own program

# make_disk DIRECTORY MB: mounts it at DIRECTORY/data where nobody but the server sees it. It lives as long as a process that keeps it,
# and goes with that: nothing is left on the machine. Without root, in a name space of the account's own.
make_disk() {
    local how=(unshare --mount)
    [ "$(id -u)" = 0 ] || how+=(--map-current-user --keep-caps)
    "${how[@]}" bash -c 'mount -t tmpfs -o "size=$2m,mode=0700" tmpfs "$1/data" && touch "$1/mounted" && exec sleep infinity' - "$1" "$2" < /dev/null 8>&- 9>&- &
    echo $! > "$1/disk"
    wait_for 10 test -e "$1/mounted" || fail "no disk can be mounted: run as root, allow user name spaces, or start docker"
}

# on_disk DIRECTORY: sets `inside`, the words before a command that is to see the disk.
on_disk() {
    inside=()
    [ -s "$1/disk" ] || return 0
    inside=(nsenter "--target=$(cat "$1/disk")" --mount)
    [ "$(id -u)" = 0 ] || inside+=(--user --preserve-credentials)
}

drop_disk() { [ ! -s "$1/disk" ] || kill -KILL "$(cat "$1/disk")" 2>/dev/null || true; }

crash_program() { # DIRECTORY
    local pid pids inside
    pid=$(running "$1") || return 0
    pids=("$pid" $(pgrep -P "$pid" || true))
    kill -KILL "${pids[@]}" 2>/dev/null || true
    wait_for 20 dead "${pids[@]}"
    # As long as nobody has waited for a dead process, whoever starts takes it for one that runs.
    on_disk "$1"
    "${inside[@]}" rm -f "$1/data/postmaster.pid"
    rm -rf "$1/run"
    mkdir "$1/run"
    own "$1/run"
}
dead() { local pid; for pid in "$@"; do [ -z "$(tr -d '\0' 2>/dev/null < "/proc/$pid/cmdline")" ] || return 1; done; }

restart_program() { # SERVER DIRECTORY OPTIONS...
    local server=$1 dir=$2 port command; shift 2
    # One that was told to end may still be at it.
    wait_for 60 not_running "$dir"
    port=$(sed -n 's/.*Port=\([0-9]*\).*/\1/p' "$dir/connection")
    server_command "$server" "$(cache_directory)/$server/root"
    launch "$server" "$dir" "$port" "$@"
    wait_for 60 answers_or_gone "$dir" "$port" && running "$dir" >/dev/null || { cat "$dir/server.log"; return 1; }
}

# A base backup of a server that is at rest is its data; it goes on at once.
standby_program() { # SERVER DIRECTORY
    local dir=$2/standby port
    kill -INT "$(running "$2")"
    wait_for 20 not_running "$2"
    mkdir -p "$dir/run"
    own "$dir/run"
    port=$(sed -n 's/.*Port=\([0-9]*\).*/\1/p' "$2/connection")
    on_disk "$2"
    "${inside[@]}" cp -a "$2/data" "$dir/data"
    echo "primary_conninfo = 'host=127.0.0.1 port=$port user=postgres'" >> "$dir/data/postgresql.auto.conf"
    touch "$dir/data/standby.signal"
    own "$dir/data"
    restart_program "$1" "$2"
    connection "$1" $((port + 1)) > "$dir/connection"
    restart_program "$1" "$dir"
    cat "$dir/connection"
}

# ---- its container

# The first process of the container is none of the server's, so that the server can die and the container stays.
own_container() { # PLACE IMAGE COMMAND...: sets `container`
    local place=$1 image=$2; shift 2
    container=(--tmpfs "$place:size=$((room + 256))m" --entrypoint bash "$image" -c 'docker-entrypoint.sh "$@" & exec sleep infinity' - "$@")
}

crash_container() { # ID
    $engine exec -u 0 "$1" bash -c 'for p in /proc/[0-9]*; do
        case $(cat "$p/comm" 2>/dev/null) in postgres|mysqld|mariadbd) kill -KILL "${p#/proc/}" ;; esac; done; sleep 0.5'
}

restart_container() { # SERVER ID OPTIONS...
    local server=$1 id=$2; shift 2
    $engine exec -u 0 "$id" timeout 60 bash -c 'while cat /proc/[0-9]*/comm 2>/dev/null | grep -qxE "postgres|mysqld|mariadbd"; do sleep 0.2; done'
    $engine exec -d "$id" docker-entrypoint.sh $(container_command "$server") "$@"
    wait_for 120 container_answers "$server" "$id"
}

standby_container() { # ID
    $engine exec -u postgres "$1" pg_basebackup -h 127.0.0.1 -U test -D /tmp/standby -R -X stream
    $engine exec -d -u postgres "$1" postgres -D /tmp/standby -p 5433
    wait_for 60 $engine exec "$1" pg_isready -h 127.0.0.1 -p 5433 -U test
    connection postgresql "$($engine port "$1" 5433 | sed -n '1s/.*://p')"
}

# ---- both

# The file that takes the room; what is written goes to the disk of the server alone.
fill='avail=$(df --output=avail -k "$1" | tail -n 1); head -c $(((avail - $2) * 1024)) /dev/zero > "$1/ballast"'

on_own() { # VERB SERVER ARGUMENTS...
    local verb=$1 server=$2 dir=$state/$2 id='' inside place; shift 2
    [ -n "$room" ] && [ -s "$dir/connection" ] || fail "$verb is for a server that was started with SCHEMASYNC_SERVERS_OWN"
    [ ! -s "$dir/container" ] || { id=$(cat "$dir/container"); engine=$(engine); }
    place=$dir/data
    case $server in postgresql-*) [ -z "$id" ] || place=/var/lib/postgresql ;; *) [ -z "$id" ] || place=/var/lib/mysql ;; esac
    on_disk "$dir"
    [ -z "$id" ] || inside=("$engine" exec -u 0 "$id")
    case $verb in
        crash) if [ -n "$id" ]; then crash_container "$id"; else crash_program "$dir"; fi ;;
        restart) if [ -n "$id" ]; then restart_container "$server" "$id" "$@"; else restart_program "$server" "$dir" "$@"; fi ;;
        standby) if [ -n "$id" ]; then standby_container "$id"; else standby_program "$server" "$dir"; fi ;;
        fill) "${inside[@]}" bash -c "$fill" - "$place" "$1" ;;
        free) "${inside[@]}" rm "$place/ballast" ;;
    esac
}
