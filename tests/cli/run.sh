#!/bin/sh
# run.sh ACTANT: what the command promises of bad input, bad usage and full disks: an exit status, and one line that says what and where.
set -eu
actant=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
failures=0

# expect STATUS LINES PATTERN COMMAND...: the exit status, how many lines standard error has, and what one of them says.
expect() {
  status=$1 lines=$2 pattern=$3
  shift 3
  got=0
  "$@" > out 2> err < /dev/null || got=$?
  if [ "$got" -ne "$status" ] || [ "$(wc -l < err)" -ne "$lines" ] || ! { [ -z "$pattern" ] || grep -Eq -- "$pattern" err; }; then
    echo "failed: $* (status $got, expected $status; $lines line(s) like '$pattern' expected)"
    sed 's/^/  | /' err
    failures=$((failures + 1))
  fi
}

check() {
  if ! "$@"; then
    echo "failed: $*"
    failures=$((failures + 1))
  fi
}

nothing_but() { # FOLDER NAME...: the folder holds these files alone
  folder=$1
  shift
  [ "$(ls -A "$folder" | tr '\n' ' ')" = "$(for name in "$@"; do printf '%s ' "$name"; done)" ]
}

echo "John Miller met Susan Carter in London on Monday." > good.txt
: > empty.txt
printf ' \n\t\n' > blank.txt
printf 'Oslo \377\376 is a city.\n' > latin.txt
printf 'abc\000\001\002\000def\000\000\003' > binary.txt
mkdir none folder
cp good.txt folder/b.txt
cp good.txt folder/a.txt
echo "no article" > none/readme.md

# What has no end is no title.
head -c 100000 /dev/zero | tr '\0' '<' > endless.txt
expect 0 0 '' "$actant" extract endless.txt
check test "$(wc -c < out)" -lt 1000

# Usage.
expect 2 1 'no command' "$actant"
expect 2 1 "'grahp' is no command" "$actant" grahp good.txt
expect 2 1 'no files' "$actant" extract
expect 2 1 '--nonsense' "$actant" extract good.txt --nonsense
expect 2 1 '--top is no option of actant extract' "$actant" extract good.txt --top 3
expect 2 1 'needs a value' "$actant" graph good.txt -o
expect 2 1 'where to' "$actant" graph good.txt
expect 1 1 "^actant: graph.xyz: no format 'xyz'" "$actant" graph good.txt -o graph.xyz
expect 1 1 "^actant: graph.xyz: no format 'xyz'" "$actant" graph good.txt -o graph.xyz -o other.graphml
check test -s other.graphml
check test ! -e graph.xyz
rm -f other.graphml
printf '\357\273\277relation mentors P>P "mentors"\r\n  X mentor Y\r\n' > bom.rules
echo "John Miller mentored Susan Carter." > mentored.txt
expect 0 0 '' "$actant" extract --rules bom.rules mentored.txt
check grep -q '"relation": "mentors"' out
expect 2 1 'needs --to' "$actant" graph good.txt -o -
expect 1 1 "no format 'nonsense'" "$actant" graph good.txt --to nonsense -o a.dot
expect 2 1 "--top: 'many'" "$actant" graph good.txt -o a.dot --top many
expect 2 1 "--since: '2022-13'" "$actant" graph good.txt -o a.dot --since 2022-13
expect 2 1 "--date: 'yesterday'" "$actant" extract good.txt --date yesterday
expect 2 1 "--type: 'planet'" "$actant" graph good.txt -o a.dot --type person,planet
expect 2 1 "--status: 'sure'" "$actant" graph good.txt -o a.dot --status sure
expect 2 1 "--relation: 'loathes'" "$actant" graph good.txt -o a.dot --relation loathes
expect 2 1 "--format: 'pdf'" "$actant" extract good.txt --format pdf
expect 2 1 'two names' "$actant" explain good.txt --between Oslo
expect 2 1 'takes no files' "$actant" info good.txt

# Help fits a screen, and is no error.
for command in "" graph stats extract annotate explain info rules; do
  # shellcheck disable=SC2086
  expect 0 0 '' "$actant" $command --help
  check test "$(wc -l < out)" -le 24
  check test "$(awk '{ if (length($0) > most) most = length($0) } END { print most }' out)" -le 80
done
expect 0 0 '' "$actant" --version
check grep -Eq '^actant [0-9]+\.[0-9]+\.[0-9]+$' out
expect 0 0 '' "$actant" info
check grep -q '^  graphml' out
check grep -q '^  meets' out

# The examples of rule files: those that do not hold are told with file and line.
printf 'relation mentors P>P "mentors" "mentored"\n  X mentor Y\n+ Anna Reyes mentored John Miller. => Anna Reyes mentors John Miller\n' > own.rules
expect 0 0 '' "$actant" rules --check own.rules
check grep -q '^1 of 1 examples hold$' out
printf -- '- Anna Reyes mentored John Miller.\n' >> own.rules
expect 1 0 '' "$actant" rules --check own.rules
check grep -q '^own.rules:4: states mentors: Anna Reyes' out
printf 'Hexlow\torganisation\tQ901\tHXL\n' > own.tsv
printf 'Hexlow sued Ana Reyes. HXL won.\n' > hexlow.txt
expect 0 0 '' "$actant" extract --names own.tsv hexlow.txt
check grep -q '"name": "Hexlow", "type": "organisation", "aliases": \["HXL"\], "wikidata": "Q901"' out
expect 0 0 '' "$actant" annotate --names own.tsv hexlow.txt
check grep -q 'NER=B-ORG' out
printf 'Ana Reyes accompanied John Miller.\n' > open.txt
expect 0 0 '' "$actant" extract --open open.txt
check grep -q '"relation": "accompanied", "object": "per-john-miller", "open": true, .*"label": "accompanied"' out
expect 0 0 '' "$actant" graph --open open.txt --to graphml -o -
check grep -q '>open<' out
"$actant" extract --open open.txt > open.jsonl
expect 0 0 '' "$actant" graph open.jsonl --to graphml -o -
check grep -q '>open<' out
printf 'Hexlow\torganisation\tQ901; lei:5299; 77\tHXL\n' > ids.tsv
printf 'Ana Reyes founded Hexlow in 2004.\n' > hexlow.txt
for format in graphml gexf json; do
  expect 0 0 '' "$actant" graph --names ids.tsv hexlow.txt -o "ids.$format"
done
"$actant" extract --names ids.tsv hexlow.txt > ids.jsonl
for file in ids.graphml ids.gexf ids.jsonl; do
  expect 0 0 '' "$actant" graph "$file" --to json -o -
  check grep -q '{"wikidata": "Q901", "lei": "5299", "id": "77"}' out
done
printf 'Hexlow\tfirm\n' >> own.tsv
expect 1 1 'own.tsv: line 2' "$actant" graph --names own.tsv hexlow.txt -o out.dot
expect 1 1 'nothere.tsv: cannot be opened' "$actant" extract --names nothere.tsv hexlow.txt
printf 'relation mentors\n' > bad.rules
expect 1 1 'bad.rules: line 1' "$actant" rules --check bad.rules
expect 2 1 'takes no files' "$actant" rules own.rules

# Input that cannot be read: one line, exit 1, nothing printed.
expect 1 1 '^actant: missing.txt: .*No such file' "$actant" extract missing.txt
expect 1 1 '^actant: empty.txt: ' "$actant" extract empty.txt
expect 1 1 '^actant: blank.txt: ' "$actant" extract blank.txt
expect 1 1 '^actant: binary.txt: ' "$actant" extract binary.txt
expect 1 1 '^actant: latin.txt: .*byte 5' "$actant" extract --encoding utf-8 latin.txt
check test ! -s out
expect 1 1 '^actant: good.txt: ' "$actant" extract --encoding martian good.txt
expect 1 1 '^actant: good.txt: ' "$actant" extract --max-bytes 10 good.txt
expect 1 1 '^actant: none: no articles' "$actant" extract none
expect 1 1 '^actant: empty.txt: ' "$actant" graph empty.txt -o none.dot
check test ! -e none.dot

# A model or rules that cannot be used.
expect 1 1 '^actant: good.txt: ' "$actant" extract good.txt --model good.txt
expect 1 1 '^actant: missing.rules: ' "$actant" extract good.txt --rules missing.rules
echo 'this is ( no rule' > bad.rules
expect 1 1 '^actant: bad.rules: line 1' "$actant" extract good.txt --rules bad.rules

# The other inputs are still done.
expect 1 2 '' "$actant" extract good.txt missing.txt empty.txt folder
check test "$(grep -c '"kind": "document"' out)" -eq 3
check grep -q '"doc": "folder/a.txt"' out
expect 1 1 '^actant: missing.txt' "$actant" graph missing.txt good.txt -o some.dot
check test -s some.dot

# Folders: in order of name, and links that lead back do no harm.
ln -s ../folder folder/back
ln -s . folder/self
expect 0 0 '' "$actant" extract folder/
check test "$(grep '"kind": "document"' out | head -2 | sed 's/.*"doc": "\([^"]*\)".*/\1/' | tr '\n' ' ')" = "folder/a.txt folder/b.txt "
rm folder/back folder/self

# Standard input and several outputs.
got=0
"$actant" extract - < good.txt > out 2> err || got=$?
check test "$got" -eq 0
check grep -q '"doc": "-"' out
expect 0 0 '' "$actant" graph good.txt -o a.dot -o b.graphml
check test -s a.dot
check grep -q '<graphml' b.graphml
expect 0 0 '' "$actant" graph good.txt -o - --to graphml
check cmp out b.graphml
expect 0 0 '' "$actant" graph good.txt --to graphml
check cmp out b.graphml
expect 0 0 '' "$actant" extract good.txt -o good.jsonl
check grep -q '"relation": "meets"' good.jsonl
expect 0 0 '' "$actant" explain good.txt --between "Susan Carter" "john miller"
check grep -q '\[John Miller\] \*met\*' out
expect 0 1 "nothing is stated between 'Nobody' and 'Oslo'" "$actant" explain good.txt --between Nobody Oslo
expect 0 0 '' "$actant" explain good.txt --entity miller
check grep -q '^John Miller (person' out
expect 0 1 "nobody and nothing is called 'Nobody'" "$actant" explain good.txt --entity Nobody
expect 0 0 '' "$actant" annotate good.txt
check grep -q 'NER=B-PER' out

# The structure, as a table and as JSON; what is kept is chosen as for a graph.
expect 0 0 '' "$actant" stats good.txt
check grep -q '^2 entities · 1 relation\|^3 entities · 1 relation' out
check grep -q ' John Miller$' out
expect 0 0 '' "$actant" stats good.txt --json --type person
check grep -q '"nodes": 2' out
check grep -q '"weighted_degree": 1' out
expect 0 0 '' "$actant" stats good.txt --paths Miller "Susan Carter" -o stats.txt
check test -s stats.txt
expect 0 0 '' "$actant" graph good.txt --seed 5 --paths Miller Carter --to graphml
check grep -q 'per-john-miller' out
expect 1 1 "no node has the name or id 'Nobody'" "$actant" graph good.txt --to graphml --paths Miller Nobody
expect 2 1 '--paths needs two names' "$actant" graph good.txt --to graphml --paths Miller
expect 2 1 "--theme: 'pink'" "$actant" graph good.txt -o a.dot --theme pink
expect 2 1 '--json is no option of actant graph' "$actant" graph good.txt -o a.dot --json
expect 1 1 '^actant: standard output: .*No space left' sh -c "'$actant' stats good.txt > /dev/full"

# Outputs are whole or not there at all.
expect 1 1 '^actant: standard output: .*No space left' sh -c "'$actant' extract good.txt > /dev/full"
expect 1 1 '^actant: /dev/full: .*No space left' "$actant" graph good.txt --to dot -o /dev/full
expect 1 1 '^actant: /dev/full: .*No space left' "$actant" graph good.txt --to graphml -o /dev/full -o whole.graphml
check grep -q '</graphml>' whole.graphml
expect 1 1 'standard output: .*No space left' sh -c "'$actant' --help > /dev/full"
expect 1 1 '^actant: nowhere/a.dot: .*No such file' "$actant" graph good.txt -o nowhere/a.dot
expect 1 1 '^actant: folder/x.dot: ' sh -c "mkdir folder/x.dot; '$actant' graph good.txt -o folder/x.dot"
rmdir folder/x.dot
echo before > kept.dot
expect 1 1 '' "$actant" graph empty.txt -o kept.dot
check test "$(cat kept.dot)" = before
chmod 640 kept.dot
ln -s kept.dot link.dot
expect 0 0 '' "$actant" graph good.txt -o link.dot
check test -L link.dot
check grep -q digraph kept.dot
check test "$(stat -c %a kept.dot)" = 640
mkdir out-alone
expect 0 0 '' "$actant" graph good.txt -o out-alone/a.dot
check nothing_but out-alone a.dot
expect 0 0 '' sh -c "'$actant' graph good.txt --to dot -o /dev/stdout | cat"
if [ "$(id -u)" -ne 0 ]; then
  mkdir locked
  chmod 555 locked
  expect 1 1 '^actant: locked/a.dot: .*Permission denied' "$actant" graph good.txt -o locked/a.dot
fi

# Formats of several files: all of them, or none.
mkdir pair
expect 0 0 '' "$actant" graph good.txt -o pair/a.csv -o pair/b.gephi
check nothing_but pair a-edges.csv a-nodes.csv b-edges.csv b-nodes.csv
check cmp pair/a-edges.csv pair/b-edges.csv
check grep -q '^per-john-miller,John Miller,person' pair/a-nodes.csv
expect 0 0 '' "$actant" graph good.txt --to neo4j -o pair/c.d
check test -s pair/c.d-neo4j-nodes.csv
expect 2 1 'it is several files' "$actant" graph good.txt --to gephi
expect 2 1 'it is several files' "$actant" graph good.txt --to csv -o -
expect 1 1 '^actant: nowhere/a-nodes.csv: .*No such file' "$actant" graph good.txt -o nowhere/a.csv
rm -r pair
mkdir -p pair/a-edges.csv
expect 1 1 '^actant: pair/a-edges.csv: .*directory' "$actant" graph good.txt -o pair/a.csv -o pair/a.graphml
check nothing_but pair a-edges.csv a.graphml
mkdir notes
expect 0 0 '' "$actant" graph good.txt -o notes/a.md
check nothing_but notes a a.md
check grep -q 'met.* \[\[Susan Carter\]\]' "notes/a/John Miller.md"
cp -r notes kept
expect 1 2 'notes/.*: cannot be written: File too large' sh -c "trap '' XFSZ; ulimit -f 1; '$actant' graph good.txt --title 'A title' -o notes/a.md -o notes/b.md"
check diff -r notes kept

# A reader that goes away ends the run without a word or with one, never by a signal.
"$actant" extract good.txt good.txt 2> err | true
check test "$(wc -l < err)" -le 1
got=0
sh -c "'$actant' extract good.txt; echo \$? > code" 2> err | true
case $(cat code 2>/dev/null || echo 1) in 0 | 1) ;; *) check false ;; esac

# The same input gives the same bytes.
"$actant" graph good.txt folder --to graphml > one
"$actant" graph good.txt folder --to graphml > two
check cmp one two
for i in 1 2 3 4 5 6 7 8 9; do
  echo "{\"id\": \"$i\", \"text\": \"John Miller met Susan Carter in London. He visited Oslo in 201$i.\"}"
  test "$i" -ne 5 || echo '{"id": "broken"'
done > many.jsonl
got=0
"$actant" extract --jobs 1 many.jsonl > one 2> one.err || got=$?
check test "$got" -eq 1
check grep -q '^actant: many.jsonl: .*line 6' one.err
"$actant" extract --jobs 5 many.jsonl > two 2> two.err || true
check cmp one two
check cmp one.err two.err
check test "$(grep -c '"kind": "document"' one)" -eq 9
test "$failures" -eq 0 || { echo "$failures failed"; exit 1; }
