// SPDX-License-Identifier: MIT
// All relations that are shown as a table: the other way to read the graph, for screen readers, for printing, and for whoever likes lists.

const tableBox = byId("table");
const pageRows = 300;
const columns = [
  { name: "From", of: (edge) => edge.from.shown, cell: (edge) => nodeLink(edge.from) },
  { name: "Relation", of: shownLabel, cell: (edge) => make("button", { type: "button", class: "link", dir: "auto", onclick: () => openEdge(edge) }, clip(shownLabel(edge), 200)) },
  { name: "To", of: (edge) => edge.to.shown, cell: (edge) => nodeLink(edge.to) },
  { name: "Status", of: (edge) => statuses.indexOf(edge.status), cell: (edge) => make("span", { class: `chip ${edge.status}` }, statusNames[edge.status]) },
  { name: "Dates", of: (edge) => (edge.spans.length ? Math.min(...edge.spans.map((span) => span[0])) : Infinity), cell: (edge) => datesOf(edge).join(", ") },
  { name: "Sentences", number: true, of: (edge) => edge.support, cell: (edge) => String(edge.support) },
  { name: "Confidence", number: true, of: (edge) => edge.confidence, cell: (edge) => percent(edge.confidence) },
];
const order = { column: null, down: false };
let rowsShown = pageRows;

function sorted() {
  const { column, down } = order;
  if (!column) return shown.edges;
  const compare = (a, b) => (typeof a === "string" ? a.localeCompare(b, "en") : a === b ? 0 : a < b ? -1 : 1);
  return [...shown.edges].sort((a, b) => compare(column.of(a), column.of(b)) * (down ? -1 : 1) || a.index - b.index);
}

function sortBy(column) {
  const down = order.column === column ? !order.down : Boolean(column.number);
  Object.assign(order, { column, down });
  showTable();
  tableBox.querySelectorAll("th button")[columns.indexOf(column)].focus();
}

function heading(column) {
  const on = order.column === column;
  return make("th", { scope: "col", class: column.number ? "numeric" : null, "aria-sort": on ? (order.down ? "descending" : "ascending") : "none" },
    make("button", { type: "button", onclick: () => sortBy(column) }, column.name, make("span", { "aria-hidden": "true" }, on ? (order.down ? " ↓" : " ↑") : "")));
}

const tableRow = (edge) => make("tr", { id: `row-${edge.id}`, class: state.edge === edge ? "selected" : null },
  columns.map((column) => make("td", { class: column.number ? "numeric" : null }, column.cell(edge))));

function showTable() {
  tableBox.hidden = !state.table;
  canvas.hidden = state.table;
  byId("stage").classList.toggle("as-table", state.table);
  byId("show-table").setAttribute("aria-pressed", String(state.table));
  if (!state.table) {
    tableBox.replaceChildren();
    return;
  }
  const list = sorted(), rest = list.length - rowsShown;
  tableBox.replaceChildren(
    make("table", {}, make("caption", {}, `${count(list.length, "relation", "relations")}${list.length < edges.length ? ` of ${edges.length}` : ""}`),
      make("thead", {}, make("tr", {}, columns.map(heading))), make("tbody", {}, list.slice(0, rowsShown).map(tableRow))),
    rest > 0 ? make("button", { type: "button", class: "more", onclick: () => {
      rowsShown += pageRows * 4;
      showTable();
    } }, `Show more (${rest})`) : "");
}

function switchTable() {
  state.table = !state.table;
  rowsShown = pageRows;
  changed("table");
  announce(state.table ? "List of relations" : "Graph");
}

onChange((what) => {
  if (what === "table" || (state.table && what === "filter")) showTable();
  if (state.table && what === "select") {
    for (const row of tableBox.querySelectorAll("tr.selected")) row.classList.remove("selected");
    if (state.edge) byId(`row-${state.edge.id}`)?.classList.add("selected");
  }
});
