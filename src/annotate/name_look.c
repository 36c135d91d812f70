/* SPDX-License-Identifier: MIT */
/* What surrounds each word of a sentence: the run of capitalised words it is in, the form of the
   gazetteer that covers it, what its form was called before in the document.  Words that no name
   has by their looks, some four of five, are silent: they are not scored, and get no label. */
#include "annotate/annotation.h"
#include "annotate/name_features.h"

static bool is_closed_class(uint8_t upos)
{
  switch (upos) {
    case ACT_UPOS_DET:
    case ACT_UPOS_PRON:
    case ACT_UPOS_ADP:
    case ACT_UPOS_CCONJ:
    case ACT_UPOS_SCONJ:
    case ACT_UPOS_AUX:
    case ACT_UPOS_PART:
    case ACT_UPOS_INTJ:
    case ACT_UPOS_PUNCT:
    case ACT_UPOS_ADV:
      return true;
    default:
      return false;
  }
}

/* Whether a token may be a word of a name by its looks; where all words have capitals, by its tag.
 */
static bool name_like(const act_words *words, const act_annotation *a, uint32_t first, uint32_t at)
{
  const uint8_t upos = a->tokens.data[first + at].upos;
  if (words->casing != ACT_CASING_PLAIN)
    return upos == ACT_UPOS_PROPN;
  return words->words.data[at].capital && !is_closed_class(upos);
}

static bool is_one_of(act_text form, const char *const *list, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (act_text_is(form, list[i]))
      return true;
  return false;
}

/* Whether a word may stand inside a run of capitalised words. */
static bool is_link(act_text form)
{
  static const char *const links[] = { "of", "the", "for", "&", "-", "de", "al", "and" };
  return is_one_of(form, links, sizeof links / sizeof *links);
}

/* Whether a word may stand inside a name though it has no capital. */
static bool may_join(act_text form)
{
  static const char *const words[] = { "van", "der", "den", "von", "bin", "ibn", "la",  "le",
                                       "du",  "da",  "do",  "di",  "del", "dos", "'s",  "’s",
                                       "'",   "’",   "on",  "in",  "to",  ",",   ".",   "/",
                                       "y",   "e",   "et",  "el",  "at",  "–",   "und", "des" };
  return is_link(form) || is_one_of(form, words, sizeof words / sizeof *words);
}

static void find_runs(const act_words *words,
                      const act_annotation *a,
                      uint32_t first,
                      uint32_t count,
                      act_name_word *names)
{
  for (uint32_t i = 0; i < count; i++) {
    if (!name_like(words, a, first, i))
      continue;
    uint32_t last = i;
    for (uint32_t j = i + 1; j < count && j <= last + 3; j++) {
      if (name_like(words, a, first, j))
        last = j;
      else if (!is_link(act_token_form(a, first + j)))
        break;
    }
    for (uint32_t j = i; j <= last; j++) {
      names[j].run_first = i;
      names[j].run_last = last;
    }
    i = last;
  }
}

/* How many senses of a word are the user's own, which come first.  They are marked where they stand
 * (own_names.c), and do not make the finder cut a longer name that begins so, or forget a namesake.
 */
static uint32_t own_senses(const act_gazetteer *gazetteer, const act_gazetteer_hit *hit)
{
  uint32_t n = 0;
  for (; hit->tokens == 1 && n < hit->count; n++) {
    const act_sense sense = act_gazetteer_sense(gazetteer, hit->first + n);
    if (sense.record == ACT_NO_RECORD || !act_gazetteer_record(gazetteer, sense.record)->own)
      break;
  }
  return n;
}

/* The first, most prominent record of a form: its kind, how the form names it, and the logarithm of
   its weight (people in thousands and the like). */
static uint16_t sense_of(const act_gazetteer *gazetteer, const act_gazetteer_hit *hit)
{
  if (!hit->count)
    return 1;
  const act_sense sense = act_gazetteer_sense(gazetteer, hit->first + own_senses(gazetteer, hit));
  if (sense.record == ACT_NO_RECORD)
    return 2;
  const act_record *record = act_gazetteer_record(gazetteer, sense.record);
  const uint32_t size = record->weight ? 32 - (uint32_t)__builtin_clz(record->weight) : 0;
  return (uint16_t)(16 + (record->kind * 4 + sense.form) * 16 + (size < 30 ? size / 2 : 15));
}

static void mark_form(act_name_word *names,
                      uint32_t at,
                      const act_gazetteer_hit *hit,
                      uint16_t sense)
{
  for (uint32_t j = 0; j < hit->tokens; j++) {
    names[at + j].lists = hit->lists;
    names[at + j].sense = sense;
    names[at + j].list_part = hit->tokens == 1       ? ACT_PART_UNIT
                              : j == 0               ? ACT_PART_BEGIN
                              : j + 1 == hit->tokens ? ACT_PART_LAST
                                                     : ACT_PART_INSIDE;
  }
}

static bool find_forms(act_words *words, uint32_t count, act_name_word *names)
{
  uint64_t *keys = act_arena_zalloc(&words->scratch, count, sizeof *keys);
  if (!keys)
    return false;
  for (uint32_t i = 0; i < count; i++)
    keys[i] = words->words.data[i].type->key;
  act_gazetteer_hit hit;
  for (uint32_t i = 0; i < count; i++) {
    if (words->casing != ACT_CASING_UPPER && !words->words.data[i].capital)
      continue;
    if (act_gazetteer_match(words->gazetteer, keys + i, count - i, &hit) && hit.tokens &&
        hit.tokens <= count - i &&
        !(hit.count && own_senses(words->gazetteer, &hit) == hit.count)) {
      mark_form(names, i, &hit, sense_of(words->gazetteer, &hit));
      i += hit.tokens - 1;
    }
  }
  return true;
}

enum {
  NAMED = ACT_LIST_COUNTRY | ACT_LIST_REGION | ACT_LIST_CITY | ACT_LIST_ORGANISATION |
          ACT_LIST_PERSON | ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE,
  NEAR = 3 /* words between two of a name that have no capitals, and one */
};

/* Whether a word alone may be a name or begin one. */
static bool speaks(const act_words *words, const act_token *token, uint32_t at)
{
  const act_word *w = &words->words.data[at];
  return words->casing == ACT_CASING_UPPER || w->capital || token->upos == ACT_UPOS_PROPN ||
         (w->type->lists & NAMED && !(w->type->lists & ACT_LIST_ORDINARY));
}

static void find_silent(const act_words *words,
                        const act_annotation *a,
                        uint32_t first,
                        uint32_t count,
                        act_name_word *names)
{
  uint32_t last = UINT32_MAX; /* that speaks */
  for (uint32_t i = 0; i < count; i++) {
    names[i].silent = !speaks(words, &a->tokens.data[first + i], i) && names[i].run_first > i;
    if (names[i].silent)
      continue;
    if (last != UINT32_MAX && i - last <= NEAR && i - last > 1) {
      bool joined = true;
      for (uint32_t j = last + 1; j < i; j++)
        joined &= may_join(act_token_form(a, first + j));
      for (uint32_t j = last + 1; joined && j < i; j++)
        names[j].silent = false;
    }
    last = i;
  }
}

static uint64_t initials_key(uint64_t lower_key)
{
  return act_hash_mix(lower_key ^ UINT64_C(0x1217a15));
}

static void recall(const act_words *words, const act_word *w, act_name_word *name)
{
  const uint32_t called = act_map_get(&words->called, w->type->key);
  name->called = called == ACT_NO_VALUE ? 0 : (uint8_t)called;
  if (w->capital != 2)
    return;
  const uint32_t from = act_map_get(&words->called, initials_key(w->type->key));
  name->shortened = from == ACT_NO_VALUE ? 0 : (uint8_t)from;
}

bool act_name_look(act_words *words,
                   const act_annotation *annotation,
                   uint32_t sentence,
                   act_name_sentence *out)
{
  const uint32_t first = annotation->sentences.data[sentence].first;
  const uint32_t count = (uint32_t)words->words.count;
  act_name_word *names = act_arena_zalloc(&words->scratch, count, sizeof *names);
  if (!names)
    return false;
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t string = annotation->tokens.data[first + i].lower;
    names[i].run_first = UINT32_MAX;
    names[i].seen = string < words->seen.count ? words->seen.data[string] : 0;
    recall(words, &words->words.data[i], &names[i]);
  }
  find_runs(words, annotation, first, count, names);
  find_silent(words, annotation, first, count, names);
  if (words->gazetteer && !find_forms(words, count, names))
    return false;
  *out = (act_name_sentence){ .words = words, .names = names, .count = count };
  return true;
}

/* Remember the initials of a name's capitalised words: "EU" after "European Union". */
static bool remember_initials(act_words *words,
                              const act_annotation *a,
                              uint32_t first,
                              uint32_t from,
                              uint32_t to,
                              uint32_t value)
{
  char initials[8];
  size_t size = 0;
  for (uint32_t i = from; i <= to; i++) {
    const act_text form = act_strings_text(&a->strings, a->tokens.data[first + i].lower);
    if (!words->words.data[i].capital || !form.size)
      continue;
    if (size == sizeof initials || form.bytes[0] < 'a' || form.bytes[0] > 'z')
      return true;
    initials[size++] = form.bytes[0];
  }
  return size < 2 ||
         act_map_set(&words->called, initials_key(act_hash_bytes(initials, size)), value);
}

bool act_name_remember(act_words *words,
                       const act_annotation *annotation,
                       uint32_t sentence,
                       const uint8_t *labels)
{
  const uint32_t first = annotation->sentences.data[sentence].first;
  uint32_t begin = 0;
  for (uint32_t i = 0; i < words->words.count; i++) {
    if (!labels[i])
      continue;
    if (act_name_may_begin(labels[i]))
      begin = i;
    if (words->words.data[i].type->length > 1 && !is_link(act_token_form(annotation, first + i)) &&
        !act_map_set(&words->called, words->words.data[i].type->key, labels[i]))
      return false;
    if (labels[i] < ACT_NAME_OTHER_BEGIN && act_name_may_end(labels[i]) && i > begin &&
        !remember_initials(words, annotation, first, begin, i, 1 + act_name_type(labels[i])))
      return false;
  }
  return true;
}
