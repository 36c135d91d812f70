// SPDX-License-Identifier: MIT
// The legend, each row of which is a filter, and the time bar.

const filtersBox = byId("filters"), timeBox = byId("time");
const resetters = []; // each sets its controls to the state

const tally = (list, keyOf) => list.reduce((counts, item) => counts.set(keyOf(item), (counts.get(keyOf(item)) || 0) + 1), new Map());

/** A checkbox for one value of a set of those that are off. */
function toggle(set, value, name, sign, number) {
  const box = make("input", { type: "checkbox", onchange: () => {
    if (box.checked) set.delete(value);
    else set.add(value);
    changed("filter");
  } });
  resetters.push(() => { box.checked = !set.has(value); });
  return make("label", { class: "toggle" }, box, sign, make("span", { class: "name", dir: "auto" }, name), make("span", { class: "number" }, number.toLocaleString("en")));
}

function fieldset(title, ...content) {
  return make("fieldset", {}, make("legend", {}, title), ...content);
}

function typeFilters() {
  const counts = tally(nodes, (node) => node.type);
  return fieldset("Entities", ...types.filter((type) => counts.has(type)).map((type) =>
    toggle(state.off.type, type, typeNames[type][1], typeSign(type), counts.get(type))));
}

function statusFilters() {
  const counts = tally(edges, (edge) => edge.status);
  return fieldset("Status", ...statuses.filter((status) => counts.has(status)).map((status) =>
    toggle(state.off.status, status, statusNames[status], statusSign(status), counts.get(status))));
}

/** A box for a whole family: half checked when some of its relations are off. */
function familyToggle(list) {
  const box = make("input", { type: "checkbox", "aria-label": `all of ${list[0].family || "other"}`, onchange: () => {
    for (const { relation } of list) box.checked ? state.off.relation.delete(relation) : state.off.relation.add(relation);
    changed("filter");
  } });
  resetters.push(() => {
    const off = list.filter(({ relation }) => state.off.relation.has(relation)).length;
    box.checked = off < list.length;
    box.indeterminate = off > 0 && off < list.length;
  });
  return box;
}

function relationFilters() {
  const counts = tally(edges, (edge) => edge.relation), byFamily = new Map();
  for (const row of relations) byFamily.set(row.family, [...(byFamily.get(row.family) || []), row]);
  return fieldset("Relations", ...[...byFamily].map(([family, list]) => {
    const swatch = make("span", { class: "swatch", "data-family": family });
    const rows = list.sort((a, b) => counts.get(b.relation) - counts.get(a.relation))
      .map(({ relation }) => toggle(state.off.relation, relation, clip(words(relation), 60) || "…", null, counts.get(relation)));
    const sum = list.reduce((total, { relation }) => total + counts.get(relation), 0);
    return make("details", { open: relations.length <= 14 },
      make("summary", {}, familyToggle(list), swatch, make("span", { class: "name", dir: "auto" }, clip(family || "other", 60)), make("span", { class: "number" }, sum.toLocaleString("en"))),
      make("div", { class: "rows" }, rows));
  }));
}

function slider(name, key, { min, max, step, show }) {
  const output = make("output", {});
  const input = make("input", { type: "range", min, max, step, "aria-label": `${name}, at least`, oninput: () => {
    state[key] = Number(input.value);
    changed("filter");
  } });
  resetters.push(() => {
    input.value = state[key];
    output.textContent = show(state[key]);
    input.setAttribute("aria-valuetext", show(state[key]));
  });
  return make("div", { class: "slider" }, make("span", {}, name), output, input);
}

function strengthFilters() {
  const rows = [slider("Confidence", "confidence", { min: 0, max: 1, step: 0.05, show: (value) => (value ? `at least ${percent(value)}` : "any") })];
  if (mostSupport > 1) rows.push(slider("Sentences", "support", { min: 1, max: Math.min(mostSupport, 20), step: 1, show: (value) => (value > 1 ? `at least ${value}` : "any") }));
  return fieldset("Evidence", ...rows);
}

function buildFilters() {
  const reset = make("button", { type: "button", class: "reset", onclick: resetFilters }, "Reset filters");
  resetters.push(() => { reset.disabled = !isFiltered(); });
  filtersBox.append(make("p", { id: "counts", role: "status" }), typeFilters());
  if (edges.length) filtersBox.append(statusFilters(), relationFilters(), strengthFilters());
  filtersBox.append(make("p", { class: "note" }, "Thicker lines have more sentences behind them."), reset);
}

// ---- time

const bars = [];
const momentText = (i) => showDate(momentNames.get(moments[i]));
const momentNames = new Map(); // the least exact way in which a first day is written
for (const row of edges.flatMap((edge) => edge.evidence).filter((item) => item.date || item.end)) {
  const text = row.date || row.end, day = spanOf(row)[0];
  if (!momentNames.has(day) || text.length < momentNames.get(day).length) momentNames.set(day, text);
}

/** How many edges each moment has, in at most so many bars of as many moments each. */
function buildBars(most) {
  const per = Math.max(1, Math.ceil(moments.length / most)), numbers = new Array(Math.ceil(moments.length / per)).fill(0);
  const at = new Map(moments.map((day, i) => [day, i]));
  for (const edge of edges) for (const day of new Set(edge.spans.map((span) => span[0]))) numbers[Math.floor(at.get(day) / per)]++;
  const highest = Math.max(...numbers), box = make("div", { class: "bars", "aria-hidden": "true" });
  // Each bar stands over the places of the thumbs that mean its moments.
  const step = numbers.length > 1 ? `(100% - 16px) / ${2 * (numbers.length - 1)}` : "50%";
  box.style.left = box.style.right = `calc(8px - ${step})`;
  numbers.forEach((number, i) => {
    const bar = make("span", {});
    bar.style.height = `${Math.max(8, Math.round((100 * Math.sqrt(number)) / Math.sqrt(highest)))}%`;
    bars.push({ bar, first: i * per, last: Math.min(moments.length, (i + 1) * per) - 1 });
    box.append(bar);
  });
  return box;
}

function thumb(key, name) {
  const input = make("input", { type: "range", min: 0, max: moments.length - 1, step: 1, "aria-label": name, class: key, oninput: () => {
    const at = Number(input.value);
    if (key === "from") state.from = Math.min(at, state.until);
    else state.until = Math.max(at, state.from);
    changed("filter");
  } });
  resetters.push(() => {
    input.value = state[key];
    input.setAttribute("aria-valuetext", momentText(state[key]));
  });
  return input;
}

function buildTime() {
  if (!moments.length) return;
  const undated = edges.filter((edge) => !edge.spans.length).length, output = make("output", { class: "period" });
  const box = make("input", { type: "checkbox", onchange: () => {
    state.undated = box.checked;
    changed("filter");
  } });
  resetters.push(() => {
    box.checked = state.undated;
    output.textContent = state.from === state.until ? momentText(state.from) : `${momentText(state.from)} – ${momentText(state.until)}`;
    for (const { bar, first, last } of bars) bar.classList.toggle("off", last < state.from || first > state.until);
  });
  timeBox.append(output, make("div", { class: "range" }, buildBars(120), thumb("from", "From"), thumb("until", "Until")),
    undated ? make("label", { class: "toggle" }, box, make("span", { class: "name" }, "undated"), make("span", { class: "number" }, undated.toLocaleString("en"))) : "");
  timeBox.hidden = false;
}

function showFilters() {
  for (const reset of resetters) reset();
  for (const swatch of filtersBox.querySelectorAll(".swatch")) swatch.style.background = theme.family.get(swatch.dataset.family) || theme.otherFamily;
  const text = isFiltered() ? `${shown.nodes.length} of ${count(nodes.length, "entity", "entities")}, ${shown.edges.length} of ${count(edges.length, "relation", "relations")}`
    : `${count(nodes.length, "entity", "entities")}, ${count(edges.length, "relation", "relations")}`;
  if (byId("counts").textContent !== text) byId("counts").textContent = text;
}

onChange((what) => {
  if (what === "filter" || what === "theme") showFilters();
});
