#!/bin/sh
# run.sh ACTANT OTHER [bare]: both commands give the same statements, trees and (unless bare) graphs.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
files="texts/sample.txt accuracy"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
compare() {
  # shellcheck disable=SC2086
  "$one" "$@" $files > "$scratch/one"
  # shellcheck disable=SC2086
  "$two" "$@" $files > "$scratch/two"
  test -s "$scratch/one" || { echo "nothing was printed by: $*"; exit 1; }
  cmp "$scratch/one" "$scratch/two" || { echo "the builds differ in: $*"; exit 1; }
}
one=$1
two=$2
compare extract
compare annotate
if [ "${3-}" = bare ]; then
  "$two" graph texts/sample.txt -o - --to graphml | xmllint --noout -
  if "$two" graph texts/sample.txt -o "$scratch/x.svg" 2> "$scratch/err"; then
    echo "a build without Graphviz claims to draw"; exit 1
  fi
  test "$(wc -l < "$scratch/err")" -eq 1 && test ! -e "$scratch/x.svg"
else
  compare graph -o - --to graphml
  compare graph -o - --to dot
fi
