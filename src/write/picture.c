/* SPDX-License-Identifier: MIT */
/* The styled graph: how each node and edge looks, and all that is known of it as further
   attributes, which Graphviz ignores and other readers of DOT find.  How the graph is laid out is
   written into the file (layout.h), so that plain `dot -Tsvg` does the same.  Places stand under
   what holds them: located_in is drawn from container to content with its arrow turned round
   (`dir=back`), and `source_id` and `target_id` say which is which
   (`target` is Graphviz's, for the window of a link).  Nodes come in the order of the graph, but by
   community when those are boxed, and in a chart dots before names, which lie on them. */
#include "write/picture.h"

#include "write/caption.h"
#include "write/columns.h"
#include "write/tooltip.h"

#include <string.h>

static const char stage[] = "write";

enum {
  NAME_COLUMNS = 26, /* before a name is broken */
  ROLE_COLUMNS = 34,
  LABEL_COLUMNS = 30,
  SHORT_COLUMNS = 28, /* of names and labels where there are many */
  GROUP_COLUMNS = 44,
  LINES = 3,
  CROWD = 1500, /* edges */
  MARGIN = 60,  /* points that keep a chart's places from being negative */
};

typedef struct picture {
  const act_job *job;
  const act_canvas *canvas;
  const act_layout *layout;
  const act_theme *theme;
  act_families families;
  act_text_builder text;
} picture;

static bool is_chart(const picture *p)
{
  return p->layout->density == ACT_DENSITY_HUGE;
}

static void set(const picture *p, const char *name, const char *value)
{
  p->canvas->set(p->canvas->self, name, value, strlen(value));
}

/* Set an attribute to what `text` holds, and begin `text` anew. */
static void set_built(picture *p, const char *name)
{
  const char *value = act_text_get(&p->text);
  if (value)
    p->canvas->set(p->canvas->self, name, value, p->text.buffer.count);
  act_text_clear(&p->text);
}

static void set_html(picture *p, const char *name)
{
  const char *value = act_text_get(&p->text);
  if (value)
    p->canvas->set_html(p->canvas->self, name, value);
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
  set(p, name, text);
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
  act_text_builder open = { 0 };
  act_text_puts(&open, "<tr><td><font point-size=\"9\" color=\"");
  act_text_puts(&open, p->theme->role);
  act_text_puts(&open, "\">");
  const char *opening = act_text_get(&open);
  if (opening)
    put_lines(out, node->role, ROLE_COLUMNS, opening, "</font></td></tr>");
  out->failed = out->failed || open.failed;
  act_text_free(&open);
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
static void set_name_size(picture *p, uint32_t degree)
{
  uint32_t points = 10 + 2 * square_root(degree);
  set_uint(p, "fontsize", points < 30 ? points : 30);
}

/* Points as inches or, in places, as points. */
static void set_length(picture *p, const char *name, double points)
{
  act_text_thousandths(&p->text, (uint64_t)(points * 1000 / 72 + 0.5));
  set_built(p, name);
}

static void put_place(picture *p, double x, double y)
{
  act_text_thousandths(&p->text, (uint64_t)((x > 0 ? x : 0) * 10 + 0.5) * 100);
  act_text_puts(&p->text, ",");
  act_text_thousandths(&p->text, (uint64_t)((y > 0 ? y : 0) * 10 + 0.5) * 100);
}

/* A dot, filled with the colour that borders have elsewhere. */
static void set_dot(picture *p, size_t index, const act_node_style *style)
{
  set(p, "fillcolor", style->border);
  set(p, "color", p->theme->rim);
  set(p, "fixedsize", "true");
  set_length(p, "width", p->layout->chart.dot[index]);
  set_length(p, "height", p->layout->chart.dot[index]);
  set(p, "penwidth", "0.5");
}

static void set_name(picture *p, size_t index, const act_node_style *style)
{
  const act_node *node = &p->job->graph->nodes.data[index];
  if (p->layout->density == ACT_DENSITY_FULL) {
    put_node_label(p, node);
    set_html(p, "label");
  } else {
    act_text_plain(&p->text, act_shown_name(node), SHORT_COLUMNS);
    set_built(p, "label");
  }
  set(p, "color", style->border);
  set(p, "fillcolor", style->fill);
  set(p, "fontcolor", style->text);
}

static void set_chart_look(picture *p, size_t index, const act_node_style *style)
{
  const act_chart *chart = &p->layout->chart;
  if (chart->places.x) {
    put_place(p, chart->places.x[index] + MARGIN, chart->places.y[index] + MARGIN);
    set_built(p, "pos");
  }
  if (p->layout->drawn && !chart->points[index]) {
    set_dot(p, index, style);
    return;
  }
  set_name(p, index, style);
  if (p->layout->drawn)
    set_uint(p, "fontsize", chart->points[index]);
}

static void set_node_look(picture *p, size_t index)
{
  const act_node *node = &p->job->graph->nodes.data[index];
  const act_node_style *style = &p->theme->nodes[node->type];
  set(p, "shape", style->shape);
  set(p, "style", style->style);
  if (is_chart(p)) {
    set_chart_look(p, index, style);
  } else {
    set_name(p, index, style);
    if (p->layout->density != ACT_DENSITY_FULL)
      set_name_size(p, p->job->measures->degree[index]);
    if (node->type == ACTANT_PLACE)
      set(p, "margin", "0.02,0.0");
  }
  act_node_tooltip(node, &p->text);
  set_built(p, "tooltip");
  set_node_url(p, node);
}

static void put_node(picture *p, size_t index)
{
  const act_node *node = &p->job->graph->nodes.data[index];
  p->canvas->node(p->canvas->self, node->id);
  set_node_look(p, index);
  set(p, "id", node->id);
  set(p, "name", node->name);
  set(p, "entity_type", act_type_name(node->type));
  set(p, "role", node->role);
  act_node_aliases(node, &p->text);
  set_built(p, "aliases");
  act_node_ids(node, &p->text);
  set_built(p, "ids");
  set_uint(p, "mentions", node->mentions);
  set_date(p, "first_date", node->first);
  set_date(p, "last_date", node->last);
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    act_measure_text(p->job->measures, i, index, &p->text);
    set_built(p, act_measure_columns[i].name);
  }
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
  set(p, "style", styles[edge->status]);
  if (edge->symmetric) {
    set(p, "dir", edge->status == ACTANT_NEGATED ? "both" : "none");
    if (edge->status == ACTANT_NEGATED) {
      set(p, "arrowhead", "tee");
      set(p, "arrowtail", "tee");
    }
    return;
  }
  if (turned)
    set(p, "dir", "back");
  set(p, turned ? "arrowtail" : "arrowhead", heads[edge->status]);
}

static const char *family_colour(const picture *p, const char *family)
{
  return p->job->dark ? act_family_colour_dark(&p->families, family)
                      : act_family_colour(&p->families, family);
}

/* Whether lines are so many that each must be thin. */
static bool is_crowded(const picture *p)
{
  return p->job->graph->edges.count > CROWD;
}

/* The colour of the family; many lines shine through each other. */
static void set_edge_colour(picture *p, const act_edge *edge)
{
  static const char *const shine[] = { "", "", "C0", "B0" }; /* by act_density */
  const char *colour = family_colour(p, edge->family);
  act_text_puts(&p->text, colour);
  act_text_puts(&p->text, is_crowded(p) ? "70" : shine[p->layout->density]);
  set_built(p, "color");
  if (p->layout->density <= ACT_DENSITY_MEDIUM)
    set(p, "fontcolor", colour);
}

static uint32_t columns_of(const char *text, uint32_t most)
{
  size_t columns = act_columns(text, strlen(text));
  return columns < most ? (uint32_t)columns : most;
}

/* How wide a node is, about, in thousandths of an inch: letters of a name are some 0.09 wide. */
static uint32_t node_width(const picture *p, const act_node *node)
{
  uint32_t name = 250 + 90 * columns_of(act_shown_name(node), NAME_COLUMNS),
           role = 250 + 65 * columns_of(node->role, ROLE_COLUMNS);
  return p->layout->density == ACT_DENSITY_FULL && role > name ? role : name;
}

/* Wide by support, the less so the more lines there are; long enough for its label. */
static void set_edge_size(picture *p, const act_edge *edge)
{
  static const uint32_t part[] = { 1, 2, 2, 2 }; /* by act_density */
  act_text_thousandths(
    &p->text, act_line_width(edge->support) / (is_crowded(p) ? 3 : part[p->layout->density]));
  set_built(p, "penwidth");
  if (strcmp(p->layout->engine, "neato") != 0)
    return;
  const act_node *nodes = p->job->graph->nodes.data;
  const char *label = *edge->label ? edge->label : edge->relation;
  uint32_t names = node_width(p, &nodes[edge->source]) + node_width(p, &nodes[edge->target]);
  bool labelled = p->layout->density <= ACT_DENSITY_MEDIUM;
  act_text_thousandths(&p->text,
                       labelled ? names / 2 + 200 + 65 * columns_of(label, SHORT_COLUMNS) : 900);
  set_built(p, "len");
}

static void set_edge_label(picture *p, const act_edge *edge)
{
  if (p->layout->density == ACT_DENSITY_FULL) {
    put_edge_label(p, edge);
    set_html(p, "label");
  } else if (p->layout->density == ACT_DENSITY_MEDIUM) {
    act_text_puts(&p->text, " "); /* away from its line */
    act_text_plain(&p->text, *edge->label ? edge->label : edge->relation, SHORT_COLUMNS);
    set_built(p, "label");
  }
}

static void set_edge_look(picture *p, const act_edge *edge)
{
  set_edge_colour(p, edge);
  set_edge_size(p, edge);
  set_edge_line(p, edge);
  set_edge_label(p, edge);
  act_edge_tooltip(p->job->graph, edge, &p->text);
  const char *tooltip = act_text_get(&p->text);
  if (tooltip && p->layout->density <= ACT_DENSITY_MEDIUM)
    p->canvas->set(p->canvas->self, "labeltooltip", tooltip, p->text.buffer.count);
  set_built(p, "tooltip");
}

static void set_edge_facts(picture *p, const act_edge *edge)
{
  const actant_graph *graph = p->job->graph;
  set(p, "relation", edge->relation);
  set(p, "family", edge->family);
  set(p, "symmetric", edge->symmetric ? "true" : "false");
  set(p, "status", act_modality_name(edge->status));
  set(p, "verb", edge->label);
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
  const char *source = graph->nodes.data[edge->source].id,
             *target = graph->nodes.data[edge->target].id;
  p->canvas->edge(p->canvas->self, turned ? target : source, turned ? source : target);
  set_edge_look(p, edge);
  if (edge->evidence.count)
    set_url(p, graph->documents.data[edge->evidence.data[0].document].url);
  act_text_puts(&p->text, "e");
  act_text_uint(&p->text, index + 1);
  set_built(p, "id");
  set(p, "source_id", source);
  set(p, "target_id", target);
  set_edge_facts(p, edge);
}

static void declare_names(const picture *p)
{
  static const char *const nodes[] = {
    "shape",    "style",      "color",     "fillcolor",   "fontcolor", "label",   "tooltip",
    "URL",      "id",         "name",      "entity_type", "role",      "aliases", "ids",
    "mentions", "first_date", "last_date", "pos",         "fixedsize", "width",   "height"
  };
  static const char *const edges[] = { "style",        "color",      "fontcolor",  "dir",
                                       "arrowhead",    "arrowtail",  "label",      "tooltip",
                                       "labeltooltip", "URL",        "id",         "len",
                                       "source_id",    "target_id",  "relation",   "family",
                                       "symmetric",    "status",     "verb",       "support",
                                       "weight",       "confidence", "first_date", "last_date" };
  static const char *const groups[] = { "style",     "fillcolor", "pencolor",
                                        "fontcolor", "fontsize",  "bb" };
  const act_canvas *c = p->canvas;
  c->declare(c->self, ACT_CANVAS_GRAPH, "label", NULL);
  for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++)
    c->declare(c->self, ACT_CANVAS_NODE, nodes[i], NULL);
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++)
    c->declare(c->self, ACT_CANVAS_NODE, act_measure_columns[i].name, NULL);
  for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
    c->declare(c->self, ACT_CANVAS_EDGE, edges[i], NULL);
  for (size_t i = 0; i < ACT_EDGE_COLUMNS; i++)
    c->declare(c->self, ACT_CANVAS_EDGE, act_edge_columns[i].name, NULL);
  for (size_t i = 0; i < sizeof groups / sizeof *groups && p->job->cluster; i++)
    c->declare(c->self, ACT_CANVAS_GRAPH, groups[i], NULL);
}

static void declare_objects(const picture *p)
{
  static const act_attribute node[] = { { "fontname", ACT_FONTS },
                                        { "fontsize", "12" },
                                        { "penwidth", "1.6" },
                                        { "margin", "0.14,0.05" } };
  /* names hug their boxes, so that there is room for more of them */
  static const act_attribute small_node[] = {
    { "penwidth", "1.1" }, { "margin", "0.08,0.035" }, { "width", "0" }, { "height", "0" }
  };
  static const act_attribute edge[] = {
    { "fontname", ACT_FONTS }, { "fontsize", "10" }, { "arrowsize", "0.75" }, { "penwidth", "1.1" }
  };
  static const act_attribute small_edge[] = { { "fontsize", "9" }, { "arrowsize", "0.6" } };
  static const act_attribute thin_edge[] = { { "arrowsize", "0.4" } };
  declare_names(p);
  ACT_DECLARE(p->canvas, ACT_CANVAS_NODE, node);
  ACT_DECLARE(p->canvas, ACT_CANVAS_EDGE, edge);
  if (p->layout->density != ACT_DENSITY_FULL) {
    ACT_DECLARE(p->canvas, ACT_CANVAS_NODE, small_node);
    ACT_DECLARE(p->canvas, ACT_CANVAS_EDGE, small_edge);
  }
  if (is_chart(p)) {
    ACT_DECLARE(p->canvas, ACT_CANVAS_EDGE, thin_edge);
    p->canvas->declare(p->canvas->self, ACT_CANVAS_NODE, "label", ""); /* of dots */
  }
}

/* Large pictures are looked at from afar: the caption grows with them. */
static unsigned caption_size(const picture *p)
{
  static const unsigned percents[] = { 140, 160, 180, 240 }; /* by act_density */
  const act_chart *chart = &p->layout->chart;
  if (is_chart(p) && chart->places.x) {
    unsigned by_width = (unsigned)(chart->places.width / 6);
    return by_width < 160 ? 160 : by_width < 400 ? by_width : 400;
  }
  return p->job->graph->edges.count <= 25 ? 100 : percents[p->layout->density];
}

/* Where a node stands among the others: by community, dots before names, by number. */
typedef struct turn {
  uint32_t community, named, node;
} turn;

static int by_turn(const void *left, const void *right)
{
  const turn *a = left, *b = right;
  if (a->community != b->community)
    return a->community < b->community ? -1 : 1;
  if (a->named != b->named)
    return a->named < b->named ? -1 : 1;
  return a->node < b->node ? -1 : a->node > b->node;
}

static void put_corner(picture *p, double x, double y)
{
  put_place(p, x + MARGIN, y + MARGIN);
}

/* The box of a community, with its name. */
static void open_group(picture *p, uint32_t community)
{
  const act_rectangle *boxes = p->layout->chart.boxes;
  act_text_puts(&p->text, "cluster_");
  act_text_uint(&p->text, community);
  const char *name = act_text_get(&p->text);
  if (name)
    p->canvas->group(p->canvas->self, name);
  act_text_clear(&p->text);
  act_text_plain(&p->text, act_community_name(p->job->measures, community), GROUP_COLUMNS);
  set_built(p, "label");
  set(p, "style", "rounded,filled");
  set(p, "fillcolor", p->theme->box);
  set(p, "pencolor", p->theme->box_border);
  set(p, "fontcolor", p->theme->subtitle);
  act_text_uint(&p->text, is_chart(p) && boxes ? p->layout->chart.heading : 11);
  set_built(p, "fontsize");
  if (!boxes || !p->layout->chart.places.x)
    return;
  const act_rectangle *box = &boxes[community - 1];
  put_corner(p, box->left, box->bottom);
  act_text_puts(&p->text, ",");
  put_corner(p, box->right, box->top);
  set_built(p, "bb");
}

static void put_in_turn(picture *p, const turn *turns, size_t count)
{
  uint32_t open = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t group = turns[i].community;
    if (group != open) {
      bool alone = i + 1 == count || turns[i + 1].community != group;
      if (open)
        p->canvas->group(p->canvas->self, NULL);
      open = alone ? 0 : group;
      if (open)
        open_group(p, open);
    }
    put_node(p, turns[i].node);
  }
  if (open)
    p->canvas->group(p->canvas->self, NULL);
}

static bool put_nodes(picture *p)
{
  size_t count = p->job->graph->nodes.count;
  const act_chart *chart = &p->layout->chart;
  turn *turns = calloc(count + 1, sizeof *turns);
  if (!turns)
    return false;
  for (uint32_t i = 0; i < count; i++)
    turns[i] = (turn){ .community = p->job->cluster ? p->job->measures->community[i] : 0,
                       .named = chart->points && chart->points[i],
                       .node = i };
  qsort(turns, count, sizeof *turns, by_turn);
  put_in_turn(p, turns, count);
  free(turns);
  return true;
}

actant_status act_picture_describe(const act_layout *layout,
                                   const act_canvas *canvas,
                                   actant_error *err)
{
  const act_job *job = layout->job;
  picture p = { .job = job, .canvas = canvas, .layout = layout, .theme = act_theme_of(job->dark) };
  const act_caption_style caption = {
    .title = job->title, .percent = caption_size(&p), .dark = job->dark, .dots = is_chart(&p)
  };
  act_families_find(job->graph, &p.families);
  act_layout_declare(layout, canvas);
  declare_objects(&p);
  act_caption(job->graph, &caption, &p.text);
  set_html(&p, "label");
  bool ok = put_nodes(&p);
  for (size_t i = 0; ok && i < job->graph->edges.count; i++)
    put_edge(&p, i);
  ok = ok && !p.text.failed;
  act_text_free(&p.text);
  return ok ? ACTANT_OK : act_fail_memory(err, stage);
}
