/* SPDX-License-Identifier: MIT */
/** @file spread.h  A place and a size for every node, for formats that programs draw from. */
#ifndef ACT_WRITE_SPREAD_H
#define ACT_WRITE_SPREAD_H

#include "write/format.h"

typedef struct act_point {
  double x, y; /* whole numbers, y upwards, around 0 */
} act_point;

/** Place the nodes of a job's graph; *out is by node, and freed with free(). */
actant_status act_spread_nodes(const act_job *job,
                               act_point **out,
                               actant_error *err) ACTANT_MUST_CHECK;

/** The size of a node's disc: Gephi's default of 10, and more for each edge. */
uint32_t act_node_size(uint32_t degree);

#endif
