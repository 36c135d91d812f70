/* SPDX-License-Identifier: MIT */
/* One order and one naming, so that two formats cannot drift apart and one reader understands both.
   A field's number is its place in the list. */
#include "write/fields.h"

#include "write/columns.h"
#include "write/provenance.h"

#include <string.h>

enum {
  NODE_TYPE,
  NODE_ROLE,
  NODE_ALIASES,
  NODE_IDS,
  NODE_MENTIONS,
  NODE_FIRST,
  NODE_LAST,
  NODE_DOCUMENTS,
  NODE_MEASURES,
  NODE_END = NODE_MEASURES + ACT_MEASURE_COLUMNS,
};

const act_field act_node_fields[] = {
  [NODE_TYPE] = { "entity_type", "entity_type", ACT_FIELD_STRING },
  [NODE_ROLE] = { "role", "role", ACT_FIELD_STRING },
  [NODE_ALIASES] = { "aliases", "aliases", ACT_FIELD_STRING },
  [NODE_IDS] = { "ids", "ids", ACT_FIELD_STRING },
  [NODE_MENTIONS] = { "mentions", "mentions", ACT_FIELD_INTEGER },
  [NODE_FIRST] = { "first_date", "first_date", ACT_FIELD_STRING },
  [NODE_LAST] = { "last_date", "last_date", ACT_FIELD_STRING },
  [NODE_DOCUMENTS] = { "node_documents", "documents", ACT_FIELD_STRING },
  /* as in act_measure_columns */
  [NODE_MEASURES] = { "degree", "degree", ACT_FIELD_INTEGER },
  { "weighted_degree", "weighted_degree", ACT_FIELD_INTEGER },
  { "pagerank", "pagerank", ACT_FIELD_DECIMAL },
  { "betweenness", "betweenness", ACT_FIELD_DECIMAL },
  { "core", "core", ACT_FIELD_INTEGER },
  { "component", "component", ACT_FIELD_INTEGER },
  { "community", "community", ACT_FIELD_INTEGER },
  { "community_name", "community_name", ACT_FIELD_STRING },
  [NODE_END] = { NULL, NULL, ACT_FIELD_STRING },
};

enum {
  EDGE_RELATION,
  EDGE_FAMILY,
  EDGE_SYMMETRIC,
  EDGE_STATUS,
  EDGE_SUPPORT,
  EDGE_CONFIDENCE,
  EDGE_FIRST,
  EDGE_LAST,
  EDGE_COLUMNS,
  EDGE_PROVENANCE = EDGE_COLUMNS + ACT_EDGE_COLUMNS,
  EDGE_END,
};

const act_field act_edge_fields[] = {
  [EDGE_RELATION] = { "relation", "relation", ACT_FIELD_STRING },
  [EDGE_FAMILY] = { "family", "family", ACT_FIELD_STRING },
  [EDGE_SYMMETRIC] = { "symmetric", "symmetric", ACT_FIELD_BOOLEAN },
  [EDGE_STATUS] = { "status", "status", ACT_FIELD_STRING },
  [EDGE_SUPPORT] = { "support", "support", ACT_FIELD_INTEGER },
  [EDGE_CONFIDENCE] = { "confidence", "confidence", ACT_FIELD_DECIMAL },
  [EDGE_FIRST] = { "edge_first_date", "first_date", ACT_FIELD_STRING },
  [EDGE_LAST] = { "edge_last_date", "last_date", ACT_FIELD_STRING },
  /* as in act_edge_columns */
  [EDGE_COLUMNS] = { "dates", "dates", ACT_FIELD_STRING },
  { "place", "place", ACT_FIELD_STRING },
  { "attributed_to", "attributed_to", ACT_FIELD_STRING },
  { "evidence", "evidence", ACT_FIELD_STRING },
  { "documents", "documents", ACT_FIELD_STRING },
  [EDGE_PROVENANCE] = { "provenance", "provenance", ACT_FIELD_STRING },
  [EDGE_END] = { NULL, NULL, ACT_FIELD_STRING },
};

static void put_text(act_field_maker *maker, const act_field *field, const char *text)
{
  if (*text)
    maker->put(maker->context, field, text, strlen(text));
}

/* The text that was put together, which begins the next one anew. */
static void put_built(act_field_maker *maker, const act_field *field)
{
  const char *text = act_text_get(&maker->text);
  if (text && maker->text.buffer.count)
    maker->put(maker->context, field, text, maker->text.buffer.count);
  act_text_clear(&maker->text);
}

static void put_integer(act_field_maker *maker, const act_field *field, uint64_t value)
{
  act_text_uint(&maker->text, value < INT32_MAX ? value : INT32_MAX); /* readers have 32 bits */
  put_built(maker, field);
}

static void put_date(act_field_maker *maker, const act_field *field, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  put_text(maker, field, text);
}

void act_each_node_value(act_field_maker *maker, size_t index)
{
  const act_field *fields = act_node_fields;
  const act_node *node = &maker->job->graph->nodes.data[index];
  put_text(maker, &fields[NODE_TYPE], act_type_name(node->type));
  put_text(maker, &fields[NODE_ROLE], node->role);
  act_node_aliases(node, &maker->text);
  put_built(maker, &fields[NODE_ALIASES]);
  act_node_ids(node, &maker->text);
  put_built(maker, &fields[NODE_IDS]);
  put_integer(maker, &fields[NODE_MENTIONS], node->mentions);
  put_date(maker, &fields[NODE_FIRST], node->first);
  put_date(maker, &fields[NODE_LAST], node->last);
  act_node_documents(maker->ids, node, &maker->text);
  put_built(maker, &fields[NODE_DOCUMENTS]);
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    act_measure_text(maker->job->measures, i, index, &maker->text);
    put_built(maker, &fields[NODE_MEASURES + i]);
  }
}

void act_each_edge_value(act_field_maker *maker, size_t index)
{
  const act_field *fields = act_edge_fields;
  const actant_graph *graph = maker->job->graph;
  const act_edge *edge = &graph->edges.data[index];
  put_text(maker, &fields[EDGE_RELATION], edge->relation);
  put_text(maker, &fields[EDGE_FAMILY], edge->family);
  put_text(maker, &fields[EDGE_SYMMETRIC], edge->symmetric ? "true" : "false");
  put_text(maker, &fields[EDGE_STATUS], act_modality_name(edge->status));
  put_integer(maker, &fields[EDGE_SUPPORT], edge->support);
  act_text_thousandths(&maker->text, (uint64_t)(edge->confidence * 1000 + 0.5));
  put_built(maker, &fields[EDGE_CONFIDENCE]);
  put_date(maker, &fields[EDGE_FIRST], edge->first);
  put_date(maker, &fields[EDGE_LAST], edge->last);
  for (size_t i = 0; i < ACT_EDGE_COLUMNS; i++) {
    act_edge_columns[i].column(graph, edge, &maker->text);
    put_built(maker, &fields[EDGE_COLUMNS + i]);
  }
  act_provenance(graph, maker->ids, edge, &maker->text);
  put_built(maker, &fields[EDGE_PROVENANCE]);
}

void act_put_ends(act_output *out, const actant_graph *graph, size_t index)
{
  const act_edge *edge = &graph->edges.data[index];
  act_puts(out, "id=\"e");
  act_put_uint(out, index + 1);
  act_puts(out, "\" source=\"");
  act_puts(out, graph->nodes.data[edge->source].id);
  act_puts(out, "\" target=\"");
  act_puts(out, graph->nodes.data[edge->target].id);
  act_putc(out, '"');
}
