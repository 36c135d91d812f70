/* SPDX-License-Identifier: MIT */
/* The styled graph: how each node and edge looks, and all that is known of it as further attributes, which Graphviz ignores and other readers of
   DOT find.  By size: up to some sixty edges in layers with every label; up to 150 so with short labels and names sized by degree; beyond, by
   springs, with straight lines and no labels.  Layers keep labels apart, but a star in layers is a mile wide: with many neighbours of one node, stress
   majorization (neato) takes their place.  `layout` and what keeps it fast are written into the file, so that plain `dot -Tsvg` does the same.
   Places stand under what holds them: located_in is drawn from container to content with its arrow turned round (`dir=back`), and `source_id`
   and `target_id` say which is which (`target` is Graphviz's, for the window of a link). */
#include "write/format.h"

#ifdef ACTANT_HAVE_GRAPHVIZ

#include "write/caption.h"
#include "write/columns.h"
#include "write/graphviz.h"
#include "write/style.h"

#include <string.h>

static const char stage[] = "write";

/* Lists of fonts: pango and browsers take the first that is there. */
#define FONTS "Noto Sans,DejaVu Sans,Liberation Sans,Arial,sans-serif"

enum {
  NAME_COLUMNS = 26, /* before a name is broken */
  ROLE_COLUMNS = 34,
  LABEL_COLUMNS = 30,
  LINES = 3,
  QUOTES = 4,          /* sentences in a tooltip */
  QUOTE_COLUMNS = 280, /* of each */
  DOT_SAFE = 200,      /* edges beyond which dot needs its limits: 29 s at 500 without */
  LAYOUT_LIMIT = 6000, /* edges that sfdp lays out in some seconds, with nodes kept apart */
  SLOW_LIMIT = 800,    /* nodes, for engines of quadratic time */
  MANY_PARTS = 40,     /* components beyond which fitting them together takes a minute; rows of them take none */
  STAR = 16,           /* neighbours of a node that are too many for a layer */
};

typedef struct picture {
  const act_job *job;
  act_gv *gv;
  act_families families;
  act_density density;
  const char *engine;
  act_text_builder text;
} picture;

typedef struct attribute {
  const char *name, *value;
} attribute;

static void declare_all(act_gv *gv, act_gv_kind kind, const attribute *rows, size_t count)
{
  for (size_t i = 0; i < count; i++)
    act_gv_declare(gv, kind, rows[i].name, rows[i].value);
}

#define DECLARE(gv, kind, rows) declare_all((gv), (kind), (rows), sizeof(rows) / sizeof *(rows))

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
static void put_lines(act_text_builder *out, const char *string, size_t columns, const char *open, const char *close)
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

static const char *shown_name(const act_node *node)
{
  return *node->name ? node->name : node->id;
}

static void put_node_label(picture *p, const act_node *node)
{
  act_text_builder *out = &p->text;
  act_text_puts(out, "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\">");
  put_lines(out, shown_name(node), NAME_COLUMNS, "<tr><td><b>", "</b></td></tr>");
  put_lines(out, node->role, ROLE_COLUMNS, "<tr><td><font point-size=\"9\" color=\"#4B5563\">", "</font></td></tr>");
  act_text_puts(out, "</table>");
}

/* Text for a tooltip, where Graphviz takes "&lt;" for an entity: ampersands are written as one. */
static void put_plain(act_text_builder *out, const char *string, size_t columns)
{
  act_text_builder cut = { 0 };
  act_text_cut(&cut, string, columns);
  for (size_t i = 0; i < cut.buffer.count; i++)
    if (cut.buffer.data[i] == '&')
      act_text_puts(out, "&amp;");
    else
      act_text_put(out, &cut.buffer.data[i], 1);
  out->failed = out->failed || cut.failed;
  act_text_free(&cut);
}

static void put_node_tooltip(picture *p, const act_node *node)
{
  act_text_builder *out = &p->text;
  put_plain(out, shown_name(node), QUOTE_COLUMNS);
  act_text_puts(out, " (");
  act_text_puts(out, act_type_name(node->type));
  act_text_puts(out, ")");
  if (*node->role) {
    act_text_puts(out, "\n");
    put_plain(out, node->role, QUOTE_COLUMNS);
  }
  act_text_puts(out, "\n");
  act_text_count(out, node->mentions, "mention", "mentions");
  if (node->documents.count > 1) {
    act_text_puts(out, " in ");
    act_text_count(out, node->documents.count, "document", "documents");
  }
  for (size_t i = 0; i < node->aliases.count && i < QUOTES; i++) {
    act_text_puts(out, i ? ", " : "\nalso: ");
    put_plain(out, node->aliases.data[i], ROLE_COLUMNS);
  }
}

static void put_quote(picture *p, const act_graph_evidence *row)
{
  const act_graph_document *document = &p->job->graph->documents.data[row->document];
  act_text_builder *out = &p->text;
  act_text_puts(out, "\n“");
  put_plain(out, row->text, QUOTE_COLUMNS);
  act_text_puts(out, "”");
  if (*document->title) {
    act_text_puts(out, " — ");
    put_plain(out, document->title, 80);
  }
  if (document->date.year) {
    act_text_puts(out, *document->title ? ", " : " — ");
    act_text_date(out, document->date);
  }
}

static void put_edge_tooltip(picture *p, const act_edge *edge)
{
  const actant_graph *graph = p->job->graph;
  act_text_builder *out = &p->text;
  size_t shown = 0;
  put_plain(out, shown_name(&graph->nodes.data[edge->source]), 60);
  act_text_puts(out, " – ");
  put_plain(out, *edge->label ? edge->label : edge->relation, 60);
  act_text_puts(out, " – ");
  put_plain(out, shown_name(&graph->nodes.data[edge->target]), 60);
  act_text_puts(out, " (");
  if (edge->status != ACTANT_ACTUAL) {
    act_text_puts(out, act_modality_name(edge->status));
    act_text_puts(out, ", ");
  }
  act_text_count(out, edge->support, "sentence)", "sentences)");
  for (size_t i = 0; i < edge->evidence.count && shown < QUOTES; i++) {
    if (!edge->evidence.data[i].repeat) {
      put_quote(p, &edge->evidence.data[i]);
      shown++;
    }
  }
  if (edge->support > shown) {
    act_text_puts(out, "\n… and ");
    act_text_uint(out, edge->support - shown);
    act_text_puts(out, " more");
  }
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
  const char *url = node->documents.count ? p->job->graph->documents.data[node->documents.data[0]].url : "";
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
  uint32_t points = (p->density == ACT_DENSITY_LARGE ? 7 : 8) + 2 * square_root(degree);
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
  if (p->density == ACT_DENSITY_FULL) {
    put_node_label(p, node);
    set_html(p, "label");
  } else {
    put_plain(&p->text, shown_name(node), 40);
    set_built(p, "label");
    set_node_size(p, p->job->measures->degree[index]);
  }
  put_node_tooltip(p, node);
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
  act_text_puts(out, "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\"><tr><td>");
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
  act_text_puts(&p->text, p->density == ACT_DENSITY_LARGE ? "A0" : ""); /* lines shine through each other */
  set_built(p, "color");
  act_gv_set(p->gv, "fontcolor", colour);
  act_text_thousandths(&p->text, p->density == ACT_DENSITY_FULL ? width : width / 2);
  set_built(p, "penwidth");
  if (strcmp(p->engine, "neato") == 0) {
    size_t columns = act_columns(edge->label, strlen(edge->label));
    act_text_thousandths(&p->text, 1600 + 80 * (columns < LABEL_COLUMNS ? columns : LABEL_COLUMNS)); /* inches that the label needs */
    set_built(p, "len");
  }
  set_edge_line(p, edge);
  if (p->density == ACT_DENSITY_FULL) {
    put_edge_label(p, edge);
    set_html(p, "label");
  } else if (p->density == ACT_DENSITY_MEDIUM) {
    act_text_puts(&p->text, " "); /* away from its line */
    put_plain(&p->text, *edge->label ? edge->label : edge->relation, 26);
    set_built(p, "label");
  }
  put_edge_tooltip(p, edge);
  const char *tooltip = act_text_get(&p->text);
  if (tooltip) {
    act_gv_set(p->gv, "tooltip", tooltip);
    if (p->density != ACT_DENSITY_LARGE)
      act_gv_set(p->gv, "labeltooltip", tooltip);
  }
  act_text_clear(&p->text);
}

static void set_edge_facts(picture *p, const act_edge *edge)
{
  const actant_graph *graph = p->job->graph;
  static const struct {
    const char *name;
    act_edge_column *column;
  } columns[] = { { "dates", act_edge_dates },
                  { "place", act_edge_places },
                  { "attributed_to", act_edge_sources },
                  { "evidence", act_edge_evidence },
                  { "documents", act_edge_documents } };
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
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    columns[i].column(graph, edge, &p->text);
    set_built(p, columns[i].name);
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

static void declare_graph(picture *p)
{
  static const attribute all[] = { { "charset", "UTF-8" }, { "fontname", FONTS }, { "bgcolor", "white" },      { "pad", "0.35" },
                                   { "labelloc", "t" },    { "labeljust", "l" },  { "outputorder", "edgesfirst" }, { "label", "" },
                                   { "tooltip", " " },     { "size", "100,100" } };
  static const attribute layered[] = { { "rankdir", "TB" }, { "nodesep", "0.4" }, { "ranksep", "0.7" }, { "splines", "true" }, { "newrank", "true" } };
  static const attribute limited[] = { { "nslimit", "1" }, { "nslimit1", "1" }, { "mclimit", "0.1" }, { "splines", "line" } };
  static const attribute springs[] = { { "overlap", "prism" }, { "sep", "+8" } };
  static const attribute packed[] = { { "pack", "24" }, { "packmode", "array" } };
  bool large = p->density == ACT_DENSITY_LARGE;
  DECLARE(p->gv, ACT_GV_GRAPH, all);
  act_gv_declare(p->gv, ACT_GV_GRAPH, "layout", p->engine);
  if (strcmp(p->engine, "dot") == 0) {
    DECLARE(p->gv, ACT_GV_GRAPH, layered);
    if (p->density != ACT_DENSITY_FULL)
      act_gv_declare(p->gv, ACT_GV_GRAPH, "nodesep", "0.25");
    if (p->job->graph->edges.count > DOT_SAFE)
      DECLARE(p->gv, ACT_GV_GRAPH, limited);
  } else {
    DECLARE(p->gv, ACT_GV_GRAPH, springs);
    if (p->job->measures->component_count > MANY_PARTS)
      DECLARE(p->gv, ACT_GV_GRAPH, packed);
    /* Splines take a second at 150 edges and a minute at 1,000; "curved" may not end. */
    act_gv_declare(p->gv, ACT_GV_GRAPH, "splines", large ? "line" : "true");
    act_gv_declare(p->gv, ACT_GV_GRAPH, "overlap_scaling", "-4");
  }
}

static void declare_objects(picture *p)
{
  static const attribute node[] = { { "fontname", FONTS }, { "fontsize", "12" }, { "penwidth", "1.6" }, { "margin", "0.14,0.05" } };
  static const attribute edge[] = { { "fontname", FONTS }, { "fontsize", "10" }, { "arrowsize", "0.75" }, { "penwidth", "1.1" } };
  static const attribute small_edge[] = { { "fontsize", "9" }, { "arrowsize", "0.6" } };
  static const char *const node_names[] = { "shape", "style",       "color",   "fillcolor", "fontcolor", "label",      "tooltip",   "URL",       "id",
                                            "name",  "entity_type", "role",    "aliases",   "ids",       "mentions",   "first_date", "last_date", "community",
                                            "degree" };
  static const char *const edge_names[] = { "style",  "color",     "fontcolor",  "dir",     "arrowhead",  "arrowtail", "label",    "tooltip",
                                            "labeltooltip", "URL", "id", "len",    "source_id", "target_id", "relation",  "family",   "symmetric",
                                            "status", "verb",      "support",    "weight",  "confidence", "first_date", "last_date", "dates",
                                            "place",  "attributed_to", "evidence", "documents" };
  DECLARE(p->gv, ACT_GV_NODE, node);
  DECLARE(p->gv, ACT_GV_EDGE, edge);
  if (p->density != ACT_DENSITY_FULL)
    DECLARE(p->gv, ACT_GV_EDGE, small_edge);
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
  declare_graph(p);
  declare_objects(p);
  act_caption(graph, p->job->title, caption_size(graph), &p->text);
  set_html(p, "label");
  for (size_t i = 0; i < graph->nodes.count; i++)
    put_node(p, i);
  for (size_t i = 0; i < graph->edges.count; i++)
    put_edge(p, i);
}

/* The most neighbours that a node has; parallel edges count once. */
static bool is_star(const actant_graph *graph, bool *star)
{
  act_map seen = { 0 };
  uint32_t *neighbours = calloc(graph->nodes.count + 1, sizeof *neighbours);
  bool ok = neighbours != NULL;
  *star = false;
  for (size_t i = 0; ok && i < graph->edges.count; i++) {
    uint32_t a = graph->edges.data[i].source, b = graph->edges.data[i].target;
    uint64_t pair = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
    if (act_map_get(&seen, pair) != ACT_NO_VALUE)
      continue;
    ok = act_map_set(&seen, pair, 1);
    *star = *star || ++neighbours[a] > STAR || ++neighbours[b] > STAR;
  }
  act_map_free(&seen);
  free(neighbours);
  return ok;
}

static actant_status choose_by_size(picture *p, actant_error *err)
{
  bool star;
  p->engine = "sfdp";
  if (p->density == ACT_DENSITY_LARGE)
    return ACTANT_OK;
  if (!is_star(p->job->graph, &star))
    return act_fail_memory(err, stage);
  p->engine = star ? "neato" : "dot";
  return ACTANT_OK;
}

static actant_status choose_engine(picture *p, actant_error *err)
{
  static const char *const engines[] = { "dot", "sfdp", "neato", "fdp", "circo", "twopi" };
  if (!p->job->layout)
    return choose_by_size(p, err);
  for (size_t i = 0; i < sizeof engines / sizeof *engines; i++) {
    if (strcmp(engines[i], p->job->layout) != 0)
      continue;
    p->engine = engines[i];
    if (i >= 2 && p->job->graph->nodes.count > SLOW_LIMIT)
      return act_fail(err, ACTANT_LIMIT, stage, "%s takes too long for more than %d nodes; sfdp does not", engines[i], SLOW_LIMIT);
    return ACTANT_OK;
  }
  return act_fail(err, ACTANT_ARGUMENT, stage, "'%.40s' is no layout; dot, sfdp, neato, fdp, circo or twopi was expected", p->job->layout);
}

/* Describe the graph to Graphviz, then write it, or lay it out and render it for a device. */
static actant_status draw(const act_job *job, const char *device, const actant_sink *sink, actant_error *err)
{
  const actant_graph *graph = job->graph;
  picture p = { .job = job, .density = act_density_of(graph->nodes.count, graph->edges.count) };
  actant_status st;
  TRY(choose_engine(&p, err));
  if (device && (graph->edges.count > LAYOUT_LIMIT || graph->nodes.count > LAYOUT_LIMIT))
    return act_fail(err, ACTANT_LIMIT, stage, "a picture of more than %d nodes or edges cannot be read; keep less of the graph", LAYOUT_LIMIT);
  TRY(act_gv_open(graph->nodes.count, &p.gv, err));
  act_families_find(graph, &p.families);
  describe(&p);
  if (p.text.failed)
    st = act_fail_memory(err, stage);
  else if (device)
    st = act_gv_render(p.gv, p.engine, device, sink, err);
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
