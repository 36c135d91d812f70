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

/* "demanded that Y leave", "said on Monday that Y must leave", "its demand that Y leave": the first
 * one named behind "that", in front of any verb.  Parsers take the bare verb behind it for a noun,
 * so this asks the words alone. */
static void add_content_by_words(const act_relating *g, uint32_t word, act_frame *out)
{
  enum { FAR = 6 };
  uint32_t end = g->sentence->end, that = word + 1;
  while (that < end && that < word + FAR && !act_lower_is(g, that, "that"))
    if (act_tok(g, that)->upos == ACT_UPOS_VERB ||
        g->resolution->mention_of[that++] != ACT_NO_MENTION)
      return;
  for (uint32_t t = that + 1; t < end && t < that + FAR && that < word + FAR; t++) {
    uint8_t upos = act_tok(g, t)->upos;
    if (upos == ACT_UPOS_VERB || upos == ACT_UPOS_AUX || upos == ACT_UPOS_ADP ||
        upos == ACT_UPOS_PUNCT || upos == ACT_UPOS_PRON)
      return;
    uint32_t mention = g->resolution->mention_of[t];
    if (mention == ACT_NO_MENTION)
      continue;
    act_frame_add(out, t, ACT_ARG_CLAUSE, 850);
    uint32_t behind = g->resolution->mentions.data[mention].end;
    static const char *const musts[] = { "must", "should", "ought", "needs", "has", NULL };
    out->has_obligation |= behind < end && act_lower_is_any(g, behind, musts);
    return;
  }
}

static bool has_role(const act_frame *frame, uint32_t role)
{
  for (size_t i = 0; i < frame->argument_count; i++)
    if (frame->arguments[i].role == role)
      return true;
  return false;
}

/* A clause, or a noun, of the kind. */
static bool build(const act_relating *g, act_frame *out)
{
  switch (out->kind) {
    case ACT_RULE_VERB:
      return act_frame_verb(g, out->token, out);
    case ACT_RULE_NOUN:
      return act_frame_noun(g, out->token, out);
    default:
      return act_frame_be(g, out->token, out);
  }
}

bool act_frame_build(const act_relating *g, uint32_t token, act_rule_kind kind, act_frame *out)
{
  memset(out, 0, sizeof *out);
  out->token = token;
  out->kind = kind;
  out->host = ACT_NO_TOKEN;
  if (!build(g, out))
    return false;
  if (kind != ACT_RULE_BE && !has_role(out, ACT_ARG_CLAUSE))
    add_content_by_words(g, token, out);
  return true;
}
