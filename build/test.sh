#!/usr/bin/env bash
# Runs every test: restore, one Release build, packages, then each test assembly.
# Ends with "N passed, N failed, N skipped". Usage: build/test.sh [arguments for dotnet test, such as --filter X]
set -euo pipefail
cd "$(dirname "$0")/.."

results=artifacts/test-results
rm -rf $results
mkdir -p $results

dotnet restore SchemaSync.Build.sln -v quiet --nologo
dotnet build SchemaSync.Build.sln -c Release --no-restore -v quiet --nologo
build/pack.sh --no-build

# sum <counter>: over all result files; the attribute is on their one <Counters> line.
sum() {
    cat $results/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*" | grep -o '[0-9]*$' | awk '{ n += $1 } END { print n + 0 }'
}

# One assembly after the other: builds and crash tests in parallel would disturb each other's time limits.
broken=
for project in tests/*.Tests/; do
    name=$(basename "$project")
    echo "== $name"
    dotnet test "artifacts/bin/$name/release/$name.dll" --logger "trx;LogFileName=$name.trx" --results-directory $results --nologo "$@" || broken+=" $name"
done

total=$(sum total) passed=$(sum passed) failed=$(sum failed)
[[ -n $broken ]] && echo "not clean:$broken"
[[ $total -eq 0 ]] && echo "no test ran"
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
[[ -z $broken && $failed -eq 0 && $total -gt 0 ]]
