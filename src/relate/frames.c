/* SPDX-License-Identifier: MIT */
/* Frames: a clause, or a noun that tells of an event, with its arguments under names that no longer depend on the grammar.

   Verbs: voice is undone (the agent is the subject, the passive's subject the object), participles and relative clauses get the noun that
   they are said of, hyphenated participles ("Xland-backed") the name in front of them.  An object is shared by verbs that are coordinated
   word by word ("bought and sold Y").
   Nouns: possessor, demonym, compound and "by" are one role, ACT_ARG_OWNER; a verb that only carries the noun (@light: "held talks", "imposed
   sanctions") lends it its subject and the prepositions behind it.
   Copulas: what a noun, adjective, participle or preposition is said of, whether by "be", by apposition or in front of a name, is ACT_ARG_THEME.
*/
#include "relate/relating.h"

#include <string.h>

enum { SURE = 1000 };

void act_frame_add(act_frame *frame, uint32_t token, uint32_t role, unsigned quality)
{
  if (token == ACT_NO_TOKEN || frame->argument_count == ACT_FRAME_ARGUMENTS)
    return;
  for (size_t i = 0; i < frame->argument_count; i++)
    if (frame->arguments[i].token == token && frame->arguments[i].role == role)
      return;
  frame->arguments[frame->argument_count++] = (act_argument){ token, role, (uint16_t)quality };
}

static void add_particle(act_frame *frame, uint32_t word)
{
  if (word != ACT_NO_STRING && frame->particle_count < ACT_FRAME_PARTICLES)
    frame->particles[frame->particle_count++] = word;
}

static bool is_relative_pronoun(const act_relating *g, uint32_t token)
{
  uint8_t xpos = act_tok(g, token)->xpos;
  return xpos == ACT_XPOS_WP || xpos == ACT_XPOS_WDT;
}

/* The noun that a relative pronoun of this verb stands for, or the token itself. */
static uint32_t unrelative(const act_relating *g, uint32_t verb, uint32_t token)
{
  if (is_relative_pronoun(g, token) && act_dep(g, verb) == ACT_DEP_ACL_RELCL)
    return act_head(g, verb);
  return token;
}

/* --------------------------------------------------------------------------------------- prepositions */

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
    ACT_EACH_CHILD(g, first, c)
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
static bool is_companion(const act_relating *g, uint32_t argument)
{
  ACT_EACH_CHILD(g, argument, c) {
    if (act_dep(g, c) != ACT_DEP_CASE && act_dep(g, c) != ACT_DEP_CC)
      continue;
    if (act_in(g, c, ACT_SET_WITH_COMPANION) ||
        (c > g->tree.base && act_lower_is(g, c, "with") && act_in(g, c - 1, ACT_SET_WITH_COMPANION)))
      return true;
  }
  return false;
}

/* Adds an argument under each of its prepositions. */
static void add_prepositions(const act_relating *g, uint32_t token, uint32_t child, unsigned quality, act_frame *out)
{
  uint32_t argument = unrelative(g, token, child), previous = ACT_NO_STRING;
  ACT_EACH_CHILD(g, child, c) {
    uint8_t dep = act_dep(g, c);
    if (dep != ACT_DEP_CASE && !(dep == ACT_DEP_MARK && act_tok(g, c)->upos == ACT_UPOS_ADP))
      continue;
    bool fixed = has_fixed(g, c);
    uint32_t word = fixed ? joined_word(g, c) : act_form_word(g, c);
    if (word == ACT_NO_STRING)
      continue;
    act_frame_add(out, argument, ACT_ROLE_PREPOSITION + word, quality);
    if (!fixed)
      add_particle(out, word);
    if (previous != ACT_NO_STRING && act_lower_is(g, c, "of") && act_lower_is(g, c - 1, "out")) {
      uint32_t both = act_strings_find(&g->vocabulary->strings, "out_of", 6);
      if (both != ACT_NO_STRING)
        act_frame_add(out, argument, ACT_ROLE_PREPOSITION + both, quality);
    }
    previous = word;
  }
}

/* --------------------------------------------------------------------------------------------- nouns */

static bool stands_for_someone(const act_relating *g, uint32_t token)
{
  return g->resolution->mention_of[token] != ACT_NO_MENTION;
}

static bool has_case(const act_relating *g, uint32_t token, const char *word)
{
  ACT_EACH_CHILD(g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE && act_lower_is(g, c, word))
      return true;
  return false;
}

/* "founder and head of Y": what is said behind the last of coordinated nouns is said of each. */
static void add_shared_prepositions(const act_relating *g, uint32_t noun, act_frame *out)
{
  uint32_t last = ACT_NO_TOKEN;
  ACT_EACH_CHILD(g, noun, c) {
    if (act_dep(g, c) == ACT_DEP_NMOD)
      return;
    if (act_dep(g, c) == ACT_DEP_CONJ && !stands_for_someone(g, c))
      last = c;
  }
  if (last == ACT_NO_TOKEN || last > noun + ACT_CLIMB)
    return;
  ACT_EACH_CHILD(g, last, c)
    if (act_dep(g, c) == ACT_DEP_NMOD)
      add_prepositions(g, last, c, 930, out);
}

void act_frame_add_noun(const act_relating *g, uint32_t noun, bool prepositions_only, act_frame *out)
{
  add_shared_prepositions(g, noun, out);
  ACT_EACH_CHILD(g, noun, c) {
    uint8_t dep = act_dep(g, c);
    bool someone = stands_for_someone(g, c);
    if (dep == ACT_DEP_NMOD || dep == ACT_DEP_OBL || dep == ACT_DEP_OBL_AGENT) {
      if (has_case(g, c, "by") && !prepositions_only)
        act_frame_add(out, c, ACT_ARG_OWNER, SURE);
      else
        add_prepositions(g, noun, c, SURE, out);
    } else if (dep == ACT_DEP_ACL && act_tok(g, c)->xpos == ACT_XPOS_VBN) {
      ACT_EACH_CHILD(g, c, inner) /* "sanctions imposed on Y", "rounds aimed at Y" */
        if (act_dep(g, inner) == ACT_DEP_OBL && !has_case(g, inner, "by"))
          add_prepositions(g, c, inner, 900, out);
    } else if (prepositions_only) {
      continue;
    } else if (dep == ACT_DEP_NMOD_POSS) {
      act_frame_add(out, c, ACT_ARG_OWNER, SURE);
    } else if (someone && (dep == ACT_DEP_AMOD || dep == ACT_DEP_COMPOUND || dep == ACT_DEP_NMOD_DESC || dep == ACT_DEP_NMOD_UNMARKED)) {
      act_frame_add(out, c, ACT_ARG_OWNER, 930);
      if (c > g->tree.base + 1 && act_lower_is(g, c - 1, "-") && stands_for_someone(g, c - 2)) /* "Xland-Yland talks" */
        act_frame_add(out, c - 2, ACT_ARG_OWNER, 930);
      ACT_EACH_CHILD(g, c, inner)
        if (inner > c && inner < noun && act_lower_is(g, inner - 1, "-") && stands_for_someone(g, inner))
          act_frame_add(out, inner, ACT_ARG_OWNER, 930);
    }
  }
}

/* The noun that stands in the clause for this one: the first of those coordinated, the quantity that it is of ("a series of talks"). */
static uint32_t top_noun(const act_relating *g, uint32_t noun)
{
  uint32_t top = noun;
  for (int step = 0; step < ACT_CLIMB && act_head(g, top) != ACT_ROOT; step++) {
    uint32_t head = act_head(g, top);
    bool part = act_dep(g, top) == ACT_DEP_NMOD && act_in(g, head, ACT_SET_PARTITIVE) && has_case(g, top, "of");
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
  return act_in(g, verb, ACT_SET_LIGHT) || act_in(g, verb, ACT_SET_LIGHT_PLANNED) || act_in(g, verb, ACT_SET_LIGHT_NEGATED);
}

static bool is_attendance(const act_relating *g, uint32_t noun)
{
  static const char *const words[] = { "in", "at", "after", "during", "following", "before", "for", "to", "on", "as" };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (has_case(g, noun, words[i]))
      return true;
  return false;
}

/* The subject of a verb in its logical sense: the agent of a passive. */
static void add_agent(const act_relating *g, uint32_t verb, uint32_t role, unsigned quality, act_frame *out)
{
  uint16_t sure = (uint16_t)quality;
  if (!act_is_passive(g, verb)) {
    uint32_t subject = act_subject(g, verb, &sure);
    if (subject != ACT_NO_TOKEN)
      act_frame_add(out, subject, role, sure);
    return;
  }
  ACT_EACH_CHILD(g, verb, c)
    if ((act_dep(g, c) == ACT_DEP_OBL || act_dep(g, c) == ACT_DEP_OBL_AGENT) && has_case(g, c, "by"))
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
    ACT_EACH_CHILD(g, verb, c) /* hung from the verb, said of the noun: "described it as an incursion into Y" */
      if (act_dep(g, c) == ACT_DEP_OBL && c > noun && !has_case(g, c, "by"))
        add_prepositions(g, verb, c, 800, out);
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
  ACT_EACH_CHILD(g, verb, c)
    if (act_dep(g, c) == ACT_DEP_OBL && c > noun && !has_case(g, c, "by"))
      add_prepositions(g, verb, c, 950, out);
  uint32_t receiver = act_child(g, verb, ACT_DEP_IOBJ); /* "gave Y aid", "paid Y a visit" */
  if (receiver != ACT_NO_TOKEN)
    act_frame_add(out, receiver, ACT_ARG_INDIRECT, 950);
}

static bool build_noun(const act_relating *g, uint32_t token, act_frame *out)
{
  act_frame_add_noun(g, token, false, out);
  add_host(g, token, out);
  return true;
}

/* --------------------------------------------------------------------------------------------- verbs */

static void add_object(const act_relating *g, uint32_t verb, uint32_t token, uint32_t role, act_frame *out)
{
  act_frame_add(out, unrelative(g, verb, token), role, SURE);
  out->has_object |= role == ACT_ARG_OBJECT;
}

static bool has_to(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD(g, verb, c)
    if (act_dep(g, c) == ACT_DEP_MARK && act_tok(g, c)->xpos == ACT_XPOS_TO)
      return true;
  return false;
}

static bool has_obligation(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD(g, verb, c)
    if (act_dep(g, c) == ACT_DEP_AUX && (act_lower_is(g, c, "must") || act_lower_is(g, c, "should") || act_lower_is(g, c, "ought")))
      return true;
  return false;
}

static void add_complement(const act_relating *g, uint32_t child, act_frame *out)
{
  uint8_t dep = act_dep(g, child);
  out->has_infinitive |= has_to(g, child);
  out->has_obligation |= dep == ACT_DEP_CCOMP && has_obligation(g, child);
  if (dep == ACT_DEP_XCOMP && act_is_nominal(g, child))
    act_frame_add(out, child, ACT_ARG_COMPLEMENT, SURE);
  if (dep != ACT_DEP_CCOMP && dep != ACT_DEP_XCOMP)
    return;
  uint32_t subject = act_own_subject(g, child);
  if (subject != ACT_NO_TOKEN)
    act_frame_add(out, subject, ACT_ARG_CLAUSE, 950);
}

static void add_verb_child(const act_relating *g, uint32_t verb, uint32_t child, act_frame *out)
{
  switch (act_dep(g, child)) {
    case ACT_DEP_OBJ:
      add_object(g, verb, child, ACT_ARG_OBJECT, out);
      break;
    case ACT_DEP_IOBJ:
      add_object(g, verb, child, ACT_ARG_INDIRECT, out);
      break;
    case ACT_DEP_OBL: case ACT_DEP_OBL_AGENT: case ACT_DEP_NMOD: case ACT_DEP_OBL_UNMARKED:
      if (out->passive && has_case(g, child, "by"))
        act_frame_add(out, unrelative(g, verb, child), ACT_ARG_SUBJECT, act_dep(g, child) == ACT_DEP_OBL_AGENT ? SURE : 970);
      if (is_companion(g, child) && !out->passive)
        act_frame_add(out, child, ACT_ARG_SUBJECT, 900);
      else
        add_prepositions(g, verb, child, SURE, out);
      break;
    case ACT_DEP_COMPOUND_PRT: case ACT_DEP_ADVMOD: case ACT_DEP_COMPOUND:
      add_particle(out, act_form_word(g, child));
      break;
    case ACT_DEP_CCOMP: case ACT_DEP_XCOMP: case ACT_DEP_ADVCL:
      add_complement(g, child, out);
      break;
    default:
      break;
  }
}

/* "the company that X bought", "the company X bought", "bought and sold Y". */
static void add_missing_object(const act_relating *g, uint32_t verb, act_frame *out)
{
  if (out->has_object || out->passive)
    return;
  uint32_t subject = act_own_subject(g, verb);
  if (act_dep(g, verb) == ACT_DEP_ACL_RELCL && subject != ACT_NO_TOKEN && subject != act_head(g, verb) &&
      act_child(g, verb, ACT_DEP_CCOMP) == ACT_NO_TOKEN && act_child(g, verb, ACT_DEP_XCOMP) == ACT_NO_TOKEN) {
    bool adverbial = false; /* "where", "when" */
    ACT_EACH_CHILD(g, verb, c)
      adverbial |= act_tok(g, c)->xpos == ACT_XPOS_WRB || (act_dep(g, c) == ACT_DEP_OBL && is_relative_pronoun(g, c));
    if (!adverbial)
      add_object(g, verb, act_head(g, verb), ACT_ARG_OBJECT, out);
    return;
  }
  ACT_EACH_CHILD(g, verb, c) {
    uint32_t object = act_dep(g, c) == ACT_DEP_CONJ && c == verb + 2 ? act_child(g, c, ACT_DEP_OBJ) : ACT_NO_TOKEN;
    if (object != ACT_NO_TOKEN) {
      act_frame_add(out, object, ACT_ARG_OBJECT, 930);
      out->has_object = true;
    }
  }
}

/* "where X met Y": the place; "in which". */
static void add_relative_place(const act_relating *g, uint32_t verb, act_frame *out)
{
  if (act_dep(g, verb) != ACT_DEP_ACL_RELCL)
    return;
  uint32_t in = act_strings_find(&g->vocabulary->strings, "in", 2);
  ACT_EACH_CHILD(g, verb, c)
    if (act_lower_is(g, c, "where") && in != ACT_NO_STRING)
      act_frame_add(out, act_head(g, verb), ACT_ROLE_PREPOSITION + in, 950);
}

/* "Xland-backed rebels", "a Yville-based firm": the name in front of the hyphen acts, or is the place. */
static void add_hyphenated(const act_relating *g, uint32_t verb, act_frame *out)
{
  uint32_t in = act_strings_find(&g->vocabulary->strings, "in", 2);
  if (act_dep(g, verb) != ACT_DEP_AMOD && act_dep(g, verb) != ACT_DEP_ACL)
    return;
  ACT_EACH_CHILD(g, verb, c) {
    if (c > verb || !stands_for_someone(g, c) || act_dep(g, c) == ACT_DEP_NSUBJ)
      continue;
    act_frame_add(out, c, ACT_ARG_SUBJECT, 930);
    if (in != ACT_NO_STRING)
      act_frame_add(out, c, ACT_ROLE_PREPOSITION + in, 930);
  }
}

static void add_subject(const act_relating *g, uint32_t verb, act_frame *out)
{
  uint16_t quality = SURE;
  uint32_t subject = act_subject(g, verb, &quality);
  if (subject == ACT_NO_TOKEN)
    return;
  if (!out->passive) {
    act_frame_add(out, subject, ACT_ARG_SUBJECT, quality);
    return;
  }
  bool has_object = act_child(g, verb, ACT_DEP_OBJ) != ACT_NO_TOKEN;
  act_frame_add(out, subject, has_object ? ACT_ARG_INDIRECT : ACT_ARG_OBJECT, quality);
  out->has_object = true;
  act_frame_add(out, subject, ACT_ARG_THEME, quality);
}

/* "take over Y", whether the parser saw a particle and an object or a preposition. */
static void add_particle_objects(act_frame *out)
{
  size_t count = out->argument_count;
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < out->particle_count && out->arguments[i].role == ACT_ARG_OBJECT; k++)
      act_frame_add(out, out->arguments[i].token, ACT_ROLE_PREPOSITION + out->particles[k], 900);
}

/* A preposition behind an object or an oblique may belong to the verb as well: "died of a stroke in Y", "met Z in Y". */
static void add_distant_prepositions(const act_relating *g, uint32_t verb, act_frame *out)
{
  ACT_EACH_CHILD(g, verb, c) {
    uint8_t dep = act_dep(g, c);
    if (c < verb || (dep != ACT_DEP_OBJ && dep != ACT_DEP_OBL && dep != ACT_DEP_OBL_UNMARKED))
      continue;
    ACT_EACH_CHILD(g, c, inner)
      if (act_dep(g, inner) == ACT_DEP_NMOD && !has_case(g, inner, "of"))
        add_prepositions(g, verb, inner, 830, out);
  }
}

/* "born and raised in Y": what stands behind verbs that are coordinated word by word is said of both. */
static void add_shared_obliques(const act_relating *g, uint32_t verb, act_frame *out)
{
  uint32_t other = verb >= g->tree.base + 2 && act_dep(g, verb) == ACT_DEP_CONJ && act_head(g, verb) == verb - 2 ? verb - 2 : ACT_NO_TOKEN;
  ACT_EACH_CHILD(g, verb, c)
    if (act_dep(g, c) == ACT_DEP_CONJ && c == verb + 2)
      other = c;
  if (other == ACT_NO_TOKEN)
    return;
  ACT_EACH_CHILD(g, other, c)
    if (act_dep(g, c) == ACT_DEP_OBL && c > verb && c > other)
      add_prepositions(g, other, c, 930, out);
}

static bool build_verb(const act_relating *g, uint32_t verb, act_frame *out)
{
  out->passive = act_is_passive(g, verb);
  add_subject(g, verb, out);
  ACT_EACH_CHILD(g, verb, c)
    add_verb_child(g, verb, c, out);
  add_missing_object(g, verb, out);
  add_relative_place(g, verb, out);
  add_hyphenated(g, verb, out);
  add_particle_objects(out);
  add_distant_prepositions(g, verb, out);
  add_shared_obliques(g, verb, out);
  return true;
}

/* -------------------------------------------------------------------------------------------- copulas */

/* What a predicate noun, adjective or preposition is said of. */
static void add_copular_theme(const act_relating *g, uint32_t token, act_frame *out)
{
  uint32_t top = token;
  for (int step = 0; step < ACT_CLIMB && act_dep(g, top) == ACT_DEP_CONJ && act_head(g, top) != ACT_ROOT; step++)
    top = act_head(g, top);
  bool cop = act_child(g, top, ACT_DEP_COP) != ACT_NO_TOKEN;
  uint16_t quality = SURE;
  if (cop) {
    uint32_t subject = act_subject(g, top, &quality);
    if (subject != ACT_NO_TOKEN)
      act_frame_add(out, subject, ACT_ARG_THEME, quality);
    return;
  }
  if (act_head(g, top) == ACT_ROOT)
    return;
  uint32_t head = act_head(g, top);
  bool linked = act_is_verbal(g, head) && act_in(g, head, ACT_SET_LINKING);
  if (linked && (act_dep(g, top) == ACT_DEP_XCOMP || act_dep(g, top) == ACT_DEP_OBJ || has_case(g, top, "as"))) {
    uint32_t subject = act_subject(g, head, &quality);
    if (subject != ACT_NO_TOKEN)
      act_frame_add(out, subject, ACT_ARG_THEME, quality);
  }
}

/* "whose chairman is X", "the new head of Y is X": the noun is the subject, the name the predicate. */
static void add_inverse_theme(const act_relating *g, uint32_t token, act_frame *out)
{
  uint32_t head = act_head(g, token);
  if (head != ACT_ROOT && act_dep(g, token) == ACT_DEP_NSUBJ && act_child(g, head, ACT_DEP_COP) != ACT_NO_TOKEN && stands_for_someone(g, head))
    act_frame_add(out, head, ACT_ARG_THEME, 970);
  ACT_EACH_CHILD(g, token, c)
    if (act_lower_is(g, c, "whose") && head != ACT_ROOT) {
      uint32_t clause = act_dep(g, token) == ACT_DEP_NSUBJ ? head : token;
      act_frame_add(out, act_dep(g, clause) == ACT_DEP_ACL_RELCL ? act_head(g, clause) : act_name_before(g, c), ACT_ARG_OWNER, 960);
    }
}

static void add_apposed_theme(const act_relating *g, uint32_t token, act_frame *out)
{
  if (act_head(g, token) != ACT_ROOT && act_dep(g, token) == ACT_DEP_NMOD && act_lower_is(g, act_head(g, token), "one"))
    token = act_head(g, token); /* "X, one of the founders of Y" */
  uint8_t dep = act_dep(g, token);
  uint32_t head = act_head(g, token);
  if (head != ACT_ROOT && !act_is_verbal(g, head)) {
    bool before_name = (dep == ACT_DEP_COMPOUND || dep == ACT_DEP_NMOD_DESC || dep == ACT_DEP_FLAT) && stands_for_someone(g, head);
    bool behind_noun = dep == ACT_DEP_AMOD && token > head;
    if (dep == ACT_DEP_APPOS || before_name || behind_noun)
      act_frame_add(out, head, ACT_ARG_THEME, 970);
    if (before_name) /* "Xish capital Y": the demonym may hang from the name */
      ACT_EACH_CHILD(g, head, c)
        if (c < token && stands_for_someone(g, c) && act_dep(g, c) != ACT_DEP_APPOS)
          act_frame_add(out, c, ACT_ARG_OWNER, 900);
  }
  ACT_EACH_CHILD(g, token, c)
    if ((act_dep(g, c) == ACT_DEP_APPOS || act_dep(g, c) == ACT_DEP_FLAT) && stands_for_someone(g, c))
      act_frame_add(out, c, ACT_ARG_THEME, 970);
}

/* A participle or adjective that reduces a clause: "X, born in Y, …", "based in Y, X …". */
static void add_reduced_theme(const act_relating *g, uint32_t token, act_frame *out)
{
  uint8_t dep = act_dep(g, token);
  uint16_t quality = 950;
  if (act_head(g, token) == ACT_ROOT)
    return;
  if (dep == ACT_DEP_ACL || dep == ACT_DEP_ACL_RELCL || (dep == ACT_DEP_AMOD && act_is_verbal(g, token)))
    act_frame_add(out, act_head(g, token), ACT_ARG_THEME, quality);
  else if (dep == ACT_DEP_ADVCL || dep == ACT_DEP_CONJ || dep == ACT_DEP_PARATAXIS) {
    uint32_t subject = act_subject(g, token, &quality);
    if (subject != ACT_NO_TOKEN)
      act_frame_add(out, subject, ACT_ARG_THEME, quality);
  }
}

static void add_own_prepositions(const act_relating *g, uint32_t token, act_frame *out)
{
  add_prepositions(g, token, token, SURE, out);
}

static bool build_be(const act_relating *g, uint32_t token, act_frame *out)
{
  uint8_t upos = act_tok(g, token)->upos;
  if (upos == ACT_UPOS_VERB) {
    (void)build_verb(g, token, out);
    if (!out->passive)
      add_reduced_theme(g, token, out);
    return true;
  }
  add_copular_theme(g, token, out);
  if (upos == ACT_UPOS_ADJ)
    add_reduced_theme(g, token, out);
  add_apposed_theme(g, token, out);
  add_inverse_theme(g, token, out);
  ACT_EACH_CHILD(g, token, c)
    if (upos == ACT_UPOS_ADJ && (act_dep(g, c) == ACT_DEP_OBL || act_dep(g, c) == ACT_DEP_NMOD))
      add_prepositions(g, token, c, SURE, out);
  act_frame_add_noun(g, token, false, out);
  add_own_prepositions(g, token, out);
  if (upos == ACT_UPOS_ADJ)
    add_hyphenated(g, token, out);
  return true;
}

bool act_frame_build(const act_relating *g, uint32_t token, act_rule_kind kind, act_frame *out)
{
  memset(out, 0, sizeof *out);
  out->token = token;
  out->kind = kind;
  out->host = ACT_NO_TOKEN;
  switch (kind) {
    case ACT_RULE_VERB:
      return build_verb(g, token, out);
    case ACT_RULE_NOUN:
      return build_noun(g, token, out);
    default:
      return build_be(g, token, out);
  }
}
