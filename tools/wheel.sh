#!/usr/bin/env bash
# tools/wheel.sh [PYTHON…]: build a wheel into dist/ for each interpreter, by default for every
# CPython from 3.10 on the path. Only what depends on the interpreter is compiled for each; the rest
# is shared in build/wheel. Needs `make setup`.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*"; }
die() { printf 'wheel: %s\n' "$*" >&2; exit 1; }

# "cp311" of an interpreter that parc supports and that has its headers, else nothing.
tag_of() {
  "$1" - <<'END' 2>/dev/null || true
import os, sys, sysconfig
header = os.path.join(sysconfig.get_path("include"), "Python.h")
if sys.implementation.name == "cpython" and sys.version_info >= (3, 10) and os.path.exists(header):
    threads = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
    print(f"cp{sys.version_info[0]}{sys.version_info[1]}{threads}")
END
}

# A virtual environment with what builds a wheel, in build/wheel-env.
make_environment() {
  local python=$1 environment=$2 key
  key="$(readlink -f "$(command -v "$python")") $(sha256sum tools/packages/wheel.txt)"
  [ "$(cat "$environment/.made-from" 2>/dev/null)" = "$key" ] && return 0
  "$python" -m venv --clear "$environment"
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
    --only-binary=:all: --require-hashes --requirement tools/packages/wheel.txt
  echo "$key" > "$environment/.made-from"
}

build() {
  local python=$1 tag environment start=$SECONDS
  tag=$(tag_of "$python")
  [ -n "$tag" ] || die "$python is no CPython from 3.10 on with headers"
  environment=build/wheel-env/$tag
  make_environment "$python" "$environment"
  say "building the wheel for $tag"
  "$environment/bin/python" -m pip --disable-pip-version-check wheel --quiet \
    --no-build-isolation --no-deps --wheel-dir dist .
  say "$(ls -1t dist/*-"$tag"-*.whl | head -1), $((SECONDS - start)) s"
}

pythons=("$@")
if [ ${#pythons[@]} = 0 ]; then
  for python in $(compgen -c python3. | grep -xE 'python3\.[0-9]+t?' | sort -uV); do
    if [ -n "$(tag_of "$python")" ]; then pythons+=("$python"); fi
  done
fi
[ ${#pythons[@]} -gt 0 ] || die "there is no CPython from 3.10 on on the path"
for python in "${pythons[@]}"; do build "$python"; done
