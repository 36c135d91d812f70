/* SPDX-License-Identifier: MIT */
/* A word is looked at once: what its letters say is kept by its hash from document to document, and
   by its string's number within one, so that the predictors behind touch no text.  What depends on
   capitals is found once a sentence.

   As in the gazetteer, hashes of 64 bits are not checked against text.

   Invariants
   1. A record of a word type never moves while its document lasts.
   2. Hashes of words, affixes and shapes are never 0; 0 says that there is none. */
#include "annotate/features.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "annotate";

enum { MOST_KNOWN = 1 << 16 }; /* word types kept from document to document: some 5 MB */

bool act_words_set_tags(act_words *words, const unsigned char *pairs, size_t count)
{
  if (count == 0 || count > ACT_TAG_LABELS)
    return false;
  memset(words->tag_of, 0, sizeof words->tag_of);
  uint8_t first[ACT_UPOS_COUNT] = { 0 };
  for (size_t i = 0; i < count; i++) {
    act_tag_pair pair = { pairs[2 * i], pairs[2 * i + 1] };
    if (pair.upos >= ACT_UPOS_COUNT || pair.xpos >= ACT_XPOS_COUNT)
      return false;
    words->tags[i] = pair;
    words->tag_of[pair.upos][pair.xpos] = (uint8_t)(i + 1);
    if (!first[pair.upos])
      first[pair.upos] = (uint8_t)(i + 1);
  }
  /* A pair that is no label counts as the first, most frequent one of its UPOS. */
  for (size_t u = 1; u < ACT_UPOS_COUNT; u++)
    for (size_t x = 0; x < ACT_XPOS_COUNT; x++)
      if (!words->tag_of[u][x])
        words->tag_of[u][x] = first[u];
  words->tag_count = (uint32_t)count;
  return true;
}

static actant_status need_table(const act_weights *weights,
                                const char *name,
                                uint32_t width,
                                const act_table **out,
                                actant_error *err)
{
  *out = act_weights_table(weights, name);
  if (!*out || (*out)->width != width)
    return act_fail(
      err, ACTANT_MODEL, stage, "the model file lacks its %s, or has another kind", name);
  return ACTANT_OK;
}

static actant_status find_sections(act_words *w, actant_error *err)
{
  const void *data;
  size_t size;
  TRY(need_table(w->weights, "table.tagger", ACT_TAG_LABELS, &w->tagger, err));
  TRY(need_table(w->weights, "table.moves", 4, &w->moves, err));
  TRY(need_table(w->weights, "table.labels", 64, &w->labels, err));
  TRY(need_table(w->weights, "table.names", 16, &w->names, err));
  if (!act_weights_section(w->weights, "tagger.labels", &data, &size) ||
      !act_words_set_tags(w, data, size / 2))
    return act_fail(
      err, ACTANT_MODEL, stage, "the model file lacks the tagger's labels, or has unknown ones");
  if (act_weights_section(w->weights, "clusters", &data, &size)) {
    w->clusters = data;
    w->cluster_count = size / 8;
  }
  return ACTANT_OK;
}

actant_status act_words_new(const act_weights *weights,
                            const act_gazetteer *gazetteer,
                            act_words **out,
                            actant_error *err)
{
  act_words *words = calloc(1, sizeof *words);
  if (!words)
    return act_fail_memory(err, stage);
  words->weights = weights;
  words->gazetteer = gazetteer;
  actant_status st = find_sections(words, err);
  if (st == ACTANT_OK)
    *out = words;
  else
    act_words_free(words);
  return st;
}

void act_words_reset(act_words *words)
{
  if (words->known.count > MOST_KNOWN) {
    act_arena_reset(&words->arena);
    act_map_clear(&words->numbers);
    words->known.count = 0;
  }
  words->types.count = 0;
  words->seen.count = 0;
  words->read = false;
  act_map_clear(&words->called);
  act_words_forget(words);
}

void act_words_clear(act_words *words)
{
  act_arena_free(&words->arena);
  act_arena_free(&words->scratch);
  act_array_free(&words->known);
  act_array_free(&words->types);
  act_array_free(&words->words);
  act_array_free(&words->spellings);
  act_array_free(&words->seen);
  act_map_free(&words->numbers);
  act_map_free(&words->called);
}

void act_words_free(act_words *words)
{
  if (!words)
    return;
  act_words_clear(words);
  free(words);
}

/* FNV-1a of 32 bits; `seed` keeps kinds apart. */
static uint32_t hash32(const char *bytes, size_t size, uint32_t seed)
{
  uint32_t h = UINT32_C(2166136261) ^ seed * UINT32_C(0x9e3779b9);
  for (size_t i = 0; i < size; i++)
    h = (h ^ (unsigned char)bytes[i]) * UINT32_C(16777619);
  h ^= h >> 15;
  h *= UINT32_C(0x2c1b3c6d);
  h ^= h >> 13;
  return h ? h : 1;
}

/* The hash of a form with its digits made one, so that "1997" and "2013" are a word. */
static uint32_t hash_form(act_text form, uint32_t seed)
{
  char copy[64];
  bool digits = false;
  size_t size = form.size < sizeof copy ? form.size : sizeof copy;
  for (size_t i = 0; i < size; i++) {
    bool digit = form.bytes[i] >= '0' && form.bytes[i] <= '9';
    copy[i] = digit ? '0' : form.bytes[i];
    digits |= digit;
  }
  return digits ? hash32(copy, size, seed) : hash32(form.bytes, form.size, seed);
}

static void find_affixes(act_text form, act_word_type *type)
{
  size_t ends[8], starts[5], front = 0, back = 0, at = 0;
  while (front < 4 && at < form.size) {
    (void)act_utf8_next(form.bytes, form.size, &at);
    ends[front++] = at;
  }
  at = form.size;
  while (back < 5 && at > 0) {
    (void)act_utf8_previous(form.bytes, &at);
    starts[back++] = at;
  }
  for (uint32_t i = 0; i < 4; i++)
    type->suffix[i] =
      back > i + (i > 0) ? hash32(form.bytes + starts[i], form.size - starts[i], 10 + i) : 0;
  for (uint32_t i = 0; i < 3; i++)
    type->prefix[i] = front > i ? hash32(form.bytes, ends[i], 20 + i) : 0;
}

uint32_t act_word_hash(act_text lower)
{
  return hash_form(lower, 0);
}

/* Look a word up among the clusters: rows of hash and bits, sorted by hash. */
static uint32_t find_cluster(const act_words *words, uint32_t hash)
{
  size_t low = 0, high = words->cluster_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    uint32_t at = act_get_u32(words->clusters + 8 * middle);
    if (at == hash)
      return act_get_u32(words->clusters + 8 * middle + 4);
    if (at < hash)
      low = middle + 1;
    else
      high = middle;
  }
  return 0;
}

static act_word_type *make_type(act_words *words, act_text form, uint64_t key)
{
  act_word_type *type = act_arena_zalloc(&words->arena, 1, sizeof *type);
  if (!type)
    return NULL;
  type->key = key;
  type->hash = act_word_hash(form);
  type->length = (uint8_t)(form.size < 255 ? form.size : 255);
  find_affixes(form, type);
  type->lists = words->gazetteer ? act_gazetteer_word_lists(words->gazetteer, key) : 0;
  type->cluster = find_cluster(words, type->hash);
  const uint32_t number = (uint32_t)words->known.count;
  return act_array_push(&words->known, type) && act_map_set(&words->numbers, key, number) ? type
                                                                                          : NULL;
}

/* Make room for the records of all strings that a document has so far. */
static bool reach(act_words *words, size_t strings)
{
  const size_t count = words->types.count;
  if (!act_array_reserve(&words->types, strings))
    return false;
  memset(words->types.data + count, 0, (strings - count) * sizeof *words->types.data);
  words->types.count = strings;
  return true;
}

const act_word_type *act_words_type(act_words *words, const act_strings *strings, uint32_t string)
{
  if (string >= words->types.count && !reach(words, strings->texts.count))
    return NULL;
  act_word_type *type = words->types.data[string];
  if (type)
    return type;
  const uint64_t key = strings->hashes[string];
  const uint32_t number = act_map_get(&words->numbers, key);
  type = number != ACT_NO_VALUE ? words->known.data[number]
                                : make_type(words, act_strings_text(strings, string), key);
  return words->types.data[string] = type;
}

static char shape_of(uint32_t code)
{
  if (code < 0x80)
    return (char)(code >= 'a' && code <= 'z'   ? 'x'
                  : code >= 'A' && code <= 'Z' ? 'X'
                  : code >= '0' && code <= '9' ? 'd'
                                               : (char)code);
  return act_is_upper(code)    ? 'X'
         : act_is_letter(code) ? 'x'
         : act_is_digit(code)  ? 'd'
         : act_is_mark(code)   ? 'x'
                               : '?';
}

static act_spelling spell(act_text form)
{
  act_spelling s = { .size = 0 };
  size_t at = 0;
  while (at < form.size) {
    const bool front = at == 0;
    const unsigned char byte = (unsigned char)form.bytes[at];
    const char c = shape_of(byte < 0x80 ? (at++, byte) : act_utf8_next(form.bytes, form.size, &at));
    s.first |= front && c == 'X';
    s.inner |= s.lower && c == 'X';
    s.upper |= c == 'X';
    s.lower |= c == 'x';
    s.letters += c == 'X' || c == 'x';
    const bool run = s.size >= 2 && s.text[s.size - 1] == c && s.text[s.size - 2] == c;
    if (!run && s.size < sizeof s.text)
      s.text[s.size++] = c;
  }
  return s;
}

/* Whether a sentence is set in capitals, or like a title: judged by its words of three letters and
 * more. */
static act_casing find_casing(const act_spelling *spellings, size_t count)
{
  uint32_t words = 0, upper = 0, title = 0, long_words = 0, long_title = 0;
  for (size_t i = 0; i < count; i++) {
    const act_spelling *form = &spellings[i];
    if (form->letters < 3)
      continue;
    words++;
    upper += form->upper && !form->lower;
    title += form->first;
    long_words += form->letters > 4;
    long_title += form->letters > 4 && form->first;
  }
  if (words >= 2 && upper * 5 >= words * 4)
    return ACT_CASING_UPPER;
  if (words >= 4 && long_words >= 3 && long_title * 10 >= long_words * 9 && title * 3 >= words * 2)
    return ACT_CASING_TITLE;
  return ACT_CASING_PLAIN;
}

static uint8_t tag_of(const act_words *words, const act_token *t)
{
  return words
    ->tag_of[t->upos < ACT_UPOS_COUNT ? t->upos : 0][t->xpos < ACT_XPOS_COUNT ? t->xpos : 0];
}

static bool load_word(act_words *words,
                      const act_annotation *a,
                      uint32_t token,
                      const act_spelling *s,
                      act_word *out)
{
  const act_token *t = &a->tokens.data[token];
  out->type = act_words_type(words, &a->strings, t->lower);
  if (!out->type)
    return false;
  const bool upper = words->casing == ACT_CASING_UPPER;
  out->form = upper ? out->type->hash : hash_form(act_token_form(a, token), 1);
  out->shape = hash32(s->text, s->size, 30 + (uint32_t)words->casing);
  out->capital = (uint8_t)(upper ? 0 : s->upper && !s->lower ? 2 : s->first ? 1 : s->inner ? 3 : 0);
  out->tag = tag_of(words, t);
  return true;
}

bool act_words_load(act_words *words, const act_annotation *annotation, uint32_t sentence)
{
  const act_sentence *s = &annotation->sentences.data[sentence];
  const act_token *tokens = annotation->tokens.data + s->first;
  const size_t count = s->end - s->first;
  if (words->loaded == annotation && words->loaded_first == s->first &&
      words->loaded_end == s->end) {
    for (size_t i = 0; i < count; i++)
      words->words.data[i].tag = tag_of(words, &tokens[i]);
    return true;
  }
  act_words_forget(words);
  words->words.count = 0;
  if (!act_array_reserve(&words->words, count + 1) ||
      !act_array_reserve(&words->spellings, count + 1))
    return false;
  for (size_t i = 0; i < count; i++)
    words->spellings.data[i] = spell(act_token_form(annotation, s->first + (uint32_t)i));
  words->casing = find_casing(words->spellings.data, count);
  for (size_t i = 0; i < count; i++)
    if (!load_word(words,
                   annotation,
                   s->first + (uint32_t)i,
                   &words->spellings.data[i],
                   &words->words.data[i]))
      return false;
  words->words.count = count;
  words->loaded = annotation;
  words->loaded_first = s->first;
  words->loaded_end = s->end;
  return true;
}
