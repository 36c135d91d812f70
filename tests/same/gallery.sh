#!/bin/sh
# gallery.sh ACTANT: output/ is current, as `sh src/quickstart.sh` makes it.  Pictures depend on the fonts installed, so of
# those only the text is compared.
set -eu
cd "$(dirname "$0")/../.."
for format in dot graphml html; do
  "$1" graph tests/texts/sample.txt -o - --to $format | cmp - output/sample.$format ||
    { echo "output/sample.$format is not current: run sh src/quickstart.sh"; exit 1; }
done
words() { sed -n 's/.*<text[^>]*>\(.*\)<\/text>.*/\1/p' "$1"; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$1" graph tests/texts/sample.txt -o "$scratch/sample.svg"
words "$scratch/sample.svg" > "$scratch/now"
words output/sample.svg > "$scratch/then"
test -s "$scratch/now" && cmp "$scratch/now" "$scratch/then" || { echo "output/sample.svg is not current"; exit 1; }
head -c 8 output/sample.png | od -An -tx1 | grep -q '89 50 4e 47'
