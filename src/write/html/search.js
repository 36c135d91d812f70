// SPDX-License-Identifier: MIT
// Search in names, aliases and identifiers, without regard to case and accents.

const searchInput = byId("search"), foundList = byId("found");
const foundMost = 12;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const keys = nodes.map((node) => [node.shown, ...node.aliases, node.iso, node.wikidata].filter(Boolean).map((name) => plain(name.slice(0, 300))));
let found = [], active = -1;

/** How well a name fits: 3 from its beginning, 2 from a word's, 1 inside, 0 not. */
function fit(name, query) {
  const at = name.indexOf(query);
  if (at < 0) return 0;
  return at === 0 ? 3 : /[\p{L}\p{N}]/u.test(name[at - 1]) && !name.includes(` ${query}`) ? 1 : 2;
}

function search(query) {
  return nodes.map((node, i) => ({ node, fit: Math.max(0, ...keys[i].map((name) => fit(name, query))) }))
    .filter((item) => item.fit && !state.off.type.has(item.node.type)).sort((a, b) => b.fit - a.fit || weight(b.node) - weight(a.node) || a.node.index - b.node.index).map((item) => item.node);
}

function foundRow(node, i) {
  const query = plain(searchInput.value.trim()), alias = !fit(plain(node.shown), query) && node.aliases.find((name) => fit(plain(name), query));
  return make("li", { role: "option", id: `found-${i}`, "aria-selected": String(i === active), onpointerdown: (event) => {
    event.preventDefault();
    choose(i);
  } }, typeSign(node.type), make("span", { class: "name", dir: "auto" }, clip(node.shown, 80)),
  make("span", { class: "role", dir: "auto" }, alias ? `also ${clip(alias, 40)}` : clip(node.role || "", 48)));
}

function showFound() {
  const open = found.length > 0 && document.activeElement === searchInput && searchInput.value.trim() !== "";
  foundList.hidden = !open;
  foundList.replaceChildren(...found.slice(0, foundMost).map(foundRow));
  searchInput.setAttribute("aria-expanded", String(open));
  if (open && active >= 0) searchInput.setAttribute("aria-activedescendant", `found-${active}`);
  else searchInput.removeAttribute("aria-activedescendant");
}

function runSearch() {
  const query = plain(searchInput.value.trim());
  found = query ? search(query) : [];
  active = found.length ? 0 : -1;
  state.matches = query ? new Set(found.filter((node) => shown.node[node.index])) : null;
  showFound();
  if (query) announce(found.length ? `${count(found.length, "name", "names")} found` : "nothing found");
  changed("search");
}

function clearSearch() {
  searchInput.value = "";
  found = [];
  state.matches = null;
  showFound();
  changed("search");
}

function choose(i) {
  const node = found[i];
  if (!node) return;
  clearSearch();
  if (!state.table) canvas.focus();
  openNode(node);
}

searchInput.addEventListener("input", runSearch);
searchInput.addEventListener("focus", showFound);
searchInput.addEventListener("blur", showFound);
searchInput.addEventListener("keydown", (event) => {
  const last = Math.min(found.length, foundMost) - 1;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    active = event.key === "ArrowDown" ? (active >= last ? 0 : active + 1) : active <= 0 ? last : active - 1;
    showFound();
    event.preventDefault();
  } else if (event.key === "Enter") {
    choose(active);
    event.preventDefault();
  } else if (event.key === "Escape") {
    clearSearch();
    canvas.focus();
    event.stopPropagation();
  }
});
