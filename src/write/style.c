/* SPDX-License-Identifier: MIT */
/* Shape and colour say the same together, so that neither needs the other: the hues of people and
   places are those of Okabe and Ito (2008), which people with colour-blindness tell apart.  Colours
   of families are dark (or, on a dark page, light) enough for small text (WCAG 2.1, 4.5:1), and
   were moved apart until no two come near each other to a red-, green- or blue-blind eye either
   (after Machado, Oliveira and Fernandes 2009); a test computes both. */
#include "write/style.h"

#include <string.h>

static const act_theme themes[] = {
  { "#FFFFFF",
    "#111827",
    "#6B7280",
    "#374151",
    "#4B5563",
    "#F8FAFC",
    "#CBD5E1",
    "#FFFFFF",
    {
      { "box", "rounded,filled", "#0072B2", "#E3F0F8", "#004C78", "▬", { 0, 114, 178 } },
      { "ellipse", "filled", "#00795A", "#E2F4EE", "#00513C", "●", { 0, 121, 90 } },
      { "box", "filled", "#B7791F", "#FDF3DF", "#7A4E0B", "■", { 183, 121, 31 } },
    } },
  { "#111827",
    "#F9FAFB",
    "#9CA3AF",
    "#D1D5DB",
    "#B6C2D1",
    "#182234",
    "#3B4A63",
    "#111827",
    {
      { "box", "rounded,filled", "#56B4E9", "#10324A", "#D3ECFB", "▬", { 86, 180, 233 } },
      { "ellipse", "filled", "#34C496", "#0C3A2E", "#C9F5E5", "●", { 52, 196, 150 } },
      { "box", "filled", "#E3B23C", "#3F310E", "#FBEBC4", "■", { 227, 178, 60 } },
    } },
};

const act_theme *act_theme_of(bool dark)
{
  return &themes[dark];
}

const act_node_style *act_node_style_of(actant_entity_type type)
{
  return &themes[0].nodes[type];
}

/* Families of the vocabulary that ships. */
static const act_family known[] = {
  { "diplomacy", "#077AC0", "#52AFE6" }, { "speech", "#A94C85", "#F09BD0" },
  { "conflict", "#C84D31", "#FF8A4C" },  { "politics", "#4B5563", "#BEBEBD" },
  { "people", "#6D28D9", "#9B8CFF" },    { "business", "#7A4E0B", "#EAC54F" },
  { "places", "#007859", "#34C496" },
};

/* For families that a user's rules add, in order. */
static const act_family others[] = {
  { NULL, "#1D4ED8", "#93B4FF" }, { NULL, "#86198F", "#E879F9" }, { NULL, "#4D7C0F", "#A3E635" },
  { NULL, "#9F1239", "#FB7185" }, { NULL, "#155E75", "#67E8F9" }, { NULL, "#78350F", "#FDBA74" },
  { NULL, "#5B21B6", "#C4B5FD" }, { NULL, "#334155", "#CBD5E1" },
};

static const act_family grey = { NULL, "#4B5563", "#BEBEBD" };

static const act_family *find_in(const act_family *rows, size_t count, const char *name)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(rows[i].name, name) == 0)
      return &rows[i];
  return NULL;
}

void act_families_find(const actant_graph *graph, act_families *out)
{
  size_t other = 0;
  const char *last = "";
  out->count = 0;
  for (size_t i = 0; i < graph->edges.count && out->count < ACT_FAMILY_MAX; i++) {
    const char *name = graph->edges.data[i].family;
    if (name == last || !*name || find_in(out->rows, out->count, name))
      continue;
    const act_family *like = find_in(known, sizeof known / sizeof *known, name);
    if (!like)
      like = &others[other++ % (sizeof others / sizeof *others)];
    out->rows[out->count++] = (act_family){ name, like->colour, like->dark };
    last = name;
  }
}

const char *act_family_colour(const act_families *families, const char *name)
{
  const act_family *row = find_in(families->rows, families->count, name);
  return row ? row->colour : grey.colour;
}

const char *act_family_colour_dark(const act_families *families, const char *name)
{
  const act_family *row = find_in(families->rows, families->count, name);
  return row ? row->dark : grey.dark;
}

uint32_t act_line_width(uint32_t support)
{
  uint32_t steps = support < 1 ? 1 : support > 8 ? 8 : support;
  return 550 + 550 * steps;
}

/* Some sixty labelled edges are what layers can show without lines crossing labels, 150 what
 * springs can; beyond some 300 names a page of them is grey (tried; see also exports.md on dot's
 * time). */
act_density act_density_of(size_t nodes, size_t edges)
{
  if (edges <= 60 && nodes <= 60)
    return ACT_DENSITY_FULL;
  if (edges <= 120 && nodes <= 120)
    return ACT_DENSITY_MEDIUM;
  return edges <= 500 && nodes <= 300 ? ACT_DENSITY_LARGE : ACT_DENSITY_HUGE;
}
