// SPDX-License-Identifier: MIT
// A node is drawn as a box with its name where there is room, else as a dot.  Boxes hardly change in size while one zooms, so that each has
// a zoom from which on it touches none of those that come before it: `from`.  It is found once for all nodes that are shown, the
// weightiest first; so names neither flicker nor depend on how one came to a view.

const fonts = '"Inter", "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", "Liberation Sans", sans-serif';
const nameFont = (size) => `600 ${size}px ${fonts}`;
const roleFont = (size) => `${size}px ${fonts}`;
const labelFont = `500 11.5px ${fonts}`;

const rolesShown = nodes.length <= 36;
const leastScale = 0.76; // of boxes: their texts stay legible
const cardScale = () => Math.min(1, Math.max(leastScale, view.k));
const boxesMost = 9000; // nodes that are boxes at any zoom: comparing more takes too long
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

/** Set `from` of the nodes that are shown. */
function rankCards() {
  const before = [];
  for (const node of byWeight) {
    node.from = Infinity;
    if (!shown.node[node.index] || before.length >= boxesMost) continue;
    let from = 0;
    for (const other of before) {
      const apart = Math.min(zoomFor(other.half.w + node.half.w + 6, Math.abs(other.x - node.x)), zoomFor(other.half.h + node.half.h + 5, Math.abs(other.y - node.y)));
      if (apart > from && other.from < apart) from = apart;
    }
    node.from = from;
    before.push(node);
  }
}
