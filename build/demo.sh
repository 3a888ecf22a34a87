#!/usr/bin/env bash
# Shows what SchemaSync is for, on a copy of samples/Shop in artifacts/demo, and checks each step. Needs only the .NET SDK 10.
# Ends with "The demo is done", or with a sentence that says what was not as it should be, and exit code 1.
# Usage: build/demo.sh [--packed]; --packed takes the package that build/pack.sh packed last.
set -euo pipefail
cd "$(dirname "$0")/.."

root=$PWD
demo=$root/artifacts/demo
log=$demo/last-command.txt
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
# A continuous integration or a connection of your own would change what the demo does.
unset CI ContinuousIntegrationBuild SCHEMASYNC_CONNECTION

say() { printf '\n%s\n' "$*"; }

fail() {
    printf '\nThe demo failed: %s\n' "$*" >&2
    [[ -f $log ]] && sed 's/^/    | /' "$log" >&2
    exit 1
}

# run <command…>: shows the command as a user types it; its output and exit code are kept for the checks.
run() {
    echo "  \$ $*"
    code=0
    "$@" > "$log" 2>&1 || code=$?
}

# shop <arguments…>: the published application, which is started without a build.
shop() { run dotnet bin/Release/net10.0/publish/Shop.dll "$@"; }

show() { grep -E -- "$1" "$log" | sed -E "s|$demo/||g; s| \[[^]]*\]$||; s/^ */    /" | sort -u; }

passes() { [[ $code -eq 0 ]] || fail "the command ended with $code instead of 0:"; }
breaks() { [[ $code -ne 0 ]] || fail "the command passed, although it must not:"; }
says() { grep -qE -- "$1" "$log" || fail "the output does not contain '$1':"; }
# rows <n> <column>: the customers are there, and the column is.
rows() { says "^customers +$1 rows .*\b$2\b"; show '^[a-z_]+ +[0-9]+ rows'; }

command -v dotnet > /dev/null || fail "there is no 'dotnet'; install the .NET SDK 10"
[[ $(dotnet --version) =~ ^[1-9][0-9]+\. ]] || fail "the .NET SDK is $(dotnet --version), and the demo needs 10 or newer"

say "1. Packs SchemaSync.Build and copies samples/Shop to artifacts/demo/Shop, where it becomes an ordinary project that refers to that package:"
rm -rf "$demo"
mkdir -p "$demo/Shop"
if [[ ${1:-} != --packed ]]; then
    run build/pack.sh --quick
    passes
fi
version=$(< artifacts/packages/version.txt)
cp samples/Shop/*.cs samples/Shop/Shop.csproj "$demo/Shop/"
sed -i.bak "s/\$(SchemaSyncVersion)/$version/" "$demo/Shop/Shop.csproj"
rm "$demo/Shop/Shop.csproj.bak"
for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' > "$demo/$file"; done
echo 'root = true' > "$demo/.editorconfig" # the rules of this repository are not the user's
# Its own package folder; what the build of the package has already downloaded is taken from there.
cat > "$demo/nuget.config" << EOF
<configuration>
  <config><add key="globalPackagesFolder" value="packages" /></config>
  <packageSources><add key="schemasync" value="../packages" /></packageSources>
  <fallbackPackageFolders><add key="machine" value="$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')" /></fallbackPackageFolders>
</configuration>
EOF
unset NUGET_PACKAGES # which would win over the folder in nuget.config
cd "$demo/Shop"
[[ ! -e shop.db ]] || fail "there is a shop.db already"

say "2. Four tables and a view are declared as C# classes. Publishing creates the database from them:"
run dotnet publish
passes
show '^ *SchemaSync:'
shop
rows 0 email

say "3. A customer registers:"
shop add ada@example.org
rows 1 email

say "4. A developer adds a property to Customer.cs. The build compares the classes with the database and fails at that line:"
awk '{ print } /string\? Phone/ { print "    public string? City { get; init; }" }' Customer.cs > Customer.new
mv Customer.new Customer.cs
line=$(grep -n 'string? City' Customer.cs | cut -d: -f1)
sed -n "${line}p" Customer.cs | sed "s/^ */    Customer.cs, line $line:  /"
run dotnet build
breaks
says "Customer\.cs\($line,20,$line,24\): error SSY1001: column customers\.city "
show 'error SSY'

say "5. Publishing adds the column; the customer is still there, and the build passes:"
run dotnet publish
passes
show '^ *SchemaSync:'
shop
rows 1 city
run dotnet build
passes

say "6. Somebody drops a column in the database by hand. The next build says where it was declared:"
shop sql 'ALTER TABLE customers DROP COLUMN phone'
passes
run dotnet build
breaks
says 'Customer\.cs\([0-9]+,20,[0-9]+,25\): error SSY1001: column customers\.phone '
show 'error SSY'

say "7. Publishing repairs it:"
run dotnet publish
passes
show '^ *SchemaSync:'
shop
rows 1 phone

say "8. The developer takes the property City out again. Publishing would lose what is in that column, so it refuses and changes nothing:"
grep -v 'string? City' Customer.cs > Customer.new
mv Customer.new Customer.cs
run dotnet publish
breaks
says 'error SSY0506: .*SSY0402'
show 'error SSY'
shop
rows 1 city

say "9. Whoever means it allows the code, once and by name:"
run dotnet publish -p:SchemaSyncAllow=SSY0402
passes
show '^ *SchemaSync:'
shop
says '^customers +1 rows'
! grep -q '\bcity\b' "$log" || fail "the column is still there:"
show '^customers'

say "10. The database keeps a ledger of who did what:"
run dotnet "$root/artifacts/cli/any/schemasync.dll" audit --provider Sqlite --connection 'Data Source=shop.db'
passes
says '^shop\.db: 4 runs'
sed -nE 's/^.*([0-9]{4}-.*(succeeded|failed).*) on .*/    \1/p; s/^.*[0-9]+\. done in [0-9]+ ms: (ALTER .*)$/      \1/p' "$log"

say "The demo is done: every step was as it should be. The project is in artifacts/demo/Shop; change it and try 'dotnet build' there."
