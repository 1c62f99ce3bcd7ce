#!/usr/bin/env bash
# Makes the fonts of the pages: the parts of Sarabun (SIL Open Font License 1.1, beside the originals) that pages write, as WOFF2.
# Run it when the originals or the letters change; the results are kept in the repository, so that no build needs the tool.
# Needs fonttools 4.38 or later and Brotli for Python (Debian: fonttools python3-brotli).
set -euo pipefail
cd "$(dirname "$0")/.."
letters="U+0020-007E,U+00A0,U+00B7,U+00D7,U+00F7,U+0E01-0E3A,U+0E3F-0E5B,U+200B,U+2013,U+2014,U+2018-201D,U+2022,U+2026,U+203A,U+2212,U+2264,U+2265,U+25CC"
for weight in Regular Bold; do
  pyftsubset "src/Kalasin.Evaluation/Documents/Data/Fonts/Sarabun-$weight.ttf" --unicodes="$letters" --layout-features='*' \
    --flavor=woff2 --no-hinting --desubroutinize --output-file="src/Kalasin.Functions/Pages/Assets/Sarabun-$weight.woff2"
done
