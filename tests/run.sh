#!/usr/bin/env bash
# One command for the tests; does its own set-up. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build KalasinServerless.sln -c Release -v quiet || { echo "0 passed, 1 failed"; exit 1; }
passed=0; failed=0
for project in Kalasin.Evaluation.Tests Kalasin.Functions.Tests; do
  log=$(mktemp)
  dotnet "tests/$project/bin/Release/net10.0/$project.dll" 2>&1 | tee "$log"
  p=$(grep -oE 'Total: [0-9]+' "$log" | grep -oE '[0-9]+' | tail -1); f=$(grep -oE 'Failed: [0-9]+' "$log" | grep -oE '[0-9]+' | tail -1); p=$((${p:-0} - ${f:-0}))
  passed=$((passed + ${p:-0})); failed=$((failed + ${f:-0}))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
