// SPDX-License-Identifier: MIT
// Where on the screen a place of the layout is.  The unit of the layout is a pixel at zoom 1, at which names can be read.

const view = { x: 0, y: 0, k: 1, width: 1, height: 1, ratio: 1 };
const zoomRange = { low: 0.02, high: 6, fit: 1 };
let moving = null; // an animation that is under way

const toScreen = (node) => [node.x * view.k + view.x, node.y * view.k + view.y];
const narrow = matchMedia("(max-width: 760px)");
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

/** The height of the stage that no panel covers: on narrow screens it lies over the lower part. */
function freeHeight() {
  const box = narrow.matches && !panel.hidden ? panel.getBoundingClientRect() : null;
  return box ? Math.max(120, view.height - box.height) : view.height;
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

/** The view that holds some nodes, boxes and all: these do not grow with the zoom, so that what they take of the layout follows from it. */
function viewOf(list, most = 1.15) {
  const height = freeHeight(), margin = Math.min(40, view.width / 14);
  let k = most, bounds;
  for (let round = 0; round < 4; round++) {
    const scale = Math.min(1, Math.max(leastScale, k)) / k;
    bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of list) {
      const [w, h] = node.from <= k || list.length < 3 ? [node.half.w * scale, node.half.h * scale] : [node.dot / k, node.dot / k];
      bounds.left = Math.min(bounds.left, node.x - w);
      bounds.right = Math.max(bounds.right, node.x + w);
      bounds.top = Math.min(bounds.top, node.y - h);
      bounds.bottom = Math.max(bounds.bottom, node.y + h);
    }
    if (!list.length) return [view.width / 2, height / 2, 1];
    const fitting = Math.min((view.width - 2 * margin) / (bounds.right - bounds.left), (height - 2 * margin) / (bounds.bottom - bounds.top));
    k = Math.max(0.005, Math.min(most, fitting));
  }
  return [view.width / 2 - ((bounds.left + bounds.right) / 2) * k, height / 2 - ((bounds.top + bounds.bottom) / 2) * k, k];
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
  const height = freeHeight();
  const inside = list.every((node) => {
    const [x, y] = toScreen(node);
    return x > 90 && x < view.width - 90 && y > 50 && y < height - 50;
  });
  if (!inside || view.k < zoom * 0.6) flyTo(...viewOf(list, Math.max(zoom, view.k)));
}
