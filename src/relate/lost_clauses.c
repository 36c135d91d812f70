/* SPDX-License-Identifier: MIT */
/* Clauses that a greedy parser hung from a noun, and what gives them away.

   1. "Xish envoy Joe Ham held talks with Y.": a sentence whose root is a noun and whose first past
   tense with an object, or without a passive, hangs from it as a participle.  The verb is the root,
   the noun its subject.
   2. "said on Monday that Y must leave": a that-clause with a subject of its own that was hung from
   the day.  It is what is said.
   3. "X shelled Y, Xish officials and Yish witnesses said.": those who say it, behind the last
   comma, taken for more of the object.  They are the subject of saying.
   4. "Xland's deputy minister visited Y": a possessor hung from the verb.  It is that of the noun
   in front of the verb. After the names are units and the children chained; the chains must be made
   again.  No change makes a cycle: what moves goes below a token that is not below it.
*/
#include "relate/relating.h"

enum { NEAR = 12 }; /* tokens; a possessor, a day and a speaker are short */

static bool is_noun(const act_relating *g, uint32_t token)
{
  uint8_t upos = act_tok(g, token)->upos;
  return upos == ACT_UPOS_NOUN || upos == ACT_UPOS_PROPN;
}

/* -------------------------------------------------------------------------- 1: a noun as the root
 */

static uint32_t root_of(const act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++)
    if (act_head(g, t) == ACT_ROOT)
      return t;
  return ACT_NO_TOKEN;
}

static bool is_past_with_object(const act_relating *g, uint32_t verb)
{
  uint8_t xpos = act_tok(g, verb)->xpos;
  uint32_t object = act_child(g, verb, ACT_DEP_OBJ);
  return act_tok(g, verb)->upos == ACT_UPOS_VERB &&
         (xpos == ACT_XPOS_VBD || xpos == ACT_XPOS_VBN) &&
         ((object != ACT_NO_TOKEN && object > verb) || act_in(g, verb, ACT_SET_INTRANSITIVE)) &&
         !act_has_subject(g, verb) && act_child(g, verb, ACT_DEP_MARK) == ACT_NO_TOKEN &&
         act_child(g, verb, ACT_DEP_AUX_PASS) == ACT_NO_TOKEN;
}

static void repair_root(act_relating *g)
{
  uint32_t root = root_of(g);
  if (root == ACT_NO_TOKEN || !is_noun(g, root) ||
      act_child(g, root, ACT_DEP_COP) != ACT_NO_TOKEN ||
      !act_lower_is(g, g->sentence->end - 1, "."))
    return;
  for (uint32_t t = root + 1; t < g->sentence->end; t++) {
    if (act_lower_is(g, t, ",") || act_lower_is(g, t, ":"))
      return;
    if (act_tok(g, t)->upos != ACT_UPOS_VERB || act_tok(g, t)->xpos == ACT_XPOS_VBG)
      continue;
    bool participle = act_dep(g, t) == ACT_DEP_ACL ||
                      (act_dep(g, t) == ACT_DEP_FLAT && act_tok(g, t)->xpos == ACT_XPOS_VBD);
    if (!participle || !is_past_with_object(g, t))
      return;
    act_hang(g, t, ACT_ROOT, ACT_DEP_ROOT);
    act_hang(g, root, t, ACT_DEP_NSUBJ);
    return;
  }
}

/* -------------------------------------------------------------- 2: what is said, hung from a day
 */

static bool is_content(const act_relating *g, uint32_t clause)
{
  uint8_t dep = act_dep(g, clause);
  uint32_t mark = act_child(g, clause, ACT_DEP_MARK);
  return (dep == ACT_DEP_ACL || dep == ACT_DEP_ACL_RELCL || dep == ACT_DEP_CCOMP) &&
         mark != ACT_NO_TOKEN && act_lower_is(g, mark, "that") &&
         act_child(g, clause, ACT_DEP_NSUBJ) != ACT_NO_TOKEN &&
         act_child(g, clause, ACT_DEP_NSUBJ) > mark;
}

/* "said on Monday": the verb in front of the day. */
static uint32_t verb_before(const act_relating *g, uint32_t day)
{
  for (uint32_t t = day; t > g->sentence->first && t + ACT_CLIMB > day; t--) {
    uint8_t upos = act_tok(g, t - 1)->upos;
    if (upos == ACT_UPOS_VERB)
      return t - 1;
    if (upos != ACT_UPOS_ADP && upos != ACT_UPOS_DET && upos != ACT_UPOS_ADJ &&
        upos != ACT_UPOS_ADV && upos != ACT_UPOS_NOUN && upos != ACT_UPOS_PROPN)
      break;
  }
  return ACT_NO_TOKEN;
}

static void repair_content(act_relating *g, uint32_t clause)
{
  uint32_t day = act_head(g, clause);
  if (day == ACT_ROOT || !is_content(g, clause) || clause < day || !is_noun(g, day) ||
      act_dep(g, day) == ACT_DEP_OBJ || act_dep(g, day) == ACT_DEP_NSUBJ ||
      g->resolution->mention_of[day] != ACT_NO_MENTION)
    return;
  uint32_t verb = verb_before(g, day);
  if (verb == ACT_NO_TOKEN || act_hangs_below(g, verb, clause) || day > verb + NEAR)
    return;
  if (act_in(g, verb, ACT_SET_SAYING) || act_in(g, verb, ACT_SET_COMMAND) ||
      act_in(g, verb, ACT_SET_WISHING))
    act_hang(g, clause, verb, ACT_DEP_CCOMP);
}

/* --------------------------------------------------------------------- 3: speakers behind a comma
 */

/* The comma in front of a noun phrase that ends right before the verb. */
static uint32_t comma_before(const act_relating *g, uint32_t verb)
{
  for (uint32_t t = verb; t > g->sentence->first && t + NEAR > verb; t--) {
    uint8_t upos = act_tok(g, t - 1)->upos;
    if (act_lower_is(g, t - 1, ","))
      return t - 1;
    if (upos == ACT_UPOS_VERB || upos == ACT_UPOS_AUX || upos == ACT_UPOS_PUNCT ||
        upos == ACT_UPOS_SCONJ)
      break;
  }
  return ACT_NO_TOKEN;
}

/* The first of the phrase's nouns that hangs from outside it without a preposition. */
static uint32_t phrase_head(const act_relating *g, uint32_t comma, uint32_t verb)
{
  for (uint32_t t = comma + 1; t < verb; t++) {
    uint32_t head = act_head(g, t);
    uint32_t first = act_first_child(g, t);
    bool preposition = first != ACT_NO_TOKEN && first < t && act_dep(g, first) == ACT_DEP_CASE;
    if (is_noun(g, t) && head != ACT_ROOT && (head < comma || head >= verb))
      return preposition ? ACT_NO_TOKEN : t;
  }
  return ACT_NO_TOKEN;
}

static void repair_speakers(act_relating *g, uint32_t verb)
{
  uint8_t xpos = act_tok(g, verb)->xpos;
  if ((xpos != ACT_XPOS_VBD && xpos != ACT_XPOS_VBZ) || !act_in(g, verb, ACT_SET_SAYING) ||
      act_has_subject(g, verb) || !is_noun(g, verb - 1))
    return;
  uint32_t comma = comma_before(g, verb);
  uint32_t noun = comma == ACT_NO_TOKEN ? comma : phrase_head(g, comma, verb);
  if (noun == ACT_NO_TOKEN || noun == verb || act_hangs_below(g, verb, noun))
    return;
  act_hang(g, noun, verb, ACT_DEP_NSUBJ);
}

/* ----------------------------------------------------------------------- 4: a possessor of a verb
 */

static void repair_possessor(act_relating *g, uint32_t owner)
{
  uint32_t verb = act_head(g, owner);
  if (act_dep(g, owner) != ACT_DEP_NMOD_POSS || verb == ACT_ROOT || verb < owner + 2 ||
      verb > owner + NEAR || act_tok(g, verb)->upos != ACT_UPOS_VERB)
    return;
  for (uint32_t t = verb - 1; t > owner; t--)
    if (is_noun(g, t) && act_head(g, t) == verb) {
      act_hang(g, owner, t, ACT_DEP_NMOD_POSS);
      return;
    }
}

/* ------------------------------------------------------------------------- 5: what a plan is about
 */

static void repair_plan(act_relating *g, uint32_t participle)
{
  uint32_t mark = act_child(g, participle, ACT_DEP_MARK);
  if (act_dep(g, participle) != ACT_DEP_ADVCL || act_tok(g, participle)->xpos != ACT_XPOS_VBG ||
      mark == ACT_NO_TOKEN || mark <= g->sentence->first || !act_lower_is(g, mark, "to") ||
      !act_in(g, mark - 1, ACT_SET_PLAN_NOUN) || act_hangs_below(g, mark - 1, participle))
    return;
  act_hang(g, participle, mark - 1, ACT_DEP_ACL);
}

void act_repair_clauses(act_relating *g)
{
  repair_root(g);
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    if (act_tok(g, t)->upos != ACT_UPOS_VERB) {
      repair_possessor(g, t);
      continue;
    }
    repair_content(g, t);
    repair_plan(g, t);
    if (t > g->sentence->first)
      repair_speakers(g, t);
  }
}
