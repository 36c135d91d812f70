// SPDX-License-Identifier: MIT
// Draws what is shown on the canvas: lines under dots under boxes under labels.  Lines of one look are one path, which is what makes
// thousands cheap; what lies outside the view is left out.

const canvas = byId("canvas");
const pen = canvas.getContext("2d");
const hovered = { node: null, edge: null };
const frames = { wanted: false, drawn: 0, last: 0 };

const widths = [1.1, 1.7, 2.4, 3.2];
const widthStep = (support) => (support < 2 ? 0 : support < 3 ? 1 : support < 5 ? 2 : 3);
const dashes = { actual: [], planned: [7, 4], possible: [1.5, 4], negated: [1.5, 4] };
const familyIndex = new Map(families.map((family, i) => [family.name, i]));
const lookOf = (edge) => ((familyIndex.get(edge.family) ?? families.length) * 4 + statuses.indexOf(edge.status)) * 4 + widthStep(edge.support);
const byLook = [...edges].sort((a, b) => lookOf(a) - lookOf(b) || a.index - b.index);
const bySupport = [...edges].sort((a, b) => b.support - a.support || a.index - b.index);

function requestDraw() {
  if (frames.wanted) return;
  frames.wanted = true;
  requestAnimationFrame(() => {
    frames.wanted = false;
    const start = performance.now();
    draw();
    frames.last = performance.now() - start;
    frames.drawn++;
  });
}

/** What stands out: the selected or pointed at with its neighbours, or what a search finds; null when nothing does. */
let emphasis = null;

function findEmphasis() {
  const node = hovered.node || state.node, edge = hovered.edge || state.edge;
  if (hovered.edge || (edge && !hovered.node)) return { first: [edge.from, edge.to], nodes: new Set([edge.from, edge.to]), edges: new Set([edge]) };
  if (node) {
    const near = node.edges.filter((item) => shown.edge[item.index]);
    return { first: [node], nodes: new Set([node, ...near.flatMap((item) => [item.from, item.to])]), edges: new Set(near) };
  }
  return state.matches && { first: [], nodes: state.matches, edges: new Set() };
}

function emphasize() {
  if (emphasis) for (const node of emphasis.nodes) node.near = Infinity;
  emphasis = findEmphasis();
  if (!emphasis) return;
  const { first } = emphasis, others = [...emphasis.nodes].filter((node) => !first.includes(node));
  rank([...first, ...others.sort((a, b) => weight(b) - weight(a) || a.index - b.index)], "near");
  for (const node of first) node.near = 0; // both ends of an edge, whatever they touch
}

const isInView = (node, room) => {
  const x = node.x * view.k + view.x, y = node.y * view.k + view.y;
  return x > -room && y > -room && x < view.width + room && y < view.height + room;
};

const outside = (edge) => {
  const { from, to } = edge, { k, x, y, width, height } = view, room = 60;
  const ax = from.x * k + x, bx = to.x * k + x, ay = from.y * k + y, by = to.y * k + y;
  return (ax < -room && bx < -room) || (ax > width + room && bx > width + room) || (ay < -room && by < -room) || (ay > height + room && by > height + room);
};

// ---- lines

const heads = []; // of the arrows of a batch: x, y, and direction, four numbers each

function traceEdge(edge, arrows) {
  const c = bendOf(edge);
  if (c.length < 1) return;
  pen.moveTo(c.x0, c.y0);
  const dx = c.x1 - c.cx, dy = c.y1 - c.cy, length = Math.hypot(dx, dy) || 1, ux = dx / length, uy = dy / length;
  const head = arrows && c.length > 16 && (!edge.symmetric || edge.status === "negated");
  const stop = head && edge.status !== "negated" ? 5 : 0;
  if (c.loop) pen.bezierCurveTo(c.x0 - 14, c.cy, c.x1 + 14, c.cy, c.x1, c.y1);
  else if (edge.bend) pen.quadraticCurveTo(c.cx, c.cy, c.x1 - ux * stop, c.y1 - uy * stop);
  else pen.lineTo(c.x1 - ux * stop, c.y1 - uy * stop);
  if (!head) return;
  if (c.loop) heads.push(c.x1, c.y1, -0.25, 0.97);
  else heads.push(c.x1, c.y1, ux, uy);
  if (edge.symmetric) heads.push(c.x0, c.y0, -ux, -uy);
}

function drawHeads(status, colour, wide) {
  const small = Math.min(1, 0.45 + view.k * 0.7), long = (7 + wide) * small, half = (2.6 + wide * 0.75) * small;
  pen.beginPath();
  for (let i = 0; i < heads.length; i += 4) {
    const [x, y, ux, uy] = [heads[i], heads[i + 1], heads[i + 2], heads[i + 3]];
    if (status === "negated") {
      pen.moveTo(x - uy * 5, y + ux * 5);
      pen.lineTo(x + uy * 5, y - ux * 5);
    } else {
      pen.moveTo(x, y);
      pen.lineTo(x - ux * long - uy * half, y - uy * long + ux * half);
      pen.lineTo(x - ux * long + uy * half, y - uy * long - ux * half);
      pen.closePath();
    }
  }
  pen.setLineDash([]);
  pen.lineWidth = status === "negated" ? Math.max(2, wide) : 1.2;
  pen.fillStyle = status === "possible" ? theme.ground : colour;
  if (status !== "negated") pen.fill();
  if (status === "negated" || status === "possible") pen.stroke();
  heads.length = 0;
}

/** Draw edges that follow each other in the order of their looks. */
function drawEdges(list, thick, arrows) {
  const scale = Math.min(1, 0.45 + 0.65 * view.k) * thick;
  for (let i = 0; i < list.length;) {
    const first = list[i], look = lookOf(first), wide = widths[widthStep(first.support)] * scale, colour = edgeColour(first);
    pen.beginPath();
    for (; i < list.length && lookOf(list[i]) === look; i++) traceEdge(list[i], arrows);
    pen.strokeStyle = colour;
    pen.lineWidth = wide;
    pen.setLineDash(view.k > 0.12 ? dashes[first.status] : []);
    pen.lineCap = first.status === "possible" || first.status === "negated" ? "round" : "butt";
    pen.stroke();
    if (heads.length) drawHeads(first.status, colour, wide);
  }
  pen.setLineDash([]);
  pen.lineCap = "butt";
}

// ---- nodes

function traceCard(node, x, y) {
  const s = cardScale(), w = node.half.w * s, h = node.half.h * s;
  pen.beginPath();
  if (node.type === "organisation") pen.rect(x - w, y - h, 2 * w, 2 * h);
  else pen.roundRect(x - w, y - h, 2 * w, 2 * h, node.type === "place" ? h : 8 * s);
}

function traceDot(node, x, y, r) {
  pen.moveTo(x + (node.type === "place" ? r : 0), y);
  if (node.type === "place") pen.arc(x, y, r, 0, 7);
  else if (node.type === "organisation") pen.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
  else pen.roundRect(x - r * 1.25, y - r * 0.8, r * 2.5, r * 1.6, r * 0.5);
}

function drawDots(list) {
  for (const type of types) {
    pen.beginPath();
    for (const node of list) if (node.type === type) traceDot(node, ...toScreen(node), dotOf(node));
    pen.fillStyle = theme[type].border;
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = theme.ground;
    pen.stroke();
  }
}

function drawCard(node, selected) {
  const [x, y] = toScreen(node), look = theme[node.type], s = cardScale();
  traceCard(node, x, y);
  pen.fillStyle = look.fill;
  pen.fill();
  if (selected) {
    pen.strokeStyle = theme.accent;
    pen.lineWidth = 5;
    pen.stroke();
  }
  pen.strokeStyle = look.border;
  pen.lineWidth = selected ? 2 : 1.4;
  pen.stroke();
  pen.fillStyle = look.text;
  pen.font = nameFont(node.size * s);
  pen.fillText(node.text, x, node.note ? y - 7 * s : y + 0.5);
  if (!node.note) return;
  pen.font = roleFont(11 * s);
  pen.fillStyle = theme.muted;
  pen.fillText(node.note, x, y + (node.size / 2 + 2) * s);
}

function drawNodes(list, faded) {
  const near = list.filter((node) => isInView(node, 160));
  drawDots(near.filter((node) => !isCard(node)));
  for (const node of near.filter(isCard).sort((a, b) => weight(a) - weight(b))) {
    drawCard(node, node === state.node || node === focused());
    if (!faded) take(...toScreen(node), ...extentOf(node));
  }
}

// ---- labels of edges

const labelsMost = 260, labelsTried = 900;

/** What is taken on the screen, in squares of some pixels: boxes and labels mark theirs, and labels look for free ones. */
const taken = { square: 4, columns: 0, rows: 0, marks: new Uint8Array(0) };

function clearTaken() {
  taken.columns = Math.ceil(view.width / taken.square) + 1;
  taken.rows = Math.ceil(view.height / taken.square) + 1;
  if (taken.marks.length < taken.columns * taken.rows) taken.marks = new Uint8Array(taken.columns * taken.rows);
  else taken.marks.fill(0);
}

/** The squares of a box around (x, y), as far as they are in view. */
function squaresOf(x, y, w, h) {
  const { square, columns, rows } = taken;
  return [Math.max(0, Math.floor((x - w) / square)), Math.min(columns - 1, Math.floor((x + w) / square)),
    Math.max(0, Math.floor((y - h) / square)), Math.min(rows - 1, Math.floor((y + h) / square))];
}

function take(x, y, w, h) {
  const [left, right, top, bottom] = squaresOf(x, y, w, h);
  for (let row = top; row <= bottom; row++) if (left <= right) taken.marks.fill(1, row * taken.columns + left, row * taken.columns + right + 1);
}

function isFree(x, y, w, h) {
  const [left, right, top, bottom] = squaresOf(x, y, w, h);
  for (let row = top; row <= bottom; row++)
    for (let i = row * taken.columns + left, end = row * taken.columns + right; i <= end; i++) if (taken.marks[i]) return false;
  return left <= right && top <= bottom;
}

/** Where along an edge its label touches nothing, or null. */
function findRoom(c, w) {
  for (const t of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const [x, onCurve] = along(c, t), y = c.loop ? c.cy * 0.62 + c.y0 * 0.38 : onCurve;
    if (isFree(x, y, w, 7)) return [x, y];
  }
  return null;
}

function drawLabel(edge, forced) {
  const c = bendOf(edge), support = edge.support > 1 ? ` ×${edge.support}` : "";
  if (edge.labelText === undefined) {
    edge.labelText = `\u2068${clip(shownLabel(edge), 32)}\u2069${support}`; // isolated: the number stays behind text of any direction
    edge.labelWide = widthOf(labelFont, edge.labelText);
  }
  if (!forced && !c.loop && Math.abs(c.x1 - c.x0) < edge.labelWide + 12 && Math.abs(c.y1 - c.y0) < 30) return false;
  const room = findRoom(c, edge.labelWide / 2 + 2) || (forced && along(c, 0.5));
  if (!room) return false;
  const [x, y] = room;
  take(x, y, edge.labelWide / 2 + 2, 8);
  pen.font = labelFont;
  pen.lineWidth = 5;
  pen.lineJoin = "round";
  pen.strokeStyle = theme.ground;
  pen.strokeText(edge.labelText, x, y);
  pen.fillStyle = edgeColour(edge);
  pen.fillText(edge.labelText, x, y);
  return true;
}

function drawLabels(list, forced, least) {
  let drawn = 0, tried = 0;
  for (const edge of list) {
    if (drawn >= labelsMost || tried >= labelsTried) return;
    if (!forced && (outside(edge) || endsInView(edge) < least)) continue;
    tried++;
    if (drawLabel(edge, forced)) drawn++;
  }
}

/** Labels appear when the edges in view have room for them. */
function wantsLabels(visible) {
  return visible.length <= 90 || (view.k > 0.55 && visible.length <= 1200);
}

/** How many ends of an edge are there to be read: 0 when it only crosses the view. */
const endsInView = (edge) => isInView(edge.from, 40) + isInView(edge.to, 40);

const crossingMost = 1500; // edges of a graph in which lines that only cross the view are drawn: of more, they are noise, and most of what a frame takes

/** Lines are fainter the more there are, and those that lead out of the view or only cross it the more so. */
function drawLines(visible) {
  const dense = visible.length <= 150 ? 0.9 : Math.min(0.9, (visible.length <= 900 ? 0.5 : 0.34) + 0.5 * view.k);
  const rest = emphasis ? visible.filter((edge) => !emphasis.edges.has(edge)) : visible;
  [0.3, 0.65, 1].forEach((share, ends) => {
    if (!ends && shown.edges.length > crossingMost) return;
    pen.globalAlpha = (emphasis ? 0.1 : dense) * (visible.length > 60 ? share : 1);
    drawEdges(rest.filter((edge) => endsInView(edge) === ends), 1, ends > 0 && (view.k > 0.16 || rest.length < 400));
  });
}

function draw() {
  const { ratio, width, height } = view;
  clearTaken();
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.globalAlpha = 1;
  pen.fillStyle = theme.ground;
  pen.fillRect(0, 0, width, height);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const visible = byLook.filter((edge) => shown.edge[edge.index] && !outside(edge));
  drawLines(visible);
  pen.globalAlpha = emphasis ? 0.22 : 1;
  drawNodes(emphasis ? shown.nodes.filter((node) => !emphasis.nodes.has(node)) : shown.nodes, Boolean(emphasis));
  pen.globalAlpha = 1;
  if (emphasis) {
    drawEdges(visible.filter((edge) => emphasis.edges.has(edge)), 1.25, true);
    drawNodes(shown.nodes.filter((node) => emphasis.nodes.has(node)), false);
    drawLabels(bySupport.filter((edge) => emphasis.edges.has(edge)), emphasis.edges.size === 1, 0);
  } else if (wantsLabels(visible)) {
    drawLabels(bySupport.filter((edge) => shown.edge[edge.index]), false, visible.length > 150 ? 2 : 1);
  }
}

function resize() {
  const box = byId("stage").getBoundingClientRect(), before = { ...view };
  if (!box.width || !box.height) return;
  view.width = box.width;
  view.height = box.height;
  view.ratio = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = Math.round(box.width * view.ratio);
  canvas.height = Math.round(box.height * view.ratio);
  if (before.width > 1) {
    view.x += (view.width - before.width) / 2; // the middle stays
    view.y += (view.height - before.height) / 2;
  }
  draw(); // at once: a canvas that was resized is blank
}
