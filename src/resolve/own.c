/* SPDX-License-Identifier: MIT */
/* A user's own names among namesakes.  Where several of them share a form, the one whose longer
   name the text has is meant.  A surname alone is not the person of that list when somebody else
   bears it here and that person is not named in full. */
#include "resolve/name_span.h"

enum { FORM_TOKENS = 16 };

typedef struct own_names {
  bool *full;   /* by record: a name of several words is in the text */
  bool *others; /* by string: ends the full name of a person that is not on the list */
} own_names;

static bool is_own(const act_resolver *r, const act_candidate *c)
{
  return c->form == ACTANT_NAME && !c->dropped && c->record != ACT_NO_RECORD &&
         act_gazetteer_record(r->gazetteer, c->record)->own;
}

static void learn(const act_resolver *r, own_names *names)
{
  for (size_t i = 0; i < r->candidates.count; i++) {
    const act_candidate *c = &r->candidates.data[i];
    if (c->form != ACTANT_NAME || c->dropped || c->end - c->first < 2)
      continue;
    if (is_own(r, c))
      names->full[c->record] = true;
    else if (c->type == ACTANT_PERSON)
      names->others[act_token_at(r, c->last)->lower] = true;
  }
}

/* The sense of a name that the text speaks for. */
static uint32_t spoken_for(const act_resolver *r, const own_names *names, const act_candidate *c)
{
  uint64_t hashes[FORM_TOKENS];
  act_gazetteer_hit hit;
  uint32_t count = c->end - c->first;
  for (uint32_t t = c->first; t < c->end && count <= FORM_TOKENS; t++)
    hashes[t - c->first] = r->a->strings.hashes[act_token_at(r, t)->lower];
  if (count > FORM_TOKENS || !act_gazetteer_match(r->gazetteer, hashes, count, &hit))
    return c->record;
  for (uint32_t i = 0; i < hit.count && hit.tokens == count; i++) {
    uint32_t record = act_gazetteer_sense(r->gazetteer, hit.first + i).record;
    const act_record *known =
      record == ACT_NO_RECORD ? NULL : act_gazetteer_record(r->gazetteer, record);
    if (known && known->own && names->full[record] && act_type_of_kind(known->kind) == c->type)
      return record;
  }
  return c->record;
}

/* Somebody else, of whom the list says nothing. */
static void forget(const act_resolver *r, act_candidate *c)
{
  c->record = ACT_NO_RECORD;
  c->gender = act_guess_gender(r, c->title, c->first, c->end);
}

bool act_settle_own_names(act_resolver *r)
{
  if (!act_gazetteer_has_own(r->gazetteer))
    return true;
  own_names names = {
    .full = act_arena_zalloc(&r->arena, act_gazetteer_record_count(r->gazetteer), 1),
    .others = act_arena_zalloc(&r->arena, r->a->strings.texts.count, 1),
  };
  if (!names.full || !names.others)
    return false;
  learn(r, &names);
  for (size_t i = 0; i < r->candidates.count; i++) {
    act_candidate *c = &r->candidates.data[i];
    if (!is_own(r, c))
      continue;
    c->record = spoken_for(r, &names, c);
    if (c->type == ACTANT_PERSON && c->end - c->first == 1 && !names.full[c->record] &&
        names.others[act_token_at(r, c->first)->lower])
      forget(r, c);
  }
  return true;
}

/* "Galewright Ltd", where the tables or the user have named Galewright. */
void act_span_take_own(const act_resolver *r,
                       act_name_span *s,
                       uint32_t first,
                       const act_gazetteer_hit *hit)
{
  for (uint32_t t = first + hit->tokens; t < s->end; t++)
    if (s->first != first || !act_is_legal_form(r, t))
      return;
  for (uint32_t i = 0; i < hit->count && s->first == first; i++) {
    act_sense sense = act_gazetteer_sense(r->gazetteer, hit->first + i);
    const act_record *record =
      sense.record == ACT_NO_RECORD ? NULL : act_gazetteer_record(r->gazetteer, sense.record);
    if (!record || (!record->own && record->kind != ACT_RECORD_ORGANISATION) ||
        act_type_of_kind(record->kind) != s->type)
      continue;
    s->record = sense.record;
    s->form = (uint8_t)sense.form;
    return;
  }
}
