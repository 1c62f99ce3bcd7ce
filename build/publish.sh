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

# Analyzers have their say in every build; here they would only cost a third of the time.
# One compiler thread, for the same bytes each time. HarfBuzz and SQLite stay beside the executable: inside it they would be unpacked to disk by every instance that starts.
dotnet publish src/Kalasin.Functions -c Release -r linux-x64 --self-contained --artifacts-path "$work" -o "$work/root" -v quiet -nologo -nodeReuse:false \
  -p:PublishSingleFile=true -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=false \
  -p:ContinuousIntegrationBuild=true -p:RunAnalyzers=false -p:DebugType=none \
  -p:CompilerResponseFile="$PWD/build/one-thread.rsp" \
  -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false -p:StaticWebAssetsEnabled=false

dotnet run build/zip-folder.cs -- "$work/root" "$out/kalasin-functions-linux-x64.zip"
