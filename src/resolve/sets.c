/* SPDX-License-Identifier: MIT */
/* Sets: "the two leaders", "both countries", "the sides".  They mean what was last coordinated or,
   failing that, the last sentence that names as many of the kind together.  "The leaders of A and
   B" are those who hold that office in the text, or else A and B. */
#include "resolve/resolver.h"

enum {
  SET_SENTENCES = 4,
  SET_MAX = 8,
  COUNTRIES = 1u << 3 /* beside the bits of types: places that are countries alone */
};

static const act_candidate *cand(const act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static bool is_single(const act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  return !c->dropped && !c->hidden && !c->set_count && !c->plural && !c->author;
}

/* "both nations", "the neighbours" */
static bool names_countries(const act_resolver *r, const act_candidate *c)
{
  return c->noun.sub == ACT_SUB_COUNTRY ||
         act_form_in(r,
                     c->head,
                     "nations countries states neighbours neighbors capitals governments republics "
                     "powers superpowers");
}

/* What kind of thing the members are, as bits 1 << actant_entity_type. */
static unsigned wanted_types(const act_resolver *r, const act_candidate *c)
{
  if (names_countries(r, c))
    return 1u << ACTANT_PLACE | COUNTRIES;
  if (c->noun.type == ACT_NOUN_PERSON || c->type == ACTANT_PERSON ||
      act_form_is(r, c->head, "leaders"))
    return 1u << ACTANT_PERSON;
  if (c->type == ACTANT_ORGANISATION || c->type == ACTANT_PLACE)
    return 1u << c->type;
  return 7u;
}

/* How many a number word says, 0 when none stands there. */
static uint32_t number_of(const act_resolver *r, uint32_t head)
{
  static const char *const words[] = { "two", "three", "four", "five" };
  for (uint32_t i = 0; i < 4; i++)
    if (act_form_is(r, head, words[i]))
      return i + 2;
  if (act_form_in(r, head, "both couple pair duo twins"))
    return 2;
  for (uint32_t c = act_child_first(r, head); c != ACT_NO_TOKEN; c = act_child_next(r, c)) {
    if (act_form_is(r, c, "both"))
      return 2;
    for (uint32_t i = 0; i < 4; i++)
      if (act_form_is(r, c, words[i]))
        return i + 2;
  }
  return 0;
}

/* Add an entity's candidate when its type is wanted and its entity is new. */
static void add_member(const act_resolver *r,
                       uint32_t i,
                       unsigned types,
                       uint32_t members[SET_MAX],
                       uint32_t *count)
{
  const act_candidate *top = cand(r, act_root_of(r, i));
  if (!is_single(r, i) || top->type == ACT_TYPE_UNKNOWN || !(types >> top->type & 1) ||
      *count == SET_MAX)
    return;
  if ((types & COUNTRIES) && top->record == ACT_NO_RECORD)
    return;
  if (top->type == ACTANT_PLACE && top->record != ACT_NO_RECORD && types != 1u << ACTANT_PLACE &&
      act_gazetteer_record(r->gazetteer, top->record)->kind != ACT_RECORD_COUNTRY)
    return;
  for (uint32_t k = 0; k < *count; k++)
    if (act_root_of(r, members[k]) == act_root_of(r, i))
      return;
  members[(*count)++] = i;
}

/* A candidate and what is coordinated with it, when all are of one type. */
static uint32_t coordinated(const act_resolver *r,
                            uint32_t i,
                            unsigned types,
                            uint32_t members[SET_MAX])
{
  uint32_t count = 0;
  const act_token *token = act_token_at(r, cand(r, i)->head);
  if (!r->a->sentences.data[cand(r, i)->sentence].parsed || token->deprel == ACT_DEP_CONJ)
    return 0;
  add_member(r, i, types, members, &count);
  for (uint32_t c = act_child_first(r, cand(r, i)->head); count && c != ACT_NO_TOKEN;
       c = act_child_next(r, c))
    if (act_token_at(r, c)->deprel == ACT_DEP_CONJ && r->at[c] != ACT_NO_CANDIDATE &&
        cand(r, act_root_of(r, r->at[c]))->type == cand(r, act_root_of(r, i))->type)
      add_member(r, r->at[c], types, members, &count);
  return count;
}

uint32_t act_last_coordination(const act_resolver *r,
                               uint32_t i,
                               unsigned types,
                               uint32_t number,
                               uint32_t members[8])
{
  for (uint32_t j = i; j-- > 0 && cand(r, i)->sentence - cand(r, j)->sentence <= SET_SENTENCES;) {
    const act_candidate *c = cand(r, j);
    if (c->dropped || c->hidden)
      continue;
    if (c->set_count && !c->hidden && (!number || c->set_count == number)) {
      uint32_t count = 0;
      for (uint32_t k = 0; k < c->set_count; k++)
        add_member(r, r->sets.data[c->set + k], types, members, &count);
      if (count == c->set_count)
        return count;
      continue;
    }
    uint32_t count = is_single(r, j) ? coordinated(r, j, types, members) : 0;
    if (count > 1 && (!number || count == number))
      return count;
  }
  return 0;
}

/* The last sentence that names exactly `number` entities of one wanted type. */
static uint32_t named_together(const act_resolver *r,
                               uint32_t i,
                               unsigned types,
                               uint32_t number,
                               uint32_t members[SET_MAX])
{
  for (uint8_t type = 0; type < 3; type++) {
    if (!(types >> type & 1))
      continue;
    uint32_t sentence = cand(r, i)->sentence, count = 0;
    for (uint32_t j = i; j-- > 0 && cand(r, i)->sentence - cand(r, j)->sentence <= SET_SENTENCES;) {
      if (cand(r, j)->sentence != sentence) {
        if (count == number)
          return count;
        count = 0;
        sentence = cand(r, j)->sentence;
      }
      if (cand(r, act_root_of(r, j))->named && cand(r, j)->type == type)
        add_member(r, j, 1u << type | (types & COUNTRIES), members, &count);
    }
    if (count == number)
      return count;
  }
  return 0;
}

/* The owners of "the leaders of A and B", "Armenian and Azerbaijani leaders". */
static uint32_t owners_of(const act_resolver *r, uint32_t i, uint32_t members[SET_MAX])
{
  uint32_t count = 0;
  for (uint32_t c = act_child_first(r, cand(r, i)->head); c != ACT_NO_TOKEN;
       c = act_child_next(r, c)) {
    uint8_t deprel = act_token_at(r, c)->deprel;
    uint32_t preposition = deprel == ACT_DEP_NMOD ? act_preposition_of(r, c) : ACT_NO_TOKEN;
    bool of = preposition != ACT_NO_TOKEN && act_form_is(r, preposition, "of");
    if ((!of && deprel != ACT_DEP_NMOD_POSS && deprel != ACT_DEP_AMOD &&
         deprel != ACT_DEP_COMPOUND) ||
        r->at[c] == ACT_NO_CANDIDATE)
      continue;
    const act_candidate *set = cand(r, r->at[c]);
    for (uint32_t k = 0; k < set->set_count; k++)
      add_member(r, r->sets.data[set->set + k], 6u, members, &count);
    add_member(r, r->at[c], 6u, members, &count);
    for (uint32_t d = act_child_first(r, c); d != ACT_NO_TOKEN; d = act_child_next(r, d))
      if (act_token_at(r, d)->deprel == ACT_DEP_CONJ && r->at[d] != ACT_NO_CANDIDATE)
        add_member(r, r->at[d], 6u, members, &count);
  }
  return count;
}

static uint32_t holder_in(const act_resolver *r, uint32_t owner)
{
  for (size_t k = r->roles.count; k-- > 0;) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->of != ACT_NO_CANDIDATE && d->role <= ACT_ROLE_LEADER && !d->former &&
        act_root_of(r, d->of) == act_root_of(r, owner) && cand(r, act_root_of(r, d->holder))->named)
      return d->holder;
  }
  return ACT_NO_CANDIDATE;
}

static bool settle_owned(act_resolver *r, uint32_t i, const uint32_t *owners, uint32_t count)
{
  uint32_t holders[SET_MAX];
  bool all =
    cand(r, i)->noun.type == ACT_NOUN_PERSON || act_form_is(r, cand(r, i)->head, "leaders");
  for (uint32_t k = 0; k < count && all; k++)
    all = (holders[k] = holder_in(r, owners[k])) != ACT_NO_CANDIDATE;
  if (all && count > 1)
    return act_make_set(r, i, holders, count, "holders of an office");
  if (count > 1 &&
      (cand(r, i)->noun.sub == ACT_SUB_ACTING || cand(r, i)->noun.sub == ACT_SUB_SIDES))
    return act_make_set(r, i, owners, count, "what acts for several");
  return true;
}

/* The countries of the people whom the text spoke of together last. */
static uint32_t countries_of_holders(const act_resolver *r,
                                     uint32_t i,
                                     uint32_t number,
                                     uint32_t members[SET_MAX])
{
  uint32_t people[SET_MAX], count = 0,
                            holders = act_last_coordination(r, i, 1u << ACTANT_PERSON, 0, people);
  if (!holders)
    holders = named_together(r, i, 1u << ACTANT_PERSON, number ? number : 2, people);
  for (uint32_t k = 0; k < holders; k++) {
    uint32_t country = act_country_of(r, people[k]);
    if (country != ACT_NO_CANDIDATE)
      add_member(r, country, 1u << ACTANT_PLACE | COUNTRIES, members, &count);
  }
  return count == (number ? number : 2) ? count : 0;
}

bool act_refer_set(act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  uint32_t members[SET_MAX], number = number_of(r, c->head), count = owners_of(r, i, members);
  unsigned types = wanted_types(r, c);
  if (count)
    return settle_owned(r, i, members, count);
  bool sides =
    c->noun.sub == ACT_SUB_SIDES ||
    act_form_in(
      r,
      c->head,
      "leaders presidents ministers neighbours neighbors couple pair duo brothers sisters twins");
  if (!number && !sides)
    return true;
  if (c->possessed && !number)
    return true;
  count = act_last_coordination(r, i, types, number, members);
  if (!count && (types & COUNTRIES))
    count = countries_of_holders(r, i, number, members);
  if (!count)
    count = named_together(r, i, types, number ? number : 2, members);
  return count < 2 || act_make_set(r, i, members, count, "set");
}
