/* SPDX-License-Identifier: MIT */
/* Paths between two nodes, along edges of either direction, no node twice.  Steps from either end
   (breadth first) say how near a node is to both: an edge is on a shortest path when the steps on
   its two sides and itself add up to the distance.  Longer paths are walked one by one, no further
   than where the end is still in reach, and each edge of one that arrives is kept; there may be
   more of them than anyone has time for, which is why the walk is limited.

   Which nodes a name means is decided here too. */
#include "graph/sieve.h"

#include "base/utf8.h"

#include <string.h>

static const char stage[] = "graph";

#define FAR UINT32_MAX

enum { WALK_LIMIT = 30000000 /* edges looked at: a second */ };

/* How well a node fits: its id, its name, an alias, the last words of its name; 0 when none does.
 */
static int fit(const act_node *node, const char *name)
{
  int whole = act_utf8_fit(node->name, name);
  if (strcmp(node->id, name) == 0)
    return 4;
  if (whole == 2)
    return 3;
  for (size_t i = 0; i < node->aliases.count; i++)
    if (act_utf8_fit(node->aliases.data[i], name) == 2)
      return 2;
  return whole;
}

actant_status act_find_named(const actant_graph *graph,
                             const char *name,
                             bool *marks,
                             actant_error *err)
{
  int best = 0;
  for (size_t i = 0; i < graph->nodes.count; i++) {
    int now = fit(&graph->nodes.data[i], name);
    best = now > best ? now : best;
  }
  if (!best)
    return act_fail(err, ACTANT_ARGUMENT, stage, "no node has the name or id '%.200s'", name);
  for (size_t i = 0; i < graph->nodes.count; i++)
    marks[i] = marks[i] || fit(&graph->nodes.data[i], name) == best;
  return ACTANT_OK;
}

/* Edges by node: those of node n are link[begin[n]] up to link[begin[n + 1]]. */
typedef struct links {
  size_t *begin;
  uint32_t *link;
} links;

/* A walk in the making: nodes of the path so far, and the next link to try at each. */
typedef struct walk {
  sieve *s;
  links links;
  bool *from, *to, *on_path, *edge; /* edge: found to be on a path */
  uint32_t *from_steps, *to_steps;
  uint32_t *queue, *path, *path_edge;
  size_t *next;
  uint32_t length;
} walk;

static bool make_walk(walk *w)
{
  size_t nodes = w->s->graph->nodes.count + 2, edges = w->s->graph->edges.count + 1;
  w->links.begin = calloc(nodes, sizeof *w->links.begin);
  w->links.link = calloc(edges, 2 * sizeof *w->links.link);
  w->from = calloc(nodes, sizeof *w->from);
  w->to = calloc(nodes, sizeof *w->to);
  w->on_path = calloc(nodes, sizeof *w->on_path);
  w->edge = calloc(edges, sizeof *w->edge);
  w->from_steps = calloc(nodes, sizeof *w->from_steps);
  w->to_steps = calloc(nodes, sizeof *w->to_steps);
  w->queue = calloc(nodes, sizeof *w->queue);
  w->path = calloc(nodes, sizeof *w->path);
  w->path_edge = calloc(nodes, sizeof *w->path_edge);
  w->next = calloc(nodes, sizeof *w->next);
  return w->links.begin && w->links.link && w->from && w->to && w->on_path && w->edge &&
         w->from_steps && w->to_steps && w->queue && w->path && w->path_edge && w->next;
}

static void free_walk(walk *w)
{
  void *const all[] = { w->links.begin, w->links.link, w->from,  w->to,   w->on_path,   w->edge,
                        w->from_steps,  w->to_steps,   w->queue, w->path, w->path_edge, w->next };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    free(all[i]);
}

/* Counting sort of the edges that are kept by their ends; a loop is on no path. */
static void link_nodes(walk *w)
{
  const actant_graph *graph = w->s->graph;
  size_t *begin = w->links.begin, nodes = graph->nodes.count;
  for (int pass = 0; pass < 2; pass++) {
    for (size_t i = graph->edges.count; i-- > 0;) {
      const act_edge *edge = &graph->edges.data[i];
      const uint32_t ends[] = { edge->source, edge->target };
      for (int k = 0; k < 2 && w->s->edge[i] && ends[0] != ends[1]; k++) {
        if (pass)
          w->links.link[--begin[ends[k]]] = (uint32_t)i;
        else
          begin[ends[k]]++;
      }
    }
    for (size_t i = 1; !pass && i <= nodes; i++)
      begin[i] += begin[i - 1];
  }
}

static uint32_t other_end(const walk *w, uint32_t link, uint32_t node)
{
  const act_edge *edge = &w->s->graph->edges.data[link];
  return edge->source == node ? edge->target : edge->source;
}

/* Steps from the nearest of the nodes marked. */
static void count_steps(walk *w, const bool *marks, uint32_t *steps)
{
  size_t head = 0, tail = 0;
  for (uint32_t i = 0; i < w->s->graph->nodes.count; i++) {
    steps[i] = marks[i] && w->s->node[i] ? 0 : FAR;
    if (!steps[i])
      w->queue[tail++] = i;
  }
  while (head < tail) {
    uint32_t node = w->queue[head++];
    for (size_t i = w->links.begin[node]; i < w->links.begin[node + 1]; i++) {
      uint32_t other = other_end(w, w->links.link[i], node);
      if (steps[other] == FAR) {
        steps[other] = steps[node] + 1;
        w->queue[tail++] = other;
      }
    }
  }
}

static uint32_t find_distance(const walk *w)
{
  uint32_t least = FAR;
  for (size_t i = 0; i < w->s->graph->nodes.count; i++)
    if (w->to[i] && w->from_steps[i] < least)
      least = w->from_steps[i];
  return least;
}

static void keep_shortest(walk *w, uint32_t distance)
{
  for (size_t i = 0; i < w->s->graph->edges.count; i++) {
    const act_edge *edge = &w->s->graph->edges.data[i];
    if (!w->s->edge[i])
      continue;
    uint64_t a = w->from_steps[edge->source], b = w->from_steps[edge->target],
             c = w->to_steps[edge->source], d = w->to_steps[edge->target];
    w->edge[i] = a + 1 + d == distance || b + 1 + c == distance;
  }
}

static void keep_path(walk *w, size_t depth)
{
  for (size_t i = 1; i <= depth; i++)
    w->edge[w->path_edge[i]] = true;
}

/* Step from the end of the path along a link, when the end is in reach from there.  True when the
 * path grew. */
static bool step_on(walk *w, size_t depth, uint32_t link)
{
  uint32_t other = other_end(w, link, w->path[depth]);
  if (w->on_path[other] || w->to_steps[other] == FAR || depth + 1 + w->to_steps[other] > w->length)
    return false;
  w->path[depth + 1] = other;
  w->path_edge[depth + 1] = link;
  w->on_path[other] = true;
  w->next[depth + 1] = w->links.begin[other];
  return true;
}

/* All paths from a node.  False when the walk is too long. */
static bool walk_from(walk *w, uint32_t node, uint64_t *patience)
{
  size_t depth = 0;
  w->path[0] = node;
  w->on_path[node] = true;
  w->next[0] = w->links.begin[node];
  for (;;) {
    uint32_t at = w->path[depth];
    bool arrived = w->to[at] && depth;
    if (arrived)
      keep_path(w, depth);
    if (arrived || w->next[depth] == w->links.begin[at + 1]) {
      w->on_path[at] = false;
      if (!depth--)
        return true;
    } else if (!(*patience)--) {
      return false;
    } else if (step_on(w, depth, w->links.link[w->next[depth]++])) {
      depth++;
    }
  }
}

static actant_status keep_longer(walk *w, actant_error *err)
{
  uint64_t patience = WALK_LIMIT;
  for (uint32_t i = 0; i < w->s->graph->nodes.count; i++)
    if (w->from[i] && w->s->node[i] && w->to_steps[i] <= w->length && !walk_from(w, i, &patience))
      return act_fail(err,
                      ACTANT_LIMIT,
                      stage,
                      "there are too many paths of %u edges; ask for shorter ones",
                      (unsigned)w->length);
  return ACTANT_OK;
}

static actant_status mark_paths(walk *w, actant_error *err)
{
  const actant_filter *filter = w->s->filter;
  TRY(act_find_named(w->s->graph, filter->path_from, w->from, err));
  TRY(act_find_named(w->s->graph, filter->path_to, w->to, err));
  link_nodes(w);
  count_steps(w, w->from, w->from_steps);
  count_steps(w, w->to, w->to_steps);
  uint32_t distance = find_distance(w),
           nodes = (uint32_t)w->s->graph->nodes.count; /* no path is longer */
  w->length = filter->path_length ? filter->path_length : distance;
  w->length = w->length < nodes ? w->length : nodes;
  if (distance == FAR || distance > w->length)
    return act_fail(err,
                    ACTANT_ARGUMENT,
                    stage,
                    "no path leads from '%.100s' to '%.100s'%s",
                    filter->path_from,
                    filter->path_to,
                    distance == FAR ? "" : " in so few edges");
  if (!distance)
    return act_fail(err,
                    ACTANT_ARGUMENT,
                    stage,
                    "'%.100s' and '%.100s' are the same node",
                    filter->path_from,
                    filter->path_to);
  if (w->length > distance)
    return keep_longer(w, err);
  keep_shortest(w, distance);
  return ACTANT_OK;
}

/* Keep what was marked alone. */
static void keep_marked(walk *w)
{
  sieve *s = w->s;
  memset(s->node, 0, s->graph->nodes.count * sizeof *s->node);
  memcpy(s->edge, w->edge, s->graph->edges.count * sizeof *s->edge);
  for (size_t i = 0; i < s->graph->edges.count; i++)
    if (s->edge[i])
      s->node[s->graph->edges.data[i].source] = s->node[s->graph->edges.data[i].target] = true;
  for (size_t i = 0; i < s->graph->nodes.count; i++)
    s->wanted[i] = (s->wanted[i] || w->from[i] || w->to[i]) && s->node[i];
}

actant_status act_keep_paths(sieve *s, actant_error *err)
{
  walk w = { .s = s };
  actant_status st = make_walk(&w) ? mark_paths(&w, err) : act_fail_memory(err, stage);
  if (st == ACTANT_OK)
    keep_marked(&w);
  free_walk(&w);
  return st;
}
