/* SPDX-License-Identifier: MIT */
/** @file place.h  Where nodes stand in the plane, for writers that carry positions. */
#ifndef ACT_GRAPH_PLACE_H
#define ACT_GRAPH_PLACE_H

#include "graph/measure.h"

/** By node, in points, y downwards, beginning at 0; NULL when there is none. */
typedef struct act_places {
  double *x, *y;
  double width, height;
} act_places;

/** More nodes than this are not placed: what is told apart on no screen. */
enum { ACT_PLACE_LIMIT = 30000 };

/** How nodes are placed; zero but for `edge`. */
typedef struct act_place_options {
  uint32_t seed;
  bool by_community; /* communities for themselves, as if no edge led from one to another */
  double edge;       /* points between neighbours, at the median */
  double gap;        /* points between parts */
} act_place_options;

/**
   Place the nodes: each component by springs, communities drawn together, components packed in
   rows.  The same graph, seed and build give the same places.  Without igraph, or beyond
   ACT_PLACE_LIMIT, x and y are NULL.
*/
actant_status act_graph_place(const actant_graph *graph,
                              const act_measures *measures,
                              uint32_t seed,
                              act_places *out,
                              actant_error *err) ACTANT_MUST_CHECK;
/** A part of a page: its size, and where it stands. */
typedef struct act_box {
  double width, height, x, y;
} act_box;

/** Put boxes in rows on a page half as wide again as high, in their order, so far apart. */
void act_pack_boxes(act_box *boxes, size_t count, double gap, double *width, double *height);

/** The same by options. */
actant_status act_graph_place_with(const actant_graph *graph,
                                   const act_measures *measures,
                                   const act_place_options *options,
                                   act_places *out,
                                   actant_error *err) ACTANT_MUST_CHECK;
void act_places_free(act_places *places);

#endif
