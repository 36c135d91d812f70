/* SPDX-License-Identifier: MIT */
/* Two graphs into one.  A node joins as an entity of a document does (merge.h); nodes of one graph
   are never joined with each other, since whoever made it kept them apart.  A document that both
   have, by name, title, address and date, is one: its mentions and sentences are not counted again.
 */
#include "graph/merge.h"
#include "graph/read_graph.h"

#include <string.h>

static const char stage[] = "graph";

typedef struct joining {
  actant_graph *to;
  const actant_graph *from;
  uint32_t *document, *node; /* of `to`, by those of `from` */
  size_t known;              /* documents that `to` had before */
  act_map claimed;
} joining;

static bool same_document(const act_graph_document *a, const act_graph_document *b)
{
  return strcmp(a->name, b->name) == 0 && strcmp(a->title, b->title) == 0 &&
         strcmp(a->url, b->url) == 0 && act_date_compare(a->date, b->date) == 0;
}

static uint64_t document_hash(const act_graph_document *document)
{
  const char *const parts[] = { document->name, document->title, document->url };
  uint64_t hash = (uint64_t)(uint32_t)act_date_to_days(document->date);
  for (size_t i = 0; i < 3; i++)
    hash = act_hash_join(hash, act_hash_bytes(parts[i], strlen(parts[i])));
  return hash;
}

/* Documents that are there already are found by their hash; each but once. */
static actant_status join_documents(joining *j, act_map *known, actant_error *err)
{
  for (uint32_t i = 0; i < j->known; i++)
    if (!act_map_set(known, document_hash(&j->to->documents.data[i]), i))
      return act_fail_memory(err, stage);
  for (size_t i = 0; i < j->from->documents.count; i++) {
    const act_graph_document *document = &j->from->documents.data[i];
    uint64_t hash = document_hash(document);
    uint32_t at = act_map_get(known, hash);
    if (at != ACT_NO_VALUE && same_document(&j->to->documents.data[at], document)) {
      j->document[i] = at;
      if (!act_map_set(known, hash, ACT_NO_VALUE))
        return act_fail_memory(err, stage);
      continue;
    }
    TRY(act_graph_add_document(j->to, document, &j->document[i], err));
  }
  return ACTANT_OK;
}

static bool has_document(const act_node *node, uint32_t document)
{
  for (size_t i = 0; i < node->documents.count; i++)
    if (node->documents.data[i] == document)
      return true;
  return false;
}

/* Mentions are counted for all documents together: they are added when one of these is new. */
static actant_status join_mentions(joining *j,
                                   const act_node *from,
                                   uint32_t node,
                                   actant_error *err)
{
  size_t mentions = from->mentions;
  for (size_t i = 0; i < from->documents.count; i++) {
    uint32_t document = j->document[from->documents.data[i]];
    if (document < j->known && has_document(&j->to->nodes.data[node], document))
      continue;
    TRY(act_graph_add_mentions(j->to, node, document, mentions, err));
    mentions = 0;
  }
  return ACTANT_OK;
}

/* The node that a document which both have was merged into: it has the same id, unless others were
 * merged in another order. */
static uint32_t find_same(const joining *j, const act_node *node)
{
  uint32_t at = act_map_get(&j->to->by_id, act_hash_bytes(node->id, strlen(node->id)));
  if (at == ACT_NO_VALUE || act_map_get(&j->claimed, at) != ACT_NO_VALUE)
    return ACT_NO_NODE;
  const act_node *to = &j->to->nodes.data[at];
  if (strcmp(to->id, node->id) != 0 || to->type != node->type || act_node_contradicts(to, node))
    return ACT_NO_NODE;
  for (size_t i = 0; i < node->documents.count; i++) {
    uint32_t document = j->document[node->documents.data[i]];
    if (document < j->known && has_document(to, document))
      return at;
  }
  return ACT_NO_NODE;
}

static actant_status join_node(joining *j, size_t index, actant_error *err)
{
  const act_node *node = &j->from->nodes.data[index];
  const actant_entity like = { .id = node->id,
                               .name = node->name,
                               .type = node->type,
                               .named = true,
                               .role = node->role,
                               .iso = node->iso,
                               .wikidata = node->wikidata,
                               .ids = node->ids,
                               .alias_count = node->aliases.count,
                               .aliases = node->aliases.data };
  size_t before = j->to->nodes.count;
  TRY(act_merge_entity(j->to, &j->claimed, &like, find_same(j, node), &j->node[index], err));
  act_node *to = &j->to->nodes.data[j->node[index]];
  to->alone = node->alone && (to->alone || j->node[index] >= before);
  return join_mentions(j, node, j->node[index], err);
}

static uint32_t moved(const joining *j, uint32_t node)
{
  return node == ACT_NO_NODE ? ACT_NO_NODE : j->node[node];
}

/* Whether an edge has a row of this sentence among its first rows, those of before. */
static bool has_row(const act_edge *edge, size_t before, const act_graph_evidence *row)
{
  for (size_t i = 0; i < before; i++)
    if (edge->evidence.data[i].document == row->document &&
        edge->evidence.data[i].begin == row->begin)
      return true;
  return false;
}

static actant_status join_edge(joining *j, const act_edge *edge, actant_error *err)
{
  act_edge like = *edge;
  uint32_t at;
  like.source = j->node[edge->source];
  like.target = j->node[edge->target];
  if (like.source == like.target && edge->source != edge->target)
    return ACTANT_OK; /* two that turned out to be one say nothing of themselves */
  TRY(act_merge_edge(j->to, &like, edge->confidence, &at, err));
  size_t before = j->to->edges.data[at].evidence.count;
  for (size_t i = 0; i < edge->evidence.count; i++) {
    act_graph_evidence row = edge->evidence.data[i];
    row.document = j->document[row.document];
    row.place = moved(j, row.place);
    row.attributed_to = moved(j, row.attributed_to);
    if (row.document < j->known && has_row(&j->to->edges.data[at], before, &row))
      continue;
    TRY(act_graph_add_evidence(j->to, at, &row, err));
  }
  return ACTANT_OK;
}

static actant_status join_all(joining *j, actant_error *err)
{
  act_map known = { 0 };
  actant_status st = join_documents(j, &known, err);
  act_map_free(&known);
  for (size_t i = 0; st == ACTANT_OK && i < j->from->nodes.count; i++)
    st = join_node(j, i, err);
  for (size_t i = 0; st == ACTANT_OK && i < j->from->edges.count; i++)
    st = join_edge(j, &j->from->edges.data[i], err);
  return st;
}

actant_status act_graph_join(actant_graph *to, const actant_graph *from, actant_error *err)
{
  joining j = { .to = to,
                .from = from,
                .document = calloc(from->documents.count + 1, sizeof(uint32_t)),
                .node = calloc(from->nodes.count + 1, sizeof(uint32_t)),
                .known = to->documents.count };
  actant_status st = j.document && j.node ? join_all(&j, err) : act_fail_memory(err, stage);
  if (st == ACTANT_OK)
    to->title = NULL;
  free(j.document);
  free(j.node);
  act_map_free(&j.claimed);
  return st;
}
