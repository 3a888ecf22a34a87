#!/usr/bin/env bash
# Compares what is written today with tests/data/formats; with SCHEMASYNC_ACCEPT=1 writes the files of versions that are not published.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet test tests/SchemaSync.Engine.Tests -c Release --nologo --filter FullyQualifiedName~FormatCorpusTests
dotnet test tests/SchemaSync.Adapters.Tests -c Release --nologo --filter FullyQualifiedName~LedgerCorpusTests
