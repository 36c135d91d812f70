// SPDX-License-Identifier: MIT
// node graphs.js NODELINK JGF: what Cytoscape.js and Graphology hold after taking the nodes and edges of either file, as JSON.
"use strict";
const fs = require("fs");
const cytoscape = require("cytoscape");
const { MultiDirectedGraph } = require("graphology");

const [nodeLink, jgf] = process.argv.slice(2).map((path) => JSON.parse(fs.readFileSync(path, "utf8")));

const core = cytoscape({
  headless: true,
  elements: { nodes: nodeLink.nodes.map((data) => ({ data })), edges: nodeLink.links.map((data) => ({ data })) },
});

const graph = new MultiDirectedGraph();
for (const [id, node] of Object.entries(jgf.graph.nodes)) graph.addNode(id, { label: node.label, ...node.metadata });
for (const { id, source, target, metadata, ...rest } of jgf.graph.edges)
  graph.addDirectedEdgeWithKey(id, source, target, { ...rest, ...metadata });

process.stdout.write(JSON.stringify({
  cytoscape: { nodes: core.nodes().map((node) => node.data()), edges: core.edges().map((edge) => edge.data()) },
  graphology: {
    nodes: graph.mapNodes((id, attributes) => ({ id, ...attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, ...attributes })),
  },
}));
