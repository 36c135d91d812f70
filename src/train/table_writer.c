/* SPDX-License-Identifier: MIT */
/*
  The other half of model/table_code.c.  Lengths of codes are Huffman's (1952); where the longest is
  too long, the counts are halved until it is not, which costs next to nothing: only symbols that
  hardly occur get codes so long.  Of equal counts the lower symbol is taken first, so the same
  table makes the same bytes.
*/
#include "train/table_writer.h"

#include "model/table_code.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

enum { MOST_SYMBOLS = 256 };

/* A code in the making: how often each symbol occurs, the length of its code, and the code. */
typedef struct coder {
  uint64_t counts[MOST_SYMBOLS];
  uint8_t lengths[MOST_SYMBOLS];
  uint16_t codes[MOST_SYMBOLS];
  size_t count;
} coder;

typedef struct encoder {
  const act_table *table;
  coder gaps, levels; /* a level's symbol is its weight as an unsigned byte */
  uint32_t rows;
  uint64_t bits; /* of the stream, as written so far */
  unsigned char *bytes;
  act_code_layout layout;
} encoder;

/* ------------------------------------------------------------------------------------------
 * Huffman
 */

/* The tree's node of the smallest count that has no parent yet, or SIZE_MAX. */
static size_t smallest(const uint64_t *counts, const size_t *parents, size_t nodes)
{
  size_t best = SIZE_MAX;
  for (size_t i = 0; i < nodes; i++)
    if (counts[i] && parents[i] == SIZE_MAX && (best == SIZE_MAX || counts[i] < counts[best]))
      best = i;
  return best;
}

/* Set the lengths of codes; the longest. */
static unsigned find_lengths(coder *c)
{
  uint64_t counts[2 * MOST_SYMBOLS] = { 0 };
  size_t parents[2 * MOST_SYMBOLS], nodes = c->count;
  memcpy(counts, c->counts, c->count * sizeof *counts);
  for (size_t i = 0; i < 2 * MOST_SYMBOLS; i++)
    parents[i] = SIZE_MAX;
  for (;;) {
    const size_t a = smallest(counts, parents, nodes);
    if (a == SIZE_MAX)
      break;
    parents[a] = nodes;
    const size_t b = smallest(counts, parents, nodes);
    if (b == SIZE_MAX) {
      parents[a] = SIZE_MAX; /* the root */
      break;
    }
    parents[b] = nodes;
    counts[nodes++] = counts[a] + counts[b];
  }
  unsigned longest = 0;
  for (size_t i = 0; i < c->count; i++) {
    unsigned length = 0;
    for (size_t at = i; c->counts[i] && parents[at] != SIZE_MAX; at = parents[at])
      length++;
    length += c->counts[i] && !length; /* the only symbol there is */
    c->lengths[i] = (uint8_t)length;
    longest = length > longest ? length : longest;
  }
  return longest;
}

static void make_codes(coder *c)
{
  while (find_lengths(c) > ACT_CODE_LENGTH)
    for (size_t i = 0; i < c->count; i++)
      c->counts[i] = c->counts[i] ? c->counts[i] / 2 + 1 : 0;
  unsigned next = 0;
  for (unsigned length = 1; length <= ACT_CODE_LENGTH; length++, next <<= 1)
    for (size_t i = 0; i < c->count; i++)
      if (c->lengths[i] == length)
        c->codes[i] = (uint16_t)next++;
}

/* -------------------------------------------------------------------------------------------- rows
 */

static const int8_t *row_at(const act_table *table, size_t slot)
{
  return table->cells + slot * table->width;
}

static bool is_there(const act_table *table, size_t slot)
{
  return row_at(table, slot)[table->width - 1] != 0;
}

static void put(encoder *e, const coder *c, size_t symbol)
{
  for (unsigned i = c->lengths[symbol]; i-- > 0; e->bits++)
    if (c->codes[symbol] >> i & 1)
      e->bytes[e->layout.stream_at + e->bits / 8] |= (unsigned char)(0x80 >> e->bits % 8);
}

/* Count the symbols of a row, or write them once there are bytes. */
static void take(encoder *e, coder *c, size_t symbol)
{
  if (e->bytes)
    put(e, c, symbol);
  else
    c->counts[symbol]++;
}

static void take_row(encoder *e, const int8_t *row)
{
  const size_t labels = e->table->width - 1;
  size_t next = 0;
  for (size_t label = 0; label < labels; label++) {
    if (!row[label])
      continue;
    take(e, &e->gaps, label - next);
    take(e, &e->levels, (uint8_t)row[label]);
    next = label + 1;
  }
  if (next < labels)
    take(e, &e->gaps, labels);
}

static uint64_t size_in_bits(const coder *c)
{
  uint64_t bits = 0;
  for (size_t i = 0; i < c->count; i++)
    bits += c->counts[i] * c->lengths[i];
  return bits;
}

/* The first pass: count rows and symbols, and make codes of them. */
static bool survey(encoder *e)
{
  const size_t slots = (size_t)1 << e->table->row_bits;
  e->gaps.count = e->table->width;
  e->levels.count = MOST_SYMBOLS;
  for (size_t slot = 0; slot < slots; slot++)
    if (is_there(e->table, slot)) {
      take_row(e, row_at(e->table, slot));
      e->rows++;
    }
  if (e->table->width == ACT_CODE_NARROW) {
    e->layout = (act_code_layout){ .row_bits = e->table->row_bits,
                                   .width = ACT_CODE_NARROW,
                                   .rows = e->rows };
    return act_code_lay_out(&e->layout);
  }
  const coder gaps = e->gaps, levels = e->levels;
  make_codes(&e->gaps);
  make_codes(&e->levels);
  memcpy(e->gaps.counts, gaps.counts, sizeof gaps.counts); /* as they were before any halving */
  memcpy(e->levels.counts, levels.counts, sizeof levels.counts);
  const uint64_t bits = size_in_bits(&e->gaps) + size_in_bits(&e->levels);
  uint32_t used = 0;
  for (size_t i = 0; i < MOST_SYMBOLS; i++)
    used += e->levels.lengths[i] > 0;
  e->layout = (act_code_layout){ .row_bits = e->table->row_bits,
                                 .width = e->table->width,
                                 .rows = e->rows,
                                 .stream_bits = (uint32_t)bits,
                                 .levels = used };
  return bits <= UINT32_MAX && act_code_lay_out(&e->layout);
}

static void write_header(encoder *e)
{
  const act_code_layout *l = &e->layout;
  unsigned char *level = e->bytes + l->level_at;
  act_set_u32(e->bytes, l->row_bits);
  act_set_u32(e->bytes + 4, l->width);
  act_set_u32(e->bytes + 8, l->rows);
  act_set_u32(e->bytes + 12, ACT_TABLE_CODED);
  act_set_u32(e->bytes + 16, l->stream_bits);
  act_set_u32(e->bytes + 20, l->levels);
  if (l->width == ACT_CODE_NARROW)
    return;
  memcpy(e->bytes + ACT_CODE_HEADER, e->gaps.lengths, l->width);
  for (size_t i = 0; i < MOST_SYMBOLS; i++)
    if (e->levels.lengths[i]) {
      *level++ = (unsigned char)i;
      *level++ = e->levels.lengths[i];
    }
}

static void write_narrow(encoder *e, size_t row, const int8_t *cells)
{
  unsigned char *at = e->bytes + e->layout.stream_at + row * ACT_CODE_NARROW;
  for (size_t j = 0; j + 1 < ACT_CODE_NARROW; j++)
    at[j] = (unsigned char)(cells[j] + 128);
  at[ACT_CODE_NARROW - 1] = (unsigned char)cells[ACT_CODE_NARROW - 1];
}

static void write_wide(encoder *e, size_t row, const int8_t *cells)
{
  e->bytes[e->layout.checks_at + row] = (uint8_t)cells[e->table->width - 1];
  if (row % ACT_CODE_BLOCK == 0)
    act_set_u32(e->bytes + e->layout.blocks_at + row / ACT_CODE_BLOCK * 4, (uint32_t)e->bits);
  take_row(e, cells);
}

/* The second pass. */
static void write_rows(encoder *e)
{
  const size_t slots = (size_t)1 << e->table->row_bits;
  size_t row = 0;
  for (size_t slot = 0; slot < slots; slot++) {
    if (!is_there(e->table, slot))
      continue;
    const int8_t *cells = row_at(e->table, slot);
    e->bytes[e->layout.places_at + slot / 8] |= (unsigned char)(1u << slot % 8);
    if (e->table->width == ACT_CODE_NARROW)
      write_narrow(e, row++, cells);
    else
      write_wide(e, row++, cells);
  }
}

static actant_status write_coded(const act_table *table,
                                 const char *name,
                                 act_model_writer *writer,
                                 actant_error *err)
{
  encoder e = { .table = table };
  if (!survey(&e))
    return act_fail(err, ACTANT_LIMIT, stage, "the table %s is too large, or has no weights", name);
  e.bytes = calloc(e.layout.size, 1);
  if (!e.bytes)
    return act_fail_memory(err, stage);
  write_header(&e);
  write_rows(&e);
  const actant_status st = act_model_writer_add(writer, name, e.bytes, e.layout.size, err);
  free(e.bytes);
  return st;
}

static actant_status write_dense(const act_table *table,
                                 const char *name,
                                 act_model_writer *writer,
                                 actant_error *err)
{
  const size_t total = ((size_t)1 << table->row_bits) * table->width;
  unsigned char *bytes = calloc(ACT_TABLE_HEADER + total, 1);
  if (!bytes)
    return act_fail_memory(err, stage);
  act_set_u32(bytes, table->row_bits);
  act_set_u32(bytes + 4, table->width);
  act_set_u32(bytes + 12, ACT_TABLE_DENSE);
  memcpy(bytes + ACT_TABLE_HEADER, table->cells, total);
  const actant_status st = act_model_writer_add(writer, name, bytes, ACT_TABLE_HEADER + total, err);
  free(bytes);
  return st;
}

actant_status act_table_write(const act_table *table,
                              const char *name,
                              act_model_writer *writer,
                              actant_error *err)
{
  return table->checked ? write_coded(table, name, writer, err)
                        : write_dense(table, name, writer, err);
}
