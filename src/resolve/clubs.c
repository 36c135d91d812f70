/* SPDX-License-Identifier: MIT */
/* Clubs that are called by their town: "Halden beat Vik 3-1".  Where a text speaks of matches, a
   town or an unknown name that plays, beats, signs or has a captain is a club wherever the text
   does not put something in it.  Countries stay what they are. */
#include "resolve/resolver.h"

enum { CUES = 4 }; /* different words of sport that make a text one about it */

static const char roles[] =
  "captain coach manager striker midfielder defender goalkeeper winger forward player players "
  "skipper supporters fans squad keeper batsman bowler pitcher quarterback prop fly-half";

/* Whether the text is about sport; each word is asked once.  False when memory runs out. */
static bool find_sport(act_resolver *r, bool *sport)
{
  static const char cues[] =
    "striker midfielder goalkeeper defender winger forward captain coach manager goal goals league "
    "cup match final semi-final semifinal quarter-final referee penalty half-time header scored "
    "team club fans players tournament season squad stadium champions fixture kick-off innings "
    "wicket playoff playoffs batsman try tries scorer equaliser equalizer";
  uint32_t count = 0;
  bool *asked = act_arena_zalloc(&r->arena, r->a->strings.texts.count, sizeof *asked);
  if (!asked)
    return false;
  for (uint32_t t = 0; t < r->a->tokens.count && count < CUES; t++) {
    const uint32_t lower = act_token_at(r, t)->lower;
    count += !asked[lower] && act_form_in(r, t, cues);
    asked[lower] = true;
  }
  *sport = count == CUES;
  return true;
}

static bool may_be_club(const act_resolver *r, const act_candidate *c)
{
  if (c->form != ACTANT_NAME || c->dropped || c->kind != ACT_MENTION_PLAIN || c->title < c->first ||
      c->end - c->first > 2 || !r->a->sentences.data[c->sentence].parsed)
    return false;
  if (c->record != ACT_NO_RECORD)
    return c->type == ACTANT_PLACE &&
           act_gazetteer_record(r->gazetteer, c->record)->kind == ACT_RECORD_CITY;
  return c->type == ACTANT_PLACE || (c->type == ACTANT_PERSON && c->end - c->first == 1);
}

/* "Halden want to sign him": a name alone with a verb in the plural. */
static bool takes_plural(const act_resolver *r, uint32_t head)
{
  const act_token *token = act_token_at(r, head);
  if (token->deprel != ACT_DEP_NSUBJ || token->head == ACT_ROOT || token->head < head ||
      act_dependent_of(r, head, ACT_DEP_CONJ) != ACT_NO_TOKEN)
    return false;
  uint32_t aux = act_dependent_of(r, token->head, ACT_DEP_AUX);
  uint32_t verb = aux == ACT_NO_TOKEN ? token->head : aux;
  return act_form_in(r, verb, "have are were want need play face host lead win lose");
}

static bool plays(const act_resolver *r, const act_candidate *c)
{
  const act_token *token = act_token_at(r, c->head);
  if (c->end < r->a->sentences.data[c->sentence].end && act_form_in(r, c->end, roles))
    return true;
  if (token->head == ACT_ROOT)
    return false;
  if (token->deprel == ACT_DEP_NMOD_POSS && act_form_in(r, token->head, roles))
    return true;
  if (token->deprel == ACT_DEP_NSUBJ && c->type != ACTANT_PERSON)
    return takes_plural(r, c->head) ||
           act_lemma_among(r,
                           token->head,
                           "beat defeat sign lose draw thrash play knock sack win stun hire score "
                           "face trounce rout crush edge overcome eliminate concede equalise");
  if (token->deprel == ACT_DEP_NSUBJ)
    return takes_plural(r, c->head) || act_lemma_among(r, token->head, "sign sack hire");
  return token->deprel == ACT_DEP_OBJ && c->type != ACTANT_PERSON &&
         act_lemma_among(r,
                         token->head,
                         "beat defeat thrash face stun trounce rout crush edge overcome eliminate "
                         "play join knock");
}

static bool is_put_in(const act_resolver *r, const act_candidate *c)
{
  uint32_t preposition = act_preposition_of(r, c->head);
  return c->type == ACTANT_PLACE && preposition != ACT_NO_TOKEN &&
         act_form_in(r, preposition, "in near around outside");
}

bool act_find_clubs(act_resolver *r)
{
  act_map clubs = { 0 };
  bool ok = true, sport;
  if (!find_sport(r, &sport))
    return false;
  if (!sport)
    return true;
  for (uint32_t i = 0; ok && i < r->candidates.count; i++)
    if (may_be_club(r, &r->candidates.data[i]) && plays(r, &r->candidates.data[i]))
      ok = act_map_set(&clubs, r->candidates.data[i].key, 1);
  for (uint32_t i = 0; ok && i < r->candidates.count; i++) {
    act_candidate *c = &r->candidates.data[i];
    bool headline = c->form == ACTANT_NAME && !c->dropped && c->type != ACTANT_PERSON;
    if ((!may_be_club(r, c) && !headline) || act_map_get(&clubs, c->key) == ACT_NO_VALUE ||
        is_put_in(r, c))
      continue;
    c->type = ACTANT_ORGANISATION;
    c->gender = ACT_GENDER_UNKNOWN;
    c->record = ACT_NO_RECORD;
  }
  act_map_free(&clubs);
  return ok;
}
