#!/usr/bin/env bash
# Measures the product beside the floor of each benchmark in the same run, prints one table, and fails when a target is missed.
# Usage: build/bench.sh [--list] [--quick] [room…]; without rooms, all of them. docs/benchmarks.md says what each measures.
set -euo pipefail
cd "$(dirname "$0")/.."

rooms=$(printf '%s\n' "$@" | grep -v '^--' || true)
# These build projects of a user, with the packages of this very state.
if [[ " $* " != *" --list "* ]] && { [[ -z $rooms ]] || grep -qxE 'build|validation' <<< "$rooms"; }; then
    build/publish-cli.sh >&2
    build/pack.sh --quick >&2
fi
dotnet build tests/SchemaSync.Benchmarks -c Release -v quiet --nologo
exec dotnet artifacts/bin/SchemaSync.Benchmarks/release/SchemaSync.Benchmarks.dll "$@"
