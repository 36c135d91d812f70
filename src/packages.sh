# Debian packages, for the scripts that source this file: `install_missing PACKAGE...` installs what is not there.
BUILD_PACKAGES="gcc cmake ninja-build pkg-config libxml2-dev libigraph-dev libgraphviz-dev libjansson-dev libutf8proc-dev libarchive-dev fonts-noto-core"

install_missing() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  echo "installing:$missing" >&2
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "as root, run: apt-get install$missing" >&2; return 1; }
    as_root="sudo"
  fi
  # shellcheck disable=SC2086
  { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing; } >&2
}
