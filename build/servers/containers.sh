# Way 2 of servers.sh: the servers' public images. Sourced, not run.

start_container() { # SERVER DIRECTORY
    local server=$1 dir=$2 id port container
    if [ -s "$dir/container" ] && [ "$($engine inspect -f '{{.State.Running}}' "$(cat "$dir/container")" 2>/dev/null)" = true ]; then return; fi
    case $server in
        postgresql-*)
            container_of "$server" /var/lib/postgresql "postgres:${server#*-}"
            id=$($engine run -d --rm -p 127.0.0.1::5432 -p 127.0.0.1::5433 -e POSTGRES_USER=test -e POSTGRES_PASSWORD=test \
                -e POSTGRES_DB=test "${container[@]}") ;;
        mysql-*)
            container_of "$server" /var/lib/mysql "mysql:${server#*-}"
            id=$($engine run -d --rm -p 127.0.0.1::3306 -e MYSQL_ROOT_PASSWORD=test -e MYSQL_DATABASE=test "${container[@]}") ;;
        mariadb-*)
            container_of "$server" /var/lib/mysql "mariadb:${server#*-}"
            id=$($engine run -d --rm -p 127.0.0.1::3306 -e MARIADB_ROOT_PASSWORD=test -e MARIADB_DATABASE=test "${container[@]}") ;;
    esac
    echo "$id" > "$dir/container"
    wait_for 120 container_answers "$server" "$id"
    case $server in postgresql-*) port=5432 ;; *) port=3306 ;; esac
    port=$($engine port "$id" $port | sed -n '1s/.*://p')
    connection "$server" "$port" > "$dir/connection"
}

# What the image runs.
container_command() { # SERVER
    case $1 in
        postgresql-*) echo "postgres -c fsync=off -c full_page_writes=$([ -n "$room" ] && echo on || echo off)" \
            "-c max_locks_per_transaction=128 -c max_connections=400 $([ -z "$room" ] || echo -c min_wal_size=32MB -c max_wal_size=48MB)" ;;
        mysql-*) echo mysqld --performance-schema=OFF ;;
        mariadb-*) echo mariadbd ;;
    esac
}

container_of() { # SERVER PLACE IMAGE: sets `container`
    if [ -n "$room" ]; then own_container "$2" "$3" $(container_command "$1"); else container=("$3" $(container_command "$1")); fi
}

# Each image starts a first, private server to initialise itself; only the final one answers on TCP.
container_answers() { # SERVER ID
    case $1 in
        postgresql-*) $engine exec "$2" pg_isready -h 127.0.0.1 -U test ;;
        *) sql_in_container "$1" "$2" "CREATE USER IF NOT EXISTS test@'%' IDENTIFIED BY 'test'; GRANT ALL ON *.* TO test@'%' WITH GRANT OPTION" ;;
    esac
}

sql_in_container() { # SERVER ID SQL
    local client=mysql
    case $1 in mariadb-*) client=mariadb ;; esac
    $engine exec "$2" $client -h 127.0.0.1 --protocol=tcp -uroot -ptest -e "$3"
}

stop_container() { # SERVER DIRECTORY
    [ -s "$2/container" ] || return 0
    local candidate
    for candidate in docker podman; do $candidate rm -f "$(cat "$2/container")" >/dev/null 2>&1 && return; done
    echo "servers.sh: the container of $1 could not be removed" >&2
}
