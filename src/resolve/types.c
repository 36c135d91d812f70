/* SPDX-License-Identifier: MIT */
/* The type of a name over the whole document: what its spelling was mostly taken for, what the
   gazetteer says, and what only companies and other bodies have: a chief executive, shareholders,
   an apposition such as "a chipmaker". */
#include "resolve/resolver.h"

/* What a name's spelling was taken for, over the whole document. */
typedef struct key_votes {
  uint32_t count[3];
  uint8_t record_type;
} key_votes;

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

/* Whether a person is meant for certain: by a title, or by a given name in front. */
static bool is_surely_person(const act_resolver *r, const act_candidate *c)
{
  uint32_t lists =
    act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[act_token_at(r, c->first)->lower]);
  return c->title < c->first ||
         (c->end - c->first > 1 && (lists & (ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE)) &&
          !(lists & ACT_LIST_ORDINARY));
}

/* What is once spoken of as a body is one wherever it is spelled so, unless a title says that it is
 * a person. */
static bool mark_bodies(act_resolver *r)
{
  act_map bodies = { 0 };
  bool ok = true;
  for (uint32_t i = 0; ok && i < r->candidates.count; i++) {
    const act_candidate *c = cand(r, i);
    if (c->form != ACTANT_NAME || c->type != ACTANT_PERSON || c->record != ACT_NO_RECORD ||
        !r->a->sentences.data[c->sentence].parsed)
      continue;
    if (is_surely_person(r, c))
      ok = act_map_set(&bodies, c->key, 0);
    else if (act_is_body(r, c->head, c->end - 1) && act_map_get(&bodies, c->key) == ACT_NO_VALUE)
      ok = act_map_set(&bodies, c->key, 1);
  }
  for (uint32_t i = 0; ok && i < r->candidates.count; i++)
    if (cand(r, i)->form == ACTANT_NAME && cand(r, i)->type == ACTANT_PERSON &&
        act_map_get(&bodies, cand(r, i)->key) == 1)
      cand(r, i)->type = ACTANT_ORGANISATION;
  act_map_free(&bodies);
  return ok;
}

/* Give each name without a record or a title the type that its spelling has most often. */
bool act_vote_types(act_resolver *r)
{
  act_map map = { 0 };
  ACT_ARRAY(key_votes) votes = { 0 };
  bool ok = mark_bodies(r);
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
      } else if (c->record == ACT_NO_RECORD && c->title == c->first) {
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
