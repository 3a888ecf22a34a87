#!/usr/bin/env bash
# Packs every packable project into artifacts/packages, which then is a NuGet feed of exactly this version.
# Usage: build/pack.sh [--no-build] [version]; without a version, a prerelease that no cache can have seen.
set -euo pipefail
cd "$(dirname "$0")/.."

build=1
if [[ ${1:-} == --no-build ]]; then
    build=0
    shift
fi
version=${1:-}
package_version=${version:-$(dotnet msbuild src/SchemaSync.Cli -getProperty:VersionPrefix)-dev.$(date -u +%Y%m%d%H%M%S)}
packages=$PWD/artifacts/packages

# Only a release puts its version into the assemblies: a new one for each test run would rebuild everything.
build/publish-cli.sh "$version"
if [[ $build == 1 ]]; then
    dotnet build SchemaSync.Build.sln -c Release ${version:+-p:Version="$version"} -v quiet --nologo
fi

rm -rf "$packages"
dotnet pack SchemaSync.Build.sln -c Release --no-build -p:PackageVersion="$package_version" -p:PackageOutputPath="$packages" -v quiet --nologo
echo "$package_version" > "$packages/version.txt"
(cd "$packages" && ls -- *.nupkg)
