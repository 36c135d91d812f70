/* SPDX-License-Identifier: MIT */
/** @file measure.h  Numbers about a graph's structure, for its writers and filters. */
#ifndef ACT_GRAPH_MEASURE_H
#define ACT_GRAPH_MEASURE_H

#include "graph/graph.h"

/** By node.  Free with act_measures_free. */
typedef struct act_measures {
  uint32_t *degree;    /* edges at the node, a loop twice */
  uint64_t *strength;  /* their support, summed likewise */
  uint32_t *community; /* 1 …, the largest first; 0 when this build finds none */
  uint32_t *component; /* 1 …, the largest first */
  uint32_t community_count, component_count;
} act_measures;

/** Measure a graph.  The same graph gives the same numbers.  Errors: ACTANT_MEMORY. */
actant_status act_graph_measure(const actant_graph *graph,
                                act_measures *out,
                                actant_error *err) ACTANT_MUST_CHECK;
void act_measures_free(act_measures *measures);

#endif
