// SPDX-License-Identifier: MIT
// Mouse, touch and keys.

const pointers = new Map(); // those that are down, by id: where they are
let travelled = 0; // pixels since the first went down: few make a click
let pinch = null;

const place = (event) => {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

function hover(node, edge) {
  if (hovered.node === node && hovered.edge === edge) return;
  hovered.node = node;
  hovered.edge = edge;
  canvas.classList.toggle("over", Boolean(node || edge));
  emphasize();
  requestDraw();
}

function pointAt({ x, y }, reach) {
  const node = nodeAt(x, y, reach);
  return { node, edge: node ? null : edgeAt(x, y, reach + 3) };
}

function twoFingers() {
  const [a, b] = [...pointers.values()];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
}

canvas.addEventListener("pointerdown", (event) => {
  stopFlying();
  if (!pointers.size) travelled = 0;
  pointers.set(event.pointerId, place(event));
  canvas.setPointerCapture(event.pointerId);
  if (pointers.size === 2) pinch = twoFingers();
});

canvas.addEventListener("pointermove", (event) => {
  const at = place(event), before = pointers.get(event.pointerId);
  if (!before) {
    const under = pointAt(at, 4);
    return hover(under.node, under.edge);
  }
  pointers.set(event.pointerId, at);
  travelled += Math.hypot(at.x - before.x, at.y - before.y);
  if (pointers.size === 2) {
    const now = twoFingers();
    setView(view.x + now.x - pinch.x, view.y + now.y - pinch.y, view.k);
    zoomAt(now.x, now.y, now.apart / pinch.apart);
    pinch = now;
  } else if (pointers.size === 1 && travelled > 4) {
    hover(null, null);
    canvas.classList.add("dragging");
    setView(view.x + at.x - before.x, view.y + at.y - before.y, view.k);
  }
});

function pointerUp(event) {
  const last = pointers.get(event.pointerId), single = pointers.size === 1;
  pointers.delete(event.pointerId);
  canvas.classList.remove("dragging");
  if (!last || !single || travelled > 4 || event.type === "pointercancel") return;
  const under = pointAt(last, event.pointerType === "touch" ? 14 : 4);
  steps.node = under.node;
  if (under.node) selectNode(under.node);
  else if (under.edge) selectEdge(under.edge);
  else if (state.node || state.edge) deselect();
}

canvas.addEventListener("pointerup", pointerUp);
canvas.addEventListener("pointercancel", pointerUp);
canvas.addEventListener("pointerleave", () => hover(null, null));
canvas.addEventListener("dblclick", (event) => {
  const { x, y } = place(event);
  if (!nodeAt(x, y, 4)) zoomAt(x, y, 1.8);
});
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  stopFlying();
  const { x, y } = place(event), lines = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
  zoomAt(x, y, Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * (event.ctrlKey ? 0.01 : 0.0022)));
}, { passive: false });

// ---- keys

const steps = { node: null, edge: -1 }; // where the keyboard is
const focused = () => (document.activeElement === canvas ? steps.node : null);

function goTo(node) {
  steps.node = node;
  steps.edge = -1;
  showNodes([node], Math.max(view.k, Math.min(0.9, Number.isFinite(node.from) ? node.from : 0.9)));
  announce(describeNode(node));
  requestDraw();
}

/** The next node in a direction: near, and not far to the side. */
function neighbour(node, dx, dy) {
  let best = null, least = Infinity;
  for (const other of shown.nodes) {
    const x = other.x - node.x, y = other.y - node.y, ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    const cost = ahead + 2.2 * aside;
    if (other !== node && ahead > 0 && cost < least) [best, least] = [other, cost];
  }
  return best;
}

/** The node that the keyboard begins at: the selected one, else the weightiest in view. */
function startNode() {
  const inView = (node) => toScreen(node).every((at, i) => at > 0 && at < (i ? view.height : view.width));
  return state.node || state.edge?.from || byWeight.find((node) => shown.node[node.index] && inView(node)) || shown.nodes[0] || null;
}

function stepNode(dx, dy) {
  const from = steps.node && shown.node[steps.node.index] ? steps.node : null, to = from ? neighbour(from, dx, dy) : startNode();
  if (to) goTo(to);
}

function stepEdge(by) {
  const node = steps.node || startNode();
  if (!node) return;
  const list = node.edges.filter((edge) => shown.edge[edge.index]);
  steps.node = node;
  if (!list.length) return announce("no relations");
  steps.edge = steps.edge < 0 && by < 0 ? list.length - 1 : (steps.edge + by + list.length) % list.length;
  const edge = list[steps.edge];
  selectEdge(edge);
  showNodes([edge.from, edge.to], 0.9);
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

canvas.addEventListener("keydown", (event) => {
  const arrow = arrows[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (arrow && event.shiftKey) setView(view.x - arrow[0] * 80, view.y - arrow[1] * 80, view.k);
  else if (arrow) stepNode(...arrow);
  else if (event.key === "Enter" || event.key === " ") steps.node ? openNode(steps.node) : stepNode(1, 0);
  else if (event.key === "+" || event.key === "=") zoomAt(view.width / 2, view.height / 2, 1.3);
  else if (event.key === "-") zoomAt(view.width / 2, view.height / 2, 1 / 1.3);
  else if (event.key === "0") showAll(true);
  else if (event.key.toLowerCase() === "r") stepEdge(event.shiftKey ? -1 : 1);
  else return;
  event.preventDefault();
});
canvas.addEventListener("focus", requestDraw);
canvas.addEventListener("blur", requestDraw);

const isTyping = (target) => target.matches("input:not([type=checkbox]):not([type=range]), textarea, [contenteditable]");

const shortcuts = {
  "/": () => searchInput.focus(),
  l: switchTable,
  t: switchTheme,
  f: switchFilters,
  "?": () => byId("help").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || byId("help").open) return;
  if (event.key === "Escape") {
    if (state.node || state.edge) closePanel();
    else if (document.body.classList.contains("with-filters") && byId("filters").contains(document.activeElement)) byId("show-filters").focus();
    return;
  }
  const action = shortcuts[event.key.toLowerCase()];
  if (!action) return;
  event.preventDefault();
  action();
});
