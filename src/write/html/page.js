// SPDX-License-Identifier: MIT
// Small helpers for the page's elements.

const byId = (id) => document.getElementById(id);

/** Make an element; an attribute whose name begins with "on" is a listener; strings become text, never markup. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

/** Make an SVG picture of shapes: [tag, attributes] each. */
function picture(viewBox, attributes, ...shapes) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ viewBox, "aria-hidden": "true", ...attributes })) svg.setAttribute(name, value);
  for (const [tag, values] of shapes) {
    const shape = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(values)) shape.setAttribute(name, value);
    svg.append(shape);
  }
  return svg;
}

/** Tell a screen reader. */
function announce(text) {
  byId("live").textContent = text;
}

/** The shape of a type, as in the graph. */
function typeSign(type) {
  const shapes = {
    person: ["rect", { x: 1, y: 3.5, width: 14, height: 9, rx: 3 }],
    place: ["circle", { cx: 8, cy: 8, r: 6 }],
    organisation: ["rect", { x: 2.5, y: 2.5, width: 11, height: 11 }],
  };
  return picture("0 0 16 16", { class: `sign ${type}` }, shapes[type]);
}

/** A line as a status is drawn. */
function statusSign(status) {
  const heads = {
    actual: ["path", { d: "M27 3.5 34 7l-7 3.5z", class: "solid" }],
    planned: ["path", { d: "M27 3.5 34 7l-7 3.5z", class: "solid" }],
    possible: ["path", { d: "M27 3.5 34 7l-7 3.5z", class: "open" }],
    negated: ["path", { d: "M32 2v10" }],
  };
  const dashes = { actual: "none", planned: "5 3", possible: "1.5 3", negated: "1.5 3" };
  return picture("0 0 36 14", { class: "sign status" }, ["path", { d: "M1 7h26", "stroke-dasharray": dashes[status] }], heads[status]);
}
