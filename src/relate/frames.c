/* SPDX-License-Identifier: MIT */
/* Frames: a clause, or a noun that tells of an event, with its arguments under names that no longer
   depend on the grammar.

   Verbs: voice is undone (the agent is the subject, the passive's subject the object), participles
   and relative clauses get the noun that they are said of, hyphenated participles ("Xland-backed")
   the name in front of them.  An object is shared by verbs that are coordinated word by word
   ("bought and sold Y"). Nouns: possessor, demonym, compound and "by" are one role, ACT_ARG_OWNER;
   a verb that only carries the noun (@light: "held talks", "imposed sanctions") lends it its
   subject and the prepositions behind it. Copulas: what a noun, adjective, participle or
   preposition is said of, whether by "be", by apposition or in front of a name, is ACT_ARG_THEME.
*/
#include "relate/frames.h"

#include <string.h>

void act_frame_add(act_frame *frame, uint32_t token, uint32_t role, unsigned quality)
{
  if (token == ACT_NO_TOKEN || frame->argument_count == ACT_FRAME_ARGUMENTS)
    return;
  for (size_t i = 0; i < frame->argument_count; i++)
    if (frame->arguments[i].token == token && frame->arguments[i].role == role)
      return;
  frame->arguments[frame->argument_count++] = (act_argument){ token, role, (uint16_t)quality };
}

void act_frame_particle(act_frame *frame, uint32_t word)
{
  if (word != ACT_NO_STRING && frame->particle_count < ACT_FRAME_PARTICLES)
    frame->particles[frame->particle_count++] = word;
}

bool act_is_relative_pronoun(const act_relating *g, uint32_t token)
{
  uint8_t xpos = act_tok(g, token)->xpos;
  return xpos == ACT_XPOS_WP || xpos == ACT_XPOS_WDT;
}

/* The noun that a relative pronoun of this verb stands for, or the token itself. */
uint32_t act_unrelative(const act_relating *g, uint32_t verb, uint32_t token)
{
  if (act_is_relative_pronoun(g, token) && act_dep(g, verb) == ACT_DEP_ACL_RELCL &&
      !act_is_verbal(g, act_head(g, verb)))
    return act_head(g, verb);
  if (act_is_relative_pronoun(g, token) && act_head(g, verb) != ACT_ROOT &&
      act_is_verbal(g, act_head(g, verb)))
    return act_name_before(g, token);
  return token;
}

bool act_frame_build(const act_relating *g, uint32_t token, act_rule_kind kind, act_frame *out)
{
  memset(out, 0, sizeof *out);
  out->token = token;
  out->kind = kind;
  out->host = ACT_NO_TOKEN;
  switch (kind) {
    case ACT_RULE_VERB:
      return act_frame_verb(g, token, out);
    case ACT_RULE_NOUN:
      return act_frame_noun(g, token, out);
    default:
      return act_frame_be(g, token, out);
  }
}
