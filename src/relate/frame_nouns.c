/* SPDX-License-Identifier: MIT */
/* Frames of nouns: who owns or does what they tell of, the prepositions behind them, the verbs that
 * only carry them; and prepositions in general. */
#include "relate/frames.h"

#include <string.h>

/* "out of", "along with": a preposition of several words as one, "out_of". */
static uint32_t joined_word(const act_relating *g, uint32_t first)
{
  char text[64];
  size_t size = 0;
  uint32_t token = first;
  for (uint32_t piece = first; piece != ACT_NO_TOKEN;) {
    const char *lower = act_token_lower(g->annotation, piece);
    size_t length = strlen(lower);
    if (size + length + 2 > sizeof text)
      return ACT_NO_STRING;
    if (size)
      text[size++] = '_';
    memcpy(text + size, lower, length);
    size += length;
    uint32_t next = ACT_NO_TOKEN;
    ACT_EACH_CHILD (g, first, c)
      if (act_dep(g, c) == ACT_DEP_FIXED && c > token && next == ACT_NO_TOKEN)
        next = c;
    piece = token = next;
  }
  return act_strings_find(&g->vocabulary->strings, text, size);
}

static bool has_fixed(const act_relating *g, uint32_t token)
{
  return act_child(g, token, ACT_DEP_FIXED) != ACT_NO_TOKEN;
}

/* "together with Y", "along with Y": Y takes part as the subject does. */
bool act_is_companion(const act_relating *g, uint32_t argument)
{
  ACT_EACH_CHILD (g, argument, c) {
    if (act_dep(g, c) != ACT_DEP_CASE && act_dep(g, c) != ACT_DEP_CC)
      continue;
    if ((act_in(g, c, ACT_SET_WITH_COMPANION) && !act_lower_is(g, c, "along")) ||
        (c > g->tree.base && act_lower_is(g, c, "with") &&
         act_in(g, c - 1, ACT_SET_WITH_COMPANION)))
      return true;
  }
  return false;
}

/* Adds an argument under each of its prepositions. */
void act_frame_prepositions(const act_relating *g,
                            uint32_t token,
                            uint32_t child,
                            unsigned quality,
                            act_frame *out)
{
  uint32_t argument = act_unrelative(g, token, child), previous = ACT_NO_STRING;
  ACT_EACH_CHILD (g, child, c) {
    uint8_t dep = act_dep(g, c);
    if (dep != ACT_DEP_CASE && !(dep == ACT_DEP_MARK && act_tok(g, c)->upos == ACT_UPOS_ADP))
      continue;
    bool fixed = has_fixed(g, c);
    uint32_t word = fixed ? joined_word(g, c) : act_form_word(g, c);
    if (word == ACT_NO_STRING)
      continue;
    act_frame_add(out, argument, ACT_ROLE_PREPOSITION + word, quality);
    if (!fixed)
      act_frame_particle(out, word);
    if (previous != ACT_NO_STRING && act_lower_is(g, c, "of") && act_lower_is(g, c - 1, "out")) {
      uint32_t both = act_strings_find(&g->vocabulary->strings, "out_of", 6);
      if (both != ACT_NO_STRING)
        act_frame_add(out, argument, ACT_ROLE_PREPOSITION + both, quality);
    }
    previous = word;
  }
}

/* ---------------------------------------------------------------------------------------------
 * nouns */

bool act_stands_for_someone(const act_relating *g, uint32_t token)
{
  return g->resolution->mention_of[token] != ACT_NO_MENTION;
}

bool act_has_case(const act_relating *g, uint32_t token, const char *word)
{
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE && act_lower_is(g, c, word))
      return true;
  return false;
}

/* "founder and head of Y": what is said behind the last of coordinated nouns is said of each. */
static void add_shared_prepositions(const act_relating *g, uint32_t noun, act_frame *out)
{
  uint32_t last = ACT_NO_TOKEN;
  ACT_EACH_CHILD (g, noun, c) {
    if (act_dep(g, c) == ACT_DEP_NMOD)
      return;
    if (act_dep(g, c) == ACT_DEP_CONJ && !act_stands_for_someone(g, c))
      last = c;
  }
  if (last == ACT_NO_TOKEN || last > noun + ACT_CLIMB)
    return;
  ACT_EACH_CHILD (g, last, c)
    if (act_dep(g, c) == ACT_DEP_NMOD)
      act_frame_prepositions(g, last, c, 930, out);
}

/* "sanctions imposed on Y", "rounds aimed at Y", "crimes committed by X". */
static void add_participle(const act_relating *g,
                           uint32_t participle,
                           bool prepositions_only,
                           act_frame *out)
{
  ACT_EACH_CHILD (g, participle, c) {
    uint8_t dep = act_dep(g, c);
    if (dep != ACT_DEP_OBL && dep != ACT_DEP_OBL_AGENT)
      continue;
    if (!act_has_case(g, c, "by"))
      act_frame_prepositions(g, participle, c, 900, out);
    else if (!prepositions_only &&
             (act_in(g, participle, ACT_SET_LIGHT) || act_in(g, participle, ACT_SET_LIGHT_PLANNED)))
      act_frame_add(out, c, ACT_ARG_OWNER, 900);
  }
}

/* Whether a clause tells what its noun demands or says: "that", and a subject of its own. */
static bool is_content(const act_relating *g, uint32_t clause)
{
  uint8_t dep = act_dep(g, clause);
  uint32_t mark = act_child(g, clause, ACT_DEP_MARK);
  return (dep == ACT_DEP_ACL || dep == ACT_DEP_CCOMP || dep == ACT_DEP_ACL_RELCL) &&
         mark != ACT_NO_TOKEN && act_lower_is(g, mark, "that") &&
         act_child(g, clause, ACT_DEP_NSUBJ) != ACT_NO_TOKEN;
}

static bool has_goal(const act_relating *g, uint32_t noun)
{
  ACT_EACH_CHILD (g, noun, c)
    if (act_dep(g, c) == ACT_DEP_NMOD && act_has_case(g, c, "to"))
      return true;
  return false;
}

void act_frame_add_noun(const act_relating *g,
                        uint32_t noun,
                        bool prepositions_only,
                        act_frame *out)
{
  add_shared_prepositions(g, noun, out);
  ACT_EACH_CHILD (g, noun, c) {
    uint8_t dep = act_dep(g, c);
    bool someone = act_stands_for_someone(g, c);
    if (dep == ACT_DEP_NMOD || dep == ACT_DEP_OBL || dep == ACT_DEP_OBL_AGENT) {
      if (act_has_case(g, c, "by") && !prepositions_only)
        act_frame_add(out, c, ACT_ARG_OWNER, ACT_SURE);
      else
        act_frame_prepositions(g, noun, c, ACT_SURE, out);
      if (act_has_case(g, c, "from") && !prepositions_only && !has_goal(g, noun))
        act_frame_add(out, c, ACT_ARG_OWNER, 900); /* "a threat from X", not "a trip from X to Y" */
    } else if (dep == ACT_DEP_ACL && act_tok(g, c)->xpos == ACT_XPOS_VBN) {
      add_participle(g, c, prepositions_only, out);
    } else if (is_content(g, c)) { /* "its demand that Y leave" */
      act_frame_add(out, act_own_subject(g, c), ACT_ARG_CLAUSE, 950);
    } else if (prepositions_only) {
      continue;
    } else if (dep == ACT_DEP_NMOD_POSS) {
      act_frame_add(out, c, ACT_ARG_OWNER, ACT_SURE);
    } else if (someone && (dep == ACT_DEP_AMOD || dep == ACT_DEP_COMPOUND ||
                           dep == ACT_DEP_NMOD_DESC || dep == ACT_DEP_NMOD_UNMARKED)) {
      act_frame_add(out, c, ACT_ARG_OWNER, 930);
      if (c > g->tree.base + 1 && act_lower_is(g, c - 1, "-") &&
          act_stands_for_someone(g, c - 2)) /* "Xland-Yland talks" */
        act_frame_add(out, c - 2, ACT_ARG_OWNER, 930);
      ACT_EACH_CHILD (g, c, inner)
        if (inner > c && inner < noun && act_lower_is(g, inner - 1, "-") &&
            act_stands_for_someone(g, inner))
          act_frame_add(out, inner, ACT_ARG_OWNER, 930);
    }
  }
}

/* The noun that stands in the clause for this one: the first of those coordinated, the quantity
 * that it is of ("a series of talks"). */
static uint32_t top_noun(const act_relating *g, uint32_t noun)
{
  uint32_t top = noun;
  for (int step = 0; step < ACT_CLIMB && act_head(g, top) != ACT_ROOT; step++) {
    uint32_t head = act_head(g, top);
    bool part = act_dep(g, top) == ACT_DEP_NMOD && act_in(g, head, ACT_SET_PARTITIVE) &&
                act_has_case(g, top, "of");
    if (!part && act_dep(g, top) != ACT_DEP_CONJ)
      break;
    top = head;
  }
  return top;
}

/* The verb that carries a noun as its object or passive subject. */
static uint32_t carrier(const act_relating *g, uint32_t noun)
{
  uint32_t top = top_noun(g, noun);
  uint8_t dep = act_dep(g, top);
  if (dep == ACT_DEP_ROOT || act_head(g, top) == ACT_ROOT)
    return ACT_NO_TOKEN;
  uint32_t verb = act_head(g, top);
  if (dep != ACT_DEP_OBJ && dep != ACT_DEP_NSUBJ_PASS && dep != ACT_DEP_OBL && dep != ACT_DEP_NSUBJ)
    return ACT_NO_TOKEN;
  return act_is_verbal(g, verb) ? verb : ACT_NO_TOKEN;
}

static bool is_light(const act_relating *g, uint32_t verb)
{
  return act_in(g, verb, ACT_SET_LIGHT) || act_in(g, verb, ACT_SET_LIGHT_PLANNED) ||
         act_in(g, verb, ACT_SET_LIGHT_NEGATED);
}

static bool is_attendance(const act_relating *g, uint32_t noun)
{
  static const char *const words[] = { "in",     "at",  "after", "during", "following",
                                       "before", "for", "to",    "on",     "as" };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (act_has_case(g, noun, words[i]))
      return true;
  return false;
}

/* The subject of a verb in its logical sense: the agent of a passive. */
static void add_agent(const act_relating *g,
                      uint32_t verb,
                      uint32_t role,
                      unsigned quality,
                      act_frame *out)
{
  uint16_t sure = (uint16_t)quality;
  if (!act_is_passive(g, verb)) {
    uint32_t subject = act_subject(g, verb, &sure);
    if (subject != ACT_NO_TOKEN)
      act_frame_add(out, subject, role, sure);
    return;
  }
  ACT_EACH_CHILD (g, verb, c)
    if ((act_dep(g, c) == ACT_DEP_OBL || act_dep(g, c) == ACT_DEP_OBL_AGENT) &&
        act_has_case(g, c, "by"))
      act_frame_add(out, c, role, sure);
}

static void add_host(const act_relating *g, uint32_t noun, act_frame *out)
{
  uint32_t verb = carrier(g, noun);
  if (verb == ACT_NO_TOKEN)
    return;
  uint32_t top = top_noun(g, noun);
  uint8_t dep = act_dep(g, top);
  if (dep == ACT_DEP_OBL) {
    if (is_attendance(g, top) && !act_is_passive(g, verb))
      add_agent(g, verb, ACT_ARG_ATTENDANT, 900, out);
    ACT_EACH_CHILD (
      g, verb, c) /* hung from the verb, said of the noun: "described it as an incursion into Y" */
      if (act_dep(g, c) == ACT_DEP_OBL && c > noun && !act_has_case(g, c, "by"))
        act_frame_prepositions(g, verb, c, 800, out);
    return;
  }
  if (dep == ACT_DEP_NSUBJ) {
    if (act_in(g, verb, ACT_SET_OCCUR))
      out->host = verb;
  } else if (is_light(g, verb)) {
    out->host = verb;
    add_agent(g, verb, ACT_ARG_OWNER, 970, out);
  }
  if (out->host == ACT_NO_TOKEN)
    return;
  ACT_EACH_CHILD (g, verb, c) {
    if (act_dep(g, c) == ACT_DEP_OBL && c > noun && !act_has_case(g, c, "by"))
      act_frame_prepositions(g, verb, c, 950, out);
    if (c > noun && act_lower_is(g, c, "place")) /* "talks took place between X and Y" */
      ACT_EACH_CHILD (g, c, inner)
        if (act_dep(g, inner) == ACT_DEP_NMOD)
          act_frame_prepositions(g, c, inner, 900, out);
  }
  uint32_t receiver = act_child(g, verb, ACT_DEP_IOBJ); /* "gave Y aid", "paid Y a visit" */
  if (receiver != ACT_NO_TOKEN)
    act_frame_add(out, receiver, ACT_ARG_INDIRECT, 950);
}

/* "repeated its charge that Y …": hung from the verb, said of the noun in front. */
static void add_distant_content(const act_relating *g, uint32_t noun, act_frame *out)
{
  uint32_t verb = carrier(g, noun);
  if (verb == ACT_NO_TOKEN || act_dep(g, top_noun(g, noun)) != ACT_DEP_OBJ)
    return;
  ACT_EACH_CHILD (g, verb, c)
    if (c > noun && act_dep(g, c) == ACT_DEP_CCOMP && is_content(g, c))
      act_frame_add(out, act_own_subject(g, c), ACT_ARG_CLAUSE, 900);
}

bool act_frame_noun(const act_relating *g, uint32_t token, act_frame *out)
{
  act_frame_add_noun(g, token, false, out);
  add_host(g, token, out);
  add_distant_content(g, token, out);
  return true;
}
