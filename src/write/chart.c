/* SPDX-License-Identifier: MIT */
/* A graph of thousands is a chart: a dot a node, as large as its degree is high, and names where
   there is room.  Names are given from the highest degree down; one that would lie on another goes
   without (its tooltip has it), and dots that a name would hide step out from under it. */
#include "write/chart.h"

#include "write/text.h"
#include "write/tooltip.h"

#include <math.h>
#include <string.h>

static const char stage[] = "write";

enum {
  EDGE = 76,       /* points between neighbours: five dots */
  WIDE = 600,      /* nodes of which a chart is so wide that communities are drawn closer */
  CLOSE_EDGE = 50, /* between neighbours then: three dots */
  GAP = 34,        /* between parts */
  GROUP_GAP = 64,  /* between communities, whose boxes have names */
  GROUP_PAD = 14,  /* around a community */
  HEADING = 14,    /* its name, in points */
  HEADING_WIDE = 22,
  SMALLEST = 11, /* of the names, in points */
  LARGEST = 26,
  MOST_NAMES = 300,
  AIR = 5, /* between names */
  NAME_COLUMNS = 28,
  GROUP_COLUMNS = 44,
};

void act_chart_free(act_chart *chart)
{
  act_places_free(&chart->places);
  free(chart->points);
  free(chart->dot);
  free(chart->boxes);
  *chart = (act_chart){ 0 };
}

typedef struct candidate {
  uint32_t node, degree;
  double rank;
} candidate;

static int by_degree(const void *left, const void *right)
{
  const candidate *a = left, *b = right;
  if (a->degree != b->degree)
    return a->degree > b->degree ? -1 : 1;
  if (a->rank != b->rank)
    return a->rank > b->rank ? -1 : 1;
  return a->node < b->node ? -1 : a->node > b->node;
}

/* The rectangle that a name takes: letters are some 0.56 of their size wide. */
static act_rectangle name_at(const act_job *job,
                             const act_chart *chart,
                             uint32_t node,
                             uint32_t points)
{
  const char *name = act_shown_name(&job->graph->nodes.data[node]);
  size_t columns = act_columns(name, strlen(name));
  double round =
           job->graph->nodes.data[node].type == ACTANT_PLACE ? 1.4 : 1, /* an ellipse around it */
    width =
      round * (0.56 * points * (double)(columns < NAME_COLUMNS ? columns : NAME_COLUMNS) + 12),
         height = round * (1.4 * points + 5), x = chart->places.x[node], y = chart->places.y[node];
  return (act_rectangle){ x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

static bool overlap(const act_rectangle *a, const act_rectangle *b)
{
  return a->left - AIR < b->right && b->left - AIR < a->right && a->bottom - AIR < b->top &&
         b->bottom - AIR < a->top;
}

/* Names in the making. */
typedef struct naming {
  const act_job *job;
  act_chart *chart;
  candidate *order;
  act_rectangle *names;
  size_t count;
} naming;

static void give_names(naming *n)
{
  size_t nodes = n->job->graph->nodes.count;
  uint32_t most = nodes ? n->order[0].degree : 0;
  for (size_t i = 0; i < nodes && n->count < MOST_NAMES; i++) {
    uint32_t node = n->order[i].node, degree = n->order[i].degree;
    if (!degree)
      break;
    uint32_t points = SMALLEST + (uint32_t)((LARGEST - SMALLEST) * sqrt((double)degree / most));
    act_rectangle now = name_at(n->job, n->chart, node, points);
    bool free_here = true;
    for (size_t k = 0; k < n->count && free_here; k++)
      free_here = !overlap(&now, &n->names[k]);
    if (free_here) {
      n->names[n->count++] = now;
      n->chart->points[node] = points;
    }
  }
}

/* Move a dot up or down, to where the name over it ends. */
static void step_out(naming *n, uint32_t node)
{
  double x = n->chart->places.x[node], y = n->chart->places.y[node],
         half = n->chart->dot[node] / 2 + 1;
  for (size_t i = 0; i < n->count; i++) {
    const act_rectangle *name = &n->names[i];
    if (x + half < name->left || x - half > name->right || y + half < name->bottom ||
        y - half > name->top)
      continue;
    bool up = y >= (name->bottom + name->top) / 2;
    n->chart->places.y[node] = up ? name->top + half : name->bottom - half;
    return;
  }
}

static actant_status name_nodes(const act_job *job, act_chart *chart, actant_error *err)
{
  size_t nodes = job->graph->nodes.count;
  naming n = {
    job, chart, calloc(nodes + 1, sizeof *n.order), calloc(MOST_NAMES, sizeof *n.names), 0
  };
  bool ok = n.order && n.names;
  for (uint32_t i = 0; ok && i < nodes; i++)
    n.order[i] = (candidate){ i, job->measures->degree[i], job->measures->pagerank[i] };
  if (ok) {
    qsort(n.order, nodes, sizeof *n.order, by_degree);
    give_names(&n);
    for (uint32_t i = 0; i < nodes; i++)
      if (!chart->points[i])
        step_out(&n, i);
  }
  free(n.order);
  free(n.names);
  return ok ? ACTANT_OK : act_fail_memory(err, stage);
}

/* Room around a community, and for its name above it. */
static void add_heading(act_rectangle *box, const char *name, uint32_t points)
{
  size_t columns = act_columns(name, strlen(name));
  double least = 0.57 * points * (double)(columns < GROUP_COLUMNS ? columns : GROUP_COLUMNS);
  box->left -= GROUP_PAD;
  box->bottom -= GROUP_PAD;
  box->right = fmax(box->right + GROUP_PAD, box->left + GROUP_PAD + least);
  box->top += GROUP_PAD + 1.43 * points;
}

/* The rectangle of each community, its names included; one alone has none of its own. */
static bool box_communities(const act_job *job, act_chart *chart)
{
  uint32_t *members = calloc(job->measures->community_count, sizeof *members);
  if (!members)
    return false;
  for (uint32_t i = 0; i < job->graph->nodes.count; i++) {
    uint32_t community = job->measures->community[i] - 1;
    act_rectangle *box = &chart->boxes[community];
    bool first = members[community]++ == 0;
    double half = chart->dot[i] / 2, x = chart->places.x[i], y = chart->places.y[i];
    act_rectangle now = chart->points[i]
                          ? name_at(job, chart, i, chart->points[i])
                          : (act_rectangle){ x - half, y - half, x + half, y + half };
    box->left = first ? now.left : fmin(box->left, now.left);
    box->right = first ? now.right : fmax(box->right, now.right);
    box->bottom = first ? now.bottom : fmin(box->bottom, now.bottom);
    box->top = first ? now.top : fmax(box->top, now.top);
  }
  for (uint32_t i = 0; i < job->measures->community_count; i++) {
    act_rectangle *box = &chart->boxes[i];
    if (members[i] > 1)
      add_heading(box, act_community_name(job->measures, i + 1), chart->heading);
  }
  free(members);
  return true;
}

/* Names make communities larger than their nodes are apart: set them apart again. */
static bool part_communities(const act_job *job, act_chart *chart)
{
  uint32_t count = job->measures->community_count;
  act_box *boxes = calloc(count + 1, sizeof *boxes);
  if (!boxes)
    return false;
  for (uint32_t i = 0; i < count; i++)
    boxes[i] = (act_box){ .width = chart->boxes[i].right - chart->boxes[i].left,
                          .height = chart->boxes[i].top - chart->boxes[i].bottom };
  act_pack_boxes(boxes, count, GAP / 2.0, &chart->places.width, &chart->places.height);
  for (uint32_t i = 0; i < count; i++) /* how far it goes, from here on */
    boxes[i] = (act_box){ .x = boxes[i].x - chart->boxes[i].left,
                          .y = chart->places.height - boxes[i].y - chart->boxes[i].top };
  for (uint32_t i = 0; i < job->graph->nodes.count; i++) {
    chart->places.x[i] += boxes[job->measures->community[i] - 1].x;
    chart->places.y[i] += boxes[job->measures->community[i] - 1].y;
  }
  for (uint32_t i = 0; i < count; i++) {
    chart->boxes[i].left += boxes[i].x;
    chart->boxes[i].right += boxes[i].x;
    chart->boxes[i].bottom += boxes[i].y;
    chart->boxes[i].top += boxes[i].y;
  }
  free(boxes);
  return true;
}

static actant_status place(const act_job *job, act_chart *chart, bool grouped, actant_error *err)
{
  bool close = grouped && job->graph->nodes.count > WIDE;
  chart->heading = close ? HEADING_WIDE : HEADING;
  const act_place_options options = { .seed = job->seed,
                                      .by_community = grouped,
                                      .edge = close ? CLOSE_EDGE : EDGE,
                                      .gap = grouped ? GROUP_GAP : GAP };
  TRY(act_graph_place_with(job->graph, job->measures, &options, &chart->places, err));
  for (size_t i = 0; chart->places.y && i < job->graph->nodes.count; i++)
    chart->places.y[i] = chart->places.height - chart->places.y[i];
  return ACTANT_OK;
}

static actant_status fill(const act_job *job, act_chart *chart, actant_error *err)
{
  size_t nodes = job->graph->nodes.count;
  bool grouped = job->cluster && job->measures->community_count;
  chart->points = calloc(nodes + 1, sizeof *chart->points);
  chart->dot = calloc(nodes + 1, sizeof *chart->dot);
  if (grouped)
    chart->boxes = calloc(job->measures->community_count, sizeof *chart->boxes);
  if (!chart->points || !chart->dot || (grouped && !chart->boxes))
    return act_fail_memory(err, stage);
  for (size_t i = 0; i < nodes; i++)
    chart->dot[i] = fmin(7 + 2.2 * sqrt(job->measures->degree[i]), 30);
  TRY(place(job, chart, grouped, err));
  if (!chart->places.x)
    return ACTANT_OK;
  TRY(name_nodes(job, chart, err));
  if (!grouped)
    return ACTANT_OK;
  return box_communities(job, chart) && part_communities(job, chart) ? ACTANT_OK
                                                                     : act_fail_memory(err, stage);
}

actant_status act_chart_make(const act_job *job, act_chart *out, actant_error *err)
{
  act_chart made = { .boxes = NULL };
  actant_status st = fill(job, &made, err);
  if (st == ACTANT_OK)
    *out = made;
  else
    act_chart_free(&made);
  return st;
}
