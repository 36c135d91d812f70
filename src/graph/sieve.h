/* SPDX-License-Identifier: MIT */
/** @file sieve.h  What a filter keeps while it is at work. */
#ifndef ACT_GRAPH_SIEVE_H
#define ACT_GRAPH_SIEVE_H

#include "graph/graph.h"

typedef struct sieve {
  const actant_graph *graph;
  const actant_filter *filter;
  act_date since, until;
  bool *node, *edge, *wanted; /* what is kept; `wanted` nodes are those that the filter names */
  uint32_t *support;          /* by edge: of the evidence that is kept */
  uint64_t *strength;         /* by node */
} sieve;

/** Mark the nodes that fit a name best: by id before name, name before alias, alias before the last
 * words of a name ("Weber" of "Karl Weber").  ACTANT_ARGUMENT when none does. */
actant_status act_find_named(const actant_graph *graph,
                             const char *name,
                             bool *marks,
                             actant_error *err) ACTANT_MUST_CHECK;

/** Of the edges that are kept, keep those on the paths that the filter asks for, and their nodes.
 */
actant_status act_keep_paths(sieve *s, actant_error *err) ACTANT_MUST_CHECK;

#endif
