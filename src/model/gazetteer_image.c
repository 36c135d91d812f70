/* SPDX-License-Identifier: MIT */
/*
  The image of a gazetteer: arrays one behind the other, without pointers, so that a program can
  carry it and open it by adding addresses.  Only records, which have strings, are copied.

  It is no file format: the numbers are as the processor has them, and it is read by the program
  that it was built with.  Where a program is built on another kind of machine than it runs on, the
  build makes none.
*/
#include "model/gazetteer_build.h"

#include <stddef.h>
#include <string.h>

#define STAGE "gazetteer"

/* A record; strings are offsets into `strings`, NO_STRING for none. */
typedef struct flat_record {
  uint32_t id, name, iso, wikidata, ids, country, capital, parent, weight;
  uint8_t kind, is_capital, own, gender;
} flat_record;

#define NO_STRING UINT32_MAX

/* The image's beginning: where its parts lie, and how many things they have. */
typedef struct header {
  uint64_t size, record_count, word_bits, form_bits;
  uint64_t records, senses, word_keys, word_starts, words, form_keys, form_starts, forms, begins,
    countries, strings;
} header;

enum { ALIGN = 64, BUCKET = 2 /* keys, on average at most */ };

/* ------------------------------------------------------------------------------------------ making
 */

typedef struct writer {
  unsigned char *bytes; /* NULL while sizes are found */
  uint64_t at;
} writer;

/* Append a part; its place. */
static uint64_t append(writer *w, const void *data, size_t size)
{
  const uint64_t at = (w->at + ALIGN - 1) / ALIGN * ALIGN;
  if (w->bytes && size)
    memcpy(w->bytes + at, data, size);
  w->at = at + size;
  return at;
}

static int compare_cells(const void *a, const void *b)
{
  const act_cell *x = a, *y = b;
  return (x->key > y->key) - (x->key < y->key);
}

/* Everything of an index and its values, in order of the keys. */
typedef struct sorted {
  act_cell *cells;
  uint64_t *keys;
  uint32_t *starts, bits;
  unsigned char *values;
  size_t count, value_size;
} sorted;

static void free_sorted(sorted *s)
{
  free(s->cells);
  free(s->keys);
  free(s->starts);
  free(s->values);
}

static bool sort_values(const act_cells *cells, const void *values, size_t value_size, sorted *out)
{
  sorted s = { .count = cells->count, .value_size = value_size, .bits = 1 };
  while (((size_t)BUCKET << s.bits) < s.count)
    s.bits++;
  s.cells = calloc(s.count + 1, sizeof *s.cells);
  s.keys = calloc(s.count + 1, sizeof *s.keys);
  s.starts = calloc(((size_t)1 << s.bits) + 1, sizeof *s.starts);
  s.values = calloc(s.count + 1, value_size);
  *out = s;
  if (!s.cells || !s.keys || !s.starts || !s.values)
    return false;
  size_t n = 0;
  for (size_t i = 0; i < cells->capacity; i++)
    if (cells->data[i].index)
      s.cells[n++] = cells->data[i];
  qsort(s.cells, n, sizeof *s.cells, compare_cells);
  for (size_t i = 0; i < n; i++) {
    s.keys[i] = s.cells[i].key;
    s.starts[(size_t)(s.cells[i].key >> (64 - s.bits)) + 1]++;
    memcpy(s.values + i * value_size,
           (const char *)values + (size_t)(s.cells[i].index - 1) * value_size,
           value_size);
  }
  for (size_t i = 0; i < (size_t)1 << s.bits; i++)
    s.starts[i + 1] += s.starts[i];
  return true;
}

static void append_sorted(writer *w,
                          const sorted *s,
                          uint64_t *keys,
                          uint64_t *starts,
                          uint64_t *at)
{
  *keys = append(w, s->keys, s->count * sizeof *s->keys);
  *starts = append(w, s->starts, (((size_t)1 << s->bits) + 1) * sizeof *s->starts);
  *at = append(w, s->values, s->count * s->value_size);
}

typedef ACT_ARRAY(char) text;

/* The offset of a string, kept once more with its NUL. */
static bool keep_string(text *strings, const char *string, uint32_t *out)
{
  *out = NO_STRING;
  if (!string)
    return true;
  const size_t size = strlen(string) + 1;
  if (strings->count > UINT32_MAX - size || !act_array_reserve(strings, strings->count + size))
    return false;
  *out = (uint32_t)strings->count;
  memcpy(strings->data + strings->count, string, size);
  strings->count += size;
  return true;
}

static bool flatten(const act_record *from, text *strings, flat_record *to)
{
  *to = (flat_record){ .country = from->country,
                       .capital = from->capital,
                       .parent = from->parent,
                       .weight = from->weight,
                       .kind = (uint8_t)from->kind,
                       .is_capital = from->is_capital,
                       .own = from->own,
                       .gender = from->gender };
  return keep_string(strings, from->id, &to->id) && keep_string(strings, from->name, &to->name) &&
         keep_string(strings, from->iso, &to->iso) &&
         keep_string(strings, from->wikidata, &to->wikidata) &&
         keep_string(strings, from->ids, &to->ids);
}

typedef struct layout {
  flat_record *records;
  text strings;
  sorted words, forms;
} layout;

static bool gather(const act_draft *draft, layout *l)
{
  *l = (layout){ .records = calloc(draft->records.count + 1, sizeof *l->records) };
  if (!l->records ||
      !sort_values(&draft->word_cells, draft->words.data, sizeof(act_word), &l->words) ||
      !sort_values(&draft->form_cells, draft->forms.data, sizeof(act_form), &l->forms))
    return false;
  for (size_t i = 0; i < draft->records.count; i++)
    if (!flatten(&draft->records.data[i], &l->strings, &l->records[i]))
      return false;
  return true;
}

/* Lay all out, with or without bytes. */
static void write_all(const act_draft *draft, const layout *l, writer *w)
{
  header h = { .record_count = draft->records.count,
               .word_bits = l->words.bits,
               .form_bits = l->forms.bits };
  w->at = sizeof h;
  h.records = append(w, l->records, draft->records.count * sizeof *l->records);
  h.senses = append(w, draft->senses.data, draft->senses.count * sizeof *draft->senses.data);
  append_sorted(w, &l->words, &h.word_keys, &h.word_starts, &h.words);
  append_sorted(w, &l->forms, &h.form_keys, &h.form_starts, &h.forms);
  h.begins = append(w, draft->begins, ACT_BEGINS_BITS / 8);
  h.countries = append(w, draft->countries, sizeof draft->countries);
  h.strings = append(w, l->strings.data, l->strings.count);
  h.size = w->at;
  if (w->bytes)
    memcpy(w->bytes, &h, sizeof h);
}

actant_status act_draft_lay_out(const act_draft *draft,
                                unsigned char **image,
                                size_t *size,
                                actant_error *err)
{
  layout l;
  writer w = { 0 };
  bool good = gather(draft, &l);
  if (good) {
    write_all(draft, &l, &w);
    w.bytes = calloc(1, (size_t)w.at);
    good = w.bytes != NULL;
  }
  if (good)
    write_all(draft, &l, &w);
  free(l.records);
  act_array_free(&l.strings);
  free_sorted(&l.words);
  free_sorted(&l.forms);
  if (!good)
    return act_fail_memory(err, STAGE);
  *image = w.bytes;
  *size = (size_t)w.at;
  return ACTANT_OK;
}

/* ----------------------------------------------------------------------------------------- opening
 */

static const void *part(const unsigned char *image, uint64_t at)
{
  return image + at;
}

static const char *string_at(const char *strings, uint32_t offset)
{
  return offset == NO_STRING ? NULL : strings + offset;
}

static void unfold_records(const unsigned char *image, const header *h, act_record *out)
{
  const flat_record *flat = part(image, h->records);
  const char *strings = part(image, h->strings);
  for (size_t i = 0; i < h->record_count; i++)
    out[i] = (act_record){ .id = string_at(strings, flat[i].id),
                           .name = string_at(strings, flat[i].name),
                           .kind = (act_record_kind)flat[i].kind,
                           .iso = string_at(strings, flat[i].iso),
                           .wikidata = string_at(strings, flat[i].wikidata),
                           .ids = string_at(strings, flat[i].ids),
                           .country = flat[i].country,
                           .capital = flat[i].capital,
                           .parent = flat[i].parent,
                           .is_capital = flat[i].is_capital,
                           .own = flat[i].own,
                           .gender = flat[i].gender,
                           .weight = flat[i].weight };
}

actant_status act_gazetteer_open_image(const unsigned char *image,
                                       act_gazetteer **out,
                                       actant_error *err)
{
  header h;
  memcpy(&h, image, sizeof h);
  act_gazetteer *g = calloc(1, sizeof *g);
  if (g)
    g->records = calloc((size_t)h.record_count + 1, sizeof *g->records);
  if (!g || !g->records) {
    free(g);
    return act_fail_memory(err, STAGE);
  }
  g->record_count = (size_t)h.record_count;
  unfold_records(image, &h, g->records);
  for (size_t i = 0; i < g->record_count; i++)
    g->has_own |= g->records[i].own;
  g->senses = part(image, h.senses);
  g->word_index =
    (act_index){ part(image, h.word_keys), part(image, h.word_starts), (uint32_t)h.word_bits };
  g->form_index =
    (act_index){ part(image, h.form_keys), part(image, h.form_starts), (uint32_t)h.form_bits };
  g->words = part(image, h.words);
  g->forms = part(image, h.forms);
  g->begins = part(image, h.begins);
  g->countries = part(image, h.countries);
  *out = g;
  return ACTANT_OK;
}
