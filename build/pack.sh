#!/usr/bin/env bash
# Packs every packable project into artifacts/packages, which then is a NuGet feed of exactly this version.
# Usage: build/pack.sh [--no-build | --quick] [version]; without a version, a prerelease that no cache can have seen.
# --quick packs SchemaSync.Build with the portable command line, and the libraries: what samples, the demo and tests need,
# from the SDK alone.
set -euo pipefail
cd "$(dirname "$0")/.."

how=all
if [[ ${1:-} == --no-build || ${1:-} == --quick ]]; then
    how=${1#--}
    shift
fi
version=${1:-}
package_version=${version:-$(dotnet msbuild src/SchemaSync.Cli -getProperty:VersionPrefix)-dev.$(date -u +%Y%m%d%H%M%S)}
packages=$PWD/artifacts/packages
pack=(-c Release -p:PackageVersion="$package_version" -p:PackageOutputPath="$packages" -v quiet --nologo)

# Only a release puts its version into the assemblies: a new one for each test run would rebuild everything.
if [[ $how == quick ]]; then
    build/publish-cli.sh --portable "$version"
else
    build/publish-cli.sh "$version"
fi
if [[ $how == all ]]; then
    dotnet build SchemaSync.Build.sln -c Release ${version:+-p:Version="$version"} -v quiet --nologo
fi

rm -rf "$packages"
if [[ $how == quick ]]; then
    dotnet pack build/package ${version:+-p:Version="$version"} -p:RunAnalyzers=false "${pack[@]}"
    dotnet msbuild build/libraries.proj -t:Pack ${version:+-p:Version="$version"} -p:RunAnalyzers=false -m \
        -p:Configuration=Release -p:PackageVersion="$package_version" -p:PackageOutputPath="$packages" -v:quiet -nologo
else
    dotnet pack SchemaSync.Build.sln --no-build "${pack[@]}"
fi
echo "$package_version" > "$packages/version.txt"
(cd "$packages" && ls -- *.nupkg)
