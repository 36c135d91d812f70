/* SPDX-License-Identifier: MIT */
/*
  A coded table is read where it lies, save the rows of a narrow one, which are copied beside its
  places: they are asked for all over, and large pages (base/large.h) make that cheaper.  Looking a
  feature up (table_sums.c) asks one bit of `places`, which is small enough to stay in a processor's
  second cache; a row that is there is numbered by counting bits, and an entry of 32 bits says whose
  row it is and what is known of it. Entries begin as zeros: a short text decodes what it needs, a
  long one in time all, and then a row costs one look and one cache line.

  Threads share the entries.  A row has a line of its own: whoever claims its entry decodes it and
  then publishes; those who come meanwhile decode into room of their own.

  Invariants
  1. An entry is 0, or has the row's check in its highest byte.
  2. The rest of it is 0 while nobody asked for the row, BUSY while somebody decodes it, else the
     number of its line.  It changes in that order.
  3. A line is given out once, before its number is published, and never written to after that.
  4. Whatever the section's bytes are, nothing outside it is read; only what is summed may be wrong.
*/
#include "model/table_code.h"

#include "base/large.h"
#include "model/weights.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "model";

enum { LOOKS = 1 << ACT_CODE_LENGTH, BUSY = ACT_CODE_NUMBER };

/* ------------------------------------------------------------------------------------------ layout
 */

static size_t up_to(size_t size, size_t multiple)
{
  return (size + multiple - 1) / multiple * multiple;
}

bool act_code_lay_out(act_code_layout *l)
{
  if (l->row_bits < 6 || l->row_bits > ACT_TABLE_ROW_BITS || l->width < ACT_CODE_NARROW ||
      l->width > ACT_TABLE_WIDTH || (l->width & (l->width - 1)) || l->rows >= ACT_CODE_NUMBER ||
      l->rows > UINT32_C(1) << l->row_bits || l->levels > 255)
    return false;
  if (l->width == ACT_CODE_NARROW) {
    l->level_at = l->places_at = ACT_CODE_HEADER;
    l->stream_at = l->blocks_at = l->checks_at = l->places_at + ((size_t)1 << l->row_bits) / 8;
    l->size = l->stream_at + (size_t)l->rows * ACT_CODE_NARROW;
    return !l->levels && !l->stream_bits;
  }
  l->level_at = ACT_CODE_HEADER + l->width;
  l->places_at = up_to(l->level_at + 2 * (size_t)l->levels, 8);
  l->checks_at = l->places_at + ((size_t)1 << l->row_bits) / 8;
  l->blocks_at = l->checks_at + up_to(l->rows, 4);
  l->stream_at = l->blocks_at + up_to(l->rows, ACT_CODE_BLOCK) / ACT_CODE_BLOCK * 4;
  l->size = l->stream_at + up_to(l->stream_bits, 8) / 8 + ACT_CODE_TAIL;
  return true;
}

/* ---------------------------------------------------------------------------------------- decoding
 */

/* The next 64 bits of the stream, the first one highest; zeros behind its end. */
static uint64_t peek(const act_table_code *code, size_t bit)
{
  const unsigned char *b = code->stream + (bit < code->stream_bits ? bit : code->stream_bits) / 8;
  const uint64_t w = (uint64_t)b[0] << 56 | (uint64_t)b[1] << 48 | (uint64_t)b[2] << 40 |
                     (uint64_t)b[3] << 32 | (uint64_t)b[4] << 24 | (uint64_t)b[5] << 16 |
                     (uint64_t)b[6] << 8 | (uint64_t)b[7];
  return w << bit % 8;
}

/* Decode the row at *bit into cells that are zero.  False when no row can be so. */
static bool decode_row(const act_table_code *code, size_t *bit, int8_t *cells)
{
  const uint32_t labels = code->width - 1;
  for (uint32_t label = 0; label < labels; label++) {
    uint64_t next = peek(code, *bit);
    const uint16_t gap = code->gaps[next >> (64 - ACT_CODE_LENGTH)];
    const unsigned used = gap & 15u;
    *bit += used;
    if (gap >> 4 == labels || !used)
      return used;
    label += gap >> 4;
    next <<= used;
    const uint16_t level = code->levels[next >> (64 - ACT_CODE_LENGTH)];
    *bit += level & 15u;
    if (label >= labels || !(level & 15u))
      return false;
    cells[label] = (int8_t)(level >> 4);
  }
  return true;
}

static size_t block_start(const act_table_code *code, size_t block)
{
  return act_get_u32(code->blocks + 4 * block);
}

/* Decode one row, passing over those of its block in front of it. */
static void decode_one(const act_table_code *code, uint32_t row, int8_t *cells)
{
  size_t bit = block_start(code, row / ACT_CODE_BLOCK);
  int8_t passed[ACT_TABLE_WIDTH];
  for (uint32_t i = 0; i < row % ACT_CODE_BLOCK; i++)
    (void)decode_row(code, &bit, passed);
  memset(cells, 0, code->width);
  (void)decode_row(code, &bit, cells);
}

/* ----------------------------------------------------------------------------------------- opening
 */

/* Fill in what each look of ACT_CODE_LENGTH bits means.  `pairs` steps over symbols and lengths;
 * False when the codes do not fit in. */
static bool make_looks(const unsigned char *values,
                       const unsigned char *lengths,
                       size_t step,
                       size_t count,
                       uint16_t looks[LOOKS])
{
  size_t at = 0;
  for (unsigned length = 1; length <= ACT_CODE_LENGTH; length++)
    for (size_t i = 0; i < count; i++) {
      if (lengths[i * step] != length)
        continue;
      const size_t room = (size_t)1 << (ACT_CODE_LENGTH - length);
      const unsigned symbol = values ? values[i * step] : (unsigned)i;
      if (room > LOOKS - at)
        return false;
      for (size_t end = at + room; at < end; at++)
        looks[at] = (uint16_t)(symbol << 4 | length);
    }
  return true;
}

/* Number the rows; their count. */
static size_t take_places(act_table_code *code, const unsigned char *bytes, size_t words)
{
  size_t rows = 0;
  for (size_t i = 0; i < words; i++) {
    code->places[i] = (act_code_places){ act_get_u64(bytes + 8 * i), (uint32_t)rows, 0 };
    rows += act_count_bits(code->places[i].bits);
  }
  return rows;
}

/* Walk through all rows: each must be one, and each block begin where it says. */
static bool is_sound(const act_table_code *code)
{
  size_t bit = 0;
  if (code->width == ACT_CODE_NARROW) {
    for (uint32_t row = 0; row < code->rows; row++)
      if (!code->stream[(size_t)row * ACT_CODE_NARROW + ACT_CODE_NARROW - 1])
        return false;
    return true;
  }
  for (uint32_t row = 0; row < code->rows; row++) {
    int8_t cells[ACT_TABLE_WIDTH];
    if ((row % ACT_CODE_BLOCK == 0 && bit != block_start(code, row / ACT_CODE_BLOCK)) ||
        !code->checks[row] || !decode_row(code, &bit, cells) || bit > code->stream_bits)
      return false;
  }
  return bit == code->stream_bits;
}

static bool take_room(act_table_code *code, size_t words)
{
  const size_t places = up_to(words * sizeof *code->places, ACT_TABLE_WIDTH),
               rows = (size_t)code->rows + 1,
               entries = up_to(rows * sizeof *code->entries, ACT_TABLE_WIDTH);
  const bool narrow = code->width == ACT_CODE_NARROW;
  code->room =
    act_large_alloc(places + (narrow ? rows * ACT_CODE_NARROW : entries + rows * code->width));
  if (!code->room)
    return false;
  code->places = (act_code_places *)code->room;
  if (narrow) {
    memcpy(code->room + places, code->stream, (rows - 1) * ACT_CODE_NARROW);
    code->stream = code->room + places;
    return true;
  }
  code->entries = (uint32_t *)(code->room + places);
  memset(code->entries, 0, entries);
  code->lines = (int8_t *)(code->room + places + entries);
  return true;
}

static actant_status refuse(actant_error *err, const char *why)
{
  return act_fail(err, ACTANT_MODEL, stage, "the model file is damaged: %s", why);
}

static actant_status fill(act_table_code *code,
                          const unsigned char *bytes,
                          const act_code_layout *l,
                          bool trusted,
                          actant_error *err)
{
  const unsigned char *levels = bytes + l->level_at;
  const size_t words = ((size_t)1 << l->row_bits) / ACT_CODE_WORD;
  code->checks = bytes + l->checks_at;
  code->blocks = bytes + l->blocks_at;
  code->stream = bytes + l->stream_at;
  code->rows = l->rows;
  code->width = l->width;
  code->stream_bits = l->stream_bits;
  if (!take_room(code, words))
    return act_fail_memory(err, stage);
  if (l->width > ACT_CODE_NARROW &&
      (!make_looks(NULL, bytes + ACT_CODE_HEADER, 1, l->width, code->gaps) ||
       !make_looks(levels, levels + 1, 2, l->levels, code->levels)))
    return refuse(err, "the codes of a table are too many");
  if (take_places(code, bytes + l->places_at, words) != l->rows)
    return refuse(err, "a table has another number of rows than it says");
  if (!trusted && !is_sound(code))
    return refuse(err, "a table has rows that none can have");
  return ACTANT_OK;
}

actant_status act_code_open(const void *data,
                            size_t size,
                            bool trusted,
                            act_table *out,
                            actant_error *err)
{
  const unsigned char *bytes = data;
  if (size < ACT_CODE_HEADER)
    return refuse(err, "a table is cut short");
  act_code_layout l = { .row_bits = act_get_u32(bytes),
                        .width = act_get_u32(bytes + 4),
                        .rows = act_get_u32(bytes + 8),
                        .stream_bits = act_get_u32(bytes + 16),
                        .levels = act_get_u32(bytes + 20) };
  if (!act_code_lay_out(&l))
    return refuse(err, "a table has a size that none can have");
  if (l.size != size)
    return refuse(err, "a table holds fewer or more bytes than it says");
  act_table_code *code = calloc(1, sizeof *code);
  if (!code)
    return act_fail_memory(err, stage);
  const actant_status st = fill(code, bytes, &l, trusted, err);
  if (st == ACTANT_OK)
    *out = (act_table){ NULL, l.row_bits, l.width, true, code };
  else
    act_code_free(code);
  return st;
}

void act_code_free(act_table_code *code)
{
  if (!code)
    return;
  free(code->room);
  free(code);
}

/* ------------------------------------------------------------------------------- rows on first use
 */

/* Change an entry, unless another thread was faster. */
static bool claim(uint32_t *entry, uint32_t seen, uint32_t next)
{
  return __atomic_compare_exchange_n(entry, &seen, next, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}

const int8_t *act_code_fill_wide(act_table_code *code,
                                 uint32_t row,
                                 uint8_t check,
                                 uint32_t seen,
                                 int8_t *spare)
{
  uint32_t *entry = &code->entries[row];
  const uint32_t owner = (uint32_t)code->checks[row] << ACT_CODE_CHECK;
  if (code->checks[row] != check) {
    (void)claim(entry, seen, owner);
    return NULL;
  }
  if ((seen & ACT_CODE_NUMBER) != 0 || !claim(entry, seen, owner | BUSY)) {
    decode_one(code, row, spare);
    return spare;
  }
  const uint32_t line = 1 + __atomic_fetch_add(&code->used, 1, __ATOMIC_RELAXED);
  int8_t *cells = code->lines + (size_t)line * code->width;
  decode_one(code, row, cells);
  __atomic_store_n(entry, owner | line, __ATOMIC_RELEASE);
  return cells;
}
