/* SPDX-License-Identifier: MIT */
/* What is stated without a clause: offices that resolving found, places within places, bodies and
   where they sit.

   "Yville, Xland" and "Yville in Xland" lie in; "Xland's Vikcorp", "the Xish maker Vikcorp" sit in;
   "the Xish army" is part of; an organ that a source knows is part of its body when the text names
   both.  An office becomes a relation by its class and the type of what it is of.
*/
#include "relate/relating.h"

#include <string.h>

typedef struct office {
  act_role_class role;
  actant_entity_type of;
  const char *relation;
  bool swap; /* the holder is the object */
} office;

static const office offices[] = {
  { ACT_ROLE_HEAD_OF_STATE, ACTANT_PLACE, "head_of_state_of", false },
  { ACT_ROLE_HEAD_OF_STATE, ACTANT_ORGANISATION, "leads", false },
  { ACT_ROLE_HEAD_OF_GOVERNMENT, ACTANT_PLACE, "head_of_government_of", false },
  { ACT_ROLE_HEAD_OF_GOVERNMENT, ACTANT_ORGANISATION, "leads", false },
  { ACT_ROLE_LEADER, ACTANT_ORGANISATION, "leads", false },
  { ACT_ROLE_LEADER, ACTANT_PLACE, "official_of", false },
  { ACT_ROLE_OFFICIAL, ACTANT_PLACE, "official_of", false },
  { ACT_ROLE_OFFICIAL, ACTANT_ORGANISATION, "official_of", false },
  { ACT_ROLE_MEMBER, ACTANT_ORGANISATION, "member_of", false },
  { ACT_ROLE_WORKER, ACTANT_ORGANISATION, "works_for", false },
  { ACT_ROLE_FOUNDER, ACTANT_ORGANISATION, "founded", false },
  { ACT_ROLE_OWNER, ACTANT_ORGANISATION, "owns", false },
  { ACT_ROLE_OWNER, ACTANT_PLACE, "owns", false },
  { ACT_ROLE_NATIONAL, ACTANT_PLACE, "citizen_of", false },
  { ACT_ROLE_KIN_SPOUSE, ACTANT_PERSON, "spouse_of", false },
  { ACT_ROLE_KIN_PARENT, ACTANT_PERSON, "parent_of", false },
  { ACT_ROLE_KIN_CHILD, ACTANT_PERSON, "parent_of", true },
  { ACT_ROLE_KIN_SIBLING, ACTANT_PERSON, "sibling_of", false },
};

static const office *find_office(const act_relating *g, const act_role *role)
{
  for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
    if (offices[i].role == role->role &&
        offices[i].of == g->resolution->entities.data[role->of].type)
      return &offices[i];
  return NULL;
}

static unsigned mention_quality(const act_relating *g, uint32_t token)
{
  uint32_t mention = token == ACT_NO_TOKEN ? ACT_NO_MENTION : g->resolution->mention_of[token];
  if (mention == ACT_NO_MENTION)
    return 950;
  return g->resolution->mentions.data[mention].form == ACTANT_PRONOUN ? 900 : 1000;
}

/* "Joe Ham of the Xish Survey" works there; "Joe Ham of the Xish Party" is a member: the body's
 * name tells. */
static bool is_employer(const act_relating *g, const act_role *role)
{
  uint32_t mention =
    role->of_token == ACT_NO_TOKEN ? ACT_NO_MENTION : g->resolution->mention_of[role->of_token];
  if (role->role != ACT_ROLE_MEMBER || role->trigger != role->holder_token ||
      mention == ACT_NO_MENTION)
    return false;
  const act_mention *m = &g->resolution->mentions.data[mention];
  for (uint32_t t = m->first; t < m->end; t++)
    if (act_word_in(g->vocabulary, act_form_word(g, t), ACT_SET_EMPLOYER_NOUN))
      return true;
  return false;
}

/* The verb of "became chair of Y", whose time is when the office began; ACT_NO_TOKEN for others. */
static uint32_t verb_of_office(const act_relating *g, uint32_t trigger)
{
  uint32_t at = trigger;
  for (int step = 0; step < 3 && at != ACT_ROOT && act_tok(g, at)->upos != ACT_UPOS_VERB; step++)
    at = act_tok(g, at)->head;
  return at != ACT_ROOT && act_lemma_is(g, at, "become") ? at : ACT_NO_TOKEN;
}

/* Whether a token hangs from a verb, by nouns alone. */
static bool hangs_from(const act_relating *g, uint32_t token, uint32_t verb)
{
  for (int step = 0; step < ACT_CLIMB && token != ACT_ROOT; step++) {
    if (token == verb)
      return true;
    if (step && act_tok(g, token)->upos == ACT_UPOS_VERB)
      return false;
    token = act_tok(g, token)->head;
  }
  return false;
}

static void date_role(const act_relating *g, const act_role *role, act_candidate *c)
{
  uint32_t verb = role->trigger == ACT_NO_TOKEN ? ACT_NO_TOKEN : verb_of_office(g, role->trigger);
  if (verb == ACT_NO_TOKEN || verb > role->trigger || role->role >= ACT_ROLE_NATIONAL ||
      !g->annotation->sentences.data[role->sentence].parsed)
    return;
  for (size_t i = act_times_first(&g->times, role->sentence);
       i < g->times.items.count && g->times.items.data[i].sentence == role->sentence;
       i++) {
    const act_time *t = &g->times.items.data[i];
    if (t->kind == ACT_TIME_DURATION || !t->date.year || !hangs_from(g, t->head, verb))
      continue;
    c->date = t->date;
    c->date_end = t->date_end;
    return;
  }
}

static void state_role(act_relating *g, const act_role *role)
{
  const office *o = find_office(g, role);
  const char *id = o ? is_employer(g, role) ? "works_for" : o->relation : "";
  uint32_t relation = o ? act_relation_find(g->vocabulary, id, strlen(id)) : UINT32_MAX;
  if (relation == UINT32_MAX)
    return;
  g->sentence_index = role->sentence;
  act_candidate c = act_candidate_new(
    g, o->swap ? role->of : role->holder, relation, o->swap ? role->holder : role->of);
  c.subject_token = o->swap ? role->of_token : role->holder_token;
  c.object_token = o->swap ? role->holder_token : role->of_token;
  c.trigger = role->trigger;
  c.status = role->negated ? ACTANT_NEGATED : role->future ? ACTANT_PLANNED : ACTANT_ACTUAL;
  c.past = role->former;
  c.rule = "title";
  date_role(g, role, &c);
  c.confidence = (uint16_t)(950u * mention_quality(g, role->holder_token) / 1000 *
                            mention_quality(g, role->of_token) / 1000);
  act_keep(g, c);
}

void act_structure_roles(act_relating *g)
{
  for (size_t i = 0; i < g->resolution->roles.count; i++)
    state_role(g, &g->resolution->roles.data[i]);
}

/* ---------------------------------------------------------------------------------------------
 * places */

static const act_entity *entity_of(const act_relating *g,
                                   uint32_t token,
                                   actant_entity_type type,
                                   uint32_t *entity)
{
  uint32_t mention = g->resolution->mention_of[token];
  if (mention == ACT_NO_MENTION)
    return NULL;
  const act_mention *m = &g->resolution->mentions.data[mention];
  *entity = g->resolution->referents.data[m->referents];
  const act_entity *e = &g->resolution->entities.data[*entity];
  return m->referent_count == 1 && e->type == type ? e : NULL;
}

static const act_record *record_of(const act_relating *g, const act_entity *entity)
{
  return entity->record == ACT_NO_RECORD || !g->resolution->gazetteer
           ? NULL
           : act_gazetteer_record(g->resolution->gazetteer, entity->record);
}

static bool is_land(const act_relating *g, const act_entity *entity)
{
  const act_record *record = record_of(g, entity);
  return record && (record->kind == ACT_RECORD_COUNTRY || record->kind == ACT_RECORD_REGION);
}

static bool is_country(const act_relating *g, const act_entity *entity)
{
  const act_record *record = record_of(g, entity);
  return record && record->kind == ACT_RECORD_COUNTRY;
}

typedef struct pair {
  uint32_t subject_token, object_token, trigger;
  uint32_t subject, object;
} pair;

static void state(act_relating *g,
                  const pair *p,
                  const char *relation,
                  const char *rule,
                  unsigned confidence)
{
  uint32_t id = act_relation_find(g->vocabulary, relation, strlen(relation));
  if (id == UINT32_MAX)
    return;
  act_candidate c = act_candidate_new(g, p->subject, id, p->object);
  c.subject_token = p->subject_token;
  c.object_token = p->object_token;
  c.trigger = p->trigger;
  c.rule = rule;
  c.confidence = (uint16_t)confidence;
  act_keep(g, c);
}

static bool has_case_in(const act_relating *g, uint32_t token, uint32_t *found)
{
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE &&
        (act_lower_is(g, c, "in") || act_lower_is(g, c, "of") || act_lower_is(g, c, "near"))) {
      *found = c;
      return act_lower_is(g, c, "in");
    }
  return false;
}

static bool is_from(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE && act_lower_is(g, c, "from"))
      return true;
  return false;
}

/* Whether any word of a name says that it is an organ of a state: "army", "ministry". */
static bool is_organ(const act_relating *g, uint32_t token)
{
  const act_mention *m = &g->resolution->mentions.data[g->resolution->mention_of[token]];
  for (uint32_t t = m->first; t < m->end; t++)
    if (act_in(g, t, ACT_SET_ORGAN_NOUN) ||
        act_word_in(g->vocabulary, act_form_word(g, t), ACT_SET_ORGAN_NOUN))
      return true;
  return false;
}

/* "worked for Vikcorp in Yville": where he worked. */
static bool is_worked_for(const act_relating *g, uint32_t token)
{
  uint32_t verb = act_head(g, token);
  if (act_dep(g, token) != ACT_DEP_OBL || verb == ACT_ROOT)
    return false;
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE && act_lower_is(g, c, "for"))
      return true;
  return false;
}

/* A place or body with the place that it is said to be of or in. */
static void relate_modifier(act_relating *g, uint32_t token, uint32_t child, bool owner)
{
  pair p = { token, child, child, 0, 0 };
  const act_entity *place, *inner;
  if (!(place = entity_of(g, child, ACTANT_PLACE, &p.object)))
    return;
  if (!owner && !has_case_in(g, child, &p.trigger))
    return;
  if ((inner = entity_of(g, token, ACTANT_PLACE, &p.subject))) {
    bool named = g->resolution->mentions.data[g->resolution->mention_of[token]].form == ACTANT_NAME;
    if (!is_country(g, inner) && named && (!owner || (is_land(g, place) && record_of(g, inner))))
      state(
        g, &p, "located_in", owner ? "located_in/possessor" : "located_in/in", owner ? 780 : 850);
  } else if ((inner = entity_of(g, token, ACTANT_ORGANISATION, &p.subject))) {
    bool organ = is_organ(g, token);
    if (organ && owner)
      state(g, &p, "part_of", "part_of/possessor", 800);
    else if (!organ && (owner || !is_worked_for(g, token)))
      state(g, &p, "based_in", owner ? "based_in/possessor" : "based_in/in", owner ? 780 : 760);
  }
}

/* "the Xish city of Yville", "Xish maker Vikcorp": the demonym hangs from the noun that the name
 * explains. */
static void relate_through_noun(act_relating *g, uint32_t name, uint32_t noun, bool apposed)
{
  pair p = { name, ACT_NO_TOKEN, noun, 0, 0 };
  bool place = act_in(g, noun, ACT_SET_PLACE_NOUN), company = act_in(g, noun, ACT_SET_COMPANY_NOUN);
  place = place && entity_of(g, name, ACTANT_PLACE, &p.subject);
  if (!place && !((company || apposed) && !act_in(g, noun, ACT_SET_ORGAN_NOUN) &&
                  entity_of(g, name, ACTANT_ORGANISATION, &p.subject)))
    return;
  ACT_EACH_CHILD (g, noun, c) {
    uint8_t dep = act_dep(g, c);
    uint32_t trigger;
    const act_entity *land = c == name ? NULL : entity_of(g, c, ACTANT_PLACE, &p.object);
    bool before = dep == ACT_DEP_AMOD || dep == ACT_DEP_COMPOUND || dep == ACT_DEP_NMOD_POSS;
    if (!land ||
        !(before || (dep == ACT_DEP_NMOD && (has_case_in(g, c, &trigger) || is_from(g, c)))))
      continue;
    p.object_token = c;
    state(
      g, &p, place ? "located_in" : "based_in", place ? "located_in/noun" : "based_in/noun", 830);
  }
}

/* The form that a whole name is. */
static bool find_form(const act_relating *g, uint32_t first, uint32_t end, act_gazetteer_hit *hit)
{
  enum { FORMS = 6 };
  uint64_t hashes[FORMS];
  size_t count = 0;
  for (uint32_t t = first; t < end && count < FORMS; t++) {
    act_text lower = act_strings_text(&g->annotation->strings, act_tok(g, t)->lower);
    hashes[count++] = act_hash_bytes(lower.bytes, lower.size);
  }
  return count && g->resolution->gazetteer &&
         act_gazetteer_match(g->resolution->gazetteer, hashes, count, hit) && hit->tokens == count;
}

/* Whether a name can be that of a country or region, as "New York" can. */
static bool can_be_land(const act_relating *g, const act_mention *m)
{
  act_gazetteer_hit hit;
  return find_form(g, m->first, m->end, &hit) && (hit.lists & (ACT_LIST_COUNTRY | ACT_LIST_REGION));
}

/* "CT", "Mass.": how the post and the press shorten a state behind a town. */
static bool is_abbreviation(const act_relating *g, const act_mention *m)
{
  enum { LONGEST = 5 };
  act_text form = act_token_form(g->annotation, m->first);
  if (m->end != m->first + 1 || form.size < 2 || form.size > LONGEST)
    return false;
  bool capitals = true;
  for (size_t i = 0; i < form.size; i++)
    capitals &= form.bytes[i] >= 'A' && form.bytes[i] <= 'Z';
  return (capitals && form.size <= 3) || form.bytes[form.size - 1] == '.';
}

/* Whether some bearer of the name lies in a country: "Georgetown", for whichever. */
static bool may_lie_in(const act_relating *g, const act_mention *m, const char *iso)
{
  act_gazetteer_hit hit;
  if (!find_form(g, m->first, m->end, &hit))
    return false;
  for (uint32_t i = 0; i < hit.count; i++) {
    act_sense sense = act_gazetteer_sense(g->resolution->gazetteer, hit.first + i);
    const act_record *r = sense.record == ACT_NO_RECORD
                            ? NULL
                            : act_gazetteer_record(g->resolution->gazetteer, sense.record);
    if (r && r->iso && strcmp(r->iso, iso) == 0)
      return true;
  }
  return false;
}

/* A country, province or state, or what can be no other. */
static bool is_outer_land(const act_relating *g, const act_mention *m, const act_entity *land)
{
  return m->form == ACTANT_NAME && m->kind != ACT_MENTION_DEMONYM &&
         (is_land(g, land) || can_be_land(g, m) || is_abbreviation(g, m));
}

static const act_mention *place_behind_comma(const act_relating *g,
                                             uint32_t comma,
                                             const act_entity **place,
                                             uint32_t *entity)
{
  if (comma + 1 >= g->sentence->end || !act_lower_is(g, comma, ","))
    return NULL;
  for (uint32_t t = comma + 1; t < g->sentence->end && t < comma + 5; t++) {
    if (!(*place = entity_of(g, t, ACTANT_PLACE, entity)))
      continue;
    const act_mention *m = &g->resolution->mentions.data[g->resolution->mention_of[t]];
    return m->first == comma + 1 && m->end <= g->sentence->end ? m : NULL;
  }
  return NULL;
}

/* "Yville, Xshire, Xland": a part that no list knows is told by the land behind it. */
static bool leads_to_land(const act_relating *g, const act_mention *m)
{
  const act_entity *land;
  uint32_t entity;
  const act_mention *outer =
    m->form == ACTANT_NAME ? place_behind_comma(g, m->end, &land, &entity) : NULL;
  return outer && is_outer_land(g, outer, land);
}

/* Provinces side by side are a list, but "Xshire, England" is none. */
static bool are_equals(const act_record *a, const act_record *b)
{
  return a && b && a->kind == ACT_RECORD_REGION && b->kind == ACT_RECORD_REGION &&
         strncmp(b->id, "region:GB.", strlen("region:GB.")) != 0;
}

static bool are_apart(const act_relating *g,
                      const act_mention *m,
                      const act_record *a,
                      const act_record *b)
{
  return a && b && a->iso && b->iso && strcmp(a->iso, b->iso) != 0 &&
         (b->kind == ACT_RECORD_COUNTRY ? !may_lie_in(g, m, b->iso) : a->kind != ACT_RECORD_CITY);
}

/* Behind a name: the comma, brackets between aside ("Yville (now Zville), Xland"). */
static uint32_t comma_behind(const act_relating *g, uint32_t token)
{
  enum { BRACKET = 10 };
  if (token >= g->sentence->end || !act_lower_is(g, token, "("))
    return token;
  for (uint32_t t = token; t < g->sentence->end && t < token + BRACKET; t++)
    if (act_lower_is(g, t, ")"))
      return t + 1;
  return token;
}

/* "Yville, Xland": a name, a comma, the name of a country or region that it may lie in, and no list
 * going on. */
static void relate_comma(act_relating *g, uint32_t token)
{
  pair p = { token, 0, token, 0, 0 };
  const act_entity *inner = entity_of(g, token, ACTANT_PLACE, &p.subject), *land;
  const act_mention *m =
    inner ? &g->resolution->mentions.data[g->resolution->mention_of[token]] : NULL;
  if (!inner || m->form != ACTANT_NAME || m->kind == ACT_MENTION_DEMONYM || is_country(g, inner))
    return;
  const act_mention *outer = place_behind_comma(
    g, comma_behind(g, token + 1 > m->end ? token + 1 : m->end), &land, &p.object);
  if (!outer || outer->form != ACTANT_NAME ||
      !(is_outer_land(g, outer, land) || leads_to_land(g, outer)))
    return;
  const act_record *a = record_of(g, inner), *b = record_of(g, land);
  bool list = outer->end + 1 < g->sentence->end &&
              (act_lower_is(g, outer->end, "and") || act_lower_is(g, outer->end, "or")) &&
              g->resolution->mention_of[outer->end + 1] != ACT_NO_MENTION;
  p.object_token = outer->head;
  if (!list && !are_equals(a, b) && !are_apart(g, m, a, b))
    state(g, &p, "located_in", "located_in/comma", 900);
}

static uint32_t entity_with_record(const act_relating *g, uint32_t record)
{
  uint32_t entity = act_map_get(&g->entity_of_record, record);
  return entity == ACT_NO_VALUE ? ACT_NO_ENTITY : entity;
}

/* "the Xish Supreme Court", "US State Department": the name begins with the country, and an organ
 * follows. */
static void relate_prefix(act_relating *g, uint32_t token)
{
  enum { FORMS = 4 };
  pair p = { token, token, token, 0, 0 };
  const act_mention *m = &g->resolution->mentions.data[g->resolution->mention_of[token]];
  uint64_t hashes[FORMS];
  size_t count = 0;
  act_gazetteer_hit hit;
  if (!g->resolution->gazetteer || m->form != ACTANT_NAME ||
      !entity_of(g, token, ACTANT_ORGANISATION, &p.subject) || !is_organ(g, token))
    return;
  for (uint32_t t = m->first; t + 1 < m->end && count < FORMS; t++) {
    act_text lower = act_strings_text(&g->annotation->strings, act_tok(g, t)->lower);
    hashes[count++] = act_hash_bytes(lower.bytes, lower.size);
  }
  if (!count || !act_gazetteer_match(g->resolution->gazetteer, hashes, count, &hit))
    return;
  act_sense sense = act_gazetteer_sense(g->resolution->gazetteer, hit.first);
  if (sense.record == ACT_NO_RECORD ||
      act_gazetteer_record(g->resolution->gazetteer, sense.record)->kind != ACT_RECORD_COUNTRY)
    return;
  p.object = entity_with_record(g, sense.record);
  if (p.object != ACT_NO_ENTITY)
    state(g, &p, "part_of", "part_of/name", 850);
}

/* "the UN Security Council" where the text names the United Nations too: the source knows whose
 * organ it is. */
static void relate_parent(act_relating *g, uint32_t token)
{
  pair p = { token, token, token, 0, 0 };
  const act_entity *organ = entity_of(g, token, ACTANT_ORGANISATION, &p.subject);
  const act_record *record = organ ? record_of(g, organ) : NULL;
  if (!record || record->parent == ACT_NO_RECORD ||
      act_gazetteer_record(g->resolution->gazetteer, record->parent)->kind !=
        ACT_RECORD_ORGANISATION)
    return;
  p.object = entity_with_record(g, record->parent);
  if (p.object != ACT_NO_ENTITY)
    state(g, &p, "part_of", "part_of/known", 800);
}

static void relate_token(act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c) {
    uint8_t dep = act_dep(g, c);
    bool owner = dep == ACT_DEP_NMOD_POSS || dep == ACT_DEP_AMOD || dep == ACT_DEP_COMPOUND ||
                 dep == ACT_DEP_NMOD_DESC;
    if (owner && c < token)
      relate_modifier(g, token, c, true);
    else if (dep == ACT_DEP_NMOD)
      relate_modifier(g, token, c, false);
    if ((dep == ACT_DEP_COMPOUND || dep == ACT_DEP_NMOD_DESC) && c < token)
      relate_through_noun(g, token, c, false);
    if (dep == ACT_DEP_APPOS)
      relate_through_noun(g, token, c, true);
  }
  uint8_t dep = act_dep(g, token);
  if (dep == ACT_DEP_APPOS || dep == ACT_DEP_FLAT || dep == ACT_DEP_NMOD)
    relate_through_noun(g, token, act_head(g, token), dep == ACT_DEP_APPOS && !is_organ(g, token));
  relate_comma(g, token);
}

void act_structure_sentence(act_relating *g, bool with_tree)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    uint32_t mention = g->resolution->mention_of[t];
    if (mention == ACT_NO_MENTION || g->resolution->mentions.data[mention].form == ACTANT_PRONOUN)
      continue;
    if (with_tree)
      relate_token(g, t);
    relate_parent(g, t);
    relate_prefix(g, t);
  }
}
