// SPDX-License-Identifier: MIT
// What is known of the selected entity or relation, with its sentences.  All text comes from the graph and is set as text.

const panel = byId("panel");
const listMost = 40; // rows that are shown before one asks for more

const isWeb = (url) => /^https?:\/\//i.test(url);
const outLink = (url, text) => make("a", { href: url, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text);
const percent = (share) => `${Math.round(share * 100)} %`;
const sources = (edge, key) => [...new Set(edge.evidence.map((row) => row[key]).filter(Boolean))];

/** A sentence with its spans marked; spans may lie in each other. */
function markSentence(text, row) {
  const kinds = ["subject", "trigger", "object"].filter((kind) => row[kind]);
  const cuts = [...new Set([0, text.length, ...kinds.flatMap((kind) => row[kind])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const begin = cuts[i], part = text.slice(begin, end);
    const inside = kinds.filter((kind) => row[kind][0] <= begin && row[kind][1] >= end);
    return inside.length ? make("mark", { class: inside.join(" "), title: inside.join(", ") }, part) : part;
  });
}

function documentLine(index) {
  const { title, name, url, date } = documents[index], text = title || name || url || "document";
  return make("cite", {}, url && isWeb(url) ? outLink(url, text) : make("span", { dir: "auto" }, text), date ? ` · ${showDate(date)}` : null);
}

const nodeLink = (node, text) => make("button", { type: "button", class: `link ${node.type}`, dir: "auto", onclick: () => openNode(node) }, text || clip(node.shown, 200));

function placeOrName(name, index) {
  return index === undefined ? make("span", { dir: "auto" }, name) : nodeLink(nodes[index], name);
}

function evidenceItem(row) {
  const text = sentenceOf(row), when = showDates(row), facts = [];
  if (when) facts.push(["when", when]);
  if (row.place) facts.push(["where", placeOrName(row.place, row.placeNode)]);
  if (row.by) facts.push(["according to", placeOrName(row.by, row.byNode)]);
  facts.push(["confidence", percent(row.confidence)]);
  if (row.rule) facts.push(["rule", make("code", {}, row.rule)]);
  return make("li", { class: "evidence" },
    make("blockquote", { dir: "auto" }, markSentence(text, row)),
    documentLine(row.document),
    make("dl", { class: "facts" }, facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)))));
}

/** A list that shows more of itself when asked. */
function growing(items, makeItem, attributes) {
  const list = make("ul", attributes), box = make("div", {}, list);
  const grow = () => {
    const at = list.children.length;
    list.append(...items.slice(at, at + listMost).map(makeItem));
    more.hidden = list.children.length >= items.length;
    more.textContent = `Show more (${items.length - list.children.length})`;
  };
  const more = make("button", { type: "button", class: "more", onclick: grow });
  box.append(more);
  grow();
  return box;
}

function head(title, sign, subtitle) {
  return make("header", {},
    make("div", {}, make("p", { class: "kind" }, sign, subtitle), make("h2", { dir: "auto" }, ...[title].flat())),
    make("button", { type: "button", class: "close", "aria-label": "Close details", title: "Close (Esc)", onclick: closePanel }, "×"));
}

const section = (title, ...content) => make("section", {}, make("h3", {}, title), ...content);

function table(rows) {
  const filled = rows.filter(([, value]) => value && (!Array.isArray(value) || value.length));
  return make("dl", { class: "known" }, filled.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { dir: "auto" }, ...[value].flat())]));
}

const between = (items) => items.flatMap((item, i) => (i ? [", ", item] : [item]));

// ---- a relation

function edgeRow(edge, node) {
  const other = edge.from === node ? edge.to : edge.from;
  const arrow = edge.symmetric ? "–" : edge.from === node ? "→" : "←";
  return make("li", {}, make("button", { type: "button", class: "row", onclick: () => openEdge(edge), "aria-label": phrase(edge) },
    make("span", { class: "arrow", "aria-hidden": "true" }, arrow),
    make("span", { class: "name", dir: "auto" }, clip(other.shown, 120)),
    edge.status !== "actual" ? make("span", { class: `chip ${edge.status}` }, statusNames[edge.status]) : null,
    make("span", { class: "times", title: count(edge.support, "sentence", "sentences") }, edge.support > 1 ? `×${edge.support}` : "")));
}

function showEdge(edge) {
  const title = [nodeLink(edge.from), " ", make("span", { class: "verb", dir: "auto" }, clip(shownLabel(edge), 300)), " ", nodeLink(edge.to)];
  title[2].style.color = edgeColour(edge);
  const siblings = edge.siblings.filter((item) => item !== edge);
  const links = (name, index) => between([...new Map(edge.evidence.filter((row) => row[name]).map((row) => [row[name], row[index]]))].map(([text, at]) => placeOrName(text, at)));
  panel.replaceChildren(
    head(title, statusSign(edge.status), statusNames[edge.status]),
    table([
      ["relation", words(edge.relation)], ["family", edge.family], ["direction", edge.symmetric ? "both ways" : null],
      ["dates", datesOf(edge).join(", ")], ["place", links("place", "placeNode")], ["according to", links("by", "byNode")],
      ["confidence", percent(edge.confidence)],
    ]),
    section(count(edge.support, "sentence", "sentences"),
      make("p", { class: "key" }, make("mark", { class: "subject" }, "subject"), " ", make("mark", { class: "trigger" }, "trigger"), " ", make("mark", { class: "object" }, "object")),
      growing(edge.evidence.filter((row) => !row.repeat), evidenceItem, { class: "evidences" })),
    siblings.length ? section("Also between the two", growing(siblings, (item) => make("li", {}, make("button", { type: "button", class: "row", onclick: () => openEdge(item) },
      make("span", { class: "name", dir: "auto" }, clip(phrase(item), 160)), make("span", { class: "times" }, item.support > 1 ? `×${item.support}` : ""))), { class: "rows" })) : "");
}

// ---- an entity

function identifiers(node) {
  const links = [];
  if (node.iso) links.push(`ISO ${node.iso}`);
  if (node.wikidata) links.push(/^Q\d+$/.test(node.wikidata) ? outLink(`https://www.wikidata.org/wiki/${node.wikidata}`, `Wikidata ${node.wikidata}`) : node.wikidata);
  return between(links);
}

/** Relations of a node by what they say: "met", "is head of"; from the node first, then to it. */
function groupsOf(node) {
  const groups = new Map();
  for (const edge of node.edges.filter((item) => shown.edge[item.index])) {
    const out = edge.symmetric || edge.from === node, key = `${out ? 0 : 1} ${edge.relation} ${edge.status}`;
    if (!groups.has(key)) groups.set(key, { label: shownLabel(edge), out, edge, list: [] });
    groups.get(key).list.push(edge);
  }
  return [...groups.values()].sort((a, b) => b.out - a.out || b.list.length - a.list.length);
}

function groupSection(group, node) {
  const title = make("h4", { dir: "auto" }, group.out ? clip(group.label, 120) : ["← ", clip(group.label, 120)]);
  title.style.color = edgeColour(group.edge);
  return make("div", { class: "group" }, title, growing(group.list, (edge) => edgeRow(edge, node), { class: "rows" }));
}

function sentencesOf(node) {
  const rows = new Map();
  for (const edge of node.edges.filter((item) => shown.edge[item.index]))
    for (const row of edge.evidence) {
      const key = `${row.document} ${row.sentence}`;
      if (!rows.has(key)) rows.set(key, row);
    }
  return [...rows.values()];
}

function showNode(node) {
  const rows = sentencesOf(node), groups = groupsOf(node), visible = groups.reduce((sum, group) => sum + group.list.length, 0);
  const period = node.first && node.last ? showPeriod(node.first, node.last) : "";
  panel.replaceChildren(
    head(clip(node.shown, 2000), typeSign(node.type), node.type),
    node.role ? make("p", { class: "role", dir: "auto" }, clip(node.role, 400)) : "",
    table([
      ["also", between(node.aliases.map((alias) => make("span", { dir: "auto" }, clip(alias, 400))))], ["identifiers", identifiers(node)],
      ["mentions", `${node.mentions} in ${count(node.documents.length, "document", "documents")}`], ["reported", period],
    ]),
    section(visible === node.degree ? count(visible, "relation", "relations") : `${visible} of ${count(node.degree, "relation", "relations")} shown`, ...groups.map((group) => groupSection(group, node))),
    rows.length ? section(count(rows.length, "sentence", "sentences"), growing(rows, evidenceItem, { class: "evidences" })) : "",
    node.documents.length ? section(count(node.documents.length, "document", "documents"), growing(node.documents, (index) => make("li", {}, documentLine(index)), { class: "rows" })) : "");
}

// ---- opening and closing

let opener = null; // what had the focus before

function openNode(node) {
  selectNode(node);
  if (!state.table) showNodes([node], roomFor(node));
}

/** The zoom at which a node is seen with its neighbours, as far as they are near. */
function roomFor(node) {
  const near = node.edges.filter((edge) => shown.edge[edge.index]).flatMap((edge) => [edge.from, edge.to]);
  return Math.min(0.9, Math.max(0.5, near.length ? viewOf(near)[2] : 0.9));
}

function openEdge(edge) {
  selectEdge(edge);
  if (!state.table) showNodes([edge.from, edge.to], 0.9);
}

function closePanel() {
  deselect();
  (opener && opener.isConnected ? opener : canvas).focus();
}

function renderPanel() {
  const open = Boolean(state.node || state.edge), had = panel.contains(document.activeElement);
  if (open && panel.hidden) opener = document.activeElement === document.body ? canvas : document.activeElement;
  panel.hidden = !open;
  document.body.classList.toggle("with-panel", open);
  if (state.node) showNode(state.node);
  if (state.edge) showEdge(state.edge);
  panel.scrollTop = 0;
  if (open && had) panel.focus(); // the button that was pressed is gone
}

onChange((what) => {
  if (what === "select" || what === "filter" || what === "theme") renderPanel();
});
