#!/bin/sh
# SPDX-License-Identifier: MIT
# From corpora to silver: raw prose, vectors, the teacher, and what it parses.
#   silver.sh CORPORA WORK ACTANT     e.g. silver.sh ../corpora /tmp/silver build/actant
# WORK/silver.conllu is for `actant-train all --silver`.  About half an hour of one core.
set -eu
[ $# = 3 ] || { sed -n '4,5s/^# *//p' "$0" >&2; exit 2; }
corpora=$1 work=$2 actant=$3 here=$(dirname "$0") python=${PYTHON:-/usr/bin/python3}
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 PYTHONHASHSEED=0
ewt="$corpora/ewt/en_ewt-ud" gum="$corpora/gum-free/en_gum-free"

mkdir -p "$work/raw"
"$python" "$here/prose.py" "$corpora" "$work/raw"
for text in "$work"/raw/*.txt; do
  "$actant" annotate "$text" > "${text%.txt}.conllu"
done
# WordNet's examples stand in its glosses already.
"$python" "$here/vectors.py" "$work/vectors.npz" "$work"/raw/[!e]*.conllu "$ewt-train.conllu" "$gum-train.conllu"
"$python" "$here/teacher.py" train "$work/teacher.pt" --vectors "$work/vectors.npz" \
  --train "$ewt-train.conllu" "$gum-train.conllu" --dev "$ewt-dev.conllu" "$gum-dev.conllu"
"$python" "$here/silver.py" select "$work/candidates.conllu" "$work"/raw/*.conllu
"$python" "$here/teacher.py" parse "$work/teacher.pt" "$work/candidates.conllu" "$work/parsed.conllu"
"$python" "$here/silver.py" finish "$work/parsed.conllu" "$work/silver.conllu" --note "$work/NOTE"
