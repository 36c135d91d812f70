// SPDX-License-Identifier: MIT
// The graph as it is written into the page, with references in place of numbers; it never changes.

const types = ["person", "place", "organisation"];
const statuses = ["actual", "planned", "possible", "negated"];
const typeNames = { person: ["person", "people"], place: ["place", "places"], organisation: ["organisation", "organisations"] };
const statusNames = { actual: "reported", planned: "planned", possible: "possible", negated: "denied or ended" };

const data = JSON.parse(document.getElementById("data").textContent);
const { documents, sentences, families } = data;
const nodes = data.nodes.map((row, index) => ({ ...row, index, shown: row.name || row.id, aliases: row.aliases || [], edges: [] }));
const edges = data.edges.map((row, index) => ({ relation: "", ...row, index, id: `e${index + 1}`, from: nodes[row.source], to: nodes[row.target] }));
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const edgeById = new Map(edges.map((edge) => [edge.id, edge]));

const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
const words = (name) => name.replace(/_/g, " ");
const shownLabel = (edge) => edge.label || words(edge.relation) || "…";
const clip = (text, limit) => (text.length > limit ? `${text.slice(0, limit - 1).trimEnd()}…` : text);
const sentenceOf = (row) => sentences[row.sentence];

// "Ilse Maran – met – Tomas Verell": an edge as a phrase; limit keeps runaway names out of announcements.
const phrase = (edge, limit = 60) => `${clip(edge.from.shown, limit)} ${clip(shownLabel(edge), limit)} ${clip(edge.to.shown, limit)}`;

// ---- dates: "2022", "2022-03", "2022-03-31"; days since 1970 as numbers

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dayNumber(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / 86400000);
}

/** The first and the last day that a date may mean. */
function daysOf(text) {
  const [year, month, day] = text.split("-").map(Number);
  if (day) return [dayNumber(year, month - 1, day), dayNumber(year, month - 1, day)];
  if (month) return [dayNumber(year, month - 1, 1), dayNumber(year, month, 0)];
  return [dayNumber(year, 0, 1), dayNumber(year, 11, 31)];
}

function showDate(text) {
  const [year, month, day] = text.split("-").map(Number);
  return [day, month && months[month - 1], year].filter(Boolean).join("\u00a0");
}

const showPeriod = (first, last) => (!last || last === first ? showDate(first) : `${showDate(first)} – ${showDate(last)}`);

/** The dates of a piece of evidence as text, or "". */
function showDates(row) {
  if (row.date) return showPeriod(row.date, row.end);
  return row.end ? `until ${showDate(row.end)}` : "";
}

function spanOf(row) {
  const first = row.date || row.end, last = row.end || row.date;
  return [daysOf(first)[0], Math.max(daysOf(first)[1], daysOf(last)[1])];
}

/** All dates of an edge, each once, in order. */
function datesOf(edge) {
  const rows = edge.evidence.filter((row) => row.date || row.end).sort((a, b) => spanOf(a)[0] - spanOf(b)[0]);
  return [...new Set(rows.map(showDates))];
}

// ---- structure

for (const edge of edges) {
  edge.from.edges.push(edge);
  if (edge.to !== edge.from) edge.to.edges.push(edge);
  edge.spans = edge.evidence.filter((row) => row.date || row.end).map(spanOf);
}
for (const node of nodes) node.degree = node.edges.length;

// Edges between the same two nodes are bent apart: `bend` is how many steps to the side of the straight line.
const pairs = new Map();
for (const edge of edges) {
  const low = Math.min(edge.source, edge.target), key = low * nodes.length + Math.max(edge.source, edge.target);
  if (!pairs.has(key)) pairs.set(key, []);
  pairs.get(key).push(edge);
}
for (const list of pairs.values()) {
  list.forEach((edge, i) => {
    const step = i - (list.length - 1) / 2;
    edge.siblings = list;
    edge.bend = edge.source < edge.target || edge.from === edge.to ? step : -step;
    edge.place = i;
  });
}
