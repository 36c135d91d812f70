/* SPDX-License-Identifier: MIT */
/** @file spells.h  When an edge holds, for programs that play a graph along its time. */
#ifndef ACT_WRITE_SPELLS_H
#define ACT_WRITE_SPELLS_H

#include "graph/graph.h"

/** Days since 1970-01-01, from the first to the one behind the last. */
typedef struct act_spell {
  int32_t begin, end;
} act_spell;

/** Zero-initialised, it is empty.  Free with act_array_free. */
typedef ACT_ARRAY(act_spell) act_spells;

/**
   Find the spells of an edge, in order and apart from each other: a date that is known to the month
   or the year holds for all of it, a period from its first date to its last.  None for an edge
   without dates.  False when memory runs out.
*/
bool act_find_spells(const act_edge *edge, act_spells *out) __attribute__((warn_unused_result));

/** Whether any edge has dates. */
bool act_has_spells(const actant_graph *graph);

#endif
