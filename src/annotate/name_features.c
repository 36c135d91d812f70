/* SPDX-License-Identifier: MIT */
/* What tells names apart, after Ratinov and Roth (2009): the word and its neighbours, shapes and
   affixes, tags, lists of known names with the place in them, the run of capitalised words around
   ("Ministry of Defence" is known by its first word, "… Bank" by its last), what the same form
   was called before in the document and how it stands in all of it. */
#include "annotate/name_features.h"

/* A neighbour, ready to be hashed. */
typedef struct near {
  uint64_t hash, form, shape, tag, lists, capital, called, seen;
} near;

static near look(const act_name_sentence *s, uint32_t at)
{
  if (at >= s->count) /* in front of the first wraps around */
    return (near){ .hash = 2, .form = 2, .shape = 2, .tag = 99 };
  const act_word *w = &s->words->words.data[at];
  return (near){ w->type->hash,
                 w->form,
                 w->shape,
                 w->tag,
                 w->type->lists | s->names[at].lists,
                 w->capital,
                 s->names[at].called,
                 s->names[at].seen };
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
  F(64, before.lists, place);
  return n;
}

static uint64_t cluster(const act_name_sentence *s, uint32_t at)
{
  return at < s->count ? s->words->words.data[at].type->cluster : 0;
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

/* Words that are used alike, so that those that no corpus of names has are known by their like. */
static size_t cluster_features(const act_name_sentence *s,
                               uint32_t at,
                               const near *w,
                               uint64_t *out)
{
  const act_name_word *r = &s->names[at];
  const uint64_t own = cluster(s, at);
  size_t n = 0;
  F(210, own, w->capital);
  F(211, act_cluster_cut(own, 8), w->shape);
  F(212, act_cluster_cut(own, 5), w->tag);
  if (r->run_first > r->run_last)
    return n;
  F(217, cluster(s, r->run_last), act_both(at == r->run_first, at == r->run_last));
  F(218, cluster(s, r->run_first - 1), act_both(at == r->run_first, at == r->run_last));
  F(219, cluster(s, r->run_last + 1), act_both(at == r->run_first, at == r->run_last));
  return n;
}

/* What the whole document says of the form, and of the ends of its run. */
static size_t document_features(const act_name_sentence *s,
                                uint32_t at,
                                const near *w,
                                uint64_t *out)
{
  const act_name_word *r = &s->names[at];
  size_t n = 0;
  if (!w->capital)
    return 0;
  F(80, r->seen, w->capital);
  F(81, r->seen, w->tag);
  for (uint32_t bit = 0; bit < ACT_SEEN_BITS; bit++)
    if (r->seen >> bit & 1)
      F(82, bit, act_both(w->capital, at == 0));
  if (r->run_first <= r->run_last) {
    const uint32_t from = at - r->run_first, left = r->run_last - at;
    const uint64_t place = (from < 2 ? from : 2) * 3 + (left < 2 ? left : 2);
    F(83, s->names[r->run_first].seen, place);
    F(84, s->names[r->run_last].seen, place);
  }
  return n;
}

enum {
  HEADS = ACT_LIST_TITLE | ACT_LIST_ROLE | ACT_LIST_ORG_WORD | ACT_LIST_PLACE_WORD |
          ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE | ACT_LIST_SURNAME
};

static uint32_t heads(const act_name_sentence *s, uint32_t at)
{
  return s->words->words.data[at].type->lists & HEADS;
}

/* Which kinds of telling words stand where in the run. */
static size_t head_features(const act_name_sentence *s, uint32_t at, uint64_t *out)
{
  const act_name_word *r = &s->names[at];
  size_t n = 0;
  if (r->run_first > r->run_last)
    return 0;
  uint32_t left = 0, right = 0;
  for (uint32_t i = r->run_first; i <= r->run_last; i++)
    if (i != at)
      *(i < at ? &left : &right) |= heads(s, i);
  const uint32_t own = heads(s, at), first = heads(s, r->run_first), last = heads(s, r->run_last),
                 before = r->run_first ? heads(s, r->run_first - 1) : 1;
  const bool begins = at == r->run_first, ends = at == r->run_last;
  const uint32_t size = r->run_last - r->run_first, from = at - r->run_first;
  F(85, act_both(left, own), right);
  F(86, act_both(left & (ACT_LIST_TITLE | ACT_LIST_ROLE), last), act_both(own, ends));
  F(87, act_both(first, last), act_both(before, (uint64_t)begins * 2 + ends));
  F(88, before, act_both(size < 4 ? size : 4, from < 3 ? from : 3));
  return n;
}

/* A verb or, in front, a noun near a run: who "says", who "acquires", what "company". */
static uint64_t telling_word(const act_name_sentence *s, uint32_t from, int step)
{
  for (uint32_t at = from, n = 0; at < s->count && n < 5; at += (uint32_t)step, n++) {
    const act_word *w = &s->words->words.data[at];
    const uint8_t upos = w->tag ? s->words->tags[w->tag - 1].upos : 0;
    if (upos == ACT_UPOS_VERB || (step < 0 && upos == ACT_UPOS_NOUN))
      return w->type->hash;
    if (upos == ACT_UPOS_PUNCT && step < 0)
      return 7;
  }
  return 8;
}

/* The kind of a word of a run: what lists, document and letters tell first. */
static uint64_t word_kind(const act_name_sentence *s, uint32_t at)
{
  enum {
    GIVEN = ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE,
    PLACE = ACT_LIST_COUNTRY | ACT_LIST_REGION | ACT_LIST_CITY | ACT_LIST_FEATURE
  };
  const act_word *w = &s->words->words.data[at];
  const uint32_t lists = w->type->lists | s->names[at].lists;
  return !w->capital                          ? 1
         : lists & ACT_LIST_ORG_WORD          ? 2
         : lists & ACT_LIST_PLACE_WORD        ? 3
         : lists & GIVEN                      ? 4
         : lists & PLACE                      ? 5
         : lists & ACT_LIST_DEMONYM           ? 6
         : w->capital == 2                    ? 7
         : s->names[at].seen & ACT_SEEN_SMALL ? 8
         : lists & ACT_LIST_SURNAME           ? 9
                                              : 10;
}

/* The kinds of the words of a run, at most six from its front. */
static uint64_t run_pattern(const act_name_sentence *s, const act_name_word *r)
{
  uint64_t pattern = 1;
  for (uint32_t i = r->run_first; i <= r->run_last && i < r->run_first + 6; i++)
    pattern = pattern << 4 | word_kind(s, i);
  return pattern;
}

/* The lists and memory of the run in front or behind, when but a word such as "," or "and" stands
   between. */
static uint64_t listed_with(const act_name_sentence *s, const act_name_word *r, bool behind)
{
  const uint32_t gap = behind ? r->run_last + 1 : r->run_first - 1;
  if (gap >= s->count)
    return 1;
  const act_word *w = &s->words->words.data[gap];
  if (w->type->length != 1 && w->type->length != 3)
    return 2;
  const uint32_t other = behind ? gap + 1 : gap - 1;
  if (other >= s->count || s->names[other].run_first > s->names[other].run_last)
    return 3;
  const act_name_word *o = &s->names[other];
  return act_both(w->type->hash,
                  act_both(o->lists | s->words->words.data[other].type->lists,
                           (uint64_t)o->called * 1024 + o->seen));
}

static size_t context_features(const act_name_sentence *s,
                               uint32_t at,
                               const near *w,
                               uint64_t *out)
{
  const act_name_word *r = &s->names[at];
  size_t n = 0;
  F(100, r->sense, r->list_part);
  F(101, act_both(r->sense, r->list_part), act_both(w->called, w->tag));
  if (r->run_first > r->run_last)
    return n;
  const act_word *last = &s->words->words.data[r->run_last];
  const uint32_t from = at - r->run_first, left = r->run_last - at;
  const uint64_t place = (from < 2 ? from : 2) * 3 + (left < 2 ? left : 2);
  const uint64_t verb = telling_word(s, r->run_last + 1, 1),
                 noun = telling_word(s, r->run_first - 1, -1);
  F(102, verb, place);
  F(103, noun, place);
  const uint64_t pattern = run_pattern(s, r);
  F(104, pattern, place);
  F(105, act_both(pattern, from < 6 ? from : 6), look(s, r->run_first - 1).tag);
  F(106, last->type->suffix[2], place);
  F(107, last->type->suffix[3], place);
  F(111, listed_with(s, r, false), place);
  F(112, listed_with(s, r, true), place);
  F(113, act_both(look(s, r->run_first - 1).hash, look(s, r->run_first - 2).hash), place);
  F(114, act_both(look(s, r->run_last + 1).hash, look(s, r->run_last + 2).hash), place);
  return n;
}

/* What is peculiar to one corpus: learnt beside the rest, and never asked when running. */
static size_t source_features(const act_name_sentence *s, uint32_t at, const near *w, uint64_t *out)
{
  const act_name_word *r = &s->names[at];
  size_t n = 0;
  if (!s->source)
    return 0;
  const uint64_t place =
    r->run_first > r->run_last ? 99 : (uint64_t)(at == r->run_first) * 2 + (at == r->run_last);
  F(90, s->source, w->tag);
  F(91, s->source, w->shape);
  F(92, s->source, w->hash);
  F(93, s->source, place);
  F(94, act_both(s->source, w->lists), w->capital);
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
  n += cluster_features(sentence, at, &w, out + n);
  n += document_features(sentence, at, &w, out + n);
  n += head_features(sentence, at, out + n);
  n += context_features(sentence, at, &w, out + n);
  n += source_features(sentence, at, &w, out + n);
  return n;
}
