/* SPDX-License-Identifier: MIT */
/* A name is told by all its places in a document: "Solheim" by "Margit Solheim" three sentences on,
   "Halden" by "in Halden", and a capitalised word that stands in small letters elsewhere is likely
   no name.  So the document is read once for such evidence before its first sentence is named:
   first for words in small letters, then for runs of capitalised words.  Headlines and lines of
   capitals say nothing by their capitals, and are passed over.  Evidence is kept as bits by the
   number of the word's string, so that it costs a table look-up a word. */
#include "annotate/name_features.h"

#include "base/utf8.h"

#include <string.h>

/* A sentence in work. */
typedef struct reading {
  act_words *words;
  const act_annotation *annotation;
  uint32_t first, end;
} reading;

static uint32_t string_at(const reading *r, uint32_t token)
{
  return r->annotation->tokens.data[token].lower;
}

static void add_seen(const reading *r, uint32_t token, uint32_t bits)
{
  r->words->seen.data[string_at(r, token)] |= (uint16_t)bits;
}

static uint32_t lists_at(const reading *r, uint32_t token)
{
  return r->words->types.data[string_at(r, token)]->lists;
}

static bool is_form(const reading *r, uint32_t token, const char *form)
{
  return token < r->end && token >= r->first &&
         act_text_is(act_strings_text(&r->annotation->strings, string_at(r, token)), form);
}

static bool is_letter(unsigned char byte)
{
  return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool has_capital(const reading *r, uint32_t token)
{
  const act_text form = act_token_form(r->annotation, token);
  size_t at = 0;
  const unsigned char byte = (unsigned char)form.bytes[0];
  if (byte < 0x80)
    return byte >= 'A' && byte <= 'Z';
  return act_is_upper(act_utf8_next(form.bytes, form.size, &at));
}

/* Whether most long words of a sentence have capitals. */
static bool is_headline(const reading *r)
{
  uint32_t words = 0, capitals = 0;
  for (uint32_t t = r->first; t < r->end; t++) {
    const act_text form = act_token_form(r->annotation, t);
    if (form.size < 5 || !is_letter((unsigned char)form.bytes[0]))
      continue;
    words++;
    capitals += has_capital(r, t);
  }
  return words >= 3 && capitals * 10 >= words * 9;
}

static void read_small(const reading *r)
{
  for (uint32_t t = r->first; t < r->end; t++)
    if (is_letter((unsigned char)act_token_form(r->annotation, t).bytes[0]) && !has_capital(r, t))
      add_seen(r, t, ACT_SEEN_SMALL);
}

/* What stands behind a run: "who", ", who", or ", 42,". */
static bool tells_person(const reading *r, uint32_t behind)
{
  const bool comma = is_form(r, behind, ",");
  const uint32_t at = behind + comma;
  if (at >= r->end)
    return false;
  if (is_form(r, at, "who") || is_form(r, at, "whose"))
    return true;
  const act_text form = act_token_form(r->annotation, at);
  return comma && form.size == 2 && form.bytes[0] > '0' && form.bytes[0] <= '9' &&
         is_form(r, at + 1, ",");
}

enum {
  GIVEN = ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE,
  OFFICE = ACT_LIST_TITLE | ACT_LIST_ROLE,
  MOST_INITIALS = 8
};

/* Tell the initials of a run of two and more, "eu" of "European Union", that they are such. */
static void mark_initials(const reading *r, uint32_t from, uint32_t end)
{
  char initials[MOST_INITIALS];
  if (end - from < 2 || end - from > MOST_INITIALS)
    return;
  for (uint32_t t = from; t < end; t++) {
    const char byte = act_strings_get(&r->annotation->strings, string_at(r, t))[0];
    if (byte < 'a' || byte > 'z')
      return;
    initials[t - from] = byte;
  }
  const uint32_t id = act_strings_find(&r->annotation->strings, initials, end - from);
  if (id != ACT_NO_STRING && id < r->words->seen.count)
    r->words->seen.data[id] |= ACT_SEEN_INITIALS;
}

/* What the words around a run say of all of it, titles in front of it taken off. */
static uint32_t read_around(const reading *r, uint32_t before, uint32_t from, uint32_t end)
{
  uint32_t bits = before < from ? ACT_SEEN_TITLED : 0;
  if (before > r->first) {
    bits |= lists_at(r, before - 1) & OFFICE ? ACT_SEEN_TITLED : 0;
    bits |= is_form(r, before - 1, "the") ? ACT_SEEN_THE : 0;
    bits |= end - before == 1 && is_form(r, before - 1, "in") ? ACT_SEEN_PLACED : 0;
  }
  bits |= end - from > 1 ? ACT_SEEN_LONGER : 0;
  bits |= tells_person(r, end) ? ACT_SEEN_WHO : 0;
  return bits;
}

static void read_run(const reading *r, const uint32_t before, uint32_t end)
{
  uint32_t from = before;
  while (end - from > 1 && lists_at(r, from) & OFFICE)
    from++;
  const uint32_t all = read_around(r, before, from, end), size = end - from;
  const bool body = size > 1 && lists_at(r, end - 1) & ACT_LIST_ORG_WORD;
  const bool place = size > 1 && (lists_at(r, end - 1) | lists_at(r, from)) & ACT_LIST_PLACE_WORD;
  const bool given = size > 1 && size < 4 && lists_at(r, from) & GIVEN && !body;
  for (uint32_t t = from; t < end; t++) {
    uint32_t bits = all;
    bits |= body && t + 1 < end ? ACT_SEEN_IN_BODY : 0;
    bits |= place && !(lists_at(r, t) & ACT_LIST_PLACE_WORD) ? ACT_SEEN_IN_PLACE : 0;
    bits |= given && t > from ? ACT_SEEN_SURNAME : 0;
    add_seen(r, t, bits);
  }
  mark_initials(r, from, end);
}

static void read_runs(const reading *r)
{
  for (uint32_t t = r->first; t < r->end; t++) {
    const bool common = t == r->first && r->words->seen.data[string_at(r, t)] & ACT_SEEN_SMALL;
    if (common || !has_capital(r, t))
      continue;
    uint32_t end = t + 1;
    while (end < r->end && has_capital(r, end))
      end++;
    read_run(r, t, end);
    t = end - 1;
  }
}

/* Make room for the words' bits and set them to none. */
static bool begin(act_words *words, const act_annotation *a, uint32_t first, uint32_t end)
{
  const size_t strings = a->strings.texts.count;
  if (!act_array_reserve(&words->seen, strings))
    return false;
  if (words->seen.count < strings)
    memset(words->seen.data + words->seen.count,
           0,
           (strings - words->seen.count) * sizeof *words->seen.data);
  words->seen.count = strings;
  for (uint32_t t = a->sentences.data[first].first; t < a->sentences.data[end - 1].end; t++) {
    words->seen.data[a->tokens.data[t].lower] = 0;
    if (!act_words_type(words, &a->strings, a->tokens.data[t].lower))
      return false;
  }
  words->read = true;
  return true;
}

bool act_name_read(act_words *words, const act_annotation *annotation, uint32_t first, uint32_t end)
{
  if (first >= end)
    return true;
  if (!begin(words, annotation, first, end))
    return false;
  for (int pass = 0; pass < 2; pass++)
    for (uint32_t i = first; i < end; i++) {
      const act_sentence *s = &annotation->sentences.data[i];
      const reading r = { words, annotation, s->first, s->end };
      if (is_headline(&r))
        continue;
      if (pass)
        read_runs(&r);
      else
        read_small(&r);
    }
  return true;
}
