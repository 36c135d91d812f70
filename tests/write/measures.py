# SPDX-License-Identifier: MIT
"""measures.py SAMPLES: the numbers that nodes carry in our GraphML are those that networkx finds in the same graph."""
import os
import sys

try:
    import networkx
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)

folder = sys.argv[1]


def near(found, expected, where, error=1e-5):
    if abs(float(found) - expected) > error:
        sys.exit("%s: found %s, networkx %s" % (where, found, expected))


def walk(graph):
    """As PageRank goes: along the edges, symmetric ones both ways, as often as sentences say so."""
    directed = networkx.DiGraph()
    directed.add_nodes_from(graph)
    for source, target, data in graph.edges(data=True):
        for a, b in [(source, target), (target, source)][:1 + bool(data["symmetric"])]:
            weight = directed.get_edge_data(a, b, {"weight": 0})["weight"]
            directed.add_edge(a, b, weight=weight + data["weight"])
    return directed


for name in "story", "forty", "sixty", "large", "star", "one":
    graph = networkx.read_graphml(os.path.join(folder, name + ".graphml"), force_multigraph=True)
    if not all("pagerank" in data for _, data in graph.nodes(data=True)):
        print("skipped: igraph is not in this build")
        sys.exit(77)
    simple = networkx.Graph(graph.to_undirected())
    simple.remove_edges_from(list(networkx.selfloop_edges(simple)))
    between = networkx.betweenness_centrality(simple)
    ranks = networkx.pagerank(walk(graph), alpha=0.85, tol=1e-12, max_iter=1000)
    cores = networkx.core_number(simple)
    parts = sorted((sorted(part) for part in networkx.connected_components(simple)), key=lambda part: -len(part))
    strength = dict(graph.degree(weight="weight"))
    for node, data in graph.nodes(data=True):
        near(data["betweenness"], between[node], "%s, %s, betweenness" % (name, node))
        near(data["pagerank"], ranks[node], "%s, %s, pagerank" % (name, node))
        near(data["core"], cores[node], "%s, %s, core" % (name, node))
        near(data["degree"], graph.degree(node), "%s, %s, degree" % (name, node))
        near(data["weighted_degree"], strength[node], "%s, %s, weighted degree" % (name, node))
    for part in parts:
        if len({graph.nodes[node]["component"] for node in part}) != 1:
            sys.exit("%s: a component in two parts" % name)
    groups, called = {}, {}
    for node, data in graph.nodes(data=True):
        groups.setdefault(data["community"], set()).add(node)
        called[data["community"]] = data["community_name"]
    for number, members in groups.items():
        if not any(called[number].startswith(graph.nodes[member].get("label", member)) for member in members):
            sys.exit("%s: community %s is called %s, after none of its members" % (name, number, called[number]))
    if graph.number_of_edges():
        ours = networkx.community.modularity(simple, groups.values())
        theirs = networkx.community.modularity(simple, networkx.community.greedy_modularity_communities(simple))
        near(max(theirs - ours, 0), 0, "%s: modularity %.3f, greedy %.3f" % (name, ours, theirs), 0.06)
    print(name, "ok")
