/* SPDX-License-Identifier: MIT */
/* Kin in lists: "their two children, Max and Lena", "sons Jim (9) and Joe", "his son Ben and
   daughter Mia", "her brothers: Tom and Al".

   Behind a noun of kin stands a name, or a list of names when the noun is a plural, with nothing
   between but a comma, a colon or a dash; ages in brackets do not end it.  Whose kin they are the
   noun's possessor says, or who has them ("have three sons"), or of whose survivors the list is.
   Parsers rarely hang such lists from the noun, so the names are read from the text and only the
   possessor from the tree.  A plural with one name behind it is none: "his sons, Max said".
*/
#include "relate/relating.h"

#include <string.h>

enum { KIN = 12, BRACKET = 8, SURE = 850, LIST = 60, TITLE = 3 };

typedef struct kin_word {
  const char *lemma, *relation;
} kin_word;

static const kin_word words[] = {
  { "child", "parent_of" },         { "kid", "parent_of" },
  { "son", "parent_of" },           { "daughter", "parent_of" },
  { "twin", "parent_of" },          { "triplet", "parent_of" },
  { "stepson", "parent_of" },       { "stepdaughter", "parent_of" },
  { "stepchild", "parent_of" },     { "brother", "sibling_of" },
  { "sister", "sibling_of" },       { "sibling", "sibling_of" },
  { "stepbrother", "sibling_of" },  { "stepsister", "sibling_of" },
  { "half-brother", "sibling_of" }, { "half-sister", "sibling_of" },
  { "husband", "spouse_of" },       { "wife", "spouse_of" },
};

typedef struct kin {
  uint32_t noun;
  const char *relation;
  const act_mention *names[KIN];
  size_t count;
} kin;

static const char *relation_of(const act_relating *g, uint32_t token)
{
  for (size_t i = 0; act_tok(g, token)->upos == ACT_UPOS_NOUN && i < sizeof words / sizeof *words;
       i++)
    if (act_lemma_is(g, token, words[i].lemma))
      return words[i].relation;
  return NULL;
}

/* The person whose name begins at a token; the title in front may stand for it. */
static const act_mention *person_from(const act_relating *g, uint32_t first)
{
  uint32_t title = first > g->sentence->first + TITLE ? first - TITLE : g->sentence->first;
  for (uint32_t t = title; t < g->sentence->end && t < first + ACT_CLIMB; t++) {
    uint32_t index = g->resolution->mention_of[t];
    const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
    if (m && m->first == first && m->form == ACTANT_NAME && m->referent_count == 1 &&
        m->end <= g->sentence->end)
      return g->resolution->entities.data[g->resolution->referents.data[m->referents]].type ==
                 ACTANT_PERSON
               ? m
               : NULL;
  }
  return NULL;
}

static uint32_t skip_bracket(const act_relating *g, uint32_t token)
{
  if (token >= g->sentence->end || !act_lower_is(g, token, "("))
    return token;
  for (uint32_t t = token + 1; t < g->sentence->end && t < token + BRACKET; t++)
    if (act_lower_is(g, t, ")"))
      return t + 1;
  return token;
}

/* Behind a name of the list: where the next may begin, or `token` itself.  *named when a noun of
 * the same kin stands in front of it. */
static uint32_t next_item(const act_relating *g, const kin *k, uint32_t token, bool *named)
{
  static const char *const commas[] = { ",", ";", NULL };
  static const char *const joins[] = { "and", "&", NULL };
  uint32_t at = skip_bracket(g, token);
  bool comma = act_lower_is_any(g, at, commas);
  at += comma;
  bool join = act_lower_is_any(g, at, joins);
  at += join;
  if (!comma && !join)
    return token;
  const char *relation = at < g->sentence->end ? relation_of(g, at) : NULL;
  *named = relation && strcmp(relation, k->relation) == 0;
  return at + *named;
}

static void read_names(const act_relating *g, kin *k)
{
  static const char *const separators[] = { ",", ":", "-", "–", "—", "--", "(", NULL };
  static const char *const naming[] = { "named", "called", "were", "are", "including", NULL };
  bool plural = act_tok(g, k->noun)->xpos == ACT_XPOS_NNS;
  uint32_t at = k->noun + 1;
  at += act_lower_is_any(g, at, separators);
  at += act_lower_is_any(g, at, naming);
  for (const act_mention *m; k->count < KIN && (m = person_from(g, at));) {
    bool named = false;
    k->names[k->count++] = m;
    at = next_item(g, k, m->end, &named);
    if (at == m->end || (!plural && !named))
      break;
  }
  if (plural && k->count < 2)
    k->count = 0;
}

static void state(act_relating *g, const kin *k, const act_filler *owner, const act_mention *name)
{
  uint32_t id = act_relation_find(g->vocabulary, k->relation, strlen(k->relation));
  if (id == UINT32_MAX)
    return;
  act_candidate c =
    act_candidate_new(g, owner->entity, id, g->resolution->referents.data[name->referents]);
  c.subject_token = owner->token;
  c.object_token = name->head;
  c.trigger = k->noun;
  c.rule = "kin";
  c.confidence = (uint16_t)(SURE * (unsigned)owner->quality / 1000);
  act_keep(g, c);
}

static void take_owners(const act_relating *g, uint32_t noun, act_fillers *out)
{
  act_frame frame;
  if (!act_frame_build(g, noun, ACT_RULE_NOUN, &frame))
    return;
  for (size_t i = 0; i < frame.argument_count; i++)
    if (frame.arguments[i].role == ACT_ARG_OWNER)
      act_fill_slot(g, frame.arguments[i].token, frame.arguments[i].quality, out);
}

/* "She is survived by a son, Ben; a brother, Tom": of whom the list is. */
static void take_survived(const act_relating *g, uint32_t noun, act_fillers *out)
{
  uint32_t first = noun > g->sentence->first + LIST ? noun - LIST : g->sentence->first;
  for (uint32_t t = noun; t-- > first;) {
    bool survived = act_lower_is(g, t, "survived") && act_lower_is(g, t + 1, "by");
    bool leaves = (act_lower_is(g, t, "leaves") || act_lower_is(g, t, "leaving")) &&
                  act_tok(g, t)->upos == ACT_UPOS_VERB;
    if (!survived && !leaves)
      continue;
    uint16_t quality = 1000;
    uint32_t subject = act_subject(g, t, &quality);
    if (subject != ACT_NO_TOKEN && subject < t)
      act_fill_slot(g, subject, quality, out);
    return;
  }
}

/* -------------------------------------------------------------------------------------- parents
 */

/* "the fourth of seven children": which of them, or ACT_NO_TOKEN. */
static uint32_t one_of_children(const act_relating *g, uint32_t children)
{
  if (!act_lemma_is(g, children, "child") || act_tok(g, children)->xpos != ACT_XPOS_NNS)
    return ACT_NO_TOKEN;
  for (uint32_t t = children; t-- > g->sentence->first + 1 && t + TITLE > children;)
    if (act_lower_is(g, t, "of"))
      return act_tok(g, t - 1)->upos == ACT_UPOS_ADJ || act_tok(g, t - 1)->upos == ACT_UPOS_NOUN ||
                 act_lower_is(g, t - 1, "one")
               ? t - 1
               : ACT_NO_TOKEN;
  return ACT_NO_TOKEN;
}

/* The subject in front; a name with a comma behind it comes first. */
static const act_mention *child_before(const act_relating *g, uint32_t token)
{
  for (uint32_t t = token; t-- > g->sentence->first;) {
    uint32_t index = g->resolution->mention_of[t];
    const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
    uint8_t dep = act_dep(g, t);
    bool subject = dep == ACT_DEP_NSUBJ || dep == ACT_DEP_NSUBJ_PASS;
    if (!m || m->referent_count != 1 || (!subject && !act_lower_is(g, m->end, ",")))
      continue;
    if (g->resolution->entities.data[g->resolution->referents.data[m->referents]].type ==
        ACTANT_PERSON)
      return m;
  }
  return NULL;
}

/* "the fourth of seven children of X and Y", "… born to X and Y": they are the parents. */
static void read_parents(act_relating *g, uint32_t children)
{
  static const char *const to[] = { "of", "to", NULL };
  uint32_t one = one_of_children(g, children), at = children + 1;
  at += act_lower_is_any(g, at, (const char *const[]){ "born", NULL });
  if (one == ACT_NO_TOKEN || !act_lower_is_any(g, at, to))
    return;
  const act_mention *child = child_before(g, one);
  kin k = { .noun = children, .relation = "parent_of" };
  bool named;
  at++;
  for (const act_mention *m; child && k.count < 2 && (m = person_from(g, at)); k.count++) {
    const act_filler parent = { .entity = g->resolution->referents.data[m->referents],
                                .token = m->head,
                                .quality = 1000 };
    state(g, &k, &parent, child);
    at = next_item(g, &k, m->end, &named);
    if (at == m->end)
      break;
  }
}

void act_kin_sentence(act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    kin k = { .noun = t, .relation = relation_of(g, t) };
    act_fillers owners = { .count = 0 };
    if (!k.relation)
      continue;
    read_parents(g, t);
    read_names(g, &k);
    if (!k.count)
      continue;
    if (strcmp(k.relation, "spouse_of") != 0)
      take_owners(g, t, &owners);
    if (!owners.count)
      take_survived(g, t, &owners);
    for (size_t i = 0; i < owners.count; i++)
      for (size_t n = 0; n < k.count &&
                         g->resolution->entities.data[owners.items[i].entity].type == ACTANT_PERSON;
           n++)
        state(g, &k, &owners.items[i], k.names[n]);
  }
}
