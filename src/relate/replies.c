/* SPDX-License-Identifier: MIT */
/* What answers something told before: "Yland rejected the demand", "a minister denied the charge",
   "Zland condemned the attack".

   The noun says what kind of thing was told, the article that it was.  The latest statement of that
   kind in this sentence or the two before it tells who asked, accused or attacked, and the answer
   is to them, unless they are who answers.

   No rule can say this, since a rule sees one clause.
*/
#include "relate/relating.h"

#include <string.h>

enum {
  BACK = 2,  /* sentences; further back another demand may be meant */
  SURE = 720 /* thousandths: somebody unnamed may have asked */
};

typedef struct reply {
  const char *relation;
  const char *const *verbs, *const *nouns, *const *told; /* end in NULL */
} reply;

static const char *const refusing[] = { "reject",  "deny",      "dismiss", "refute", "dispute",
                                        "refuse",  "rebuff",    "spurn",   "ignore", "decline",
                                        "contest", "repudiate", NULL };
static const char *const accepting[] = { "accept", "approve", "heed", NULL };
static const char *const blaming[] = { "condemn", "denounce",  "deplore",   "decry",
                                       "protest", "criticize", "criticise", NULL };
static const char *const demands[] = { "demand",   "call",  "appeal",     "request", "ultimatum",
                                       "proposal", "offer", "invitation", "plea",    NULL };
static const char *const charges[] = { "accusation", "allegation", "charge", "claim",
                                       "criticism",  "complaint",  NULL };
static const char *const attacks[] = { "attack",     "bombing",     "killing",  "invasion",
                                       "assault",    "raid",        "massacre", "shelling",
                                       "airstrike",  "bombardment", "murder",   "arrest",
                                       "kidnapping", "abduction",   NULL };
static const char *const asked[] = { "urges", "mediates", "negotiates_with", NULL };
static const char *const blamed[] = { "accuses", "criticizes", NULL };
static const char *const harmed[] = { "attacks", "invades", "kills", "arrests", NULL };

static const reply replies[] = {
  { "rejects", refusing, demands, asked },
  { "rejects", refusing, charges, blamed },
  { "agrees_with", accepting, demands, asked },
  { "criticizes", blaming, attacks, harmed },
};

static bool is_any(const char *word, const char *const *words)
{
  for (; *words; words++)
    if (strcmp(word, *words) == 0)
      return true;
  return false;
}

/* "the demand", "this offer", with nothing said of whose it is. */
static bool is_told_before(const act_relating *g, uint32_t noun)
{
  static const char *const articles[] = { "the", "this", "that", "these", "those", "both", NULL };
  bool article = false;
  ACT_EACH_CHILD (g, noun, c) {
    uint8_t dep = act_deprel_plain(act_dep(g, c));
    if (dep == ACT_DEP_DET)
      article |= act_lower_is_any(g, c, articles);
    else if (dep == ACT_DEP_NMOD || dep == ACT_DEP_ACL ||
             g->resolution->mention_of[c] != ACT_NO_MENTION)
      return false;
  }
  return article;
}

static const act_candidate *find_told(const act_relating *g, const reply *r, uint32_t replier)
{
  for (size_t i = g->found.count; i-- > 0;) {
    const act_candidate *c = &g->found.data[i];
    if (c->sentence + BACK < g->sentence_index)
      return NULL;
    if (c->status != ACTANT_NEGATED && c->subject != replier &&
        is_any(g->vocabulary->relations.data[c->relation].info.id, r->told))
      return c;
  }
  return NULL;
}

static void state(act_relating *g,
                  const reply *r,
                  const act_frame *frame,
                  const act_filler *replier,
                  uint32_t noun)
{
  uint32_t relation = act_relation_find(g->vocabulary, r->relation, strlen(r->relation));
  const act_candidate *told = find_told(g, r, replier->entity);
  if (relation == UINT32_MAX || !told)
    return;
  act_reading reading = act_read_frame(g, frame);
  act_candidate c = act_candidate_new(g, replier->entity, relation, told->subject);
  c.subject_token = replier->token;
  c.trigger = frame->token;
  c.object_token = noun;
  c.status = reading.status;
  c.past = reading.past;
  c.attributed_to = reading.speaker;
  c.confidence = (uint16_t)((unsigned)SURE * replier->quality / 1000 * reading.quality / 1000);
  c.rule = "reply";
  act_date_frame(g, frame, &c);
  act_keep(g, c);
}

static void relate_reply(act_relating *g, const reply *r, uint32_t verb, uint32_t noun)
{
  act_frame frame;
  act_fillers repliers = { .count = 0 };
  if (!is_any(act_token_lemma(g->annotation, verb), r->verbs) ||
      !is_any(act_token_lemma(g->annotation, noun), r->nouns) ||
      !act_frame_build(g, verb, ACT_RULE_VERB, &frame))
    return;
  for (size_t i = 0; i < frame.argument_count; i++)
    if (frame.arguments[i].role == ACT_ARG_SUBJECT)
      act_fill_slot(g, frame.arguments[i].token, frame.arguments[i].quality, &repliers);
  for (size_t i = 0; i < repliers.count; i++)
    state(g, r, &frame, &repliers.items[i], noun);
}

void act_replies_sentence(act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    uint32_t verb = act_head(g, t);
    if (act_dep(g, t) != ACT_DEP_OBJ || verb == ACT_ROOT || !act_is_verbal(g, verb) ||
        !is_told_before(g, t))
      continue;
    for (size_t i = 0; i < sizeof replies / sizeof *replies; i++)
      relate_reply(g, &replies[i], verb, t);
  }
}
