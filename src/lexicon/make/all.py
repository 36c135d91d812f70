# SPDX-License-Identifier: MIT
"""Makes every table of names anew, in an order in which each finds what it looks at."""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
for script in ("countries", "names", "people", "places", "features", "actors", "organisations", "people", "brands", "words"):
    subprocess.run([sys.executable, os.path.join(HERE, script + ".py")], check=True)
