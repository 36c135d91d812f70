/* SPDX-License-Identifier: MIT */
/** @file stats.h  What is told of a graph's structure: counts, and the order in which rows stand.
 */
#ifndef ACT_WRITE_STATS_H
#define ACT_WRITE_STATS_H

#include "base/output.h"
#include "graph/measure.h"

typedef struct act_relation_count {
  const char *relation;
  uint64_t edges, sentences;
} act_relation_count;

/** All is counted once, whoever writes it. */
typedef struct act_stats {
  const actant_graph *graph;
  const act_measures *measures;
  const char *title;
  uint64_t types[3], statuses[4];
  ACT_ARRAY(act_relation_count) relations;   /* the most edges first */
  uint32_t *community_size, *component_size; /* from 0, the largest first */
  uint32_t *nodes; /* by PageRank, else by weighted degree; the highest first */
  double density;  /* pairs of nodes that an edge joins, of all pairs */
} act_stats;

/** Write the statistics as tables of so many rows (0: all), or as one JSON object.  False when
 * memory runs out. */
bool act_stats_table(const act_stats *stats, uint32_t rows, act_output *out);
bool act_stats_json(const act_stats *stats, act_output *out);

#endif
