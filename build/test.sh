#!/usr/bin/env bash
# Runs every test: restore, one Release build, packages, then every test assembly.
# Ends with "N passed, N failed, N skipped". Usage: build/test.sh [arguments for dotnet test, such as --filter X]
set -euo pipefail
cd "$(dirname "$0")/.."

results=artifacts/test-results
rm -rf $results
mkdir -p $results

# One compiler for all projects, as everywhere; it ends with this run.
export UseSharedCompilation=true
trap 'dotnet build-server shutdown --vbcscompiler > /dev/null' EXIT

# Counting calls to compile better later pays for a service, not for processes of seconds: without it the tests take a third less.
export DOTNET_TieredPGO=0

dotnet restore SchemaSync.Build.sln -v quiet --nologo
dotnet build SchemaSync.Build.sln -c Release --no-restore -v quiet --nologo

# The native compiler takes a minute, and only the last assemblies need the packages.
build/pack.sh --no-build > $results/pack.log 2>&1 &
packing=$!

# A set of servers of this run alone, gone with it however it ends. Every one of them is needed: none is skipped.
# Their data lies in memory where there is enough of it: what they write is thrown away in minutes.
memory=$(df --output=avail -k /dev/shm 2> /dev/null | tail -1)
export SCHEMASYNC_SERVERS_STATE
SCHEMASYNC_SERVERS_STATE=$(mktemp -d "$([[ ${memory:-0} -gt 6000000 ]] && echo /dev/shm || echo /tmp)/schemasync-test.XXXXXX")
# What runs in the background hears no Ctrl+C: it is ended with what it started.
trap 'kill $packing ${beside:+$beside $(pgrep -P $beside)} 2> /dev/null || true; build/servers.sh stop; dotnet build-server shutdown --vbcscompiler > /dev/null' EXIT
servers=$(build/servers.sh env)
eval "$servers"

# sum <counter>: over the <Counters> element of every result file.
sum() {
    find $results -name '*.trx' -exec sed -n "s/.*<Counters [^>]*$1=\"\([0-9]*\)\".*/\1/p" {} + | awk '{ n += $1 } END { print n + 0 }'
}

# run <assembly> [arguments for dotnet test]: leaves its result file.
run() {
    echo "== $1"
    # A test that says nothing for five minutes is named and killed, rather than hanging the run.
    dotnet test "artifacts/bin/$1/release/$1.dll" --logger "trx;LogFileName=$1.trx" --results-directory $results --nologo \
        --blame-hang-timeout 5m --blame-hang-dump-type none "${@:2}"
}

# The one that talks to servers takes longer than all others and waits now and then: they go beside it, one after the other. Builds have
# limits of time and come last, with nothing beside them. The command line runs as it was packed: it starts in half the time.
broken=
servers_tests=SchemaSync.Adapters.Tests
run $servers_tests "$@" > $results/adapters.log 2>&1 &
beside=$!
rid=$(dotnet msbuild src/SchemaSync.Cli -getProperty:NETCoreSdkPortableRuntimeIdentifier)
for name in $(cd tests && printf '%s\n' *.Tests | grep -vx -e $servers_tests -e SchemaSync.Cli.Tests -e SchemaSync.Tasks.Tests); do
    run "$name" "$@" || broken+=" $name"
done
wait $packing || { cat $results/pack.log; exit 1; }
cat $results/pack.log
SCHEMASYNC_TEST_CLI=$PWD/artifacts/cli/r2r/$rid/schemasync.dll run SchemaSync.Cli.Tests "$@" || broken+=" SchemaSync.Cli.Tests"
wait $beside || broken+=" $servers_tests"
beside=
cat $results/adapters.log
run SchemaSync.Tasks.Tests "$@" || broken+=" SchemaSync.Tasks.Tests"

total=$(sum total) passed=$(sum passed) failed=$(sum failed)
[[ -n $broken ]] && echo "not clean:$broken"
[[ $total -eq 0 ]] && echo "no test ran"
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
[[ -z $broken && $failed -eq 0 && $total -gt 0 ]]
