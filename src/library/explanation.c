/* SPDX-License-Identifier: MIT */
/*
 * An answer to "why is this edge here?", for people: the statement in words, the sentence with its
 * parties in [brackets] and the trigger between *stars*, and for a pronoun or another name why it
 * was taken for the entity.
 */
#include "library/model.h"

#include "base/output.h"
#include "base/utf8.h"

#include <string.h>

/* How well an entity fits a name that was asked for: its id or name, an alias, the last words of
 * its name. */
static int fit(const actant_entity *entity, const char *asked)
{
  int whole = act_utf8_fit(entity->name, asked);
  if (!strcmp(entity->id, asked) || whole == 2)
    return 3;
  for (size_t i = 0; i < entity->alias_count; i++)
    if (act_utf8_fit(entity->aliases[i], asked) == 2)
      return 2;
  return whole;
}

/* The best fit that a name finds in the document: a surname means who is called by it, if anyone
 * is. */
static int best_fit(const actant_result *r, const char *asked)
{
  int best = 1;
  for (size_t i = 0; asked && *asked && i < actant_entity_count(r); i++) {
    actant_entity entity = actant_entity_at(r, i);
    int now = fit(&entity, asked);
    best = now > best ? now : best;
  }
  return best;
}

/* A party that is asked for, and how well an entity must fit it. */
typedef struct party {
  const char *asked; /* NULL or empty: any */
  int least;
} party;

static bool is_party(const actant_entity *entity, party p)
{
  return !p.asked || !*p.asked || fit(entity, p.asked) >= p.least;
}

static bool is_between(const actant_result *r, const actant_statement *s, party a, party b)
{
  actant_entity subject = actant_entity_at(r, s->subject), object = actant_entity_at(r, s->object);
  return (is_party(&subject, a) && is_party(&object, b)) ||
         (is_party(&subject, b) && is_party(&object, a));
}

static void put_headline(act_output *out, const actant_result *r, const actant_statement *s)
{
  static const char *const notes[] = { "", ", planned", ", possible", ", negated" };
  act_puts(out, actant_entity_at(r, s->subject).name);
  act_puts(out, " — ");
  act_puts(out, s->label && *s->label ? s->label : s->relation_id);
  act_puts(out, " → ");
  act_puts(out, actant_entity_at(r, s->object).name);
  act_puts(out, " (");
  act_puts(out, s->relation_id);
  act_puts(out, notes[s->status]);
  if (s->date) {
    act_puts(out, ", ");
    act_puts(out, s->date);
  }
  if (s->date_end) {
    act_puts(out, " to ");
    act_puts(out, s->date_end);
  }
  if (s->place != ACTANT_NONE) {
    act_puts(out, ", at ");
    act_puts(out, actant_entity_at(r, s->place).name);
  }
  act_puts(out, ")\n");
}

/* A part of the sentence, and the mark in front of and behind it. */
typedef struct mark {
  actant_span span;
  char open, close;
} mark;

enum { MARKS = 3 };

/* The marks of a piece of evidence, longer spans first, so that those inside others open later and
 * close earlier. */
static void order_marks(const actant_evidence *e, mark out[MARKS])
{
  const mark marks[MARKS] = { { e->subject, '[', ']' },
                              { e->object, '[', ']' },
                              { e->trigger, '*', '*' } };
  for (size_t i = 0; i < MARKS; i++) {
    size_t at = i;
    for (; at > 0 &&
           out[at - 1].span.end - out[at - 1].span.begin < marks[i].span.end - marks[i].span.begin;
         at--)
      out[at] = out[at - 1];
    out[at] = marks[i];
  }
}

static void put_openings(act_output *out, const mark marks[MARKS], uint32_t at)
{
  for (size_t i = 0; i < MARKS; i++)
    if (marks[i].span.begin == at && marks[i].span.end > at)
      act_putc(out, marks[i].open);
}

static void put_closings(act_output *out, const mark marks[MARKS], uint32_t at)
{
  for (size_t i = MARKS; i-- > 0;)
    if (marks[i].span.end == at && marks[i].span.begin < at)
      act_putc(out, marks[i].close);
}

/* The sentence on one line. */
static void put_sentence(act_output *out, const actant_document *document, const actant_evidence *e)
{
  bool space = false;
  mark marks[MARKS] = { 0 };
  order_marks(e, marks);
  act_puts(out, "    ");
  for (uint32_t i = e->sentence.begin; i <= e->sentence.end; i++) {
    put_closings(out, marks, i);
    if (i == e->sentence.end)
      break;
    char c = document->text[i];
    bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (blank && !space)
      act_putc(out, ' ');
    space = blank;
    if (blank)
      continue;
    put_openings(out, marks, i);
    act_putc(out, c);
  }
  act_putc(out, '\n');
}

/* The mention of an entity that overlaps a span of the evidence, or NULL. */
static const act_mention *mention_at(const actant_result *r, size_t entity, actant_span span)
{
  const act_resolution *resolution = r->resolution;
  const act_entity *e = &resolution->entities.data[r->shown[entity]];
  const act_token *tokens = r->annotation->tokens.data;
  for (size_t i = 0; i < e->mentions.count; i++) {
    const act_mention *m = &resolution->mentions.data[e->mentions.data[i]];
    if (tokens[m->head].begin < span.end && tokens[m->head].end > span.begin)
      return m;
  }
  return NULL;
}

static void put_quoted(act_output *out, const char *text, size_t size)
{
  act_puts(out, "“");
  for (size_t i = 0; i < size; i++)
    act_putc(out, text[i] == '\n' || text[i] == '\r' || text[i] == '\t' ? ' ' : text[i]);
  act_puts(out, "”");
}

/* "“he” is Ana Reyes: pronoun, with “Reyes” at byte 120". */
static void put_link(act_output *out,
                     const actant_result *r,
                     const char *name,
                     const act_mention *m,
                     actant_span span)
{
  act_puts(out, "    ");
  put_quoted(out, r->document->text + span.begin, span.end - span.begin);
  act_puts(out, m->kind == ACT_MENTION_SET ? " has " : " is ");
  act_puts(out, name);
  act_puts(out, ": ");
  act_puts(out, m->why);
  if (m->with != ACT_NO_MENTION) {
    const act_mention *other = &r->resolution->mentions.data[m->with];
    const act_token *tokens = r->annotation->tokens.data;
    uint32_t begin = tokens[other->first].begin;
    act_puts(out, ", with ");
    put_quoted(out, r->document->text + begin, tokens[other->end - 1].end - begin);
    act_puts(out, " at byte ");
    act_put_uint(out, begin);
  }
  act_putc(out, '\n');
}

static void put_reason(act_output *out, const actant_result *r, size_t entity, actant_span span)
{
  const act_mention *m = mention_at(r, entity, span);
  if (!m || !m->why || span.begin >= span.end)
    return;
  const char *name = actant_entity_at(r, entity).name, *text = r->document->text + span.begin;
  size_t size = span.end - span.begin;
  if (size == strlen(name) && !memcmp(name, text, size))
    return;
  put_link(out, r, name, m, span);
}

static void put_place(act_output *out, const actant_result *r, actant_span sentence)
{
  act_puts(out, "  ");
  act_puts(out, r->document->name);
  act_puts(out, ", bytes ");
  act_put_uint(out, sentence.begin);
  act_puts(out, " to ");
  act_put_uint(out, sentence.end);
  act_putc(out, '\n');
}

static void put_source(act_output *out, const actant_result *r, const actant_statement *s)
{
  act_puts(out, "    rule ");
  act_puts(out, s->rule ? s->rule : "unknown");
  act_puts(out, ", confidence ");
  act_put_decimal(out, s->confidence);
  if (s->attributed_to != ACTANT_NONE) {
    act_puts(out, ", according to ");
    act_puts(out, actant_entity_at(r, s->attributed_to).name);
  }
  act_puts(out, "\n");
}

static void put_statement(act_output *out, const actant_result *r, const actant_statement *s)
{
  put_headline(out, r, s);
  for (size_t i = 0; i < s->evidence_count; i++) {
    const actant_evidence *e = &s->evidence[i];
    put_place(out, r, e->sentence);
    put_sentence(out, r->document, e);
    put_reason(out, r, s->subject, e->subject);
    put_reason(out, r, s->object, e->object);
  }
  put_source(out, r, s);
}

actant_status actant_write_explanation(const actant_result *result,
                                       const char *between,
                                       const char *and_,
                                       const actant_sink *sink,
                                       actant_error *err)
{
  act_output out;
  party a = { between, best_fit(result, between) }, b = { and_, best_fit(result, and_) };
  act_output_init(&out, sink);
  for (size_t i = 0; i < actant_statement_count(result); i++) {
    actant_statement s = actant_statement_at(result, i);
    if (is_between(result, &s, a, b))
      put_statement(&out, result, &s);
  }
  return act_output_finish(&out, err);
}

/* ---------------------------------------------------------------------------------------- entities
 */

static void put_identifier(act_output *out, const char *scheme, const char *value)
{
  if (!value)
    return;
  act_puts(out, ", ");
  act_puts(out, scheme);
  act_puts(out, value);
}

static void put_entity(act_output *out, const actant_entity *entity)
{
  static const char *const types[] = { "person", "place", "organisation" };
  act_puts(out, entity->name);
  act_puts(out, " (");
  act_puts(out, types[entity->type]);
  put_identifier(out, "", entity->role);
  put_identifier(out, "iso:", entity->iso);
  put_identifier(out, "wikidata:", entity->wikidata);
  put_identifier(out, "", entity->ids);
  act_puts(out, ")\n");
}

/* A mention in its sentence, and what it was joined with and why. */
static void put_mention(act_output *out, const actant_result *r, const char *name, uint32_t index)
{
  const act_mention *m = &r->resolution->mentions.data[index];
  const act_token *tokens = r->annotation->tokens.data;
  const act_sentence *s = &r->annotation->sentences.data[m->sentence];
  actant_evidence e = { .sentence = { tokens[s->first].begin, tokens[s->end - 1].end },
                        .subject = { tokens[m->first].begin, tokens[m->end - 1].end } };
  put_place(out, r, e.sentence);
  put_sentence(out, r->document, &e);
  put_link(out, r, name, m, e.subject);
}

actant_status actant_write_mentions(const actant_result *result,
                                    const char *asked,
                                    const actant_sink *sink,
                                    actant_error *err)
{
  act_output out;
  party p = { asked, best_fit(result, asked) };
  act_output_init(&out, sink);
  for (size_t i = 0; i < actant_entity_count(result); i++) {
    actant_entity entity = actant_entity_at(result, i);
    const act_entity *e = &result->resolution->entities.data[result->shown[i]];
    if (!is_party(&entity, p))
      continue;
    put_entity(&out, &entity);
    for (size_t k = 0; k < e->mentions.count; k++)
      put_mention(&out, result, entity.name, e->mentions.data[k]);
  }
  return act_output_finish(&out, err);
}
