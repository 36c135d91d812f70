/* SPDX-License-Identifier: MIT */
/* Opening a table of any kind.  Reading checks every cell against the table's end: a file with
   right checksums may still have been made by a wrong hand. */
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
