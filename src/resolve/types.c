/* SPDX-License-Identifier: MIT */
/* The type of a name over the whole document: what its spelling was mostly taken for, what the
   gazetteer says, and what the words around it say (evidence.c), added up over the document.  The
   first words of a body's name, used alone, are that body ("Xylo" of "Xylo Instruments"), unless a
   person bears them; then each place speaks for itself. */
#include "resolve/evidence.h"

#include <string.h>

/* What a name's spelling was taken for, over the whole document. */
typedef struct key_votes {
  uint32_t count[3];
  uint8_t record_type;
} key_votes;

/* What was found around a name's spelling. */
typedef struct key_proofs {
  act_evidence e;
  bool person; /* for certain, once at least */
  bool titled;
} key_proofs;

typedef ACT_ARRAY(key_proofs) proof_list;

static act_candidate *cand(act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static bool is_body_noun(const act_resolver *r, uint32_t token)
{
  act_noun noun;
  return act_token_at(r, token)->upos == ACT_UPOS_NOUN &&
         act_noun_at(r->a, token, token + 1, &noun) && noun.type == ACT_NOUN_ORGANISATION;
}

/* What a body has: an officer, shares, staff. */
static bool belongs_to_body(const act_resolver *r, uint32_t token)
{
  static const char things[] =
    "share shares stock stocks shareholder shareholders board subsidiary subsidiaries unit revenue "
    "revenues profit profits earnings sales customers investors "
    "employees headquarters spokesman spokeswoman spokesperson workforce staff products technology "
    "chips acquisition merger takeover ipo";
  const act_token *t = act_token_at(r, token);
  act_noun noun;
  if ((t->deprel != ACT_DEP_NMOD_POSS && t->deprel != ACT_DEP_COMPOUND) || t->head == ACT_ROOT ||
      t->head < token)
    return false;
  if (act_form_in(r, t->head, things))
    return true;
  uint32_t first = act_noun_longest(r->a, token + 1, t->head, &noun);
  return first != ACT_NO_TOKEN && noun.has_role && noun.of == 'O' && noun.role == ACT_ROLE_LEADER &&
         !act_form_in(r, t->head, "leader captain coach manager boss chief commander head editor");
}

bool act_is_body(const act_resolver *r, uint32_t head, uint32_t last)
{
  const act_token *token = act_token_at(r, head);
  if (belongs_to_body(r, head) || belongs_to_body(r, last))
    return true;
  if ((token->deprel == ACT_DEP_OBJ || token->deprel == ACT_DEP_NSUBJ_PASS) &&
      token->head != ACT_ROOT &&
      act_lemma_among(r, token->head, "acquire buy privatise privatize nationalise nationalize"))
    return true;
  if (act_subject_relation(token->deprel) && token->head != ACT_ROOT &&
      act_dependent_of(r, token->head, ACT_DEP_COP) != ACT_NO_TOKEN)
    return is_body_noun(r, token->head);
  uint32_t apposed = act_dependent_of(r, head, ACT_DEP_APPOS);
  return apposed != ACT_NO_TOKEN && is_body_noun(r, apposed);
}

/* A title of persons stands before it; "rival" and "developer" go with companies as well. */
static bool is_titled(const act_resolver *r, const act_candidate *c)
{
  return c->title < c->first && !act_is_trade(r, c->first - 1) &&
         !act_form_is(r, c->first - 1, "rival");
}

/* Whether a person is meant for certain: by a title, or by a given name in front. */
static bool is_surely_person(const act_resolver *r, const act_candidate *c)
{
  uint32_t lists =
    act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[act_token_at(r, c->first)->lower]);
  return is_titled(r, c) ||
         (c->end - c->first > 1 && (lists & (ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE)) &&
          !(lists & ACT_LIST_ORDINARY));
}

static bool is_open(const act_resolver *r, const act_candidate *c)
{
  return c->form == ACTANT_NAME && !c->dropped && c->record == ACT_NO_RECORD &&
         c->type != ACT_TYPE_UNKNOWN && r->a->sentences.data[c->sentence].parsed;
}

/* Whether a name is a town of the gazetteer, which people and schools are called by as well;
 * capitals are what they are. */
static bool is_namesake(const act_resolver *r, const act_candidate *c)
{
  if (c->form != ACTANT_NAME || c->dropped || c->record == ACT_NO_RECORD ||
      c->kind != ACT_MENTION_PLAIN || c->type != ACTANT_PLACE ||
      !r->a->sentences.data[c->sentence].parsed)
    return false;
  const act_record *record = act_gazetteer_record(r->gazetteer, c->record);
  return !record->is_capital && record->kind == ACT_RECORD_CITY;
}

static bool gather(act_resolver *r, act_map *map, proof_list *proofs)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    const act_candidate *c = cand(r, i);
    if (!is_open(r, c) && !is_namesake(r, c))
      continue;
    uint32_t at = act_map_get(map, c->key);
    if (at == ACT_NO_VALUE) {
      at = (uint32_t)proofs->count;
      if (!act_array_push(proofs, (key_proofs){ 0 }) || !act_map_set(map, c->key, at))
        return false;
    }
    proofs->data[at].titled |= is_titled(r, c);
    proofs->data[at].person |= c->type == ACTANT_PERSON && is_surely_person(r, c);
    if (is_namesake(r, c))
      act_weigh_ties(r, c->first, c->end, &proofs->data[at].e);
    else
      act_weigh_name(r, c->first, c->end, &proofs->data[at].e);
  }
  return true;
}

/* The type that the evidence gives, when it outweighs that of the finder. */
static uint8_t proven(const act_resolver *r, const act_candidate *c, const key_proofs *p)
{
  const int *of = p->e.of;
  uint8_t best = of[ACTANT_ORGANISATION] > of[ACTANT_PERSON] ? ACTANT_ORGANISATION : ACTANT_PERSON;
  best = of[ACTANT_PLACE] > of[best] ? ACTANT_PLACE : best;
  if (is_titled(r, c) || best == c->type)
    return c->type;
  if (p->person) /* by a given name, which firms have as well: "CEO of Philip Xylo" */
    return best == ACTANT_ORGANISATION && of[best] - p->e.word > 2 && !of[ACTANT_PERSON] &&
               !p->titled
             ? best
             : c->type;
  int needed = c->type == ACTANT_PERSON && best == ACTANT_ORGANISATION ? 2 : 3;
  return of[best] >= needed && of[best] > of[c->type] ? best : c->type;
}

static void retype(act_candidate *c, uint8_t type)
{
  c->type = type;
  if (type == ACTANT_PERSON)
    return;
  c->title = c->first;
  c->gender = ACT_GENDER_UNKNOWN;
}

/* A namesake of a town: a person by what the whole document says, a school by what stands here
 * ("studied at X"), since the town may be named beside it. */
static void retype_namesake(const act_resolver *r, act_candidate *c, const act_evidence *all)
{
  act_evidence here = { 0 };
  act_weigh_ties(r, c->first, c->end, &here);
  bool school =
    here.of[ACTANT_ORGANISATION] > 2 && here.of[ACTANT_ORGANISATION] > here.of[ACTANT_PLACE];
  bool person = c->end - c->first == 1 && all->of[ACTANT_PERSON] > 2 &&
                all->of[ACTANT_PERSON] > all->of[ACTANT_PLACE];
  if (!school && !person)
    return;
  c->type = school ? ACTANT_ORGANISATION : ACTANT_PERSON;
  c->settled_here = school;
  c->record = ACT_NO_RECORD;
}

static bool weigh_types(act_resolver *r)
{
  act_map map = { 0 };
  proof_list proofs = { 0 };
  bool ok = gather(r, &map, &proofs);
  for (uint32_t i = 0; ok && i < r->candidates.count; i++)
    if (is_namesake(r, cand(r, i)))
      retype_namesake(r, cand(r, i), &proofs.data[act_map_get(&map, cand(r, i)->key)].e);
    else if (is_open(r, cand(r, i)))
      retype(cand(r, i), proven(r, cand(r, i), &proofs.data[act_map_get(&map, cand(r, i)->key)]));
  act_map_free(&map);
  act_array_free(&proofs);
  return ok;
}

static bool begins(const act_resolver *r, const act_candidate *part, const act_candidate *whole)
{
  if (whole->end - whole->first <= part->end - part->first)
    return false;
  for (uint32_t k = 0; k < part->end - part->first; k++)
    if (act_token_at(r, part->first + k)->lower != act_token_at(r, whole->first + k)->lower)
      return false;
  return true;
}

/* Whether a short name is the body here that begins with it. */
static bool is_short_body(const act_resolver *r, const act_candidate *c, const bool *surnames)
{
  act_evidence e = { 0 };
  if (!surnames[act_token_at(r, c->first)->lower])
    return true;
  act_weigh_name(r, c->first, c->end, &e);
  return e.of[ACTANT_ORGANISATION] >= 2 && e.of[ACTANT_ORGANISATION] > e.of[ACTANT_PERSON];
}

/* "Ante Quist", taken for a body, where somebody else is called Quist. */
static void name_relatives(act_resolver *r, const bool *surnames)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    act_candidate *c = cand(r, i);
    act_evidence e = { 0 };
    act_noun noun;
    if (!is_open(r, c) || c->type == ACTANT_PERSON || c->end - c->first != 2 ||
        !surnames[act_token_at(r, c->last)->lower] ||
        act_gazetteer_word_lists(r->gazetteer,
                                 r->a->strings.hashes[act_token_at(r, c->last)->lower]) &
          (ACT_LIST_ORG_WORD | ACT_LIST_PLACE_WORD) ||
        act_noun_at(r->a, c->last, c->last + 1, &noun))
      continue;
    act_weigh_name(r, c->first, c->end, &e);
    if (e.of[ACTANT_ORGANISATION] < 2 && e.of[ACTANT_PLACE] < 2)
      c->type = ACTANT_PERSON;
  }
}

static bool shorten_bodies(act_resolver *r)
{
  size_t strings = r->a->strings.texts.count;
  uint32_t *bodies = act_arena_alloc(&r->arena, (strings + 1) * sizeof *bodies);
  bool *surnames = act_arena_zalloc(&r->arena, strings + 1, sizeof *surnames);
  if (!bodies || !surnames)
    return false;
  memset(bodies, 0xFF, (strings + 1) * sizeof *bodies);
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    const act_candidate *c = cand(r, i);
    if (c->form != ACTANT_NAME || c->dropped || c->end - c->first < 2)
      continue;
    if (c->type == ACTANT_PERSON)
      surnames[act_token_at(r, c->last)->lower] = true;
    uint32_t *slot = &bodies[act_token_at(r, c->first)->lower];
    if (c->type == ACTANT_ORGANISATION && *slot == ACT_NO_CANDIDATE)
      *slot = i;
  }
  name_relatives(r, surnames);
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    act_candidate *c = cand(r, i);
    if (!is_open(r, c) || is_titled(r, c) || c->type == ACTANT_PLACE || is_surely_person(r, c))
      continue;
    uint32_t body = bodies[act_token_at(r, c->first)->lower];
    if (body == ACT_NO_CANDIDATE || !begins(r, c, cand(r, body)) || !is_short_body(r, c, surnames))
      continue;
    retype(c, ACTANT_ORGANISATION);
    c->short_body = true;
  }
  return true;
}

/* Give each name without a record or a title the type that its spelling has most often. */
bool act_vote_types(act_resolver *r)
{
  act_map map = { 0 };
  ACT_ARRAY(key_votes) votes = { 0 };
  bool ok = weigh_types(r) && shorten_bodies(r);
  for (int pass = 0; ok && pass < 2; pass++)
    for (uint32_t i = 0; ok && i < r->candidates.count; i++) {
      act_candidate *c = cand(r, i);
      if (c->form != ACTANT_NAME || c->dropped || c->type == ACT_TYPE_UNKNOWN)
        continue;
      uint32_t at = act_map_get(&map, c->key);
      if (at == ACT_NO_VALUE) {
        at = (uint32_t)votes.count;
        ok = act_array_push(&votes, (key_votes){ .record_type = ACT_TYPE_UNKNOWN }) &&
             act_map_set(&map, c->key, at);
      }
      if (!ok)
        break;
      key_votes *v = &votes.data[at];
      if (pass == 0) {
        v->count[c->type] += c->title < c->first ? 3 : 1;
        if (c->record != ACT_NO_RECORD)
          v->record_type = c->type;
      } else if (c->record == ACT_NO_RECORD && c->title == c->first && !c->settled_here) {
        uint8_t best = v->count[1] > v->count[0] ? 1 : 0;
        best = v->count[2] > v->count[best] ? 2 : best;
        c->type = v->record_type != ACT_TYPE_UNKNOWN && c->type != ACTANT_PERSON ? v->record_type
                  : v->count[best] > v->count[c->type]                           ? best
                                                                                 : c->type;
      }
    }
  act_map_free(&map);
  act_array_free(&votes);
  return ok;
}
