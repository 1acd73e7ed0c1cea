#!/usr/bin/env bash
# Install what the project needs, by name and pinned: Debian packages into the system, PyPI
# packages into .venv, npm packages' C sources into build/third_party. Does nothing, quickly, when
# all is there.
#
# tools/setup.sh            what building and testing need
# tools/setup.sh bench      also what `make bench` compares with
#
# PYTHON=…         the interpreter .venv is made from (default /usr/bin/python3)
# PARC_UNPINNED=1  take the versions that apt offers instead of those in tools/packages/apt.txt
set -euo pipefail
cd "$(dirname "$0")/.."

packages=tools/packages
python=${PYTHON:-/usr/bin/python3}

say() { printf '== %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "root or sudo is needed to run: $*"
  fi
}

# The lines of a list, without comments.
entries() { grep -v -e '^#' -e '^$' "$1"; }

install_debian_packages() {
  local missing=() name version installed
  while IFS='=' read -r name version; do
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Version}' "$name" 2>/dev/null || true)
    # shellcheck disable=SC2254  # the pin is a pattern
    case $installed in
      "installed "$version) ;;
      "installed "*) [ -n "${PARC_UNPINNED:-}" ] || missing+=("$name=$version") ;;
      *) if [ -n "${PARC_UNPINNED:-}" ]; then missing+=("$name"); else missing+=("$name=$version"); fi ;;
    esac
  done < <(entries $packages/apt.txt)
  [ ${#missing[@]} -gt 0 ] || return 0

  say "installing ${#missing[@]} Debian packages"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y
             -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)
  as_root "${apt[@]}" update
  as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" ||
    die "apt cannot install the pinned versions; PARC_UNPINNED=1 accepts those that it offers"
}

# Install the PyPI list $1 into the virtual environment $2, once per content of the list.
install_python_packages() {
  local list=$packages/$1.txt venv=$2 key stamp
  stamp=$venv/.installed-$1
  key=$(sha256sum "$list" | cut -d' ' -f1)
  [ "$(cat "$stamp" 2>/dev/null)" = "$key" ] && return 0
  say "installing the Python packages of $list into $venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary=:all: \
    --require-hashes --requirement "$list"
  echo "$key" > "$stamp"
}

make_virtual_environment() {
  local key
  [ -x "$(command -v "$python")" ] || die "there is no interpreter $python"
  key="$python $("$python" -c 'import sys; print(sys.version)')"
  if [ "$(cat .venv/.made-from 2>/dev/null)" != "$key" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    say "making .venv with $python"
    "$python" -m venv --clear .venv
    echo "$key" > .venv/.made-from
  fi
  install_python_packages pypi .venv
}

# npm as the machine has it, else from PyPI.
npm_command() {
  if command -v npm >/dev/null; then
    npm "$@"
    return
  fi
  local node=build/node
  if [ ! -x $node/bin/python ]; then "$python" -m venv $node; fi
  install_python_packages node $node >&2
  # That npm has its global configuration elsewhere; the machine's own is the one that counts.
  if [ -z "${NPM_CONFIG_GLOBALCONFIG:-}" ] && [ -f /etc/npmrc ]; then
    export NPM_CONFIG_GLOBALCONFIG=/etc/npmrc
  fi
  PATH="$PWD/$node/bin:$PATH" npm "$@"
}

fetch_sources() {
  local package digest folder target archive
  while read -r package digest folder; do
    target=build/third_party/$folder
    [ "$(cat "$target/.unpacked" 2>/dev/null)" = "$digest" ] && continue
    say "fetching $package"
    rm -rf "$target" "$target.download"
    mkdir -p "$target" "$target.download"
    npm_command pack --silent --pack-destination "$target.download" "$package" >/dev/null </dev/null
    archive=$(echo "$target.download"/*.tgz)
    echo "$digest  $archive" | sha256sum --check --quiet - ||
      die "$package is not the package that $packages/npm.txt describes"
    tar -xzf "$archive" -C "$target" --strip-components=1
    rm -rf "$target.download"
    echo "$digest" > "$target/.unpacked"
  done < <(entries $packages/npm.txt)
}

install_debian_packages
make_virtual_environment
fetch_sources
if [ "${1:-}" = bench ]; then
  install_python_packages bench .venv
fi
