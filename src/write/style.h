/* SPDX-License-Identifier: MIT */
/** @file style.h  How kinds of nodes and edges look, in every picture. */
#ifndef ACT_WRITE_STYLE_H
#define ACT_WRITE_STYLE_H

#include "graph/graph.h"

/** Fonts: pango and browsers take the first that is there. */
#define ACT_FONTS "Noto Sans,DejaVu Sans,Liberation Sans,Arial,sans-serif"

typedef struct act_node_style {
  const char *shape, *style;
  const char *border, *fill, *text; /* "#RRGGBB" */
  const char *sign;                 /* in the legend */
  uint8_t rgb[3];                   /* of the border */
} act_node_style;

/** On a white page, as formats without themes have it. */
const act_node_style *act_node_style_of(actant_entity_type type);

/** Colours of a page, "#RRGGBB". */
typedef struct act_theme {
  const char *page, *title, *subtitle, *text, *role; /* role: within nodes */
  const char *box, *box_border;                      /* of communities */
  const char *rim;                                   /* of nodes that are dots */
  act_node_style nodes[3];                           /* by actant_entity_type */
} act_theme;

const act_theme *act_theme_of(bool dark);

typedef struct act_family {
  const char *name, *colour;
  const char *dark; /* its colour on a dark page */
} act_family;

enum { ACT_FAMILY_MAX = 24 };

/** The families of relations that occur, in order of first sight; those beyond the room are shown
 * in grey and not listed. */
typedef struct act_families {
  act_family rows[ACT_FAMILY_MAX];
  size_t count;
} act_families;

void act_families_find(const actant_graph *graph, act_families *out);
/** The colour of a family: at least 4.5:1 on white. */
const char *act_family_colour(const act_families *families, const char *name);
/** The same for a dark page. */
const char *act_family_colour_dark(const act_families *families, const char *name);

/** The width of a line, in thousandths of a point. */
uint32_t act_line_width(uint32_t support);

/** How much a picture shows. */
typedef enum act_density {
  ACT_DENSITY_FULL,   /* names with roles, labels on edges, in layers */
  ACT_DENSITY_MEDIUM, /* names sized by degree, short labels */
  ACT_DENSITY_LARGE,  /* no labels on edges, straight lines */
  ACT_DENSITY_HUGE,   /* dots, and the names of the most central where they do not collide */
} act_density;

act_density act_density_of(size_t nodes, size_t edges);

#endif
