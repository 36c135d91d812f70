/* SPDX-License-Identifier: MIT */
/*
  Resolving asks of every word, and of the phrases that it ends, what the tables say: some forty
  times a word.  So the phrases stand in one open-addressed table over their 64-bit hashes, which
  are not checked against text: with some 10^4 keys, a phrase that is none matches one with a chance
  of about 10^-15.  The first bytes of each row are keys too, so that most words cost one look.
*/
#include "resolve/noun_index.h"

#include "base/array.h"
#include "base/hash.h"
#include "lexicon/lexicon.h"

#include <stdlib.h>
#include <string.h>

/* The image: this, then keys, values and rows.  All but keys and values are bytes. */
typedef struct header {
  uint32_t slot_bits, rows;
} header;

enum { NO_ROW = UINT16_MAX, LEAST_BITS = 4 };

static uint64_t phrase_key(const char *form, size_t size)
{
  return act_hash_bytes(form, size);
}

static uint64_t beginning_key(const char *bytes, size_t size)
{
  return act_hash_join(1, act_hash_bytes(bytes, size));
}

/* ------------------------------------------------------------------------------------------ asking
 */

static header header_of(const unsigned char *image)
{
  header h;
  memcpy(&h, image, sizeof h);
  return h;
}

static const uint64_t *keys_of(const unsigned char *image)
{
  return (const uint64_t *)(const void *)(image + sizeof(header));
}

static const uint16_t *values_of(const unsigned char *image, uint32_t slot_bits)
{
  return (const uint16_t *)(const void *)(keys_of(image) + ((size_t)1 << slot_bits));
}

/* The slot of a key, or that of the first empty one: its key is 0. */
static size_t find_slot(const uint64_t *keys, uint32_t slot_bits, uint64_t key)
{
  const size_t mask = ((size_t)1 << slot_bits) - 1;
  size_t at = (size_t)(key >> (64 - slot_bits));
  while (keys[at] && keys[at] != key)
    at = (at + 1) & mask;
  return at;
}

bool act_noun_index_find(const unsigned char *image, const char *form, size_t size, act_noun *out)
{
  const header h = header_of(image);
  const uint64_t *keys = keys_of(image);
  const size_t at = find_slot(keys, h.slot_bits, phrase_key(form, size));
  if (!keys[at])
    return false;
  const uint16_t *values = values_of(image, h.slot_bits);
  memcpy(out,
         (const unsigned char *)(values + ((size_t)1 << h.slot_bits)) + values[at] * sizeof *out,
         sizeof *out);
  return true;
}

bool act_noun_index_begins(const unsigned char *image, const char *bytes, size_t size)
{
  const uint64_t *keys = keys_of(image);
  return keys[find_slot(keys, header_of(image).slot_bits, beginning_key(bytes, size))] != 0;
}

/* ------------------------------------------------------------------------------------------ making
 */

typedef struct draft {
  act_map map; /* a key's row, or NO_ROW */
  ACT_ARRAY(uint64_t) keys;
  ACT_ARRAY(act_noun) rows;
} draft;

static bool add_key(draft *d, uint64_t key, uint32_t value)
{
  if (act_map_get(&d->map, key) != ACT_NO_VALUE)
    return true;
  return act_map_set(&d->map, key, value) && act_array_push(&d->keys, key);
}

/* The row of a form: what the tables say of it, which for a form of two rows is one of them. */
static bool add_row(draft *d, const char *form, size_t size)
{
  act_noun noun;
  for (size_t n = 1; n <= size && n <= ACT_NOUN_BEGINNING; n++)
    if (act_noun_table_begins(form, n) && !add_key(d, beginning_key(form, n), NO_ROW))
      return false;
  if (!act_noun_table_find(form, size, &noun))
    return true;
  return add_key(d, phrase_key(form, size), (uint32_t)d->rows.count) &&
         act_array_push(&d->rows, noun);
}

static bool add_table(draft *d, const act_embedded *table)
{
  const char *at = table->data, *end = at + table->size;
  while (at < end) {
    const char *newline = memchr(at, '\n', (size_t)(end - at)), *behind = newline ? newline : end;
    const char *tab = memchr(at, '\t', (size_t)(behind - at));
    if (*at != '#' && !add_row(d, at, (size_t)((tab ? tab : behind) - at)))
      return false;
    at = newline ? newline + 1 : end;
  }
  return true;
}

/* At most half of the slots are taken. */
static bool lay_out(const draft *d, unsigned char **image, size_t *size)
{
  header h = { .slot_bits = LEAST_BITS, .rows = (uint32_t)d->rows.count };
  while (((size_t)1 << h.slot_bits) < 2 * d->keys.count)
    h.slot_bits++;
  const size_t slots = (size_t)1 << h.slot_bits, rows = d->rows.count * sizeof(act_noun);
  *size = sizeof h + slots * (sizeof(uint64_t) + sizeof(uint16_t)) + rows;
  uint64_t *keys = calloc(slots, sizeof *keys);
  uint16_t *values = calloc(slots, sizeof *values);
  *image = malloc(*size);
  const bool good = keys && values && *image;
  for (size_t i = 0; good && i < d->keys.count; i++) {
    const size_t at = find_slot(keys, h.slot_bits, d->keys.data[i]);
    keys[at] = d->keys.data[i];
    values[at] = (uint16_t)act_map_get(&d->map, d->keys.data[i]);
  }
  if (good) {
    unsigned char *at = *image;
    memcpy(at, &h, sizeof h);
    memcpy(at + sizeof h, keys, slots * sizeof *keys);
    memcpy(at + sizeof h + slots * sizeof *keys, values, slots * sizeof *values);
    memcpy(at + *size - rows, d->rows.data, rows);
  } else {
    free(*image);
  }
  free(keys);
  free(values);
  return good;
}

bool act_noun_index_make(unsigned char **image, size_t *size)
{
  draft d = { .map = { 0 } };
  act_embedded table;
  bool good = true;
  for (size_t i = 0; i < ACT_NOUN_TABLES; i++)
    good = good && (!act_embedded_find(act_noun_tables[i], &table) || add_table(&d, &table));
  good = good && d.rows.count && d.rows.count < NO_ROW && lay_out(&d, image, size);
  act_map_free(&d.map);
  act_array_free(&d.keys);
  act_array_free(&d.rows);
  return good;
}
