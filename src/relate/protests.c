/* SPDX-License-Identifier: MIT */
/* Whom a protest is against that says so only by what is asked for: "Xish teachers marched to
   demand that Y resign".

   What the sentence's rules found of urging, blaming and refusing is looked at again: where its
   verb hangs as a purpose or a participle below one of marching, or below one that carries a
   protest
   ("staged a rally"), those who march protest against the one that is asked, and ask as surely as
   they march: they do not merely intend to.  What a crowd is said to protest it protests in the
   street.

   No rule can say this, since a rule sees one clause.
*/
#include "relate/relating.h"

#include <string.h>

enum { SURE = 900 }; /* thousandths of what the demand itself is worth: it may be of someone else */

static bool is_demand(const act_relating *g, const act_candidate *c)
{
  static const char *const relations[] = { "urges", "criticizes", "rejects", "accuses" };
  const char *id = g->vocabulary->relations.data[c->relation].info.id;
  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
    if (strcmp(id, relations[i]) == 0)
      return true;
  return false;
}

/* As a verb or a noun: not the month, nor what is done to a deal. */
static bool is_protest(const act_relating *g, uint32_t token)
{
  uint8_t upos = act_tok(g, token)->upos;
  return upos != ACT_UPOS_PROPN && act_in(g, token, ACT_SET_PROTEST) &&
         (upos == ACT_UPOS_NOUN || act_child(g, token, ACT_DEP_OBJ) == ACT_NO_TOKEN);
}

/* "staged a rally", "went on strike", "continued their hunger strike". */
static bool carries_protest(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    if ((dep == ACT_DEP_OBJ || dep == ACT_DEP_OBL) && is_protest(g, c))
      return true;
  }
  return false;
}

/* The protest that a demand is the purpose of, or ACT_NO_TOKEN. */
static uint32_t protest_above(const act_relating *g, uint32_t demand)
{
  for (int step = 0; step < ACT_CLIMB && act_head(g, demand) != ACT_ROOT; step++) {
    uint32_t above = act_head(g, demand);
    switch (act_dep(g, demand)) {
      case ACT_DEP_ADVCL:
      case ACT_DEP_XCOMP:
      case ACT_DEP_ACL:
      case ACT_DEP_CONJ:
      case ACT_DEP_OBL:
      case ACT_DEP_OBJ:
        break;
      default:
        return ACT_NO_TOKEN;
    }
    if (is_protest(g, above) || carries_protest(g, above))
      return above;
    demand = above;
  }
  return ACT_NO_TOKEN;
}

static void state(act_relating *g, size_t demand, uint32_t relation, uint32_t protest)
{
  act_frame frame = { .token = protest, .host = ACT_NO_TOKEN };
  frame.kind = act_is_verbal(g, protest) ? ACT_RULE_VERB : ACT_RULE_NOUN;
  act_reading reading = act_read_frame(g, &frame);
  act_candidate c = g->found.data[demand];
  g->found.data[demand].status = c.status = reading.status;
  c.relation = relation;
  c.trigger = protest;
  c.past = reading.past;
  c.rule = "purpose";
  c.confidence = (uint16_t)((unsigned)c.confidence * SURE / 1000);
  act_keep(g, c);
}

/* People in the plural, or the country that stands for them. */
static bool is_crowd(const act_relating *g, uint32_t token)
{
  uint32_t head = token == ACT_NO_TOKEN ? ACT_ROOT : act_head(g, token);
  return token != ACT_NO_TOKEN &&
         (act_tok(g, token)->xpos == ACT_XPOS_NNS ||
          (head != ACT_ROOT && head > token && act_tok(g, head)->xpos == ACT_XPOS_NNS));
}

/* "students protest Y's curbs", "miners blocked roads to protest Y's curbs": people in the street,
 * not a note from one state to another. */
static void restate_march(act_relating *g, act_candidate *c, uint32_t relation)
{
  if (c->trigger == ACT_NO_TOKEN || !act_is_verbal(g, c->trigger) || !is_demand(g, c) ||
      !act_lemma_is(g, c->trigger, "protest") || !is_crowd(g, c->subject_token))
    return;
  c->relation = relation;
  if (act_dep(g, c->trigger) != ACT_DEP_ADVCL)
    return;
  act_frame frame = { .token = act_head(g, c->trigger),
                      .kind = ACT_RULE_VERB,
                      .host = ACT_NO_TOKEN };
  c->status = act_read_frame(g, &frame).status;
}

void act_protests_sentence(act_relating *g)
{
  uint32_t relation = act_relation_find(g->vocabulary, "protests", strlen("protests"));
  for (size_t i = g->found.count; relation != UINT32_MAX && i-- > 0;) {
    const act_candidate *c = &g->found.data[i];
    if (c->sentence != g->sentence_index)
      return;
    restate_march(g, &g->found.data[i], relation);
    uint32_t protest =
      is_demand(g, c) && c->trigger != ACT_NO_TOKEN ? protest_above(g, c->trigger) : ACT_NO_TOKEN;
    if (protest != ACT_NO_TOKEN)
      state(g, i, relation, protest);
  }
}
