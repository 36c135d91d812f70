// SPDX-License-Identifier: MIT
// node n3.js FILE FORMAT: the triples and quads that N3.js finds, a line of JSON each: subject, predicate, object, graph.
"use strict";
const fs = require("fs");
const { Parser } = require("n3");

const [path, format] = process.argv.slice(2);
const term = ({ termType, value, datatype }) => [termType, value, datatype ? datatype.value : ""];
const quads = new Parser({ format }).parse(fs.readFileSync(path, "utf8"));
const lines = quads.map((quad) => JSON.stringify([term(quad.subject), quad.predicate.value, term(quad.object), quad.graph.value]));
process.stdout.write(lines.join("\n") + (lines.length ? "\n" : ""));
