/* SPDX-License-Identifier: MIT */
/* From candidates to statements.

   1. Symmetric relations are turned the way in which they were first found.
   2. Candidates of one subject, relation, object and status are one statement for each date; one
   without a date, or with a vaguer one, joins the nearest before it that says more, else the first.
   3. What a more specific statement between the same two says already is dropped ("works for"
   beside "leads"). Order is that of the first evidence.
*/
#include "relate/relating.h"

#include <string.h>

static const char STAGE[] = "relate";

/* Weaker relations beside stronger ones between the same two. */
static const char *const needless[][2] = {
  { "works_for", "leads" },
  { "works_for", "official_of" },
  { "works_for", "member_of" },
  { "works_for", "head_of_state_of" },
  { "member_of", "leads" },
  { "member_of", "official_of" },
  { "works_for", "owns" },
  { "official_of", "leads" },
  { "official_of", "head_of_state_of" },
  { "official_of", "head_of_government_of" },
  { "citizen_of", "head_of_state_of" },
  { "citizen_of", "head_of_government_of" },
  { "citizen_of", "official_of" },
  { "tells", "urges" },
  { "tells", "accuses" },
  { "tells", "threatens" },
  { "based_in", "part_of" },
  { "located_in", "capital_of" },
  { "attacks", "invades" },
  { "member_of", "part_of" },
  { "tells", "meets" },
  { "deploys_to", "invades" },
  { "negotiates_with", "meets" },
};

/* One verb tells of one of these: "attacked its policy", "expelled him". */
static const char *const rivals[][2] = {
  { "attacks", "criticizes" },  { "attacks", "defeats" }, { "dismisses", "expels" },
  { "invests_in", "supports" }, { "supports", "owns" },
};

static int compare_key(const act_candidate *a, const act_candidate *b)
{
  if (a->subject != b->subject)
    return a->subject < b->subject ? -1 : 1;
  if (a->object != b->object)
    return a->object < b->object ? -1 : 1;
  if (a->relation != b->relation)
    return a->relation < b->relation ? -1 : 1;
  return (a->status > b->status) - (a->status < b->status);
}

/* By key, then in order of the text, the surest of a sentence first. */
static int compare_candidates(const void *x, const void *y)
{
  const act_candidate *a = x, *b = y;
  int order = compare_key(a, b);
  if (order)
    return order;
  if (a->sentence != b->sentence)
    return a->sentence < b->sentence ? -1 : 1;
  if (a->confidence != b->confidence)
    return a->confidence > b->confidence ? -1 : 1;
  if (a->trigger != b->trigger)
    return a->trigger < b->trigger ? -1 : 1;
  if (a->subject_token != b->subject_token)
    return a->subject_token < b->subject_token ? -1 : 1;
  return (a->object_token > b->object_token) - (a->object_token < b->object_token);
}

/* ------------------------------------------------------------------------------------- one way
 * round */

static uint64_t pair_key(uint32_t relation, uint32_t a, uint32_t b)
{
  return act_hash_join(act_hash_join(relation + 1u, a), b);
}

static bool turn_symmetric(act_relating *g)
{
  act_map seen = { 0 };
  bool ok = true;
  for (size_t i = 0; i < g->found.count && ok; i++) {
    act_candidate *c = &g->found.data[i];
    if (!act_row(g, c->relation)->info.symmetric)
      continue;
    if (act_map_get(&seen, pair_key(c->relation, c->object, c->subject)) != ACT_NO_VALUE) {
      uint32_t entity = c->subject, token = c->subject_token;
      c->subject = c->object;
      c->subject_token = c->object_token;
      c->object = entity;
      c->object_token = token;
    } else {
      ok = act_map_set(&seen, pair_key(c->relation, c->subject, c->object), 1);
    }
  }
  act_map_free(&seen);
  return ok;
}

/* -----------------------------------------------------------------------------------------
 * needless ones */

/* The pair as one word tells it. */
static uint64_t told_key(const act_candidate *c, uint32_t relation)
{
  return act_hash_join(pair_key(relation, c->subject, c->object), (uint64_t)c->trigger + 1);
}

static bool mark_pairs(const act_relating *g, act_map *pairs)
{
  for (size_t i = 0; i < g->found.count; i++) {
    const act_candidate *c = &g->found.data[i];
    if ((c->status != ACTANT_NEGATED &&
         !act_map_set(pairs, pair_key(c->relation, c->subject, c->object), 1)) ||
        !act_map_set(pairs, told_key(c, c->relation), 1))
      return false;
  }
  return true;
}

static bool has_rival(const act_relating *g, const act_map *pairs, const act_candidate *c)
{
  const char *id = act_row(g, c->relation)->info.id;
  for (size_t i = 0; i < sizeof rivals / sizeof *rivals; i++) {
    uint32_t stronger = strcmp(rivals[i][0], id) == 0
                          ? act_relation_find(g->vocabulary, rivals[i][1], strlen(rivals[i][1]))
                          : UINT32_MAX;
    if (stronger != UINT32_MAX && act_map_get(pairs, told_key(c, stronger)) != ACT_NO_VALUE)
      return true;
  }
  return false;
}

static bool is_needless(const act_relating *g, const act_map *pairs, const act_candidate *c)
{
  const char *id = act_row(g, c->relation)->info.id;
  for (size_t i = 0; i < sizeof needless / sizeof *needless; i++) {
    if (strcmp(needless[i][0], id) != 0)
      continue;
    uint32_t stronger = act_relation_find(g->vocabulary, needless[i][1], strlen(needless[i][1]));
    if (stronger != UINT32_MAX &&
        (act_map_get(pairs, pair_key(stronger, c->subject, c->object)) != ACT_NO_VALUE ||
         (g->vocabulary->relations.data[stronger].info.symmetric &&
          act_map_get(pairs, pair_key(stronger, c->object, c->subject)) != ACT_NO_VALUE)))
      return true;
  }
  return false;
}

static bool drop_needless(act_relating *g)
{
  act_map pairs = { 0 };
  bool ok = mark_pairs(g, &pairs);
  size_t kept = 0;
  for (size_t i = 0; i < g->found.count && ok; i++)
    if (!is_needless(g, &pairs, &g->found.data[i]) && !has_rival(g, &pairs, &g->found.data[i]))
      g->found.data[kept++] = g->found.data[i];
  if (ok)
    g->found.count = kept;
  act_map_free(&pairs);
  return ok;
}

/* ------------------------------------------------------------------------------------------
 * statements */

/* Whether b says all that a says: no date, or the year of a day. */
static bool says_more(act_date a, act_date b)
{
  if (!a.year)
    return true;
  if (a.year != b.year)
    return false;
  return !a.month || (a.month == b.month && (!a.day || a.day == b.day));
}

static actant_span span_of(const act_relating *g, uint32_t token)
{
  const act_token *tokens = g->annotation->tokens.data;
  if (token == ACT_NO_TOKEN)
    return (actant_span){ 0, 0 };
  uint32_t mention = g->resolution->mention_of[token];
  if (mention == ACT_NO_MENTION)
    return (actant_span){ tokens[token].begin, tokens[token].end };
  const act_mention *m = &g->resolution->mentions.data[mention];
  return (actant_span){ tokens[m->first].begin, tokens[m->end - 1].end };
}

static actant_evidence evidence_of(const act_relating *g, const act_candidate *c)
{
  const act_sentence *s = &g->annotation->sentences.data[c->sentence];
  const act_token *tokens = g->annotation->tokens.data;
  actant_evidence e = { .sentence = { tokens[s->first].begin, tokens[s->end - 1].end } };
  e.subject = span_of(g, c->subject_token);
  e.object = span_of(g, c->object_token);
  if (c->trigger != ACT_NO_TOKEN)
    e.trigger = (actant_span){ tokens[c->trigger].begin, tokens[c->trigger].end };
  return e;
}

/* Captions and headlines tell in the present what has happened: an event dated before the document
 * is past whatever its tense. */
static bool is_past(const act_relating *g, const act_candidate *c)
{
  act_date today = g->annotation->document->date;
  return c->past || (act_row(g, c->relation)->event && c->date.day && today.day &&
                     act_date_compare(c->date, today) < 0);
}

static const char *label_of(const act_relating *g, const act_candidate *c)
{
  const act_relation_row *row = act_row(g, c->relation);
  bool past = is_past(g, c);
  switch (c->status) {
    case ACTANT_PLANNED:
      return row->labels[ACT_LABEL_PLANNED];
    case ACTANT_POSSIBLE:
      return row->labels[past ? ACT_LABEL_POSSIBLE_PAST : ACT_LABEL_POSSIBLE];
    case ACTANT_NEGATED:
      return row->labels[past ? ACT_LABEL_NEGATED_PAST : ACT_LABEL_NEGATED];
    default:
      return row->labels[past ? ACT_LABEL_PAST : ACT_LABEL_PRESENT];
  }
}

static bool add_evidence(const act_relating *g, const act_candidate *c, act_statement *s)
{
  actant_evidence e = evidence_of(g, c);
  if (s->evidence.count &&
      s->evidence.data[s->evidence.count - 1].sentence.begin == e.sentence.begin)
    return true;
  return act_array_push(&s->evidence, e);
}

static void enrich(const act_candidate *c, act_statement *s)
{
  if (says_more(s->date, c->date) && c->date.year) {
    s->date = c->date;
    s->date_end = c->date_end;
  }
  if (s->place == ACT_NO_ENTITY)
    s->place = c->place;
  if (s->attributed_to == ACT_NO_ENTITY && s->confidence < c->confidence)
    s->attributed_to = c->attributed_to;
  s->confidence = s->confidence > c->confidence ? s->confidence : c->confidence;
}

static bool add_statement(const act_relating *g, const act_candidate *c, act_statements *out)
{
  act_statement s = { .subject = c->subject,
                      .object = c->object,
                      .relation = c->relation,
                      .status = c->status,
                      .label = label_of(g, c),
                      .date = c->date,
                      .date_end = c->date_end,
                      .place = c->place,
                      .attributed_to = c->attributed_to,
                      .confidence = c->confidence,
                      .rule = c->rule };
  if (!act_array_push(&out->items, s))
    return false;
  return add_evidence(g, c, &out->items.data[out->items.count - 1]);
}

/* The statement of the group, among the latest, that says the same date or one of the two less. */
static act_statement *find_same(act_statements *out, size_t first, act_date date)
{
  enum { LATEST = 64 }; /* more dates of one pair and relation are a table; time stays linear */
  size_t begin = out->items.count - first > LATEST ? out->items.count - LATEST : first;
  for (size_t k = begin; k < out->items.count; k++)
    if (says_more(date, out->items.data[k].date) || says_more(out->items.data[k].date, date))
      return &out->items.data[k];
  return NULL;
}

/* The candidates of one key: dated ones first make statements, the others join them. */
static bool merge_group(const act_relating *g,
                        const act_candidate *group,
                        size_t count,
                        act_statements *out)
{
  size_t first = out->items.count;
  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < count; i++) {
      const act_candidate *c = &group[i];
      if ((c->date.year != 0) != (pass == 0))
        continue;
      act_statement *same = find_same(out, first, c->date);
      if (same)
        enrich(c, same);
      if (same ? !add_evidence(g, c, same) : !add_statement(g, c, out))
        return false;
    }
  return true;
}

static int compare_evidence(const void *x, const void *y)
{
  const actant_evidence *a = x, *b = y;
  if (a->sentence.begin != b->sentence.begin)
    return a->sentence.begin < b->sentence.begin ? -1 : 1;
  return (a->trigger.begin > b->trigger.begin) - (a->trigger.begin < b->trigger.begin);
}

/* In order, one a sentence. */
static void order_evidence(act_statement *s)
{
  size_t kept = 0;
  qsort(s->evidence.data, s->evidence.count, sizeof *s->evidence.data, compare_evidence);
  for (size_t i = 0; i < s->evidence.count; i++)
    if (!kept || s->evidence.data[kept - 1].sentence.begin != s->evidence.data[i].sentence.begin)
      s->evidence.data[kept++] = s->evidence.data[i];
  s->evidence.count = kept;
}

static int compare_statements(const void *x, const void *y)
{
  const act_statement *a = x, *b = y;
  const actant_evidence *e = a->evidence.data, *f = b->evidence.data;
  if (e->sentence.begin != f->sentence.begin)
    return e->sentence.begin < f->sentence.begin ? -1 : 1;
  if (e->trigger.begin != f->trigger.begin)
    return e->trigger.begin < f->trigger.begin ? -1 : 1;
  if (a->subject != b->subject)
    return a->subject < b->subject ? -1 : 1;
  if (a->object != b->object)
    return a->object < b->object ? -1 : 1;
  if (a->relation != b->relation)
    return a->relation < b->relation ? -1 : 1;
  if (a->status != b->status)
    return a->status < b->status ? -1 : 1;
  return act_date_compare(a->date, b->date);
}

actant_status act_merge(act_relating *g, act_statements *out, actant_error *err)
{
  if (g->memory || !turn_symmetric(g) || !drop_needless(g))
    return act_fail_memory(err, STAGE);
  if (g->found.count)
    qsort(g->found.data, g->found.count, sizeof *g->found.data, compare_candidates);
  for (size_t begin = 0, end; begin < g->found.count; begin = end) {
    for (end = begin + 1;
         end < g->found.count && compare_key(&g->found.data[begin], &g->found.data[end]) == 0;
         end++) {
    }
    if (!merge_group(g, g->found.data + begin, end - begin, out))
      return act_fail_memory(err, STAGE);
  }
  for (size_t i = 0; i < out->items.count; i++)
    order_evidence(&out->items.data[i]);
  if (out->items.count)
    qsort(out->items.data, out->items.count, sizeof *out->items.data, compare_statements);
  return ACTANT_OK;
}
