/* SPDX-License-Identifier: MIT */
/*
  "The cease-fire was mediated by Xland": between whom, the clause does not say.  A text that told
  before who fights or negotiates with whom has named the parties, and they are taken for those of
  the settlement: the two of the latest such statement that leaves the mediator out.

  No rule can say this, since a rule sees one clause.
*/
#include "relate/relating.h"

#include <string.h>

enum { SURE = 620 }; /* thousandths: the pair may be of another conflict */

static bool is_any(const act_relating *g, uint32_t token, const char *const *lemmas)
{
  for (; *lemmas; lemmas++)
    if (act_lemma_is(g, token, *lemmas))
      return true;
  return false;
}

static bool is_settlement(const act_relating *g, uint32_t token)
{
  static const char *const lemmas[] = { "cease-fire", "ceasefire", "truce",       "armistice",
                                        "deal",       "agreement", "accord",      "settlement",
                                        "talk",       "talks",     "dialogue",    "peace",
                                        "pact",       "treaty",    "negotiation", "fire",
                                        "conflict",   "dispute",   NULL };
  return is_any(g, token, lemmas);
}

static bool is_mediating(const act_relating *g, uint32_t token)
{
  static const char *const lemmas[] = { "mediate", "broker", "facilitate", "arbitrate", NULL };
  return act_is_verbal(g, token) && is_any(g, token, lemmas);
}

/* Whether a rule has found the parties in the clause itself. */
static bool has_parties(const act_relating *g, uint32_t verb, uint32_t relation)
{
  for (size_t i = g->found.count; i-- > 0 && g->found.data[i].sentence == g->sentence_index;)
    if (g->found.data[i].relation == relation && g->found.data[i].trigger == verb)
      return true;
  return false;
}

/* The latest statement of a quarrel or of its settlement that leaves `mediator` out, or NULL. */
static const act_candidate *quarrel(const act_relating *g, uint32_t mediator)
{
  static const char *const relations[] = {
    "fights", "negotiates_with", "agrees_with", "attacks", "invades"
  };
  for (size_t i = g->found.count; i-- > 0;) {
    const act_candidate *c = &g->found.data[i];
    const char *id = act_row(g, c->relation)->info.id;
    for (size_t k = 0; k < sizeof relations / sizeof *relations; k++)
      if (c->status != ACTANT_NEGATED && c->subject != mediator && c->object != mediator &&
          strcmp(id, relations[k]) == 0)
        return c;
  }
  return NULL;
}

static void state(act_relating *g,
                  const act_frame *frame,
                  const act_filler *mediator,
                  uint32_t settlement,
                  uint32_t party)
{
  uint32_t relation = act_relation_find(g->vocabulary, "mediates", strlen("mediates"));
  act_reading reading = act_read_frame(g, frame);
  act_candidate c = act_candidate_new(g, mediator->entity, relation, party);
  c.subject_token = mediator->token;
  c.trigger = frame->token;
  c.object_token = settlement;
  c.status = reading.status;
  c.past = reading.past;
  c.attributed_to = reading.speaker;
  c.confidence = (uint16_t)((unsigned)SURE * mediator->quality / 1000 * reading.quality / 1000);
  c.rule = "parties";
  act_date_frame(g, frame, &c);
  act_keep(g, c);
}

static void relate_mediation(act_relating *g, uint32_t verb)
{
  uint32_t relation = act_relation_find(g->vocabulary, "mediates", strlen("mediates")),
           settlement = ACT_NO_TOKEN;
  act_fillers mediators = { .count = 0 };
  act_frame frame;
  if (relation == UINT32_MAX || has_parties(g, verb, relation) ||
      !act_frame_build(g, verb, ACT_RULE_VERB, &frame))
    return;
  for (size_t i = 0; i < frame.argument_count; i++) {
    const act_argument *a = &frame.arguments[i];
    if (a->role == ACT_ARG_SUBJECT)
      act_fill_slot(g, a->token, a->quality, &mediators);
    else if (a->role == ACT_ARG_OBJECT && is_settlement(g, a->token))
      settlement = a->token;
  }
  for (size_t i = 0; settlement != ACT_NO_TOKEN && i < mediators.count; i++) {
    const act_candidate *between = quarrel(g, mediators.items[i].entity);
    if (!between)
      continue;
    uint32_t parties[2] = { between->subject, between->object };
    state(g, &frame, &mediators.items[i], settlement, parties[0]);
    state(g, &frame, &mediators.items[i], settlement, parties[1]);
  }
}

void act_parties_sentence(act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++)
    if (is_mediating(g, t))
      relate_mediation(g, t);
}
