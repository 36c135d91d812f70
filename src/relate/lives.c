/* SPDX-License-Identifier: MIT */
/* Lives in brackets, and places that lie in places.

   Reference works put a life in brackets behind the name: "Joe Ham (born 4 May 1931 in Yville; died
   2004)", "Joe Ham (4 May 1931, Yville – 2004)"; what follows tells the nation: "(…) was a former
   Xish chess player".  Brackets break trees; here no tree is asked. "Originally from Yville, Joe
   Ham", "his native Yville", "Yville native Joe Ham" tell where someone was born. Who was born in,
   lives in or sits in "Yville, Xland" does so in Xland as well.
*/
#include "relate/relating.h"

#include <string.h>

enum {
  BRACKET = 64,   /* tokens: longer brackets tell more than a life */
  INSERTION = 16, /* tokens between commas: ", better known as Jo Ham," */
  ADJECTIVES = 4, /* "a highly respected former Xish" */
  TITLES = 2,
};

typedef struct life {
  const act_mention *person;
  uint32_t entity, cue; /* the token that says which event */
  const char *relation; /* NULL while nothing says what a place would be of */
  bool range;           /* a dash stands between two dates */
  uint32_t after_place; /* the token behind the last place stated */
} life;

/* What begins at a token; the title in front may stand for it. */
static const act_mention *mention_from(const act_relating *g, uint32_t first, uint32_t *entity)
{
  uint32_t title = first > g->sentence->first + TITLES ? first - TITLES : g->sentence->first;
  for (uint32_t t = title; t < g->sentence->end && t < first + ACT_CLIMB; t++) {
    uint32_t index = g->resolution->mention_of[t];
    const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
    if (m && m->first == first && m->referent_count == 1 && m->end <= g->sentence->end) {
      *entity = g->resolution->referents.data[m->referents];
      return m;
    }
  }
  return NULL;
}

static bool has_type(const act_relating *g, uint32_t entity, actant_entity_type type)
{
  return g->resolution->entities.data[entity].type == type;
}

static bool is_dash(const act_relating *g, uint32_t token)
{
  static const char *const dashes[] = { "-", "–", "—", "--", "†", NULL };
  return act_lower_is_any(g, token, dashes);
}

static bool is_year(const act_relating *g, uint32_t token)
{
  act_text form = act_token_form(g->annotation, token);
  if (form.size != 4)
    return false;
  for (size_t i = 0; i < form.size; i++)
    if (form.bytes[i] < '0' || form.bytes[i] > '9')
      return false;
  return true;
}

static void state(act_relating *g,
                  const life *l,
                  const char *relation,
                  const act_mention *place,
                  unsigned confidence)
{
  uint32_t id = act_relation_find(g->vocabulary, relation, strlen(relation));
  if (id == UINT32_MAX)
    return;
  act_candidate c =
    act_candidate_new(g, l->entity, id, g->resolution->referents.data[place->referents]);
  c.subject_token = l->person->head;
  c.object_token = place->head;
  c.trigger = l->cue;
  c.past = true;
  c.rule = "lives";
  c.confidence = (uint16_t)confidence;
  act_keep(g, c);
}

/* ------------------------------------------------------------------------------------------
 * brackets */

static uint32_t bracket_end(const act_relating *g, uint32_t open)
{
  uint32_t depth = 0;
  for (uint32_t t = open; t < g->sentence->end && t < open + BRACKET; t++) {
    depth += act_lower_is(g, t, "(");
    if (act_lower_is(g, t, ")") && --depth == 0)
      return t;
  }
  return ACT_NO_TOKEN;
}

/* "(1931 – 2004)": what stands in front of the dash is of the birth, what follows of the death. */
static bool is_range(const act_relating *g, uint32_t first, uint32_t end)
{
  bool dash = false, before = false;
  for (uint32_t t = first; t < end; t++) {
    if (is_year(g, t) && dash && before)
      return true;
    before |= !dash && is_year(g, t);
    dash |= before && is_dash(g, t);
  }
  return false;
}

static void read_cue(const act_relating *g, life *l, uint32_t token, uint32_t first)
{
  static const char *const birth[] = { "born", "b", "b.", "birth", "born:", NULL };
  static const char *const death[] = { "died", "d", "d.", "death", "deceased", NULL };
  const char *relation = l->relation;
  if (act_lower_is_any(g, token, birth) && (token == first || !is_dash(g, token - 1)))
    relation = "born_in";
  else if (act_lower_is_any(g, token, death) || (is_dash(g, token) && relation && l->range))
    relation = "died_in";
  else if (!relation && l->range && is_year(g, token))
    relation = "born_in";
  else
    return;
  l->relation = relation;
  l->cue = token;
}

/* A place stands behind "in", behind a date, or behind a place that lies in it. */
static bool introduces_place(const act_relating *g, const life *l, uint32_t before)
{
  static const char *const words[] = { "in", "at", "near", NULL };
  if (act_lower_is_any(g, before, words) || is_year(g, before))
    return true;
  return act_lower_is(g, before, ",") && (before == l->after_place || is_year(g, before - 1));
}

static void read_bracket(act_relating *g, life *l, uint32_t open, uint32_t close)
{
  l->range = is_range(g, open + 1, close);
  for (uint32_t t = open + 1; t < close;) {
    uint32_t entity;
    const act_mention *m = mention_from(g, t, &entity);
    if (!m || m->form != ACTANT_NAME || m->end > close) {
      read_cue(g, l, t, open + 1);
      t++;
      continue;
    }
    if (l->relation && m->kind != ACT_MENTION_DEMONYM && has_type(g, entity, ACTANT_PLACE) &&
        introduces_place(g, l, t - 1)) {
      state(g, l, l->relation, m, t - 1 == l->after_place ? 800 : 880);
      l->after_place = m->end;
    }
    t = m->end;
  }
}

/* -------------------------------------------------------------------------------------------
 * nations */

static bool is_copula(const act_relating *g, uint32_t token)
{
  return act_lower_is(g, token, "is") || act_lower_is(g, token, "was");
}

/* Behind ", better known as Jo Ham,": the copula. */
static uint32_t skip_insertion(const act_relating *g, uint32_t token)
{
  if (token >= g->sentence->end || !act_lower_is(g, token, ","))
    return token;
  for (uint32_t t = token + 1; t + 1 < g->sentence->end && t < token + INSERTION; t++) {
    if (is_copula(g, t) && t == token + 1)
      return t;
    if (act_lower_is(g, t, ",") && is_copula(g, t + 1))
      return t + 1;
    if (act_tok(g, t)->xpos == ACT_XPOS_VBD || act_tok(g, t)->xpos == ACT_XPOS_VBZ)
      return token;
  }
  return token;
}

static bool is_country(const act_relating *g, uint32_t entity)
{
  uint32_t record = g->resolution->entities.data[entity].record;
  return record != ACT_NO_RECORD && g->resolution->gazetteer &&
         act_gazetteer_record(g->resolution->gazetteer, record)->kind == ACT_RECORD_COUNTRY;
}

/* "is a former Xish (and Yish) chess player" */
static void read_nation(act_relating *g, life *l, uint32_t at)
{
  static const char *const joins[] = { "and", "-", "/", "or", "born", NULL };
  uint32_t end = g->sentence->end, entity;
  if (at + 3 >= end || !is_copula(g, at) ||
      !(act_lower_is(g, at + 1, "a") || act_lower_is(g, at + 1, "an")))
    return;
  l->cue = at;
  at += 2;
  for (uint32_t skipped = 0; at < end && skipped < ADJECTIVES; skipped++, at++) {
    uint8_t upos = act_tok(g, at)->upos;
    if (mention_from(g, at, &entity) ||
        (upos != ACT_UPOS_ADJ && upos != ACT_UPOS_ADV && upos != ACT_UPOS_VERB))
      break;
  }
  for (const act_mention *m; at < end && (m = mention_from(g, at, &entity)) &&
                             m->kind == ACT_MENTION_DEMONYM && is_country(g, entity);) {
    at = m->end;
    uint32_t part =
      at + 1 < end && act_lower_is(g, at, "-") ? at + 1 : at; /* "Xish-born", "Xish born" */
    if (part < end && act_lower_is(g, part, "based"))
      return;
    state(g, l, part < end && act_lower_is(g, part, "born") ? "born_in" : "citizen_of", m, 880);
    while (at < end && act_lower_is_any(g, at, joins))
      at++;
  }
}

/* ------------------------------------------------------------------------------------------
 * origins */

/* "Originally from Yville, Joe Ham …" */
static void read_origin(act_relating *g)
{
  uint32_t t = g->sentence->first, end = g->sentence->end, entity;
  if (t + 4 >= end || !act_lower_is(g, t, "originally") || !act_lower_is(g, t + 1, "from"))
    return;
  const act_mention *place = mention_from(g, t + 2, &entity);
  if (!place || place->form != ACTANT_NAME || !has_type(g, entity, ACTANT_PLACE))
    return;
  for (uint32_t at = place->end; at + 1 < end && at < t + INSERTION; at++) {
    life l = { .cue = t };
    if (!act_lower_is(g, at, ","))
      continue;
    for (uint32_t title = at + 1; !l.person && title < end && title <= at + TITLES; title++) {
      l.person = mention_from(g, title, &l.entity); /* "Dr. Ham" */
      if (act_tok(g, title)->upos != ACT_UPOS_PROPN)
        break;
    }
    if (l.person && has_type(g, l.entity, ACTANT_PERSON)) {
      state(g, &l, "born_in", place, 750);
      return;
    }
  }
}

/* "his native Yville", "Yville native Joe Ham" */
static void read_native(act_relating *g, uint32_t native)
{
  life l = { .cue = native };
  uint32_t place_entity;
  const act_mention *left = NULL, *right = mention_from(g, native + 1, &l.entity);
  for (uint32_t t = native; t-- > g->sentence->first && t + ACT_CLIMB > native && !left;) {
    left = mention_from(g, t, &place_entity);
    left = left && left->end == native ? left : NULL;
  }
  if (!left || !right || right->form != ACTANT_NAME)
    return;
  if (has_type(g, place_entity, ACTANT_PLACE) && left->form == ACTANT_NAME &&
      has_type(g, l.entity, ACTANT_PERSON)) {
    l.person = right;
    state(g, &l, "born_in", left, 800);
  } else if (has_type(g, place_entity, ACTANT_PERSON) && has_type(g, l.entity, ACTANT_PLACE) &&
             act_tok(g, native - 1)->xpos != ACT_XPOS_PRP) {
    l.person = left;
    l.entity = place_entity;
    state(g, &l, "born_in", right, 850);
  }
}

/* ------------------------------------------------------------------------------- places within
 * places */

static bool spreads(const act_relating *g, const act_candidate *c)
{
  static const char *const relations[] = { "born_in", "died_in", "lives_in", "based_in" };
  const char *id = act_row(g, c->relation)->info.id;
  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
    if (strcmp(id, relations[i]) == 0)
      return true;
  return false;
}

/* Copies the candidate for each place that its place is said to lie in; what is added is read in
 * turn. */
static void spread_place(act_relating *g, size_t first, size_t index)
{
  for (size_t i = first; i < g->found.count; i++) {
    const act_candidate *inner = &g->found.data[i];
    if ((strcmp(inner->rule, "located_in/comma") != 0 &&
         strcmp(inner->rule, "located_in/in") != 0) ||
        inner->subject_token != g->found.data[index].object_token)
      continue;
    act_candidate c = g->found.data[index];
    c.object = inner->object;
    c.object_token = inner->object_token;
    c.confidence = (uint16_t)(c.confidence * 85u / 100);
    act_keep(g, c);
    return;
  }
}

void act_lives_sentence(act_relating *g)
{
  read_origin(g);
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    if (act_lower_is(g, t, "native") && t + 1 < g->sentence->end)
      read_native(g, t);
    life l = { .cue = t, .after_place = ACT_NO_TOKEN };
    l.person = mention_from(g, t, &l.entity);
    if (!l.person || l.person->form != ACTANT_NAME || !has_type(g, l.entity, ACTANT_PERSON))
      continue;
    uint32_t at = l.person->end;
    uint32_t close =
      at < g->sentence->end && act_lower_is(g, at, "(") ? bracket_end(g, at) : ACT_NO_TOKEN;
    if (close != ACT_NO_TOKEN) {
      read_bracket(g, &l, at, close);
      at = close + 1;
    }
    read_nation(g, &l, skip_insertion(g, at));
  }
  size_t first = g->found.count;
  while (first && g->found.data[first - 1].sentence == g->sentence_index)
    first--;
  for (size_t i = first; i < g->found.count && !g->memory; i++)
    if (spreads(g, &g->found.data[i]))
      spread_place(g, first, i);
}
