/* SPDX-License-Identifier: MIT */
/* JSON has lists and objects, so nothing is joined here: aliases are a list, evidence is a list of
   objects with document, dates, place and speaker of each sentence.  What other formats join from
   them for an edge (dates, place, attributed_to, documents) stands beside, for scripts that do not
   look into the evidence. */
#include "write/json.h"

#include "write/caption.h"
#include "write/columns.h"

#include <string.h>

static const char stage[] = "write";

/* A member behind others, by a name that is a literal. */
#define NAME(file, name) act_puts(&(file)->out, ", \"" name "\": ")

actant_status act_json_open(const act_job *job,
                            const actant_sink *sink,
                            act_json **out,
                            actant_error *err)
{
  act_json *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  if (!file)
    return act_fail_memory(err, stage);
  file->job = job;
  act_output_init(&file->out, sink);
  actant_status st = act_document_ids_make(job->graph, &file->ids, err);
  if (st == ACTANT_OK)
    *out = file;
  else
    free(file);
  return st;
}

actant_status act_json_close(act_json *file, actant_error *err)
{
  actant_status st = act_output_finish(&file->out, err);
  if (st == ACTANT_OK && (file->list.failed || file->list.made.failed || file->text.failed))
    st = act_fail_memory(err, stage);
  act_document_ids_free(&file->ids);
  act_list_free(&file->list);
  act_text_free(&file->text);
  free(file);
  return st;
}

void act_json_string(act_json *file, const char *value)
{
  act_put_json(&file->out, value, strlen(value));
}

void act_json_text(act_json *file, const char *name, const char *value)
{
  if (!*value)
    return;
  act_puts(&file->out, ", \"");
  act_puts(&file->out, name);
  act_puts(&file->out, "\": ");
  act_json_string(file, value);
}

void act_json_edge_id(act_json *file, size_t edge)
{
  act_puts(&file->out, "\"e");
  act_put_uint(&file->out, edge + 1);
  act_putc(&file->out, '"');
}

static void put_date(act_json *file, const char *name, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  act_json_text(file, name, text);
}

/* The list that was made. */
static void put_list(act_json *file, const char *name)
{
  act_output *out = &file->out;
  if (!file->list.rows.count)
    return;
  act_puts(out, ", \"");
  act_puts(out, name);
  for (size_t i = 0; i < file->list.rows.count; i++) {
    act_puts(out, i ? ", " : "\": [");
    act_put_json(out, file->list.rows.data[i].bytes, file->list.rows.data[i].size);
  }
  act_putc(out, ']');
}

static void put_document(act_json *file, uint32_t index)
{
  const act_graph_document *document = &file->job->graph->documents.data[index];
  act_puts(&file->out, index ? ",\n    {\"id\": " : "\n    {\"id\": ");
  act_json_string(file, act_document_id(&file->ids, index));
  act_json_text(file, "name", document->name);
  act_json_text(file, "title", document->title);
  act_json_text(file, "url", document->url);
  put_date(file, "date", document->date);
  act_putc(&file->out, '}');
}

void act_json_graph_members(act_json *file)
{
  size_t count = file->job->graph->documents.count;
  act_puts(&file->out, "\"creator\": \"actant\"");
  put_date(file, "created", act_newest(file->job->graph));
  NAME(file, "documents");
  act_putc(&file->out, '[');
  for (uint32_t i = 0; i < count; i++)
    put_document(file, i);
  act_puts(&file->out, count ? "\n  ]" : "]");
}

static void put_id(act_json *file, bool *first, const char *scheme, size_t size)
{
  act_puts(&file->out, *first ? "" : ", ");
  act_put_json(&file->out, scheme, size);
  act_puts(&file->out, ": ");
  *first = false;
}

static void put_ids(act_json *file, const act_node *node)
{
  const char *const schemes[] = { "iso", "wikidata" }, *const values[] = { node->iso,
                                                                           node->wikidata };
  bool first = true;
  if (!*node->iso && !*node->wikidata && !*node->ids)
    return;
  NAME(file, "ids");
  act_putc(&file->out, '{');
  for (size_t i = 0; i < 2; i++)
    if (*values[i]) {
      put_id(file, &first, schemes[i], strlen(schemes[i]));
      act_json_string(file, values[i]);
    }
  for (const char *at = node->ids; *at;) {
    size_t scheme = strcspn(at, ":"), size = strcspn(at, ";");
    put_id(file, &first, at, scheme);
    act_put_json(&file->out, at + scheme + 1, size - scheme - 1);
    at += size + (at[size] ? 2 : 0);
  }
  act_putc(&file->out, '}');
}

static void put_node_documents(act_json *file, const act_node *node)
{
  NAME(file, "documents");
  for (size_t i = 0; i < node->documents.count; i++) {
    act_puts(&file->out, i ? ", " : "[");
    act_json_string(file, act_document_id(&file->ids, node->documents.data[i]));
  }
  act_puts(&file->out, node->documents.count ? "]" : "[]");
}

static void put_measures(act_json *file, size_t node)
{
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    const act_measure_column *column = &act_measure_columns[i];
    act_text_clear(&file->text);
    act_measure_text(file->job->measures, i, node, &file->text);
    const char *value = act_text_get(&file->text);
    if (!value || !*value)
      continue;
    if (column->type == ACT_MEASURE_TEXT) {
      act_json_text(file, column->name, value);
      continue;
    }
    act_puts(&file->out, ", \"");
    act_puts(&file->out, column->name);
    act_puts(&file->out, "\": ");
    act_puts(&file->out, value);
  }
}

void act_json_node_members(act_json *file, size_t index)
{
  const act_node *node = &file->job->graph->nodes.data[index];
  act_puts(&file->out, "\"entity_type\": \"");
  act_puts(&file->out, act_type_name(node->type));
  act_putc(&file->out, '"');
  act_json_text(file, "role", node->role);
  act_list_aliases(node, &file->list);
  put_list(file, "aliases");
  put_ids(file, node);
  NAME(file, "mentions");
  act_put_uint(&file->out, node->mentions);
  put_date(file, "first_date", node->first);
  put_date(file, "last_date", node->last);
  put_node_documents(file, node);
  put_measures(file, index);
}

/* A place or speaker: the name, and the id when it is a node of the graph. */
static void put_other(act_json *file, const char *what, const char *name, uint32_t node)
{
  act_json_text(file, what, name);
  if (node == ACT_NO_NODE)
    return;
  act_puts(&file->out, ", \"");
  act_puts(&file->out, what);
  act_puts(&file->out, "_id\": ");
  act_json_string(file, file->job->graph->nodes.data[node].id);
}

static void put_span(act_json *file, const char *name, actant_span span)
{
  act_puts(&file->out, ", \"");
  act_puts(&file->out, name);
  act_puts(&file->out, "\": [");
  act_put_uint(&file->out, span.begin);
  act_puts(&file->out, ", ");
  act_put_uint(&file->out, span.end);
  act_putc(&file->out, ']');
}

static void put_evidence(act_json *file, const act_graph_evidence *row)
{
  act_puts(&file->out, "{\"document\": ");
  act_json_string(file, act_document_id(&file->ids, row->document));
  NAME(file, "begin");
  act_put_uint(&file->out, row->begin);
  NAME(file, "text");
  act_json_string(file, row->text);
  put_date(file, "date", row->date);
  put_date(file, "date_end", row->date_end);
  put_other(file, "place", row->place_name, row->place);
  put_other(file, "attributed_to", row->attributed_name, row->attributed_to);
  NAME(file, "confidence");
  act_put_decimal(&file->out, row->confidence);
  act_json_text(file, "rule", row->rule);
  if (row->subject.end || row->trigger.end || row->object.end) {
    put_span(file, "subject", row->subject);
    put_span(file, "trigger", row->trigger);
    put_span(file, "object", row->object);
  }
  act_putc(&file->out, '}');
}

static void put_lists(act_json *file, const act_edge *edge)
{
  static const struct {
    const char *name;
    act_edge_listing *listing;
  } lists[] = { { "dates", act_list_dates },
                { "place", act_list_places },
                { "attributed_to", act_list_sources },
                { "documents", act_list_documents } };
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    lists[i].listing(file->job->graph, edge, &file->list);
    put_list(file, lists[i].name);
  }
}

void act_json_edge_members(act_json *file, size_t index)
{
  const act_edge *edge = &file->job->graph->edges.data[index];
  act_output *out = &file->out;
  act_puts(out, "\"status\": \"");
  act_puts(out, act_modality_name(edge->status));
  act_putc(out, '"');
  act_json_text(file, "family", edge->family);
  NAME(file, "symmetric");
  act_puts(out, edge->symmetric ? "true" : "false");
  NAME(file, "support");
  act_put_uint(out, edge->support);
  NAME(file, "weight");
  act_put_uint(out, edge->support ? edge->support : 1);
  NAME(file, "confidence");
  act_put_decimal(out, edge->confidence);
  put_date(file, "first_date", edge->first);
  put_date(file, "last_date", edge->last);
  put_lists(file, edge);
  NAME(file, "evidence");
  for (size_t i = 0; i < edge->evidence.count; i++) {
    act_puts(out, i ? ", " : "[");
    put_evidence(file, &edge->evidence.data[i]);
  }
  act_puts(out, edge->evidence.count ? "]" : "[]");
}
