#!/bin/sh
# stream.sh WRITE_SAMPLES: DOT that is too large to draw is a stream, and Graphviz's own reader counts what we wrote.
set -eu
command -v gc > /dev/null && command -v gvpr > /dev/null || exit 77
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$1" . 3000 7000 dot > "$scratch/large.dot" 2> /dev/null
gc -n -e "$scratch/large.dot" | grep -Eq '^ *3000 +7000 '
# every edge tells its sentences, its relation and its ends
gvpr 'BEG_G { int n = 0; } E { if ($.evidence != "" && $.relation != "" && $.source_id != "" && $.tooltip != "") n++; } END_G { printf("%d\n", n); }' \
  "$scratch/large.dot" | grep -qx 7000
gvpr 'BEG_G { int n = 0; } N { if (aget($, "name") != "" && $.entity_type != "" && aget($, "degree") != "" && $.component != "") n++; } END_G { printf("%d\n", n); }' \
  "$scratch/large.dot" | grep -qx 3000
