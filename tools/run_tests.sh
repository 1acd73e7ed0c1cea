#!/usr/bin/env bash
# tools/run_tests.sh PRESET: every check and test of a built tree. All of them run, and the exit
# status says whether all passed.
set -uo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}
python=.venv/bin/python
export PARC_VERIFY_IR=1

summary=()
failed=0

# step NAME COMMAND…
step() {
  local name=$1 start=$SECONDS word=passed
  shift
  printf '\n== %s\n' "$name"
  "$@" || { word=FAILED; failed=$((failed + 1)); }
  summary+=("$(printf '%-8s %-12s %4d s' "$word" "$name" $((SECONDS - start)))")
}

check_format() {
  $python tools/sources.py | xargs clang-format-19 --dry-run -Werror
}

step text $python tools/check_text.py
step sizes $python tools/check_sizes.py
step layering $python tools/check_layering.py
step format check_format
step unit ctest --preset "$preset" --no-tests=error --progress
step pytest $python -m pytest tests

printf '\n== summary\n'
printf '%s\n' "${summary[@]}"
if [ "$failed" -gt 0 ]; then
  printf '%d of %d steps failed\n' "$failed" ${#summary[@]}
  exit 1
fi
printf 'all %d steps passed\n' ${#summary[@]}
