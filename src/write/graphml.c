/* SPDX-License-Identifier: MIT */
/* GraphML (graphml.graphdrawing.org) as Gephi, igraph, networkx and Graphology read it without
   loss.  Key ids share one namespace, so those of an edge's label and dates have a name of their
   own; the relation stands with its status as the attribute `label` of <edge> too, which Gephi
   takes as the edge's kind and so keeps parallel edges.  Documents are told by processing
   instructions, so that all of the graph can be read back.  The graph's strings are clean, so
   nothing but markup needs escaping.
 */
#include "write/format.h"

#include "write/caption.h"
#include "write/columns.h"
#include "write/fields.h"
#include "write/provenance.h"
#include "write/spread.h"
#include "write/style.h"
#include "write/xml.h"

typedef struct graphml {
  act_field_maker maker;
  act_document_ids ids;
  act_point *points;
  act_output out;
} graphml;

static void put_key(act_output *out,
                    const char *id,
                    const char *element,
                    const char *name,
                    const char *type)
{
  act_puts(out, "  <key");
  act_put_xml_attribute(out, "id", id);
  act_put_xml_attribute(out, "for", element);
  act_put_xml_attribute(out, "attr.name", name);
  act_put_xml_attribute(out, "attr.type", type);
  act_puts(out, "/>\n");
}

static void put_field_keys(act_output *out, const char *element, const act_field *fields)
{
  static const char *const types[] = { "string", "int", "double", "boolean" };
  for (; fields->id; fields++)
    put_key(out, fields->id, element, fields->name, types[fields->type]);
}

static void put_keys(act_output *out)
{
  put_key(out, "title", "graph", "title", "string");
  put_key(out, "creator", "graph", "creator", "string");
  put_key(out, "created", "graph", "created", "string");
  put_key(out, "label", "node", "label", "string");
  put_field_keys(out, "node", act_node_fields);
  put_key(out, "x", "node", "x", "double");
  put_key(out, "y", "node", "y", "double");
  put_key(out, "size", "node", "size", "double");
  put_key(out, "r", "node", "r", "int");
  put_key(out, "g", "node", "g", "int");
  put_key(out, "b", "node", "b", "int");
  put_key(out, "edgelabel", "edge", "label", "string");
  put_key(out, "weight", "edge", "weight", "double");
  put_field_keys(out, "edge", act_edge_fields);
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
  act_put_xml_text(out, value);
  close_data(out);
}

static void put_uint(act_output *out, const char *name, uint64_t value)
{
  open_data(out, name);
  act_put_uint(out, value);
  close_data(out);
}

static void put_decimal(act_output *out, const char *name, double value)
{
  open_data(out, name);
  act_put_decimal(out, value);
  close_data(out);
}

static void put_value(void *context, const act_field *field, const char *text, size_t size)
{
  act_output *out = context;
  open_data(out, field->id);
  if (field->type == ACT_FIELD_STRING)
    act_put_xml_text(out, text);
  else
    act_put(out, text, size);
  close_data(out);
}

static void put_look(graphml *file, size_t index)
{
  const act_job *job = file->maker.job;
  const act_node_style *style = act_node_style_of(job->graph->nodes.data[index].type);
  act_output *out = &file->out;
  put_decimal(out, "x", file->points[index].x);
  put_decimal(out, "y", file->points[index].y);
  put_uint(out, "size", act_node_size(job->measures->degree[index]));
  put_uint(out, "r", style->rgb[0]);
  put_uint(out, "g", style->rgb[1]);
  put_uint(out, "b", style->rgb[2]);
}

static void put_node(graphml *file, size_t index)
{
  const act_node *node = &file->maker.job->graph->nodes.data[index];
  act_output *out = &file->out;
  act_puts(out, "    <node id=\"");
  act_puts(out, node->id);
  act_puts(out, "\">");
  put_text(out, "label", node->name);
  act_each_node_value(&file->maker, index);
  put_look(file, index);
  act_puts(out, "</node>\n");
}

static void put_edge(graphml *file, size_t index)
{
  const actant_graph *graph = file->maker.job->graph;
  const act_edge *edge = &graph->edges.data[index];
  act_output *out = &file->out;
  act_puts(out, "    <edge ");
  act_put_ends(out, graph, index);
  act_puts(out, " label=\"");
  act_put_xml_value(out, edge->relation);
  act_puts(out, act_kind_ending(edge->status));
  act_puts(out, "\">");
  put_text(out, "edgelabel", edge->label);
  put_uint(out, "weight", edge->support ? edge->support : 1); /* Gephi drops an edge of weight 0 */
  act_each_edge_value(&file->maker, index);
  act_puts(out, "</edge>\n");
}

static void put_head(graphml *file)
{
  act_output *out = &file->out;
  const act_job *job = file->maker.job;
  char created[ACT_DATE_MAX];
  act_puts(out,
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
           "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
  act_put_documents(out, job->graph, "  ");
  put_keys(out);
  act_puts(out, "  <graph id=\"G\" edgedefault=\"directed\">\n    ");
  put_text(out, "title", job->title);
  put_text(out, "creator", "actant");
  act_date_write(act_newest(job->graph), created);
  put_text(out, "created", created);
  act_puts(out, "\n");
}

static void put_all(graphml *file)
{
  const actant_graph *graph = file->maker.job->graph;
  put_head(file);
  for (size_t i = 0; i < graph->nodes.count; i++)
    put_node(file, i);
  for (size_t i = 0; i < graph->edges.count; i++)
    put_edge(file, i);
  act_puts(&file->out, "  </graph>\n</graphml>\n");
}

actant_status act_write_graphml(const act_job *job, const actant_sink *sink, actant_error *err)
{
  graphml *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  actant_status st;
  if (!file)
    return act_fail_memory(err, "write");
  act_output_init(&file->out, sink);
  TRY_DONE(st, act_document_ids_make(job->graph, &file->ids, err));
  TRY_DONE(st, act_spread_nodes(job, &file->points, err));
  file->maker =
    (act_field_maker){ .job = job, .ids = &file->ids, .put = put_value, .context = &file->out };
  put_all(file);
  st = act_output_finish(&file->out, err);
  if (st == ACTANT_OK && file->maker.text.failed)
    st = act_fail_memory(err, "write");
done:
  act_text_free(&file->maker.text);
  act_document_ids_free(&file->ids);
  free(file->points);
  free(file);
  return st;
}
