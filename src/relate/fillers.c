/* SPDX-License-Identifier: MIT */
/* From a word of the clause to the entities that it stands for.

   Resolving knows most: the mention whose head the word is.  What it left open is settled here by
   the words alone: a name in apposition to a common noun, the country or body of a group that acts
   for it ("Xish forces", "officials of the Y", "the government of X"), what a quantity is of
   ("several members of Y"), the speaker for "they" in what he says.  Coordinated words and sets
   give several entities.  Nameless people ("Xish farmers", "a Xish judge") stand for their country
   by proxy: in what is done and said, not in what someone is or has.
*/
#include "relate/relating.h"
#include "resolve/nouns.h"

#include <string.h>

static void add_entity(act_fillers *out, act_filler filler)
{
  for (size_t i = 0; i < out->count; i++)
    if (out->items[i].entity == filler.entity)
      return;
  if (out->count < ACT_FILLERS)
    out->items[out->count++] = filler;
}

static unsigned form_quality(const act_mention *mention)
{
  if (mention->referent_count > 1)
    return 850;
  return mention->form == ACTANT_NAME ? 1000 : mention->form == ACTANT_NOMINAL ? 920 : 870;
}

/* The mention of a token, or of the name that it begins. */
static uint32_t mention_at(const act_relating *g, uint32_t token)
{
  uint32_t index = g->resolution->mention_of[token];
  if (index != ACT_NO_MENTION)
    return index;
  ACT_EACH_CHILD (g, token, c) {
    index = act_dep(g, c) == ACT_DEP_FLAT ? g->resolution->mention_of[c] : ACT_NO_MENTION;
    if (index != ACT_NO_MENTION && g->resolution->mentions.data[index].first <= token &&
        g->resolution->mentions.data[index].end > token)
      return index;
  }
  return ACT_NO_MENTION;
}

static bool add_mention(const act_relating *g,
                        uint32_t token,
                        unsigned quality,
                        bool no_people,
                        act_fillers *out)
{
  uint32_t index = mention_at(g, token);
  if (index == ACT_NO_MENTION)
    return false;
  const act_mention *m = &g->resolution->mentions.data[index];
  unsigned sure = quality * form_quality(m) / 1000;
  bool added = false;
  for (uint32_t i = 0; i < m->referent_count; i++) {
    uint32_t entity = g->resolution->referents.data[m->referents + i];
    if (no_people && g->resolution->entities.data[entity].type == ACTANT_PERSON)
      continue;
    add_entity(out,
               (act_filler){ entity, token, index, ACT_NO_TOKEN, (uint16_t)sure, ACT_IN_PERSON });
    added = true;
  }
  return added;
}

static bool add_conjuncts(const act_relating *g,
                          uint32_t token,
                          unsigned quality,
                          bool no_people,
                          act_fillers *out)
{
  uint32_t tokens[ACT_CONJUNCTS];
  size_t count = act_conjuncts(g, token, tokens);
  bool added = false;
  for (size_t i = 0; i < count; i++)
    added |= add_mention(g, tokens[i], quality, no_people, out);
  return added;
}

static bool is_in(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE && act_in(g, c, ACT_SET_PLACE_OF))
      return true;
  return false;
}

static bool is_from(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE && act_lower_is(g, c, "from"))
      return true;
  return false;
}

/* "farmers", "detainees": people in the plural, whatever they are. */
static bool is_crowd(const act_relating *g, uint32_t token)
{
  act_noun noun;
  const char *lemma = act_token_lemma(g->annotation, token);
  if (act_tok(g, token)->xpos != ACT_XPOS_NNS)
    return false;
  return (act_noun_find(lemma, strlen(lemma), &noun) ||
          act_noun_at(g->annotation, token, token + 1, &noun)) &&
         (noun.type == ACT_NOUN_PERSON || noun.type == ACT_NOUN_GROUP);
}

static bool is_of(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE && (act_lower_is(g, c, "of") || act_lower_is(g, c, "from")))
      return true;
  return false;
}

/* "refugees fleeing the war in Yland", "people trapped in Yville": where it is that they suffer. */
static bool add_plight(const act_relating *g, uint32_t people, unsigned quality, act_fillers *out)
{
  size_t before = out->count;
  ACT_EACH_CHILD (g, people, clause) {
    if (act_dep(g, clause) != ACT_DEP_ACL)
      continue;
    ACT_EACH_CHILD (g, clause, c) {
      uint8_t dep = act_dep(g, c);
      if (dep == ACT_DEP_OBL && (is_in(g, c) || is_of(g, c)))
        (void)add_conjuncts(g, c, quality, true, out);
      if (dep != ACT_DEP_OBJ)
        continue;
      (void)add_conjuncts(g, c, quality, true, out);
      ACT_EACH_CHILD (g, c, inner)
        if (act_dep(g, inner) == ACT_DEP_NMOD && is_in(g, inner))
          (void)add_conjuncts(g, inner, quality, true, out);
    }
  }
  for (size_t i = before; i < out->count; i++)
    out->items[i].proxy = ACT_PROXY;
  return out->count > before;
}

static void fill_by_speaker(const act_relating *g,
                            uint32_t pronoun,
                            unsigned quality,
                            act_fillers *out);

/* A minister, a judge, a spokesman: one whose office is to act for others. */
static bool is_official(const act_relating *g, uint32_t token)
{
  act_noun noun;
  const char *lemma = act_token_lemma(g->annotation, token);
  return (act_noun_find(lemma, strlen(lemma), &noun) ||
          act_noun_at(g->annotation, token, token + 1, &noun)) &&
         noun.has_role && noun.role <= ACT_ROLE_OFFICIAL;
}

/* "officials of X and envoys of Y": the second group taken for one more of what the first is of. */
static bool add_joined_groups(const act_relating *g,
                              uint32_t token,
                              unsigned quality,
                              act_fillers *out)
{
  size_t before = out->count;
  ACT_EACH_CHILD (g, token, c) {
    if (act_dep(g, c) != ACT_DEP_CONJ || g->resolution->mention_of[c] != ACT_NO_MENTION ||
        !act_in(g, c, ACT_SET_GROUP))
      continue;
    size_t so_far = out->count;
    uint32_t at = c, inner = c;
    for (int step = 0; step < ACT_CLIMB && inner != ACT_NO_TOKEN && out->count == so_far; step++) {
      inner = ACT_NO_TOKEN;
      ACT_EACH_CHILD (g, at, of)
        if (act_dep(g, of) == ACT_DEP_NMOD && is_of(g, of)) {
          (void)add_conjuncts(g, of, quality, true, out);
          inner = of;
        }
      at = inner;
    }
    for (size_t i = so_far; i < out->count; i++)
      out->items[i].group = c;
  }
  return out->count > before;
}

/* A noun on the way up to whom it acts for. */
typedef struct climb {
  uint32_t token;
  bool group, part; /* acts for others; is some of them */
  bool crowd;       /* people without a name */
} climb;

typedef enum link { LINK_NONE, LINK_BEFORE, LINK_OF, LINK_WHERE } link;

/* "the spokesman for Xland". */
static bool speaks_for(const act_relating *g, uint32_t token, uint32_t child)
{
  ACT_EACH_CHILD (g, child, c)
    if (act_dep(g, c) == ACT_DEP_CASE && act_lower_is(g, c, "for"))
      return is_official(g, token);
  return false;
}

/* How what hangs from a noun says whom it acts for: "Xish forces", "officials of X", "rebels in X".
 */
static link link_of(const act_relating *g, const climb *at, uint32_t child)
{
  uint8_t exact = act_dep(g, child), dep = act_deprel_plain(exact);
  bool site = act_in(g, at->token, ACT_SET_PLACE_NOUN);
  if (exact == ACT_DEP_NMOD_POSS || dep == ACT_DEP_AMOD || dep == ACT_DEP_COMPOUND ||
      exact == ACT_DEP_NMOD_DESC || exact == ACT_DEP_NMOD_UNMARKED)
    return at->group || !at->part || at->crowd ? LINK_BEFORE : LINK_NONE;
  if (dep != ACT_DEP_NMOD)
    return LINK_NONE;
  if (is_of(g, child) || speaks_for(g, at->token, child))
    return at->crowd && is_from(g, child) ? LINK_WHERE : LINK_OF;
  if (!is_in(g, child))
    return LINK_NONE;
  return site                                                                    ? LINK_OF
         : at->crowd || at->group || act_tok(g, at->token)->xpos == ACT_XPOS_NNS ? LINK_WHERE
                                                                                 : LINK_NONE;
}

/* "President Joe Ham's government": he, where no country is named. */
static bool is_rule_of_one(const act_relating *g, uint32_t token)
{
  static const char *const rules[] = { "government", "administration", "regime", "cabinet", NULL };
  return act_lower_is_any(g, token, rules);
}

/* "Xish-led forces": the name in front of the hyphen. */
static void add_leader(const act_relating *g, uint32_t led, unsigned quality, act_fillers *out)
{
  if (!act_lower_is(g, led, "led"))
    return;
  ACT_EACH_CHILD (g, led, c)
    if (c < led)
      (void)add_conjuncts(g, c, quality, true, out);
}

static bool add_link(const act_relating *g,
                     const climb *at,
                     uint32_t child,
                     unsigned quality,
                     act_fillers *out)
{
  size_t before = out->count;
  link how = link_of(g, at, child);
  bool no_people = at->group || !at->part || at->crowd;
  (void)add_conjuncts(g, child, quality * 90 / 100, no_people, out);
  if (out->count == before && is_rule_of_one(g, at->token))
    (void)add_conjuncts(g, child, quality * 80 / 100, false, out);
  if (out->count == before && how == LINK_BEFORE)
    add_leader(g, child, quality * 85 / 100, out);
  if (how == LINK_OF || how == LINK_WHERE)
    (void)add_joined_groups(g, child, quality * 90 / 100, out);
  else if (out->count == before && act_tok(g, child)->upos == ACT_UPOS_PRON)
    fill_by_speaker(g, child, quality * 85 / 100, out);
  for (size_t i = before; i < out->count; i++)
    if (how == LINK_WHERE || at->crowd)
      out->items[i].proxy = how == LINK_WHERE ? ACT_PROXY_WHERE : ACT_PROXY;
  return out->count > before;
}

/* The country or body that a group acts for. */
static void climb_group(const act_relating *g, uint32_t token, unsigned quality, act_fillers *out)
{
  for (int step = 0; step < ACT_CLIMB; step++) {
    climb at = { .token = token,
                 .group = act_in(g, token, ACT_SET_GROUP) || is_official(g, token),
                 .part = act_in(g, token, ACT_SET_PARTITIVE),
                 .crowd = is_crowd(g, token) };
    uint32_t inner = ACT_NO_TOKEN;
    bool added = false;
    if (!at.group && !at.part && !at.crowd && !step)
      return;
    ACT_EACH_CHILD (g, token, c) {
      link how = link_of(g, &at, c);
      if (how == LINK_NONE || (how == LINK_WHERE && added))
        continue;
      added |= add_link(g, &at, c, quality, out);
      if (how != LINK_BEFORE && inner == ACT_NO_TOKEN)
        inner = c;
    }
    if (at.crowd && !added)
      added = add_plight(g, token, quality * 85 / 100, out);
    if (added || inner == ACT_NO_TOKEN)
      return;
    token = inner;
  }
}

/* A name in apposition, or the subject that a predicate noun is said of. */
static bool fill_by_apposition(const act_relating *g,
                               uint32_t token,
                               unsigned quality,
                               act_fillers *out)
{
  if (act_dep(g, token) == ACT_DEP_APPOS && act_head(g, token) != ACT_ROOT &&
      add_mention(g, act_head(g, token), quality, false, out))
    return true;
  ACT_EACH_CHILD (g, token, c) {
    uint8_t dep = act_dep(g, c);
    if ((dep == ACT_DEP_APPOS || dep == ACT_DEP_FLAT) && add_conjuncts(g, c, quality, false, out))
      return true;
  }
  for (int step = 0; step < ACT_CLIMB && act_dep(g, token) == ACT_DEP_CONJ; step++)
    token = act_head(g, token); /* "X is a lawyer and a judge who …" */
  if (act_child(g, token, ACT_DEP_COP) == ACT_NO_TOKEN)
    return false;
  uint32_t subject = act_own_subject(g, token);
  return subject != ACT_NO_TOKEN && subject != token &&
         add_mention(g, subject, quality, false, out);
}

static bool is_named(const act_relating *g, uint32_t token)
{
  uint32_t index = g->resolution->mention_of[token];
  if (index == ACT_NO_MENTION)
    return false;
  const act_mention *m = &g->resolution->mentions.data[index];
  for (uint32_t i = 0; i < m->referent_count; i++)
    if (g->resolution->entities.data[g->resolution->referents.data[m->referents + i]].named)
      return true;
  return false;
}

/* "the minister for Yland" acts for himself; "the ministers of Yland and Zland" for their
 * countries. */
static bool is_one_person(const act_relating *g, uint32_t token)
{
  const act_mention *m = &g->resolution->mentions.data[g->resolution->mention_of[token]];
  uint8_t xpos = act_tok(g, token)->xpos;
  return m->referent_count == 1 &&
         g->resolution->entities.data[g->resolution->referents.data[m->referents]].type ==
           ACTANT_PERSON &&
         xpos != ACT_XPOS_NNS && xpos != ACT_XPOS_NNPS;
}

/* "Xish and Yish forces": both countries, where the noun was taken for the first alone. */
static void add_coordinated_nations(const act_relating *g,
                                    uint32_t token,
                                    unsigned quality,
                                    act_fillers *out)
{
  ACT_EACH_CHILD (g, token, c) {
    uint8_t dep = act_dep(g, c);
    if ((dep == ACT_DEP_AMOD || dep == ACT_DEP_COMPOUND || dep == ACT_DEP_NMOD_POSS) && c < token &&
        act_child(g, c, ACT_DEP_CONJ) != ACT_NO_TOKEN &&
        g->resolution->mention_of[c] != ACT_NO_MENTION)
      (void)add_conjuncts(g, c, quality * 90 / 100, true, out);
  }
}

/* "X is a firm based in Y", "a son, X": a noun without a name of its own stands for the name that
 * it is said of. */
static bool explains_name(const act_relating *g, uint32_t token)
{
  uint32_t index = g->resolution->mention_of[token];
  if (index == ACT_NO_MENTION || g->resolution->mentions.data[index].form != ACTANT_NOMINAL ||
      is_named(g, token))
    return false;
  uint32_t head = act_head(g, token);
  if (act_dep(g, token) == ACT_DEP_APPOS && head != ACT_ROOT)
    return is_named(g, head);
  if (act_child(g, token, ACT_DEP_COP) != ACT_NO_TOKEN)
    return true;
  uint32_t name = act_child(g, token, ACT_DEP_APPOS);
  return name != ACT_NO_TOKEN && is_named(g, name);
}

/* "a Xish judge ordered": the country beside the nameless holder of its office. */
static void fill_by_proxy(const act_relating *g, uint32_t token, unsigned quality, act_fillers *out)
{
  size_t before = out->count;
  climb_group(g, token, quality, out);
  for (size_t i = before; i < out->count; i++)
    out->items[i].proxy = ACT_PROXY;
}

static bool is_plural(const act_relating *g, uint32_t token)
{
  uint8_t xpos = act_tok(g, token)->xpos;
  return xpos == ACT_XPOS_NNS || xpos == ACT_XPOS_NNPS ||
         act_child(g, token, ACT_DEP_CONJ) != ACT_NO_TOKEN;
}

/* What a noun that is no pronoun stands for. */
static void fill_one_noun(const act_relating *g, uint32_t token, unsigned quality, act_fillers *out)
{
  if (!add_conjuncts(g, token, quality, false, out) &&
      !fill_by_apposition(g, token, quality * 95 / 100, out))
    climb_group(g, token, quality, out);
}

static void drop_people(const act_relating *g, size_t from, act_fillers *out)
{
  size_t kept = from;
  for (size_t i = from; i < out->count; i++)
    if (g->resolution->entities.data[out->items[i].entity].type != ACTANT_PERSON)
      out->items[kept++] = out->items[i];
  out->count = kept;
}

/* "Xish rebels said they would …", "Yland said its forces had …": a pronoun that resolving left
 * open is, in what someone says, the speaker. */
static void fill_by_speaker(const act_relating *g,
                            uint32_t pronoun,
                            unsigned quality,
                            act_fillers *out)
{
  bool many = act_lower_is(g, pronoun, "they") || act_lower_is(g, pronoun, "their");
  bool one = act_lower_is(g, pronoun, "it") || act_lower_is(g, pronoun, "its");
  uint32_t at = pronoun;
  size_t before = out->count;
  for (int step = 0; step < ACT_CLIMB && (many || one) && act_head(g, at) != ACT_ROOT; step++) {
    uint32_t verb = act_head(g, at);
    if ((act_dep(g, at) == ACT_DEP_CCOMP || act_dep(g, at) == ACT_DEP_PARATAXIS) &&
        act_in(g, verb, ACT_SET_SAYING)) {
      uint32_t speaker = act_own_subject(g, verb);
      bool fits = speaker != ACT_NO_TOKEN && act_tok(g, speaker)->upos != ACT_UPOS_PRON &&
                  (many || !is_plural(g, speaker));
      if (fits)
        fill_one_noun(g, speaker, quality, out);
      drop_people(g, before, out);
      return;
    }
    at = verb;
  }
}

static void fill_one(const act_relating *g, uint32_t token, unsigned quality, act_fillers *out)
{
  bool group = act_in(g, token, ACT_SET_GROUP);
  if (group && is_named(g, token))
    add_coordinated_nations(g, token, quality, out);
  if (group && g->resolution->mention_of[token] != ACT_NO_MENTION && !is_named(g, token) &&
      !is_one_person(g, token)) {
    size_t before = out->count; /* "the foreign ministers of Xland and Yland": their countries */
    climb_group(g, token, quality * 90 / 100, out);
    if (out->count > before)
      return;
  }
  if (explains_name(g, token) && fill_by_apposition(g, token, quality * 97 / 100, out))
    return;
  if (add_mention(g, token, quality, false, out)) {
    if (!is_named(g, token) && (is_official(g, token) || is_crowd(g, token)))
      fill_by_proxy(g, token, quality * 90 / 100, out);
    return;
  }
  if (act_tok(g, token)->upos == ACT_UPOS_PRON)
    fill_by_speaker(g, token, quality * 85 / 100, out);
  else if (act_is_nominal(g, token) && !fill_by_apposition(g, token, quality * 95 / 100, out))
    climb_group(g, token, quality, out);
}

void act_fill_slot(const act_relating *g, uint32_t token, unsigned quality, act_fillers *out)
{
  uint32_t tokens[ACT_CONJUNCTS];
  size_t count = act_conjuncts(g, token, tokens);
  for (size_t i = 0; i < count; i++) {
    size_t before = out->count;
    fill_one(g, tokens[i], quality * (i ? 97u : 100u) / 100, out);
    for (size_t k = before; k < out->count; k++)
      if (out->items[k].group == ACT_NO_TOKEN)
        out->items[k].group = tokens[i];
  }
}

void act_fill_owner(const act_relating *g, uint32_t noun, unsigned quality, act_fillers *out)
{
  act_frame frame = { .token = noun };
  uint32_t of = act_strings_find(&g->vocabulary->strings, "of", 2);
  size_t before = out->count;
  act_frame_add_noun(g, noun, false, &frame);
  for (size_t i = 0; i < frame.argument_count; i++)
    if (frame.arguments[i].role == ACT_ARG_OWNER)
      act_fill_slot(g, frame.arguments[i].token, quality * frame.arguments[i].quality / 1000, out);
  for (size_t i = 0; i < frame.argument_count && out->count == before && of != ACT_NO_STRING; i++)
    if (frame.arguments[i].role == ACT_ROLE_PREPOSITION + of)
      act_fill_slot(g, frame.arguments[i].token, quality * 90 / 100, out);
}
