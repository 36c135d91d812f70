// SPDX-License-Identifier: MIT
// node graphology.js FILE: print what Graphology, which Gephi Lite reads with, finds in a GEXF or GraphML file, as JSON.
"use strict";
const fs = require("fs");
const { MultiGraph } = require("graphology");

const path = process.argv[2];
const format = path.includes(".gexf") ? require("graphology-gexf") : require("graphology-graphml");
const graph = format.parse(MultiGraph, fs.readFileSync(path, "utf8"));
const nodes = graph.mapNodes((id, attributes) => ({ id, attributes }));
const edges = graph.mapEdges((id, attributes, source, target) => ({ id, source, target, attributes }));
process.stdout.write(JSON.stringify({ graph: graph.getAttributes(), nodes, edges }));
