/* SPDX-License-Identifier: MIT */
/*
  A coded table is read where it lies.  Looking a feature up asks one bit of `places`, which is
  small enough to stay in a processor's second cache and answers most questions; what passes is
  numbered by counting bits, and an entry of 32 bits says whose row it is and what is known of it.
  Entries begin as zeros, which the system gives for nothing: a short text decodes what it needs, a
  long one in time all, and then a row costs one look and one cache line.

  Threads share the entries.  A narrow row fits into its entry, and whoever finds it empty stores
  the same number.  A wide row has a line of its own: whoever claims its entry decodes it and then
  publishes; those who come meanwhile decode into room of their own.

  Invariants
  1. An entry is 0, or has the row's check in its highest byte; a narrow one then holds its weights.
  2. The rest of a wide one is 0 while nobody asked for the row, BUSY while somebody decodes it,
     else the number of its line.  It changes in that order.
  3. A line is given out once, before its number is published, and never written to after that.
  4. Whatever the section's bytes are, nothing outside it is read; only what is summed may be wrong.
*/
#include "model/table_code.h"

#include "model/weights.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "model";

enum {
  LOOKS = 1 << ACT_CODE_LENGTH,
  PLACES = 64, /* that one word of `places` has */
  NARROW = 4,
  CHECK_SHIFT = 24,
  NUMBER = 0xFFFFFF, /* what an entry has below its check */
  BUSY = NUMBER,
};

/* Entries and `used` are only touched by atomic operations. */
struct act_table_code {
  const unsigned char *places, *checks, *blocks, *stream;
  uint32_t rows, width, stream_bits;
  uint32_t *ranks; /* rows in front of each word of `places` */
  uint32_t *entries;
  int8_t *lines; /* of wide rows, in the order of first use; the first is none */
  uint32_t used;
  uint16_t gaps[LOOKS], levels[LOOKS]; /* symbol << 4 | length of its code */
};

/* ------------------------------------------------------------------------------------------ layout
 */

static size_t up_to(size_t size, size_t multiple)
{
  return (size + multiple - 1) / multiple * multiple;
}

bool act_code_lay_out(act_code_layout *l)
{
  if (l->row_bits < 6 || l->row_bits > ACT_TABLE_ROW_BITS || l->width < NARROW ||
      l->width > ACT_TABLE_WIDTH || (l->width & (l->width - 1)) || l->rows >= NUMBER ||
      l->rows > UINT32_C(1) << l->row_bits || (l->rows && !l->levels) || l->levels > 255)
    return false;
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

static unsigned count_bits(uint64_t x)
{
  x -= x >> 1 & UINT64_C(0x5555555555555555);
  x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
  x = (x + (x >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
  return (unsigned)(x * UINT64_C(0x0101010101010101) >> 56);
}

/* Number the rows; their count. */
static size_t make_ranks(act_table_code *code, size_t words)
{
  size_t rows = 0;
  for (size_t i = 0; i < words; i++) {
    code->ranks[i] = (uint32_t)rows;
    rows += count_bits(act_get_u64(code->places + 8 * i));
  }
  return rows;
}

/* Walk through all rows: each must be one, and each block begin where it says. */
static bool is_sound(const act_table_code *code)
{
  size_t bit = 0;
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
  code->ranks = calloc(words, sizeof *code->ranks);
  code->entries = calloc((size_t)code->rows + 1, sizeof *code->entries);
  if (code->width > NARROW) /* not touched until a line is used */
    code->lines = aligned_alloc(ACT_TABLE_WIDTH,
                                up_to(((size_t)code->rows + 1) * code->width, ACT_TABLE_WIDTH));
  return code->ranks && code->entries && (code->lines || code->width == NARROW);
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
  const size_t words = ((size_t)1 << l->row_bits) / PLACES;
  code->places = bytes + l->places_at;
  code->checks = bytes + l->checks_at;
  code->blocks = bytes + l->blocks_at;
  code->stream = bytes + l->stream_at;
  code->rows = l->rows;
  code->width = l->width;
  code->stream_bits = l->stream_bits;
  if (!take_room(code, words))
    return act_fail_memory(err, stage);
  if (!make_looks(NULL, bytes + ACT_CODE_HEADER, 1, l->width, code->gaps) ||
      !make_looks(levels, levels + 1, 2, l->levels, code->levels))
    return refuse(err, "the codes of a table are too many");
  if (make_ranks(code, words) != l->rows)
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
  free(code->ranks);
  free(code->entries);
  free(code->lines);
  free(code);
}

/* --------------------------------------------------------------------------------------- looking
 * up
 */

/* Keep the features whose row there is; their number. */
static size_t find_present(const act_table *table,
                           const uint64_t *features,
                           size_t count,
                           uint64_t *present)
{
  const unsigned char *places = table->code->places;
  const uint32_t row_bits = table->row_bits;
  size_t n = 0;
  for (size_t i = 0; i < count; i++) {
    const size_t slot = act_table_slot(row_bits, features[i]);
    present[n] = features[i];
    n += act_get_u64(places + slot / PLACES * 8) >> slot % PLACES & 1;
  }
  return n;
}

/* The numbers of rows that there are. */
static void number_rows(const act_table *table, const uint64_t *present, size_t n, uint32_t *rows)
{
  const act_table_code *code = table->code;
  for (size_t i = 0; i < n; i++) {
    const size_t slot = act_table_slot(table->row_bits, present[i]);
    const uint64_t before =
      act_get_u64(code->places + slot / PLACES * 8) & ((UINT64_C(1) << slot % PLACES) - 1);
    rows[i] = code->ranks[slot / PLACES] + count_bits(before);
    __builtin_prefetch(&code->entries[rows[i]]);
  }
}

static __attribute__((noinline)) uint32_t fill_narrow(const act_table_code *code, uint32_t row)
{
  int8_t cells[NARROW];
  decode_one(code, row, cells);
  const uint32_t entry = (uint32_t)code->checks[row] << CHECK_SHIFT |
                         (uint32_t)(uint8_t)cells[2] << 16 | (uint32_t)(uint8_t)cells[1] << 8 |
                         (uint8_t)cells[0];
  __atomic_store_n(&code->entries[row], entry, __ATOMIC_RELAXED);
  return entry;
}

void act_code_sum4(const act_table *table, const uint64_t *features, size_t count, int32_t out[4])
{
  const act_table_code *code = table->code;
  uint64_t present[ACT_TABLE_ROWS];
  uint32_t rows[ACT_TABLE_ROWS];
  const size_t n = find_present(table, features, count, present);
  number_rows(table, present, n, rows);
  int32_t a = 0, b = 0, c = 0;
  for (size_t i = 0; i < n; i++) {
    uint32_t entry = __atomic_load_n(&code->entries[rows[i]], __ATOMIC_RELAXED);
    if (__builtin_expect(!entry, 0))
      entry = fill_narrow(code, rows[i]);
    /* A mask: a branch would be guessed wrong half the time. */
    const int32_t own = -(int32_t)(entry >> CHECK_SHIFT == act_table_check(present[i]));
    a += (int8_t)entry & own;
    b += (int8_t)(entry >> 8) & own;
    c += (int8_t)(entry >> 16) & own;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = 0;
}

/* Change an entry, unless another thread was faster. */
static bool claim(uint32_t *entry, uint32_t seen, uint32_t next)
{
  return __atomic_compare_exchange_n(entry, &seen, next, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}

/* Decode a row whose entry is `seen`: into a line, when no other thread is at it, else into
 * `spare`.  NULL when another feature owns it. */
static __attribute__((noinline)) const int8_t *fill_wide(act_table_code *code,
                                                         uint32_t row,
                                                         uint8_t check,
                                                         uint32_t seen,
                                                         int8_t *spare)
{
  uint32_t *entry = &code->entries[row];
  const uint32_t owner = (uint32_t)code->checks[row] << CHECK_SHIFT;
  if (code->checks[row] != check) {
    (void)claim(entry, seen, owner);
    return NULL;
  }
  if ((seen & NUMBER) != 0 || !claim(entry, seen, owner | BUSY)) {
    decode_one(code, row, spare);
    return spare;
  }
  const uint32_t line = 1 + __atomic_fetch_add(&code->used, 1, __ATOMIC_RELAXED);
  int8_t *cells = code->lines + (size_t)line * code->width;
  decode_one(code, row, cells);
  __atomic_store_n(entry, owner | line, __ATOMIC_RELEASE);
  return cells;
}

size_t act_code_rows(const act_table *table,
                     const uint64_t *features,
                     size_t count,
                     const int8_t **out,
                     int8_t *spare)
{
  act_table_code *code = table->code;
  uint64_t present[ACT_TABLE_ROWS];
  uint32_t rows[ACT_TABLE_ROWS];
  const size_t n = find_present(table, features, count, present);
  size_t found = 0;
  number_rows(table, present, n, rows);
  for (size_t i = 0; i < n; i++) {
    const uint8_t check = act_table_check(present[i]);
    const uint32_t entry = __atomic_load_n(&code->entries[rows[i]], __ATOMIC_ACQUIRE);
    const bool own = entry >> CHECK_SHIFT == check;
    const uint32_t number = own ? entry & NUMBER : 0;
    if (__builtin_expect(!entry || (own && number - 1 >= code->rows), 0)) {
      out[found] = fill_wide(code, rows[i], check, entry, spare + found * code->width);
      found += out[found] != NULL;
      continue;
    }
    out[found] = code->lines + (size_t)number * code->width;
    __builtin_prefetch(out[found]);
    found += own;
  }
  return found;
}
