/* SPDX-License-Identifier: MIT */
/* Posts in rows: "is Vice President and Deputy Director at Vikcorp", "X, founder, CEO and chairman
   of Y", "was the President and General Manager of Y", "professor in the Department of Z at Y".

   Titles in capitals look like names, and rows of them break trees, so the words are read leftwards
   from the body: a preposition, a noun of a post, and whatever posts are joined to it.  In front of
   the row stands who holds them (", " behind a name), a copula or "as" with a verb of posts, whose
   subject holds them; or the body of the post before ("director of Y and chairman of Z"), with the
   same holder.
*/
#include "relate/relating.h"

#include "resolve/nouns.h"

#include <string.h>

enum {
  ROW = 4,     /* posts of one row */
  PHRASE = 24, /* tokens of a row */
  UNIT = 8,    /* tokens of "in the Department of Z" */
  BACK = 14,   /* tokens back to a subject */
  SURE = 830,
};

typedef struct row {
  act_noun nouns[ROW];
  uint32_t heads[ROW];
  size_t count;
  uint32_t first;       /* of the row, with what modifies the first post */
  uint32_t preposition; /* behind the last post */
  bool former, second;  /* "former"; "deputy", "assistant" */
  bool unit;            /* of a part of the body: "in the Department of Z at Y" */
} row;

typedef struct post {
  uint32_t holder, holder_token;
  uint32_t end; /* behind the body of the post before */
} post;

static const act_mention *mention_at(const act_relating *g, uint32_t token)
{
  uint32_t index = g->resolution->mention_of[token];
  const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
  return m && m->referent_count == 1 && m->first >= g->sentence->first && m->end <= g->sentence->end
           ? m
           : NULL;
}

static uint32_t entity_of(const act_relating *g, const act_mention *m)
{
  return g->resolution->referents.data[m->referents];
}

static bool is_of_type(const act_relating *g, const act_mention *m, actant_entity_type type)
{
  return g->resolution->entities.data[entity_of(g, m)].type == type;
}

/* The mention that ends right before a token. */
static const act_mention *mention_before(const act_relating *g, uint32_t token)
{
  for (uint32_t t = token; t-- > g->sentence->first && t + ACT_CLIMB > token;) {
    const act_mention *m = mention_at(g, t);
    if (m && m->end == token)
      return m;
  }
  return NULL;
}

/* ---------------------------------------------------------------------------------------- the row
 */

static bool read_post(const act_relating *g, uint32_t last, uint32_t *first, act_noun *noun)
{
  uint32_t floor = last > g->sentence->first + ACT_CLIMB ? last - ACT_CLIMB : g->sentence->first;
  uint8_t upos = act_tok(g, last)->upos;
  if (upos != ACT_UPOS_NOUN && upos != ACT_UPOS_PROPN && upos != ACT_UPOS_ADJ)
    return false;
  *first = act_noun_longest(g->annotation, floor, last, noun);
  return *first != ACT_NO_TOKEN && noun->type == ACT_NOUN_PERSON && noun->has_role && !noun->kin &&
         (noun->role <= ACT_ROLE_OWNER);
}

/* "its former Deputy": what may stand in front of a post. */
static bool is_modifier(const act_relating *g, uint32_t token)
{
  switch (act_tok(g, token)->upos) {
    case ACT_UPOS_ADJ:
    case ACT_UPOS_ADV:
    case ACT_UPOS_DET:
    case ACT_UPOS_NOUN:
    case ACT_UPOS_PROPN:
    case ACT_UPOS_NUM:
      break;
    case ACT_UPOS_VERB:
      if (act_tok(g, token)->xpos != ACT_XPOS_VBG && act_tok(g, token)->xpos != ACT_XPOS_VBN)
        return false;
      break;
    default:
      return act_tok(g, token)->xpos == ACT_XPOS_PRP_POSS;
  }
  const act_mention *m = mention_at(g, token);
  return !m || m->form != ACTANT_NAME || is_of_type(g, m, ACTANT_PLACE);
}

static bool is_joint(const act_relating *g, uint32_t token)
{
  static const char *const joints[] = { ",", "and", "&", "/", NULL };
  return act_lower_is_any(g, token, joints);
}

static uint32_t skip_modifiers(const act_relating *g, uint32_t first, row *r)
{
  static const char *const former[] = { "former", "ex", "then", "late", "past", NULL };
  static const char *const second[] = { "deputy",       "assistant", "associate", "vice",
                                        "senior",       "bench",     "junior",    "co",
                                        "contributing", "staff",     NULL };
  while (first > g->sentence->first && r->preposition - first < PHRASE &&
         is_modifier(g, first - 1)) {
    first--;
    r->former |= act_lower_is_any(g, first, former);
    r->second |= act_lower_is_any(g, first, second);
  }
  return first;
}

/* Reads the row that ends in front of the preposition; false when no post stands there. */
static bool read_row(const act_relating *g, uint32_t preposition, row *r)
{
  *r = (row){ .preposition = preposition };
  for (uint32_t at = preposition; r->count < ROW && at > g->sentence->first;) {
    uint32_t first;
    if (!read_post(g, at - 1, &first, &r->nouns[r->count]))
      break;
    r->heads[r->count++] = at - 1;
    r->first = at = skip_modifiers(g, first, r);
    if (at < g->sentence->first + 2 || !is_joint(g, at - 1))
      break;
    at--;
    at -= act_lower_is(g, at - 1, ",") ? 1 : 0;
  }
  return r->count > 0;
}

static bool is_preposition(const act_relating *g, uint32_t token)
{
  static const char *const words[] = { "of", "at", "for", "in", "with", NULL };
  return act_lower_is_any(g, token, words);
}

/* "professor in the Department of Z at Y": behind the unit stands the preposition of its body. */
static bool read_row_of_unit(const act_relating *g, uint32_t preposition, row *r)
{
  if (!act_lower_is(g, preposition, "at"))
    return false;
  for (uint32_t t = preposition; t-- > g->sentence->first + 1 && t + UNIT > preposition;) {
    uint8_t upos = act_tok(g, t)->upos;
    if (is_preposition(g, t) && read_row(g, t, r)) {
      r->unit = true;
      return r->nouns[0].role == ACT_ROLE_WORKER || r->nouns[0].role == ACT_ROLE_LEADER;
    }
    if (upos != ACT_UPOS_NOUN && upos != ACT_UPOS_PROPN && upos != ACT_UPOS_ADJ &&
        upos != ACT_UPOS_DET && upos != ACT_UPOS_ADP && upos != ACT_UPOS_CCONJ)
      break;
  }
  return false;
}

/* -------------------------------------------------------------------------------------- the holder
 */

static bool take_holder(const act_relating *g, const act_mention *m, post *out)
{
  if (!m || !is_of_type(g, m, ACTANT_PERSON))
    return false;
  out->holder = entity_of(g, m);
  out->holder_token = m->head;
  return true;
}

/* "X, chairman of Y", "X (born 1950), chairman of Y" */
static bool hold_by_comma(const act_relating *g, uint32_t comma, post *out)
{
  uint32_t end = comma;
  if (end > g->sentence->first && act_lower_is(g, end - 1, ")"))
    for (uint32_t t = end; t-- > g->sentence->first && t + PHRASE > comma;)
      if (act_lower_is(g, t, "(")) {
        end = t;
        break;
      }
  const act_mention *m = mention_before(g, end);
  return m && m->form == ACTANT_NAME && take_holder(g, m, out);
}

/* The subject of a verb by the tree; where it gives nobody, the nearest in front of it. */
static bool hold_by_subject(const act_relating *g, const row *r, uint32_t verb, post *out)
{
  uint32_t predicate = r->heads[r->count - 1];
  bool copula = act_lemma_is(g, verb, "be");
  uint16_t quality = 1000;
  uint32_t subject = act_subject(g, copula ? predicate : verb, &quality);
  if (subject != ACT_NO_TOKEN && take_holder(g, mention_at(g, subject), out))
    return true;
  if (!copula || (verb > g->sentence->first && act_lower_is(g, verb - 1, "to")))
    return false;
  for (uint32_t t = verb; t-- > g->sentence->first && t + BACK > verb;) {
    const act_mention *m = mention_at(g, t);
    if (m && (act_dep(g, t) == ACT_DEP_NSUBJ || act_dep(g, t) == ACT_DEP_NSUBJ_PASS))
      return act_tok(g, t)->xpos != ACT_XPOS_PRP_POSS && take_holder(g, m, out);
  }
  return false;
}

static bool is_verb_of_posts(const act_relating *g, uint32_t token)
{
  static const char *const lemmas[] = { "serve",  "work",     "act",    "appoint",  "elect",
                                        "name",   "hire",     "begin",  "join",     "start",
                                        "retire", "continue", "return", "re-elect", "reelect",
                                        "remain", "promote",  "resign", NULL };
  for (size_t i = 0; act_tok(g, token)->upos == ACT_UPOS_VERB && lemmas[i]; i++)
    if (act_lemma_is(g, token, lemmas[i]))
      return true;
  return false;
}

/* "is", "was later", "became", "has served since 1990 as": the verb that gives the row its holder,
 * or ACT_NO_TOKEN. */
static uint32_t verb_before(const act_relating *g, uint32_t first)
{
  uint32_t at = first;
  bool as = at > g->sentence->first + 1 && act_lower_is(g, at - 1, "as");
  at -= as;
  for (uint32_t skipped = 0; at > g->sentence->first && skipped < ROW; skipped++) {
    at--;
    bool be =
      act_lemma_is(g, at, "be") || act_lemma_is(g, at, "become") || act_lemma_is(g, at, "remain");
    if ((!as && be) || (as && is_verb_of_posts(g, at)))
      return at;
    uint8_t upos = act_tok(g, at)->upos;
    if (upos != ACT_UPOS_ADV && !(as && (upos == ACT_UPOS_NUM || upos == ACT_UPOS_ADP)))
      break;
  }
  return ACT_NO_TOKEN;
}

static bool find_holder(const act_relating *g, const row *r, uint32_t *verb, post *last)
{
  uint32_t at = r->first;
  *verb = verb_before(g, at);
  if (*verb != ACT_NO_TOKEN)
    return hold_by_subject(g, r, *verb, last);
  if (at < g->sentence->first + 2)
    return false;
  if (is_joint(g, at - 1) &&
      (at - 1 == last->end || (at - 2 == last->end && act_lower_is(g, at - 2, ","))))
    return last->holder != ACT_NO_ENTITY;
  return (act_lower_is(g, at - 1, ",") || act_lower_is(g, at - 1, "(")) &&
         hold_by_comma(g, at - 1, last);
}

/* ---------------------------------------------------------------------------------------- stating
 */

/* Editors, coaches and managers of bodies lead them; those at bodies work there. */
static bool is_employee(const act_relating *g, const row *r, size_t i)
{
  static const char *const words[] = { "editor", "coach", "manager", "curator", "producer", NULL };
  return r->unit || r->second ||
         (!act_lower_is(g, r->preposition, "of") && act_lower_is_any(g, r->heads[i], words));
}

static const char *relation_of(const act_relating *g, const row *r, size_t i)
{
  switch (r->nouns[i].role) {
    case ACT_ROLE_OFFICIAL:
      return "official_of";
    case ACT_ROLE_MEMBER:
      return "member_of";
    case ACT_ROLE_WORKER:
      return "works_for";
    case ACT_ROLE_FOUNDER:
      return "founded";
    case ACT_ROLE_OWNER:
      return "owns";
    default:
      return is_employee(g, r, i) ? "works_for" : "leads";
  }
}

static void state(act_relating *g,
                  const row *r,
                  uint32_t verb,
                  const post *p,
                  const act_mention *body)
{
  act_frame frame;
  act_reading reading = { .status = ACTANT_ACTUAL, .speaker = ACT_NO_ENTITY, .quality = 1000 };
  bool framed =
    verb != ACT_NO_TOKEN && act_frame_build(g, r->heads[r->count - 1], ACT_RULE_BE, &frame);
  if (framed)
    reading = act_read_frame(g, &frame);
  for (size_t i = 0; i < r->count; i++) {
    const char *id = relation_of(g, r, i);
    uint32_t relation = act_relation_find(g->vocabulary, id, strlen(id));
    if (relation == UINT32_MAX)
      continue;
    act_candidate c = act_candidate_new(g, p->holder, relation, entity_of(g, body));
    c.subject_token = p->holder_token;
    c.object_token = body->head;
    c.trigger = r->heads[i];
    c.status = reading.status;
    c.past = reading.past || r->former;
    c.attributed_to = reading.speaker;
    c.rule = "posts";
    c.confidence = SURE;
    if (framed)
      act_date_frame(g, &frame, &c);
    act_keep(g, c);
  }
}

/* "at the Y", "of its Y": the preposition in front of a body, or ACT_NO_TOKEN. */
static uint32_t preposition_of(const act_relating *g, const act_mention *body)
{
  uint32_t t = body->first;
  if (t > g->sentence->first + 1 &&
      (act_lower_is(g, t - 1, "the") || act_tok(g, t - 1)->xpos == ACT_XPOS_PRP_POSS))
    t--;
  return t > g->sentence->first + 1 && is_preposition(g, t - 1) ? t - 1 : ACT_NO_TOKEN;
}

/* "leader of the Y gang": the body's name only says which. */
static bool is_modifying(const act_relating *g, const act_mention *body)
{
  if (body->end >= g->sentence->end)
    return false;
  uint8_t upos = act_tok(g, body->end)->upos;
  return upos == ACT_UPOS_NOUN || upos == ACT_UPOS_PROPN || upos == ACT_UPOS_NUM ||
         act_tok(g, body->end)->xpos == ACT_XPOS_POS;
}

static void read_body(act_relating *g, const act_mention *body, post *last)
{
  row r;
  uint32_t verb, preposition = preposition_of(g, body);
  if (preposition == ACT_NO_TOKEN || is_modifying(g, body) ||
      (!read_row(g, preposition, &r) && !read_row_of_unit(g, preposition, &r)))
    return;
  if (!find_holder(g, &r, &verb, last)) {
    last->holder = ACT_NO_ENTITY;
    return;
  }
  last->end = body->end;
  state(g, &r, verb, last, body);
}

void act_posts_sentence(act_relating *g)
{
  post last = { .holder = ACT_NO_ENTITY, .end = ACT_NO_TOKEN };
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    const act_mention *m = mention_at(g, t);
    if (m && m->form == ACTANT_NAME && is_of_type(g, m, ACTANT_ORGANISATION))
      read_body(g, m, &last);
  }
}
