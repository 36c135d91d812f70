/* SPDX-License-Identifier: MIT */
/* Who of this document is whom of the graph.  Identifiers decide; without one a full name of the
   same type does, since "Smith" and "AU" mean others elsewhere.  Two entities of one document are
   never joined by name: whoever resolved the document kept them apart. A node takes on identifiers,
   role and names that it lacks; its name changes only from an acronym or a single name to a full
   one. */
#include "graph/merge.h"

#include <string.h>

static const char stage[] = "graph";

typedef struct merge {
  actant_graph *graph;
  const act_found *found;
  uint32_t document;
  uint32_t *node_of; /* by entity, or ACT_NO_NODE */
  act_map claimed;   /* nodes that an entity of this document has */
} merge;

static uint32_t find_by_name(const actant_graph *graph,
                             const act_map *claimed,
                             const act_node *like)
{
  if (!act_is_full_name(like->type, like->name))
    return ACT_NO_NODE;
  uint32_t i = act_map_get(&graph->by_name, act_name_hash(like->type, like->name));
  for (; i != UINT32_MAX; i = graph->names.data[i].next) {
    uint32_t node = graph->names.data[i].node;
    if (strcmp(graph->names.data[i].name, like->name) == 0 &&
        graph->nodes.data[node].type == like->type &&
        !act_node_contradicts(&graph->nodes.data[node], like) &&
        act_map_get(claimed, node) == ACT_NO_VALUE)
      return node;
  }
  return ACT_NO_NODE;
}

/* Give a node what it lacks and `like` knows. */
static actant_status enrich(actant_graph *graph,
                            uint32_t node,
                            const act_node *like,
                            actant_error *err)
{
  act_node *to = &graph->nodes.data[node];
  const char *former = to->name;
  if (!*to->wikidata)
    to->wikidata = like->wikidata;
  if (!*to->iso && to->type == like->type)
    to->iso = like->iso;
  if (!*to->ids && to->type == like->type)
    to->ids = like->ids;
  if (!*to->role)
    to->role = like->role;
  if (!act_is_full_name(to->type, to->name) && act_is_full_name(to->type, like->name))
    to->name = like->name;
  TRY(act_graph_add_alias(graph, node, former, err));
  TRY(act_graph_add_alias(graph, node, like->name, err));
  TRY(act_graph_index_identifiers(graph, node, err));
  return act_graph_index_name(graph, node, like->name, err);
}

/* The graph's own copies of an entity's strings, as a node that is not in the graph. */
static bool node_of_entity(actant_graph *graph, const actant_entity *entity, act_node *out)
{
  const char *given[] = { entity->name, entity->role, entity->iso, entity->wikidata, entity->ids };
  const char *kept[sizeof given / sizeof *given];
  for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
    kept[i] = act_graph_string(graph, given[i], given[i] ? strlen(given[i]) : 0);
    if (!kept[i])
      return false;
  }
  *out = (act_node){ .id = entity->id,
                     .name = kept[0],
                     .role = kept[1],
                     .iso = kept[2],
                     .wikidata = kept[3],
                     .ids = kept[4],
                     .type = entity->type };
  return true;
}

actant_status act_merge_entity(actant_graph *graph,
                               act_map *claimed,
                               const actant_entity *entity,
                               uint32_t same,
                               uint32_t *out,
                               actant_error *err)
{
  act_node like;
  if (!node_of_entity(graph, entity, &like))
    return act_fail_memory(err, stage);
  uint32_t node = same;
  if (node == ACT_NO_NODE)
    node = act_graph_find_identifier(graph, &like);
  if (node == ACT_NO_NODE)
    node = find_by_name(graph, claimed, &like);
  if (node == ACT_NO_NODE)
    TRY(act_graph_add_node(graph, &like, &node, err));
  else
    TRY(enrich(graph, node, &like, err));
  for (size_t i = 0; i < entity->alias_count; i++)
    TRY(act_graph_add_alias(graph, node, entity->aliases[i], err));
  *out = node;
  return act_map_set(claimed, node, 1) ? ACTANT_OK : act_fail_memory(err, stage);
}

static actant_status merge_entity(merge *m,
                                  const actant_entity *entity,
                                  uint32_t *out,
                                  actant_error *err)
{
  TRY(act_merge_entity(m->graph, &m->claimed, entity, ACT_NO_NODE, out, err));
  return act_graph_add_mentions(m->graph, *out, m->document, entity->mention_count, err);
}

static act_date read_date(const char *text)
{
  act_date date = { 0, 0, 0 };
  if (text && !act_date_read(text, strlen(text), &date))
    date = (act_date){ 0, 0, 0 };
  return date;
}

/* As files tell it, so that a graph of what was written is the same. */
static double thousandths(double confidence)
{
  return (double)(uint32_t)(confidence * 1000 + 0.5) / 1000;
}

static uint32_t node_at(const merge *m, size_t entity)
{
  return entity < m->found->entity_count ? m->node_of[entity] : ACT_NO_NODE;
}

static const char *name_of(const actant_graph *graph, uint32_t node)
{
  return node == ACT_NO_NODE ? NULL : graph->nodes.data[node].name;
}

/* A span of the document as one of the clean sentence; empty when it lies elsewhere. */
static actant_span inside(const merge *m, actant_span sentence, actant_span span, size_t size)
{
  const char *text = m->found->text + sentence.begin;
  if (span.begin < sentence.begin || span.end > sentence.end || span.begin >= span.end)
    return (actant_span){ 0, 0 };
  size_t begin = act_clean_offset(text, span.begin - sentence.begin);
  size_t end = act_clean_offset(text, span.end - sentence.begin);
  return end <= size ? (actant_span){ (uint32_t)begin, (uint32_t)end } : (actant_span){ 0, 0 };
}

static actant_status merge_evidence(merge *m,
                                    const actant_statement *statement,
                                    uint32_t edge,
                                    actant_error *err)
{
  act_graph_evidence row = { .document = m->document,
                             .date = read_date(statement->date),
                             .date_end = read_date(statement->date_end),
                             .place = node_at(m, statement->place),
                             .attributed_to = node_at(m, statement->attributed_to),
                             .confidence = thousandths(statement->confidence),
                             .rule = statement->rule };
  row.place_name = name_of(m->graph, row.place);
  row.attributed_name = name_of(m->graph, row.attributed_to);
  for (size_t i = 0; i < statement->evidence_count; i++) {
    actant_span span = statement->evidence[i].sentence;
    if (span.begin > span.end || span.end > m->found->size)
      continue;
    row.begin = span.begin;
    row.text = act_graph_string(m->graph, m->found->text + span.begin, span.end - span.begin);
    if (!row.text)
      return act_fail_memory(err, stage);
    size_t size = strlen(row.text);
    row.subject = inside(m, span, statement->evidence[i].subject, size);
    row.trigger = inside(m, span, statement->evidence[i].trigger, size);
    row.object = inside(m, span, statement->evidence[i].object, size);
    TRY(act_graph_add_evidence(m->graph, edge, &row, err));
  }
  return ACTANT_OK;
}

actant_status act_merge_edge(actant_graph *graph,
                             const act_edge *like,
                             double confidence,
                             uint32_t *out,
                             actant_error *err)
{
  TRY(act_graph_add_edge(graph, like, out, err));
  act_edge *to = &graph->edges.data[*out];
  if (to->evidence.count && confidence > to->confidence) { /* a headline's tense gives way */
    const char *label = act_graph_string(graph, like->label, strlen(like->label));
    if (!label)
      return act_fail_memory(err, stage);
    to->label = label;
  }
  return ACTANT_OK;
}

/* A statement whose ends turned out to be one node says nothing that a graph can show. */
static actant_status merge_statement(merge *m, size_t index, actant_error *err)
{
  const actant_statement *statement = &m->found->statements[index];
  const actant_relation *relation = &m->found->relations[index];
  act_edge like = { .source = node_at(m, statement->subject),
                    .target = node_at(m, statement->object),
                    .relation = statement->relation_id,
                    .family = relation->family,
                    .label = statement->label,
                    .symmetric = relation->symmetric,
                    .status = statement->status };
  uint32_t edge;
  if (like.source == ACT_NO_NODE || like.target == ACT_NO_NODE || like.source == like.target ||
      !statement->evidence_count)
    return ACTANT_OK;
  TRY(act_merge_edge(m->graph, &like, thousandths(statement->confidence), &edge, err));
  return merge_evidence(m, statement, edge, err);
}

actant_status act_graph_merge(actant_graph *graph, const act_found *found, actant_error *err)
{
  merge m = { .graph = graph,
              .found = found,
              .node_of = calloc(found->entity_count + 1, sizeof(uint32_t)) };
  actant_status st = ACTANT_OK;
  if (!m.node_of)
    return act_fail_memory(err, stage);
  TRY_DONE(st, act_graph_add_document(graph, &found->document, &m.document, err));
  for (size_t i = 0; i < found->entity_count; i++) {
    m.node_of[i] = ACT_NO_NODE;
    if (found->entities[i].named)
      TRY_DONE(st, merge_entity(&m, &found->entities[i], &m.node_of[i], err));
  }
  for (size_t i = 0; i < found->statement_count; i++)
    TRY_DONE(st, merge_statement(&m, i, err));
done:
  free(m.node_of);
  act_map_free(&m.claimed);
  return st;
}
