/* SPDX-License-Identifier: MIT */
/* A filter makes a new graph.  What is left of an edge's evidence decides first: dates narrow it,
   and support and confidence are those of what remains.  Then nodes: what is around a node, what is
   on paths between two (paths.c), the strongest, and last those without edges.  `keep` arrays mark
   nodes and edges of the old graph; only at the end are they copied, in their order. */
#include "graph/sieve.h"

#include <string.h>

static const char stage[] = "graph";

void actant_filter_init(actant_filter *filter)
{
  *filter = (actant_filter){ .depth = 1 };
}

/* The last day that a date may mean. */
static int32_t last_day(act_date date)
{
  if (!date.month)
    date.month = 12;
  if (!date.day)
    date.day = (uint8_t)act_date_month_days(date.year, date.month);
  return act_date_to_days(date);
}

static bool in_time(const sieve *s, const act_graph_evidence *row)
{
  if (!s->since.year && !s->until.year)
    return true;
  act_date begin = row->date.year ? row->date : row->date_end,
           end = row->date_end.year ? row->date_end : row->date;
  if (!begin.year)
    return false;
  return !(s->since.year && last_day(end) < act_date_to_days(s->since)) &&
         !(s->until.year && act_date_to_days(begin) > last_day(s->until));
}

static bool row_kept(const sieve *s, const act_graph_evidence *row)
{
  return in_time(s, row) && row->confidence >= s->filter->min_confidence;
}

/* The sentences that remain.  A repeat counts when the row it repeats is gone. */
static uint32_t count_support(const sieve *s, const act_edge *edge)
{
  uint32_t support = 0;
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const act_graph_evidence *row = &edge->evidence.data[i];
    bool counted = !row_kept(s, row);
    for (size_t k = i;
         row->repeat && !counted && k-- > 0 && edge->evidence.data[k].document == row->document;)
      counted = edge->evidence.data[k].begin == row->begin && row_kept(s, &edge->evidence.data[k]);
    support += !counted;
  }
  return support;
}

static bool type_kept(const sieve *s, uint32_t node)
{
  return !s->filter->types || s->filter->types & 1U << s->graph->nodes.data[node].type;
}

static bool relation_kept(const actant_filter *filter, const char *relation)
{
  bool found = !filter->relations;
  for (size_t i = 0; !found && i < filter->relation_count; i++)
    found = strcmp(filter->relations[i], relation) == 0;
  return found;
}

static void sift_edges(sieve *s)
{
  const actant_filter *filter = s->filter;
  for (size_t i = 0; i < s->graph->edges.count; i++) {
    const act_edge *edge = &s->graph->edges.data[i];
    bool evident = s->since.year || s->until.year || filter->min_confidence > 0;
    s->support[i] = evident ? count_support(s, edge) : edge->support;
    s->edge[i] = type_kept(s, edge->source) && type_kept(s, edge->target) &&
                 relation_kept(filter, edge->relation) &&
                 (!filter->statuses || filter->statuses & 1U << edge->status) &&
                 (!evident || s->support[i]) && s->support[i] >= filter->min_support;
  }
}

/* Breadth first, a round a step: mark what one more edge reaches.  Two marks keep a round from
 * running on. */
static bool keep_around(sieve *s)
{
  size_t nodes = s->graph->nodes.count;
  bool *next = calloc(nodes + 1, sizeof *next);
  if (!next)
    return false;
  memcpy(s->node, s->wanted, nodes * sizeof *s->node);
  bool grew = true;
  for (uint32_t step = 0; step < s->filter->depth && grew; step++) {
    grew = false;
    memcpy(next, s->node, nodes * sizeof *next);
    for (size_t i = 0; i < s->graph->edges.count; i++) {
      const act_edge *edge = &s->graph->edges.data[i];
      if (s->edge[i] && s->node[edge->source] != s->node[edge->target])
        next[edge->source] = next[edge->target] = grew = true;
    }
    memcpy(s->node, next, nodes * sizeof *next);
  }
  free(next);
  return true;
}

static void drop_loose_edges(sieve *s)
{
  for (size_t i = 0; i < s->graph->edges.count; i++)
    s->edge[i] = s->edge[i] && s->node[s->graph->edges.data[i].source] &&
                 s->node[s->graph->edges.data[i].target];
}

typedef struct rank {
  uint64_t strength;
  uint32_t node;
  bool wanted;
} rank;

static int by_strength(const void *left, const void *right)
{
  const rank *a = left, *b = right;
  if (a->wanted != b->wanted)
    return a->wanted ? -1 : 1;
  if (a->strength != b->strength)
    return a->strength > b->strength ? -1 : 1;
  return a->node < b->node ? -1 : a->node > b->node;
}

static void sum_strength(sieve *s)
{
  memset(s->strength, 0, s->graph->nodes.count * sizeof *s->strength);
  for (size_t i = 0; i < s->graph->edges.count; i++) {
    if (!s->edge[i])
      continue;
    s->strength[s->graph->edges.data[i].source] += s->support[i];
    s->strength[s->graph->edges.data[i].target] += s->support[i];
  }
}

static bool keep_top(sieve *s)
{
  size_t nodes = s->graph->nodes.count;
  rank *ranks = calloc(nodes + 1, sizeof *ranks);
  if (!ranks)
    return false;
  sum_strength(s);
  size_t count = 0;
  for (uint32_t i = 0; i < nodes; i++)
    if (s->node[i])
      ranks[count++] = (rank){ s->strength[i], i, s->wanted[i] };
  qsort(ranks, count, sizeof *ranks, by_strength);
  for (size_t i = s->filter->top; i < count; i++)
    s->node[ranks[i].node] = false;
  free(ranks);
  return true;
}

static void keep_places(sieve *s, const act_edge *edge, const bool *before)
{
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const act_graph_evidence *row = &edge->evidence.data[i];
    if (row->place != ACT_NO_NODE && row_kept(s, row))
      s->node[row->place] = s->node[row->place] || before[row->place];
  }
}

/* Of the nodes that passed, drop those that no edge touches and where nothing happened. */
static actant_status drop_bare_nodes(sieve *s, actant_error *err)
{
  size_t nodes = s->graph->nodes.count;
  bool *before = calloc(nodes + 1, sizeof *before);
  if (!before)
    return act_fail_memory(err, stage);
  memcpy(before, s->node, nodes * sizeof *before);
  for (size_t i = 0; i < nodes; i++)
    s->node[i] = s->wanted[i] || (before[i] && s->graph->nodes.data[i].alone);
  for (size_t i = 0; i < s->graph->edges.count; i++) {
    const act_edge *edge = &s->graph->edges.data[i];
    if (!s->edge[i])
      continue;
    s->node[edge->source] = s->node[edge->target] = true;
    keep_places(s, edge, before);
  }
  free(before);
  return ACTANT_OK;
}

static actant_status sift(sieve *s, actant_error *err)
{
  const actant_filter *filter = s->filter;
  for (uint32_t i = 0; i < s->graph->nodes.count; i++)
    s->node[i] = type_kept(s, i);
  sift_edges(s);
  if (filter->around) {
    TRY(act_find_named(s->graph, filter->around, s->wanted, err));
    if (!keep_around(s))
      return act_fail_memory(err, stage);
  }
  drop_loose_edges(s);
  if (filter->path_from && filter->path_to)
    TRY(act_keep_paths(s, err));
  if (filter->top && !keep_top(s))
    return act_fail_memory(err, stage);
  drop_loose_edges(s);
  return filter->isolated ? ACTANT_OK : drop_bare_nodes(s, err);
}

/* Where nodes and documents of the old graph are in the new one. */
typedef struct copy {
  const sieve *s;
  actant_graph *to;
  uint32_t *node, *document;
} copy;

static void want_documents(const copy *c, const act_edge *edge)
{
  for (size_t i = 0; i < edge->evidence.count; i++)
    if (row_kept(c->s, &edge->evidence.data[i]))
      c->document[edge->evidence.data[i].document] = 0;
}

/* Documents that name a node or state an edge that is kept. */
static actant_status copy_documents(copy *c, actant_error *err)
{
  const actant_graph *from = c->s->graph;
  for (size_t i = 0; i < from->documents.count; i++)
    c->document[i] = UINT32_MAX;
  for (size_t i = 0; i < from->nodes.count; i++)
    for (size_t k = 0; c->s->node[i] && k < from->nodes.data[i].documents.count; k++)
      c->document[from->nodes.data[i].documents.data[k]] = 0;
  for (size_t i = 0; i < from->edges.count; i++)
    if (c->s->edge[i])
      want_documents(c, &from->edges.data[i]);
  for (size_t i = 0; i < from->documents.count; i++)
    if (!c->document[i])
      TRY(act_graph_add_document(c->to, &from->documents.data[i], &c->document[i], err));
  return ACTANT_OK;
}

static actant_status copy_node(copy *c, size_t index, actant_error *err)
{
  const act_node *node = &c->s->graph->nodes.data[index];
  uint32_t at;
  TRY(act_graph_add_node(c->to, node, &at, err));
  c->node[index] = at;
  act_node *to = &c->to->nodes.data[at];
  to->alone = node->alone;
  if (!node->documents.count) { /* read from a file that does not tell of them */
    to->mentions = node->mentions;
    to->first = node->first;
    to->last = node->last;
  }
  for (size_t i = 0; i < node->aliases.count; i++)
    TRY(act_graph_add_alias(c->to, at, node->aliases.data[i], err));
  for (size_t i = 0; i < node->documents.count; i++)
    TRY(act_graph_add_mentions(
      c->to, at, c->document[node->documents.data[i]], i ? 0 : node->mentions, err));
  return ACTANT_OK;
}

static uint32_t moved(const copy *c, uint32_t node)
{
  return node == ACT_NO_NODE ? ACT_NO_NODE : c->node[node];
}

static actant_status copy_edge(copy *c, size_t index, actant_error *err)
{
  const act_edge *edge = &c->s->graph->edges.data[index];
  act_edge like = *edge;
  uint32_t at;
  like.source = c->node[edge->source];
  like.target = c->node[edge->target];
  TRY(act_graph_add_edge(c->to, &like, &at, err));
  for (size_t i = 0; i < edge->evidence.count; i++) {
    act_graph_evidence row = edge->evidence.data[i];
    if (!row_kept(c->s, &row))
      continue;
    row.document = c->document[row.document];
    row.place = moved(c, row.place);
    row.attributed_to = moved(c, row.attributed_to);
    TRY(act_graph_add_evidence(c->to, at, &row, err));
  }
  return ACTANT_OK;
}

static actant_status copy_kept(copy *c, actant_error *err)
{
  const actant_graph *from = c->s->graph;
  TRY(copy_documents(c, err));
  for (size_t i = 0; i < from->nodes.count; i++) {
    c->node[i] = ACT_NO_NODE;
    if (c->s->node[i])
      TRY(copy_node(c, i, err));
  }
  for (size_t i = 0; i < from->edges.count; i++)
    if (c->s->edge[i])
      TRY(copy_edge(c, i, err));
  c->to->title = from->title ? act_graph_string(c->to, from->title, strlen(from->title)) : NULL;
  return from->title && !c->to->title ? act_fail_memory(err, stage) : ACTANT_OK;
}

static actant_status make_copy(const sieve *s, actant_graph **out, actant_error *err)
{
  copy c = { s,
             NULL,
             calloc(s->graph->nodes.count + 1, sizeof(uint32_t)),
             calloc(s->graph->documents.count + 1, sizeof(uint32_t)) };
  actant_status st = ACTANT_OK;
  if (!c.node || !c.document)
    st = act_fail_memory(err, stage);
  else
    st = actant_graph_new(&c.to, err);
  if (st == ACTANT_OK)
    st = copy_kept(&c, err);
  if (st == ACTANT_OK)
    *out = c.to;
  else
    actant_graph_free(c.to);
  free(c.node);
  free(c.document);
  return st;
}

static actant_status read_date(const char *text, act_date *out, actant_error *err)
{
  if (!text || !*text || act_date_read(text, strlen(text), out))
    return ACTANT_OK;
  return act_fail(err,
                  ACTANT_ARGUMENT,
                  stage,
                  "'%.40s' is no date; YYYY, YYYY-MM or YYYY-MM-DD was expected",
                  text);
}

actant_status actant_graph_filter(const actant_graph *graph,
                                  const actant_filter *filter,
                                  actant_graph **out,
                                  actant_error *err)
{
  size_t nodes = graph->nodes.count + 1, edges = graph->edges.count + 1;
  sieve s = { .graph = graph, .filter = filter };
  actant_status st;
  TRY(read_date(filter->since, &s.since, err));
  TRY(read_date(filter->until, &s.until, err));
  s.node = calloc(nodes, sizeof *s.node);
  s.wanted = calloc(nodes, sizeof *s.wanted);
  s.strength = calloc(nodes, sizeof *s.strength);
  s.edge = calloc(edges, sizeof *s.edge);
  s.support = calloc(edges, sizeof *s.support);
  if (!s.node || !s.wanted || !s.strength || !s.edge || !s.support)
    st = act_fail_memory(err, stage);
  else
    st = sift(&s, err);
  if (st == ACTANT_OK)
    st = make_copy(&s, out, err);
  free(s.node);
  free(s.wanted);
  free(s.strength);
  free(s.edge);
  free(s.support);
  return st;
}
