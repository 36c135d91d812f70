/* SPDX-License-Identifier: MIT */
/* Degrees, communities and components come from igraph when it is there; else degrees and
   components are counted here. Groups are numbered by size, then by their first node, so that
   numbers do not depend on how they were found. */
#include "graph/measure.h"

#include "graph/igraph_bridge.h"

#include <string.h>

static const char stage[] = "graph";

void act_measures_free(act_measures *measures)
{
  free(measures->degree);
  free(measures->strength);
  free(measures->community);
  free(measures->component);
  *measures = (act_measures){ 0 };
}

#ifndef ACTANT_HAVE_IGRAPH
static uint32_t find_root(uint32_t *parent, uint32_t node)
{
  while (parent[node] != node) {
    parent[node] = parent[parent[node]];
    node = parent[node];
  }
  return node;
}

static void count_here(const actant_graph *graph, act_measures *out)
{
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    out->component[i] = i;
  for (size_t i = 0; i < graph->edges.count; i++) {
    const act_edge *edge = &graph->edges.data[i];
    const uint32_t ends[] = { edge->source, edge->target };
    for (size_t k = 0; k < 2; k++) {
      out->degree[ends[k]]++;
      out->strength[ends[k]] += edge->support ? edge->support : 1;
    }
    out->component[find_root(out->component, edge->source)] =
      find_root(out->component, edge->target);
  }
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    out->component[i] = find_root(out->component, i);
}
#endif

typedef struct group {
  uint32_t first, size, name;
} group;

static int by_size(const void *left, const void *right)
{
  const group *a = left, *b = right;
  if (a->size != b->size)
    return a->size > b->size ? -1 : 1;
  return a->first < b->first ? -1 : a->first > b->first;
}

/* Replace names below `count` by numbers from 1, the largest group first. */
static bool number_groups(uint32_t *names, size_t count, uint32_t *group_count)
{
  group *groups = calloc(count + 1, sizeof *groups);
  uint32_t *number = calloc(count + 1, sizeof *number);
  bool ok = groups && number;
  for (uint32_t i = 0; ok && i < count; i++)
    groups[i] = (group){ (uint32_t)count, 0, i };
  for (uint32_t i = 0; ok && i < count; i++) {
    group *of = &groups[names[i]];
    of->first = of->size++ ? of->first : i;
  }
  if (ok) {
    qsort(groups, count, sizeof *groups, by_size);
    for (uint32_t i = 0; i < count && groups[i].size; i++)
      number[groups[i].name] = *group_count = i + 1;
    for (size_t i = 0; i < count; i++)
      names[i] = number[names[i]];
  }
  free(groups);
  free(number);
  return ok;
}

static actant_status fill(const actant_graph *graph, act_measures *out, actant_error *err)
{
  size_t count = graph->nodes.count;
#ifdef ACTANT_HAVE_IGRAPH
  TRY(act_igraph_measure(graph, out, err));
  if (!number_groups(out->community, count, &out->community_count))
    return act_fail_memory(err, stage);
#else
  count_here(graph, out);
#endif
  return number_groups(out->component, count, &out->component_count) ? ACTANT_OK
                                                                     : act_fail_memory(err, stage);
}

actant_status act_graph_measure(const actant_graph *graph, act_measures *out, actant_error *err)
{
  size_t count = graph->nodes.count + 1;
  act_measures made = { calloc(count, sizeof(uint32_t)),
                        calloc(count, sizeof(uint64_t)),
                        calloc(count, sizeof(uint32_t)),
                        calloc(count, sizeof(uint32_t)),
                        0,
                        0 };
  actant_status st = ACTANT_OK;
  if (!made.degree || !made.strength || !made.community || !made.component)
    st = act_fail_memory(err, stage);
  else if (graph->nodes.count)
    st = fill(graph, &made, err);
  if (st == ACTANT_OK)
    *out = made;
  else
    act_measures_free(&made);
  return st;
}
