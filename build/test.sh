#!/usr/bin/env bash
# Runs every test: restore, one Release build, packages, then each test assembly.
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

# The native compiler takes a minute, and only the last assembly needs the packages.
build/pack.sh --no-build > $results/pack.log 2>&1 &
packing=$!

# A set of servers of this run alone, gone with it however it ends. Every one of them is needed: none is skipped.
# Their data lies in memory where there is enough of it: what they write is thrown away in minutes.
memory=$(df --output=avail -k /dev/shm 2> /dev/null | tail -1)
export SCHEMASYNC_SERVERS_STATE
SCHEMASYNC_SERVERS_STATE=$(mktemp -d "$([[ ${memory:-0} -gt 6000000 ]] && echo /dev/shm || echo /tmp)/schemasync-test.XXXXXX")
trap 'kill $packing 2> /dev/null || true; build/servers.sh stop; dotnet build-server shutdown --vbcscompiler > /dev/null' EXIT
servers=$(build/servers.sh env)
eval "$servers"

# sum <counter>: over the <Counters> element of every result file.
sum() {
    find $results -name '*.trx' -exec sed -n "s/.*<Counters [^>]*$1=\"\([0-9]*\)\".*/\1/p" {} + | awk '{ n += $1 } END { print n + 0 }'
}

# One assembly after the other: builds and crash tests in parallel would disturb each other's time limits.
broken=
for project in tests/*.Tests/; do
    name=$(basename "$project")
    if [[ $name == SchemaSync.Tasks.Tests ]]; then
        wait $packing || { cat $results/pack.log; exit 1; }
        cat $results/pack.log
    fi
    echo "== $name"
    # A test that says nothing for five minutes is named and killed, rather than hanging the run.
    dotnet test "artifacts/bin/$name/release/$name.dll" --logger "trx;LogFileName=$name.trx" --results-directory $results --nologo \
        --blame-hang-timeout 5m --blame-hang-dump-type none "$@" || broken+=" $name"
done

total=$(sum total) passed=$(sum passed) failed=$(sum failed)
[[ -n $broken ]] && echo "not clean:$broken"
[[ $total -eq 0 ]] && echo "no test ran"
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
[[ -z $broken && $failed -eq 0 && $total -gt 0 ]]
