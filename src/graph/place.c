/* SPDX-License-Identifier: MIT */
/* Components, or communities, are placed one by one, since springs alone would drive them apart,
   and packed in rows, the largest first, into a page somewhat wider than high.  An edge within a
   community pulls more than one between two, so that communities stand together.  Each part is
   scaled so that its edges are as long as a name is wide, at the median: hubs have long ones, and
   would shrink the rest. */
#include "graph/place.h"

#include "graph/igraph_bridge.h"

#include <math.h>
#include <string.h>

void act_places_free(act_places *places)
{
  free(places->x);
  free(places->y);
  *places = (act_places){ 0 };
}

enum {
  EDGE = 110, /* points between neighbours: a name of twelve letters and some air */
  GAP = 70,   /* between components */
  PULL = 4,   /* of an edge within a community: tried, 2 to 8 look alike */
};

/* Rows, each as high as its highest box, on a page half as wide again as high. */
void act_pack_boxes(act_box *boxes, size_t count, double gap, double *width, double *height)
{
  double area = 0, page = 0, x = 0, y = 0, row = 0;
  for (size_t i = 0; i < count; i++) {
    area += (boxes[i].width + gap) * (boxes[i].height + gap);
    page = fmax(page, boxes[i].width);
  }
  page = fmax(page, sqrt(area * 1.5));
  *width = *height = 0;
  for (size_t i = 0; i < count; i++) {
    if (x > 0 && x + boxes[i].width > page) {
      x = 0;
      y += row + gap;
      row = 0;
    }
    boxes[i].x = x;
    boxes[i].y = y;
    *width = fmax(*width, x + boxes[i].width);
    *height = fmax(*height, y + boxes[i].height);
    x += boxes[i].width + gap;
    row = fmax(row, boxes[i].height);
  }
}

#ifdef ACTANT_HAVE_IGRAPH

static const char stage[] = "graph";

/* The nodes and edges of each component in a row. */
typedef struct parts {
  const actant_graph *graph;
  const act_measures *measures;
  act_places *places;
  const act_place_options *options;
  const uint32_t *part;            /* of each node, from 1: its component or its community */
  size_t count;                    /* of parts */
  uint32_t *node, *index;          /* nodes by component; where a node is among those of its own */
  size_t *edge;                    /* edges by component */
  size_t *node_begin, *edge_begin; /* by component, from 0, and one more */
  uint32_t *ends;
  double *weight, *length, *x, *y; /* of one component */
} parts;

static bool make_parts(parts *p)
{
  size_t nodes = p->graph->nodes.count, edges = p->graph->edges.count, count = p->count;
  p->node = calloc(nodes + 1, sizeof *p->node);
  p->index = calloc(nodes + 1, sizeof *p->index);
  p->edge = calloc(edges + 1, sizeof *p->edge);
  p->node_begin = calloc(count + 2, sizeof *p->node_begin);
  p->edge_begin = calloc(count + 2, sizeof *p->edge_begin);
  p->ends = calloc(edges + 1, 2 * sizeof *p->ends);
  p->weight = calloc(edges + 1, sizeof *p->weight);
  p->length = calloc(edges + 1, sizeof *p->length);
  p->x = calloc(nodes + 1, sizeof *p->x);
  p->y = calloc(nodes + 1, sizeof *p->y);
  return p->node && p->index && p->edge && p->node_begin && p->edge_begin && p->ends && p->weight &&
         p->length && p->x && p->y;
}

static void free_parts(parts *p)
{
  free(p->node);
  free(p->index);
  free(p->edge);
  free(p->node_begin);
  free(p->edge_begin);
  free(p->ends);
  free(p->weight);
  free(p->length);
  free(p->x);
  free(p->y);
}

/* The part that an edge is within; 0 when it leads from one to another. */
static size_t part_of_edge(const parts *p, const act_edge *edge)
{
  return p->part[edge->source] == p->part[edge->target] ? p->part[edge->source] : 0;
}

/* Counting sort: counts at one behind, sums, then places, which move each beginning to its end. */
static void sort_parts(parts *p)
{
  const uint32_t *part = p->part;
  const act_edge *edges = p->graph->edges.data;
  for (size_t i = 0; i < p->graph->nodes.count; i++)
    p->node_begin[part[i]]++;
  for (size_t i = 0; i < p->graph->edges.count; i++)
    p->edge_begin[part_of_edge(p, &edges[i])]++;
  for (size_t i = 1; i <= p->count; i++) {
    p->node_begin[i] += p->node_begin[i - 1];
    p->edge_begin[i] += i > 1 ? p->edge_begin[i - 1] : 0;
  }
  size_t within = p->edge_begin[p->count];
  for (uint32_t i = (uint32_t)p->graph->nodes.count; i-- > 0;)
    p->node[--p->node_begin[part[i]]] = i;
  for (size_t i = p->graph->edges.count; i-- > 0;)
    if (part_of_edge(p, &edges[i]))
      p->edge[--p->edge_begin[part_of_edge(p, &edges[i])]] = i;
  memmove(p->node_begin, p->node_begin + 1, p->count * sizeof *p->node_begin);
  memmove(p->edge_begin, p->edge_begin + 1, p->count * sizeof *p->edge_begin);
  p->node_begin[p->count] = p->graph->nodes.count;
  p->edge_begin[p->count] = within;
}

static int by_length(const void *left, const void *right)
{
  double a = *(const double *)left, b = *(const double *)right;
  return a < b ? -1 : a > b;
}

/* Scale a part, move it to 0, and give its width and height. */
static void fit_part(parts *p, size_t nodes, size_t edges, double *width, double *height)
{
  double left = p->x[0], right = left, top = p->y[0], bottom = top;
  for (size_t i = 0; i < edges; i++)
    p->length[i] = hypot(p->x[p->ends[2 * i]] - p->x[p->ends[2 * i + 1]],
                         p->y[p->ends[2 * i]] - p->y[p->ends[2 * i + 1]]);
  qsort(p->length, edges, sizeof *p->length, by_length);
  double median = edges ? p->length[edges / 2] : 0,
         scale = p->options->edge / (median > 1e-9 ? median : 1);
  for (size_t i = 0; i < nodes; i++) {
    left = fmin(left, p->x[i]);
    right = fmax(right, p->x[i]);
    top = fmin(top, p->y[i]);
    bottom = fmax(bottom, p->y[i]);
  }
  for (size_t i = 0; i < nodes; i++) {
    p->x[i] = (p->x[i] - left) * scale;
    p->y[i] = (p->y[i] - top) * scale;
  }
  *width = (right - left) * scale;
  *height = (bottom - top) * scale;
}

static actant_status place_part(parts *p,
                                size_t part,
                                double *width,
                                double *height,
                                actant_error *err)
{
  size_t from = p->node_begin[part], nodes = p->node_begin[part + 1] - from,
         first = p->edge_begin[part], edges = p->edge_begin[part + 1] - first;
  for (uint32_t i = 0; i < nodes; i++)
    p->index[p->node[from + i]] = i;
  for (size_t i = 0; i < edges; i++) {
    const act_edge *edge = &p->graph->edges.data[p->edge[first + i]];
    const uint32_t *community = p->measures->community;
    p->ends[2 * i] = p->index[edge->source];
    p->ends[2 * i + 1] = p->index[edge->target];
    p->weight[i] = community[edge->source] == community[edge->target] ? PULL : 1;
  }
  p->x[0] = p->y[0] = 0;
  if (nodes > 1)
    TRY(
      act_igraph_place(&(act_part){ (uint32_t)nodes, p->options->seed, p->ends, p->weight, edges },
                       p->x,
                       p->y,
                       err));
  fit_part(p, nodes, edges, width, height);
  for (size_t i = 0; i < nodes; i++) {
    p->places->x[p->node[from + i]] = p->x[i];
    p->places->y[p->node[from + i]] = p->y[i];
  }
  return ACTANT_OK;
}

static actant_status place_all(parts *p, actant_error *err)
{
  size_t count = p->count;
  act_box *boxes = calloc(count + 1, sizeof *boxes);
  actant_status st = boxes ? ACTANT_OK : act_fail_memory(err, stage);
  sort_parts(p);
  for (size_t i = 0; st == ACTANT_OK && i < count; i++)
    st = place_part(p, i, &boxes[i].width, &boxes[i].height, err);
  if (st == ACTANT_OK) {
    act_pack_boxes(boxes, count, p->options->gap, &p->places->width, &p->places->height);
    for (size_t i = 0; i < p->graph->nodes.count; i++) {
      p->places->x[i] += boxes[p->part[i] - 1].x;
      p->places->y[i] += boxes[p->part[i] - 1].y;
    }
  }
  free(boxes);
  return st;
}

actant_status act_graph_place_with(const actant_graph *graph,
                                   const act_measures *measures,
                                   const act_place_options *options,
                                   act_places *out,
                                   actant_error *err)
{
  size_t count = graph->nodes.count;
  bool by_community = options->by_community && measures->community_count;
  act_places made = { 0 };
  parts p = { .graph = graph,
              .measures = measures,
              .places = &made,
              .options = options,
              .part = by_community ? measures->community : measures->component,
              .count = by_community ? measures->community_count : measures->component_count };
  actant_status st = ACTANT_OK;
  if (count && count <= ACT_PLACE_LIMIT) {
    made.x = calloc(count, sizeof *made.x);
    made.y = calloc(count, sizeof *made.y);
    st = made.x && made.y && make_parts(&p) ? place_all(&p, err) : act_fail_memory(err, stage);
  }
  free_parts(&p);
  if (st == ACTANT_OK)
    *out = made;
  else
    act_places_free(&made);
  return st;
}

#else

actant_status act_graph_place_with(const actant_graph *graph,
                                   const act_measures *measures,
                                   const act_place_options *options,
                                   act_places *out,
                                   actant_error *err)
{
  (void)graph;
  (void)measures;
  (void)options;
  (void)err;
  *out = (act_places){ 0 };
  return ACTANT_OK;
}

#endif

actant_status act_graph_place(const actant_graph *graph,
                              const act_measures *measures,
                              uint32_t seed,
                              act_places *out,
                              actant_error *err)
{
  return act_graph_place_with(
    graph, measures, &(act_place_options){ .seed = seed, .edge = EDGE, .gap = GAP }, out, err);
}
