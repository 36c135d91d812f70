#!/bin/sh
# From a fresh Debian 12 to a picture: install what is missing, build, and draw the graph of the files given
# (by default of the sample article) into output/.
#   sh src/quickstart.sh [FILE...]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/src/packages.sh"
# shellcheck disable=SC2086
install_missing $BUILD_PACKAGES
cmake -S "$here" -B "$here/build" -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
cmake --build "$here/build" >&2
mkdir -p "$here/output"
name=graph
if [ $# -eq 0 ]; then
  cd "$here" # the gallery names its text from here
  set -- tests/texts/sample.txt
  name=sample
fi
"$here/build/actant" graph "$@" -o "$here/output/$name.dot" -o "$here/output/$name.graphml" \
  -o "$here/output/$name.svg" -o "$here/output/$name.png" -o "$here/output/$name.html"
echo "drawn: $here/output/$name.dot .graphml .svg .png .html" >&2
