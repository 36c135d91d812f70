/* SPDX-License-Identifier: MIT */
/*
 * The statement stream: one JSON object a line, keys in a fixed order and unknown values left out,
 * so that two runs can be compared with diff and a line read without the others.  And CoNLL-U,
 * which the annotate stage writes.
 */
#include "library/model.h"

#include "annotate/conllu.h"

#include <string.h>

static const char *const type_names[] = { "person", "place", "organisation" };
static const char *const form_names[] = { "name", "nominal", "pronoun" };
static const char *const status_names[] = { "actual", "planned", "possible", "negated" };

static void put_string(act_output *out, const char *string)
{
  act_put_json(out, string, strlen(string));
}

static void put_key(act_output *out, const char *key)
{
  act_puts(out, ", \"");
  act_puts(out, key);
  act_puts(out, "\": ");
}

static void put_field(act_output *out, const char *key, const char *value)
{
  if (value && *value) {
    put_key(out, key);
    put_string(out, value);
  }
}

static void put_number(act_output *out, const char *key, uint32_t value)
{
  put_key(out, key);
  act_put_uint(out, value);
}

static void begin_row(act_output *out, const char *kind, const actant_document *document)
{
  act_puts(out, "{\"kind\": ");
  put_string(out, kind);
  put_field(out, "doc", document->name);
}

static void put_span_text(act_output *out, const actant_document *document, actant_span span)
{
  put_key(out, "text");
  act_put_json(out, document->text + span.begin, span.end - span.begin);
}

static void put_begin_end(act_output *out, actant_span span)
{
  act_puts(out, "{\"begin\": ");
  act_put_uint(out, span.begin);
  put_number(out, "end", span.end);
}

static void write_document(act_output *out, const actant_document *document, bool with_text)
{
  begin_row(out, "document", document);
  put_field(out, "title", document->title);
  put_field(out, "date", actant_document_date(document));
  put_field(out, "url", document->url);
  put_field(out, "language", document->language);
  if (with_text)
    put_span_text(out, document, (actant_span){ 0, document->size });
  act_puts(out, "}\n");
}

/* --------------------------------------------------------------------------------------- entities
 */

static void put_aliases(act_output *out, const actant_entity *e)
{
  put_key(out, "aliases");
  act_putc(out, '[');
  for (size_t i = 0; i < e->alias_count; i++) {
    if (i)
      act_puts(out, ", ");
    put_string(out, e->aliases[i]);
  }
  act_putc(out, ']');
}

/* {"iso": "AM", "lei": "…"}: the further ones are "scheme:value", "; " between. */
static void put_ids(act_output *out, const actant_entity *e)
{
  if (!e->iso && !e->ids)
    return;
  put_key(out, "ids");
  act_putc(out, '{');
  if (e->iso) {
    act_puts(out, "\"iso\": ");
    put_string(out, e->iso);
  }
  for (const char *at = e->ids; at && *at;) {
    size_t scheme = strcspn(at, ":"), size = strcspn(at, ";");
    act_puts(out, at == e->ids && !e->iso ? "" : ", ");
    act_put_json(out, at, scheme);
    act_puts(out, ": ");
    act_put_json(out, at + scheme + 1, size - scheme - 1);
    at += size + (at[size] ? 2 : 0);
  }
  act_putc(out, '}');
}

static void put_mentions(act_output *out, const actant_entity *e, const actant_document *document)
{
  put_key(out, "mentions");
  act_putc(out, '[');
  for (size_t i = 0; i < e->mention_count; i++) {
    if (i)
      act_puts(out, ", ");
    put_begin_end(out, e->mentions[i].span);
    put_span_text(out, document, e->mentions[i].span);
    put_field(out, "form", form_names[e->mentions[i].form]);
    act_putc(out, '}');
  }
  act_putc(out, ']');
}

static void write_entity(act_output *out, const actant_entity *e, const actant_document *document)
{
  begin_row(out, "entity", document);
  put_field(out, "id", e->id);
  put_field(out, "name", e->name);
  if (!e->named) {
    put_key(out, "named");
    act_puts(out, "false");
  }
  put_field(out, "type", type_names[e->type]);
  put_aliases(out, e);
  put_field(out, "wikidata", e->wikidata);
  put_field(out, "role", e->role);
  put_ids(out, e);
  put_mentions(out, e, document);
  act_puts(out, "}\n");
}

/* ------------------------------------------------------------------------------------- statements
 */

static void put_span(act_output *out, const char *key, actant_span span)
{
  put_key(out, key);
  act_putc(out, '[');
  act_put_uint(out, span.begin);
  act_puts(out, ", ");
  act_put_uint(out, span.end);
  act_putc(out, ']');
}

static void put_evidence(act_output *out,
                         const actant_statement *s,
                         const actant_document *document)
{
  put_key(out, "evidence");
  act_putc(out, '[');
  for (size_t i = 0; i < s->evidence_count; i++) {
    const actant_evidence *e = &s->evidence[i];
    if (i)
      act_puts(out, ", ");
    put_begin_end(out, e->sentence);
    put_span_text(out, document, e->sentence);
    put_span(out, "subject", e->subject);
    put_span(out, "trigger", e->trigger);
    put_span(out, "object", e->object);
    act_putc(out, '}');
  }
  act_putc(out, ']');
}

static void put_entity(act_output *out, const char *key, const actant_result *result, size_t entity)
{
  if (entity != ACTANT_NONE)
    put_field(out, key, actant_entity_at(result, entity).id);
}

static void write_statement(act_output *out, const actant_result *result, const actant_statement *s)
{
  begin_row(out, "statement", result->document);
  put_entity(out, "subject", result, s->subject);
  put_field(out, "relation", s->relation_id);
  put_entity(out, "object", result, s->object);
  if (s->open) {
    put_key(out, "open");
    act_puts(out, "true");
  }
  put_field(out, "status", status_names[s->status]);
  put_field(out, "label", s->label);
  put_field(out, "date", s->date);
  put_field(out, "date_end", s->date_end);
  put_entity(out, "place", result, s->place);
  put_entity(out, "attributed_to", result, s->attributed_to);
  put_key(out, "confidence");
  act_put_decimal(out, s->confidence);
  put_field(out, "rule", s->rule);
  put_evidence(out, s, result->document);
  act_puts(out, "}\n");
}

actant_status actant_write_statements(const actant_result *result,
                                      bool with_text,
                                      const actant_sink *sink,
                                      actant_error *err)
{
  act_output out;
  act_output_init(&out, sink);
  write_document(&out, result->document, with_text);
  for (size_t i = 0; i < actant_entity_count(result); i++) {
    actant_entity entity = actant_entity_at(result, i);
    write_entity(&out, &entity, result->document);
  }
  for (size_t i = 0; i < actant_statement_count(result); i++) {
    actant_statement statement = actant_statement_at(result, i);
    write_statement(&out, result, &statement);
  }
  return act_output_finish(&out, err);
}

actant_status actant_write_conllu(const actant_result *result,
                                  const actant_sink *sink,
                                  actant_error *err)
{
  act_output out;
  act_output_init(&out, sink);
  act_write_conllu(result->annotation, &out);
  return act_output_finish(&out, err);
}
