// SPDX-License-Identifier: MIT
// Colours of the two themes.  Families of relations bring one colour, which can be read on white; on the dark ground it is made lighter
// until it can be read there.

const hex = (colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
const css = (rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** Relative luminance and contrast as WCAG 2.1 defines them. */
function luminance(colour) {
  const [r, g, b] = hex(colour).map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** A colour mixed with black or white until it stands out from the ground. */
function readable(colour, ground, wanted) {
  const towards = luminance(ground) < 0.2 ? 255 : 0;
  let rgb = hex(colour);
  for (let i = 0; i < 30 && contrast(css(rgb), ground) < wanted; i++) rgb = rgb.map((part) => part + (towards - part) * 0.08);
  return css(rgb);
}

const themes = {
  light: {
    ground: "#fbfaf8", ink: "#1b1f24", muted: "#57606a", faint: "#b9bdc4", accent: "#0b57a4",
    person: { border: "#0072B2", fill: "#E3F0F8", text: "#004C78" },
    place: { border: "#00795A", fill: "#E2F4EE", text: "#00513C" },
    organisation: { border: "#B7791F", fill: "#FDF3DF", text: "#7A4E0B" },
  },
  dark: {
    ground: "#12151a", ink: "#e8eaed", muted: "#a3abb5", faint: "#4b535e", accent: "#7db8f0",
    person: { border: "#5FB0E6", fill: "#15304A", text: "#D3EAFB" },
    place: { border: "#45BF9B", fill: "#12372D", text: "#CDF3E6" },
    organisation: { border: "#DDA544", fill: "#3A2C12", text: "#FBE6BF" },
  },
};

const otherFamily = "#4B5563"; // families beyond those that are listed
for (const theme of Object.values(themes)) {
  theme.family = new Map(families.map((family) => [family.name, readable(family.colour, theme.ground, 4.6)]));
  theme.otherFamily = readable(otherFamily, theme.ground, 4.6);
}

let theme = themes.light;
const edgeColour = (edge) => theme.family.get(edge.family) || theme.otherFamily;
