/* SPDX-License-Identifier: MIT */
/** @file measure.h  Numbers about a graph's structure, for its writers and filters. */
#ifndef ACT_GRAPH_MEASURE_H
#define ACT_GRAPH_MEASURE_H

#include "graph/graph.h"

/**
   By node.  Free with act_measures_free.  Betweenness, core and component see a graph without
   directions, loops and parallel edges; a build without igraph leaves pagerank, betweenness, core
   and community 0, and community_count with them.
*/
typedef struct act_measures {
  uint32_t *degree;    /* edges at the node, a loop twice */
  uint64_t *strength;  /* their support, summed likewise: the weighted degree */
  double *pagerank;    /* along the edges, symmetric ones both ways; sums to 1 */
  double *betweenness; /* the share of others' shortest paths that lead through it, 0 to 1 */
  uint32_t *core;      /* the highest k of a k-core that holds it */
  uint32_t *community; /* 1 …, the largest first; 0 when this build finds none */
  uint32_t *component; /* 1 …, the largest first */
  uint32_t community_count, component_count;
  act_buffer names; /* of communities; see act_community_name */
  size_t *name_at;  /* by community, from 0 */
  uint32_t pivots;  /* nodes that paths were counted from; fewer than all: an estimate */
  actant_measure_options options; /* that it was measured with */
} act_measures;

/** Measure a graph.  The same graph, options and build give the same numbers.  `options` may be
 * NULL.  Errors: ACTANT_MEMORY. */
actant_status act_graph_measure(const actant_graph *graph,
                                const actant_measure_options *options,
                                act_measures *out,
                                actant_error *err) ACTANT_MUST_CHECK;
void act_measures_free(act_measures *measures);

/** What a community is called: its most central members, such as "Maran, Kestria"; "" for 0. */
const char *act_community_name(const act_measures *measures, uint32_t community);

#endif
