#!/bin/sh
# Ten megabytes of one shape each: read within a bound on memory, or refused in one line; never a crash, never a hang.
#   sh big.sh ACTANT [MEGABYTES]
# Bounds measured: the hungriest shape (a bracket a byte is a token a byte) takes 75 bytes a byte of text. The time limit is
# some ten times what the slowest takes, so that it tells a quadratic from a slow machine.
set -u
actant=$1
size=${2:-10}000000
folder=$(mktemp -d)
results=$(mktemp -d)
trap 'rm -rf "$folder" "$results"' EXIT
failures=0

# repeat FILE TEXT: the text again and again, some $size bytes of it.
repeat() {
  yes "$2" | tr -d '\n' | head -c "$size" | iconv -c -f UTF-8 -t UTF-8 2>/dev/null >"$folder/$1"
}

repeat one-line 'Anna Reyes met John Miller in Norland. He left on Monday. '
repeat one-token x
repeat one-name 'Reyes '
repeat name-after-name 'Anna Reyes John Miller '
repeat emoji 'a😀 👩‍👩‍👧 '
repeat right-to-left 'שלום עולם. ראש הממשלה נפגש. '
repeat brackets '('
repeat full-stops '. '
repeat quotes '"A" '
repeat coordination 'Anna Reyes and '
repeat digits '1,'
repeat markup '<p>'
repeat quoted-markup '<a href="'
repeat json-lines '{"text":"'
yes a | head -c "$size" >"$folder/lines"
yes "$(printf 'a\001b\002 \007')" | head -c "$size" >"$folder/control-characters"
yes "$(printf '1\ta\ta\tX\t_\t_\t0\troot\t_\t_')" | head -c "$size" >"$folder/conllu"

for input in "$folder"/*; do
  name=${input##*/}
  (
    ulimit -v 2500000
    timeout 400 "$actant" extract -j1 "$input" >"$results/out" 2>"$results/err"
  )
  status=$?
  lines=$(wc -l <"$results/err")
  if [ $status -gt 1 ] || [ "$lines" -gt 1 ] || { [ $status -eq 1 ] && [ "$lines" -ne 1 ]; }; then
    echo "$name: status $status, $lines lines on standard error:"
    head -3 "$results/err"
    failures=$((failures + 1))
  fi
done
echo "$failures of the shapes failed"
[ $failures -eq 0 ]
