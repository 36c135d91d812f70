/* SPDX-License-Identifier: MIT */
/*
  Building a gazetteer out of tables: a draft that grows, in tables of open addressing over hashes
  that are spread already, and is then laid out as an image (gazetteer_image.c).

  Invariant: the senses of a form lie together, the most prominent first; among equals a name before
  an acronym, demonym and metonym, then the order of the tables.
*/
#include "model/gazetteer_build.h"

#include <string.h>

#define STAGE "gazetteer"

enum {
  FIRST_CELLS = 1 << 10,
  STRING_BLOCK = 32 * 1024,
  BYTES_A_FORM = 20, /* of the tables, as measured; tables of words have less, long names more */
};

/* ------------------------------------------------------------------------------------------- cells
 */

static uint32_t find_cell(const act_cells *cells, uint64_t key)
{
  if (!cells->capacity)
    return UINT32_MAX;
  size_t mask = cells->capacity - 1;
  for (size_t i = (size_t)key & mask; cells->data[i].index; i = (i + 1) & mask)
    if (cells->data[i].key == key)
      return cells->data[i].index - 1;
  return UINT32_MAX;
}

static void place_cell(act_cells *cells, act_cell cell)
{
  size_t mask = cells->capacity - 1, i = (size_t)cell.key & mask;
  while (cells->data[i].index)
    i = (i + 1) & mask;
  cells->data[i] = cell;
}

/* Give cells another capacity, a power of two and more than they hold. */
static bool resize_cells(act_cells *cells, size_t capacity)
{
  act_cells wide = { .capacity = capacity, .count = cells->count };
  wide.data = calloc(wide.capacity, sizeof *wide.data);
  if (!wide.data)
    return false;
  for (size_t i = 0; i < cells->capacity; i++)
    if (cells->data[i].index)
      place_cell(&wide, cells->data[i]);
  free(cells->data);
  *cells = wide;
  return true;
}

/* Double the capacity when half is used, so that misses end at once. */
static bool grow_cells(act_cells *cells)
{
  return cells->count * 2 < cells->capacity ||
         resize_cells(cells, cells->capacity ? cells->capacity * 2 : FIRST_CELLS);
}

static bool add_cell(act_cells *cells, uint64_t key, size_t index)
{
  if (index >= UINT32_MAX - 1 || !grow_cells(cells))
    return false;
  place_cell(cells, (act_cell){ key, (uint32_t)index + 1 });
  cells->count++;
  return true;
}

/* ---------------------------------------------------------------------------------------- building
 */

static act_word *word_of(act_draft *g, uint64_t hash)
{
  uint32_t index = find_cell(&g->word_cells, hash);
  if (index == UINT32_MAX) {
    index = (uint32_t)g->words.count;
    if (!add_cell(&g->word_cells, hash, index) || !act_array_push(&g->words, (act_word){ 0, 0 }))
      return NULL;
    size_t bit = (size_t)hash & (ACT_BEGINS_BITS - 1);
    g->begins[bit / 64] |= UINT64_C(1) << bit % 64;
  }
  return &g->words.data[index];
}

static act_form *form_of(act_draft *g, uint64_t key)
{
  uint32_t index = find_cell(&g->form_cells, key);
  if (index == UINT32_MAX) {
    index = (uint32_t)g->forms.count;
    if (!add_cell(&g->form_cells, key, index) ||
        !act_array_push(&g->forms, (act_form){ ACT_NO_NODE, 0, 0 }))
      return NULL;
  }
  return &g->forms.data[index];
}

static bool has_sense(const act_builder *b, const act_form *form, act_sense sense)
{
  for (uint32_t n = form->first; n != ACT_NO_NODE; n = b->nodes.data[n].next)
    if (b->nodes.data[n].sense.record == sense.record &&
        (b->nodes.data[n].sense.form == sense.form || sense.record == ACT_NO_RECORD))
      return true;
  return false;
}

bool act_builder_add(act_builder *b,
                     const uint64_t *hashes,
                     size_t count,
                     act_sense sense,
                     uint32_t lists)
{
  act_draft *g = b->draft;
  act_word *word = word_of(g, hashes[0]);
  if (!word)
    return false;
  if (count == 1)
    word->lists |= lists;
  if (count == 1 && sense.record == ACT_NO_RECORD)
    return true;
  word->lengths = (uint16_t)(word->lengths | 1U << (count - 1));
  uint64_t key = 0;
  for (size_t i = 0; i < count; i++)
    key = act_hash_join(key, hashes[i]);
  act_form *form = form_of(g, key);
  if (!form)
    return false;
  form->lists |= lists;
  if (has_sense(b, form, sense))
    return true;
  act_node node = { sense, form->first };
  form->first = (uint32_t)b->nodes.count;
  form->count++;
  return b->nodes.count < UINT32_MAX - 1 && act_array_push(&b->nodes, node);
}

uint32_t act_builder_find(const act_builder *b, const uint64_t *hashes, size_t count)
{
  uint64_t key = 0;
  for (size_t i = 0; i < count; i++)
    key = act_hash_join(key, hashes[i]);
  uint32_t index = count ? find_cell(&b->draft->form_cells, key) : UINT32_MAX;
  return index == UINT32_MAX ? ACT_NO_NODE : b->draft->forms.data[index].first;
}

/* Strings are packed into blocks of the arena. */
const char *act_builder_keep(act_builder *b, act_text a, act_text z)
{
  size_t need = a.size + z.size + 1;
  if (need > b->room_left) {
    size_t block = need > STRING_BLOCK ? need : STRING_BLOCK;
    b->room = act_arena_alloc(&b->draft->strings, block);
    b->room_left = b->room ? block : 0;
    if (!b->room)
      return NULL;
  }
  char *out = b->room;
  if (a.size)
    memcpy(out, a.bytes, a.size);
  if (z.size)
    memcpy(out + a.size, z.bytes, z.size);
  out[need - 1] = '\0';
  b->room += need;
  b->room_left -= need;
  return out;
}

static uint32_t weight_of(const act_draft *g, act_sense sense)
{
  if (sense.record == ACT_NO_RECORD)
    return 0;
  return g->records.data[sense.record].own ? UINT32_MAX : g->records.data[sense.record].weight;
}

static bool comes_before(const act_draft *g, act_sense a, act_sense b)
{
  uint32_t x = weight_of(g, a), y = weight_of(g, b);
  if (x != y)
    return x > y;
  return a.form != b.form ? a.form < b.form : a.record < b.record;
}

/* Insert into the last `count` senses, which are in order.  A form has few senses. */
static void sort_in(act_draft *g, size_t count)
{
  act_sense *senses = g->senses.data + g->senses.count - count;
  for (size_t i = count - 1; i > 0 && comes_before(g, senses[i], senses[i - 1]); i--) {
    act_sense other = senses[i - 1];
    senses[i - 1] = senses[i];
    senses[i] = other;
  }
}

static bool lay_out_senses(act_builder *b)
{
  act_draft *g = b->draft;
  if (!act_array_reserve(&g->senses, b->nodes.count))
    return false;
  for (size_t i = 0; i < g->forms.count; i++) {
    act_form *form = &g->forms.data[i];
    size_t first = g->senses.count;
    for (uint32_t n = form->first; n != ACT_NO_NODE; n = b->nodes.data[n].next) {
      if (!act_array_push(&g->senses, b->nodes.data[n].sense))
        return false;
      sort_in(g, g->senses.count - first);
    }
    form->first = (uint32_t)first;
  }
  return true;
}

static actant_status link_parents(act_builder *b, actant_error *err)
{
  for (size_t i = 0; i < b->parents.count; i++) {
    const act_pending *pending = &b->parents.data[i];
    act_record *record = &b->draft->records.data[pending->record];
    record->parent = act_map_get(&b->ids, pending->parent);
    if (record->parent == ACT_NO_VALUE) {
      actant_status status = act_fail(
        err, ACTANT_RULES, STAGE, "no record has the id of the parent of \"%.80s\"", record->name);
      act_error_source(err, pending->source);
      act_error_line(err, pending->line, 0);
      return status;
    }
  }
  return ACTANT_OK;
}

static uint32_t country_of(const act_draft *g, const char *iso)
{
  int slot = act_country_slot((act_text){ iso, strlen(iso) });
  return slot < 0 ? ACT_NO_RECORD : g->countries[slot];
}

static void link_countries(act_draft *g)
{
  for (size_t i = 0; i < g->records.count; i++) {
    act_record *record = &g->records.data[i];
    if (!record->iso)
      continue;
    record->country = country_of(g, record->iso);
    if (record->is_capital && record->country != ACT_NO_RECORD) {
      act_record *country = &g->records.data[record->country];
      if (country->capital == ACT_NO_RECORD)
        country->capital = (uint32_t)i;
    }
  }
}

static actant_status new_draft(act_draft **out, actant_error *err)
{
  act_draft *g = calloc(1, sizeof *g);
  if (!g || !(g->begins = calloc(ACT_BEGINS_BITS / 64, sizeof *g->begins))) {
    free(g);
    return act_fail_memory(err, STAGE);
  }
  for (size_t i = 0; i < 26 * 26; i++)
    g->countries[i] = ACT_NO_RECORD;
  *out = g;
  return ACTANT_OK;
}

/* Make room for what tables of this size are likely to hold: growing later would move everything.
 */
static bool make_room(act_builder *b, const act_sources *sources)
{
  size_t bytes = 0, capacity = FIRST_CELLS;
  for (size_t i = 0; i < sources->count; i++)
    bytes += sources->tables[i].size;
  for (size_t i = 0; i < sources->own_count; i++)
    bytes += sources->own[i].size;
  while (capacity < bytes / BYTES_A_FORM * 2)
    capacity *= 2;
  act_draft *g = b->draft;
  return resize_cells(&g->form_cells, capacity) && resize_cells(&g->word_cells, capacity / 2) &&
         act_array_reserve(&g->forms, capacity / 2) && act_array_reserve(&b->nodes, capacity / 2);
}

static actant_status read_tables(act_builder *b,
                                 const act_embedded *tables,
                                 size_t count,
                                 actant_error *err)
{
  bool *again = calloc(count ? count : 1, sizeof *again);
  if (!again)
    return act_fail_memory(err, STAGE);
  actant_status st = ACTANT_OK;
  for (size_t i = 0; i < count && st == ACTANT_OK; i++) {
    st = act_table_read(b, &tables[i], false, err);
    again[i] = b->additions;
  }
  for (size_t i = 0; i < count && st == ACTANT_OK; i++)
    if (again[i])
      st = act_table_read(b, &tables[i], true, err);
  free(again);
  return st;
}

static actant_status build(act_builder *b, const act_sources *sources, actant_error *err)
{
  if (!make_room(b, sources))
    return act_fail_memory(err, STAGE);
  TRY(read_tables(b, sources->tables, sources->count, err));
  for (size_t i = 0; i < sources->own_count; i++)
    TRY(act_own_names_read(b, &sources->own[i], err));
  TRY(link_parents(b, err));
  link_countries(b->draft);
  return lay_out_senses(b) ? ACTANT_OK : act_fail_memory(err, STAGE);
}

static void free_draft(act_draft *g)
{
  if (!g)
    return;
  act_arena_free(&g->strings);
  act_array_free(&g->records);
  act_array_free(&g->senses);
  act_array_free(&g->words);
  act_array_free(&g->forms);
  free(g->word_cells.data);
  free(g->form_cells.data);
  free(g->begins);
  free(g);
}

actant_status act_gazetteer_make_image(const act_sources *sources,
                                       unsigned char **image,
                                       size_t *size,
                                       actant_error *err)
{
  act_builder b = { 0 };
  TRY(new_draft(&b.draft, err));
  actant_status st = build(&b, sources, err);
  if (st == ACTANT_OK)
    st = act_draft_lay_out(b.draft, image, size, err);
  act_array_free(&b.nodes);
  act_array_free(&b.parents);
  act_map_free(&b.ids);
  free_draft(b.draft);
  return st;
}
