/* SPDX-License-Identifier: MIT */
/* Nineteen cells of twenty are zero, so the file keeps a byte of distance and a byte of weight for
   each other one, in two runs; memory holds all, since a row must be one cache line away.  Reading
   checks every cell against the table's end: a file with right checksums may still have been made
   by a wrong hand. */
#include "model/table.h"

#include "model/weights.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "model";

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

actant_status act_table_expand(const void *data, size_t size, act_table *out, actant_error *err)
{
  const unsigned char *bytes = data;
  if (size < ACT_TABLE_HEADER)
    return refuse(err, "a table is cut short");
  act_table table = {
    NULL, act_get_u32(bytes), act_get_u32(bytes + 4), act_get_u32(bytes + 12) == 1
  };
  const uint32_t count = act_get_u32(bytes + 8);
  if (table.row_bits < 1 || table.row_bits > ACT_TABLE_ROW_BITS || table.width > ACT_TABLE_WIDTH ||
      !power_of_two(table.width))
    return refuse(err, "a table has a size that none can have");
  if (act_get_u32(bytes + 12) > 1 || (table.checked && table.width < 2))
    return refuse(err, "a table is of an unknown kind");
  if (count > (size - ACT_TABLE_HEADER) / 2)
    return refuse(err, "a table holds fewer weights than it says");
  /* A multiple of 64 even for the smallest table, as aligned_alloc wants. */
  const size_t total = (((size_t)1 << table.row_bits) * table.width + 63) & ~(size_t)63;
  table.cells = aligned_alloc(64, total);
  if (!table.cells)
    return act_fail_memory(err, stage);
  memset(table.cells, 0, total);
  if (!fill(bytes + ACT_TABLE_HEADER, bytes + size, count, &table)) {
    act_table_free(&table);
    return refuse(err, "a table's weights lie outside it");
  }
  *out = table;
  return ACTANT_OK;
}

void act_table_free(act_table *table)
{
  free(table->cells);
  table->cells = NULL;
}
