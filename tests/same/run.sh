#!/bin/sh
# run.sh ACTANT OTHER [bare]: both commands give the same statements, trees and (unless bare) graphs, and the first one gives
# them from one thread and from many, in whatever order documents come to annotators that have seen others.
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
# compare_threads COMMAND...: one thread against five
compare_threads() {
  # shellcheck disable=SC2086
  "$one" "$@" -j 1 $files > "$scratch/one"
  # shellcheck disable=SC2086
  "$one" "$@" -j 5 $files > "$scratch/two"
  cmp "$scratch/one" "$scratch/two" || { echo "one thread and five differ in: $*"; exit 1; }
}
one=$1
two=$2
compare extract
compare annotate
compare_threads extract
compare_threads annotate
compare_threads graph -o - --to graphml
# a document alone is what it is among others
for file in accuracy/war.txt accuracy/election.txt; do
  "$one" annotate "$file"
done > "$scratch/one"
"$one" annotate -j 1 accuracy/election.txt accuracy/war.txt accuracy/election.txt |
  awk '/^# newdoc/ { n++ } n > 1' > "$scratch/two"
cmp "$scratch/one" "$scratch/two" || { echo "what came before changes a document"; exit 1; }
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
