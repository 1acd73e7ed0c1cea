#!/usr/bin/env bash
# tools/fuzz.sh MINUTES: run every libFuzzer target for that long, starting from the corpus in
# tests/fuzz/corpus. What is found lands in build/fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-5}

cmake --preset fuzz --log-level=WARNING
cmake --build --preset fuzz --target parse_fuzz check_fuzz
mkdir -p build/fuzz/findings
for target in build/fuzz/bin/*_fuzz; do
  name=$(basename "$target")
  mkdir -p "build/fuzz/grown/$name"
  echo "== $name, $minutes minutes"
  "$target" -max_total_time=$((minutes * 60)) -timeout=10 -rss_limit_mb=4096 -max_len=8192 \
    -dict=tests/fuzz/python.dict \
    -artifact_prefix=build/fuzz/findings/ -print_final_stats=1 \
    "build/fuzz/grown/$name" tests/fuzz/corpus
done
