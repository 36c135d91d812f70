/* SPDX-License-Identifier: MIT */
/* GraphML (graphml.graphdrawing.org) as Gephi, igraph, networkx and Graphology read it without
   loss.  Key ids share one namespace, so those of an edge's label and dates have a name of their
   own; the relation stands as the attribute `label` of <edge> too, which Gephi takes as the edge's
   kind and so keeps parallel edges.  Only `&`, `<` and `]]>` are escaped in text: Gephi drops white
   space between two entities.  Empty values are left out. The graph's strings are clean, so nothing
   else can break the file. */
#include "write/format.h"

#include "base/output.h"
#include "write/caption.h"
#include "write/columns.h"
#include "write/style.h"

#include <string.h>

typedef struct graphml {
  const act_job *job;
  act_text_builder text; /* of a value that is put together */
  act_output out;
} graphml;

typedef struct key {
  const char *id, *element, *name, *type;
} key;

static const key keys[] = {
  { "title", "graph", "title", "string" },
  { "creator", "graph", "creator", "string" },
  { "created", "graph", "created", "string" },
  { "label", "node", "label", "string" },
  { "entity_type", "node", "entity_type", "string" },
  { "role", "node", "role", "string" },
  { "aliases", "node", "aliases", "string" },
  { "ids", "node", "ids", "string" },
  { "mentions", "node", "mentions", "int" },
  { "first_date", "node", "first_date", "string" },
  { "last_date", "node", "last_date", "string" },
  { "community", "node", "community", "int" },
  { "degree", "node", "degree", "int" },
  { "size", "node", "size", "double" },
  { "r", "node", "r", "int" },
  { "g", "node", "g", "int" },
  { "b", "node", "b", "int" },
  { "edgelabel", "edge", "label", "string" },
  { "relation", "edge", "relation", "string" },
  { "family", "edge", "family", "string" },
  { "symmetric", "edge", "symmetric", "boolean" },
  { "status", "edge", "status", "string" },
  { "support", "edge", "support", "int" },
  { "weight", "edge", "weight", "double" },
  { "confidence", "edge", "confidence", "double" },
  { "edge_first_date", "edge", "first_date", "string" },
  { "edge_last_date", "edge", "last_date", "string" },
  { "dates", "edge", "dates", "string" },
  { "place", "edge", "place", "string" },
  { "attributed_to", "edge", "attributed_to", "string" },
  { "evidence", "edge", "evidence", "string" },
  { "documents", "edge", "documents", "string" },
};

/* Write text with what XML does not allow in it escaped; quotes too, for an attribute. */
static void put_escaped(act_output *out, const char *string, bool attribute)
{
  size_t from = 0, i = 0;
  for (;; i++) {
    i += strcspn(string + i, attribute ? "&<\"" : "&<]");
    char c = string[i];
    if (c == ']' && strncmp(string + i, "]]>", 3) != 0)
      continue;
    act_put(out, string + from, c == ']' ? i + 2 - from : i - from);
    if (!c)
      return;
    act_puts(out, c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '"' ? "&quot;" : "&gt;");
    i += c == ']' ? 2 : 0;
    from = i + 1;
  }
}

static void open_data(act_output *out, const char *name)
{
  act_puts(out, "<data key=\"");
  act_puts(out, name);
  act_puts(out, "\">");
}

static void close_data(act_output *out)
{
  act_puts(out, "</data>");
}

static void put_text(act_output *out, const char *name, const char *value)
{
  if (!*value)
    return;
  open_data(out, name);
  put_escaped(out, value, false);
  close_data(out);
}

static void put_uint(act_output *out, const char *name, uint64_t value)
{
  open_data(out, name);
  act_put_uint(out, value < INT32_MAX ? value : INT32_MAX);
  close_data(out);
}

static void put_date(act_output *out, const char *name, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  put_text(out, name, text);
}

/* The value that was put together, which begins the next one anew. */
static void put_built(graphml *file, const char *name)
{
  const char *value = act_text_get(&file->text);
  if (value)
    put_text(&file->out, name, value);
  act_text_clear(&file->text);
}

static void put_look(act_output *out, const act_job *job, size_t index)
{
  const act_node_style *style = act_node_style_of(job->graph->nodes.data[index].type);
  uint32_t degree = job->measures->degree[index];
  put_uint(out, "size", 10 + (degree < 40 ? degree : 40)); /* Gephi's default is 10 */
  put_uint(out, "r", style->rgb[0]);
  put_uint(out, "g", style->rgb[1]);
  put_uint(out, "b", style->rgb[2]);
}

static void put_node(graphml *file, size_t index)
{
  const act_job *job = file->job;
  const act_node *node = &job->graph->nodes.data[index];
  act_output *out = &file->out;
  act_puts(out, "    <node id=\"");
  act_puts(out, node->id);
  act_puts(out, "\">");
  put_text(out, "label", node->name);
  put_text(out, "entity_type", act_type_name(node->type));
  put_text(out, "role", node->role);
  act_node_aliases(node, &file->text);
  put_built(file, "aliases");
  act_node_ids(node, &file->text);
  put_built(file, "ids");
  put_uint(out, "mentions", node->mentions);
  put_date(out, "first_date", node->first);
  put_date(out, "last_date", node->last);
  if (job->measures->community_count)
    put_uint(out, "community", job->measures->community[index]);
  put_uint(out, "degree", job->measures->degree[index]);
  put_look(out, job, index);
  act_puts(out, "</node>\n");
}

static void put_facts(act_output *out, const act_edge *edge)
{
  put_text(out, "edgelabel", edge->label);
  put_text(out, "relation", edge->relation);
  put_text(out, "family", edge->family);
  put_text(out, "symmetric", edge->symmetric ? "true" : "false");
  put_text(out, "status", act_modality_name(edge->status));
  put_uint(out, "support", edge->support);
  put_uint(out, "weight", edge->support ? edge->support : 1); /* Gephi drops an edge of weight 0 */
  open_data(out, "confidence");
  act_put_decimal(out, edge->confidence);
  close_data(out);
  put_date(out, "edge_first_date", edge->first);
  put_date(out, "edge_last_date", edge->last);
}

static void put_columns(graphml *file, const act_edge *edge)
{
  for (size_t i = 0; i < ACT_EDGE_COLUMNS; i++) {
    act_edge_columns[i].column(file->job->graph, edge, &file->text);
    put_built(file, act_edge_columns[i].name);
  }
}

static void put_edge(graphml *file, size_t index)
{
  const actant_graph *graph = file->job->graph;
  const act_edge *edge = &graph->edges.data[index];
  act_output *out = &file->out;
  act_puts(out, "    <edge id=\"e");
  act_put_uint(out, index + 1);
  act_puts(out, "\" source=\"");
  act_puts(out, graph->nodes.data[edge->source].id);
  act_puts(out, "\" target=\"");
  act_puts(out, graph->nodes.data[edge->target].id);
  act_puts(out, "\" label=\"");
  put_escaped(out, edge->relation, true);
  act_puts(out, "\">");
  put_facts(out, edge);
  put_columns(file, edge);
  act_puts(out, "</edge>\n");
}

static void put_head(graphml *file)
{
  act_output *out = &file->out;
  act_puts(out,
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
           "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    const char *const parts[] = { "  <key id=\"",    keys[i].id,        "\" for=\"",
                                  keys[i].element,   "\" attr.name=\"", keys[i].name,
                                  "\" attr.type=\"", keys[i].type,      "\"/>\n" };
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
      act_puts(out, parts[k]);
  }
  act_puts(out, "  <graph id=\"G\" edgedefault=\"directed\">\n    ");
  put_text(out, "title", file->job->title);
  put_text(out, "creator", "actant");
  put_date(out, "created", act_newest(file->job->graph));
  act_puts(out, "\n");
}

actant_status act_write_graphml(const act_job *job, const actant_sink *sink, actant_error *err)
{
  graphml *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  if (!file)
    return act_fail_memory(err, "write");
  file->job = job;
  act_output_init(&file->out, sink);
  put_head(file);
  for (size_t i = 0; i < job->graph->nodes.count; i++)
    put_node(file, i);
  for (size_t i = 0; i < job->graph->edges.count; i++)
    put_edge(file, i);
  act_puts(&file->out, "  </graph>\n</graphml>\n");
  actant_status st = act_output_finish(&file->out, err);
  if (st == ACTANT_OK && file->text.failed)
    st = act_fail_memory(err, "write");
  act_text_free(&file->text);
  free(file);
  return st;
}
