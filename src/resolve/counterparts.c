/* SPDX-License-Identifier: MIT */
/* Those whom what a person is to others points at: "her husband" is whose wife she was called, "his
   counterpart" the last other holder of an office, and the country that a minister says will do
   something is the minister's own. */
#include "resolve/resolver.h"

enum { NEAR_SENTENCES = 3 };

static const act_candidate *cand(const act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static bool is_named_person(const act_resolver *r, uint32_t i)
{
  const act_candidate *top = cand(r, act_root_of(r, i));
  return top->type == ACTANT_PERSON && top->named && !cand(r, i)->dropped;
}

uint32_t act_country_of(const act_resolver *r, uint32_t person)
{
  for (size_t k = r->roles.count; k-- > 0;) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->of != ACT_NO_CANDIDATE &&
        (d->role <= ACT_ROLE_OFFICIAL || d->role == ACT_ROLE_NATIONAL) && !d->former &&
        cand(r, act_root_of(r, d->of))->type == ACTANT_PLACE &&
        act_root_of(r, d->holder) == act_root_of(r, person))
      return d->of;
  }
  return ACT_NO_CANDIDATE;
}

/* What someone is to the one who is that to him. */
static int inverse_of(uint8_t role)
{
  switch (role) {
    case ACT_ROLE_KIN_PARENT:
      return ACT_ROLE_KIN_CHILD;
    case ACT_ROLE_KIN_CHILD:
      return ACT_ROLE_KIN_PARENT;
    case ACT_ROLE_KIN_SPOUSE:
    case ACT_ROLE_KIN_SIBLING:
      return role;
    default:
      return -1;
  }
}

/* "his wife Ana … her husband" */
static uint32_t relative_of(const act_resolver *r, const act_candidate *c, uint32_t owner)
{
  int inverse = c->noun.has_role ? inverse_of(c->noun.role) : -1;
  for (size_t k = r->roles.count; k-- > 0 && inverse >= 0;) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->of != ACT_NO_CANDIDATE && d->role == (act_role_class)inverse && !d->negated &&
        act_root_of(r, d->holder) == act_root_of(r, owner) && is_named_person(r, d->of))
      return d->of;
  }
  return ACT_NO_CANDIDATE;
}

/* The other of two who were spoken of together, when this is one of them. */
static uint32_t other_of_two(const act_resolver *r, const act_candidate *set, uint32_t owner)
{
  if (set->set_count != 2)
    return ACT_NO_CANDIDATE;
  uint32_t one = r->sets.data[set->set], two = r->sets.data[set->set + 1];
  return act_root_of(r, one) == act_root_of(r, owner)   ? two
         : act_root_of(r, two) == act_root_of(r, owner) ? one
                                                        : ACT_NO_CANDIDATE;
}

/* The last other one with an office. */
static uint32_t counterpart_of(const act_resolver *r, uint32_t i, uint32_t owner)
{
  for (uint32_t j = i; j-- > 0 && cand(r, i)->sentence - cand(r, j)->sentence <= NEAR_SENTENCES;) {
    uint32_t other = other_of_two(r, cand(r, j), owner);
    if (other != ACT_NO_CANDIDATE && is_named_person(r, other))
      return other;
    if (cand(r, j)->form == ACTANT_NAME && is_named_person(r, j) &&
        act_root_of(r, j) != act_root_of(r, owner) && act_country_of(r, j) != ACT_NO_CANDIDATE)
      return j;
  }
  return ACT_NO_CANDIDATE;
}

/* "The minister said the country would …" */
static uint32_t speakers_country(const act_resolver *r, const act_candidate *c)
{
  const act_token *token = act_token_at(r, c->head);
  uint32_t aux = act_subject_relation(token->deprel) && token->head != ACT_ROOT
                   ? act_dependent_of(r, token->head, ACT_DEP_AUX)
                   : ACT_NO_TOKEN;
  if (aux == ACT_NO_TOKEN || !act_form_in(r, aux, "would will"))
    return ACT_NO_CANDIDATE;
  uint32_t verb = act_token_at(r, token->head)->head;
  if (verb == ACT_ROOT || act_token_at(r, token->head)->deprel != ACT_DEP_CCOMP ||
      !act_lemma_among(r, verb, "say announce add vow pledge promise declare insist tell"))
    return ACT_NO_CANDIDATE;
  uint32_t subject = act_dependent_of(r, verb, ACT_DEP_NSUBJ);
  uint32_t speaker = subject == ACT_NO_TOKEN ? ACT_NO_CANDIDATE : r->at[subject];
  return speaker == ACT_NO_CANDIDATE || cand(r, speaker)->dropped ? ACT_NO_CANDIDATE
                                                                  : act_country_of(r, speaker);
}

bool act_join_counterpart(act_resolver *r, uint32_t i, uint32_t owner)
{
  const act_candidate *c = cand(r, i);
  if (c->plural)
    return false;
  if (owner != ACT_NO_CANDIDATE && cand(r, act_root_of(r, owner))->type == ACTANT_PERSON) {
    uint32_t other = act_form_is(r, c->head, "counterpart") ? counterpart_of(r, i, owner)
                                                            : relative_of(r, c, owner);
    return other != ACT_NO_CANDIDATE && act_join_clusters(r, i, other, "role");
  }
  uint32_t country =
    owner == ACT_NO_CANDIDATE && c->definite && !c->possessed && c->noun.sub == ACT_SUB_COUNTRY
      ? speakers_country(r, c)
      : ACT_NO_CANDIDATE;
  return country != ACT_NO_CANDIDATE && act_join_clusters(r, i, country, "country of who speaks");
}
