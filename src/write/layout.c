/* SPDX-License-Identifier: MIT */
/* By size: up to some sixty edges in layers with every label; up to 120 by stress (neato) with
   short labels and names sized by degree, up to 500 so with straight lines and no labels; beyond, a
   chart of dots (chart.c), placed by igraph or, without it, by sfdp.  Layers keep labels apart, but
   a star in layers is a mile wide, and so are more than sixty edges.  gvc cannot be interrupted, so
   what may take a minute is not begun: the limits below were measured on stars, forests and dense
   graphs with Graphviz 2.42. */
#include "write/layout.h"

#include <string.h>

static const char stage[] = "write";

enum {
  DOT_SAFE = 200,      /* edges beyond which dot needs its limits: 29 s at 500 without */
  LAYOUT_LIMIT = 6000, /* nodes or edges, which take some ten seconds */
  SLOW_LIMIT = 800,    /* nodes, for engines of quadratic time */
  MANY_PARTS =
    300, /* components beyond which fitting them together takes a minute; rows of them take none */
  FEW_PARTS = 3, /* components that stand side by side in layers */
  STAR = 16,     /* neighbours of a node that are too many for a layer */
};

void act_declare(const act_canvas *canvas,
                 act_canvas_kind kind,
                 const act_attribute *rows,
                 size_t count)
{
  for (size_t i = 0; i < count; i++)
    canvas->declare(canvas->self, kind, rows[i].name, rows[i].value);
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

/* Components of two nodes and more. */
static bool count_parts(const act_job *job, size_t *count)
{
  uint32_t *size = calloc(job->measures->component_count + 1, sizeof *size);
  *count = 0;
  for (size_t i = 0; size && i < job->graph->nodes.count; i++)
    *count += ++size[job->measures->component[i]] == 2;
  bool ok = size != NULL;
  free(size);
  return ok;
}

/* Communities in boxes need layers, or a chart where layers would be too wide. */
static actant_status choose_by_size(act_layout *layout, actant_error *err)
{
  bool star, boxes = layout->job->cluster && layout->job->measures->community_count;
  size_t parts;
  if (!count_parts(layout->job, &parts))
    return act_fail_memory(err, stage);
  star = parts > FEW_PARTS;
  if (boxes && (layout->density == ACT_DENSITY_LARGE || parts > 2 * FEW_PARTS))
    layout->density = ACT_DENSITY_HUGE;
  if (layout->density == ACT_DENSITY_HUGE) {
    layout->engine = "sfdp";
    return layout->drawn ? act_chart_make(layout->job, &layout->chart, err) : ACTANT_OK;
  }
  if (layout->density == ACT_DENSITY_FULL && !boxes && !star && !is_star(layout->job->graph, &star))
    return act_fail_memory(err, stage);
  bool layers = boxes || (layout->density == ACT_DENSITY_FULL && !star);
  layout->engine = layers ? "dot" : "neato";
  return ACTANT_OK;
}

static actant_status choose_engine(act_layout *layout, actant_error *err)
{
  static const char *const engines[] = { "dot", "sfdp", "neato", "fdp", "circo", "twopi" };
  if (!layout->job->layout)
    return choose_by_size(layout, err);
  for (size_t i = 0; i < sizeof engines / sizeof *engines; i++) {
    if (strcmp(engines[i], layout->job->layout) != 0)
      continue;
    layout->engine = engines[i];
    if (i >= 2 && layout->job->graph->nodes.count > SLOW_LIMIT)
      return act_fail(err,
                      ACTANT_LIMIT,
                      stage,
                      "%s takes too long for more than %d nodes; sfdp does not",
                      engines[i],
                      SLOW_LIMIT);
    return ACTANT_OK;
  }
  return act_fail(err,
                  ACTANT_ARGUMENT,
                  stage,
                  "'%.40s' is no layout; dot, sfdp, neato, fdp, circo or twopi was expected",
                  layout->job->layout);
}

actant_status act_layout_choose(const act_job *job,
                                bool rendered,
                                act_layout *out,
                                actant_error *err)
{
  size_t nodes = job->graph->nodes.count, edges = job->graph->edges.count;
  act_layout layout = { .job = job,
                        .density = act_density_of(nodes, edges),
                        .drawn = edges <= LAYOUT_LIMIT && nodes <= LAYOUT_LIMIT };
  if (rendered && !layout.drawn)
    return act_fail(
      err,
      ACTANT_LIMIT,
      stage,
      "a picture of more than %d nodes or edges cannot be read; keep less of the graph",
      LAYOUT_LIMIT);
  TRY(choose_engine(&layout, err));
  if (layout.chart.places.x)
    layout.engine = "nop2"; /* draws what is placed */
  *out = layout;
  return ACTANT_OK;
}

void act_layout_free(act_layout *layout)
{
  act_chart_free(&layout->chart);
}

static void declare_layers(const act_layout *layout, const act_canvas *canvas)
{
  static const act_attribute layered[] = { { "rankdir", "TB" },
                                           { "nodesep", "0.4" },
                                           { "ranksep", "0.7" },
                                           { "splines", "true" },
                                           { "newrank", "true" } };
  static const act_attribute dense[] = { { "nodesep", "0.25" }, { "ranksep", "0.55" } };
  static const act_attribute limited[] = {
    { "nslimit", "1" }, { "nslimit1", "1" }, { "mclimit", "0.1" }, { "splines", "line" }
  };
  ACT_DECLARE(canvas, ACT_CANVAS_GRAPH, layered);
  if (layout->density != ACT_DENSITY_FULL)
    ACT_DECLARE(canvas, ACT_CANVAS_GRAPH, dense);
  if (layout->job->graph->edges.count > DOT_SAFE)
    ACT_DECLARE(canvas, ACT_CANVAS_GRAPH, limited);
}

static void declare_springs(const act_layout *layout, const act_canvas *canvas)
{
  static const act_attribute packed[] = { { "pack", "16" }, { "packmode", "graph" } };
  static const act_attribute rows[] = { { "pack", "24" }, { "packmode", "array" } };
  canvas->declare(canvas->self, ACT_CANVAS_GRAPH, "sep", "+8");
  if (layout->job->measures->component_count > MANY_PARTS)
    ACT_DECLARE(canvas, ACT_CANVAS_GRAPH, rows);
  else
    ACT_DECLARE(canvas, ACT_CANVAS_GRAPH, packed);
  /* Splines take a second at 150 edges and a minute at 1,000; "curved" may not end. */
  bool few = layout->density == ACT_DENSITY_FULL || layout->density == ACT_DENSITY_MEDIUM;
  canvas->declare(canvas->self, ACT_CANVAS_GRAPH, "splines", few ? "true" : "line");
  /* prism moves nodes together, and makes edges shorter than their labels; vpsc moves apart alone
   */
  canvas->declare(canvas->self, ACT_CANVAS_GRAPH, "overlap", few ? "vpsc" : "prism");
}

/* The seed, where an engine begins by lot. */
static void declare_seed(const act_layout *layout, const act_canvas *canvas)
{
  char text[11], *digit = text + sizeof text - 1;
  uint32_t seed = layout->job->seed;
  *digit = '\0';
  for (; seed; seed /= 10)
    *--digit = (char)('0' + seed % 10);
  if (*digit)
    canvas->declare(canvas->self, ACT_CANVAS_GRAPH, "start", digit);
}

void act_layout_declare(const act_layout *layout, const act_canvas *canvas)
{
  static const act_attribute all[] = { { "charset", "UTF-8" }, { "fontname", ACT_FONTS },
                                       { "pad", "0.35" },      { "labelloc", "t" },
                                       { "labeljust", "l" },   { "outputorder", "edgesfirst" },
                                       { "tooltip", " " },     { "size", "100,100" } };
  ACT_DECLARE(canvas, ACT_CANVAS_GRAPH, all);
  canvas->declare(canvas->self, ACT_CANVAS_GRAPH, "bgcolor", act_theme_of(layout->job->dark)->page);
  canvas->declare(canvas->self, ACT_CANVAS_GRAPH, "layout", layout->engine);
  if (strcmp(layout->engine, "dot") == 0)
    declare_layers(layout, canvas);
  else if (layout->chart.places.x)
    canvas->declare(canvas->self, ACT_CANVAS_GRAPH, "splines", "line");
  else
    declare_springs(layout, canvas);
  declare_seed(layout, canvas);
}
