#!/usr/bin/env bash
# Takes the pictures of docs/tasks/th anew, from the running program with its sample round. Needs Chromium.
# usage: build/pictures.sh
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p docs/tasks/th/pictures
project=Kalasin.EndToEnd.Tests
dotnet build "tests/$project" -c Release -v quiet -nologo
KALASIN_BLESS=1 dotnet "tests/$project/bin/Release/net10.0/$project.dll" -noColor -class "$project.Pages.PicturesOfTasksTests"
