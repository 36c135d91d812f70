/* SPDX-License-Identifier: MIT */
/* Degrees, ranks, cores, communities and components come from igraph when it is there; else degrees
   and components are counted here.  Groups are numbered by size, then by their first node, so that
   numbers do not depend on how they were found.

   A community is called by its most central members: those with the most support from within it,
   which two names say well enough ("Maran, Kestria"). */
#include "graph/measure.h"

#include "graph/igraph_bridge.h"

#include <string.h>

static const char stage[] = "graph";

void actant_measure_options_init(actant_measure_options *options)
{
  *options = (actant_measure_options){ 0 };
}

void act_measures_free(act_measures *measures)
{
  free(measures->degree);
  free(measures->strength);
  free(measures->pagerank);
  free(measures->betweenness);
  free(measures->core);
  free(measures->community);
  free(measures->component);
  free(measures->name_at);
  act_array_free(&measures->names);
  *measures = (act_measures){ 0 };
}

const char *act_community_name(const act_measures *measures, uint32_t community)
{
  if (!community || community > measures->community_count)
    return "";
  return measures->names.data + measures->name_at[community - 1];
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

enum { CENTRAL = 2 /* members that name a community */ };

/* The members of a community with the most support from within it, the strongest first. */
typedef struct centre {
  uint32_t node[CENTRAL];
  uint32_t count;
} centre;

static bool is_stronger(const act_measures *m, const uint64_t *within, uint32_t a, uint32_t b)
{
  return within[a] != within[b] ? within[a] > within[b] : m->strength[a] > m->strength[b];
}

static void note_member(centre *c, const act_measures *m, const uint64_t *within, uint32_t node)
{
  uint32_t at = c->count;
  while (at > 0 && is_stronger(m, within, node, c->node[at - 1]))
    at--;
  if (at == CENTRAL)
    return;
  c->count += c->count < CENTRAL;
  memmove(c->node + at + 1, c->node + at, (c->count - at - 1) * sizeof *c->node);
  c->node[at] = node;
}

/* "Maran, Kestria"; a node without a name gives its id. */
static bool put_name(const actant_graph *graph, const centre *c, act_buffer *out)
{
  bool ok = true;
  for (uint32_t i = 0; ok && i < c->count; i++) {
    const act_node *node = &graph->nodes.data[c->node[i]];
    const char *name = *node->name ? node->name : node->id;
    ok = act_buffer_put(out, ", ", i ? 2 : 0) && act_buffer_put(out, name, strlen(name));
  }
  return ok && act_buffer_put(out, "", 1);
}

static bool name_communities(const actant_graph *graph, act_measures *m)
{
  size_t nodes = graph->nodes.count;
  uint64_t *within = calloc(nodes + 1, sizeof *within);
  centre *centres = calloc(m->community_count + 1, sizeof *centres);
  m->name_at = calloc(m->community_count + 1, sizeof *m->name_at);
  bool ok = within && centres && m->name_at;
  for (size_t i = 0; ok && i < graph->edges.count; i++) {
    const act_edge *edge = &graph->edges.data[i];
    if (m->community[edge->source] == m->community[edge->target]) {
      within[edge->source] += edge->support ? edge->support : 1;
      within[edge->target] += edge->support ? edge->support : 1;
    }
  }
  for (uint32_t i = 0; ok && i < nodes; i++)
    note_member(&centres[m->community[i] - 1], m, within, i);
  for (uint32_t i = 0; ok && i < m->community_count; i++) {
    m->name_at[i] = m->names.count;
    ok = put_name(graph, &centres[i], &m->names);
  }
  free(within);
  free(centres);
  return ok;
}

static actant_status fill(const actant_graph *graph,
                          const actant_measure_options *options,
                          act_measures *out,
                          actant_error *err)
{
  size_t count = graph->nodes.count;
#ifdef ACTANT_HAVE_IGRAPH
  TRY(act_igraph_measure(graph, options, out, err));
  if (!number_groups(out->community, count, &out->community_count) || !name_communities(graph, out))
    return act_fail_memory(err, stage);
#else
  (void)options;
  (void)name_communities;
  count_here(graph, out);
#endif
  return number_groups(out->component, count, &out->component_count) ? ACTANT_OK
                                                                     : act_fail_memory(err, stage);
}

actant_status act_graph_measure(const actant_graph *graph,
                                const actant_measure_options *options,
                                act_measures *out,
                                actant_error *err)
{
  static const actant_measure_options usual = { 0 };
  size_t count = graph->nodes.count + 1;
  options = options ? options : &usual;
  act_measures made = { .degree = calloc(count, sizeof(uint32_t)),
                        .strength = calloc(count, sizeof(uint64_t)),
                        .pagerank = calloc(count, sizeof(double)),
                        .betweenness = calloc(count, sizeof(double)),
                        .core = calloc(count, sizeof(uint32_t)),
                        .community = calloc(count, sizeof(uint32_t)),
                        .component = calloc(count, sizeof(uint32_t)),
                        .options = *options };
  actant_status st = ACTANT_OK;
  if (!made.degree || !made.strength || !made.pagerank || !made.betweenness || !made.core ||
      !made.community || !made.component)
    st = act_fail_memory(err, stage);
  else if (graph->nodes.count)
    st = fill(graph, options, &made, err);
  if (st == ACTANT_OK)
    *out = made;
  else
    act_measures_free(&made);
  return st;
}

void act_graph_forget(actant_graph *graph)
{
  if (graph->kept)
    act_measures_free(graph->kept);
  free(graph->kept);
  graph->kept = NULL;
}

actant_status actant_graph_measure(actant_graph *graph,
                                   const actant_measure_options *options,
                                   actant_error *err)
{
  act_measures *kept = calloc(1, sizeof *kept);
  if (!kept)
    return act_fail_memory(err, stage);
  actant_status st = act_graph_measure(graph, options, kept, err);
  if (st != ACTANT_OK) {
    free(kept);
    return st;
  }
  act_graph_forget(graph);
  graph->kept = kept;
  return ACTANT_OK;
}
