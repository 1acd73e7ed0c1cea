#!/usr/bin/env bash
# tools/fresh_root.sh FOLDER [COMMAND…]
#
# Shows that the two commands need nothing but what a bare Debian 12 has: makes a new root in
# FOLDER with debootstrap (or takes the one that an earlier run kept as FOLDER.tar), clones this
# checkout's HEAD into it, and runs there `make demo`, `make test` and each again, or COMMAND.
# Run it as root. The settings of apt, pip and npm are the host's: its files and environment are
# copied at run time, and only those.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
root=$(realpath -m "${1:?a folder for the new root is needed}")
shift
[ "$(id -u)" = 0 ] || { echo 'fresh_root: run this as root' >&2; exit 1; }
command -v debootstrap >/dev/null || apt-get install -q -y debootstrap

# The Debian repositories that the host's apt uses, as lines of a sources.list.
debian_sources() {
  # shellcheck disable=SC2016  # apt expands these
  apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 'Origin: Debian' | sort -u
}

make_root() {
  if [ -f "$root.tar" ]; then
    mkdir -p "$root"
    tar -xf "$root.tar" -C "$root"
    return
  fi
  local mirror
  mirror=$(debian_sources | awk '$3 == "bookworm" { print $2; exit }')
  debootstrap --variant=minbase --include=make,git,ca-certificates bookworm "$root" "$mirror"
  tar -cf "$root.tar" -C "$root" .
}

# Files of settings, to the same place in the new root.
copy_settings() {
  local path
  debian_sources > "$root/etc/apt/sources.list"
  for path in /etc/apt/apt.conf /etc/apt/apt.conf.d /etc/apt/auth.conf /etc/apt/auth.conf.d \
              /etc/pip.conf /etc/npmrc /root/.npmrc /root/.config/pip /root/.pip \
              /etc/ssl/certs /usr/local/share/ca-certificates /etc/resolv.conf /etc/hosts; do
    if [ -e "$path" ]; then
      mkdir -p "$root$(dirname "$path")"
      cp -rLT "$path" "$root$path" 2>/dev/null || true
    fi
  done
  rm -f "$root"/etc/apt/apt.conf.d/*packagekit "$root"/etc/apt/apt.conf.d/*appstream
}

# The variables of the environment that are such settings, as arguments of env.
settings_in_environment() {
  local name
  while IFS= read -r name; do
    case $name in
      PIP_FIND_LINKS) ;;
      PIP_* | NPM_CONFIG_* | npm_config_* | *_proxy | *_PROXY | SSL_CERT_* | NODE_EXTRA_CA_CERTS)
        printf '%s=%s\0' "$name" "${!name}" ;;
    esac
  done < <(compgen -e)
}

[ ! -e "$root" ] || { echo "fresh_root: $root exists already" >&2; exit 1; }
make_root
copy_settings
git clone --quiet "file://$checkout" "$root/root/parc"

mapfile -d '' settings < <(settings_in_environment)
export root
run_inside() {
  unshare --mount --pid --fork -- bash -c '
    set -e
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t sysfs -o ro sysfs "$root/sys" 2>/dev/null || true
    exec chroot "$root" "$@"' inside \
    /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    HOME=/root LANG=C.UTF-8 CI="${CI:-}" "${settings[@]}" "$@"
}

echo '== what the new root has'
run_inside sh -c 'for name in make git python3 pip cc g++ clang clang++-19 cmake ninja node npm; do
  printf "%-12s %s\n" "$name" "$(command -v "$name" || echo absent)"
done; du -shx / 2>/dev/null'

if [ $# -gt 0 ]; then
  run_inside sh -c 'cd /root/parc && exec "$@"' inside "$@"
  exit
fi
status=0
for goal in demo test demo test; do
  start=$SECONDS
  echo "== make $goal"
  run_inside make -C /root/parc "$goal" || status=1
  echo "== make $goal took $((SECONDS - start)) s, all well so far: $([ $status = 0 ] && echo yes || echo no)"
done
exit $status
