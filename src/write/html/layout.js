// SPDX-License-Identifier: MIT
// The layout that was computed when the page was written, made fit for boxes with names: each component is turned to lie, scaled until its
// boxes have room, its boxes are pushed off each other, and the components are packed into a page wider than high.

const landscape = 1.55; // of the page that components are packed into
const betweenParts = { x: 46, y: 40 };
const golden = Math.PI * (3 - Math.sqrt(5));

/** Places for a graph that was written without: a sunflower, the weightiest inside. */
function sow() {
  byWeight.forEach((node, i) => {
    node.x = 100 * Math.sqrt(i) * Math.cos(i * golden);
    node.y = 100 * Math.sqrt(i) * Math.sin(i * golden);
  });
}

/** The components, the largest first. */
function findParts() {
  const seen = new Set(), parts = [];
  for (const start of nodes) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (let i = 0; i < part.length; i++)
      for (const { from, to } of part[i].edges)
        for (const next of [from, to])
          if (!seen.has(next)) {
            seen.add(next);
            part.push(next);
          }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length || a[0].index - b[0].index);
}

function boundsOf(part, edge = 0) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const node of part) {
    box.left = Math.min(box.left, node.x - edge * node.half.w);
    box.right = Math.max(box.right, node.x + edge * node.half.w);
    box.top = Math.min(box.top, node.y - edge * node.half.h);
    box.bottom = Math.max(box.bottom, node.y + edge * node.half.h);
  }
  return box;
}

/** Turn a part so that its longest axis lies. */
function layDown(part) {
  let mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
  for (const node of part) {
    mx += node.x / part.length;
    my += node.y / part.length;
  }
  for (const node of part) {
    xx += (node.x - mx) ** 2;
    yy += (node.y - my) ** 2;
    xy += (node.x - mx) * (node.y - my);
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy), cos = Math.cos(angle), sin = Math.sin(angle);
  for (const node of part) [node.x, node.y] = [(node.x - mx) * cos - (node.y - my) * sin, (node.x - mx) * sin + (node.y - my) * cos];
}

/** Two alone stand as far apart as the words between them need. */
function placePair(part) {
  const [a, b] = part, label = Math.max(...a.edges.map((edge) => widthOf(labelFont, `${clip(shownLabel(edge), 32)} ×99`)));
  [a.x, a.y, b.x, b.y] = [0, 0, a.half.w + b.half.w + label + 34, 0];
}

/** Scale a part until its boxes and the lines between them have room at zoom 1, and towards the shape of a page. */
function scalePart(part) {
  const { left, right, top, bottom } = boundsOf(part), wide = Math.max(1, right - left), high = Math.max(bottom - top, wide / 6);
  const crowded = part.length > 400 ? 1.5 : 2.1;
  const needed = part.reduce((sum, node) => sum + (2 * node.half.w + 30) * (2 * node.half.h + 46), 0) * crowded;
  const shape = wide / high, wanted = part.length < 4 ? shape : Math.min(1.75, Math.max(1.3, shape));
  const scale = Math.sqrt(needed / (wide * high)), flatter = Math.sqrt(wanted / shape);
  for (const node of part) {
    node.x *= scale * flatter;
    node.y *= scale / flatter;
  }
}

/** The distance that two boxes need in a direction for a line of some length to be seen between them. */
function reachOf(a, b, dx, dy, line) {
  const length = Math.hypot(dx, dy) || 1, w = a.half.w + b.half.w, h = a.half.h + b.half.h;
  return Math.min((w * length) / Math.abs(dx || 1e-9), (h * length) / Math.abs(dy || 1e-9)) + line;
}

/** Springs between neighbours, as long as their boxes and a word between them need, and room around all: the finish of a small part. */
function relax(part) {
  const joined = [...new Map(part.flatMap((node) => node.edges).filter((edge) => edge.from !== edge.to).map((edge) => [edge.siblings, edge])).values()];
  const rounds = 160;
  for (let round = 0; round < rounds; round++) {
    const heat = 26 * (1 - round / rounds);
    for (const node of part) node.fx = node.fy = 0;
    const push = (a, b, dx, dy, force) => {
      const length = Math.hypot(dx, dy) || 1;
      a.fx += (dx / length) * force;
      a.fy += (dy / length) * force;
      b.fx -= (dx / length) * force;
      b.fy -= (dy / length) * force;
    };
    for (let i = 0; i < part.length; i++)
      for (let j = 0; j < i; j++) {
        const a = part[i], b = part[j], dx = a.x - b.x || 0.1, dy = a.y - b.y, short = reachOf(a, b, dx, dy, 64) - Math.hypot(dx, dy);
        if (short > 0) push(a, b, dx, dy, short * 0.22);
      }
    for (const { from, to } of joined) {
      const dx = from.x - to.x, dy = from.y - to.y, long = Math.hypot(dx, dy) - reachOf(from, to, dx, dy, 92);
      push(from, to, dx, dy, -long * (long > 0 ? 0.05 : 0.2));
    }
    for (const node of part) {
      const force = Math.hypot(node.fx, node.fy) || 1, by = Math.min(force, heat) / force;
      node.x += node.fx * by;
      node.y += node.fy * by * 0.9;
    }
  }
}

/** Draw a part out to the shape of a page, which costs no room that the page does not have. */
function drawOut(part) {
  const { left, right, top, bottom } = boundsOf(part, 1), shape = (right - left) / (bottom - top), most = 2.4;
  const x = Math.min(most, Math.max(1, landscape / shape)), y = Math.min(most, Math.max(1, shape / landscape));
  for (const node of part) {
    node.x *= x;
    node.y *= y;
  }
}

/** Push boxes off each other, each along the shorter way. */
function pushApart(part, rounds) {
  const room = { x: 40, y: 26 };
  for (let round = 0; round < rounds; round++) {
    let touched = false;
    for (let i = 0; i < part.length; i++) {
      for (let j = 0; j < i; j++) {
        const a = part[i], b = part[j], dx = a.x - b.x, dy = a.y - b.y;
        const overX = a.half.w + b.half.w + room.x - Math.abs(dx), overY = a.half.h + b.half.h + room.y - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        touched = true;
        const byX = overX < overY ? (overX / 2) * (dx < 0 ? -1 : 1) : 0, byY = overX < overY ? 0 : (overY / 2) * (dy < 0 ? -1 : 1);
        a.x += byX;
        b.x -= byX;
        a.y += byY;
        b.y -= byY;
      }
    }
    if (!touched) return;
  }
}

/** Pack boxes into a page of a width: each goes where it lies highest, along the line of what is there already. */
function pack(boxes, width) {
  let line = [{ x: 0, y: 0, wide: width }], high = 0;
  for (const box of boxes) {
    let best = { y: Infinity };
    line.forEach((piece, i) => {
      let y = 0, reach = 0;
      for (let j = i; j < line.length && reach < box.wide; j++) {
        y = Math.max(y, line[j].y);
        reach += line[j].wide;
      }
      if (reach >= box.wide - 1e-6 && y < best.y - 1e-6) best = { x: piece.x, y };
    });
    [box.x, box.y] = [best.x, best.y];
    const right = box.x + box.wide;
    line = line.flatMap((piece) => {
      const end = piece.x + piece.wide, parts = [];
      if (piece.x < box.x) parts.push({ ...piece, wide: Math.min(end, box.x) - piece.x });
      if (end > right) parts.push({ x: Math.max(piece.x, right), y: piece.y, wide: end - Math.max(piece.x, right) });
      return parts;
    });
    line.push({ x: box.x, y: box.y + box.high, wide: box.wide });
    line.sort((a, b) => a.x - b.x);
    high = Math.max(high, box.y + box.high);
  }
  return high;
}

/** Put the parts beside and below each other. */
function packParts(parts) {
  const boxes = parts.map((part) => {
    const { left, right, top, bottom } = boundsOf(part, 1);
    return { part, left, top, wide: right - left + betweenParts.x, high: bottom - top + betweenParts.y };
  }).sort((a, b) => b.high - a.high || b.wide - a.wide || a.part[0].index - b.part[0].index);
  const area = boxes.reduce((sum, box) => sum + box.wide * box.high, 0), widest = boxes.reduce((most, box) => Math.max(most, box.wide), 0);
  let best = { size: Infinity };
  for (let i = 0; i < (boxes.length > 1 && boxes.length < 600 ? 12 : 1); i++) {
    const width = Math.max(widest, Math.sqrt(area * landscape) * (1 + i * 0.07)), size = Math.max(width, pack(boxes, width) * landscape);
    if (size < best.size) best = { size, width };
  }
  pack(boxes, best.width);
  for (const { part, left, top, x, y } of boxes)
    for (const node of part) {
      node.x += x - left;
      node.y += y - top;
    }
}

function placeNodes() {
  measureCards();
  if (!nodes.length) return;
  if (nodes.some((node) => node.x === undefined)) sow();
  const parts = findParts();
  for (const part of parts) {
    if (part.length === 2) placePair(part);
    if (part.length < 3) continue;
    layDown(part);
    scalePart(part);
    if (part.length <= 150) relax(part);
    if (part.length <= 600) pushApart(part, part.length <= 150 ? 150 : 40);
    if (part.length > 5) drawOut(part);
  }
  packParts(parts);
}
