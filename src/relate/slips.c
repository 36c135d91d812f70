/* SPDX-License-Identifier: MIT */
/* Slips of single constructions, each known by a few words side by side.

   1. "which has stationed soldiers in Y": a perfect behind a relative pronoun that was taken for an
   adjective of its object.
   2. "had both sided with Y": an auxiliary that was taken for the verb.
   3. "after rebels seized Y": a subject behind a conjunction that was taken for a preposition.
   4. "gave Y 40 million": a receiver that was taken for part of what it gets.
   5. "Xish President Joe Ham met": a demonym that was taken for the head of the name behind it.
   6. "The opposition Xish Party urged": a noun in front of a name that was taken for a second
   subject.
   7. "…, Xish News said": a speaker behind a comma that was taken for part of what he says.
   After the names are units and the children chained; the chains must be made again.
*/
#include "relate/relating.h"

static void move_children(act_relating *g, uint32_t from, uint32_t to)
{
  ACT_EACH_CHILD (g, from, c)
    if (c != to)
      g->heads[c - g->tree.base] = to;
}

/* "France, which has stationed soldiers in Y, warned": 1. */
static void repair_perfect(act_relating *g, uint32_t verb)
{
  uint32_t object = act_head(g, verb), pronoun = act_child(g, verb, ACT_DEP_NSUBJ),
           noun = ACT_NO_TOKEN;
  if (act_dep(g, verb) != ACT_DEP_AMOD || object == ACT_ROOT || object < verb ||
      pronoun == ACT_NO_TOKEN || act_child(g, verb, ACT_DEP_AUX) == ACT_NO_TOKEN ||
      act_dep(g, object) != ACT_DEP_NSUBJ)
    return;
  ACT_EACH_CHILD (g, object, c)
    if (c < pronoun && act_dep(g, c) == ACT_DEP_NSUBJ)
      noun = c;
  if (noun == ACT_NO_TOKEN)
    return;
  act_hang(g, noun, act_head(g, object), ACT_DEP_NSUBJ);
  act_hang(g, verb, noun, ACT_DEP_ACL_RELCL);
  act_hang(g, object, verb, ACT_DEP_OBJ);
}

/* "had both sided with Y": 2. */
static void repair_both(act_relating *g, uint32_t verb)
{
  uint32_t both = act_head(g, verb), have = both == ACT_ROOT ? ACT_ROOT : act_head(g, both);
  if (have == ACT_ROOT || both + 1 != verb || have + 1 != both ||
      act_tok(g, both)->upos != ACT_UPOS_DET || act_tok(g, verb)->xpos != ACT_XPOS_VBN ||
      !act_lemma_is(g, have, "have"))
    return;
  act_hang(g, verb, act_head(g, have), act_dep(g, have));
  move_children(g, have, verb);
  act_hang(g, have, verb, ACT_DEP_AUX);
  act_hang(g, both, verb, ACT_DEP_ADVMOD);
}

static uint32_t conjunction_of(const act_relating *g, uint32_t noun)
{
  static const char *const words[] = { "after", "before", "since",   "until",
                                       "as",    "while",  "because", "once" };
  ACT_EACH_CHILD (g, noun, c)
    for (size_t i = 0; i < sizeof words / sizeof *words && c < noun; i++)
      if (act_dep(g, c) == ACT_DEP_CASE && act_lower_is(g, c, words[i]))
        return c;
  return ACT_NO_TOKEN;
}

static bool is_active_past(const act_relating *g, uint32_t verb)
{
  uint8_t xpos = act_tok(g, verb)->xpos;
  return xpos == ACT_XPOS_VBD || xpos == ACT_XPOS_VBZ || xpos == ACT_XPOS_VBP;
}

/* "after rebels of the Front seized Y": 3. */
static void repair_conjunction(act_relating *g, uint32_t verb)
{
  uint32_t noun = ACT_NO_TOKEN;
  if (act_dep(g, verb) == ACT_DEP_ROOT || !is_active_past(g, verb))
    return;
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    if (dep == ACT_DEP_NSUBJ || dep == ACT_DEP_NSUBJ_PASS || dep == ACT_DEP_EXPL ||
        (dep == ACT_DEP_PUNCT && c < verb && act_lower_is(g, c, ",")))
      return;
    if (dep == ACT_DEP_OBL && c < verb && conjunction_of(g, c) != ACT_NO_TOKEN)
      noun = c;
  }
  if (noun == ACT_NO_TOKEN)
    return;
  act_hang(g, conjunction_of(g, noun), verb, ACT_DEP_MARK);
  act_hang(g, noun, verb, ACT_DEP_NSUBJ);
  g->deps[verb - g->tree.base] = ACT_DEP_ADVCL;
}

/* "gave Y 40 million", "handed Y its first prize": 4. */
static void repair_receiver(act_relating *g, uint32_t verb)
{
  uint32_t gift = act_child(g, verb, ACT_DEP_OBJ);
  if (gift == ACT_NO_TOKEN || gift < verb || !act_in(g, verb, ACT_SET_GIVING) ||
      act_is_passive(g, verb))
    return;
  ACT_EACH_CHILD (g, gift, c) {
    uint32_t mention = g->resolution->mention_of[c];
    uint8_t dep = act_dep(g, c);
    if (c > gift || mention == ACT_NO_MENTION ||
        (dep != ACT_DEP_COMPOUND && dep != ACT_DEP_AMOD && dep != ACT_DEP_NMOD_DESC))
      continue;
    const act_mention *m = &g->resolution->mentions.data[mention];
    if (m->end >= gift)
      continue;
    uint8_t next = act_tok(g, m->end)->upos;
    bool apart = next == ACT_UPOS_NUM || next == ACT_UPOS_DET || next == ACT_UPOS_SYM ||
                 act_tok(g, m->end)->xpos == ACT_XPOS_PRP_POSS;
    if (m->form == ACTANT_NAME && m->kind != ACT_MENTION_DEMONYM && apart) {
      act_hang(g, c, verb, ACT_DEP_IOBJ);
      return;
    }
  }
}

/* "Xish President Joe Ham met": 5. */
static void repair_demonym(act_relating *g, uint32_t token)
{
  uint32_t index = g->resolution->mention_of[token], head = act_head(g, token);
  const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
  uint32_t below = head == ACT_ROOT ? ACT_NO_MENTION : g->resolution->mention_of[head];
  if (!m || m->head != token || m->form != ACTANT_NAME || below == ACT_NO_MENTION ||
      head >= m->first || g->resolution->mentions.data[below].kind != ACT_MENTION_DEMONYM ||
      act_deprel_plain(act_dep(g, token)) != ACT_DEP_FLAT)
    return;
  const act_entity *e = &g->resolution->entities.data[g->resolution->referents.data[m->referents]];
  for (uint32_t t = head + 1; t < m->first; t++)
    if (act_tok(g, t)->upos != ACT_UPOS_NOUN && act_tok(g, t)->upos != ACT_UPOS_PROPN &&
        act_tok(g, t)->upos != ACT_UPOS_ADJ)
      return;
  if (e->type != ACTANT_PERSON)
    return;
  act_hang(g, token, act_head(g, head), act_dep(g, head));
  move_children(g, head, token);
  act_hang(g, head, token, ACT_DEP_AMOD);
}

/* "The opposition Xish Party urged": 6. */
static void repair_subjects(act_relating *g, uint32_t verb)
{
  uint32_t first = ACT_NO_TOKEN;
  ACT_EACH_CHILD (g, verb, c) {
    if (act_dep(g, c) != ACT_DEP_NSUBJ || c > verb)
      continue;
    uint32_t index = g->resolution->mention_of[c];
    if (first != ACT_NO_TOKEN && index != ACT_NO_MENTION &&
        g->resolution->mentions.data[index].first == first + 1 &&
        act_tok(g, first)->upos == ACT_UPOS_NOUN &&
        g->resolution->mentions.data[index].form == ACTANT_NAME) {
      act_hang(g, first, c, ACT_DEP_COMPOUND);
      return;
    }
    first = c;
  }
}

static bool is_below(const act_relating *g, uint32_t token, uint32_t above)
{
  uint32_t steps = g->sentence->end - g->sentence->first;
  for (uint32_t at = token; at != ACT_ROOT && steps; at = act_head(g, at), steps--)
    if (at == above)
      return true;
  return false;
}

/* "…, Xish News said": 7. */
static void repair_speaker(act_relating *g, uint32_t verb)
{
  uint32_t before = verb > g->sentence->first ? verb - 1 : verb, comma = before;
  uint32_t index = g->resolution->mention_of[before];
  for (uint32_t t = before;
       index == ACT_NO_MENTION && t > g->sentence->first && t + ACT_CLIMB > before;
       t--) {
    uint32_t other = g->resolution->mention_of[t - 1];
    if (other != ACT_NO_MENTION && g->resolution->mentions.data[other].end == verb)
      index = other;
  }
  const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
  if (!m || m->form != ACTANT_NAME || m->end != verb || !is_active_past(g, verb) ||
      !act_in(g, verb, ACT_SET_SAYING))
    return;
  ACT_EACH_CHILD (g, verb, c)
    if (act_dep(g, c) == ACT_DEP_NSUBJ || act_dep(g, c) == ACT_DEP_NSUBJ_PASS ||
        act_dep(g, c) == ACT_DEP_AUX)
      return;
  for (comma = m->first; comma > g->sentence->first && comma + ACT_CLIMB > m->first; comma--)
    if (act_lower_is(g, comma - 1, ","))
      break;
  bool apart = comma > g->sentence->first && act_lower_is(g, comma - 1, ",");
  for (uint32_t t = comma; apart && t < m->first; t++)
    apart = act_head(g, t) == m->head ||
            (act_head(g, t) != ACT_ROOT && act_head(g, act_head(g, t)) == m->head);
  if (apart && !is_below(g, verb, m->head))
    act_hang(g, m->head, verb, ACT_DEP_NSUBJ);
}

void act_repair_slips(act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    if (act_tok(g, t)->upos != ACT_UPOS_VERB) {
      repair_demonym(g, t);
      continue;
    }
    repair_subjects(g, t);
    repair_speaker(g, t);
    repair_perfect(g, t);
    repair_both(g, t);
    repair_conjunction(g, t);
    repair_receiver(g, t);
  }
}
