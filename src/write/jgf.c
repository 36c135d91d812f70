/* SPDX-License-Identifier: MIT */
/* The JSON Graph Format, version 2 (jsongraphformat.info): nodes are an object by id, and what is
   not of the format's own terms is metadata.  An edge of a symmetric relation is undirected. */
#include "write/json.h"

static void put_node(act_json *file, size_t index)
{
  const act_node *node = &file->job->graph->nodes.data[index];
  act_puts(&file->out, index ? ",\n   \"" : "\n   \"");
  act_puts(&file->out, node->id);
  act_puts(&file->out, "\": {\"label\": ");
  act_json_string(file, node->name);
  act_puts(&file->out, ", \"metadata\": {");
  act_json_node_members(file, index);
  act_puts(&file->out, "}}");
}

static void put_edge(act_json *file, size_t index)
{
  const actant_graph *graph = file->job->graph;
  const act_edge *edge = &graph->edges.data[index];
  act_output *out = &file->out;
  act_puts(out, index ? ",\n   {\"id\": " : "\n   {\"id\": ");
  act_json_edge_id(file, index);
  act_puts(out, ", \"source\": \"");
  act_puts(out, graph->nodes.data[edge->source].id);
  act_puts(out, "\", \"target\": \"");
  act_puts(out, graph->nodes.data[edge->target].id);
  act_puts(out, edge->symmetric ? "\", \"directed\": false" : "\", \"directed\": true");
  act_json_text(file, "relation", edge->relation);
  act_json_text(file, "label", edge->label);
  act_puts(out, ", \"metadata\": {");
  act_json_edge_members(file, index);
  act_puts(out, "}}");
}

actant_status act_write_jgf(const act_job *job, const actant_sink *sink, actant_error *err)
{
  act_json *file = NULL;
  size_t nodes = job->graph->nodes.count, edges = job->graph->edges.count;
  TRY(act_json_open(job, sink, &file, err));
  act_puts(&file->out, "{\"graph\": {\n  \"label\": ");
  act_json_string(file, job->title);
  act_puts(&file->out, ",\n  \"directed\": true,\n  \"metadata\": {");
  act_json_graph_members(file);
  act_puts(&file->out, "},\n  \"nodes\": {");
  for (size_t i = 0; i < nodes; i++)
    put_node(file, i);
  act_puts(&file->out, nodes ? "\n  },\n  \"edges\": [" : "},\n  \"edges\": [");
  for (size_t i = 0; i < edges; i++)
    put_edge(file, i);
  act_puts(&file->out, edges ? "\n  ]\n}}\n" : "]\n}}\n");
  return act_json_close(file, err);
}
