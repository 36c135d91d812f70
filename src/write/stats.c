/* SPDX-License-Identifier: MIT */
/* What `actant stats` tells is counted here and written in stats_table.c and stats_json.c.  Density
   takes the graph as one of pairs: parallel edges count once and loops not at all, since a relation
   said twice joins nobody anew. */
#include "write/stats.h"

#include "write/caption.h"

#include <string.h>

static const char stage[] = "write";

void actant_stats_options_init(actant_stats_options *options)
{
  *options = (actant_stats_options){ .rows = 20 };
}

static void free_stats(act_stats *stats)
{
  act_array_free(&stats->relations);
  free(stats->community_size);
  free(stats->component_size);
  free(stats->nodes);
}

static int by_edges(const void *left, const void *right)
{
  const act_relation_count *a = left, *b = right;
  if (a->edges != b->edges)
    return a->edges > b->edges ? -1 : 1;
  return strcmp(a->relation, b->relation);
}

/* Relation names are interned: equal pointers are equal names. */
static bool count_edges(act_stats *stats)
{
  const actant_graph *graph = stats->graph;
  act_map row = { 0 }, pair = { 0 };
  bool ok = true;
  for (size_t i = 0; ok && i < graph->edges.count; i++) {
    const act_edge *edge = &graph->edges.data[i];
    uint32_t low = edge->source < edge->target ? edge->source : edge->target,
             high = edge->source < edge->target ? edge->target : edge->source,
             at = act_map_get(&row, (uintptr_t)edge->relation);
    if (at == ACT_NO_VALUE) {
      at = (uint32_t)stats->relations.count;
      ok = act_map_set(&row, (uintptr_t)edge->relation, at) &&
           act_array_push(&stats->relations, (act_relation_count){ edge->relation, 0, 0 });
    }
    if (ok) {
      stats->relations.data[at].edges++;
      stats->relations.data[at].sentences += edge->support;
      stats->statuses[edge->status]++;
      ok = low == high || act_map_set(&pair, (uint64_t)low << 32 | high, 1);
    }
  }
  double nodes = (double)graph->nodes.count;
  stats->density = nodes > 1 ? (double)pair.count / (nodes * (nodes - 1) / 2) : 0;
  if (ok && stats->relations.count)
    qsort(stats->relations.data, stats->relations.count, sizeof *stats->relations.data, by_edges);
  act_map_free(&row);
  act_map_free(&pair);
  return ok;
}

typedef struct rank {
  double value;
  uint32_t node;
} rank;

static int by_value(const void *left, const void *right)
{
  const rank *a = left, *b = right;
  if (a->value != b->value) /* NaN does not occur */
    return a->value > b->value ? -1 : 1;
  return a->node < b->node ? -1 : a->node > b->node;
}

static bool rank_nodes(act_stats *stats)
{
  const act_measures *m = stats->measures;
  size_t count = stats->graph->nodes.count;
  rank *ranks = calloc(count + 1, sizeof *ranks);
  if (!ranks)
    return false;
  for (uint32_t i = 0; i < count; i++)
    ranks[i] = (rank){ m->community_count ? m->pagerank[i] : (double)m->strength[i], i };
  qsort(ranks, count, sizeof *ranks, by_value);
  for (size_t i = 0; i < count; i++)
    stats->nodes[i] = ranks[i].node;
  free(ranks);
  return true;
}

static bool count_all(act_stats *stats)
{
  const act_measures *m = stats->measures;
  size_t count = stats->graph->nodes.count;
  stats->community_size = calloc(m->community_count + 1, sizeof(uint32_t));
  stats->component_size = calloc(m->component_count + 1, sizeof(uint32_t));
  stats->nodes = calloc(count + 1, sizeof(uint32_t));
  if (!stats->community_size || !stats->component_size || !stats->nodes)
    return false;
  for (size_t i = 0; i < count; i++) {
    stats->types[stats->graph->nodes.data[i].type]++;
    stats->component_size[m->component[i] - 1]++;
    if (m->community_count)
      stats->community_size[m->community[i] - 1]++;
  }
  return count_edges(stats) && rank_nodes(stats);
}

static actant_status put(const act_stats *stats,
                         const actant_stats_options *options,
                         const actant_sink *sink,
                         actant_error *err)
{
  act_output *out = malloc(sizeof *out); /* its buffer is too large for a small stack */
  if (!out)
    return act_fail_memory(err, stage);
  act_output_init(out, sink);
  bool ok = options->json ? act_stats_json(stats, out) : act_stats_table(stats, options->rows, out);
  actant_status st = ok ? act_output_finish(out, err) : act_fail_memory(err, stage);
  free(out);
  return st;
}

actant_status actant_graph_write_stats(const actant_graph *graph,
                                       const actant_stats_options *options,
                                       const actant_sink *sink,
                                       actant_error *err)
{
  act_measures measures = { 0 };
  act_text_builder title = { 0 };
  actant_stats_options usual;
  actant_stats_options_init(&usual);
  options = options ? options : &usual;
  TRY(act_graph_measure(graph, &options->measure, &measures, err));
  act_title(graph, options->title, &title);
  act_stats stats = { .graph = graph, .measures = &measures, .title = act_text_get(&title) };
  actant_status st = stats.title && count_all(&stats) ? put(&stats, options, sink, err)
                                                      : act_fail_memory(err, stage);
  free_stats(&stats);
  act_measures_free(&measures);
  act_text_free(&title);
  return st;
}
