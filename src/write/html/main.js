// SPDX-License-Identifier: MIT
// Puts the page together.

const darkWanted = matchMedia("(prefers-color-scheme: dark)");
let chosenTheme = null; // by the switch; null: as the system has it

function keep(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, value);
  } catch {
    // Storage is closed to some files; the choice then lasts as long as the page.
  }
  return null;
}

function setTheme(name) {
  theme = themes[name];
  document.documentElement.dataset.theme = name;
  byId("theme").setAttribute("aria-pressed", String(name === "dark"));
  changed("theme");
}

const themeNow = () => chosenTheme || (darkWanted.matches ? "dark" : "light");

function switchTheme() {
  chosenTheme = themeNow() === "dark" ? "light" : "dark";
  keep("actant-theme", chosenTheme);
  setTheme(chosenTheme);
}

function openFilters(open) {
  document.body.classList.toggle("with-filters", open);
  byId("show-filters").setAttribute("aria-expanded", String(open));
}

function switchFilters() {
  openFilters(!document.body.classList.contains("with-filters"));
}

function showEmpty() {
  const text = !nodes.length ? "The texts name nobody who is in a relation: the graph is empty." : !shown.nodes.length ? "Nothing passes the filters." : "";
  byId("empty").textContent = text;
  byId("empty").hidden = !text || state.table;
}

onChange((what) => {
  if (what === "filter" || what === "select") rankCards();
  if (what !== "theme") emphasize();
  if (what === "filter" || what === "table") showEmpty();
  requestDraw();
});

// On paper: light, all in view, and what is open beside it.
let beforePrint = null;
addEventListener("beforeprint", () => {
  beforePrint = { ...view };
  setTheme("light");
  if (!state.node && !state.edge) Object.assign(view, Object.fromEntries(viewOf(shown.nodes).map((value, i) => ["xyk"[i], value])));
  draw();
});
addEventListener("afterprint", () => {
  Object.assign(view, beforePrint);
  setTheme(themeNow());
});

byId("title").textContent = clip(data.title || "Graph", 400);
byId("subtitle").textContent = data.subtitle || "";
byId("show-filters").addEventListener("click", switchFilters);
byId("show-table").addEventListener("click", switchTable);
byId("theme").addEventListener("click", switchTheme);
byId("show-help").addEventListener("click", () => byId("help").showModal());
byId("zoom-in").addEventListener("click", () => zoomAt(view.width / 2, view.height / 2, 1.4));
byId("zoom-out").addEventListener("click", () => zoomAt(view.width / 2, view.height / 2, 1 / 1.4));
byId("zoom-fit").addEventListener("click", () => showAll(true));
darkWanted.addEventListener("change", () => setTheme(themeNow()));

placeNodes();
buildFilters();
buildTime();
openFilters(!narrow.matches);
chosenTheme = ["light", "dark"].find((name) => name === keep("actant-theme")) || null;
fromAddress(location.hash.slice(1));
setTheme(themeNow());
for (const what of ["filter", "table", "select"]) changed(what);
resize();
showAll(false);
showSelected();
new ResizeObserver(resize).observe(byId("stage"));
