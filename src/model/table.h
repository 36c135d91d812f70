/* SPDX-License-Identifier: MIT */
/**
   @file table.h  Hashed weights: rows of int8, one weight a label.

   A feature is a number of bits; it picks a row, and the row holds one weight a label.  Scores are
   sums of such rows, in integers: the same on every machine.  In a checked table the last cell of a
   row is no weight but 8 more bits of the feature that owns the row, so that another feature that
   falls there counts for nothing.

   A table is dense in memory while it is trained, and in a model file when it is small or not
   checked.  Else it is coded (table_code.h) and read where it lies: opening decodes nothing, and a
   row is decoded when it is first asked for.
*/
#ifndef ACT_MODEL_TABLE_H
#define ACT_MODEL_TABLE_H

#include "base/error.h"

typedef struct act_table_code act_table_code;

typedef struct act_table {
  int8_t *cells;        /* (rows, width), at a cache line's boundary; NULL when coded */
  uint32_t row_bits;    /* rows = 1 << row_bits */
  uint32_t width;       /* labels, with padding: a power of two up to 64 */
  bool checked;         /* the last cell says whose row it is */
  act_table_code *code; /* NULL when dense */
} act_table;

enum {
  ACT_TABLE_HEADER = 16,   /* bytes in front of a dense or sparse section's cells */
  ACT_TABLE_ROW_BITS = 26, /* more are refused */
  ACT_TABLE_WIDTH = 64,
  ACT_TABLE_LONG_GAP = 255, /* a sparse section's gap byte: go on adding */
  ACT_TABLE_ROWS = 200,     /* rows that can be summed: 200 of at most 127 cannot leave an int16 */
};

/* What a section holds: its fourth number.  The first two are row_bits and width. */
enum {
  ACT_TABLE_SPARSE = 0,         /* as format 1 of model files had it: read, and no longer written */
  ACT_TABLE_SPARSE_CHECKED = 1, /* likewise */
  ACT_TABLE_DENSE = 2,          /* all cells follow the header */
  ACT_TABLE_CODED = 3,          /* see table_code.h; always checked */
};

/**
   Open a section's bytes, which must outlive the table.  When `trusted`, a coded table is not
   walked through beforehand; else ACTANT_MODEL for bytes that do not say a table.
*/
actant_status act_table_open(const void *data,
                             size_t size,
                             bool trusted,
                             act_table *out,
                             actant_error *err) ACTANT_MUST_CHECK;
void act_table_free(act_table *table);

/** The number of a feature's row: the high bits of its hash. */
static inline size_t act_table_slot(uint32_t row_bits, uint64_t hash)
{
  return (size_t)(hash >> (64 - row_bits));
}

/** What the last cell of a feature's row should be, 1 to 255. */
static inline uint8_t act_table_check(uint64_t hash)
{
  const uint8_t check = (uint8_t)(hash >> 16);
  return (uint8_t)(check + (check == 0));
}

/** The weights of one feature, zeros when it has none; the last cell of a checked table is 0.  The
 * sums below are faster. */
void act_table_get(const act_table *table, uint64_t feature, int8_t out[ACT_TABLE_WIDTH]);

/**
   The sums of the rows of at most ACT_TABLE_ROWS features.  The table's width must be the number
   in the name.  Threads may share a table: a row that is being decoded by another is decoded twice.
*/
void act_table_sum64(const act_table *table,
                     const uint64_t *features,
                     size_t count,
                     int16_t out[64]);
void act_table_sum16(const act_table *table,
                     const uint64_t *features,
                     size_t count,
                     int16_t out[16]);
void act_table_sum4(const act_table *table, const uint64_t *features, size_t count, int32_t out[4]);
/** Of a dense table. */
int32_t act_table_sum1(const act_table *table, const uint64_t *features, size_t count);

#endif
