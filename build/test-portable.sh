#!/usr/bin/env bash
# The tests that need neither a database server nor Linux: what Windows and macOS run. Usage: build/test-portable.sh
# The servers of build/servers.sh are programs for Linux, so everything about PostgreSQL, MySQL and MariaDB is tested there (build/test.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

export UseSharedCompilation=true
trap 'dotnet build-server shutdown --vbcscompiler > /dev/null' EXIT

dotnet restore SchemaSync.Build.sln -v quiet --nologo
dotnet build SchemaSync.Build.sln -c Release --no-restore -v quiet --nologo
build/pack.sh --quick

# With a server; with what Linux alone has: /proc, named pipes, a terminal made by `script`; and the demo, which the workflow runs itself.
without=(SchemaTemplateServerTests TenantServiceTests ComposedServerTests ServerTests SeveralSchemasTests SupabaseDeclaredTests
    PostgreSqlModelTests InterruptionTests TerminalTests OutputFileTests HostileDatabaseTests)
filter=$(printf '&FullyQualifiedName!~.%s.' "${without[@]}")

broken=
for name in Model Engine Generators Recipes EntityFramework Hosting Cli Tasks; do
    echo "== $name"
    dotnet test "artifacts/bin/SchemaSync.$name.Tests/release/SchemaSync.$name.Tests.dll" --nologo --filter "${filter#&}" \
        --logger "trx;LogFileName=SchemaSync.$name.Tests.trx" --results-directory artifacts/test-results || broken+=" $name"
done
[[ -z $broken ]] || { echo "not clean:$broken"; exit 1; }
