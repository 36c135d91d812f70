// SPDX-License-Identifier: MIT
// The part of the address behind "#" holds what is selected and filtered, so that a link leads to the same sight.

let written = "";

function toAddress() {
  const parts = new URLSearchParams();
  if (state.node) parts.set("node", state.node.id);
  if (state.edge) parts.set("edge", state.edge.id);
  for (const [name, set] of Object.entries(state.off)) for (const value of [...set].sort()) parts.append(`no-${name}`, value);
  if (state.support > 1) parts.set("support", state.support);
  if (state.confidence > 0) parts.set("confidence", state.confidence);
  if (moments.length && state.from > 0) parts.set("from", momentNames.get(moments[state.from]));
  if (moments.length && state.until < moments.length - 1) parts.set("until", momentNames.get(moments[state.until]));
  if (!state.undated) parts.set("undated", "no");
  if (state.table) parts.set("view", "list");
  return parts.toString();
}

const limited = (text, low, high, otherwise) => (Number.isFinite(Number(text)) && text !== null ? Math.min(high, Math.max(low, Number(text))) : otherwise);

/** The moment of a date: the first not before it, or, as an end, the last not behind it. */
function momentOf(text, isEnd) {
  if (!/^\d{1,4}(-\d\d){0,2}$/.test(text || "")) return isEnd ? moments.length - 1 : 0;
  const [first, last] = daysOf(text);
  if (isEnd) return Math.max(0, moments.filter((day) => day <= last).length - 1);
  return Math.max(0, Math.min(moments.length - 1, moments.filter((day) => day < first).length));
}

function fromAddress(text) {
  const parts = new URLSearchParams(text);
  const known = { type: types, status: statuses, relation: relations.map((row) => row.relation) };
  for (const [name, set] of Object.entries(state.off)) {
    set.clear();
    for (const value of parts.getAll(`no-${name}`)) if (known[name].includes(value)) set.add(value);
  }
  state.support = Math.round(limited(parts.get("support"), 1, Math.min(mostSupport, 20), 1));
  state.confidence = limited(parts.get("confidence"), 0, 1, 0);
  state.from = momentOf(parts.get("from"), false);
  state.until = Math.max(state.from, momentOf(parts.get("until"), true));
  state.undated = parts.get("undated") !== "no";
  state.table = parts.get("view") === "list";
  state.node = nodeById.get(parts.get("node")) || null;
  state.edge = state.node ? null : edgeById.get(parts.get("edge")) || null;
}

function writeAddress() {
  const now = toAddress();
  if (now === written) return;
  written = now;
  try {
    history.replaceState(null, "", now ? `#${now}` : "#");
  } catch {
    // A browser may refuse it too often or for a file; the page works without.
  }
}

function readAddress() {
  const text = location.hash.slice(1);
  if (text === written) return;
  fromAddress(text);
  written = toAddress();
  for (const what of ["filter", "table", "select"]) changed(what);
  showSelected();
}

function showSelected() {
  if (state.node) showNodes([state.node], roomFor(state.node));
  if (state.edge) showNodes([state.edge.from, state.edge.to], 0.9);
}

onChange((what) => {
  if (what !== "theme" && what !== "search") writeAddress();
});
addEventListener("hashchange", readAddress);
