/* SPDX-License-Identifier: MIT */
/* Nominals and pronouns: noun phrases whose head is no name, and the pronouns that may stand for
   someone.

   A noun of no table becomes a hidden candidate: it is never a mention, but "it" and "they" may
   mean it, and then mean nobody.  The span runs from the leftmost modifier to the head; what
   follows the head ("of Armenia") is left to the tree. */
#include "resolve/resolver.h"

static bool stating_block(const act_resolver *r, const act_sentence *s)
{
  return act_block_states(r->a->document->blocks.data[s->block].kind);
}

static uint32_t span_start(const act_resolver *r, uint32_t token)
{
  uint32_t first = token;
  for (uint32_t c = act_child_first(r, token); c != ACT_NO_TOKEN && c < token;
       c = act_child_next(r, c)) {
    uint8_t deprel = act_deprel_plain(act_token_at(r, c)->deprel);
    bool part = deprel == ACT_DEP_DET || deprel == ACT_DEP_AMOD || deprel == ACT_DEP_NUMMOD ||
                deprel == ACT_DEP_COMPOUND || act_token_at(r, c)->deprel == ACT_DEP_NMOD_POSS ||
                act_token_at(r, c)->deprel == ACT_DEP_NMOD_DESC;
    uint32_t begin = r->trees.begin[c];
    if (part && begin < first && token - begin < 16)
      first = begin;
  }
  return first;
}

static void determiners(const act_resolver *r, act_candidate *c)
{
  for (uint32_t d = act_child_first(r, c->head); d != ACT_NO_TOKEN; d = act_child_next(r, d)) {
    uint8_t deprel = act_token_at(r, d)->deprel;
    if (deprel == ACT_DEP_NMOD_POSS)
      c->possessed = true;
    if ((deprel == ACT_DEP_DET || deprel == ACT_DEP_DET_PREDET) &&
        act_form_in(r, d, "the this that these those both"))
      c->definite = true;
  }
  c->definite |= c->possessed;
}

static uint8_t type_of_noun(const act_noun *noun)
{
  switch (noun->type) {
    case ACT_NOUN_PERSON:
      return ACTANT_PERSON;
    case ACT_NOUN_PLACE:
      return ACTANT_PLACE;
    case ACT_NOUN_ORGANISATION:
      return ACTANT_ORGANISATION;
    case ACT_NOUN_GROUP:
      return noun->sub == ACT_SUB_PEOPLE ? ACTANT_PERSON : ACT_TYPE_UNKNOWN;
    default:
      return ACT_TYPE_UNKNOWN;
  }
}

static bool heads_phrase(const act_resolver *r, uint32_t t)
{
  const act_token *token = act_token_at(r, t);
  act_noun noun;
  /* taggers take "executive" of "chief executive" for an adjective */
  bool office = token->upos == ACT_UPOS_ADJ && t && r->sentence_of[t - 1] == r->sentence_of[t] &&
                act_noun_at(r->a, t - 1, t + 1, &noun) && noun.has_role;
  if (token->upos != ACT_UPOS_NOUN && token->upos != ACT_UPOS_PROPN && !office)
    return false;
  switch (token->deprel) {
    case ACT_DEP_COMPOUND:
    case ACT_DEP_FLAT:
    case ACT_DEP_FIXED:
    case ACT_DEP_GOESWITH:
    case ACT_DEP_AMOD:
    case ACT_DEP_NMOD_DESC:
    case ACT_DEP_DISCOURSE:
    case ACT_DEP_OBL_UNMARKED:
    case ACT_DEP_NMOD_UNMARKED:
    case ACT_DEP_ADVMOD:
    case ACT_DEP_CASE:
      return false;
    default:
      return true;
  }
}

static bool add_nominal(act_resolver *r, const act_sentence *s, uint32_t t)
{
  act_candidate c = { .sentence = r->sentence_of[t],
                      .head = t,
                      .end = t + 1,
                      .record = ACT_NO_RECORD,
                      .form = ACTANT_NOMINAL,
                      .type = ACT_TYPE_UNKNOWN };
  c.first = c.title = span_start(r, t);
  uint8_t xpos = act_token_at(r, t)->xpos;
  c.plural = xpos == ACT_XPOS_NNS || xpos == ACT_XPOS_NNPS;
  uint32_t floor = t - s->first > 6 ? t - 6 : s->first;
  while (floor < t && r->covered[floor] != ACT_NO_CANDIDATE)
    floor++;
  for (uint32_t i = floor; i < t; i++)
    if (r->covered[i] != ACT_NO_CANDIDATE)
      floor = i + 1;
  if (act_noun_longest(r->a, floor, t, &c.noun) != ACT_NO_TOKEN &&
      c.noun.type != ACT_NOUN_HONORIFIC) {
    c.type = type_of_noun(&c.noun);
    c.gender = c.noun.gender;
    c.plural |= c.noun.type == ACT_NOUN_GROUP;
  } else {
    c.noun = (act_noun){ .type = ACT_NOUN_THING, .of = '-' };
    c.hidden = true;
  }
  determiners(r, &c);
  return act_add_candidate(r, c) != ACT_NO_CANDIDATE;
}

/* Type, gender and number of a pronoun; false for those that stand for nobody here. */
static bool pronoun_row(const act_resolver *r, uint32_t t, act_candidate *c)
{
  if (act_form_in(r, t, "he him his himself")) {
    c->type = ACTANT_PERSON;
    c->gender = ACT_GENDER_MALE;
  } else if (act_form_in(r, t, "she her hers herself")) {
    c->type = ACTANT_PERSON;
    c->gender = ACT_GENDER_FEMALE;
  } else if (act_form_in(r, t, "they them their theirs themselves we us our ours ourselves")) {
    c->plural = true;
  } else if (act_form_in(r, t, "i me my mine myself")) {
    c->type = ACTANT_PERSON;
  } else if (!act_form_in(r, t, "it its itself who whom whose which that where")) {
    return false;
  }
  return true;
}

static bool is_pronoun(const act_resolver *r, uint32_t t)
{
  const act_token *token = act_token_at(r, t);
  if (act_form_in(r, t, "whose whom"))
    return true;
  if (act_form_is(r, t, "where")) /* not of a question */
    return t > r->a->sentences.data[r->sentence_of[t]].first;
  if (token->upos != ACT_UPOS_PRON || token->deprel == ACT_DEP_EXPL)
    return false;
  if (token->xpos == ACT_XPOS_DT)
    return false;
  return token->xpos != ACT_XPOS_IN || !act_form_is(r, t, "that");
}

static bool add_pronoun(act_resolver *r, uint32_t t)
{
  act_candidate c = { .sentence = r->sentence_of[t],
                      .first = t,
                      .title = t,
                      .end = t + 1,
                      .head = t,
                      .record = ACT_NO_RECORD,
                      .form = ACTANT_PRONOUN,
                      .type = ACT_TYPE_UNKNOWN,
                      .definite = true };
  return !pronoun_row(r, t, &c) || act_add_candidate(r, c) != ACT_NO_CANDIDATE;
}

/* "the two", "both" without a noun: the sides of what was last named together. */
static bool is_bare_number(const act_resolver *r, uint32_t t)
{
  const act_token *token = act_token_at(r, t);
  if (!act_form_in(r, t, "two both three pair"))
    return false;
  uint8_t plain = act_deprel_plain(token->deprel);
  bool argument =
    plain == ACT_DEP_NSUBJ || plain == ACT_DEP_OBJ || plain == ACT_DEP_OBL || plain == ACT_DEP_NMOD;
  return argument && token->upos != ACT_UPOS_NOUN &&
         act_dependent_of(r, t, ACT_DEP_NMOD) == ACT_NO_TOKEN;
}

static bool add_bare_number(act_resolver *r, uint32_t t)
{
  act_candidate c = { .sentence = r->sentence_of[t],
                      .head = t,
                      .end = t + 1,
                      .record = ACT_NO_RECORD,
                      .form = ACTANT_NOMINAL,
                      .type = ACT_TYPE_UNKNOWN,
                      .plural = true,
                      .definite = true };
  c.first = c.title = span_start(r, t);
  c.noun = (act_noun){ .type = ACT_NOUN_GROUP, .sub = ACT_SUB_SIDES, .of = '-' };
  return act_add_candidate(r, c) != ACT_NO_CANDIDATE;
}

bool act_nominal_candidates(act_resolver *r)
{
  for (size_t i = 0; i < r->a->sentences.count; i++) {
    const act_sentence *s = &r->a->sentences.data[i];
    if (!s->parsed || !stating_block(r, s))
      continue;
    for (uint32_t t = s->first; t < s->end; t++) {
      bool ok = true;
      if (r->covered[t] != ACT_NO_CANDIDATE)
        continue;
      if (is_bare_number(r, t))
        ok = add_bare_number(r, t);
      else if (heads_phrase(r, t))
        ok = add_nominal(r, s, t);
      else if (is_pronoun(r, t))
        ok = add_pronoun(r, t);
      if (!ok)
        return false;
    }
  }
  return true;
}
