#!/usr/bin/env bash
# Builds everything and runs the tests; does its own set-up on a fresh machine with the .NET SDK.
#
#   bash tests/run.sh                the fast suite, then the tools suite (installs Debian packages it lacks, as root or by sudo)
#   bash tests/run.sh --fast         only the fast suite: needs nothing but the SDK
#   bash tests/run.sh --long         all of what the usual run takes a part of, and what is too long for it; takes twice as long
#   bash tests/run.sh --no-install   installs nothing; names what it had to leave out
#
# Ends with the line "N passed, N failed" (", N skipped" follows where tests were left out); exit code 0 only when none failed.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# A test's process ends before the profile that its code is watched for would pay.
export DOTNET_TieredPGO=0
# Where a processor's caches can't be read, as in some virtual machines, the youngest generation stays small (2 MB were seen) and is collected again and again.
export DOTNET_GCgen0size=0x2000000

fast_only=false install=true long=false
for option in "$@"; do
  case "$option" in
    --fast) fast_only=true ;;
    --long) long=true ;;
    --no-install) install=false ;;
    *) sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//'; exit 2 ;;
  esac
done

# program:Debian package that brings it
tools="pdftotext:poppler-utils qpdf:qpdf soffice:libreoffice-writer-nogui soffice:libreoffice-calc-nogui chromium:chromium node:nodejs npm:npm python3:python3 faketime:faketime postfix:postfix dovecot:dovecot-imapd strace:strace cc:gcc cc:libc6-dev"

missing_packages() {
  local entry
  for entry in $tools; do
    command -v "${entry%%:*}" >/dev/null 2>&1 || echo "${entry##*:}"
  done | sort -u
}

set_up_tools() {
  local packages as_root=""
  packages=$(missing_packages | tr '\n' ' ')
  [ -n "${packages// /}" ] || return 0
  echo "The tools suite lacks these Debian packages: $packages"
  if ! $install; then echo "Not installed (--no-install): tests that need them are skipped by name."; return 0; fi
  if ! command -v apt-get >/dev/null 2>&1; then echo "No apt-get here: tests that need them are skipped by name."; return 0; fi
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"; else echo "Neither root nor sudo: tests that need them are skipped by name."; return 0; fi
  fi
  # shellcheck disable=SC2086
  $as_root apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $packages >/dev/null \
    || echo "Installing failed: tests that need them are skipped by name."
}

passed=0 failed=0 skipped=0
count() { grep -oE "$1: [0-9]+" "$2" | tail -1 | grep -oE '[0-9]+' || echo 0; }

# Tests that only the long run does; Breadth.cs.
if $long; then export KALASIN_LONG=1; chosen=(); else chosen=(-trait- run=long); fi

run_project() {
  local project=$1 log total f e s code began
  log=$(mktemp)
  echo "== $project"
  began=$SECONDS
  dotnet "tests/$project/bin/Release/net10.0/$project.dll" -noColor "${chosen[@]}" -xml "TestResults/$project.xml" >"$log" 2>&1
  code=$?
  grep -vE '^ *(Discovering|Discovered|Starting|Finished):|^xUnit' "$log"
  total=$(count Total "$log"); f=$(count Failed "$log"); e=$(count Errors "$log"); s=$(count Skipped "$log")
  rm -f "$log"
  echo "$project: $((SECONDS - began)) s"
  # A runner that dies without a summary, or finds no test, has failed.
  if [ "$code" -ne 0 ] && [ $((f + e)) -eq 0 ]; then e=1; total=$((total + 1)); fi
  if [ "$total" -eq 0 ]; then e=1; total=1; fi
  passed=$((passed + total - f - e - s)); failed=$((failed + f + e)); skipped=$((skipped + s))
}

# Every page of the sample's documents as a picture, beside the documents themselves, to be looked at. Costs no test its time: it is done
# while the next project runs. The volume binds documents that are drawn by themselves.
pages=TestResults/pages
draw_pages() {
  command -v pdftoppm >/dev/null 2>&1 || { echo "No pdftoppm here: the documents in $pages are not drawn."; return 0; }
  find "$pages" -name '*.pdf' ! -name 'volume.pdf' -print0 | xargs -0 -P 2 -I{} sh -c 'pdftoppm -r 60 -gray -png "$1" "${1%.pdf}"' _ {}
  echo "Pages to look at: $(find "$pages" -name '*.png' | wc -l) in $pages"
}

$fast_only || set_up_tools

if ! command -v dotnet >/dev/null 2>&1; then
  echo "The .NET 10 SDK is not on PATH."
  echo "0 passed, 1 failed"
  exit 1
fi
# One compiler for all projects, whatever the machine's own setting: their analyzers are loaded once. It is ended before the tests begin.
built=true
dotnet build KalasinServerless.sln -c Release -v quiet -p:UseSharedCompilation=true || built=false
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
if ! $built; then
  echo "The solution does not build."
  echo "0 passed, 1 failed"
  exit 1
fi

# What the fast suites keep for a while stands in memory where there is plenty: what a disk does is for the tools suite, on a real one.
memory=""
if [ "$(df --output=avail -B 1G /dev/shm 2>/dev/null | tail -1 | tr -d ' ')" -ge 4 ] 2>/dev/null; then memory=$(mktemp -d -p /dev/shm); fi
in_memory() { TMPDIR="${memory:-${TMPDIR:-/tmp}}" "$@"; }

rm -rf "$pages" && mkdir -p "$pages"
KALASIN_PAGES="$PWD/$pages" in_memory run_project Kalasin.Evaluation.Tests
drawn=$(mktemp)
draw_pages >"$drawn" 2>&1 &
in_memory run_project Kalasin.Functions.Tests
[ -z "$memory" ] || rm -rf "$memory"
# Each page as a browser draws it, on a phone and on a desktop, to be looked at.
export KALASIN_SCREENS="$PWD/TestResults/screens"
rm -rf "$KALASIN_SCREENS"
$fast_only || for project in Kalasin.EndToEnd.Tests Kalasin.Package.Tests; do run_project "$project"; done

if ! $long && ! $fast_only; then
  echo "Left to the long run:"
  dotnet tests/Kalasin.EndToEnd.Tests/bin/Release/net10.0/Kalasin.EndToEnd.Tests.dll -noLogo -noColor -trait run=long -list methods
fi
wait
cat "$drawn" && rm -f "$drawn"
line="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
