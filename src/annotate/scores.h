/* SPDX-License-Identifier: MIT */
/** @file scores.h  Sums of rows of int8 weights. */
#ifndef ACT_ANNOTATE_SCORES_H
#define ACT_ANNOTATE_SCORES_H

#include "annotate/features.h"

#include <string.h>

/* 200 rows of at most 127 cannot leave an int16. */
enum { ACT_MOST_ROWS = 200 };

/** Fetch the rows early: they lie anywhere in megabytes. */
static inline void act_prefetch_rows(const act_table *table, const uint64_t *features, size_t count)
{
  for (size_t i = 0; i < count; i++)
    __builtin_prefetch(act_table_row(table, features[i]));
}

/** The sums of `count` rows of a table of width 64.  Written so that compilers make vectors of it.
 */
static inline void act_sum_rows64(const act_table *table,
                                  const uint64_t *features,
                                  size_t count,
                                  int16_t out[64])
{
  act_prefetch_rows(table, features, count);
  memset(out, 0, 64 * sizeof *out);
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = act_table_row(table, features[i]);
    if (!act_table_owns(table, row, features[i]))
      continue;
    for (size_t j = 0; j < 64; j++)
      out[j] = (int16_t)(out[j] + row[j]);
  }
}

#endif
