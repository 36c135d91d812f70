/* SPDX-License-Identifier: MIT */
/* Names that stand side by side, whatever the tree says of them.

   "Joe Ham of the Xish Party", "the Party's Joe Ham", "Joe Ham, now at Xville University", "Joe
   Ham, 42, from Xville", "Xville University in Yland": the words between two names are so few that
   they leave one reading.  A greedy parser hangs such phrases wrongly in long lists; here no tree
   is asked.
*/
#include "relate/relating.h"

#include <string.h>

typedef struct names {
  const act_mention *left, *right;
  uint32_t left_entity, right_entity;
  actant_entity_type left_type, right_type;
} names;

static bool take_name(const act_relating *g,
                      uint32_t mention,
                      const act_mention **out,
                      uint32_t *entity,
                      actant_entity_type *type)
{
  const act_mention *m = &g->resolution->mentions.data[mention];
  if (m->form != ACTANT_NAME || m->referent_count != 1 || m->kind == ACT_MENTION_DEMONYM)
    return false;
  *out = m;
  *entity = g->resolution->referents.data[m->referents];
  *type = g->resolution->entities.data[*entity].type;
  return true;
}

static bool has_word(const act_relating *g, const act_mention *m, act_engine_set set)
{
  for (uint32_t t = m->first; t < m->end; t++)
    if (act_word_in(g->vocabulary, act_form_word(g, t), set))
      return true;
  return false;
}

static bool is_country(const act_relating *g, uint32_t entity)
{
  uint32_t record = g->resolution->entities.data[entity].record;
  return record != ACT_NO_RECORD && g->resolution->gazetteer &&
         act_gazetteer_record(g->resolution->gazetteer, record)->kind == ACT_RECORD_COUNTRY;
}

static void state(act_relating *g,
                  const names *n,
                  bool swap,
                  const char *relation,
                  unsigned confidence)
{
  uint32_t id = act_relation_find(g->vocabulary, relation, strlen(relation));
  if (id == UINT32_MAX)
    return;
  act_candidate c = act_candidate_new(
    g, swap ? n->right_entity : n->left_entity, id, swap ? n->left_entity : n->right_entity);
  c.subject_token = swap ? n->right->head : n->left->head;
  c.object_token = swap ? n->left->head : n->right->head;
  c.trigger = c.object_token;
  c.rule = "neighbours";
  c.confidence = (uint16_t)confidence;
  act_keep(g, c);
}

/* A person and the body that stands beside. */
static void state_affiliation(act_relating *g, const names *n, bool swap, unsigned confidence)
{
  const act_mention *body = swap ? n->left : n->right;
  if (has_word(g, body, ACT_SET_EMPLOYER_NOUN))
    state(g, n, swap, "works_for", confidence);
  else
    state(g, n, swap, "member_of", confidence);
}

static bool is(const act_relating *g, uint32_t token, const char *word)
{
  return act_lower_is(g, token, word);
}

static uint32_t skip_article(const act_relating *g, uint32_t token, uint32_t end)
{
  return token < end && is(g, token, "the") ? token + 1 : token;
}

/* Behind a person: an age between commas. */
static uint32_t skip_age(const act_relating *g, uint32_t token, uint32_t end)
{
  if (token + 2 < end && is(g, token, ",") && act_tok(g, token + 1)->upos == ACT_UPOS_NUM &&
      is(g, token + 2, ","))
    return token + 3;
  return token;
}

static bool is_titled(const act_relating *g, uint32_t token)
{
  uint8_t upos = act_tok(g, token)->upos;
  return upos == ACT_UPOS_NOUN || upos == ACT_UPOS_PROPN || act_in(g, token, ACT_SET_GROUP) ||
         act_word_in(g->vocabulary, act_form_word(g, token), ACT_SET_GROUP);
}

/* "Joe Ham of Xland": a national, when no title in front says more. */
static bool is_national(const act_relating *g, const names *n)
{
  return is_country(g, n->right_entity) && n->left->end > n->left->first + 1 &&
         (n->left->first == g->sentence->first || !is_titled(g, n->left->first - 1));
}

static bool is_numeral(const act_relating *g, uint32_t token)
{
  static const char *const numerals[] = { "i",    "ii", "iii", "iv", "v",    "vi",  "vii",
                                          "viii", "ix", "x",   "xi", "xiii", "xiv", NULL };
  return act_lower_is_any(g, token, numerals);
}

/* "Joe Ham of Yville" lives there; kings and nobles are of their lands: "Edward IV of Xland". */
static bool is_at_home(const act_relating *g, const names *n)
{
  uint32_t record = g->resolution->entities.data[n->right_entity].record;
  if (record == ACT_NO_RECORD || !g->resolution->gazetteer)
    return false;
  const act_record *r = act_gazetteer_record(g->resolution->gazetteer, record);
  bool state =
    r->iso && (strcmp(r->iso, "US") == 0 || strcmp(r->iso, "CA") == 0 || strcmp(r->iso, "AU") == 0);
  return n->left->end > n->left->first + 1 && !is_numeral(g, n->left->end - 1) &&
         (r->kind == ACT_RECORD_CITY || (r->kind == ACT_RECORD_REGION && state));
}

static void relate_person_first(act_relating *g, const names *n)
{
  uint32_t end = n->right->first, at = skip_age(g, n->left->end, end);
  bool comma = at < end && is(g, at, ",");
  if (comma)
    at++;
  bool adverb =
    comma && at < end &&
    (is(g, at, "then") || is(g, at, "now") || is(g, at, "formerly") || is(g, at, "currently"));
  if (adverb)
    at++;
  if (at >= end)
    return;
  bool of = is(g, at, "of"), from = is(g, at, "from"), is_at = is(g, at, "at") && adverb;
  if (skip_article(g, at + 1, end) != end)
    return;
  if (n->right_type == ACTANT_ORGANISATION && (of || from) && !comma)
    state_affiliation(g, n, false, 870);
  else if (n->right_type == ACTANT_ORGANISATION && (is_at || (adverb && of)))
    state(g, n, false, "works_for", 850);
  else if (n->right_type == ACTANT_PLACE && (of || from) && !is_country(g, n->right_entity) &&
           (of && !comma ? is_at_home(g, n)
                         : g->resolution->entities.data[n->right_entity].record != ACT_NO_RECORD))
    state(g, n, false, "lives_in", 700);
  else if (n->right_type == ACTANT_PLACE &&
           ((from && is_country(g, n->right_entity)) || (of && !comma && is_national(g, n))))
    state(g, n, false, "citizen_of", 650);
}

/* "Xville beat Yville 2-1": taggers take the past tense for a preposition or a noun. */
static void relate_contest(act_relating *g, const names *n)
{
  uint32_t at = n->left->end, end = n->right->first;
  if (at < end && (is(g, at, "have") || is(g, at, "has") || is(g, at, "had")))
    at++;
  if (at >= end || (!is(g, at, "beat") && !is(g, at, "beats") && !is(g, at, "beaten")) ||
      act_tok(g, at)->upos == ACT_UPOS_VERB || skip_article(g, at + 1, end) != end)
    return;
  state(g, n, false, "defeats", 850);
}

/* "the Party's Joe Ham": no noun between. */
static bool is_possessor(const act_relating *g, const names *n)
{
  uint32_t at = n->left->end;
  bool inside = n->left->end > n->left->first && act_tok(g, n->left->end - 1)->xpos == ACT_XPOS_POS;
  return n->right_type == ACTANT_PERSON &&
         ((inside && at == n->right->first) ||
          (at + 1 == n->right->first && act_tok(g, at)->xpos == ACT_XPOS_POS));
}

/* "the Party's Joe Ham and Ann Lee": the body that the last possessor was, while its list of people
 * goes on. */
static bool goes_on(const act_relating *g, const names *n)
{
  return n->left_type == ACTANT_PERSON && n->right_type == ACTANT_PERSON &&
         n->left->end + 1 == n->right->first && is(g, n->left->end, "and");
}

/* "worked for the Xish Bank in Yville": where he worked. */
static bool is_worked_for(const act_relating *g, const act_mention *body)
{
  uint32_t at = body->first;
  if (at > g->sentence->first && is(g, at - 1, "the"))
    at--;
  return at > g->sentence->first && is(g, at - 1, "for");
}

static void relate_body_first(act_relating *g, const names *n)
{
  uint32_t at = n->left->end, end = n->right->first;
  bool in = at < end && is(g, at, "in"), of = at < end && is(g, at, "of");
  if (n->right_type != ACTANT_PLACE || (!in && !of) || skip_article(g, at + 1, end) != end ||
      is_worked_for(g, n->left))
    return;
  if (of && !is_country(g, n->right_entity) &&
      g->resolution->entities.data[n->right_entity].record != ACT_NO_RECORD)
    state(g, n, false, "based_in", 700);
  if (!in)
    return;
  if (has_word(g, n->left, ACT_SET_EMPLOYER_NOUN))
    state(g, n, false, "based_in", 800);
}

/* "Xland's President Joe Ham", where the title is part of the name. */
static bool is_titled_name(const act_relating *g, const act_mention *m)
{
  return m->end == m->first + 1 ||
         act_word_in(g->vocabulary, act_form_word(g, m->first), ACT_SET_GROUP);
}

static void relate_pair(act_relating *g, names *n, names *possessor)
{
  bool list = possessor->left && goes_on(g, n);
  relate_contest(g, n);
  if (is_possessor(g, n) && n->left_type == ACTANT_PLACE) {
    if (is_country(g, n->left_entity) && !is_titled_name(g, n->right))
      state(g, n, true, "citizen_of", 700);
  } else if (is_possessor(g, n) && n->left_type == ACTANT_ORGANISATION) {
    *possessor = *n;
    state_affiliation(g, n, true, 800);
  } else if (list) {
    possessor->right = n->right;
    possessor->right_entity = n->right_entity;
    state_affiliation(g, possessor, true, 780);
  } else {
    possessor->left = NULL;
  }
  if (n->left_type == ACTANT_PERSON)
    relate_person_first(g, n);
  else if (n->left_type == ACTANT_ORGANISATION)
    relate_body_first(g, n);
}

void act_neighbours_sentence(act_relating *g)
{
  uint32_t last = ACT_NO_MENTION;
  names possessor = { 0 };
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    uint32_t mention = g->resolution->mention_of[t];
    names n;
    if (mention == ACT_NO_MENTION || g->resolution->mentions.data[mention].form != ACTANT_NAME)
      continue;
    if (last != ACT_NO_MENTION && take_name(g, last, &n.left, &n.left_entity, &n.left_type) &&
        take_name(g, mention, &n.right, &n.right_entity, &n.right_type) &&
        n.left->end <= n.right->first)
      relate_pair(g, &n, &possessor);
    last = mention;
  }
}
