// SPDX-License-Identifier: MIT
// The geometry of an edge on the screen: its curve, where it leaves and meets what it joins, and how far a point is from it.

const gap = 3; // pixels between a line and what it points at
const isCard = (node) => view.k >= node.from || view.k >= node.near;

/** Half the size of what stands for a node now. */
function extentOf(node) {
  if (isCard(node)) return [node.half.w * cardScale(), node.half.h * cardScale()];
  const r = dotOf(node);
  return node.type === "person" ? [r * 1.25, r * 0.8] : [r, r];
}

const dotOf = (node) => Math.max(1.3, node.dot * Math.min(1.1, Math.max(0.3, Math.sqrt(view.k))));

/** The point where a ray from the middle of a node, in direction (dx, dy), leaves it. */
function leave(node, x, y, dx, dy, more) {
  const [w, h] = extentOf(node), length = Math.hypot(dx, dy) || 1;
  const way = Math.min(w / Math.abs(dx || 1e-9), h / Math.abs(dy || 1e-9));
  const round = node.type === "place" && !isCard(node) ? w / length : way;
  const at = Math.min(round + more / length, 1);
  return [x + dx * at, y + dy * at];
}

/** How far siblings are bent from the straight line, in pixels for one step. */
function spread(edge, length) {
  const steps = edge.siblings.length;
  return Math.min(steps > 4 ? 110 / steps : 30, length * 0.22) * Math.min(1, 0.4 + view.k * 0.7);
}

/**
 * The curve of an edge: from (x0, y0) by (cx, cy) to (x1, y1), quadratic; for a loop, a circle's worth of it above the node.
 * One object is used for all, since thousands are asked for in each frame.
 */
const curve = { x0: 0, y0: 0, cx: 0, cy: 0, x1: 0, y1: 0, loop: false, length: 0 };

function bendOf(edge) {
  const { from, to } = edge;
  const ax = from.x * view.k + view.x, ay = from.y * view.k + view.y, bx = to.x * view.k + view.x, by = to.y * view.k + view.y;
  if (from === to) return loopOf(edge, ax, ay);
  const dx = bx - ax, dy = by - ay, length = Math.hypot(dx, dy) || 1;
  const side = edge.bend ? (2 * edge.bend * spread(edge, length)) / length : 0;
  const cx = (ax + bx) / 2 - dy * side, cy = (ay + by) / 2 + dx * side;
  const start = leave(from, ax, ay, cx - ax, cy - ay, gap), end = leave(to, bx, by, cx - bx, cy - by, gap);
  curve.loop = false;
  curve.length = length;
  [curve.x0, curve.y0] = start;
  [curve.x1, curve.y1] = end;
  curve.cx = edge.bend ? cx : (start[0] + end[0]) / 2;
  curve.cy = edge.bend ? cy : (start[1] + end[1]) / 2;
  return curve;
}

function loopOf(edge, x, y) {
  const [w, h] = extentOf(edge.from), high = 34 + 12 * edge.place, wide = Math.min(w, 16 + 5 * edge.place);
  Object.assign(curve, { x0: x - wide, y0: y - h - gap, cx: x, cy: y - h - 2 * high, x1: x + wide, y1: y - h - gap, loop: true, length: 3 * high });
  return curve;
}

/** A point of the curve, t from 0 to 1. */
function along(c, t) {
  const u = 1 - t;
  return [u * u * c.x0 + 2 * u * t * c.cx + t * t * c.x1, u * u * c.y0 + 2 * u * t * c.cy + t * t * c.y1];
}

/** The edge next to a point of the screen, at most `reach` pixels away. */
function edgeAt(x, y, reach) {
  let best = null, least = reach;
  for (const edge of shown.edges) {
    const c = bendOf(edge);
    if (Math.min(c.x0, c.x1, c.cx) > x + reach || Math.max(c.x0, c.x1, c.cx) < x - reach) continue;
    if (Math.min(c.y0, c.y1, c.cy) > y + reach || Math.max(c.y0, c.y1, c.cy) < y - reach) continue;
    const steps = Math.min(24, 2 + Math.ceil(c.length / 40));
    let [px, py] = [c.x0, c.y0];
    for (let i = 1; i <= steps; i++) {
      const [qx, qy] = along(c, i / steps), away = toSegment(x, y, px, py, qx, qy);
      if (away < least) [best, least] = [edge, away];
      [px, py] = [qx, qy];
    }
  }
  return best;
}

function toSegment(x, y, ax, ay, bx, by) {
  const dx = bx - ax, dy = by - ay, square = dx * dx + dy * dy || 1;
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - dx * t, y - ay - dy * t);
}

/** The node under a point of the screen; boxes are above dots, and those that came first above others. */
function nodeAt(x, y, reach) {
  let best = null, least = Infinity;
  for (const node of shown.nodes) {
    const [nx, ny] = toScreen(node), [w, h] = extentOf(node), more = isCard(node) ? 1 : reach;
    const dx = Math.abs(x - nx), dy = Math.abs(y - ny);
    if (dx > w + more || dy > h + more) continue;
    const away = (isCard(node) ? 0 : 1000) + Math.hypot(dx / w, dy / h);
    if (away < least) [best, least] = [node, away];
  }
  return best;
}
