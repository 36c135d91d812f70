/* SPDX-License-Identifier: MIT */
/* What tells names apart, after Ratinov and Roth (2009): the word and its neighbours, shapes and
   affixes, tags, lists of known names with the place in them, the run of capitalised words around
   ("Ministry of Defence" is known by its first word, "… Bank" by its last), and what the same form
   was called before in the document. */
#include "annotate/name_features.h"

#include "annotate/annotation.h"

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

static bool is_link(const act_annotation *a, uint32_t token)
{
  static const char *const links[] = { "of", "the", "for", "&", "-", "de", "al", "and" };
  const act_text form = act_token_form(a, token);
  for (size_t i = 0; i < sizeof links / sizeof *links; i++)
    if (act_text_is(form, links[i]))
      return true;
  return false;
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
      else if (!is_link(a, first + j))
        break;
    }
    for (uint32_t j = i; j <= last; j++) {
      names[j].run_first = i;
      names[j].run_last = last;
    }
    i = last;
  }
}

static void mark_form(act_name_word *names, uint32_t at, const act_gazetteer_hit *hit)
{
  for (uint32_t j = 0; j < hit->tokens; j++) {
    names[at + j].lists = hit->lists;
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
        hit.tokens <= count - i) {
      mark_form(names, i, &hit);
      i += hit.tokens - 1;
    }
  }
  return true;
}

static uint64_t initials_key(uint64_t lower_key)
{
  return act_hash_mix(lower_key ^ UINT64_C(0x1217a15));
}

bool act_name_look(act_words *words,
                   const act_annotation *annotation,
                   uint32_t sentence,
                   act_name_sentence *out)
{
  const act_sentence *s = &annotation->sentences.data[sentence];
  const uint32_t count = (uint32_t)words->words.count;
  act_name_word *names = act_arena_zalloc(&words->scratch, count, sizeof *names);
  if (!names)
    return false;
  for (uint32_t i = 0; i < count; i++) {
    const act_word *w = &words->words.data[i];
    names[i].run_first = 1;
    const uint32_t called = act_map_get(&words->called, w->type->key);
    names[i].called = called == ACT_NO_VALUE ? 0 : (uint8_t)called;
    const uint32_t from =
      w->capital == 2 ? act_map_get(&words->called, initials_key(w->type->key)) : ACT_NO_VALUE;
    names[i].shortened = from == ACT_NO_VALUE ? 0 : (uint8_t)from;
  }
  find_runs(words, annotation, s->first, count, names);
  if (words->gazetteer && !find_forms(words, count, names))
    return false;
  *out = (act_name_sentence){ words, names, count };
  return true;
}

/* A neighbour, ready to be hashed. */
typedef struct near {
  uint64_t hash, form, shape, tag, cluster, lists, capital, called;
} near;

static near look(const act_name_sentence *s, uint32_t at)
{
  if (at >= s->count) /* in front of the first wraps around */
    return (near){ .hash = 2, .form = 2, .shape = 2, .tag = 99 };
  const act_word *w = &s->words->words.data[at];
  return (near){ w->type->hash,    w->form,
                 w->shape,         w->tag,
                 w->type->cluster, w->type->lists | s->names[at].lists,
                 w->capital,       s->names[at].called };
}

static uint64_t cut(uint64_t cluster, unsigned depth)
{
  while (cluster >> (depth + 1))
    cluster >>= 1;
  return cluster;
}

#define F(number, a, b) out[n++] = act_feature(1000 + (number), (a), (b))

static size_t word_features(const act_name_sentence *s, uint32_t at, const near *w, uint64_t *out)
{
  const act_word *word = &s->words->words.data[at];
  const act_word_type *t = word->type;
  const uint64_t casing = (uint64_t)s->words->casing;
  size_t n = 0;
  F(0, casing, 0);
  F(1, w->hash, 0);
  F(2, w->form, casing);
  F(3, w->shape, 0);
  F(4, w->tag, 0);
  F(5, w->tag, w->shape);
  F(6, t->suffix[1], w->capital);
  F(7, t->suffix[2], w->capital);
  F(8, t->suffix[3], w->capital);
  F(9, t->prefix[1], w->capital);
  F(10, t->prefix[2], w->capital);
  F(11, w->called, act_both(w->capital, casing));
  F(12, w->called, w->tag);
  F(13, s->names[at].shortened, 0);
  F(14, w->capital, at == 0);
  F(15, cut(w->cluster, 4), w->capital);
  F(16, cut(w->cluster, 6), w->capital);
  F(17, cut(w->cluster, 10), w->capital);
  F(18, w->cluster, w->capital);
  return n;
}

static size_t near_features(const act_name_sentence *s, uint32_t at, const near *w, uint64_t *out)
{
  const near a = look(s, at - 1), aa = look(s, at - 2), b = look(s, at + 1), bb = look(s, at + 2);
  size_t n = 0;
  F(20, a.form, 0);
  F(21, b.form, 0);
  F(22, aa.hash, 0);
  F(23, bb.hash, 0);
  F(24, a.hash, w->shape);
  F(25, b.hash, w->shape);
  F(26, a.shape, w->shape);
  F(27, w->shape, b.shape);
  F(28, act_both(a.capital, w->capital), act_both(b.capital, w->tag));
  F(29, a.tag, w->tag);
  F(30, w->tag, b.tag);
  F(31, act_both(a.tag, w->tag), b.tag);
  F(32, a.hash, w->hash);
  F(33, w->hash, b.hash);
  F(34, a.lists, w->capital);
  F(35, b.lists, w->capital);
  F(36, a.tag, w->shape);
  F(37, b.tag, w->shape);
  F(38, a.called, w->capital);
  F(39, b.called, w->capital);
  F(40, act_both(aa.tag, a.tag), w->shape);
  F(41, act_both(b.tag, bb.tag), w->shape);
  F(42, cut(a.cluster, 8), w->capital);
  F(43, cut(b.cluster, 8), w->capital);
  F(44, act_both(aa.hash, a.hash), w->capital);
  F(45, act_both(b.hash, bb.hash), w->capital);
  F(46, a.lists, w->lists);
  F(47, b.lists, w->lists);
  return n;
}

static size_t run_features(const act_name_sentence *s, uint32_t at, const near *w, uint64_t *out)
{
  const act_name_word *r = &s->names[at];
  size_t n = 0;
  if (r->run_first > r->run_last)
    return 0;
  const near first = look(s, r->run_first), last = look(s, r->run_last),
             before = look(s, r->run_first - 1), behind = look(s, r->run_last + 1);
  const uint32_t size = r->run_last - r->run_first + 1, from = at - r->run_first,
                 left = r->run_last - at;
  const uint64_t place = (from < 3 ? from : 3) * 4 + (left < 3 ? left : 3);
  F(50, place, 0);
  F(51, place, first.hash);
  F(52, place, last.hash);
  F(53, from == 0, act_both(last.hash, left == 0));
  F(54, from == 0, act_both(first.hash, left == 0));
  F(55, before.hash, place);
  F(56, behind.hash, place);
  F(57, before.hash, last.hash);
  F(58, before.tag, act_both(behind.tag, place));
  F(59, first.lists, act_both(last.lists, place));
  F(60, size < 6 ? size : 6, w->shape);
  F(61, first.called, act_both(last.called, place));
  F(62, cut(before.cluster, 8), place);
  F(63, cut(behind.cluster, 8), place);
  F(64, before.lists, place);
  return n;
}

static size_t list_features(const act_name_sentence *s, uint32_t at, const near *w, uint64_t *out)
{
  const act_name_word *r = &s->names[at];
  const uint32_t own = s->words->words.data[at].type->lists;
  size_t n = 0;
  F(70, w->lists, w->capital);
  F(71, own, act_both(w->capital, w->tag));
  if (r->lists) {
    F(72, r->lists, act_both(r->list_part, w->capital));
    F(73, r->lists, act_both(r->list_part, w->tag));
    F(74, w->hash, r->list_part);
  }
  for (uint32_t bit = 0; bit < 14; bit++) {
    if (r->lists >> bit & 1)
      F(75, bit, act_both(r->list_part, w->capital));
    if (own >> bit & 1)
      F(76, bit, w->capital);
  }
  return n;
}

size_t act_name_features(const act_name_sentence *sentence,
                         uint32_t at,
                         uint64_t out[ACT_NAME_TEMPLATES])
{
  const near w = look(sentence, at);
  size_t n = word_features(sentence, at, &w, out);
  n += near_features(sentence, at, &w, out + n);
  n += run_features(sentence, at, &w, out + n);
  n += list_features(sentence, at, &w, out + n);
  return n;
}

static bool ends_name(uint32_t label)
{
  return label == 0 || (label - 1) % 4 == ACT_PART_LAST || (label - 1) % 4 == ACT_PART_UNIT;
}

static bool begins_name(uint32_t label)
{
  return label == 0 || (label - 1) % 4 == ACT_PART_BEGIN || (label - 1) % 4 == ACT_PART_UNIT;
}

bool act_name_follows(uint32_t a, uint32_t b)
{
  if (ends_name(a) || begins_name(b))
    return ends_name(a) && begins_name(b);
  return (a - 1) / 4 == (b - 1) / 4;
}

bool act_name_may_begin(uint32_t label)
{
  return begins_name(label);
}

bool act_name_may_end(uint32_t label)
{
  return ends_name(label);
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
    const uint32_t value = 1 + (labels[i] - 1u) / 4;
    if (words->words.data[i].type->length > 1 && !is_link(annotation, first + i) &&
        !act_map_set(&words->called, words->words.data[i].type->key, value))
      return false;
    if (act_name_may_end(labels[i]) && i > begin &&
        !remember_initials(words, annotation, first, begin, i, value))
      return false;
  }
  return true;
}
