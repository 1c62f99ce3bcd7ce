#!/usr/bin/env bash
# Makes what people run, each the same bytes from the same commit:
#   kalasin-functions-linux-x64.zip   what the Functions host runs
#   kalasin-windows-x64.zip           what an office unpacks on its PC and double-clicks (docs/tasks/install-on-an-office-pc.md)
# usage: build/publish.sh [folder of the zips, default: artifacts] [linux-x64] [windows-x64]   (default: both)
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-artifacts}
if [ $# -gt 1 ]; then systems=("${@:2}"); else systems=(linux-x64 windows-x64); fi
mkdir -p "$out"

# The project says how it is published for each system; here stands what makes the same bytes each time: mapped paths, no debug
# symbols, one compiler thread. Analyzers have their say in every build and would only cost time.
# A folder of its own, so that nobody's build is disturbed, and a fresh one each time: an older obj can silently give a
# program without ReadyToRun. It lies inside the repository because only such paths are kept out of the compiled code.
publish() {
  local work=$1
  rm -rf "$work"
  dotnet publish src/Kalasin.Functions -c Release --artifacts-path "$work" -o "$work/root" -v quiet -nologo -nodeReuse:false \
    -p:ContinuousIntegrationBuild=true -p:DebugType=none -p:RunAnalyzers=false -p:CompilerResponseFile="$PWD/build/one-thread.rsp" "${@:2}"
}

for system in "${systems[@]}"; do
  work=artifacts/publish-$system
  case $system in
    linux-x64)
      publish "$work"
      dotnet run build/zip-folder.cs -- "$work/root" "$out/kalasin-functions-linux-x64.zip"
      ;;
    windows-x64)
      publish "$work" -r win-x64
      # What only the Functions host reads, and the name that a person looks for.
      (cd "$work/root" && rm -rf .azurefunctions functions.metadata extensions.json worker.config.json host.json && mv Kalasin.Functions.exe Kalasin.exe)
      # One folder in the zip, so that unpacking never spills over what else lies there.
      mkdir -p "$work/zip" && mv "$work/root" "$work/zip/Kalasin"
      dotnet run build/zip-folder.cs -- "$work/zip" "$out/kalasin-windows-x64.zip"
      ;;
    *) echo "unknown system: $system" >&2; exit 2 ;;
  esac
done
