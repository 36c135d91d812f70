/* SPDX-License-Identifier: MIT */
/* Node-link JSON, as networkx's node_link_graph and d3 read it.  networkx to 3.3 and d3 look for
   `links`, networkx from 3.4 for `edges`: both are written, and both are complete.  `key` tells
   parallel edges apart. */
#include "write/json.h"

static void put_node(act_json *file, size_t index)
{
  const act_node *node = &file->job->graph->nodes.data[index];
  act_puts(&file->out, index ? ",\n  {\"id\": \"" : "\n  {\"id\": \"");
  act_puts(&file->out, node->id);
  act_putc(&file->out, '"');
  act_json_text(file, "label", node->name);
  act_puts(&file->out, ", ");
  act_json_node_members(file, index);
  act_putc(&file->out, '}');
}

static void put_edge(act_json *file, size_t index)
{
  const actant_graph *graph = file->job->graph;
  const act_edge *edge = &graph->edges.data[index];
  act_output *out = &file->out;
  act_puts(out, index ? ",\n  {\"id\": " : "\n  {\"id\": ");
  act_json_edge_id(file, index);
  act_puts(out, ", \"key\": ");
  act_json_edge_id(file, index);
  act_puts(out, ", \"source\": \"");
  act_puts(out, graph->nodes.data[edge->source].id);
  act_puts(out, "\", \"target\": \"");
  act_puts(out, graph->nodes.data[edge->target].id);
  act_putc(out, '"');
  act_json_text(file, "relation", edge->relation);
  act_json_text(file, "label", edge->label);
  act_puts(out, ", ");
  act_json_edge_members(file, index);
  act_putc(out, '}');
}

static void put_edges(act_json *file)
{
  size_t count = file->job->graph->edges.count;
  for (size_t i = 0; i < count; i++)
    put_edge(file, i);
  act_puts(&file->out, count ? "\n ]" : "]");
}

actant_status act_write_node_link(const act_job *job, const actant_sink *sink, actant_error *err)
{
  act_json *file = NULL;
  TRY(act_json_open(job, sink, &file, err));
  act_puts(&file->out,
           "{\n \"directed\": true,\n \"multigraph\": true,\n \"graph\": {\n  \"title\": ");
  act_json_string(file, job->title);
  act_puts(&file->out, ", ");
  act_json_graph_members(file);
  act_puts(&file->out, "\n },\n \"nodes\": [");
  for (size_t i = 0; i < job->graph->nodes.count; i++)
    put_node(file, i);
  act_puts(&file->out, job->graph->nodes.count ? "\n ],\n \"links\": [" : "],\n \"links\": [");
  put_edges(file);
  act_puts(&file->out, ",\n \"edges\": [");
  put_edges(file);
  act_puts(&file->out, "\n}\n");
  return act_json_close(file, err);
}
