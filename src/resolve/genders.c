/* SPDX-License-Identifier: MIT */
/* Genders of names: kin words settle them ("her father, the merchant X"); the lists of given names
   only guess.  Where nobody is called by the pronouns of the guess and the text is full of the
   others, its main person was guessed wrongly. */
#include "resolve/resolver.h"

enum { FEW_PRONOUNS = 2, MENTIONS = 2 };

static act_candidate *cand(act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

/* Gender from "Mr", a kin word or a title before the name, else from the given name. */
uint8_t act_guess_gender(const act_resolver *r, uint32_t title, uint32_t first, uint32_t end)
{
  for (uint32_t t = title; t < first; t++) {
    act_noun noun;
    if (act_noun_longest(r->a, title, t, &noun) != ACT_NO_TOKEN &&
        noun.gender != ACT_GENDER_UNKNOWN)
      return noun.gender;
  }
  if (end - first < 2 && title == first) {
    /* a lone word may be a surname; only a name of one gender alone counts, and only weakly: see
     * join.c */
    return ACT_GENDER_UNKNOWN;
  }
  uint32_t lists =
    act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[act_token_at(r, first)->lower]);
  bool female = lists & ACT_LIST_GIVEN_FEMALE, male = lists & ACT_LIST_GIVEN_MALE;
  return end - first > 1 && female != male ? (female ? ACT_GENDER_FEMALE : ACT_GENDER_MALE)
                                           : ACT_GENDER_UNKNOWN;
}

/* The gender of the kin noun that leads up to a name. */
static uint8_t kin_gender(const act_resolver *r, const act_candidate *c)
{
  const act_sentence *s = &r->a->sentences.data[c->sentence];
  act_noun noun;
  bool comma = false;
  for (uint32_t t = c->first; t > s->first && c->first - t < 7; t--) {
    const act_token *token = act_token_at(r, t - 1);
    if (act_noun_at(r->a, t - 1, t, &noun) && noun.kin && token->xpos == ACT_XPOS_NN)
      return noun.gender;
    bool part = token->upos == ACT_UPOS_NOUN || token->upos == ACT_UPOS_ADJ ||
                token->upos == ACT_UPOS_DET || token->upos == ACT_UPOS_PROPN;
    if (act_form_is(r, t - 1, ",") && !comma)
      comma = true;
    else if (!part || r->covered[t - 1] != r->covered[c->first])
      if (!part || r->covered[t - 1] != ACT_NO_CANDIDATE)
        return ACT_GENDER_UNKNOWN;
  }
  return ACT_GENDER_UNKNOWN;
}

static void count_pronouns(const act_resolver *r, uint32_t counts[3])
{
  for (uint32_t t = 0; t < r->a->tokens.count; t++) {
    counts[ACT_GENDER_FEMALE] += act_form_in(r, t, "she her hers herself");
    counts[ACT_GENDER_MALE] += act_form_in(r, t, "he him his himself");
  }
}

/* The cluster of the person named most often. */
static uint32_t main_person(act_resolver *r)
{
  uint32_t best = ACT_NO_CANDIDATE, most = MENTIONS - 1;
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    uint32_t root = act_root_of(r, i);
    const act_candidate *c = cand(r, i);
    if (c->form != ACTANT_NAME || c->dropped || cand(r, root)->type != ACTANT_PERSON || c->author)
      continue;
    uint32_t count = ++r->counts[root];
    if (count > most) {
      most = count;
      best = root;
    }
  }
  for (uint32_t i = 0; i < r->candidates.count; i++)
    r->counts[i] = 0;
  return best;
}

/* Whether a title or a kin word tells the gender of somebody of the cluster. */
static bool is_told(act_resolver *r, uint32_t root)
{
  for (uint32_t i = root; i < r->candidates.count; i++)
    if (act_root_of(r, i) == root && cand(r, i)->form == ACTANT_NAME &&
        cand(r, i)->title < cand(r, i)->first)
      for (uint32_t t = cand(r, i)->title; t < cand(r, i)->first; t++) {
        act_noun noun;
        if (act_noun_at(r->a, t, t + 1, &noun) && noun.gender != ACT_GENDER_UNKNOWN)
          return true;
      }
  return false;
}

/* Whether the user says it. */
static bool is_said(act_resolver *r, uint32_t root)
{
  uint32_t record = cand(r, root)->record;
  return record != ACT_NO_RECORD && act_gazetteer_record(r->gazetteer, record)->gender;
}

bool act_settle_genders(act_resolver *r)
{
  uint32_t counts[3] = { 0 };
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    act_candidate *c = cand(r, i);
    act_candidate *root = cand(r, act_root_of(r, i));
    if (c->form != ACTANT_NAME || c->dropped || root->type != ACTANT_PERSON ||
        c->end - c->first < 2 || root->record != ACT_NO_RECORD)
      continue;
    uint8_t gender = kin_gender(r, c);
    if (gender != ACT_GENDER_UNKNOWN && gender != root->gender && !is_told(r, act_root_of(r, i)))
      root->gender = gender;
  }
  count_pronouns(r, counts);
  uint32_t root = main_person(r);
  if (root == ACT_NO_CANDIDATE || is_told(r, root) || is_said(r, root))
    return true;
  uint8_t gender = cand(r, root)->gender;
  uint8_t other = gender == ACT_GENDER_MALE ? ACT_GENDER_FEMALE : ACT_GENDER_MALE;
  if (gender != ACT_GENDER_UNKNOWN && !counts[gender] && counts[other] > FEW_PRONOUNS)
    cand(r, root)->gender = other;
  return true;
}
