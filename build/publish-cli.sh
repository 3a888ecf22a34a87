#!/usr/bin/env bash
# Publishes the command line into artifacts/cli, which the packages copy from:
#   any/         portable, for every platform that has .NET
#   r2r/<rid>/   precompiled, still needs .NET; for this machine and for each of $SCHEMASYNC_RIDS
#   <rid>/       Native AOT, for this machine only: a native compiler does not cross systems
# A precompiled file is refused on another platform (BadImageFormatException), so "any" cannot be precompiled.
# A folder whose inputs have not changed stays; one that is out of date and not wanted is deleted, so that no package gets it.
# Usage: build/publish-cli.sh [--portable] [version]; --portable makes any/ alone, which needs no more than the SDK.
set -euo pipefail
cd "$(dirname "$0")/.."

portable=0
if [[ ${1:-} == --portable ]]; then
    portable=1
    shift
fi
version=${1:-}
out=artifacts/cli
project=src/SchemaSync.Cli
rid=$(dotnet msbuild $project -getProperty:NETCoreSdkPortableRuntimeIdentifier)
compiler=$(command -v clang || command -v gcc || true)
[[ ${SCHEMASYNC_NATIVE:-1} == 0 ]] && compiler=

sources=$({
    echo "$version"
    dotnet --version
    find Directory.* build/Polyfills build/publish-cli.sh docs/{codes,json} src/SchemaSync.{Model,Engine,Scaffolding,MySql,PostgreSql,Sqlite,EfHost,Cli} -type f -print0 | sort -z | xargs -0 sha256sum
} | sha256sum | cut -c1-32)

# publish <folder> <arguments…>: the folder appears complete or not at all.
publish() {
    local folder=$1
    shift
    [[ -f $out/$folder/.stamp ]] && return
    echo "publishing artifacts/cli/$folder"
    rm -rf "artifacts/publish/out"
    # Its own artifacts folder keeps restores for one runtime out of the ordinary build, which has already run the analyzers.
    # A packed app host would be one platform's; the task and the tool start the portable ones with dotnet.
    dotnet publish $project -c Release -p:ArtifactsPath="$PWD/artifacts/publish" -p:RunAnalyzers=false \
        ${version:+-p:Version="$version"} -o artifacts/publish/out -v quiet --nologo "$@"
    rm -f artifacts/publish/out/*.{pdb,dbg,xml}
    echo "$sources" > artifacts/publish/out/.stamp
    mkdir -p "$(dirname "$out/$folder")"
    mv artifacts/publish/out "$out/$folder"
}

mkdir -p $out
for folder in "$out"/*/ "$out"/r2r/*/; do
    [[ $folder == "$out/r2r/" || ! -d $folder ]] && continue
    [[ -f $folder/.stamp && $(<"$folder/.stamp") == "$sources" ]] || rm -rf "$folder"
done

publish any -p:UseAppHost=false
[[ $portable == 1 ]] && exit 0
for target in $rid ${SCHEMASYNC_RIDS:-}; do
    publish "r2r/$target" -r "$target" --self-contained false -p:UseAppHost=false
done
if [[ -n $compiler ]]; then
    publish "$rid" -r "$rid" -p:NativeCli=true -p:CppCompilerAndLinker="$(basename "$compiler")"
else
    echo "no native compiler used (clang, gcc): the package gets the precompiled command line for $rid, not the native one"
fi
