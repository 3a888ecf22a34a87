#!/usr/bin/env bash
# Measures the product beside the floor of each benchmark in the same run, prints one table, and fails when a target is missed.
# Usage: build/bench.sh [--list] [--quick | --tiny] [room…]; without rooms, all of them. docs/benchmarks.md says what each measures.
set -euo pipefail
cd "$(dirname "$0")/.."

all=$*
rooms=$(printf '%s\n' "$@" | grep -v '^--' || true)
wanted() { [[ " $all " != *" --list "* ]] && { [[ -z $rooms ]] || grep -qxE "$1" <<< "$rooms"; }; }
if wanted 'build|projects|reading|fleet'; then build/publish-cli.sh >&2; fi
# This builds a project of a user, with the package of this very state.
if wanted 'build|projects|unused'; then build/pack.sh --quick >&2; fi
# Servers of this run alone: ten thousand tables would disturb everybody else's.
if wanted 'postgresql|mysql|schemas|reading|plans|testing|fleet'; then
    export SCHEMASYNC_SERVERS_STATE
    SCHEMASYNC_SERVERS_STATE=$(mktemp -d /tmp/schemasync-bench.XXXXXX)
    trap 'build/servers.sh stop' EXIT
    servers=$(build/servers.sh env postgresql-15 mysql-9.7)
    eval "$servers"
fi
dotnet build tests/SchemaSync.Benchmarks -c Release -v quiet --nologo
dotnet artifacts/bin/SchemaSync.Benchmarks/release/SchemaSync.Benchmarks.dll "$@"
