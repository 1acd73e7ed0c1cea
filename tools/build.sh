#!/usr/bin/env bash
# tools/build.sh PRESET: make .venv use the result, configure once, and build.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}

# .venv/bin/parc is the command and .venv's interpreter imports parc, both from this checkout.
install_text() {
  [ "$(cat "$1" 2>/dev/null)" = "$2" ] || { printf '%s\n' "$2" > "$1.new" && mv "$1.new" "$1"; }
}
site=$(echo .venv/lib/python3.*/site-packages)
install_text "$site/parc.pth" "$PWD/python"
install_text .venv/bin/parc "#!/bin/sh
PARC_PYTHON=\${PARC_PYTHON:-'$PWD/.venv/bin/python'}
export PARC_PYTHON
exec '$PWD/build/$preset/bin/parc' \"\$@\""
chmod +x .venv/bin/parc

# The package in python/ finds the compiler and the runtime of this preset.
suffix=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_config_var("EXT_SUFFIX"))')
ln -sfn "../../build/$preset/python/parc/_compiler$suffix" "python/parc/_compiler$suffix"
ln -sfn "../../build/$preset/lib/parc" python/parc/_resources

# The interpreter's headers and the clang resources are found at configure time.
configured=build/$preset/.configured-from
key=$(cat .venv/.made-from tools/packages/apt.txt | sha256sum | cut -d' ' -f1)
if [ ! -f "build/$preset/build.ninja" ] || [ "$(cat "$configured" 2>/dev/null)" != "$key" ]; then
  cmake --preset "$preset" --log-level=WARNING
  echo "$key" > "$configured"
fi
cmake --build --preset "$preset"
