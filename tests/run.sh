#!/bin/sh
# All tests: install what they need, build with sanitizers (gcc) and plainly (clang), run everything, end in ctest's summary.
#   sh tests/run.sh [ctest options]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/src/packages.sh"
# shellcheck disable=SC2086
install_missing $BUILD_PACKAGES clang clang-format cppcheck libcmocka-dev libxml2-utils graphviz python3 python3-networkx python3-igraph python3-lxml python3-rdflib python3-yaml python3-markdown-it raptor2-utils sqlite3 locales chromium
# Other people's readers in JavaScript, where npm's registry can be reached; without them the tests say whom they could not ask.
{ command -v npm >/dev/null || install_missing npm; } &&
  npm ci --prefix "$here/tests/write/readers" --no-audit --no-fund >/dev/null 2>&1 || echo "no readers from npm" >&2
build=${ACTANT_BUILD_DIR:-"$here/build-tests"}

# clang: another set of warnings, and the same answers (the comparison is one of the tests).
cmake -S "$here" -B "$build/clang" -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Release \
  -DACTANT_WERROR=ON >/dev/null
cmake --build "$build/clang"
# Without the optional libraries, and for any processor, it must still build (and give the same answers).
cmake -S "$here" -B "$build/bare" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DACTANT_WERROR=ON \
  -DACTANT_IGRAPH=OFF -DACTANT_GRAPHVIZ=OFF -DACTANT_ARCHIVE=OFF -DACTANT_AVX2=OFF -DACTANT_TRAIN=OFF >/dev/null
cmake --build "$build/bare"
# gcc with address and undefined-behaviour sanitizers, and the tests.
cmake -S "$here" -B "$build/gcc" -G Ninja -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DACTANT_WERROR=ON -DACTANT_SANITIZE=ON -DACTANT_TESTS=ON \
  -DACTANT_PLAIN_BUILD="$build/clang" -DACTANT_BARE_BUILD="$build/bare" >/dev/null
cmake --build "$build/gcc"
exec ctest --test-dir "$build/gcc" --output-on-failure -j2 "$@"
