#!/usr/bin/env bash
# tools/lint.sh PRESET [FILE…]: clang-tidy over the sources, or over those that are named. A file
# that was found clean is not looked at again until it, a header of ours or the settings change.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}
shift || true
stamps=build/$preset/lint
mkdir -p "$stamps"

files=("$@")
# Those that the build compiles; the samples of generated code and the fuzzers have flags of their own.
[ ${#files[@]} -gt 0 ] || mapfile -t files < <(
  .venv/bin/python tools/sources.py '*.cpp' |
    grep -xFf <(grep -o "\"file\": \"$PWD/[^\"]*" "build/$preset/compile_commands.json" |
      sed "s|\"file\": \"$PWD/||"))
common=$(.venv/bin/python tools/sources.py '*.h' | xargs cat .clang-tidy | sha256sum)

pending=()
for file in "${files[@]}"; do
  stamp=$stamps/${file//\//.}
  key=$(echo "$common" | cat - "$file" | sha256sum)
  if [ "$(cat "$stamp" 2>/dev/null)" != "$key" ]; then pending+=("$file"); fi
done
echo "clang-tidy: ${#pending[@]} of ${#files[@]} files to look at"

lint_one() {
  local file=$1 log
  if log=$(clang-tidy-19 --quiet -p "build/$preset" "$file" 2>/dev/null); then
    echo "$common" | cat - "$file" | sha256sum > "$stamps/${file//\//.}"
  else
    printf '%s\n' "$log"
    return 1
  fi
}
export -f lint_one
export common stamps preset
[ ${#pending[@]} -eq 0 ] ||
  printf '%s\n' "${pending[@]}" | xargs -P "$(nproc)" -I{} bash -c 'lint_one "$1"' _ {}
