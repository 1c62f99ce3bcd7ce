#!/usr/bin/env bash
# Makes what the Functions host runs: kalasin-functions-linux-x64.zip, the same bytes from the same commit.
# usage: build/publish.sh [folder of the zip, default: artifacts]
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-artifacts}

# A folder of its own, so that nobody's build is disturbed, and a fresh one each time: an older obj can silently give a
# program without ReadyToRun. It lies inside the repository because only such paths are kept out of the compiled code.
work=artifacts/publish
rm -rf "$work"
mkdir -p "$out"

# The project says for which system and how it is published; here stands what makes the same bytes each time: mapped paths, no debug
# symbols, one compiler thread. Analyzers have their say in every build and would only cost time.
dotnet publish src/Kalasin.Functions -c Release --artifacts-path "$work" -o "$work/root" -v quiet -nologo -nodeReuse:false \
  -p:ContinuousIntegrationBuild=true -p:DebugType=none -p:RunAnalyzers=false -p:CompilerResponseFile="$PWD/build/one-thread.rsp"

dotnet run build/zip-folder.cs -- "$work/root" "$out/kalasin-functions-linux-x64.zip"
