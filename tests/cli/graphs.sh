#!/bin/sh
# graphs.sh ACTANT TEXTS: graphs as input: the same as the articles that they were made of, in every format that carries all, and
# broken ones one line and status 1, with the others done.
set -eu
actant=$1
texts=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
fail() {
  echo "failed: $*"
  exit 1
}

"$actant" extract "$texts/texts/sample.txt" "$texts/accuracy" > stream.jsonl
for format in graphml gexf gexf-1.2; do
  "$actant" graph "$texts/texts/sample.txt" "$texts/accuracy" -o - --to $format > articles.$format
  "$actant" graph stream.jsonl -o - --to $format | cmp - articles.$format || fail "the stream's $format"
done
for from in graphml gexf gexf-1.2; do
  for to in graphml gexf gexf-1.2 json; do
    "$actant" graph articles.$from -o - --to $to > now
    "$actant" graph "$texts/texts/sample.txt" "$texts/accuracy" -o - --to $to | cmp - now || fail "$from to $to"
  done
done
"$actant" graph - -o - --to gexf < articles.graphml | cmp - articles.gexf || fail "standard input"
"$actant" graph articles.gexf articles.graphml -o - --to gexf | cmp - articles.gexf || fail "what is there twice"
for first in articles.graphml stream.jsonl; do
  "$actant" graph $first stream.jsonl -o - --to gexf | cmp - articles.gexf || fail "a stream of what $first has"
done
"$actant" extract "$texts/accuracy" > more.jsonl
"$actant" graph "$texts/texts/sample.txt" more.jsonl -o - --to gexf | cmp - articles.gexf || fail "a stream beside an article"

# A filter sees what it would have seen.
"$actant" graph articles.gexf --since 2020 --status actual,planned -o - --to graphml > now
"$actant" graph "$texts/texts/sample.txt" "$texts/accuracy" --since 2020 --status actual,planned -o - --to graphml | cmp - now || fail "a filter"

# Beside articles: what is new is added.
echo "John Miller met Susan Carter in London on Monday." > more.txt
"$actant" graph articles.gexf more.txt -o both.graphml
[ "$(grep -c '<node' both.graphml)" -gt "$(grep -c '<node' articles.graphml)" ] || fail "an article beside a graph"
grep -q '<?actant-document name="more.txt"' both.graphml || fail "the article's document"

# What is broken or foreign: a line each, status 1, and the others are done.
head -c 20000 articles.graphml > cut.graphml
echo '<?xml version="1.0"?><graphml><graph><node id="n0"/></graph></graphml>' > foreign.graphml
status=0
"$actant" graph cut.graphml foreign.graphml more.txt -o made.graphml 2> err || status=$?
[ "$status" -eq 1 ] && [ "$(wc -l < err)" -eq 2 ] || fail "two broken graphs: $(cat err)"
grep -q '^actant: cut.graphml: line [0-9]*: broken XML' err || fail "the cut one: $(cat err)"
grep -q "^actant: foreign.graphml: line 1: the node 'n0' has no entity_type" err || fail "the foreign one: $(cat err)"
[ "$(grep -c '<node' made.graphml)" -ge 2 ] || fail "the other input was not done"
status=0
"$actant" extract articles.gexf 2> err || status=$?
[ "$status" -eq 1 ] && grep -q 'this is a graph' err || fail "extract of a graph: $(cat err)"
