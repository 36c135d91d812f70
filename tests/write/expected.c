/* SPDX-License-Identifier: MIT */
/* Made with jansson straight from the graph, by none of the writers' code but the columns that
   GraphML joins. */
#include "write/expected.h"

#include "write/columns.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static json_t *text_of(act_text_builder *text)
{
  json_t *value = json_string(act_text_get(text));
  act_text_clear(text);
  return value;
}

static json_t *date_of(act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  return json_string(text);
}

static json_t *span_of(actant_span span)
{
  return json_pack("[i, i]", (int)span.begin, (int)span.end);
}

/* Documents by name; a later one of the same name by its name and "#2" and so on. */
static json_t *document_ids(const actant_graph *graph)
{
  json_t *ids = json_array();
  for (size_t i = 0; i < graph->documents.count; i++) {
    char id[512];
    const char *name = graph->documents.data[i].name;
    unsigned number = 1;
    for (size_t k = 0; k < i; k++)
      number += strcmp(graph->documents.data[k].name, name) == 0;
    snprintf(id, sizeof id, number > 1 ? "%s#%u" : "%s", name, number);
    json_array_append_new(ids, json_string(id));
  }
  return ids;
}

static json_t *dump_documents(const actant_graph *graph, const json_t *ids)
{
  json_t *out = json_array();
  for (size_t i = 0; i < graph->documents.count; i++) {
    const act_graph_document *document = &graph->documents.data[i];
    json_array_append_new(out,
                          json_pack("{s:O, s:s, s:s, s:s, s:o}",
                                    "id",
                                    json_array_get(ids, i),
                                    "name",
                                    document->name,
                                    "title",
                                    document->title,
                                    "url",
                                    document->url,
                                    "date",
                                    date_of(document->date)));
  }
  return out;
}

static void put_joined(const act_node *node, json_t *out)
{
  act_text_builder text = { 0 };
  act_node_aliases(node, &text);
  json_object_set_new(out, "aliases", text_of(&text));
  act_node_ids(node, &text);
  json_object_set_new(out, "ids", text_of(&text));
  act_text_free(&text);
}

static json_t *dump_node(const act_node *node, const json_t *ids)
{
  json_t *aliases = json_array(), *documents = json_array();
  for (size_t i = 0; i < node->aliases.count; i++)
    json_array_append_new(aliases, json_string(node->aliases.data[i]));
  for (size_t i = 0; i < node->documents.count; i++)
    json_array_append(documents, json_array_get(ids, node->documents.data[i]));
  json_t *out = json_pack("{s:s, s:s, s:s, s:s, s:i, s:o, s:o, s:o, s:o, s:s, s:s}",
                          "id",
                          node->id,
                          "label",
                          node->name,
                          "entity_type",
                          act_type_name(node->type),
                          "role",
                          node->role,
                          "mentions",
                          (int)node->mentions,
                          "first_date",
                          date_of(node->first),
                          "last_date",
                          date_of(node->last),
                          "alias_list",
                          aliases,
                          "document_ids",
                          documents,
                          "iso",
                          node->iso,
                          "wikidata",
                          node->wikidata);
  put_joined(node, out);
  return out;
}

static const char *id_of(const actant_graph *graph, uint32_t node)
{
  return node == ACT_NO_NODE ? "" : graph->nodes.data[node].id;
}

static json_t *dump_row(const actant_graph *graph, const act_graph_evidence *row, const json_t *ids)
{
  return json_pack("{s:O, s:i, s:s, s:o, s:o, s:s, s:s, s:s, s:s, s:f, s:s, s:o, s:o, s:o, s:b}",
                   "document",
                   json_array_get(ids, row->document),
                   "begin",
                   (int)row->begin,
                   "text",
                   row->text,
                   "date",
                   date_of(row->date),
                   "date_end",
                   date_of(row->date_end),
                   "place",
                   row->place_name,
                   "place_id",
                   id_of(graph, row->place),
                   "attributed_to",
                   row->attributed_name,
                   "attributed_to_id",
                   id_of(graph, row->attributed_to),
                   "confidence",
                   row->confidence,
                   "rule",
                   row->rule,
                   "subject",
                   span_of(row->subject),
                   "trigger",
                   span_of(row->trigger),
                   "object",
                   span_of(row->object),
                   "repeat",
                   row->repeat);
}

static json_t *dump_edge(const actant_graph *graph, size_t index, const json_t *ids)
{
  const act_edge *edge = &graph->edges.data[index];
  act_text_builder text = { 0 };
  json_t *rows = json_array();
  char id[24];
  snprintf(id, sizeof id, "e%zu", index + 1);
  for (size_t i = 0; i < edge->evidence.count; i++)
    json_array_append_new(rows, dump_row(graph, &edge->evidence.data[i], ids));
  json_t *out = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:b, s:i, s:i, s:f, s:o, s:o, s:o}",
                          "id",
                          id,
                          "source",
                          graph->nodes.data[edge->source].id,
                          "target",
                          graph->nodes.data[edge->target].id,
                          "relation",
                          edge->relation,
                          "label",
                          edge->label,
                          "family",
                          edge->family,
                          "status",
                          act_modality_name(edge->status),
                          "symmetric",
                          edge->symmetric,
                          "support",
                          (int)edge->support,
                          "weight",
                          (int)(edge->support ? edge->support : 1),
                          "confidence",
                          edge->confidence,
                          "first_date",
                          date_of(edge->first),
                          "last_date",
                          date_of(edge->last),
                          "rows",
                          rows);
  for (size_t i = 0; i < ACT_EDGE_COLUMNS; i++) {
    act_edge_columns[i].column(graph, edge, &text);
    json_object_set_new(out, act_edge_columns[i].name, text_of(&text));
  }
  act_text_free(&text);
  return out;
}

int expected_write(const actant_graph *graph, const char *path)
{
  json_t *nodes = json_array(), *edges = json_array(), *ids = document_ids(graph);
  for (size_t i = 0; i < graph->nodes.count; i++)
    json_array_append_new(nodes, dump_node(&graph->nodes.data[i], ids));
  for (size_t i = 0; i < graph->edges.count; i++)
    json_array_append_new(edges, dump_edge(graph, i, ids));
  json_t *all = json_pack(
    "{s:o, s:o, s:o}", "documents", dump_documents(graph, ids), "nodes", nodes, "edges", edges);
  int code = json_dump_file(all, path, JSON_INDENT(1));
  json_decref(all);
  json_decref(ids);
  return code;
}
