/* SPDX-License-Identifier: MIT */
/* The statement stream, put in the terms of merge.h document by document, so that a graph of the
   stream is the graph of the documents.  Offsets point into a text that has what the evidence
   quotes at its place, and spaces between. */
#include "graph/merge.h"
#include "graph/read_graph.h"

#include <jansson.h>
#include <string.h>

static const char stage[] = "graph";

enum { TEXT_MOST = 1 << 28 }; /* bytes of a document: four times what is read unless asked for */

typedef struct stream {
  actant_graph *graph;
  const actant_model *model;
  actant_error *err;
  uint32_t line;
  json_t *document;         /* row of the document at hand, or NULL */
  ACT_ARRAY(json_t *) rows; /* of its entities and statements */
  act_arena arena;          /* of what is made of them */
  act_map entity_of;        /* by hash of an entity's id */
  act_buffer text;
} stream;

static actant_status bad_row(const stream *s, const char *what)
{
  act_fail(s->err, ACTANT_FORMAT, stage, "%s; expected a row of actant's statement stream", what);
  act_error_line(s->err, s->line, 0);
  return ACTANT_FORMAT;
}

static const char *string_of(const json_t *row, const char *key)
{
  return json_string_value(json_object_get(row, key));
}

/* An offset; false when it is none. */
static bool read_offset(const json_t *value, uint32_t *out)
{
  json_int_t number = json_is_integer(value) ? json_integer_value(value) : -1;
  *out = (uint32_t)number;
  return number >= 0 && number <= TEXT_MOST;
}

static bool read_pair(const json_t *value, actant_span *out)
{
  *out = (actant_span){ 0, 0 };
  return !value || (read_offset(json_array_get(value, 0), &out->begin) &&
                    read_offset(json_array_get(value, 1), &out->end) && out->begin <= out->end);
}

/* ---------------------------------------------------------------------------------------- entities
 */

static bool read_type(const char *text, actant_entity_type *out)
{
  for (int type = ACTANT_PERSON; type <= ACTANT_ORGANISATION; type++)
    if (text && strcmp(text, act_type_name((actant_entity_type)type)) == 0) {
      *out = (actant_entity_type)type;
      return true;
    }
  return false;
}

static actant_status read_aliases(stream *s, const json_t *row, actant_entity *out)
{
  const json_t *list = json_object_get(row, "aliases");
  size_t count = json_array_size(list);
  const char **aliases = act_arena_zalloc(&s->arena, count + 1, sizeof *aliases);
  if (!aliases)
    return act_fail_memory(s->err, stage);
  for (size_t i = 0; i < count; i++) {
    aliases[i] = json_string_value(json_array_get(list, i));
    if (!aliases[i])
      return bad_row(s, "an alias is no string");
  }
  out->aliases = aliases;
  out->alias_count = count;
  return ACTANT_OK;
}

/* The further ids of {"iso": …, "lei": …}: "scheme:value", "; " between; NULL for none. */
static actant_status read_ids(stream *s, json_t *ids, const char **out)
{
  const char *scheme;
  json_t *value;
  size_t room = 1, size = 0;
  json_object_foreach(ids, scheme, value)
  {
    room += strlen(scheme) + (json_is_string(value) ? json_string_length(value) : 0) + 3;
  }
  char *text = act_arena_zalloc(&s->arena, room, 1);
  if (!text)
    return act_fail_memory(s->err, stage);
  json_object_foreach(ids, scheme, value)
  {
    const char *id = json_string_value(value);
    const char *const pieces[] = { size ? "; " : "", scheme, ":", id };
    for (size_t i = 0; id && strcmp(scheme, "iso") != 0 && i < 4; i++) {
      memcpy(text + size, pieces[i], strlen(pieces[i]));
      size += strlen(pieces[i]);
    }
  }
  *out = size ? text : NULL;
  return ACTANT_OK;
}

static actant_status read_entity(stream *s, const json_t *row, uint32_t index, actant_entity *out)
{
  *out = (actant_entity){ .id = string_of(row, "id"),
                          .name = string_of(row, "name"),
                          .named = !json_is_false(json_object_get(row, "named")),
                          .role = string_of(row, "role"),
                          .iso = string_of(json_object_get(row, "ids"), "iso"),
                          .wikidata = string_of(row, "wikidata"),
                          .mention_count = json_array_size(json_object_get(row, "mentions")) };
  if (!out->id || !out->name || !read_type(string_of(row, "type"), &out->type))
    return bad_row(s, "an entity without id, name or type");
  TRY(read_ids(s, json_object_get(row, "ids"), &out->ids));
  if (!act_map_set(&s->entity_of, act_hash_bytes(out->id, strlen(out->id)), index))
    return act_fail_memory(s->err, stage);
  return read_aliases(s, row, out);
}

/* -------------------------------------------------------------------------------------- statements
 */

static actant_status find_entity(const stream *s,
                                 const json_t *row,
                                 const char *key,
                                 const act_found *found,
                                 size_t *out)
{
  const char *id = string_of(row, key);
  uint32_t at = id ? act_map_get(&s->entity_of, act_hash_bytes(id, strlen(id))) : ACT_NO_VALUE;
  *out = ACTANT_NONE;
  if (at != ACT_NO_VALUE && strcmp(found->entities[at].id, id) == 0)
    *out = at;
  return *out == ACTANT_NONE && id ? bad_row(s, "a statement of an entity that has no row")
                                   : ACTANT_OK;
}

static bool read_status(const char *text, actant_modality *out)
{
  for (int status = ACTANT_ACTUAL; status <= ACTANT_NEGATED; status++)
    if (text && strcmp(text, act_modality_name((actant_modality)status)) == 0) {
      *out = (actant_modality)status;
      return true;
    }
  return false;
}

/* Put a sentence at its place in the text. */
static actant_status place_sentence(stream *s, actant_span span, const char *sentence)
{
  act_buffer *text = &s->text;
  size_t size = strlen(sentence);
  if (size != span.end - span.begin)
    return bad_row(s, "a sentence of another length than its offsets say");
  if (!act_array_reserve(text, span.end))
    return act_fail_memory(s->err, stage);
  if (text->count < span.begin)
    memset(text->data + text->count, ' ', span.begin - text->count);
  if (size)
    memcpy(text->data + span.begin, sentence, size);
  text->count = text->count < span.end ? span.end : text->count;
  return ACTANT_OK;
}

static actant_status read_evidence(stream *s, const json_t *row, actant_evidence *out)
{
  const char *sentence = string_of(row, "text");
  if (!sentence || !read_offset(json_object_get(row, "begin"), &out->sentence.begin) ||
      !read_offset(json_object_get(row, "end"), &out->sentence.end) ||
      out->sentence.begin > out->sentence.end ||
      !read_pair(json_object_get(row, "subject"), &out->subject) ||
      !read_pair(json_object_get(row, "trigger"), &out->trigger) ||
      !read_pair(json_object_get(row, "object"), &out->object))
    return bad_row(s, "evidence without text and offsets");
  return place_sentence(s, out->sentence, sentence);
}

static actant_status read_all_evidence(stream *s, const json_t *row, actant_statement *out)
{
  const json_t *list = json_object_get(row, "evidence");
  size_t count = json_array_size(list);
  actant_evidence *evidence = act_arena_zalloc(&s->arena, count + 1, sizeof *evidence);
  if (!evidence)
    return act_fail_memory(s->err, stage);
  for (size_t i = 0; i < count; i++)
    TRY(read_evidence(s, json_array_get(list, i), &evidence[i]));
  out->evidence = evidence;
  out->evidence_count = count;
  return ACTANT_OK;
}

static actant_relation find_relation(const actant_model *model, const char *id)
{
  for (size_t i = 0; model && i < actant_relation_count(model); i++) {
    actant_relation relation = actant_relation_at(model, i);
    if (strcmp(relation.id, id) == 0)
      return relation;
  }
  return (actant_relation){ .id = id, .family = "" };
}

static actant_status read_statement(stream *s,
                                    const json_t *row,
                                    const act_found *found,
                                    actant_statement *out,
                                    actant_relation *relation)
{
  *out = (actant_statement){ .relation_id = string_of(row, "relation"),
                             .label = string_of(row, "label"),
                             .date = string_of(row, "date"),
                             .date_end = string_of(row, "date_end"),
                             .confidence = json_number_value(json_object_get(row, "confidence")),
                             .rule = string_of(row, "rule") };
  if (!out->relation_id || !out->label || !string_of(row, "subject") || !string_of(row, "object") ||
      !read_status(string_of(row, "status"), &out->status) ||
      !(out->confidence >= 0 && out->confidence <= 1))
    return bad_row(s, "a statement without subject, relation, object, status or label");
  TRY(find_entity(s, row, "subject", found, &out->subject));
  TRY(find_entity(s, row, "object", found, &out->object));
  TRY(find_entity(s, row, "place", found, &out->place));
  TRY(find_entity(s, row, "attributed_to", found, &out->attributed_to));
  *relation = json_is_true(json_object_get(row, "open"))
                ? (actant_relation){ .id = out->relation_id, .family = "open" }
                : find_relation(s->model, out->relation_id);
  return read_all_evidence(s, row, out);
}

/* --------------------------------------------------------------------------------------- documents
 */

static bool is_kind(const json_t *row, const char *kind)
{
  const char *is = string_of(row, "kind");
  return is && strcmp(is, kind) == 0;
}

static actant_status describe(stream *s, act_found *found)
{
  const char *date = string_of(s->document, "date");
  found->document = (act_graph_document){ .name = string_of(s->document, "doc"),
                                          .title = string_of(s->document, "title"),
                                          .url = string_of(s->document, "url") };
  if (date && !act_date_read(date, strlen(date), &found->document.date))
    return bad_row(s, "a document whose date is none");
  return ACTANT_OK;
}

static actant_status read_rows(stream *s,
                               act_found *found,
                               actant_entity *entities,
                               actant_statement *statements,
                               actant_relation *relations)
{
  found->entities = entities;
  found->statements = statements;
  found->relations = relations;
  for (size_t i = 0; i < s->rows.count; i++) {
    const json_t *row = s->rows.data[i];
    if (is_kind(row, "entity")) {
      uint32_t at = (uint32_t)found->entity_count++;
      TRY(read_entity(s, row, at, &entities[at]));
    } else {
      size_t at = found->statement_count++;
      TRY(read_statement(s, row, found, &statements[at], &relations[at]));
    }
  }
  found->text = s->text.data ? s->text.data : "";
  found->size = s->text.count;
  return ACTANT_OK;
}

/* Merge the document at hand, if there is one. */
static actant_status end_document(stream *s)
{
  size_t count = s->rows.count + 1;
  act_found found = { .entity_count = 0 };
  if (!s->document)
    return ACTANT_OK;
  s->text.count = 0;
  act_map_clear(&s->entity_of);
  actant_entity *entities = act_arena_zalloc(&s->arena, count, sizeof *entities);
  actant_statement *statements = act_arena_zalloc(&s->arena, count, sizeof *statements);
  actant_relation *relations = act_arena_zalloc(&s->arena, count, sizeof *relations);
  if (!entities || !statements || !relations)
    return act_fail_memory(s->err, stage);
  TRY(describe(s, &found));
  TRY(read_rows(s, &found, entities, statements, relations));
  return act_graph_merge(s->graph, &found, s->err);
}

static void forget_document(stream *s)
{
  json_decref(s->document);
  s->document = NULL;
  for (size_t i = 0; i < s->rows.count; i++)
    json_decref(s->rows.data[i]);
  s->rows.count = 0;
  act_arena_reset(&s->arena);
}

/* Take a row over. */
static actant_status take_row(stream *s, json_t *row)
{
  const char *doc = string_of(row, "doc");
  bool known = is_kind(row, "entity") || is_kind(row, "statement");
  if (doc && is_kind(row, "document")) {
    s->line--; /* what is wrong now is above this row */
    actant_status st = end_document(s);
    s->line++;
    forget_document(s);
    s->document = row;
    return st;
  }
  if (doc && known && s->document && strcmp(doc, string_of(s->document, "doc")) == 0) {
    if (act_array_push(&s->rows, row))
      return ACTANT_OK;
    json_decref(row);
    return act_fail_memory(s->err, stage);
  }
  json_decref(row);
  return bad_row(s, known ? "a row of another document than the one above it" : "an unknown row");
}

static actant_status take_line(stream *s, const char *bytes, size_t size)
{
  json_error_t error;
  s->line++;
  while (size && strchr(" \t\r", bytes[size - 1]) && bytes[size - 1])
    size--;
  if (!size)
    return ACTANT_OK;
  json_t *row = json_loadb(bytes, size, 0, &error);
  if (row)
    return take_row(s, row);
  act_fail(s->err, ACTANT_FORMAT, stage, "this line is no JSON: %.150s", error.text);
  act_error_line(s->err, s->line, (uint32_t)(error.position > 0 ? error.position : 1));
  return ACTANT_FORMAT;
}

actant_status act_read_statements(const char *bytes,
                                  size_t size,
                                  const actant_model *model,
                                  actant_graph *graph,
                                  actant_error *err)
{
  stream s = { .graph = graph, .model = model, .err = err };
  actant_status st = ACTANT_OK;
  size_t at = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (st == ACTANT_OK && at < size) {
    const char *feed = memchr(bytes + at, '\n', size - at);
    size_t end = feed ? (size_t)(feed - bytes) : size;
    st = take_line(&s, bytes + at, end - at);
    at = end + 1;
  }
  if (st == ACTANT_OK)
    st = end_document(&s);
  forget_document(&s);
  act_array_free(&s.rows);
  act_array_free(&s.text);
  act_map_free(&s.entity_of);
  act_arena_free(&s.arena);
  return st;
}
