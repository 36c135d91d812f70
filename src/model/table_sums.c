/* SPDX-License-Identifier: MIT */
/*
  Sums of rows, where annotating spends half its time: some 400 rows a word.  Each loop goes over
  all features without a branch that depends on what is found, so that a processor looks dozens of
  them up at a time; what is not there costs a mask.

  The bodies are inlined twice: for any processor, and, on x86-64, for those with AVX2 and an
  instruction that counts bits.  Both give the same numbers, since all is in integers.
*/
#include "model/table_code.h"
#include "model/weights.h"

#include <string.h>

#define ALWAYS static inline __attribute__((always_inline))

#if defined(__x86_64__) && defined(__GNUC__) && defined(ACTANT_HAVE_AVX2)
#include <immintrin.h>
#define HAVE_FAST 1
#define FAST __attribute__((target("avx2,bmi,bmi2,popcnt")))
static bool is_fast(void)
{
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("popcnt");
}
#else
#define HAVE_FAST 0
#endif

/* --------------------------------------------------------------------------------------- looking
 * up
 */

/* Append the row that a feature falls on and the check it should have, when the table has a row
 * there; what is not there is written over by the next. */
ALWAYS size_t add_place(const act_table_code *code,
                        uint32_t row_bits,
                        uint64_t feature,
                        size_t count,
                        uint32_t *rows,
                        uint8_t *checks)
{
  const size_t slot = act_table_slot(row_bits, feature);
  const act_code_places *places = &code->places[slot / ACT_CODE_WORD];
  const uint64_t below = places->bits & ((UINT64_C(1) << slot % ACT_CODE_WORD) - 1);
  rows[count] = places->before + act_count_bits(below);
  checks[count] = act_table_check(feature);
  return count + (places->bits >> slot % ACT_CODE_WORD & 1);
}

/* A row's four bytes: weights, each 128 higher, and check. */
ALWAYS uint32_t narrow_row(const act_table_code *code, uint32_t row)
{
  return act_get_u32(code->stream + (size_t)row * ACT_CODE_NARROW);
}

/* What is there is first fetched, and then looked at: nothing waits for the fetches but the second
 * loop, and by then most have come. */
ALWAYS void sum_narrow(const act_table *table,
                       const uint64_t *features,
                       size_t count,
                       int32_t out[4])
{
  const act_table_code *code = table->code;
  const uint32_t row_bits = table->row_bits;
  uint32_t rows[ACT_TABLE_ROWS + 1];
  uint8_t checks[ACT_TABLE_ROWS + 1];
  size_t present = 0, owned = 0;
  for (size_t i = 0; i < count; i++) {
    const size_t next = add_place(code, row_bits, features[i], present, rows, checks);
    __builtin_prefetch(code->stream + (size_t)rows[present] * ACT_CODE_NARROW);
    present = next;
  }
  for (size_t i = 0; i < present; i++) {
    const uint32_t row = narrow_row(code, rows[i]);
    rows[owned] = row;
    owned += row >> ACT_CODE_CHECK == checks[i];
  }
  uint32_t outer = 0, middle = 0; /* outer: two sums of 16 bits; middle: one, shifted */
  for (size_t i = 0; i < owned; i++) {
    outer += rows[i] & 0xFF00FF;
    middle += rows[i] & 0xFF00;
  }
  const int32_t zeros = 128 * (int32_t)owned;
  out[0] = (int32_t)(outer & 0xFFFF) - zeros;
  out[1] = (int32_t)(middle >> 8) - zeros;
  out[2] = (int32_t)(outer >> 16) - zeros;
  out[3] = 0;
}

ALWAYS size_t find_coded(const act_table *table,
                         const uint64_t *features,
                         size_t count,
                         const int8_t **rows,
                         int8_t *spare)
{
  act_table_code *code = table->code;
  const uint32_t *const entries = code->entries;
  const int8_t *const lines = code->lines;
  const uint32_t row_bits = table->row_bits, width = table->width, last = code->rows;
  uint32_t at[ACT_TABLE_ROWS + 1];
  uint8_t checks[ACT_TABLE_ROWS + 1];
  size_t present = 0, found = 0;
  for (size_t i = 0; i < count; i++) {
    const size_t next = add_place(code, row_bits, features[i], present, at, checks);
    __builtin_prefetch(&entries[at[present]]);
    present = next;
  }
  for (size_t i = 0; i < present; i++) {
    const uint32_t entry = __atomic_load_n(&entries[at[i]], __ATOMIC_ACQUIRE);
    const uint32_t own = entry >> ACT_CODE_CHECK == checks[i];
    const uint32_t number = entry & ACT_CODE_NUMBER & (0u - own);
    /* Not asked for yet, or by another thread just now: own rows have numbers from 1 to `last`. */
    if (__builtin_expect((entry == 0) | (own & (number - 1 >= last)), 0)) {
      rows[found] = act_code_fill_wide(code, at[i], checks[i], entry, spare + found * width);
      found += rows[found] != NULL;
      continue;
    }
    rows[found] = lines + (size_t)number * width;
    __builtin_prefetch(rows[found]);
    found += own;
  }
  return found;
}

ALWAYS size_t find_dense(const act_table *table,
                         const uint64_t *features,
                         size_t count,
                         const int8_t **rows)
{
  size_t found = 0;
  for (size_t i = 0; i < count; i++)
    __builtin_prefetch(table->cells + act_table_slot(table->row_bits, features[i]) * table->width);
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = table->cells + act_table_slot(table->row_bits, features[i]) * table->width;
    rows[found] = row;
    found += !table->checked || (uint8_t)row[table->width - 1] == act_table_check(features[i]);
  }
  return found;
}

ALWAYS size_t find_rows(const act_table *table,
                        const uint64_t *features,
                        size_t count,
                        const int8_t **rows,
                        int8_t *spare)
{
  return table->code ? find_coded(table, features, count, rows, spare)
                     : find_dense(table, features, count, rows);
}

/* ------------------------------------------------------------------------------------------
 * summing
 */

/* Sixteen weights, and sixteen sums. */
typedef int8_t narrow __attribute__((vector_size(16)));
typedef int16_t wide __attribute__((vector_size(32)));

ALWAYS void add_plainly(wide *sum, const int8_t *at)
{
  narrow weights;
  memcpy(&weights, at, sizeof weights);
  *sum += __builtin_convertvector(weights, wide);
}

/* `add` adds sixteen weights to sixteen sums. */
#define SUM_WIDE(add)                                                                              \
  const int8_t *rows[ACT_TABLE_ROWS];                                                              \
  int8_t spare[ACT_TABLE_ROWS * ACT_TABLE_WIDTH];                                                  \
  const size_t found = find_rows(table, features, count, rows, spare);                             \
  wide a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 };                                                 \
  for (size_t i = 0; i < found; i++) {                                                             \
    add(&a, rows[i]);                                                                              \
    add(&b, rows[i] + 16);                                                                         \
    add(&c, rows[i] + 32);                                                                         \
    add(&d, rows[i] + 48);                                                                         \
  }                                                                                                \
  memcpy(out, &a, sizeof a);                                                                       \
  memcpy(out + 16, &b, sizeof b);                                                                  \
  memcpy(out + 32, &c, sizeof c);                                                                  \
  memcpy(out + 48, &d, sizeof d);                                                                  \
  if (table->checked)                                                                              \
    out[63] = 0;

#define SUM_MIDDLE(add)                                                                            \
  const int8_t *rows[ACT_TABLE_ROWS];                                                              \
  int8_t spare[ACT_TABLE_ROWS * 16];                                                               \
  const size_t found = find_rows(table, features, count, rows, spare);                             \
  wide a = { 0 };                                                                                  \
  for (size_t i = 0; i < found; i++)                                                               \
    add(&a, rows[i]);                                                                              \
  memcpy(out, &a, sizeof a);                                                                       \
  if (table->checked)                                                                              \
    out[15] = 0;

static void sum_wide(const act_table *table, const uint64_t *features, size_t count, int16_t *out)
{
  SUM_WIDE(add_plainly)
}

static void sum_middle(const act_table *table, const uint64_t *features, size_t count, int16_t *out)
{
  SUM_MIDDLE(add_plainly)
}

#if HAVE_FAST
/* What the plain addition becomes by itself takes seven instructions for these two. */
FAST ALWAYS void add_fast(wide *sum, const int8_t *at)
{
  narrow weights;
  memcpy(&weights, at, sizeof weights);
  *sum = (wide)_mm256_add_epi16((__m256i)*sum, _mm256_cvtepi8_epi16((__m128i)weights));
}

FAST static void fast64(const act_table *table,
                        const uint64_t *features,
                        size_t count,
                        int16_t *out){ SUM_WIDE(add_fast) }

FAST
  static void fast16(const act_table *table, const uint64_t *features, size_t count, int16_t *out){
    SUM_MIDDLE(add_fast)
  }

FAST static void fast4(const act_table *t, const uint64_t *f, size_t n, int32_t *out)
{
  sum_narrow(t, f, n, out);
}

#define TRY_FAST(function)                                                                         \
  if (is_fast()) {                                                                                 \
    function(table, features, count, out);                                                         \
    return;                                                                                        \
  }
#else
#define TRY_FAST(function)
#endif

void act_table_sum64(const act_table *table,
                     const uint64_t *features,
                     size_t count,
                     int16_t out[64])
{
  TRY_FAST(fast64)
  sum_wide(table, features, count, out);
}

void act_table_sum16(const act_table *table,
                     const uint64_t *features,
                     size_t count,
                     int16_t out[16])
{
  TRY_FAST(fast16)
  sum_middle(table, features, count, out);
}

static void sum_dense4(const act_table *table,
                       const uint64_t *features,
                       size_t count,
                       int32_t out[4])
{
  const int8_t *rows[ACT_TABLE_ROWS];
  const size_t found = find_dense(table, features, count, rows);
  memset(out, 0, 4 * sizeof *out);
  for (size_t i = 0; i < found; i++)
    for (size_t j = 0; j < 4; j++)
      out[j] += rows[i][j];
  if (table->checked)
    out[3] = 0;
}

void act_table_sum4(const act_table *table, const uint64_t *features, size_t count, int32_t out[4])
{
  if (!table->code) {
    sum_dense4(table, features, count, out);
    return;
  }
  TRY_FAST(fast4)
  sum_narrow(table, features, count, out);
}

int32_t act_table_sum1(const act_table *table, const uint64_t *features, size_t count)
{
  int32_t sum = 0;
  for (size_t i = 0; i < count; i++)
    sum += table->cells[act_table_slot(table->row_bits, features[i])];
  return sum;
}

void act_table_get(const act_table *table, uint64_t feature, int8_t out[ACT_TABLE_WIDTH])
{
  const int8_t *row;
  int8_t spare[ACT_TABLE_WIDTH];
  memset(out, 0, ACT_TABLE_WIDTH);
  if (table->code && table->width == ACT_CODE_NARROW) {
    int32_t sums[4];
    act_table_sum4(table, &feature, 1, sums);
    for (size_t j = 0; j < 4; j++)
      out[j] = (int8_t)sums[j];
  } else if (find_rows(table, &feature, 1, &row, spare)) {
    memcpy(out, row, table->width);
    if (table->checked)
      out[table->width - 1] = 0;
  }
}
