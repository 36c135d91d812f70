/* SPDX-License-Identifier: MIT */
/**
   @file table.h  Hashed weights: rows of int8, sparse in the file and dense in memory.

   A feature is a number of bits; it picks a row, and the row holds one weight a label.  Scores are
   sums of such rows, in integers: the same on every machine.  In a checked table the last cell of a
   row is no weight but 8 more bits of the feature that owns the row, so that another feature that
   falls there counts for nothing.
*/
#ifndef ACT_MODEL_TABLE_H
#define ACT_MODEL_TABLE_H

#include "base/error.h"

typedef struct act_table {
  int8_t *cells;     /* (rows, width), at a cache line's boundary */
  uint32_t row_bits; /* rows = 1 << row_bits */
  uint32_t width;    /* labels, with padding: a power of two up to 64 */
  bool checked;      /* the last cell says whose row it is */
} act_table;

enum {
  ACT_TABLE_HEADER = 16,   /* bytes in front of the coded cells: row_bits, width, cells, checked */
  ACT_TABLE_ROW_BITS = 24, /* more are refused: a gigabyte */
  ACT_TABLE_WIDTH = 64,
  ACT_TABLE_LONG_GAP = 255, /* a gap's byte: go on adding */
};

/**
   Expand a section's bytes.  They are the header, then for each cell that is not zero, in order,
   the gap to it from the one before (bytes that add up; one below ACT_TABLE_LONG_GAP ends the sum),
   then the weights of these cells.  ACTANT_MODEL for bytes that do not say a table.
*/
actant_status act_table_expand(const void *data, size_t size, act_table *out, actant_error *err)
  ACTANT_MUST_CHECK;
void act_table_free(act_table *table);

/** The row of a feature's hash: its high bits, which act_hash_mix has stirred. */
static inline const int8_t *act_table_row(const act_table *table, uint64_t hash)
{
  return table->cells + (size_t)(hash >> (64 - table->row_bits)) * table->width;
}

/** What the last cell of a feature's row should be, 1 to 255. */
static inline uint8_t act_table_check(uint64_t hash)
{
  const uint8_t check = (uint8_t)(hash >> 16);
  return check ? check : 1;
}

/** Whether a row, as act_table_row gives it, is the feature's own. */
static inline bool act_table_owns(const act_table *table, const int8_t *row, uint64_t hash)
{
  return !table->checked || (uint8_t)row[table->width - 1] == act_table_check(hash);
}

#endif
