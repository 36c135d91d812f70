/* SPDX-License-Identifier: MIT */
/* GEXF 1.3 (gexf.net) for Gephi and Gephi Lite, and 1.2draft for programs that know no other.  The
   relation and its status are the edge's `kind`, which keeps parallel edges apart in Gephi.  A
   dated edge has spells with a day at both ends, and the graph is dynamic as soon as one has: an
   edge without dates is there all the time.  1.2 stays static, as its readers disagree on dates.
   viz:color has neither alpha nor hex, and viz:size its value first, since Gephi reads no other. */
#include "write/format.h"

#include "write/caption.h"
#include "write/columns.h"
#include "write/fields.h"
#include "write/provenance.h"
#include "write/spells.h"
#include "write/spread.h"
#include "write/style.h"
#include "write/xml.h"

typedef struct gexf {
  act_field_maker maker;
  act_document_ids ids;
  act_point *points;
  act_families families;
  act_spells spells;
  bool old, failed; /* 1.2; memory ran out */
  act_output out;
} gexf;

static void put_day(act_output *out, const char *name, act_date date)
{
  char text[ACT_DATE_MAX];
  date.month = date.month ? date.month : 1;
  date.day = date.day ? date.day : 1;
  act_date_write(date, text);
  act_put_xml_attribute(out, name, text);
}

static void put_element(act_output *out, const char *name, const char *text)
{
  act_puts(out, "    <");
  act_puts(out, name);
  act_puts(out, ">");
  act_put_xml_text(out, text);
  act_puts(out, "</");
  act_puts(out, name);
  act_puts(out, ">\n");
}

static void put_meta(gexf *file)
{
  act_output *out = &file->out;
  act_date newest = act_newest(file->maker.job->graph);
  act_puts(out, "  <meta");
  if (newest.year)
    put_day(out, "lastmodifieddate", newest);
  act_puts(out, ">\n");
  put_element(out, "creator", "actant");
  put_element(out, "description", file->maker.job->title);
  act_puts(out, "  </meta>\n");
}

static void put_attributes(act_output *out, const char *class, const act_field *fields)
{
  static const char *const types[] = { "string", "integer", "double", "boolean" };
  act_puts(out, "    <attributes");
  act_put_xml_attribute(out, "class", class);
  act_puts(out, " mode=\"static\">\n");
  for (; fields->id; fields++) {
    act_puts(out, "      <attribute");
    act_put_xml_attribute(out, "id", fields->name);
    act_put_xml_attribute(out, "title", fields->name);
    act_put_xml_attribute(out, "type", types[fields->type]);
    act_puts(out, "/>\n");
  }
  act_puts(out, "    </attributes>\n");
}

static void put_head(gexf *file)
{
  act_output *out = &file->out;
  bool dynamic = !file->old && act_has_spells(file->maker.job->graph);
  act_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  act_puts(out,
           file->old ? "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                       "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n"
                     : "<gexf xmlns=\"http://gexf.net/1.3\" "
                       "xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n");
  act_put_documents(out, file->maker.job->graph, "  ");
  put_meta(file);
  act_puts(out, "  <graph defaultedgetype=\"directed\" ");
  act_puts(out,
           dynamic ? "mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\""
                   : "mode=\"static\"");
  act_puts(out, " idtype=\"string\">\n");
  put_attributes(out, "node", act_node_fields);
  put_attributes(out, "edge", act_edge_fields);
}

static void put_value(void *context, const act_field *field, const char *text, size_t size)
{
  act_output *out = context;
  act_puts(out, "<attvalue for=\"");
  act_puts(out, field->name);
  act_puts(out, "\" value=\"");
  if (field->type == ACT_FIELD_STRING)
    act_put_xml_value(out, text);
  else
    act_put(out, text, size);
  act_puts(out, "\"/>");
}

static void put_colour(act_output *out, const uint8_t rgb[3])
{
  act_puts(out, "<viz:color r=\"");
  act_put_uint(out, rgb[0]);
  act_puts(out, "\" g=\"");
  act_put_uint(out, rgb[1]);
  act_puts(out, "\" b=\"");
  act_put_uint(out, rgb[2]);
  act_puts(out, "\"/>");
}

static void put_shape(act_output *out, const char *shape)
{
  act_puts(out, "<viz:shape value=\"");
  act_puts(out, shape);
  act_puts(out, "\"/>");
}

static void put_node_look(gexf *file, size_t index)
{
  static const char *const shapes[] = { "disc", "diamond", "square" };
  const act_job *job = file->maker.job;
  actant_entity_type type = job->graph->nodes.data[index].type;
  act_output *out = &file->out;
  put_colour(out, act_node_style_of(type)->rgb);
  act_puts(out, "<viz:position x=\"");
  act_put_decimal(out, file->points[index].x);
  act_puts(out, "\" y=\"");
  act_put_decimal(out, file->points[index].y);
  act_puts(out, "\" z=\"0\"/><viz:size value=\"");
  act_put_uint(out, act_node_size(job->measures->degree[index]));
  act_puts(out, "\"/>");
  put_shape(out, shapes[type]);
}

static void put_node(gexf *file, size_t index)
{
  const act_node *node = &file->maker.job->graph->nodes.data[index];
  act_output *out = &file->out;
  act_puts(out, "      <node id=\"");
  act_puts(out, node->id);
  act_puts(out, "\" label=\"");
  act_put_xml_value(out, node->name);
  act_puts(out, "\"><attvalues>");
  act_each_node_value(&file->maker, index);
  act_puts(out, "</attvalues>");
  put_node_look(file, index);
  act_puts(out, "</node>\n");
}

static void put_spells(gexf *file, const act_edge *edge)
{
  act_output *out = &file->out;
  if (file->old || !edge->first.year)
    return;
  if (!act_find_spells(edge, &file->spells))
    file->failed = true;
  act_puts(out, "<spells>");
  for (size_t i = 0; i < file->spells.count; i++) {
    act_puts(out, "<spell");
    put_day(out, "start", act_date_from_days(file->spells.data[i].begin));
    put_day(out, "end", act_date_from_days(file->spells.data[i].end));
    act_puts(out, "/>");
  }
  act_puts(out, "</spells>");
}

static uint8_t hex_pair(const char *digits)
{
  unsigned value = 0;
  for (size_t i = 0; i < 2; i++) {
    unsigned c = (unsigned char)digits[i];
    value = value * 16 + (c <= '9' ? c - '0' : (c | 32U) - 'a' + 10);
  }
  return (uint8_t)value;
}

static void put_edge_look(gexf *file, const act_edge *edge)
{
  static const char *const shapes[] = { "solid", "dashed", "dotted", "double" };
  act_output *out = &file->out;
  const char *colour = act_family_colour(&file->families, edge->family); /* "#RRGGBB" */
  const uint8_t rgb[] = { hex_pair(colour + 1), hex_pair(colour + 3), hex_pair(colour + 5) };
  put_colour(out, rgb);
  act_puts(out, "<viz:thickness value=\"");
  act_put_decimal(out, act_line_width(edge->support) / 1000.0);
  act_puts(out, "\"/>");
  put_shape(out, shapes[edge->status]);
}

static void put_edge(gexf *file, size_t index)
{
  const actant_graph *graph = file->maker.job->graph;
  const act_edge *edge = &graph->edges.data[index];
  act_output *out = &file->out;
  act_puts(out, "      <edge ");
  act_put_ends(out, graph, index);
  act_puts(out, " type=\"directed\" label=\"");
  act_put_xml_value(out, edge->label);
  act_puts(out, "\" weight=\"");
  act_put_uint(out, edge->support ? edge->support : 1); /* Gephi drops an edge of weight 0 */
  if (!file->old) {
    act_puts(out, "\" kind=\"");
    act_put_xml_value(out, edge->relation);
    act_puts(out, act_kind_ending(edge->status));
  }
  act_puts(out, "\"><attvalues>");
  act_each_edge_value(&file->maker, index);
  act_puts(out, "</attvalues>");
  put_spells(file, edge);
  put_edge_look(file, edge);
  act_puts(out, "</edge>\n");
}

static void put_all(gexf *file)
{
  const actant_graph *graph = file->maker.job->graph;
  act_output *out = &file->out;
  put_head(file);
  act_puts(out, "    <nodes count=\"");
  act_put_uint(out, graph->nodes.count);
  act_puts(out, "\">\n");
  for (size_t i = 0; i < graph->nodes.count; i++)
    put_node(file, i);
  act_puts(out, "    </nodes>\n    <edges count=\"");
  act_put_uint(out, graph->edges.count);
  act_puts(out, "\">\n");
  for (size_t i = 0; i < graph->edges.count; i++)
    put_edge(file, i);
  act_puts(out, "    </edges>\n  </graph>\n</gexf>\n");
}

static actant_status write_file(const act_job *job,
                                bool old,
                                const actant_sink *sink,
                                actant_error *err)
{
  gexf *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  actant_status st;
  if (!file)
    return act_fail_memory(err, "write");
  act_output_init(&file->out, sink);
  act_families_find(job->graph, &file->families);
  TRY_DONE(st, act_document_ids_make(job->graph, &file->ids, err));
  TRY_DONE(st, act_spread_nodes(job, &file->points, err));
  file->old = old;
  file->maker =
    (act_field_maker){ .job = job, .ids = &file->ids, .put = put_value, .context = &file->out };
  put_all(file);
  st = act_output_finish(&file->out, err);
  if (st == ACTANT_OK && (file->maker.text.failed || file->failed))
    st = act_fail_memory(err, "write");
done:
  act_text_free(&file->maker.text);
  act_document_ids_free(&file->ids);
  act_array_free(&file->spells);
  free(file->points);
  free(file);
  return st;
}

actant_status act_write_gexf(const act_job *job, const actant_sink *sink, actant_error *err)
{
  return write_file(job, false, sink, err);
}

actant_status act_write_gexf_12(const act_job *job, const actant_sink *sink, actant_error *err)
{
  return write_file(job, true, sink, err);
}
