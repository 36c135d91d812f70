/* SPDX-License-Identifier: MIT */
/* The styled graph: how each node and edge looks, and all that is known of it as further
   attributes, which Graphviz ignores and other readers of DOT find.  How the graph is laid out is
   written into the file (layout.h), so that plain `dot -Tsvg` does the same.  Places stand under
   what holds them: located_in is drawn from container to content with its arrow turned round
   (`dir=back`), and `source_id` and `target_id` say which is which
   (`target` is Graphviz's, for the window of a link). */
#include "write/format.h"

#ifdef ACTANT_HAVE_GRAPHVIZ

#include "write/caption.h"
#include "write/columns.h"
#include "write/layout.h"
#include "write/tooltip.h"

#include <string.h>

static const char stage[] = "write";

enum {
  NAME_COLUMNS = 26, /* before a name is broken */
  ROLE_COLUMNS = 34,
  LABEL_COLUMNS = 30,
  LINES = 3,
};

typedef struct picture {
  const act_job *job;
  act_gv *gv;
  act_layout layout;
  act_families families;
  act_text_builder text;
} picture;

/* Set an attribute to what `text` holds, and begin `text` anew. */
static void set_built(picture *p, const char *name)
{
  const char *value = act_text_get(&p->text);
  if (value)
    act_gv_set(p->gv, name, value);
  act_text_clear(&p->text);
}

static void set_html(picture *p, const char *name)
{
  const char *value = act_text_get(&p->text);
  if (value)
    act_gv_set_html(p->gv, name, value);
  act_text_clear(&p->text);
}

static void set_uint(picture *p, const char *name, uint64_t number)
{
  act_text_uint(&p->text, number);
  set_built(p, name);
}

static void set_date(picture *p, const char *name, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  act_gv_set(p->gv, name, text);
}

/* A string in lines of so many columns, as cells of an HTML-like label. */
static void put_lines(act_text_builder *out,
                      const char *string,
                      size_t columns,
                      const char *open,
                      const char *close)
{
  size_t size = strlen(string), at = 0;
  for (int line = 0; at < size && line < LINES; line++) {
    size_t next, end = act_fit(string + at, size - at, columns, &next);
    act_text_puts(out, open);
    act_text_html(out, string + at, end);
    act_text_puts(out, line == LINES - 1 && at + next < size ? "…" : "");
    act_text_puts(out, close);
    at += next;
  }
}

static void put_node_label(picture *p, const act_node *node)
{
  act_text_builder *out = &p->text;
  act_text_puts(out, "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\">");
  put_lines(out, act_shown_name(node), NAME_COLUMNS, "<tr><td><b>", "</b></td></tr>");
  put_lines(out,
            node->role,
            ROLE_COLUMNS,
            "<tr><td><font point-size=\"9\" color=\"#4B5563\">",
            "</font></td></tr>");
  act_text_puts(out, "</table>");
}

/* Addresses that a click may follow: never "javascript:" and its kind. */
static bool is_web(const char *url)
{
  return strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0;
}

/* Graphviz writes an address into SVG as it stands. */
static void set_url(picture *p, const char *url)
{
  if (!is_web(url))
    return;
  act_text_html(&p->text, url, strlen(url));
  set_built(p, "URL");
}

static void set_node_url(picture *p, const act_node *node)
{
  const char *url =
    node->documents.count ? p->job->graph->documents.data[node->documents.data[0]].url : "";
  if (*node->wikidata) {
    act_text_puts(&p->text, "https://www.wikidata.org/wiki/");
    act_text_puts(&p->text, node->wikidata);
    set_built(p, "URL");
  } else {
    set_url(p, url);
  }
}

static uint32_t square_root(uint32_t number)
{
  uint32_t root = 0;
  while ((root + 1) * (root + 1) <= number && root < 1000)
    root++;
  return root;
}

/* Names grow with the root of the degree, so that their area does with the degree. */
static void set_node_size(picture *p, uint32_t degree)
{
  uint32_t points = (p->layout.density == ACT_DENSITY_LARGE ? 7 : 8) + 2 * square_root(degree);
  set_uint(p, "fontsize", points < 30 ? points : 30);
}

static void set_node_look(picture *p, size_t index)
{
  const act_node *node = &p->job->graph->nodes.data[index];
  const act_node_style *style = act_node_style_of(node->type);
  act_gv_set(p->gv, "shape", style->shape);
  act_gv_set(p->gv, "style", style->style);
  act_gv_set(p->gv, "color", style->border);
  act_gv_set(p->gv, "fillcolor", style->fill);
  act_gv_set(p->gv, "fontcolor", style->text);
  if (node->type == ACTANT_PLACE)
    act_gv_set(p->gv, "margin", "0.02,0.0");
  if (p->layout.density == ACT_DENSITY_FULL) {
    put_node_label(p, node);
    set_html(p, "label");
  } else {
    act_text_plain(&p->text, act_shown_name(node), 40);
    set_built(p, "label");
    set_node_size(p, p->job->measures->degree[index]);
  }
  act_node_tooltip(node, &p->text);
  set_built(p, "tooltip");
  set_node_url(p, node);
}

static void put_node(picture *p, size_t index)
{
  const act_node *node = &p->job->graph->nodes.data[index];
  act_gv_node(p->gv, node->id);
  set_node_look(p, index);
  act_gv_set(p->gv, "id", node->id);
  act_gv_set(p->gv, "name", node->name);
  act_gv_set(p->gv, "entity_type", act_type_name(node->type));
  act_gv_set(p->gv, "role", node->role);
  act_node_aliases(node, &p->text);
  set_built(p, "aliases");
  act_node_ids(node, &p->text);
  set_built(p, "ids");
  set_uint(p, "mentions", node->mentions);
  set_date(p, "first_date", node->first);
  set_date(p, "last_date", node->last);
  if (p->job->measures->community_count)
    set_uint(p, "community", p->job->measures->community[index]);
  set_uint(p, "degree", p->job->measures->degree[index]);
}

static void put_edge_label(picture *p, const act_edge *edge)
{
  act_text_builder *out = &p->text;
  act_text_puts(
    out, "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\"><tr><td>");
  act_text_builder label = { 0 };
  act_text_cut(&label, *edge->label ? edge->label : edge->relation, LABEL_COLUMNS);
  act_text_html(out, label.buffer.data, label.buffer.count);
  out->failed = out->failed || label.failed;
  act_text_free(&label);
  if (edge->support > 1) {
    act_text_puts(out, " <font point-size=\"8\">×");
    act_text_uint(out, edge->support);
    act_text_puts(out, "</font>");
  }
  act_text_puts(out, "</td></tr></table>");
}

static bool is_turned(const act_edge *edge)
{
  return strcmp(edge->relation, "located_in") == 0;
}

/* Lines and ends say the status; ends and their absence the direction. */
static void set_edge_line(picture *p, const act_edge *edge)
{
  static const char *const styles[] = { "", "dashed", "dotted", "dotted" };
  static const char *const heads[] = { "", "", "empty", "tee" };
  bool turned = is_turned(edge);
  act_gv_set(p->gv, "style", styles[edge->status]);
  if (edge->symmetric) {
    act_gv_set(p->gv, "dir", edge->status == ACTANT_NEGATED ? "both" : "none");
    if (edge->status == ACTANT_NEGATED) {
      act_gv_set(p->gv, "arrowhead", "tee");
      act_gv_set(p->gv, "arrowtail", "tee");
    }
    return;
  }
  if (turned)
    act_gv_set(p->gv, "dir", "back");
  act_gv_set(p->gv, turned ? "arrowtail" : "arrowhead", heads[edge->status]);
}

static void set_edge_look(picture *p, const act_edge *edge)
{
  const char *colour = act_family_colour(&p->families, edge->family);
  uint32_t width = act_line_width(edge->support);
  act_text_puts(&p->text, colour);
  act_text_puts(&p->text,
                p->layout.density == ACT_DENSITY_LARGE ? "A0"
                                                       : ""); /* lines shine through each other */
  set_built(p, "color");
  act_gv_set(p->gv, "fontcolor", colour);
  act_text_thousandths(&p->text, p->layout.density == ACT_DENSITY_FULL ? width : width / 2);
  set_built(p, "penwidth");
  if (strcmp(p->layout.engine, "neato") == 0) {
    size_t columns = act_columns(edge->label, strlen(edge->label));
    act_text_thousandths(&p->text,
                         1600 + 80 * (columns < LABEL_COLUMNS
                                        ? columns
                                        : LABEL_COLUMNS)); /* inches that the label needs */
    set_built(p, "len");
  }
  set_edge_line(p, edge);
  if (p->layout.density == ACT_DENSITY_FULL) {
    put_edge_label(p, edge);
    set_html(p, "label");
  } else if (p->layout.density == ACT_DENSITY_MEDIUM) {
    act_text_puts(&p->text, " "); /* away from its line */
    act_text_plain(&p->text, *edge->label ? edge->label : edge->relation, 26);
    set_built(p, "label");
  }
  act_edge_tooltip(p->job->graph, edge, &p->text);
  const char *tooltip = act_text_get(&p->text);
  if (tooltip) {
    act_gv_set(p->gv, "tooltip", tooltip);
    if (p->layout.density != ACT_DENSITY_LARGE)
      act_gv_set(p->gv, "labeltooltip", tooltip);
  }
  act_text_clear(&p->text);
}

static void set_edge_facts(picture *p, const act_edge *edge)
{
  const actant_graph *graph = p->job->graph;
  act_gv_set(p->gv, "relation", edge->relation);
  act_gv_set(p->gv, "family", edge->family);
  act_gv_set(p->gv, "symmetric", edge->symmetric ? "true" : "false");
  act_gv_set(p->gv, "status", act_modality_name(edge->status));
  act_gv_set(p->gv, "verb", edge->label);
  set_uint(p, "support", edge->support);
  set_uint(p, "weight", edge->support ? edge->support : 1);
  act_text_thousandths(&p->text, (uint64_t)(edge->confidence * 1000 + 0.5));
  set_built(p, "confidence");
  set_date(p, "first_date", edge->first);
  set_date(p, "last_date", edge->last);
  for (size_t i = 0; i < ACT_EDGE_COLUMNS; i++) {
    act_edge_columns[i].column(graph, edge, &p->text);
    set_built(p, act_edge_columns[i].name);
  }
}

static void put_edge(picture *p, size_t index)
{
  const actant_graph *graph = p->job->graph;
  const act_edge *edge = &graph->edges.data[index];
  bool turned = is_turned(edge);
  act_gv_edge(p->gv, turned ? edge->target : edge->source, turned ? edge->source : edge->target);
  set_edge_look(p, edge);
  if (edge->evidence.count)
    set_url(p, graph->documents.data[edge->evidence.data[0].document].url);
  act_text_puts(&p->text, "e");
  act_text_uint(&p->text, index + 1);
  set_built(p, "id");
  act_gv_set(p->gv, "source_id", graph->nodes.data[edge->source].id);
  act_gv_set(p->gv, "target_id", graph->nodes.data[edge->target].id);
  set_edge_facts(p, edge);
}

static void declare_objects(picture *p)
{
  static const act_attribute node[] = { { "fontname", ACT_FONTS },
                                        { "fontsize", "12" },
                                        { "penwidth", "1.6" },
                                        { "margin", "0.14,0.05" } };
  static const act_attribute edge[] = {
    { "fontname", ACT_FONTS }, { "fontsize", "10" }, { "arrowsize", "0.75" }, { "penwidth", "1.1" }
  };
  static const act_attribute small_edge[] = { { "fontsize", "9" }, { "arrowsize", "0.6" } };
  static const char *const node_names[] = { "shape",     "style",     "color",       "fillcolor",
                                            "fontcolor", "label",     "tooltip",     "URL",
                                            "id",        "name",      "entity_type", "role",
                                            "aliases",   "ids",       "mentions",    "first_date",
                                            "last_date", "community", "degree" };
  static const char *const edge_names[] = {
    "style",     "color",     "fontcolor",     "dir",        "arrowhead",  "arrowtail",
    "label",     "tooltip",   "labeltooltip",  "URL",        "id",         "len",
    "source_id", "target_id", "relation",      "family",     "symmetric",  "status",
    "verb",      "support",   "weight",        "confidence", "first_date", "last_date",
    "dates",     "place",     "attributed_to", "evidence",   "documents"
  };
  ACT_DECLARE(p->gv, ACT_GV_NODE, node);
  ACT_DECLARE(p->gv, ACT_GV_EDGE, edge);
  if (p->layout.density != ACT_DENSITY_FULL)
    ACT_DECLARE(p->gv, ACT_GV_EDGE, small_edge);
  for (size_t i = 0; i < sizeof node_names / sizeof *node_names; i++)
    act_gv_declare(p->gv, ACT_GV_NODE, node_names[i], "");
  for (size_t i = 0; i < sizeof edge_names / sizeof *edge_names; i++)
    act_gv_declare(p->gv, ACT_GV_EDGE, edge_names[i], "");
}

/* Large pictures are looked at from afar: the caption grows with them. */
static unsigned caption_size(const actant_graph *graph)
{
  size_t edges = graph->edges.count;
  return edges <= 25 ? 100 : edges <= 60 ? 140 : edges <= 400 ? 180 : 300;
}

static void describe(picture *p)
{
  const actant_graph *graph = p->job->graph;
  act_layout_declare(&p->layout, p->gv);
  declare_objects(p);
  act_caption(graph, p->job->title, caption_size(graph), &p->text);
  set_html(p, "label");
  for (size_t i = 0; i < graph->nodes.count; i++)
    put_node(p, i);
  for (size_t i = 0; i < graph->edges.count; i++)
    put_edge(p, i);
}

/* Describe the graph to Graphviz, then write it, or lay it out and render it for a device. */
static actant_status draw(const act_job *job,
                          const char *device,
                          const actant_sink *sink,
                          actant_error *err)
{
  const actant_graph *graph = job->graph;
  picture p = { .job = job };
  actant_status st;
  TRY(act_layout_choose(job, device != NULL, &p.layout, err));
  TRY(act_gv_open(graph->nodes.count, &p.gv, err));
  act_families_find(graph, &p.families);
  describe(&p);
  if (p.text.failed)
    st = act_fail_memory(err, stage);
  else if (device)
    st = act_gv_render(p.gv, p.layout.engine, device, sink, err);
  else
    st = act_gv_write(p.gv, sink, err);
  act_gv_close(p.gv);
  act_text_free(&p.text);
  return st;
}

actant_status act_write_dot(const act_job *job, const actant_sink *sink, actant_error *err)
{
  return draw(job, NULL, sink, err);
}

actant_status act_write_svg(const act_job *job, const actant_sink *sink, actant_error *err)
{
  return draw(job, "svg", sink, err);
}

actant_status act_write_png(const act_job *job, const actant_sink *sink, actant_error *err)
{
  return draw(job, "png", sink, err);
}

#else
typedef int act_picture_is_left_out; /* a file is never empty */
#endif
