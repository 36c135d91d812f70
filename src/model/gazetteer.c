/* SPDX-License-Identifier: MIT */
/*
  The gazetteer: records, forms and word lists in arrays, found over hashes.

  A form's key joins the hashes of its tokens.  Matching takes the first token, asks the bit set and
  then `words` which lengths of form begin with it, and looks those lengths up, longest first; so a
  token that begins nothing costs one bit, and no trie is needed.  Keys are 64 bits and not checked
  against text: with some 10^5 forms, a token sequence that is none matches one with a chance of
  about 10^-14.

  Invariant: after opening nothing changes, so threads may share it.
*/
#include "model/gazetteer_build.h"

#include <string.h>

#define STAGE "gazetteer"

/* ----------------------------------------------------------------------------------------- opening
 */

static actant_status open_sources(const act_sources *sources,
                                  act_gazetteer **out,
                                  actant_error *err)
{
  unsigned char *image = NULL;
  size_t size;
  TRY(act_gazetteer_make_image(sources, &image, &size, err));
  actant_status st = act_gazetteer_open_image(image, out, err);
  if (st == ACTANT_OK)
    (*out)->image = image;
  else
    free(image);
  return st;
}

actant_status act_gazetteer_open_tables(const act_embedded *tables,
                                        size_t count,
                                        act_gazetteer **out,
                                        actant_error *err)
{
  return open_sources(&(act_sources){ .tables = tables, .count = count }, out, err);
}

static bool is_table(act_embedded file)
{
  size_t n = strlen(file.name);
  return n > 4 && strcmp(file.name + n - 4, ".tsv") == 0;
}

actant_status act_gazetteer_open_with(const act_embedded *own,
                                      size_t count,
                                      act_gazetteer **out,
                                      actant_error *err)
{
  act_embedded *tables = calloc(act_embedded_count() + 1, sizeof *tables);
  if (!tables)
    return act_fail_memory(err, STAGE);
  act_sources sources = { .tables = tables, .own = own, .own_count = count };
  for (size_t i = 0; i < act_embedded_count(); i++)
    if (is_table(act_embedded_at(i)))
      tables[sources.count++] = act_embedded_at(i);
  actant_status st = open_sources(&sources, out, err);
  free(tables);
  return st;
}

actant_status act_gazetteer_open_embedded_tables(act_gazetteer **out, actant_error *err)
{
  return act_gazetteer_open_with(NULL, 0, out, err);
}

actant_status act_gazetteer_open(act_gazetteer **out, actant_error *err)
{
  act_embedded image;
  if (act_embedded_find(ACT_GAZETTEER_IMAGE, &image))
    return act_gazetteer_open_image((const unsigned char *)image.data, out, err);
  return act_gazetteer_open_embedded_tables(out, err);
}

void act_gazetteer_free(act_gazetteer *g)
{
  if (!g)
    return;
  free(g->image);
  free(g->records);
  free(g);
}

/* ---------------------------------------------------------------------------------------- matching
 */

static uint32_t find_key(const act_index *index, uint64_t key)
{
  const size_t bucket = (size_t)(key >> (64 - index->bits));
  for (uint32_t i = index->starts[bucket], end = index->starts[bucket + 1]; i < end; i++)
    if (index->keys[i] == key)
      return i;
  return UINT32_MAX;
}

static const act_word *find_word(const act_gazetteer *g, uint64_t hash)
{
  size_t bit = (size_t)hash & (ACT_BEGINS_BITS - 1);
  if (!(g->begins[bit / 64] >> bit % 64 & 1))
    return NULL;
  const uint32_t index = find_key(&g->word_index, hash);
  return index == UINT32_MAX ? NULL : &g->words[index];
}

/* The longest form of at most `count` tokens whose length is in `lengths`; keys[n - 1] joins the
 * first n tokens. */
static bool match_lengths(const act_gazetteer *g,
                          const act_word *word,
                          const uint64_t *keys,
                          size_t count,
                          act_gazetteer_hit *hit)
{
  for (size_t n = count; n > 0; n--) {
    if (!(word->lengths >> (n - 1) & 1))
      continue;
    uint32_t index = find_key(&g->form_index, keys[n - 1]);
    if (index == UINT32_MAX)
      continue;
    const act_form *form = &g->forms[index];
    *hit = (act_gazetteer_hit){
      (uint32_t)n, form->lists | (n == 1 ? word->lists : 0), form->first, form->count
    };
    return true;
  }
  return false;
}

bool act_gazetteer_match(const act_gazetteer *g,
                         const uint64_t *lower_hashes,
                         size_t count,
                         act_gazetteer_hit *hit)
{
  if (!count)
    return false;
  const act_word *word = find_word(g, lower_hashes[0]);
  if (!word || !word->lengths)
    return false;
  uint64_t keys[ACT_FORM_TOKENS_MAX], key = 0;
  size_t longest = 0;
  for (size_t n = 0; n < count && n < ACT_FORM_TOKENS_MAX && word->lengths >> n; n++) {
    key = act_hash_join(key, lower_hashes[n]);
    keys[n] = key;
    longest = n + 1;
  }
  return match_lengths(g, word, keys, longest, hit);
}

bool act_gazetteer_lookup(const act_gazetteer *g,
                          const char *text,
                          size_t size,
                          act_gazetteer_hit *hit)
{
  uint64_t hashes[ACT_FORM_TOKENS_MAX];
  size_t count = act_form_hashes(text, size, 0, hashes);
  act_gazetteer_hit found;
  if (!act_gazetteer_match(g, hashes, count, &found) || found.tokens != count)
    return false;
  *hit = found;
  return true;
}

act_sense act_gazetteer_sense(const act_gazetteer *g, uint32_t index)
{
  return g->senses[index];
}

const act_record *act_gazetteer_record(const act_gazetteer *g, uint32_t record)
{
  return record < g->record_count ? &g->records[record] : NULL;
}

bool act_gazetteer_has_own(const act_gazetteer *g)
{
  return g->has_own;
}

size_t act_gazetteer_record_count(const act_gazetteer *g)
{
  return g->record_count;
}

uint32_t act_gazetteer_country(const act_gazetteer *g, const char *iso)
{
  const int slot = act_country_slot((act_text){ iso, strlen(iso) });
  return slot < 0 ? ACT_NO_RECORD : g->countries[slot];
}

uint32_t act_gazetteer_word_lists(const act_gazetteer *g, uint64_t lower_hash)
{
  const act_word *word = find_word(g, lower_hash);
  return word ? word->lists : 0;
}
