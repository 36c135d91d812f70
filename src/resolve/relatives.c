/* SPDX-License-Identifier: MIT */
/* What relative pronouns stand for: "who", "which", "whose", and "where" for a place or a body.

   The noun that the clause is said of, by the tree; where the tree knows none, the name that ends
   right before; for "where" the last place or body named.  A noun that is itself said of someone
   ("X is a lawyer and a judge who …", "X, a judge who …") stands for that someone. */
#include "resolve/resolver.h"

enum {
  STEPS = 8,
  CLOSE = 6,
  NEAR = 12 /* "… from Yville University in May 2015, where" */
};

static uint32_t candidate_at(const act_resolver *r, uint32_t token)
{
  return r->at[token] != ACT_NO_CANDIDATE ? r->at[token] : r->covered[token];
}

/* A comma, brackets and a preposition aside. */
static uint32_t name_before(const act_resolver *r, uint32_t token)
{
  uint32_t floor = r->a->sentences.data[r->sentence_of[token]].first;
  for (uint32_t t = token; t-- > floor && token - t < CLOSE;)
    if (r->covered[t] != ACT_NO_CANDIDATE)
      return r->covered[t];
    else if (act_token_at(r, t)->upos != ACT_UPOS_PUNCT && act_token_at(r, t)->upos != ACT_UPOS_ADP)
      return ACT_NO_CANDIDATE;
  return ACT_NO_CANDIDATE;
}

/* The subject of "X is a judge", or ACT_NO_TOKEN. */
static uint32_t subject_of(const act_resolver *r, uint32_t predicate)
{
  if (act_dependent_of(r, predicate, ACT_DEP_COP) == ACT_NO_TOKEN)
    return ACT_NO_TOKEN;
  for (uint32_t c = act_child_first(r, predicate); c != ACT_NO_TOKEN; c = act_child_next(r, c))
    if (act_subject_relation(act_token_at(r, c)->deprel))
      return c;
  return ACT_NO_TOKEN;
}

bool act_is_shared_predicate(const act_resolver *r, uint32_t token)
{
  uint32_t first = act_first_conjunct(r, token);
  return first != token && act_child_first(r, token) != ACT_NO_TOKEN &&
         act_token_at(r, first)->upos == ACT_UPOS_NOUN && subject_of(r, first) != ACT_NO_TOKEN;
}

/* Who a noun is said of; the noun's own candidate when nobody. */
static uint32_t said_of(const act_resolver *r, uint32_t noun)
{
  uint32_t own = candidate_at(r, noun), predicate = act_first_conjunct(r, noun);
  if (own != ACT_NO_CANDIDATE && r->candidates.data[own].form == ACTANT_NAME)
    return own;
  uint32_t subject = subject_of(r, predicate);
  uint32_t of = subject == ACT_NO_TOKEN ? ACT_NO_CANDIDATE : candidate_at(r, subject);
  bool plural = own != ACT_NO_CANDIDATE && r->candidates.data[own].plural;
  return of == ACT_NO_CANDIDATE || plural ? own : of;
}

/* By the tree. */
static uint32_t antecedent(const act_resolver *r, uint32_t token)
{
  uint32_t steps = 0;
  for (uint32_t t = token; t != ACT_ROOT && steps < STEPS; t = act_token_at(r, t)->head, steps++)
    if (act_token_at(r, t)->deprel == ACT_DEP_ACL_RELCL ||
        act_token_at(r, t)->deprel == ACT_DEP_ACL) {
      uint32_t head = act_token_at(r, t)->head;
      return head == ACT_ROOT ? ACT_NO_CANDIDATE : said_of(r, head);
    }
  return ACT_NO_CANDIDATE;
}

uint32_t act_relative_antecedent(const act_resolver *r, uint32_t token)
{
  uint32_t of = antecedent(r, token);
  bool someone =
    of != ACT_NO_CANDIDATE && !r->candidates.data[of].dropped && !r->candidates.data[of].hidden;
  return someone ? of : name_before(r, token);
}

uint32_t act_where_antecedent(const act_resolver *r, uint32_t token)
{
  uint32_t floor = r->a->sentences.data[r->sentence_of[token]].first;
  for (uint32_t t = token; t-- > floor && token - t < NEAR;) {
    uint32_t i = r->covered[t];
    uint8_t type =
      i == ACT_NO_CANDIDATE ? ACT_TYPE_UNKNOWN : r->candidates.data[act_root_of(r, i)].type;
    if (type == ACTANT_PLACE || type == ACTANT_ORGANISATION)
      return i;
  }
  return ACT_NO_CANDIDATE;
}
