/* SPDX-License-Identifier: MIT */
/* Slips that a greedy parser makes often and that the rest of the sentence gives away, set right
   before clauses are read.

   1. A second subject behind an active verb that has one in front is its object ("X criticised Y").
   2. A subject in front of a passive is the passive's, whatever its subtype.
   3. An object with a preposition is none: "met in Y".
   4. A finite verb without a subject has as its subject the nearest noun in front that hangs from
   it without a preposition, whatever its label.
   5. A bare past participle behind a noun, with an object of its own, is the verb of the sentence
   ("X forces attacked Y"): clauses.c asks for it.
   6. A person that is the complement of a verb without an object is its object ("named X as head").
   7. A preposition that hangs from a verb or adjective in front of it belongs to the noun behind
   it, and that to the verb.
   8. A noun with "a" in apposition explains the name right in front of its comma.
   9. "accused Y of backing Z": the participle belongs to the verb, whatever noun it was hung from.
   Names and lists of names come before (units.c), what stands in front of the subject (fronts.c),
   single constructions (slips.c), clauses hung from nouns (lost_clauses.c), and main verbs far
   behind the subject (main_verbs.c).  The annotation itself stays as it is: heads and relations are
   copied.
*/
#include "relate/relating.h"

static bool is_subject(uint8_t deprel)
{
  return deprel == ACT_DEP_NSUBJ || deprel == ACT_DEP_NSUBJ_PASS;
}

static void repair_verb(act_relating *g, uint32_t verb)
{
  uint32_t first = ACT_NO_TOKEN, second = ACT_NO_TOKEN;
  bool object = false, passive = false;
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    object |= dep == ACT_DEP_OBJ;
    passive |= dep == ACT_DEP_AUX_PASS;
    if (is_subject(dep) && c < verb)
      first = c;
    else if (is_subject(dep) && second == ACT_NO_TOKEN)
      second = c;
  }
  if (first != ACT_NO_TOKEN && second != ACT_NO_TOKEN && !object && !passive)
    g->deps[second - g->tree.base] = ACT_DEP_OBJ;
  if (first != ACT_NO_TOKEN && passive)
    g->deps[first - g->tree.base] = ACT_DEP_NSUBJ_PASS;
}

/* In front of all else that hangs from the noun. */
static bool has_preposition(const act_relating *g, uint32_t token)
{
  uint32_t first = act_first_child(g, token);
  return first != ACT_NO_TOKEN && first < token &&
         (act_dep(g, first) == ACT_DEP_CASE || act_dep(g, first) == ACT_DEP_MARK);
}

static bool is_finite(const act_relating *g, uint32_t verb)
{
  uint8_t xpos = act_tok(g, verb)->xpos;
  return xpos == ACT_XPOS_VBD || xpos == ACT_XPOS_VBZ || xpos == ACT_XPOS_VBP ||
         act_child(g, verb, ACT_DEP_AUX) != ACT_NO_TOKEN ||
         act_child(g, verb, ACT_DEP_AUX_PASS) != ACT_NO_TOKEN;
}

static bool may_be_subject(const act_relating *g, uint32_t token)
{
  uint8_t upos = act_tok(g, token)->upos;
  return g->resolution->mention_of[token] != ACT_NO_MENTION &&
         (upos == ACT_UPOS_NOUN || upos == ACT_UPOS_PROPN || upos == ACT_UPOS_PRON) &&
         act_dep(g, token) != ACT_DEP_CONJ && act_dep(g, token) != ACT_DEP_PARATAXIS &&
         !has_preposition(g, token);
}

/* "named Joe Ham as its head": a person that a verb without an object has for its complement is the
 * object. */
static void repair_complement(act_relating *g, uint32_t verb)
{
  uint32_t name = act_child(g, verb, ACT_DEP_XCOMP);
  if (name == ACT_NO_TOKEN || act_tok(g, name)->upos != ACT_UPOS_PROPN || name < verb ||
      has_preposition(g, name) || act_child(g, verb, ACT_DEP_OBJ) != ACT_NO_TOKEN ||
      act_child(g, verb, ACT_DEP_AUX_PASS) != ACT_NO_TOKEN ||
      act_child(g, name, ACT_DEP_COP) != ACT_NO_TOKEN || act_lemma_is(g, verb, "become") ||
      act_lemma_is(g, verb, "remain"))
    return;
  uint32_t mention = g->resolution->mention_of[name];
  const act_mention *m = mention == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[mention];
  if (m && m->form == ACTANT_NAME &&
      g->resolution->entities.data[g->resolution->referents.data[m->referents]].type ==
        ACTANT_PERSON)
    g->deps[name - g->tree.base] = ACT_DEP_OBJ;
}

/* A subject under another label, an object with a preposition. */
static void repair_arguments(act_relating *g, uint32_t verb)
{
  uint32_t candidate = ACT_NO_TOKEN;
  bool subject = false;
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    subject |= is_subject(dep) || dep == ACT_DEP_EXPL || dep == ACT_DEP_CSUBJ;
    if (dep == ACT_DEP_OBJ && has_preposition(g, c))
      g->deps[c - g->tree.base] = ACT_DEP_OBL;
    else if (c < verb && may_be_subject(g, c))
      candidate = c;
  }
  if (!subject && candidate != ACT_NO_TOKEN && is_finite(g, verb))
    g->deps[candidate - g->tree.base] =
      act_child(g, verb, ACT_DEP_AUX_PASS) == ACT_NO_TOKEN ? ACT_DEP_NSUBJ : ACT_DEP_NSUBJ_PASS;
}

/* "accused Y of failing to": Y taken for the object of what it is accused of. */
static void repair_accused(act_relating *g, uint32_t verb)
{
  uint32_t mark = act_child(g, verb, ACT_DEP_MARK), accused = act_child(g, verb, ACT_DEP_OBJ);
  uint32_t above = act_head(g, verb);
  if (act_dep(g, verb) == ACT_DEP_ADVCL && act_tok(g, verb)->xpos == ACT_XPOS_VBG &&
      mark != ACT_NO_TOKEN && accused != ACT_NO_TOKEN && accused < mark && above < accused)
    g->heads[accused - g->tree.base] = above;
}

/* "accused Y of backing Z", "urged Y against backing Z": what Y is said to do. */
static void repair_complaints(act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    repair_accused(g, t);
    uint32_t noun = act_head(g, t), verb = noun == ACT_ROOT ? ACT_ROOT : act_head(g, noun);
    bool complaint = act_dep(g, t) == ACT_DEP_ACL && act_tok(g, t)->xpos == ACT_XPOS_VBG &&
                     act_child(g, t, ACT_DEP_MARK) != ACT_NO_TOKEN;
    if (complaint && verb != ACT_ROOT && verb < noun && noun < t &&
        act_dep(g, noun) == ACT_DEP_OBJ &&
        (act_in(g, verb, ACT_SET_ALLEGING) || act_in(g, verb, ACT_SET_COMMAND))) {
      g->heads[t - g->tree.base] = verb;
      g->deps[t - g->tree.base] = ACT_DEP_ADVCL;
    }
  }
}

/* Chain the children of each token, in order of the text. */
static void chain_children(act_relating *g, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++)
    g->tree.first[i] = g->tree.next[i] = ACT_NO_TOKEN;
  for (uint32_t i = count; i-- > 0;) {
    uint32_t head = g->heads[i];
    if (head == ACT_ROOT)
      continue;
    g->tree.next[i] = g->tree.first[head - g->tree.base];
    g->tree.first[head - g->tree.base] = g->tree.base + i;
  }
}

/* Whether a token is below another; bounded by the sentence's length. */
static bool is_below(const act_relating *g, uint32_t token, uint32_t above)
{
  uint32_t steps = g->sentence->end - g->sentence->first;
  for (uint32_t at = token; at != ACT_ROOT && steps; at = act_head(g, at), steps--)
    if (at == above)
      return true;
  return false;
}

/* What a preposition that hangs from the word in front governs: the next of that word's arguments,
 * or the name right behind. */
static uint32_t governed(const act_relating *g, uint32_t preposition)
{
  uint32_t above = act_head(g, preposition), end = g->sentence->end;
  uint32_t name = preposition + 1 < end && act_tok(g, preposition + 1)->upos == ACT_UPOS_DET
                    ? preposition + 2
                    : preposition + 1;
  for (uint32_t t = preposition + 1; t < end && t < preposition + ACT_CLIMB; t++) {
    uint8_t upos = act_tok(g, t)->upos;
    uint32_t mention = g->resolution->mention_of[t];
    bool behind = mention != ACT_NO_MENTION && g->resolution->mentions.data[mention].first == name;
    if (upos == ACT_UPOS_ADP || upos == ACT_UPOS_VERB || upos == ACT_UPOS_AUX ||
        upos == ACT_UPOS_PUNCT)
      return ACT_NO_TOKEN;
    if ((upos == ACT_UPOS_NOUN || upos == ACT_UPOS_PROPN || upos == ACT_UPOS_PRON) &&
        (behind || act_head(g, t) == above))
      return is_below(g, above, t) || is_below(g, t, preposition) ? ACT_NO_TOKEN : t;
  }
  return ACT_NO_TOKEN;
}

/* "married to Y" with "to" hung from "married": a preposition stands in front of what it governs.
 */
static void repair_preposition(act_relating *g, uint32_t token)
{
  uint32_t above = act_head(g, token);
  if (above == ACT_ROOT || above > token || act_dep(g, token) != ACT_DEP_CASE ||
      act_tok(g, token)->upos != ACT_UPOS_ADP)
    return;
  uint8_t upos = act_tok(g, above)->upos;
  uint32_t noun = upos == ACT_UPOS_VERB || upos == ACT_UPOS_ADJ ? governed(g, token) : ACT_NO_TOKEN;
  if (noun == ACT_NO_TOKEN)
    return;
  g->heads[noun - g->tree.base] = above;
  g->deps[noun - g->tree.base] = ACT_DEP_OBL;
  g->heads[token - g->tree.base] = noun;
}

static uint32_t article_of(const act_relating *g, uint32_t noun)
{
  for (uint32_t t = noun; t-- > g->sentence->first && t + ACT_CLIMB > noun;)
    if (act_head(g, t) == noun && (act_lower_is(g, t, "a") || act_lower_is(g, t, "an")))
      return t;
  return ACT_NO_TOKEN;
}

/* The name of a mention's type that ends in front of a token. */
static uint32_t name_before(const act_relating *g, uint32_t token, uint32_t noun)
{
  const act_resolution *r = g->resolution;
  uint32_t own = r->mention_of[noun];
  for (uint32_t t = token;
       t-- > g->sentence->first && t + ACT_CLIMB > token && own != ACT_NO_MENTION;) {
    const act_mention *m =
      r->mention_of[t] == ACT_NO_MENTION ? NULL : &r->mentions.data[r->mention_of[t]];
    if (m && m->end == token && m->form == ACTANT_NAME)
      return r->entities.data[r->referents.data[m->referents]].type ==
                 r->entities.data[r->referents.data[r->mentions.data[own].referents]].type
               ? m->head
               : ACT_NO_TOKEN;
  }
  return ACT_NO_TOKEN;
}

/* "the head of Y, a firm based in Z": the noun explains the name in front of its comma when both
 * are of one type. */
static void repair_apposition(act_relating *g, uint32_t noun)
{
  uint8_t dep = act_dep(g, noun);
  uint32_t article = act_tok(g, noun)->upos == ACT_UPOS_NOUN && dep == ACT_DEP_APPOS
                       ? article_of(g, noun)
                       : ACT_NO_TOKEN;
  if (article == ACT_NO_TOKEN || article < g->sentence->first + 2 ||
      !act_lower_is(g, article - 1, ","))
    return;
  uint32_t name = name_before(g, article - 1, noun);
  if (name != ACT_NO_TOKEN && !is_below(g, name, noun))
    g->heads[noun - g->tree.base] = name;
}

bool act_repair(act_relating *g)
{
  uint32_t count = g->sentence->end - g->sentence->first;
  g->deps = act_arena_alloc(&g->scratch, count);
  g->heads = act_arena_zalloc(&g->scratch, count, sizeof *g->heads);
  if (!g->deps || !g->heads)
    return false;
  for (uint32_t i = 0; i < count; i++) {
    g->deps[i] = act_tok(g, g->sentence->first + i)->deprel;
    g->heads[i] = act_tok(g, g->sentence->first + i)->head;
  }
  act_unite_names(g);
  act_repair_front(g);
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    repair_preposition(g, t);
    repair_apposition(g, t);
  }
  chain_children(g, count);
  act_repair_slips(g);
  chain_children(g, count);
  act_repair_clauses(g);
  act_repair_members(g);
  chain_children(g, count);
  act_repair_opening(g);
  chain_children(g, count);
  act_repair_main_verb(g);
  repair_complaints(g);
  chain_children(g, count);
  act_label_names(g);
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++)
    if (act_tok(g, t)->upos == ACT_UPOS_VERB) {
      repair_verb(g, t);
      repair_arguments(g, t);
      repair_complement(g, t);
    }
  return true;
}
