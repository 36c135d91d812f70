/* SPDX-License-Identifier: MIT */
/** @file igraph_bridge.h  The only door to igraph. */
#ifndef ACT_GRAPH_IGRAPH_BRIDGE_H
#define ACT_GRAPH_IGRAPH_BRIDGE_H

#include "graph/measure.h"

#ifdef ACTANT_HAVE_IGRAPH
/**
   Fill in all but the numbers of groups and their names: community and component are names below
   the number of nodes.  `out` has room for every node, of which there is one at least.  May be
   called by several threads: calls wait for each other.
*/
actant_status act_igraph_measure(const actant_graph *graph,
                                 const actant_measure_options *options,
                                 act_measures *out,
                                 actant_error *err) ACTANT_MUST_CHECK;

/** A connected part of a graph, its nodes numbered from 0. */
typedef struct act_part {
  uint32_t nodes, seed;
  const uint32_t *ends; /* two an edge */
  const double *weight; /* by edge: the heavier, the closer */
  size_t edges;
} act_part;

/** Place a part by springs, an edge some unit long. */
actant_status act_igraph_place(const act_part *part, double *x, double *y, actant_error *err)
  ACTANT_MUST_CHECK;
#endif

#endif
