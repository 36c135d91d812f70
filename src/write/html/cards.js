// SPDX-License-Identifier: MIT
// A node is drawn as a box with its name where there is room, else as a dot.  Boxes keep their size while one zooms, so that each has a zoom
// from which on it touches none of those that come before it: `from`.  It is found once for all nodes that are shown, the
// weightiest first; so names neither flicker nor depend on how one came to a view.

const fonts = '"Inter", "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", "Liberation Sans", sans-serif';
const nameFont = (size) => `600 ${size}px ${fonts}`;
const roleFont = `11px ${fonts}`;
const labelFont = `500 11.5px ${fonts}`;

const rolesShown = nodes.length <= 90;
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
    const wide = Math.max(widthOf(nameFont(node.size), node.text), node.note ? widthOf(roleFont, node.note) : 0);
    node.half = { w: wide / 2 + 10, h: (node.size + (node.note ? 15 : 0)) / 2 + 6 };
    node.dot = 3 + Math.min(9, 1.1 * Math.sqrt(node.degree));
  }
}

/** Set `from` of the nodes that are shown. */
function rankCards() {
  const xs = [], ys = [], ws = [], hs = [], froms = [];
  for (const node of byWeight) {
    node.from = Infinity;
    if (!shown.node[node.index] || xs.length >= boxesMost) continue;
    let from = 0;
    for (let i = 0; i < xs.length; i++) {
      const apart = Math.min((ws[i] + node.half.w + 6) / Math.abs(xs[i] - node.x), (hs[i] + node.half.h + 5) / Math.abs(ys[i] - node.y));
      if (apart > from && froms[i] < apart) from = apart;
    }
    node.from = from;
    xs.push(node.x);
    ys.push(node.y);
    ws.push(node.half.w);
    hs.push(node.half.h);
    froms.push(from);
  }
}

// ---- places

const golden = Math.PI * (3 - Math.sqrt(5));

/** Places for a graph that was written without: a sunflower, the weightiest inside. */
function sow() {
  byWeight.forEach((node, i) => {
    node.x = 105 * Math.sqrt(i) * Math.cos(i * golden) * 1.4;
    node.y = 105 * Math.sqrt(i) * Math.sin(i * golden) * 0.7;
  });
}

/** Stretch the layout until boxes have the room that they need at zoom 1, without changing who is next to whom. */
function stretch() {
  const area = nodes.reduce((sum, node) => sum + (2 * node.half.w + 46) * (2 * node.half.h + 52), 0);
  const xs = nodes.map((node) => node.x), ys = nodes.map((node) => node.y);
  const extent = (list) => list.reduce((most, value) => Math.max(most, value), -Infinity) - list.reduce((least, value) => Math.min(least, value), Infinity);
  const wide = extent(xs), high = extent(ys);
  if (!(wide > 0) || !(high > 0)) return;
  const scale = Math.sqrt((1.6 * area) / (wide * high));
  for (const node of nodes) {
    node.x *= scale * 1.12; // names are wider than high
    node.y *= scale / 1.12;
  }
}

/** Push boxes off each other, each along the shorter way. */
function pushApart(rounds) {
  const room = { x: 40, y: 30 };
  for (let round = 0; round < rounds; round++) {
    let touched = false;
    for (let i = 0; i < nodes.length; i++) {
      for (let j = 0; j < i; j++) {
        const a = nodes[i], b = nodes[j], dx = a.x - b.x, dy = a.y - b.y;
        const overX = a.half.w + b.half.w + room.x - Math.abs(dx), overY = a.half.h + b.half.h + room.y - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        touched = true;
        if (overX < overY) {
          const by = (overX / 2) * (dx < 0 ? -1 : 1);
          a.x += by;
          b.x -= by;
        } else {
          const by = (overY / 2) * (dy < 0 ? -1 : 1);
          a.y += by;
          b.y -= by;
        }
      }
    }
    if (!touched) return;
  }
}

function placeNodes() {
  measureCards();
  if (nodes.some((node) => node.x === undefined)) sow();
  stretch();
  if (nodes.length <= 400) pushApart(nodes.length <= 120 ? 120 : 30);
}
