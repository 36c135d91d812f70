#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Put the scorer's table into README.md, between its markers.

  readme.py SCORER ACTANT

SCORER is score_statements.py, which is not part of this repository; README says what it measures.
"""
import pathlib, subprocess, sys

BEGIN, END = "<!-- scores: python3 tests/accuracy/readme.py SCORER ACTANT -->\n", "<!-- end of scores -->"
readme = pathlib.Path(__file__).resolve().parent.parent.parent / "README.md"
table = subprocess.run([sys.executable, sys.argv[1], "--", sys.argv[2], "extract", "--date", "{date}", "{}"],
                       stdout=subprocess.PIPE, check=True, text=True).stdout
head, rest = readme.read_text(encoding="utf-8").split(BEGIN)
tail = rest.split(END)[1]
readme.write_text(f"{head}{BEGIN}\n```\n{table.rstrip()}\n```\n\n{END}{tail}", encoding="utf-8")
