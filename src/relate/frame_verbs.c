/* SPDX-License-Identifier: MIT */
/* Frames of verbs: voice undone, objects found behind relative pronouns and beside coordinated
 * verbs, prepositions from near and far. */
#include "relate/frames.h"

static void add_object(const act_relating *g,
                       uint32_t verb,
                       uint32_t token,
                       uint32_t role,
                       act_frame *out)
{
  act_frame_add(out, act_unrelative(g, verb, token), role, ACT_SURE);
  out->has_object |= role == ACT_ARG_OBJECT;
}

bool act_has_to(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c)
    if (act_dep(g, c) == ACT_DEP_MARK && act_lower_is(g, c, "to"))
      return true;
  return false;
}

static bool has_obligation(const act_relating *g, uint32_t verb)
{
  bool due = false;
  ACT_EACH_CHILD (g, verb, c) {
    if (act_dep(g, c) != ACT_DEP_AUX)
      continue;
    due |=
      act_lower_is(g, c, "must") || act_lower_is(g, c, "should") || act_lower_is(g, c, "ought");
    if (act_lemma_is(g, c, "have")) /* "should have left": a reproach */
      return false;
  }
  return due;
}

/* What an infinitive, or what it does something to, is directed at. */
static bool is_directed(const act_relating *g, uint32_t argument)
{
  static const char *const at[] = { "against", "with", "on", "upon", "from", "at", "into" };
  for (size_t i = 0; i < sizeof at / sizeof *at; i++)
    if (act_has_case(g, argument, at[i]))
      return true;
  return false;
}

/* Whom an infinitive concerns: its object, what that is directed at or lies in, or what it is done
 * against or with. */
static void add_undertaking(const act_relating *g, uint32_t verb, act_frame *out)
{
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    bool there = is_directed(g, c) || act_has_case(g, c, "in");
    if (dep == ACT_DEP_OBJ || (dep == ACT_DEP_OBL && there))
      act_frame_add(out, c, ACT_ARG_UNDERTAKING, 900);
    if (dep == ACT_DEP_XCOMP) /* "to ban fishing in Y" */
      ACT_EACH_CHILD (g, c, inner)
        if (act_dep(g, inner) == ACT_DEP_OBL && act_has_case(g, inner, "in"))
          act_frame_add(out, inner, ACT_ARG_UNDERTAKING, 860);
    if (dep != ACT_DEP_OBJ)
      continue;
    ACT_EACH_CHILD (g, c, inner)
      if (act_dep(g, inner) == ACT_DEP_NMOD &&
          (is_directed(g, inner) || act_has_case(g, inner, "in")))
        act_frame_add(out, inner, ACT_ARG_UNDERTAKING, 880);
  }
}

/* "threatened to leave unless Y agreed", "would strike if Y moved": on whom it depends. */
static void add_condition(const act_relating *g, uint32_t clause, act_frame *out)
{
  uint32_t mark = act_child(g, clause, ACT_DEP_MARK), subject;
  if (mark == ACT_NO_TOKEN || act_dep(g, clause) != ACT_DEP_ADVCL || act_is_passive(g, clause))
    return;
  bool unless = act_lower_is(g, mark, "unless") || act_lower_is(g, mark, "until");
  if ((!unless && !act_lower_is(g, mark, "if")) ||
      (subject = act_own_subject(g, clause)) == ACT_NO_TOKEN ||
      act_tok(g, subject)->upos == ACT_UPOS_PRON)
    return;
  act_frame_add(out, subject, unless ? ACT_ARG_UNLESS : ACT_ARG_IF, 900);
}

/* Whether a clause hangs below a verb through clauses alone. */
static bool is_clause_below(const act_relating *g, uint32_t clause, uint32_t verb)
{
  for (int step = 0; step < ACT_CLIMB && act_head(g, clause) != ACT_ROOT; step++) {
    uint8_t dep = act_dep(g, clause);
    clause = act_head(g, clause);
    if (dep != ACT_DEP_ADVCL && dep != ACT_DEP_XCOMP && dep != ACT_DEP_CCOMP && dep != ACT_DEP_ACL)
      return false;
    if (clause == verb)
      return true;
  }
  return false;
}

/* The conditions of a verb and of what it announces, at any depth: parsers hang them from any verb
 * in front. */
static void add_conditions(const act_relating *g, uint32_t verb, act_frame *out)
{
  for (uint32_t t = verb + 1; t < g->sentence->end; t++)
    if (act_dep(g, t) == ACT_DEP_MARK && act_head(g, t) != ACT_ROOT &&
        (act_lower_is(g, t, "if") || act_lower_is(g, t, "unless") || act_lower_is(g, t, "until")) &&
        is_clause_below(g, act_head(g, t), verb))
      add_condition(g, act_head(g, t), out);
}

static void add_complement(const act_relating *g, uint32_t child, act_frame *out)
{
  uint8_t dep = act_dep(g, child);
  out->has_infinitive |= act_has_to(g, child);
  out->has_obligation |= dep == ACT_DEP_CCOMP && has_obligation(g, child);
  if (dep == ACT_DEP_XCOMP && act_is_nominal(g, child))
    act_frame_add(out, child, ACT_ARG_COMPLEMENT, ACT_SURE);
  if (act_has_to(g, child))
    add_undertaking(g, child, out);
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
      ACT_EACH_CHILD (g, child, c) /* "called Y's plan illegal" */
        if (c > child && act_dep(g, c) == ACT_DEP_AMOD)
          act_frame_add(out, c, ACT_ARG_COMPLEMENT, 900);
      break;
    case ACT_DEP_IOBJ:
      add_object(g, verb, child, ACT_ARG_INDIRECT, out);
      break;
    case ACT_DEP_OBL:
    case ACT_DEP_OBL_AGENT:
    case ACT_DEP_NMOD:
    case ACT_DEP_OBL_UNMARKED:
      if (out->passive && act_has_case(g, child, "by"))
        act_frame_add(out,
                      act_unrelative(g, verb, child),
                      ACT_ARG_SUBJECT,
                      act_dep(g, child) == ACT_DEP_OBL_AGENT ? ACT_SURE : 970);
      if (act_is_companion(g, child) && !out->passive)
        act_frame_add(out, child, ACT_ARG_SUBJECT, 900);
      else
        act_frame_prepositions(g, verb, child, ACT_SURE, out);
      break;
    case ACT_DEP_ADVMOD: /* "together with Z": the companion hangs from the adverb */
      ACT_EACH_CHILD (g, child, c)
        if (act_in(g, child, ACT_SET_WITH_COMPANION) && act_has_case(g, c, "with") && !out->passive)
          act_frame_add(out, c, ACT_ARG_SUBJECT, 900);
      act_frame_particle(out, act_form_word(g, child));
      break;
    case ACT_DEP_COMPOUND_PRT:
    case ACT_DEP_COMPOUND:
      act_frame_particle(out, act_form_word(g, child));
      break;
    case ACT_DEP_CCOMP:
    case ACT_DEP_XCOMP:
    case ACT_DEP_ADVCL:
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
  if (act_dep(g, verb) == ACT_DEP_ACL_RELCL && subject != ACT_NO_TOKEN &&
      subject != act_head(g, verb) && act_child(g, verb, ACT_DEP_CCOMP) == ACT_NO_TOKEN &&
      act_child(g, verb, ACT_DEP_XCOMP) == ACT_NO_TOKEN) {
    bool adverbial = false; /* "where", "when" */
    ACT_EACH_CHILD (g, verb, c)
      adverbial |= act_tok(g, c)->xpos == ACT_XPOS_WRB ||
                   (act_dep(g, c) == ACT_DEP_OBL && act_is_relative_pronoun(g, c));
    if (!adverbial)
      add_object(g, verb, act_head(g, verb), ACT_ARG_OBJECT, out);
    return;
  }
  ACT_EACH_CHILD (g, verb, c) {
    uint32_t object =
      act_dep(g, c) == ACT_DEP_CONJ && c == verb + 2 ? act_child(g, c, ACT_DEP_OBJ) : ACT_NO_TOKEN;
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
  ACT_EACH_CHILD (g, verb, c)
    if (act_lower_is(g, c, "where") && in != ACT_NO_STRING)
      act_frame_add(out, act_head(g, verb), ACT_ROLE_PREPOSITION + in, 950);
}

/* "Xland-backed rebels", "a Yville-based firm": the name in front of the hyphen acts, or is the
 * place. */
void act_frame_hyphenated(const act_relating *g, uint32_t verb, act_frame *out)
{
  uint32_t in = act_strings_find(&g->vocabulary->strings, "in", 2);
  if (act_dep(g, verb) != ACT_DEP_AMOD && act_dep(g, verb) != ACT_DEP_ACL)
    return;
  ACT_EACH_CHILD (g, verb, c) {
    if (c > verb || !act_stands_for_someone(g, c) || act_dep(g, c) == ACT_DEP_NSUBJ)
      continue;
    act_frame_add(out, c, ACT_ARG_SUBJECT, 930);
    if (in != ACT_NO_STRING)
      act_frame_add(out, c, ACT_ROLE_PREPOSITION + in, 930);
  }
}

static void add_subject(const act_relating *g, uint32_t verb, act_frame *out)
{
  uint16_t quality = ACT_SURE;
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

/* A preposition behind an object or an oblique may belong to the verb as well: "died of a stroke in
 * Y", "met Z in Y". */
static void add_distant_prepositions(const act_relating *g, uint32_t verb, act_frame *out)
{
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    if (c < verb || (dep != ACT_DEP_OBJ && dep != ACT_DEP_OBL && dep != ACT_DEP_OBL_UNMARKED))
      continue;
    ACT_EACH_CHILD (g, c, inner) {
      if (dep == ACT_DEP_OBJ &&
          act_dep(g, inner) == ACT_DEP_APPOS) /* "named X, a judge, as head" */
        ACT_EACH_CHILD (g, inner, as)
          if (act_has_case(g, as, "as"))
            act_frame_prepositions(g, verb, as, 900, out);
      if (act_dep(g, inner) != ACT_DEP_NMOD || act_has_case(g, inner, "of") ||
          (dep == ACT_DEP_OBL && !act_has_case(g, c, "in") &&
           (act_has_case(g, inner, "on") || act_has_case(g, inner, "against"))))
        continue;
      if (out->passive && act_has_case(g, inner, "by") && act_stands_for_someone(g, inner))
        act_frame_add(out, inner, ACT_ARG_SUBJECT, 850);
      act_frame_prepositions(g, verb, inner, 830, out);
    }
  }
}

/* "born and raised in Y": what stands behind verbs that are coordinated word by word is said of
 * both. */
static void add_shared_obliques(const act_relating *g, uint32_t verb, act_frame *out)
{
  uint32_t other =
    verb >= g->tree.base + 2 && act_dep(g, verb) == ACT_DEP_CONJ && act_head(g, verb) == verb - 2
      ? verb - 2
      : ACT_NO_TOKEN;
  ACT_EACH_CHILD (g, verb, c)
    if (act_dep(g, c) == ACT_DEP_CONJ && c == verb + 2)
      other = c;
  if (other == ACT_NO_TOKEN)
    return;
  ACT_EACH_CHILD (g, other, c)
    if (act_dep(g, c) == ACT_DEP_OBL && c > verb && c > other)
      act_frame_prepositions(g, other, c, 930, out);
}

static bool has_agent(const act_frame *frame)
{
  for (size_t i = 0; i < frame->argument_count; i++)
    if (frame->arguments[i].role == ACT_ARG_SUBJECT)
      return true;
  return false;
}

/* "was named to a panel of advisers by X": the agent behind other nouns, taken for theirs. */
static void add_distant_agent(const act_relating *g, uint32_t verb, act_frame *out)
{
  if (!out->passive || has_agent(out))
    return;
  for (uint32_t t = verb + 1; t < g->sentence->end; t++) {
    uint32_t agent = act_head(g, t), at = agent;
    if (act_dep(g, t) != ACT_DEP_CASE || !act_lower_is(g, t, "by") ||
        !act_stands_for_someone(g, agent))
      continue;
    for (int step = 0; step < ACT_CLIMB && at != verb && at != ACT_ROOT; step++)
      at = act_dep(g, at) == ACT_DEP_NMOD || act_dep(g, at) == ACT_DEP_OBL ? act_head(g, at)
                                                                           : ACT_ROOT;
    if (at == verb)
      act_frame_add(out, agent, ACT_ARG_SUBJECT, 750);
  }
}

bool act_frame_verb(const act_relating *g, uint32_t verb, act_frame *out)
{
  out->passive = act_is_passive(g, verb);
  add_subject(g, verb, out);
  ACT_EACH_CHILD (g, verb, c)
    add_verb_child(g, verb, c, out);
  add_missing_object(g, verb, out);
  add_relative_place(g, verb, out);
  act_frame_hyphenated(g, verb, out);
  add_particle_objects(out);
  add_distant_prepositions(g, verb, out);
  add_shared_obliques(g, verb, out);
  add_conditions(g, verb, out);
  add_distant_agent(g, verb, out);
  return true;
}
