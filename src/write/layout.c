/* SPDX-License-Identifier: MIT */
/* By size: up to some sixty edges in layers with every label; up to 150 so with short labels and
   names sized by degree; beyond, by springs (sfdp), with straight lines and no labels.  Layers keep
   labels apart, but a star in layers is a mile wide: where a node has many neighbours, stress
   majorization (neato) takes their place.  gvc cannot be interrupted, so what may take a minute is
   not begun: the limits below were measured on stars, forests and dense graphs with Graphviz 2.42.
 */
#include "write/layout.h"

#ifdef ACTANT_HAVE_GRAPHVIZ

#include <string.h>

static const char stage[] = "write";

enum {
  DOT_SAFE = 200,      /* edges beyond which dot needs its limits: 29 s at 500 without */
  LAYOUT_LIMIT = 6000, /* nodes or edges, which take some ten seconds */
  SLOW_LIMIT = 800,    /* nodes, for engines of quadratic time */
  MANY_PARTS =
    300, /* components beyond which fitting them together takes a minute; rows of them take none */
  STAR = 16, /* neighbours of a node that are too many for a layer */
};

void act_declare(act_gv *gv, act_gv_kind kind, const act_attribute *rows, size_t count)
{
  for (size_t i = 0; i < count; i++)
    act_gv_declare(gv, kind, rows[i].name, rows[i].value);
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

static actant_status choose_by_size(act_layout *layout, actant_error *err)
{
  bool star;
  layout->engine = "sfdp";
  if (layout->density == ACT_DENSITY_LARGE)
    return ACTANT_OK;
  if (!is_star(layout->job->graph, &star))
    return act_fail_memory(err, stage);
  layout->engine = star ? "neato" : "dot";
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
  act_layout layout = { job, act_density_of(nodes, edges), NULL };
  TRY(choose_engine(&layout, err));
  if (rendered && (edges > LAYOUT_LIMIT || nodes > LAYOUT_LIMIT))
    return act_fail(
      err,
      ACTANT_LIMIT,
      stage,
      "a picture of more than %d nodes or edges cannot be read; keep less of the graph",
      LAYOUT_LIMIT);
  *out = layout;
  return ACTANT_OK;
}

void act_layout_declare(const act_layout *layout, act_gv *gv)
{
  static const act_attribute all[] = { { "charset", "UTF-8" },
                                       { "fontname", ACT_FONTS },
                                       { "bgcolor", "white" },
                                       { "pad", "0.35" },
                                       { "labelloc", "t" },
                                       { "labeljust", "l" },
                                       { "outputorder", "edgesfirst" },
                                       { "label", "" },
                                       { "tooltip", " " },
                                       { "size", "100,100" } };
  static const act_attribute layered[] = { { "rankdir", "TB" },
                                           { "nodesep", "0.4" },
                                           { "ranksep", "0.7" },
                                           { "splines", "true" },
                                           { "newrank", "true" } };
  static const act_attribute limited[] = {
    { "nslimit", "1" }, { "nslimit1", "1" }, { "mclimit", "0.1" }, { "splines", "line" }
  };
  static const act_attribute springs[] = { { "overlap", "prism" }, { "sep", "+8" } };
  static const act_attribute packed[] = { { "pack", "24" }, { "packmode", "array" } };
  bool large = layout->density == ACT_DENSITY_LARGE;
  ACT_DECLARE(gv, ACT_GV_GRAPH, all);
  act_gv_declare(gv, ACT_GV_GRAPH, "layout", layout->engine);
  if (strcmp(layout->engine, "dot") == 0) {
    ACT_DECLARE(gv, ACT_GV_GRAPH, layered);
    if (layout->density != ACT_DENSITY_FULL)
      act_gv_declare(gv, ACT_GV_GRAPH, "nodesep", "0.25");
    if (layout->job->graph->edges.count > DOT_SAFE)
      ACT_DECLARE(gv, ACT_GV_GRAPH, limited);
  } else {
    ACT_DECLARE(gv, ACT_GV_GRAPH, springs);
    if (layout->job->measures->component_count > MANY_PARTS)
      ACT_DECLARE(gv, ACT_GV_GRAPH, packed);
    /* Splines take a second at 150 edges and a minute at 1,000; "curved" may not end. */
    act_gv_declare(gv, ACT_GV_GRAPH, "splines", large ? "line" : "true");
    act_gv_declare(gv, ACT_GV_GRAPH, "overlap_scaling", "-4");
  }
}

#else
typedef int act_layout_is_left_out; /* a file is never empty */
#endif
