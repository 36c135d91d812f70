/* SPDX-License-Identifier: MIT */
/**
   @file table_code.h  The coded form of a table: which rows there are, whose they are, and their
   weights in a stream of bits.

   A section, little-endian:

     header    row_bits, width, rows, ACT_TABLE_CODED, bits of the stream, count of levels, 0, 0
     gaps      width bytes: code lengths of the symbols below
     levels    a byte of weight and a byte of code length each; then zeros up to a multiple of 8
     places    1 << row_bits bits: which rows there are; bit i of byte n is row 8 n + i
     checks    a byte a row that is there: act_table_check of its feature; zeros up to 4
     blocks    the bit of the stream at which each ACT_CODE_BLOCK-th row begins, 4 bytes each
     stream    the rows, the first bit highest, and ACT_CODE_TAIL zeros

   A row is, for each of its weights, how many labels were passed over and the weight, then the
   symbol `width - 1`, which is left out behind the last label.  Both kinds of symbols have a
   canonical Huffman code of their own, of at most ACT_CODE_LENGTH bits: of codes of one length the
   lower symbol, or the level listed first, has the lower code.
*/
#ifndef ACT_MODEL_TABLE_CODE_H
#define ACT_MODEL_TABLE_CODE_H

#include "model/table.h"

enum {
  ACT_CODE_HEADER = 32,
  ACT_CODE_BLOCK = 16,  /* rows that are found together: 2 bits a row */
  ACT_CODE_LENGTH = 12, /* so that one look into 4096 places decodes a symbol */
  ACT_CODE_TAIL = 8,    /* bytes, so that 64 bits can be read at any bit of the stream */
};

/** Where the parts of a section begin, and what it says of itself. */
typedef struct act_code_layout {
  uint32_t row_bits, width, rows, stream_bits, levels;
  size_t level_at, places_at, checks_at, blocks_at, stream_at, size;
} act_code_layout;

/** Lay out a section from the numbers of its header.  False when no table can have them. */
bool act_code_lay_out(act_code_layout *layout);

/** Open a coded section. */
actant_status act_code_open(const void *data,
                            size_t size,
                            bool trusted,
                            act_table *out,
                            actant_error *err) ACTANT_MUST_CHECK;
void act_code_free(act_table_code *code);

/** The rows of features that the table has, as pointers; `spare` has room for `count` rows, should
 * other threads be at work on them.  Their number. */
size_t act_code_rows(const act_table *table,
                     const uint64_t *features,
                     size_t count,
                     const int8_t **rows,
                     int8_t *spare);
/** The sums of rows of three weights. */
void act_code_sum4(const act_table *table, const uint64_t *features, size_t count, int32_t out[4]);

#endif
