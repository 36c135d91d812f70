/* SPDX-License-Identifier: MIT */
/* GUM marks every mention of every entity, "the old man" and "University of Portsmouth, United
   Kingdom" alike.  A name is the part of a mention around a head that is a proper noun: to the left
   compounds and adjectives with the tag of a name, to the right flat words, and "of X" and its like
   where X is a proper noun of the same mention; an apposition, a comma and a title stay outside.
   The outermost mention wins: Portsmouth is no place within the name of its university. */
#include "train/entities.h"

#include "train/lines.h"
#include "train/name_corpora.h"

#include <string.h>

static char type_letter(const char *bytes, size_t size)
{
  static const struct {
    const char *text;
    char letter;
  } types[] = { { "person", 'P' }, { "place", 'L' },  { "organization", 'O' },
                { "event", 'X' },  { "object", 'X' }, { "abstract", 'X' } };
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (act_text_is((act_text){ bytes, size }, types[i].text))
      return types[i].letter;
  return 0;
}

static uint32_t read_number(const char **at, const char *end)
{
  uint32_t n = 0;
  for (; *at < end && **at >= '0' && **at <= '9'; ++*at)
    n = n * 10 + (uint32_t)(**at - '0');
  return n;
}

/* "(6-person-new-…": open a mention; a ")" behind it closes it at once. */
static const char *open_mention(act_mentions *m, uint32_t at, const char *c, const char *end)
{
  act_mention_span span = { .begin = at, .end = at + 1, .open = true };
  c++;
  span.id = read_number(&c, end);
  if (c < end && *c == '-') {
    const char *type = ++c;
    while (c < end && *c != '-' && *c != '(' && *c != ')')
      c++;
    span.type = type_letter(type, (size_t)(c - type));
  }
  while (c < end && *c != '(' && *c != ')')
    c++;
  if (c < end && *c == ')') {
    span.open = false;
    c++;
  }
  if (m->count < ACT_MOST_MENTIONS)
    m->spans[m->count++] = span;
  return c;
}

static void close_mention(act_mentions *m, uint32_t at, uint32_t id)
{
  for (size_t i = m->count; i-- > 0;)
    if (m->spans[i].open && m->spans[i].id == id) {
      m->spans[i].open = false;
      m->spans[i].end = at + 1;
      return;
    }
}

void act_mentions_read(act_mentions *mentions, uint32_t at, act_text misc)
{
  const char *c = misc.bytes, *end = misc.bytes + misc.size;
  while (c < end && strncmp(c, "Entity=", end - c < 7 ? (size_t)(end - c) : 7)) {
    const char *bar = memchr(c, '|', (size_t)(end - c));
    c = bar ? bar + 1 : end;
  }
  if (end - c <= 7)
    return;
  c += 7;
  const char *bar = memchr(c, '|', (size_t)(end - c));
  end = bar ? bar : end;
  while (c < end) {
    if (*c == '(') {
      c = open_mention(mentions, at, c, end);
    } else {
      const uint32_t id = read_number(&c, end);
      if (c < end && *c != '(') {
        if (*c == ')')
          close_mention(mentions, at, id);
        c++;
      }
    }
  }
}

static bool is_proper(const act_gold *g)
{
  return g->xpos == ACT_XPOS_NNP || g->xpos == ACT_XPOS_NNPS || g->upos == ACT_UPOS_PROPN;
}

/* The word of a mention whose head is outside it. */
static uint32_t find_head(const act_gold *gold, act_mention_span span)
{
  for (uint32_t i = span.begin; i < span.end; i++)
    if (gold[i].head < span.begin || gold[i].head >= span.end)
      return i;
  return span.begin;
}

static bool links(const act_corpus *c, uint32_t token)
{
  static const char *const words[] = { "of", "the", "and", "&", "-", "for", "de", "'s" };
  const act_text form = act_token_form(&c->annotation, token);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (act_text_is(form, words[i]))
      return true;
  return false;
}

static bool is_title(const act_gold *g)
{
  return g->deprel == ACT_DEP_NMOD_DESC || g->deprel == ACT_DEP_APPOS;
}

static uint32_t extend_left(const act_gold *gold, act_mention_span span, uint32_t head)
{
  uint32_t at = head;
  while (at > span.begin) {
    const act_gold *g = &gold[at - 1];
    const bool joined = is_proper(g) || g->upos == ACT_UPOS_NUM || g->xpos == ACT_XPOS_HYPH;
    const bool inner = span.type != 'P' || g->deprel == ACT_DEP_FLAT ||
                       (g->deprel == ACT_DEP_COMPOUND && is_proper(g) && g->head == head);
    if (!joined || !inner || is_title(g))
      break;
    at--;
  }
  while (at < head && !is_proper(&gold[at]))
    at++;
  return at;
}

static uint32_t extend_right(const act_corpus *c,
                             uint32_t first,
                             act_mention_span span,
                             uint32_t head)
{
  const act_gold *gold = c->gold.data + first;
  uint32_t last = head;
  for (uint32_t i = head + 1; i < span.end && i <= last + 3; i++) {
    const act_gold *g = &gold[i];
    if (g->deprel == ACT_DEP_APPOS || g->deprel == ACT_DEP_CONJ)
      break;
    const bool in_person = g->deprel == ACT_DEP_FLAT || g->deprel == ACT_DEP_NMOD_DESC;
    if (is_proper(g) && (span.type != 'P' || in_person))
      last = i;
    else if (span.type == 'P'
               ? g->xpos != ACT_XPOS_HYPH &&
                   !(g->deprel == ACT_DEP_PUNCT && g->head == head && g->xpos != ACT_XPOS_COMMA)
               : !links(c, first + i))
      break;
  }
  return last;
}

static bool is_office(const act_corpus *c, uint32_t token)
{
  static const char *const offices[] = {
    "president",  "minister",  "king",    "queen",   "prince",    "princess",
    "director",   "governor",  "mayor",   "senator", "secretary", "chairman",
    "chair",      "professor", "judge",   "general", "pope",      "emperor",
    "chancellor", "lord",      "captain", "sir",     "god",       "speaker",
    "mom",        "dad",       "mother",  "father",  "justice",   "ambassador"
  };
  const char *lower = act_token_lower(&c->annotation, token);
  for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
    if (!strcmp(lower, offices[i]))
      return true;
  return false;
}

static void name_mention(act_corpus *corpus, uint32_t first, act_mention_span span)
{
  act_gold *gold = corpus->gold.data + first;
  const uint32_t head = find_head(gold, span);
  if (!span.type || span.open || gold[head].upos != ACT_UPOS_PROPN)
    return;
  const uint32_t begin = extend_left(gold, span, head),
                 last = extend_right(corpus, first, span, head);
  if (span.type == 'P' && begin == last && is_office(corpus, first + head))
    return;
  for (uint32_t i = begin; i <= last; i++)
    if (gold[i].name)
      return;
  const uint8_t tag = span.type == 'P'   ? ACT_NAME_B_PER
                      : span.type == 'L' ? ACT_NAME_B_LOC
                      : span.type == 'O' ? ACT_NAME_B_ORG
                                         : ACT_GOLD_B_OTHER;
  for (uint32_t i = begin; i <= last; i++)
    gold[i].name = (uint8_t)(i == begin ? tag : tag + 1);
}

void act_mentions_name(const act_mentions *mentions, act_corpus *corpus, uint32_t first)
{
  const uint32_t count = (uint32_t)corpus->annotation.tokens.count - first;
  for (uint32_t size = count; size > 0; size--)
    for (size_t i = 0; i < mentions->count; i++)
      if (mentions->spans[i].end - mentions->spans[i].begin == size)
        name_mention(corpus, first, mentions->spans[i]);
}
