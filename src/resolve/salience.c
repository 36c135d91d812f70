/* SPDX-License-Identifier: MIT */
/* The salience of persons as antecedents of "he" and "she", a weighted sum in integers after Lappin
   and Leass (1994): nearness, function in the clause and whether it is the pronoun's own, names
   before nouns, how often the person was spoken of, who the text is about. The weights are a
   log-linear ranking, scaled by 100, trained on the development part of GAP and on the free part of
   GUM. */
#include "resolve/salience.h"

static const int16_t weights[ACT_WEIGH_COUNT] = {
  /* sentences back */ 192,
  3,
  -173,
  -122,
  /* subject, passive subject, object, oblique, agent, modifier */ 33,
  64,
  28,
  -49,
  -55,
  -58,
  /* possessor, apposition, compound, root, other, conjunct */ 3,
  -22,
  -71,
  8,
  -22,
  -61,
  /* same function; possessive, subject, object to subject; object to object; both possessive;
     subject to possessor */
  35,
  26,
  79,
  -34,
  -18,
  -14,
  -18,
  /* name, full name, nominal, pronoun, same pronoun, gender */ 64,
  -31,
  -58,
  -23,
  65,
  33,
  /* spoken of, topic, unnamed, possessed */ 4,
  18,
  -168,
  13,
  /* subject above, same clause, nearest, second, first in sentence, depth */ 21,
  55,
  92,
  51,
  -6,
  -12,
  /* quoted from outside, ahead */ -147,
  55,
};

static const act_candidate *cand(const act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static uint32_t function_of(const act_resolver *r, uint32_t head)
{
  uint8_t deprel = act_token_at(r, head)->deprel;
  switch (deprel) {
    case ACT_DEP_NSUBJ:
    case ACT_DEP_NSUBJ_OUTER:
      return ACT_WEIGH_SUBJECT;
    case ACT_DEP_NSUBJ_PASS:
      return ACT_WEIGH_PASSIVE_SUBJECT;
    case ACT_DEP_OBL_AGENT:
      return ACT_WEIGH_AGENT;
    case ACT_DEP_NMOD_POSS:
      return ACT_WEIGH_POSSESSOR;
    default:
      break;
  }
  switch (act_deprel_plain(deprel)) {
    case ACT_DEP_OBJ:
    case ACT_DEP_IOBJ:
      return ACT_WEIGH_OBJECT;
    case ACT_DEP_OBL:
      return ACT_WEIGH_OBLIQUE;
    case ACT_DEP_NMOD:
      return ACT_WEIGH_MODIFIER;
    case ACT_DEP_APPOS:
      return ACT_WEIGH_APPOSITION;
    case ACT_DEP_COMPOUND:
      return ACT_WEIGH_COMPOUND;
    case ACT_DEP_ROOT:
      return ACT_WEIGH_ROOT;
    default:
      return ACT_WEIGH_OTHER;
  }
}

static bool is_subject(uint32_t function)
{
  return function == ACT_WEIGH_SUBJECT || function == ACT_WEIGH_PASSIVE_SUBJECT;
}

/* The nearest verb, or head of a clause with a subject, above a token. */
static uint32_t clause_of(const act_resolver *r, uint32_t token)
{
  for (uint32_t t = act_token_at(r, token)->head; t != ACT_ROOT; t = act_token_at(r, t)->head)
    if (act_token_at(r, t)->upos == ACT_UPOS_VERB ||
        act_dependent_of(r, t, ACT_DEP_NSUBJ) != ACT_NO_TOKEN)
      return t;
  return ACT_NO_TOKEN;
}

static int8_t depth_of(const act_resolver *r, uint32_t token)
{
  int8_t depth = 0;
  for (uint32_t t = act_token_at(r, token)->head; t != ACT_ROOT && depth < 5;
       t = act_token_at(r, t)->head)
    depth++;
  return depth;
}

static int8_t mentions_before(const act_resolver *r, uint32_t i, uint32_t root)
{
  int8_t count = 0;
  for (uint32_t k = i; k-- > 0 && count < 5 && i - k < 200;)
    count = (int8_t)(count + (act_root_of(r, k) == root && !cand(r, k)->dropped));
  return count;
}

static void weigh_functions(const act_resolver *r,
                            uint32_t pronoun,
                            uint32_t candidate,
                            int8_t *out)
{
  uint32_t first = act_first_conjunct(r, candidate),
           p = function_of(r, act_first_conjunct(r, pronoun)), c = function_of(r, first);
  out[c] = 1;
  out[ACT_WEIGH_CONJUNCT] = first != candidate;
  out[ACT_WEIGH_SAME_FUNCTION] = p == c || (is_subject(p) && is_subject(c));
  out[ACT_WEIGH_POSSESSIVE_TO_SUBJECT] = p == ACT_WEIGH_POSSESSOR && is_subject(c);
  out[ACT_WEIGH_SUBJECT_TO_SUBJECT] = is_subject(p) && is_subject(c);
  out[ACT_WEIGH_OBJECT_TO_SUBJECT] = !is_subject(p) && p != ACT_WEIGH_POSSESSOR && is_subject(c);
  out[ACT_WEIGH_OBJECT_TO_OBJECT] =
    !is_subject(p) && p != ACT_WEIGH_POSSESSOR && (c == ACT_WEIGH_OBJECT || c == ACT_WEIGH_OBLIQUE);
  out[ACT_WEIGH_BOTH_POSSESSIVE] = p == ACT_WEIGH_POSSESSOR && c == ACT_WEIGH_POSSESSOR;
  out[ACT_WEIGH_SUBJECT_TO_POSSESSOR] = is_subject(p) && c == ACT_WEIGH_POSSESSOR;
}

static void weigh_forms(const act_resolver *r,
                        const act_candidate *p,
                        const act_candidate *c,
                        const act_candidate *root,
                        int8_t *out)
{
  out[ACT_WEIGH_NAME] = c->form == ACTANT_NAME;
  out[ACT_WEIGH_FULL_NAME] = c->form == ACTANT_NAME && c->end - c->first > 1;
  out[ACT_WEIGH_NOMINAL] = c->form == ACTANT_NOMINAL;
  out[ACT_WEIGH_PRONOUN] = c->form == ACTANT_PRONOUN;
  out[ACT_WEIGH_SAME_PRONOUN] =
    c->form == ACTANT_PRONOUN && act_token_at(r, c->head)->lower == act_token_at(r, p->head)->lower;
  out[ACT_WEIGH_GENDER] = p->gender != ACT_GENDER_UNKNOWN && root->gender == p->gender;
  out[ACT_WEIGH_UNNAMED] = !root->named;
  out[ACT_WEIGH_POSSESSED] = c->form == ACTANT_NOMINAL && c->possessed;
}

void act_salience_features(const act_resolver *r,
                           uint32_t pronoun,
                           uint32_t candidate,
                           act_salience_place place,
                           int8_t out[ACT_WEIGH_COUNT])
{
  const act_candidate *p = cand(r, pronoun), *c = cand(r, candidate);
  uint32_t root = act_root_of(r, candidate), back = p->sentence - c->sentence;
  for (int k = 0; k < ACT_WEIGH_COUNT; k++)
    out[k] = 0;
  out[back < 3 ? ACT_WEIGH_SENTENCE_0 + back : ACT_WEIGH_SENTENCE_3] = 1;
  weigh_forms(r, p, c, cand(r, root), out);
  out[ACT_WEIGH_SPOKEN_OF] = mentions_before(r, pronoun, root);
  out[ACT_WEIGH_TOPIC] = root == place.topic;
  out[ACT_WEIGH_NEAREST] = place.rank == 0;
  out[ACT_WEIGH_SECOND] = place.rank == 1;
  out[ACT_WEIGH_FIRST_IN_SENTENCE] = place.first_in_sentence;
  out[ACT_WEIGH_AHEAD] = c->first > p->first;
  if (!r->a->sentences.data[c->sentence].parsed)
    return;
  weigh_functions(r, p->head, c->head, out);
  out[ACT_WEIGH_DEPTH] = depth_of(r, c->head);
  if (back)
    return;
  bool subject = act_subject_relation(act_token_at(r, act_first_conjunct(r, c->head))->deprel);
  uint32_t verb = act_token_at(r, c->head)->head;
  out[ACT_WEIGH_SUBJECT_ABOVE] = subject && verb != ACT_ROOT && act_is_below(r, p->head, verb);
  out[ACT_WEIGH_SAME_CLAUSE] = clause_of(r, c->head) == clause_of(r, p->head);
  out[ACT_WEIGH_QUOTED_FROM_OUTSIDE] = subject && r->speaker[p->head] && !r->speaker[c->head];
}

int act_salience(const act_resolver *r,
                 uint32_t pronoun,
                 uint32_t candidate,
                 act_salience_place place)
{
  int8_t features[ACT_WEIGH_COUNT];
  int sum = 0;
  act_salience_features(r, pronoun, candidate, place, features);
  for (int k = 0; k < ACT_WEIGH_COUNT; k++)
    sum += weights[k] * features[k];
  return sum;
}
