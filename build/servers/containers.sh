# Way 2 of servers.sh: the servers' public images. Sourced, not run.

start_container() { # SERVER DIRECTORY
    local server=$1 dir=$2 id port
    if [ -s "$dir/container" ] && [ "$($engine inspect -f '{{.State.Running}}' "$(cat "$dir/container")" 2>/dev/null)" = true ]; then return; fi
    case $server in
        postgresql-*)
            id=$($engine run -d --rm -p 127.0.0.1::5432 -e POSTGRES_USER=test -e POSTGRES_PASSWORD=test -e POSTGRES_DB=test \
                "postgres:${server#*-}" -c fsync=off -c full_page_writes=off -c max_locks_per_transaction=128 -c max_connections=400) ;;
        mysql-*)
            id=$($engine run -d --rm -p 127.0.0.1::3306 -e MYSQL_ROOT_PASSWORD=test -e MYSQL_DATABASE=test "mysql:${server#*-}") ;;
        mariadb-*)
            id=$($engine run -d --rm -p 127.0.0.1::3306 -e MARIADB_ROOT_PASSWORD=test -e MARIADB_DATABASE=test "mariadb:${server#*-}") ;;
    esac
    echo "$id" > "$dir/container"
    # Each image starts a first, private server to initialise itself; only the final one answers on TCP.
    case $server in
        postgresql-*) wait_for 120 $engine exec "$id" pg_isready -h 127.0.0.1 -U test ;;
        *) wait_for 120 sql_in_container "$server" "$id" "CREATE USER IF NOT EXISTS test@'%' IDENTIFIED BY 'test'; GRANT ALL ON *.* TO test@'%' WITH GRANT OPTION" ;;
    esac
    port=$($engine port "$id" | sed -n '1s/.*://p')
    connection "$server" "$port" > "$dir/connection"
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
