// SPDX-License-Identifier: MIT
// mermaid.mjs FILE...: what Mermaid itself finds in flowcharts: a line of JSON each, with its title, nodes and edges.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false });
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8');
  await mermaid.parse(text);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const nodes = [...diagram.db.getVertices().values()].map(({ id, text: label, type, classes }) => ({ id, label, type, classes }));
  const edges = diagram.db.getEdges().map(({ start, end, text: label, type, stroke }) => ({ start, end, label, type, stroke }));
  console.log(JSON.stringify({ title: diagram.db.getDiagramTitle(), nodes, edges }));
}
