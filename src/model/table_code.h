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

   A table of width 4 has so many rows, asked for so often, that they are not coded: behind `places`
   stand four bytes a row, its three weights, each 128 higher, and its check; no bits of a stream,
   no levels, and nothing else.
*/
#ifndef ACT_MODEL_TABLE_CODE_H
#define ACT_MODEL_TABLE_CODE_H

#include "model/table.h"

enum {
  ACT_CODE_HEADER = 32,
  ACT_CODE_BLOCK = 8,   /* rows that are found together: 4 bits a row */
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

/* What running shares between opening (table_code.c) and sums (table_sums.c). */
enum {
  ACT_CODE_WORD = 64, /* places that one word of bits has */
  ACT_CODE_NARROW = 4,
  ACT_CODE_CHECK = 24, /* where an entry's check begins */
  ACT_CODE_NUMBER = 0xFFFFFF,
};

/* Sixty-four places and the number of rows in front of them: together, so that looking a feature up
 * costs one cache line where two arrays would cost two. */
typedef struct act_code_places {
  uint64_t bits;
  uint32_t before, rest;
} act_code_places;

/* Entries and `used` are only touched by atomic operations. */
struct act_table_code {
  const unsigned char *checks, *blocks, *stream; /* narrow rows are the stream */
  uint32_t rows, width, stream_bits;
  unsigned char *room; /* of all that follows, and of narrow rows */
  act_code_places *places;
  uint32_t *entries; /* one a row, of wide rows */
  int8_t *lines;     /* of wide rows, in the order of first use; the first is none */
  uint32_t used;     /* lines */
  uint16_t gaps[1 << ACT_CODE_LENGTH], levels[1 << ACT_CODE_LENGTH]; /* symbol << 4 | code length */
};

/** Decode a row whose entry is `seen`: into a line, when no other thread is at it, else into
 * `spare`.  NULL when another feature owns it. */
const int8_t *act_code_fill_wide(act_table_code *code,
                                 uint32_t row,
                                 uint8_t check,
                                 uint32_t seen,
                                 int8_t *spare) __attribute__((cold));

static inline uint32_t act_count_bits(uint64_t x)
{
  return (uint32_t)__builtin_popcountll(x);
}

#endif
