/* SPDX-License-Identifier: MIT */
/* A user's own names are names wherever the text writes them as such, whatever the trained finder
   makes of them.  The context keeps its say: a longer name that the finder saw around one stays,
   and a lone word that is a name of several types is of the type that the finder gave it. */
#include "annotate/name_features.h"

typedef struct marker {
  const act_words *words;
  const act_annotation *annotation;
  const act_name_sentence *sentence;
  uint32_t first; /* token of the sentence */
  uint8_t *labels;
} marker;

static uint8_t type_of_kind(act_record_kind kind)
{
  return kind == ACT_RECORD_PERSON         ? ACTANT_PERSON
         : kind == ACT_RECORD_ORGANISATION ? ACTANT_ORGANISATION
                                           : ACTANT_PLACE;
}

/* The user's sense of a form, which comes first where there is one. */
static bool own_sense(const marker *m, const act_gazetteer_hit *hit, act_sense *out)
{
  if (!hit->count)
    return false;
  *out = act_gazetteer_sense(m->words->gazetteer, hit->first);
  return out->record != ACT_NO_RECORD &&
         act_gazetteer_record(m->words->gazetteer, out->record)->own &&
         out->form != ACT_FORM_DEMONYM;
}

static bool has_type(const marker *m, const act_gazetteer_hit *hit, uint32_t type)
{
  for (uint32_t i = 0; i < hit->count; i++) {
    act_sense sense = act_gazetteer_sense(m->words->gazetteer, hit->first + i);
    if (sense.record != ACT_NO_RECORD &&
        type_of_kind(act_gazetteer_record(m->words->gazetteer, sense.record)->kind) == type)
      return true;
  }
  return false;
}

static bool is_name(uint8_t label)
{
  return label && label < ACT_NAME_OTHER_BEGIN;
}

/* Whether a form is written as a name at a token. */
static bool is_written(const marker *m, uint32_t at, const act_gazetteer_hit *hit, act_sense sense)
{
  const act_word *words = m->words->words.data;
  const act_token *token = &m->annotation->tokens.data[m->first + at];
  if (!words[at].capital || !words[at + hit->tokens - 1].capital)
    return false;
  if (sense.form == ACT_FORM_ACRONYM && words[at].capital != 2)
    return false;
  if (hit->tokens > 1 || is_name(m->labels[at]))
    return true;
  return token->upos == ACT_UPOS_PROPN ||
         (at > 0 && !(m->sentence->names[at].seen & ACT_SEEN_SMALL) &&
          token->upos == ACT_UPOS_NOUN);
}

/* The end of the name that a token is in. */
static uint32_t end_of(const marker *m, uint32_t at)
{
  while (!act_name_may_end(m->labels[at]))
    at++;
  return at + 1;
}

static uint32_t begin_of(const marker *m, uint32_t at)
{
  while (at > 0 && !act_name_may_begin(m->labels[at]))
    at--;
  return at;
}

static void clear(const marker *m, uint32_t from, uint32_t to)
{
  for (uint32_t i = from; i < to; i++)
    m->labels[i] = 0;
}

static void mark(const marker *m, uint32_t at, const act_gazetteer_hit *hit, act_sense sense)
{
  uint32_t last = at + hit->tokens - 1, begin = begin_of(m, at), end = end_of(m, last);
  bool wider = begin < at || end > last + 1;
  if (wider && begin <= at && end > last && is_name(m->labels[at]) && is_name(m->labels[last]) &&
      end_of(m, at) > last)
    return; /* inside a longer name */
  uint32_t type = type_of_kind(act_gazetteer_record(m->words->gazetteer, sense.record)->kind);
  if (hit->tokens == 1 && is_name(m->labels[at]) && has_type(m, hit, act_name_type(m->labels[at])))
    return;
  clear(m, begin, end);
  for (uint32_t i = at; i <= last; i++) {
    uint32_t part = at == last  ? ACT_PART_UNIT
                    : i == at   ? ACT_PART_BEGIN
                    : i == last ? ACT_PART_LAST
                                : ACT_PART_INSIDE;
    m->labels[i] = (uint8_t)(1 + 4 * type + part);
  }
}

bool act_mark_own_names(act_words *words,
                        const act_annotation *annotation,
                        const act_name_sentence *sentence,
                        uint32_t first,
                        uint8_t *labels)
{
  if (!words->gazetteer || !act_gazetteer_has_own(words->gazetteer))
    return true;
  const marker m = { words, annotation, sentence, first, labels };
  uint64_t *keys = act_arena_zalloc(&words->scratch, sentence->count, sizeof *keys);
  if (!keys)
    return false;
  for (uint32_t i = 0; i < sentence->count; i++)
    keys[i] = words->words.data[i].type->key;
  for (uint32_t i = 0; i < sentence->count; i++) {
    act_gazetteer_hit hit;
    act_sense sense;
    if (!act_gazetteer_match(words->gazetteer, keys + i, sentence->count - i, &hit) ||
        !own_sense(&m, &hit, &sense) || !is_written(&m, i, &hit, sense))
      continue;
    mark(&m, i, &hit, sense);
    i += hit.tokens - 1;
  }
  return true;
}
