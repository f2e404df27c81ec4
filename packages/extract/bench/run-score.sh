#!/bin/sh
# run-score.sh SCORER CORPUS [scorer options…]   reads every document of the corpus and scores the answers.
# SCORER is a score.mjs which takes --cmd and --batch; OCR_WORDS may name a directory with words of scans.
set -e
root=$(cd "$(dirname "$0")/../../.." && pwd)
scorer=$1; corpus=$2; shift 2
out="$root/node_modules/.cache/extract-bench.mjs"
mkdir -p "$root/node_modules/.cache"
"$root/node_modules/.bin/esbuild" "$root/packages/extract/bench/read-text.ts" --bundle --platform=node --format=esm --external:@hyzyla/pdfium --log-level=warning --outfile="$out"
node "$scorer" --cmd "node $out" "$corpus" --batch "$@"
