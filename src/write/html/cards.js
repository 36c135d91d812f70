// SPDX-License-Identifier: MIT
// A node is drawn as a box with its name where there is room, else as a dot.  Boxes hardly change in size while one zooms, so that each has
// a zoom from which on it touches none of those that come before it: `from`.  It is found once for all nodes that are shown, the
// weightiest first; so names neither flicker nor depend on how one came to a view.  What stands out has a second such zoom, `near`, which
// minds only what stands out with it.

const fonts = '"Inter", "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", "Liberation Sans", sans-serif';
const nameFont = (size) => `600 ${size}px ${fonts}`;
const roleFont = (size) => `${size}px ${fonts}`;
const labelFont = `500 11.5px ${fonts}`;

const rolesShown = nodes.length <= 36;
const leastScale = 0.76; // of boxes: their texts stay legible
const cardScale = () => Math.min(1, Math.max(leastScale, view.k));
const measuring = document.createElement("canvas").getContext("2d");

function widthOf(font, text) {
  measuring.font = font;
  return measuring.measureText(text).width;
}

const weight = (node) => node.degree + Math.min(node.mentions, 50) / 100;
const byWeight = [...nodes].sort((a, b) => weight(b) - weight(a) || a.index - b.index);
const mostDegree = byWeight.length ? byWeight[0].degree : 0;

/** Size and texts of each node's box. */
function measureCards() {
  for (const node of nodes) {
    const rank = mostDegree > 8 ? Math.sqrt(node.degree / mostDegree) : 0.4;
    node.size = Math.round(12 + 4 * rank);
    node.text = clip(node.shown, 34);
    node.note = rolesShown && node.role ? clip(node.role, 40) : "";
    const wide = Math.max(widthOf(nameFont(node.size), node.text), node.note ? widthOf(roleFont(11), node.note) : 0);
    node.half = { w: wide / 2 + 10, h: (node.size + (node.note ? 15 : 0)) / 2 + 6 };
    node.dot = 3 + Math.min(9, 1.1 * Math.sqrt(node.degree));
  }
}

/** The zoom at which boxes of a joint width have a distance between them: below 1 they shrink with it, down to the least scale. */
const zoomFor = (joint, distance) => (joint <= distance ? (leastScale * joint) / distance : joint / distance);

/** A map of squares, about one for each node that it will hold, wider than high as boxes are. */
function makeMap(list) {
  const { left, right, top, bottom } = boundsOf(list), wide = right - left || 1, high = bottom - top || 1, most = list.length;
  const columns = Math.max(1, Math.min(most, Math.round(Math.sqrt((most * wide) / high / 3)))), rows = Math.max(1, Math.round(most / columns));
  return {
    columns, rows, wide: wide / columns, high: high / rows, cells: Array.from({ length: columns * rows }, () => []),
    columnOf: (node) => Math.min(columns - 1, Math.floor(((node.x - left) / wide) * columns)),
    rowOf: (node) => Math.min(rows - 1, Math.floor(((node.y - top) / high) * rows)),
  };
}

/** Call `visit` with each square that is so many steps from one; false when there are none. */
function visitRing({ columns, rows, cells }, column, row, steps, visit) {
  const left = column - steps, right = column + steps, top = row - steps, bottom = row + steps;
  const from = Math.max(0, left), until = Math.min(columns - 1, right);
  for (let y = Math.max(0, top); y <= Math.min(rows - 1, bottom); y++) {
    const line = y * columns;
    if (y === top || y === bottom) for (let x = from; x <= until; x++) visit(cells[line + x]);
    else {
      if (left >= 0) visit(cells[line + left]);
      if (right < columns) visit(cells[line + right]);
    }
  }
  return left > 0 || top > 0 || right < columns - 1 || bottom < rows - 1;
}

/** The zoom from which the boxes of two nodes do not touch. */
const zoomApart = (a, b) => Math.min(zoomFor(a.half.w + b.half.w + 6, Math.abs(a.x - b.x)), zoomFor(a.half.h + b.half.h + 5, Math.abs(a.y - b.y)));

/** Set the zooms from which nodes are boxes, of some that are given by weight, the weightiest first. */
function rank(list, key) {
  if (!list.length) return;
  const map = makeMap(list), widest = list.reduce((most, node) => Math.max(most, node.half.w), 0) + 6, highest = list.reduce((most, node) => Math.max(most, node.half.h), 0) + 5;
  for (const node of list) {
    const column = map.columnOf(node), row = map.rowOf(node), w = widest + node.half.w, h = highest + node.half.h;
    const visit = (cell) => {
      for (const other of cell) {
        const apart = zoomApart(node, other);
        if (apart > from && other[key] < apart) from = apart;
      }
    };
    let from = 0, steps = 0;
    // Until no box farther away can need more.
    while (visitRing(map, column, row, steps, visit) && from < Math.max(zoomFor(w, steps * map.wide), zoomFor(h, steps * map.high))) steps++;
    node[key] = from;
    map.cells[row * map.columns + column].push(node);
  }
}

function rankCards() {
  for (const node of nodes) node.from = node.near = Infinity;
  rank(byWeight.filter((node) => shown.node[node.index]), "from");
}
