// SPDX-License-Identifier: MIT
// What is shown and selected.  Everything that changes it calls `changed`, which tells who listens.

const relations = [...new Map(edges.map((edge) => [edge.relation, edge])).values()]
  .map(({ relation, family }) => ({ relation, family: family || "" }));
const moments = [...new Set(edges.flatMap((edge) => edge.spans.map((span) => span[0])))].sort((a, b) => a - b);
const mostSupport = edges.reduce((most, edge) => Math.max(most, edge.support), 1);

const state = {
  off: { type: new Set(), status: new Set(), relation: new Set() },
  support: 1,
  confidence: 0,
  from: 0, // indexes of moments
  until: Math.max(0, moments.length - 1),
  undated: true,
  node: null, // selected: one of the two or none
  edge: null,
  matches: null, // nodes that are being searched for
  table: false,
};

const shown = { nodes, edges, node: new Uint8Array(nodes.length).fill(1), edge: new Uint8Array(edges.length).fill(1) };

const allTime = () => state.from === 0 && state.until >= moments.length - 1;
const isFiltered = () => Object.values(state.off).some((set) => set.size) || state.support > 1 || state.confidence > 0 || !allTime() || !state.undated;

function inTime(edge) {
  if (!edge.spans.length) return state.undated;
  if (allTime()) return true;
  const from = moments[state.from], until = moments[state.until];
  return edge.spans.some((span) => span[0] <= until && span[1] >= from);
}

function passes(edge) {
  const { type, status, relation } = state.off;
  return !type.has(edge.from.type) && !type.has(edge.to.type) && !status.has(edge.status) && !relation.has(edge.relation)
    && edge.support >= state.support && edge.confidence >= state.confidence && inTime(edge);
}

/** A node stays while an edge of it does; one that never had an edge goes with its type alone. */
function applyFilters() {
  shown.edges = edges.filter(passes);
  shown.edge.fill(0);
  shown.node.fill(0);
  for (const edge of shown.edges) {
    shown.edge[edge.index] = 1;
    shown.node[edge.source] = shown.node[edge.target] = 1;
  }
  for (const node of nodes) if (!node.degree && !state.off.type.has(node.type)) shown.node[node.index] = 1;
  if (state.node) shown.node[state.node.index] = 1;
  if (state.edge) shown.node[state.edge.source] = shown.node[state.edge.target] = 1;
  shown.nodes = nodes.filter((node) => shown.node[node.index]);
}

const listeners = [];
const onChange = (listener) => listeners.push(listener);

/** Say what changed: "filter", "select", "table", "search" or "theme". */
function changed(what) {
  if (what === "filter" || what === "select") applyFilters();
  for (const listener of listeners) listener(what);
}

function selectNode(node) {
  state.node = node;
  state.edge = null;
  changed("select");
  if (node) announce(describeNode(node));
}

function selectEdge(edge) {
  state.edge = edge;
  state.node = null;
  changed("select");
  if (edge) announce(`${phrase(edge)}, ${statusNames[edge.status]}, ${count(edge.support, "sentence", "sentences")}`);
}

function deselect() {
  state.node = state.edge = null;
  changed("select");
}

function describeNode(node) {
  const visible = node.edges.filter((edge) => shown.edge[edge.index]).length;
  return [clip(node.shown, 80), node.type, node.role && clip(node.role, 80), count(visible, "relation", "relations")].filter(Boolean).join(", ");
}

function resetFilters() {
  for (const set of Object.values(state.off)) set.clear();
  Object.assign(state, { support: 1, confidence: 0, from: 0, until: Math.max(0, moments.length - 1), undated: true });
  changed("filter");
}
