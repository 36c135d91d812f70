/* SPDX-License-Identifier: MIT */
/* Opening a table of any kind, and sums of its rows.  The sums are loops of a fixed length over
   whole rows, which compilers make vectors of; they are of integers, so their order does not
   matter. Reading checks every cell against the table's end: a file with right checksums may still
   have been made by a wrong hand. */
#include "model/table.h"

#include "model/table_code.h"
#include "model/weights.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "model";

/* ----------------------------------------------------------------------------------------- opening
 */

static actant_status refuse(actant_error *err, const char *why)
{
  return act_fail(err, ACTANT_MODEL, stage, "the model file is damaged: %s", why);
}

static bool power_of_two(uint32_t n)
{
  return n && !(n & (n - 1));
}

/* Fill `cells` from the gaps at `at`; the weights are the last `count` bytes before `end`. */
static bool fill(const unsigned char *at,
                 const unsigned char *end,
                 uint32_t count,
                 act_table *table)
{
  const size_t total = ((size_t)1 << table->row_bits) * table->width;
  const unsigned char *weights = end - count;
  size_t cell = 0;
  for (uint32_t i = 0; i < count; i++) {
    while (at < weights && *at == ACT_TABLE_LONG_GAP)
      cell += *at++;
    if (at >= weights || (cell += *at++) >= total)
      return false;
    table->cells[cell++] = (int8_t)weights[i];
  }
  return at == weights;
}

/* Nineteen cells of twenty are zero, so format 1 kept a byte of distance and a byte of weight for
 * each other one, in two runs. */
static actant_status expand(const unsigned char *bytes,
                            size_t size,
                            act_table *table,
                            actant_error *err)
{
  const uint32_t count = act_get_u32(bytes + 8);
  if (count > (size - ACT_TABLE_HEADER) / 2)
    return refuse(err, "a table holds fewer weights than it says");
  return fill(bytes + ACT_TABLE_HEADER, bytes + size, count, table)
           ? ACTANT_OK
           : refuse(err, "a table's weights lie outside it");
}

static actant_status copy(const unsigned char *bytes,
                          size_t size,
                          act_table *table,
                          actant_error *err)
{
  const size_t total = ((size_t)1 << table->row_bits) * table->width;
  if (size - ACT_TABLE_HEADER != total)
    return refuse(err, "a table holds fewer or more weights than it says");
  memcpy(table->cells, bytes + ACT_TABLE_HEADER, total);
  return ACTANT_OK;
}

static actant_status open_dense(const unsigned char *bytes,
                                size_t size,
                                act_table *out,
                                actant_error *err)
{
  const uint32_t kind = act_get_u32(bytes + 12);
  act_table table = { .row_bits = act_get_u32(bytes),
                      .width = act_get_u32(bytes + 4),
                      .checked = kind == ACT_TABLE_SPARSE_CHECKED };
  if (table.row_bits < 1 || table.row_bits > 24 || table.width > ACT_TABLE_WIDTH ||
      !power_of_two(table.width) ||
      (kind == ACT_TABLE_DENSE && size < ((size_t)1 << table.row_bits)))
    return refuse(err, "a table has a size that none can have");
  if (table.checked && table.width < 2)
    return refuse(err, "a table is of an unknown kind");
  /* A multiple of 64 even for the smallest table, as aligned_alloc wants. */
  const size_t total = (((size_t)1 << table.row_bits) * table.width + 63) & ~(size_t)63;
  table.cells = aligned_alloc(64, total);
  if (!table.cells)
    return act_fail_memory(err, stage);
  memset(table.cells, 0, total);
  const actant_status st =
    kind == ACT_TABLE_DENSE ? copy(bytes, size, &table, err) : expand(bytes, size, &table, err);
  if (st == ACTANT_OK)
    *out = table;
  else
    act_table_free(&table);
  return st;
}

actant_status act_table_open(const void *data,
                             size_t size,
                             bool trusted,
                             act_table *out,
                             actant_error *err)
{
  if (size < ACT_TABLE_HEADER)
    return refuse(err, "a table is cut short");
  switch (act_get_u32((const unsigned char *)data + 12)) {
    case ACT_TABLE_SPARSE:
    case ACT_TABLE_SPARSE_CHECKED:
    case ACT_TABLE_DENSE:
      return open_dense(data, size, out, err);
    case ACT_TABLE_CODED:
      return act_code_open(data, size, trusted, out, err);
    default:
      return refuse(err, "a table is of an unknown kind");
  }
}

void act_table_free(act_table *table)
{
  free(table->cells);
  act_code_free(table->code);
  table->cells = NULL;
  table->code = NULL;
}

/* -------------------------------------------------------------------------------------------- sums
 */

static bool owns(const act_table *table, const int8_t *row, uint64_t feature)
{
  return !table->checked || (uint8_t)row[table->width - 1] == act_table_check(feature);
}

/* The rows of a dense table that belong to features. */
static size_t dense_rows(const act_table *table,
                         const uint64_t *features,
                         size_t count,
                         const int8_t **rows)
{
  size_t found = 0;
  for (size_t i = 0; i < count; i++)
    __builtin_prefetch(table->cells + act_table_slot(table->row_bits, features[i]) * table->width);
  for (size_t i = 0; i < count; i++) {
    rows[found] = table->cells + act_table_slot(table->row_bits, features[i]) * table->width;
    found += owns(table, rows[found], features[i]);
  }
  return found;
}

static size_t find_rows(const act_table *table,
                        const uint64_t *features,
                        size_t count,
                        const int8_t **rows,
                        int8_t *spare)
{
  return table->code ? act_code_rows(table, features, count, rows, spare)
                     : dense_rows(table, features, count, rows);
}

/* Eight weights, and eight sums. */
typedef int8_t eight __attribute__((vector_size(8)));
typedef int16_t wide __attribute__((vector_size(16)));

static inline wide load(const int8_t *at)
{
  eight narrow;
  memcpy(&narrow, at, sizeof narrow);
  return __builtin_convertvector(narrow, wide);
}

/* The sums of 32 columns, which fit into registers. */
static void sum_half(const int8_t *const *rows, size_t count, size_t column, int16_t *out)
{
  wide a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 };
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = rows[i] + column;
    a += load(row);
    b += load(row + 8);
    c += load(row + 16);
    d += load(row + 24);
  }
  memcpy(out + column, &a, sizeof a);
  memcpy(out + column + 8, &b, sizeof b);
  memcpy(out + column + 16, &c, sizeof c);
  memcpy(out + column + 24, &d, sizeof d);
}

void act_table_sum64(const act_table *table,
                     const uint64_t *features,
                     size_t count,
                     int16_t out[64])
{
  const int8_t *rows[ACT_TABLE_ROWS];
  int8_t spare[ACT_TABLE_ROWS * 64];
  const size_t found = find_rows(table, features, count, rows, spare);
  sum_half(rows, found, 0, out);
  sum_half(rows, found, 32, out);
  if (table->checked)
    out[63] = 0;
}

void act_table_sum16(const act_table *table,
                     const uint64_t *features,
                     size_t count,
                     int16_t out[16])
{
  const int8_t *rows[ACT_TABLE_ROWS];
  int8_t spare[ACT_TABLE_ROWS * 16];
  const size_t found = find_rows(table, features, count, rows, spare);
  wide a = { 0 }, b = { 0 };
  for (size_t i = 0; i < found; i++) {
    a += load(rows[i]);
    b += load(rows[i] + 8);
  }
  memcpy(out, &a, sizeof a);
  memcpy(out + 8, &b, sizeof b);
  if (table->checked)
    out[15] = 0;
}

void act_table_sum4(const act_table *table, const uint64_t *features, size_t count, int32_t out[4])
{
  if (table->code) {
    act_code_sum4(table, features, count, out);
    return;
  }
  const int8_t *rows[ACT_TABLE_ROWS];
  const size_t found = dense_rows(table, features, count, rows);
  memset(out, 0, 4 * sizeof *out);
  for (size_t i = 0; i < found; i++)
    for (size_t j = 0; j < 4; j++)
      out[j] += rows[i][j];
  if (table->checked)
    out[3] = 0;
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
  if (table->code && table->width == 4) {
    int32_t sums[4];
    act_code_sum4(table, &feature, 1, sums);
    for (size_t j = 0; j < 4; j++)
      out[j] = (int8_t)sums[j];
  } else if (find_rows(table, &feature, 1, &row, spare)) {
    memcpy(out, row, table->width);
    if (table->checked)
      out[table->width - 1] = 0;
  }
}
