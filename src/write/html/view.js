// SPDX-License-Identifier: MIT
// Where on the screen a place of the layout is.  The unit of the layout is a pixel at zoom 1, at which names can be read.

const view = { x: 0, y: 0, k: 1, width: 1, height: 1, ratio: 1 };
const zoomRange = { low: 0.02, high: 6, fit: 1 };
let moving = null; // an animation that is under way

const toScreen = (node) => [node.x * view.k + view.x, node.y * view.k + view.y];
const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");

function setView(x, y, k) {
  view.x = x;
  view.y = y;
  view.k = k;
  requestDraw();
}

function zoomAt(x, y, factor) {
  const k = Math.min(zoomRange.high, Math.max(zoomRange.low, view.k * factor));
  setView(x - ((x - view.x) * k) / view.k, y - ((y - view.y) * k) / view.k, k);
}

/** Go to a view; smoothly, but for those who prefer no motion. */
function flyTo(x, y, k) {
  const from = { ...view }, start = performance.now(), length = 260;
  if (moving) cancelAnimationFrame(moving);
  moving = null;
  if (prefersStill.matches || document.hidden) return setView(x, y, k);
  const step = (now) => {
    const t = Math.min(1, (now - start) / length), s = t * t * (3 - 2 * t);
    const zoom = from.k * (k / from.k) ** s;
    // The point of the layout in the middle moves evenly.
    const middle = (v, at, size) => (size / 2 - at) / v;
    const mx = middle(from.k, from.x, view.width), nx = middle(k, x, view.width), my = middle(from.k, from.y, view.height), ny = middle(k, y, view.height);
    setView(view.width / 2 - (mx + (nx - mx) * s) * zoom, view.height / 2 - (my + (ny - my) * s) * zoom, zoom);
    moving = t < 1 ? requestAnimationFrame(step) : null;
  };
  moving = requestAnimationFrame(step);
}

function stopFlying() {
  if (moving) cancelAnimationFrame(moving);
  moving = null;
}

/** The view that holds some nodes. */
function viewOf(list, most = 1.15) {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const node of list) {
    left = Math.min(left, node.x);
    right = Math.max(right, node.x);
    top = Math.min(top, node.y);
    bottom = Math.max(bottom, node.y);
  }
  if (left > right) return [view.width / 2, view.height / 2, 1];
  // Boxes do not grow with the zoom: half of one stands out at each side.
  const edgeX = Math.min(110, view.width / 6), edgeY = 44;
  const k = Math.max(zoomRange.low, Math.min(most, (view.width - 2 * edgeX) / Math.max(1, right - left), (view.height - 2 * edgeY) / Math.max(1, bottom - top)));
  return [view.width / 2 - ((left + right) / 2) * k, view.height / 2 - ((top + bottom) / 2) * k, k];
}

function showAll(smoothly) {
  const [x, y, k] = viewOf(shown.nodes.length ? shown.nodes : nodes);
  zoomRange.fit = k;
  zoomRange.low = Math.min(0.3, k / 2);
  if (smoothly) flyTo(x, y, k);
  else setView(x, y, k);
}

/** Bring nodes into view: stay when they are well inside at a legible zoom. */
function showNodes(list, zoom) {
  const inside = list.every((node) => {
    const [x, y] = toScreen(node);
    return x > 90 && x < view.width - 90 && y > 50 && y < view.height - 50;
  });
  if (inside && view.k >= zoom * 0.6) return;
  const [, , fitting] = viewOf(list, Math.max(zoom, view.k));
  const k = list.length > 1 ? fitting : Math.max(zoom, view.k);
  const cx = list.reduce((sum, node) => sum + node.x, 0) / list.length, cy = list.reduce((sum, node) => sum + node.y, 0) / list.length;
  flyTo(view.width / 2 - cx * k, view.height / 2 - cy * k, k);
}
