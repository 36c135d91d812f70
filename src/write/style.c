/* SPDX-License-Identifier: MIT */
/* Shape and colour say the same together, so that neither needs the other: the hues of people and
   places are those of Okabe and Ito (2008), which people with colour-blindness tell apart.  Colours
   of families are dark enough for small text on white (WCAG 2.1, 4.5:1; a test computes it). */
#include "write/style.h"

#include <string.h>

const act_node_style *act_node_style_of(actant_entity_type type)
{
  static const act_node_style styles[] = {
    { "box", "rounded,filled", "#0072B2", "#E3F0F8", "#004C78", "▬", { 0, 114, 178 } },
    { "ellipse", "filled", "#00795A", "#E2F4EE", "#00513C", "●", { 0, 121, 90 } },
    { "box", "filled", "#B7791F", "#FDF3DF", "#7A4E0B", "■", { 183, 121, 31 } },
  };
  return &styles[type];
}

/* Families of the vocabulary that ships. */
static const act_family known[] = {
  { "diplomacy", "#0072B2" }, { "speech", "#A1457E" }, { "conflict", "#B5420A" },
  { "politics", "#4B5563" },  { "people", "#6D28D9" }, { "business", "#7A4E0B" },
  { "places", "#00795A" },
};

/* For families that a user's rules add, in order. */
static const char *const others[] = { "#1D4ED8", "#86198F", "#4D7C0F", "#9F1239",
                                      "#155E75", "#78350F", "#5B21B6", "#334155" };

static const char grey[] = "#4B5563";

static const char *known_colour(const char *name)
{
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].name, name) == 0)
      return known[i].colour;
  return NULL;
}

static const char *find_colour(const act_families *families, const char *name)
{
  for (size_t i = 0; i < families->count; i++)
    if (strcmp(families->rows[i].name, name) == 0)
      return families->rows[i].colour;
  return NULL;
}

void act_families_find(const actant_graph *graph, act_families *out)
{
  size_t other = 0;
  const char *last = "";
  out->count = 0;
  for (size_t i = 0; i < graph->edges.count && out->count < ACT_FAMILY_MAX; i++) {
    const char *name = graph->edges.data[i].family;
    if (name == last || !*name || find_colour(out, name))
      continue;
    const char *colour = known_colour(name);
    if (!colour)
      colour = others[other++ % (sizeof others / sizeof *others)];
    out->rows[out->count++] = (act_family){ name, colour };
    last = name;
  }
}

const char *act_family_colour(const act_families *families, const char *name)
{
  const char *colour = find_colour(families, name);
  return colour ? colour : grey;
}

uint32_t act_line_width(uint32_t support)
{
  uint32_t steps = support < 1 ? 1 : support > 8 ? 8 : support;
  return 550 + 550 * steps;
}

/* Some sixty labelled edges are what layers can show without lines crossing labels (tried; see also
 * exports.md on dot's time). */
act_density act_density_of(size_t nodes, size_t edges)
{
  if (edges <= 60 && nodes <= 60)
    return ACT_DENSITY_FULL;
  return edges <= 150 && nodes <= 150 ? ACT_DENSITY_MEDIUM : ACT_DENSITY_LARGE;
}
