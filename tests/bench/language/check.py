# SPDX-License-Identifier: MIT
"""check.py BENCH ACTANT TEXT: the bench prints a JSON line for each stage, and none without words.  How fast is not asked."""
import json
import subprocess
import sys

rows = [json.loads(line) for line in subprocess.run(sys.argv[1:], check=True, capture_output=True, text=True).stdout.splitlines()]
words = len(open(sys.argv[3], encoding="utf8").read().split())
stages = [row["stage"] for row in rows if "stage" in row]
assert stages == ["open", "read", "tokens", "tags", "trees", "names", "lemmas", "annotate", "resolve", "relate", "extract", "write"], stages
assert all(row["words"] == words and row["seconds"] >= 0 for row in rows if row.get("words_per_second")), rows
assert [row["process"] for row in rows if "process" in row] == ["start", "annotate", "extract"], rows
assert all(row["seconds"] > 0 and row["peak_megabytes"] > 1 for row in rows if "process" in row), rows
