# SPDX-License-Identifier: MIT
"""compare.py BENCH_WRITE NODES EDGES [PYTHON_NODES PYTHON_EDGES]: writers side by side in one run, a JSON line each.

Ours and libxml2's xmlTextWriter write the graph of the first size.  python-igraph and networkx read the same generator's GraphML of
the second size (by default a tenth of the first: they hold it as Python objects) and write it as GraphML again; their time is that of
writing alone.  All seconds are the processor's.  --least N: exit 1 when our GraphML, GEXF, JSON, CSV or DOT writes fewer than N MB/s.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

least = 0
args = sys.argv[1:]
if "--least" in args:
    at = args.index("--least")
    least = float(args[at + 1])
    del args[at:at + 2]
bench, nodes, edges = args[0], int(args[1]), int(args[2])
small = [int(n) for n in args[3:5]] or [nodes // 10, edges // 10]
slow = []


def tell(writer, count, size, seconds):
    print(json.dumps({"writer": writer, "nodes": count[0], "edges": count[1], "bytes": size, "seconds": round(seconds, 3),
                      "mb_per_second": round(size / 1e6 / max(seconds, 1e-6), 1),
                      "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}), flush=True)


done = subprocess.run([bench, str(nodes), str(edges)], stdout=subprocess.PIPE, text=True)
print(done.stdout, end="", flush=True)
for line in done.stdout.splitlines():
    row = json.loads(line)
    if row["writer"].split()[-1] in ("graphml", "gexf", "json", "gephi", "dot") and row["writer"].startswith("actant") and row["mb_per_second"] < least:
        slow.append(row["writer"])


def rewrite(name, read, write):
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "in.graphml"), os.path.join(folder, "out.graphml")
        subprocess.run([bench, str(small[0]), str(small[1]), "graphml", "-o", source], check=True)
        graph = read(source)
        begin = time.process_time()
        write(graph, target)
        tell(name, small, os.path.getsize(target), time.process_time() - begin)


try:
    import igraph
    rewrite("python-igraph graphml", igraph.Graph.Read_GraphML, lambda graph, path: graph.write_graphml(path))
except ImportError:
    print("skipped: python-igraph is not there", file=sys.stderr)
try:
    import networkx
    rewrite("networkx graphml", lambda path: networkx.read_graphml(path, force_multigraph=True), networkx.write_graphml)
except ImportError:
    print("skipped: networkx is not there", file=sys.stderr)
if slow:
    print("below %.0f MB/s: %s" % (least, ", ".join(slow)), file=sys.stderr)
sys.exit(done.returncode or bool(slow))
