/* SPDX-License-Identifier: MIT */
/* Members of lists and appositions that a greedy parser hung from the verb.

   1. "called on Xland's president, Joe Ham, to wait": a name between commas right behind the office
   that it holds, hung from elsewhere.  It is that office's apposition.
   2. "called on A, and his Xish counterpart, to wait": a noun coordinated with the verb, though it
   has nothing of a clause.  It goes on the list of the verb's last argument in front of it. After
   the names are units and the children chained; the chains must be made again.
*/
#include "relate/relating.h"
#include "resolve/nouns.h"

#include <string.h>

/* The person's name that begins at a token and that a comma or the sentence's end follows. */
static const act_mention *name_from(const act_relating *g, uint32_t first)
{
  for (uint32_t t = first; t < g->sentence->end && t < first + ACT_CLIMB; t++) {
    uint32_t index = g->resolution->mention_of[t];
    const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
    if (!m || m->first != first || m->end >= g->sentence->end)
      continue;
    const act_entity *e =
      &g->resolution->entities.data[g->resolution->referents.data[m->referents]];
    bool apart = act_lower_is(g, m->end, ",") || act_lower_is(g, m->end, ".");
    return m->form == ACTANT_NAME && e->type == ACTANT_PERSON && apart ? m : NULL;
  }
  return NULL;
}

static bool is_office(const act_relating *g, uint32_t token)
{
  act_noun noun;
  const char *lower = act_token_lower(g->annotation, token);
  return act_tok(g, token)->xpos == ACT_XPOS_NN && act_noun_find(lower, strlen(lower), &noun) &&
         noun.type == ACT_NOUN_PERSON && noun.has_role;
}

static void repair_office(act_relating *g, uint32_t noun)
{
  if (noun + 2 >= g->sentence->end || !act_lower_is(g, noun + 1, ",") || !is_office(g, noun))
    return;
  const act_mention *name = name_from(g, noun + 2);
  if (!name || act_head(g, name->head) == noun || act_hangs_below(g, noun, name->head))
    return;
  uint8_t dep = act_dep(g, name->head);
  if (dep == ACT_DEP_CONJ || dep == ACT_DEP_APPOS || dep == ACT_DEP_OBJ || dep == ACT_DEP_NSUBJ ||
      dep == ACT_DEP_PARATAXIS || dep == ACT_DEP_DEP)
    act_hang(g, name->head, noun, ACT_DEP_APPOS);
}

/* A noun without subject, copula or clause of its own. */
static bool is_bare_noun(const act_relating *g, uint32_t token)
{
  uint8_t upos = act_tok(g, token)->upos;
  if (upos != ACT_UPOS_NOUN && upos != ACT_UPOS_PROPN)
    return false;
  ACT_EACH_CHILD (g, token, c) {
    uint8_t dep = act_dep(g, c);
    if (dep == ACT_DEP_NSUBJ || dep == ACT_DEP_NSUBJ_PASS || dep == ACT_DEP_COP ||
        dep == ACT_DEP_AUX || dep == ACT_DEP_AUX_PASS || dep == ACT_DEP_CASE || dep == ACT_DEP_OBJ)
      return false;
  }
  return true;
}

static void repair_member(act_relating *g, uint32_t noun)
{
  uint32_t verb = act_head(g, noun), last = ACT_NO_TOKEN;
  if (act_dep(g, noun) != ACT_DEP_CONJ || verb == ACT_ROOT || verb > noun ||
      act_tok(g, verb)->upos != ACT_UPOS_VERB || !is_bare_noun(g, noun))
    return;
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    if (c > verb && c < noun && (dep == ACT_DEP_OBJ || dep == ACT_DEP_OBL))
      last = c;
  }
  if (last != ACT_NO_TOKEN && g->resolution->mention_of[last] != ACT_NO_MENTION)
    act_hang(g, noun, last, ACT_DEP_CONJ);
}

/* "discussed Xland-Yland trade": the second name taken for an object beside the noun. */
static void repair_hyphenated(act_relating *g, uint32_t name)
{
  uint32_t noun = name + 1;
  if (name < g->sentence->first + 2 || noun >= g->sentence->end ||
      !act_lower_is(g, name - 1, "-") || act_tok(g, noun)->upos != ACT_UPOS_NOUN ||
      act_head(g, noun) != act_head(g, name) || act_dep(g, name) != ACT_DEP_OBJ ||
      g->resolution->mention_of[name] == ACT_NO_MENTION ||
      g->resolution->mention_of[name - 2] == ACT_NO_MENTION)
    return;
  act_hang(g, name, noun, ACT_DEP_COMPOUND);
}

void act_repair_members(act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    repair_office(g, t);
    repair_member(g, t);
    repair_hyphenated(g, t);
  }
}
