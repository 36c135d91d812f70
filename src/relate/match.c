/* SPDX-License-Identifier: MIT */
/* Trying rules on frames.

   A token is tried only against the rules that its own word triggers, so the time grows with the
   text and with the rules of a word, not with the vocabulary.  A slot takes all entities of all
   arguments that stand in one of its roles; the statement is made for each pair.  When a rule's
   word
   ("talks") stands in the clause, what is said of that word belongs to the clause too.
*/
#include "relate/relating.h"

#include <string.h>

/* Under this a reader would more often call the statement wrong than right (thousandths). */
enum { LEAST_CONFIDENCE = 300 };

static bool has_number(const act_relating *g, uint32_t first, uint32_t count, uint32_t number)
{
  const uint32_t *numbers = g->vocabulary->numbers.data + first;
  uint32_t low = 0, high = count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (numbers[middle] == number)
      return true;
    if (numbers[middle] < number)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

/* Roles are few and not sorted: the grammatical ones stand in front of the prepositions. */
static bool has_role(const act_relating *g, const act_rule_part *part, uint32_t role)
{
  for (uint32_t i = 0; i < part->role_count; i++)
    if (g->vocabulary->numbers.data[part->roles + i] == role)
      return true;
  return false;
}

static bool is_word(const act_relating *g, const act_rule_part *part, uint32_t token)
{
  uint32_t lemma = act_word(g, token), form = act_form_word(g, token);
  return (lemma != ACT_NO_STRING && has_number(g, part->words, part->word_count, lemma)) ||
         (form != ACT_NO_STRING && has_number(g, part->words, part->word_count, form));
}

/* The word of a rule that stands at a token, next to it, behind a quantity ("most of his life",
 * "a round of talks"), or as a title in front of a name ("the Xish envoy Joe Ham"). */
static uint32_t word_at(const act_relating *g, const act_rule_part *part, uint32_t token)
{
  uint32_t tokens[ACT_CONJUNCTS];
  size_t count = act_conjuncts(g, token, tokens);
  for (size_t i = 0; i < count; i++)
    if (is_word(g, part, tokens[i]))
      return tokens[i];
  bool quantity = act_in(g, token, ACT_SET_PARTITIVE);
  ACT_EACH_CHILD (g, token, c) {
    uint8_t dep = act_dep(g, c);
    bool title = c < token && act_tok(g, token)->upos == ACT_UPOS_PROPN &&
                 (dep == ACT_DEP_NMOD_DESC || dep == ACT_DEP_COMPOUND);
    bool part_of = quantity && (dep == ACT_DEP_NMOD || dep == ACT_DEP_OBJ);
    if ((title || part_of) && is_word(g, part, c))
      return c;
  }
  return ACT_NO_TOKEN;
}

static void take_word(const act_relating *g, uint32_t word, act_frame *frame)
{
  act_frame_add_noun(g, word, true, frame);
  ACT_EACH_CHILD (g, word, c) /* "tons of aid to Y", "part of a programme for Y" */
    if (act_dep(g, c) == ACT_DEP_NMOD && g->resolution->mention_of[c] == ACT_NO_MENTION)
      act_frame_add_noun(g, c, true, frame);
}

/* "a degree from Y and a doctorate from Z": what is said of each of the rule's words that are
 * joined. */
static void take_joined(const act_relating *g,
                        const act_rule_part *part,
                        uint32_t first,
                        uint32_t word,
                        act_frame *frame)
{
  uint32_t tokens[ACT_CONJUNCTS];
  size_t count = act_conjuncts(g, first, tokens);
  take_word(g, word, frame);
  for (size_t i = 0; i < count; i++)
    if (tokens[i] != word && is_word(g, part, tokens[i]))
      take_word(g, tokens[i], frame);
}

/* The words of a rule stand in the clause; what is said of them joins the frame. */
static bool take_words(const act_relating *g, const act_rule_part *part, act_frame *frame)
{
  for (size_t i = 0; i < frame->argument_count; i++) {
    uint32_t word = has_role(g, part, frame->arguments[i].role)
                      ? word_at(g, part, frame->arguments[i].token)
                      : ACT_NO_TOKEN;
    if (word == ACT_NO_TOKEN)
      continue;
    take_joined(g, part, frame->arguments[i].token, word, frame);
    return true;
  }
  return false;
}

static void take_argument(const act_relating *g,
                          const act_rule_part *part,
                          const act_argument *argument,
                          act_fillers *out)
{
  size_t before = out->count;
  if (part->word_count && word_at(g, part, argument->token) == ACT_NO_TOKEN)
    return;
  if (!part->owner_only)
    act_fill_slot(g, argument->token, argument->quality, out);
  if (part->owner_only || (part->owner && out->count == before))
    act_fill_owner(g, argument->token, argument->quality * 95u / 100, out);
}

/* The types that a slot may have: the relation's, narrowed by the rule's. */
static unsigned slot_types(const act_relating *g, const act_rule *rule, const act_rule_part *part)
{
  const act_relation_row *relation = &g->vocabulary->relations.data[rule->relation];
  bool subject = (part->fill == ACT_FILL_X) != rule->swap;
  unsigned types = part->fill == ACT_FILL_BOTH ? relation->subjects & relation->objects
                   : subject                   ? relation->subjects
                                               : relation->objects;
  return part->types ? types & part->types : types;
}

/* "President A and Minister B": a title in the singular says nothing of those that are joined to
 * its name. */
static bool is_title_of_one(const act_relating *g, const act_frame *frame, const act_argument *of)
{
  uint8_t dep = act_dep(g, frame->token), xpos = act_tok(g, frame->token)->xpos;
  return act_head(g, frame->token) == of->token && frame->token < of->token &&
         (dep == ACT_DEP_NMOD_DESC || dep == ACT_DEP_COMPOUND) && xpos != ACT_XPOS_NNS &&
         xpos != ACT_XPOS_NNPS;
}

/* Keep what an argument's own word gave, not its conjuncts. */
static void drop_conjuncts(uint32_t token, size_t before, act_fillers *out)
{
  size_t kept = before;
  for (size_t i = before; i < out->count; i++)
    if (out->items[i].group == token)
      out->items[kept++] = out->items[i];
  out->count = kept;
}

/* People without a name may stand for their country in what is done or said between actors; for one
 * to whom it is done only where it could be a person. */
static uint8_t proxy_allowed(const act_relating *g, const act_rule *rule, const act_rule_part *part)
{
  static const char *const families[] = { "diplomacy", "speech", "conflict" };
  const act_relation_row *relation = &g->vocabulary->relations.data[rule->relation];
  bool deed = false, subject = (part->fill == ACT_FILL_X) != rule->swap;
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    deed |= strcmp(relation->info.family, families[i]) == 0;
  if (!deed)
    return ACT_IN_PERSON;
  if (part->fill == ACT_FILL_BOTH)
    return ACT_PROXY;
  bool helped =
    strcmp(relation->info.id, "aids") == 0 || strcmp(relation->info.id, "deploys_to") == 0;
  if (subject || helped) /* "sent food to victims in Y", "troops to the force in Y" */
    return ACT_PROXY_WHERE;
  return relation->objects >> ACTANT_PERSON & 1 ? ACT_PROXY : ACT_IN_PERSON;
}

static bool take_slot(const act_relating *g,
                      const act_rule *rule,
                      const act_rule_part *part,
                      const act_frame *frame,
                      act_fillers *out)
{
  act_fillers all = { .count = 0 };
  unsigned types = slot_types(g, rule, part);
  for (size_t i = 0; i < frame->argument_count; i++)
    if (has_role(g, part, frame->arguments[i].role)) {
      size_t before = all.count;
      take_argument(g, part, &frame->arguments[i], &all);
      if (is_title_of_one(g, frame, &frame->arguments[i]))
        drop_conjuncts(frame->arguments[i].token, before, &all);
    }
  uint8_t proxy = proxy_allowed(g, rule, part);
  for (size_t i = 0; i < all.count; i++)
    if (types >> g->resolution->entities.data[all.items[i].entity].type & 1 &&
        all.items[i].proxy <= proxy)
      out->items[out->count++] = all.items[i];
  return out->count > 0;
}

/* -------------------------------------------------------------------------------------------
 * stating */

act_candidate act_candidate_new(const act_relating *g,
                                uint32_t subject,
                                uint32_t relation,
                                uint32_t object)
{
  act_candidate c = { .subject = subject,
                      .object = object,
                      .relation = relation,
                      .sentence = g->sentence_index,
                      .subject_token = ACT_NO_TOKEN,
                      .trigger = ACT_NO_TOKEN,
                      .object_token = ACT_NO_TOKEN,
                      .status = ACTANT_ACTUAL,
                      .place = ACT_NO_ENTITY,
                      .attributed_to = ACT_NO_ENTITY,
                      .confidence = 900,
                      .rule = "" };
  return c;
}

void act_keep(act_relating *g, act_candidate c)
{
  const act_relation_row *relation = act_row(g, c.relation);
  const act_entity *entities = g->resolution->entities.data;
  if (c.subject == c.object || c.confidence < LEAST_CONFIDENCE || entities[c.subject].author ||
      entities[c.object].author)
    return;
  if (!(relation->subjects >> entities[c.subject].type & 1) ||
      !(relation->objects >> entities[c.object].type & 1))
    return;
  if (c.place == c.subject || c.place == c.object)
    c.place = ACT_NO_ENTITY;
  if (c.attributed_to == ACT_NO_ENTITY || !entities[c.attributed_to].named)
    c.attributed_to = ACT_NO_ENTITY;
  if (!act_array_push(&g->found, c))
    g->memory = true;
}

typedef struct stating {
  const act_rule *rule;
  const act_frame *frame;
  act_candidate common; /* what all pairs of the frame share */
} stating;

/* "joined Xville University": an employee, where the body's name says so. */
static bool is_employed(const act_relating *g, const stating *s, const act_candidate *c)
{
  const act_entity *entities = g->resolution->entities.data;
  uint32_t mention = g->resolution->mention_of[c->object_token];
  if (strcmp(s->rule->name, "member_of/join") != 0 || mention == ACT_NO_MENTION ||
      entities[c->subject].type != ACTANT_PERSON || entities[c->object].type != ACTANT_ORGANISATION)
    return false;
  const act_mention *m = &g->resolution->mentions.data[mention];
  for (uint32_t t = m->first; t < m->end; t++)
    if (act_word_in(g->vocabulary, act_form_word(g, t), ACT_SET_EMPLOYER_NOUN))
      return true;
  return false;
}

static void state_pair(act_relating *g, const stating *s, const act_filler *x, const act_filler *y)
{
  act_candidate c = s->common;
  if (s->rule->swap) {
    const act_filler *other = x;
    x = y;
    y = other;
  }
  c.subject = x->entity;
  c.object = y->entity;
  c.subject_token = x->token;
  c.object_token = y->token;
  c.confidence = (uint16_t)((uint64_t)s->common.confidence * x->quality * y->quality / 1000000u);
  if (is_employed(g, s, &c)) {
    uint32_t works = act_relation_find(g->vocabulary, "works_for", strlen("works_for"));
    c.relation = works != UINT32_MAX ? works : c.relation;
  }
  act_keep(g, c);
}

static actant_modality turn(actant_modality status)
{
  return status == ACTANT_NEGATED ? ACTANT_ACTUAL : ACTANT_NEGATED;
}

/* "left Y in 2008": what a state is dated by is its end. */
static bool is_leaving(const act_relating *g, uint32_t verb)
{
  static const char *const verbs[] = { "leave", "quit", "resign",  "retire", "depart",
                                       "exit",  "step", "divorce", NULL };
  for (size_t i = 0; verbs[i]; i++)
    if (act_lemma_is(g, verb, verbs[i]))
      return true;
  return false;
}

static void end_at(act_candidate *c)
{
  if (!c->date.year || c->date_end.year)
    return;
  c->date_end = c->date;
  c->date = (act_date){ 0, 0, 0 };
}

static void prepare(const act_relating *g, stating *s)
{
  act_reading reading = act_read_frame(g, s->frame);
  act_candidate *c = &s->common;
  *c = act_candidate_new(g, 0, s->rule->relation, 0);
  c->status = s->rule->status >= 0 && reading.status == ACTANT_ACTUAL
                ? (actant_modality)s->rule->status
                : reading.status;
  if (s->rule->negate)
    c->status = turn(c->status);
  if (reading.hearsay && c->status == ACTANT_ACTUAL &&
      strcmp(g->vocabulary->relations.data[s->rule->relation].info.family, "conflict") == 0)
    c->status = ACTANT_POSSIBLE;
  c->past = reading.past;
  c->attributed_to = reading.speaker;
  c->trigger = s->frame->token;
  c->rule = s->rule->name;
  c->confidence = (uint16_t)((unsigned)s->rule->confidence * reading.quality / 1000u);
  const act_relation_row *relation = &g->vocabulary->relations.data[s->rule->relation];
  act_date_frame(g, s->frame, c);
  if (!relation->event && is_leaving(g, s->frame->token))
    end_at(c);
  if (relation->event && strcmp(relation->info.family, "people") != 0)
    act_place_frame(g, s->frame, c);
}

static void state_pairs(act_relating *g,
                        const act_rule *rule,
                        const act_frame *frame,
                        const act_fillers slots[2])
{
  stating s = { .rule = rule, .frame = frame };
  prepare(g, &s);
  for (size_t i = 0; i < slots[0].count; i++)
    for (size_t k = 0; k < slots[1].count; k++)
      if (slots[0].items[i].token != slots[1].items[k].token)
        state_pair(g, &s, &slots[0].items[i], &slots[1].items[k]);
}

/* "between X and officials of Y and Z": pairs across what is coordinated, not within; within when
 * all is one. */
static void state_both(act_relating *g,
                       const act_rule *rule,
                       const act_frame *frame,
                       const act_fillers *both)
{
  stating s = { .rule = rule, .frame = frame };
  bool groups = false;
  prepare(g, &s);
  for (size_t i = 1; i < both->count; i++)
    groups |= both->items[i].group != both->items[0].group;
  for (size_t i = 0; i < both->count; i++)
    for (size_t k = i + 1; k < both->count; k++)
      if (!groups || both->items[i].group != both->items[k].group)
        state_pair(g, &s, &both->items[i], &both->items[k]);
}

/* -------------------------------------------------------------------------------------------
 * matching */

static bool has_particle(const act_frame *frame, uint32_t particle)
{
  for (size_t i = 0; i < frame->particle_count; i++)
    if (frame->particles[i] == particle)
      return true;
  return false;
}

static bool has_argument(const act_relating *g, const act_rule_part *part, const act_frame *frame)
{
  for (size_t i = 0; i < frame->argument_count; i++)
    if (has_role(g, part, frame->arguments[i].role))
      return true;
  return false;
}

static bool fits(const act_relating *g, const act_rule *rule, act_frame *frame)
{
  if ((rule->particle && !has_particle(frame, rule->particle)) ||
      (rule->alone && frame->has_object) || (rule->infinitive && !frame->has_infinitive) ||
      (rule->obligation && !frame->has_obligation))
    return false;
  const act_rule_part *parts = g->vocabulary->parts.data + rule->parts;
  for (uint32_t i = 0; i < rule->part_count; i++)
    if ((parts[i].fill == ACT_FILL_WORDS && !take_words(g, &parts[i], frame)) ||
        (parts[i].fill == ACT_FILL_ANYTHING && !has_argument(g, &parts[i], frame)))
      return false;
  return true;
}

static void match_rule(act_relating *g, const act_rule *rule, act_frame *frame)
{
  size_t arguments = frame->argument_count;
  const act_rule_part *parts = g->vocabulary->parts.data + rule->parts;
  act_fillers slots[2] = { { .count = 0 }, { .count = 0 } }, both = { .count = 0 };
  bool filled = fits(g, rule, frame);
  for (uint32_t i = 0; i < rule->part_count && filled; i++) {
    if (parts[i].fill == ACT_FILL_BOTH)
      filled = take_slot(g, rule, &parts[i], frame, &both) && both.count > 1;
    else if (parts[i].fill <= ACT_FILL_Y && !slots[parts[i].fill].count)
      filled = take_slot(g, rule, &parts[i], frame, &slots[parts[i].fill]);
  }
  if (filled && both.count)
    state_both(g, rule, frame, &both);
  else if (filled)
    state_pairs(g, rule, frame, slots);
  frame->argument_count = arguments;
}

static void match_word(act_relating *g, uint32_t token, uint32_t word, act_rule_kind kind)
{
  const act_vocabulary *v = g->vocabulary;
  if (word == ACT_NO_STRING)
    return;
  uint64_t key = act_trigger_key(word, kind);
  uint32_t first = act_map_get(&v->first_trigger, key);
  act_frame frame;
  if (first == ACT_NO_VALUE || !act_frame_build(g, token, kind, &frame) || !frame.argument_count)
    return;
  for (uint32_t i = first; i < v->triggers.count && v->triggers.data[i].key == key; i++)
    match_rule(g, &v->rules.data[v->triggers.data[i].rule], &frame);
}

/* "X is in Y": the preposition is the predicate. */
static void match_preposition(act_relating *g, uint32_t token)
{
  if (act_child(g, token, ACT_DEP_COP) == ACT_NO_TOKEN)
    return;
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE)
      match_word(g, token, act_form_word(g, c), ACT_RULE_BE);
}

/* "Fighting broke out between X and Y": a noun that was tagged as its verb. */
static bool is_gerund(const act_relating *g, uint32_t token)
{
  uint8_t dep = act_deprel_plain(act_dep(g, token));
  return act_tok(g, token)->xpos == ACT_XPOS_VBG &&
         (dep == ACT_DEP_NSUBJ || dep == ACT_DEP_OBJ || dep == ACT_DEP_OBL ||
          dep == ACT_DEP_NMOD) &&
         act_child(g, token, ACT_DEP_OBJ) == ACT_NO_TOKEN;
}

/* "the parent company of Y", "a subsidiary company of Y": the noun in front says what it is. */
static void match_compound(act_relating *g, uint32_t token)
{
  if (!act_in(g, token, ACT_SET_COMPANY_NOUN))
    return;
  ACT_EACH_CHILD (g, token, c) {
    bool before = c < token && (act_dep(g, c) == ACT_DEP_COMPOUND || act_dep(g, c) == ACT_DEP_AMOD);
    if (before && g->resolution->mention_of[c] == ACT_NO_MENTION)
      match_word(g, token, act_word(g, c), ACT_RULE_BE);
  }
}

void act_match_token(act_relating *g, uint32_t token)
{
  uint32_t lemma = act_word(g, token), form = act_form_word(g, token);
  switch (act_tok(g, token)->upos) {
    case ACT_UPOS_VERB:
      match_word(g, token, lemma, ACT_RULE_VERB);
      match_word(g, token, form, ACT_RULE_BE);
      if (is_gerund(g, token))
        match_word(g, token, form, ACT_RULE_NOUN);
      break;
    case ACT_UPOS_NOUN:
    case ACT_UPOS_PROPN:
      match_word(g, token, lemma, ACT_RULE_NOUN);
      match_word(g, token, lemma, ACT_RULE_BE);
      match_preposition(g, token);
      match_compound(g, token);
      break;
    case ACT_UPOS_ADJ:
      match_word(g, token, form, ACT_RULE_BE);
      break;
    default:
      break;
  }
}
