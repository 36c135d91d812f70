/* SPDX-License-Identifier: MIT */
/* The graph's store: clean strings interned once, arrays in order of first sight, and maps from
   hashes to them.  A map's value is the first of a chain of those that share a hash, and each is
   compared in full, so that a collision costs time only. */
#include "graph/graph.h"

#include "base/utf8.h"

#include <string.h>

static const char stage[] = "graph";

actant_status actant_graph_new(actant_graph **out, actant_error *err)
{
  actant_graph *graph = calloc(1, sizeof *graph);
  if (!graph)
    return act_fail_memory(err, stage);
  *out = graph;
  return ACTANT_OK;
}

void actant_graph_free(actant_graph *graph)
{
  if (!graph)
    return;
  for (size_t i = 0; i < graph->nodes.count; i++) {
    act_array_free(&graph->nodes.data[i].aliases);
    act_array_free(&graph->nodes.data[i].documents);
  }
  for (size_t i = 0; i < graph->edges.count; i++)
    act_array_free(&graph->edges.data[i].evidence);
  act_array_free(&graph->documents);
  act_array_free(&graph->nodes);
  act_array_free(&graph->edges);
  act_array_free(&graph->names);
  act_array_free(&graph->scratch);
  act_map_free(&graph->by_id);
  act_map_free(&graph->next_number);
  act_map_free(&graph->by_identifier);
  act_map_free(&graph->by_name);
  act_map_free(&graph->by_ends);
  act_strings_free(&graph->strings);
  act_graph_forget(graph);
  free(graph);
}

size_t actant_graph_node_count(const actant_graph *graph)
{
  return graph->nodes.count;
}

size_t actant_graph_edge_count(const actant_graph *graph)
{
  return graph->edges.count;
}

static const char *intern(actant_graph *graph, const char *bytes, size_t size)
{
  uint32_t id = act_strings_add(&graph->strings, bytes, size);
  return id == ACT_NO_STRING ? NULL : act_strings_get(&graph->strings, id);
}

const char *act_graph_string(actant_graph *graph, const char *string, size_t size)
{
  if (!string)
    return intern(graph, "", 0);
  if (act_is_clean(string, size))
    return intern(graph, string, size);
  graph->scratch.count = 0;
  if (!act_clean(string, size, &graph->scratch))
    return NULL;
  return graph->scratch.count ? intern(graph, graph->scratch.data, graph->scratch.count)
                              : intern(graph, "", 0);
}

/* Replace *string by the graph's own copy. */
static bool own(actant_graph *graph, const char **string)
{
  const char *copy = act_graph_string(graph, *string, *string ? strlen(*string) : 0);
  if (copy)
    *string = copy;
  return copy != NULL;
}

actant_status act_graph_add_document(actant_graph *graph,
                                     const act_graph_document *document,
                                     uint32_t *out,
                                     actant_error *err)
{
  act_graph_document copy = *document;
  act_graph_forget(graph);
  if (graph->documents.count >= UINT32_MAX - 1)
    return act_fail(err, ACTANT_LIMIT, stage, "too many documents");
  if (!own(graph, &copy.name) || !own(graph, &copy.title) || !own(graph, &copy.url) ||
      !act_array_push(&graph->documents, copy))
    return act_fail_memory(err, stage);
  graph->title = NULL; /* it is another graph's */
  *out = (uint32_t)graph->documents.count - 1;
  return ACTANT_OK;
}

enum {
  SLUG_MAX = 200, /* bytes: longer ones, made of runaway names, would fill the file */
  NUMBER_MAX = 11 /* of a hyphen and a number behind it */
};

static bool put_slug(const char *id, act_buffer *slug)
{
  size_t size = strlen(id);
  if (size > SLUG_MAX && size <= SLUG_MAX + NUMBER_MAX) { /* perhaps a slug with a number */
    if (!act_slug(id, size, slug))
      return false;
    if (slug->count == size && memcmp(slug->data, id, size) == 0)
      return true;
    slug->count = 0;
  }
  return act_slug(id, size < SLUG_MAX ? size : SLUG_MAX, slug) &&
         (slug->count || act_buffer_put(slug, "node", 4));
}

/* A slug of the id that no node has: "-2", "-3" … behind it when one does. */
static const char *unique_id(actant_graph *graph, const char *id)
{
  act_buffer slug = { 0 };
  const char *made = NULL;
  if (!put_slug(id, &slug))
    goto done;
  size_t size = slug.count;
  uint64_t base = act_hash_bytes(slug.data, size);
  uint32_t number = act_map_get(&graph->next_number, base);
  for (number = number == ACT_NO_VALUE ? 2 : number;
       act_map_get(&graph->by_id, act_hash_bytes(slug.data, slug.count)) != ACT_NO_VALUE;
       number++) {
    char digits[20];
    size_t n = sizeof digits;
    for (uint32_t rest = number; rest; rest /= 10)
      digits[--n] = (char)('0' + rest % 10);
    slug.count = size;
    if (!act_buffer_put(&slug, "-", 1) || !act_buffer_put(&slug, digits + n, sizeof digits - n))
      goto done;
  }
  if (slug.count == size || act_map_set(&graph->next_number, base, number))
    made = intern(graph, slug.data, slug.count);
done:
  act_array_free(&slug);
  return made;
}

actant_status act_graph_add_node(actant_graph *graph,
                                 const act_node *node,
                                 uint32_t *out,
                                 actant_error *err)
{
  act_node copy = { .name = node->name,
                    .role = node->role,
                    .iso = node->iso,
                    .wikidata = node->wikidata,
                    .ids = node->ids,
                    .type = node->type };
  uint32_t at = (uint32_t)graph->nodes.count;
  act_graph_forget(graph);
  if (graph->nodes.count >= UINT32_MAX - 1)
    return act_fail(err, ACTANT_LIMIT, stage, "too many nodes");
  copy.id = unique_id(graph, node->id ? node->id : "");
  if (!copy.id || !own(graph, &copy.name) || !own(graph, &copy.role) || !own(graph, &copy.iso) ||
      !own(graph, &copy.wikidata) || !own(graph, &copy.ids) ||
      !act_map_set(&graph->by_id, act_hash_bytes(copy.id, strlen(copy.id)), at) ||
      !act_array_push(&graph->nodes, copy))
    return act_fail_memory(err, stage);
  TRY(act_graph_index_name(graph, at, copy.name, err));
  TRY(act_graph_index_identifiers(graph, at, err));
  *out = at;
  return ACTANT_OK;
}

actant_status act_graph_add_alias(actant_graph *graph,
                                  uint32_t node,
                                  const char *alias,
                                  actant_error *err)
{
  act_node *to = &graph->nodes.data[node];
  if (!own(graph, &alias))
    return act_fail_memory(err, stage);
  if (!*alias || alias == to->name) /* interned: equal strings are one */
    return ACTANT_OK;
  for (size_t i = 0; i < to->aliases.count; i++)
    if (to->aliases.data[i] == alias)
      return ACTANT_OK;
  return act_array_push(&to->aliases, alias) ? ACTANT_OK : act_fail_memory(err, stage);
}

/* Widen first and last by a date. */
static void widen(act_date *first, act_date *last, act_date date)
{
  if (!date.year)
    return;
  if (!first->year || act_date_compare(date, *first) < 0)
    *first = date;
  if (!last->year || act_date_compare(date, *last) > 0)
    *last = date;
}

actant_status act_graph_add_mentions(actant_graph *graph,
                                     uint32_t node,
                                     uint32_t document,
                                     size_t mentions,
                                     actant_error *err)
{
  act_node *to = &graph->nodes.data[node];
  if (!to->documents.count || to->documents.data[to->documents.count - 1] != document)
    if (!act_array_push(&to->documents, document))
      return act_fail_memory(err, stage);
  to->mentions =
    mentions < UINT32_MAX - to->mentions ? to->mentions + (uint32_t)mentions : UINT32_MAX;
  widen(&to->first, &to->last, graph->documents.data[document].date);
  return ACTANT_OK;
}

static bool same_edge(const act_edge *a, const act_edge *b)
{
  if (a->relation != b->relation || a->status != b->status)
    return false;
  return (a->source == b->source && a->target == b->target) ||
         (a->symmetric && a->source == b->target && a->target == b->source);
}

static uint64_t hash_edge(const act_edge *edge)
{
  uint64_t a = edge->source, b = edge->target;
  if (edge->symmetric && a > b) {
    a = edge->target;
    b = edge->source;
  }
  uint64_t relation = act_hash_bytes(edge->relation, strlen(edge->relation));
  return act_hash_join(act_hash_join(a, b), act_hash_join(relation, edge->status));
}

actant_status act_graph_add_edge(actant_graph *graph,
                                 const act_edge *edge,
                                 uint32_t *out,
                                 actant_error *err)
{
  act_edge copy = { .source = edge->source,
                    .target = edge->target,
                    .relation = edge->relation,
                    .family = edge->family,
                    .label = edge->label,
                    .symmetric = edge->symmetric,
                    .status = edge->status };
  if (!own(graph, &copy.relation) || !own(graph, &copy.family) || !own(graph, &copy.label))
    return act_fail_memory(err, stage);
  uint64_t hash = hash_edge(&copy);
  uint32_t first = act_map_get(&graph->by_ends, hash);
  for (uint32_t i = first; i != UINT32_MAX; i = graph->edges.data[i].next) {
    if (same_edge(&graph->edges.data[i], &copy)) {
      *out = i;
      return ACTANT_OK;
    }
  }
  act_graph_forget(graph);
  if (graph->edges.count >= UINT32_MAX - 1)
    return act_fail(err, ACTANT_LIMIT, stage, "too many edges");
  copy.next = first;
  if (!act_array_push(&graph->edges, copy))
    return act_fail_memory(err, stage);
  *out = (uint32_t)graph->edges.count - 1;
  return act_map_set(&graph->by_ends, hash, *out) ? ACTANT_OK : act_fail_memory(err, stage);
}

/* Whether an edge has evidence of this sentence.  Documents come one after the other: look back
 * while it is the same one. */
static bool has_sentence(const act_edge *edge, const act_graph_evidence *evidence)
{
  for (size_t i = edge->evidence.count;
       i-- > 0 && edge->evidence.data[i].document == evidence->document;)
    if (edge->evidence.data[i].begin == evidence->begin)
      return true;
  return false;
}

/* Spans lie in their sentence, or are none. */
static void check_spans(act_graph_evidence *row)
{
  actant_span *spans[] = { &row->subject, &row->trigger, &row->object };
  size_t size = strlen(row->text);
  for (size_t i = 0; i < 3; i++)
    if (spans[i]->begin > spans[i]->end || spans[i]->end > size)
      *spans[i] = (actant_span){ 0, 0 };
}

actant_status act_graph_add_evidence(actant_graph *graph,
                                     uint32_t edge,
                                     const act_graph_evidence *evidence,
                                     actant_error *err)
{
  act_edge *to = &graph->edges.data[edge];
  act_graph_evidence copy = *evidence;
  copy.repeat = has_sentence(to, evidence);
  act_graph_forget(graph);
  if (!own(graph, &copy.text) || !own(graph, &copy.place_name) ||
      !own(graph, &copy.attributed_name) || !own(graph, &copy.rule))
    return act_fail_memory(err, stage);
  check_spans(&copy);
  if (!act_array_push(&to->evidence, copy))
    return act_fail_memory(err, stage);
  if (!copy.repeat && to->support < UINT32_MAX)
    to->support++;
  if (copy.confidence > to->confidence)
    to->confidence = copy.confidence;
  widen(&to->first, &to->last, copy.date);
  widen(&to->first, &to->last, copy.date_end);
  return ACTANT_OK;
}

static bool is_one_word(const char *name)
{
  return !strchr(name, ' ');
}

/* One word of capitals: "AU", "G7+", "NATO".  Scripts without case have none. */
static bool is_acronym(const char *name)
{
  size_t letters = 0, size = strlen(name);
  if (!is_one_word(name))
    return false;
  for (size_t at = 0; at < size;) {
    uint32_t code = act_utf8_next(name, size, &at);
    if (act_is_letter(code) && !act_is_upper(code))
      return false;
    letters += act_is_letter(code);
  }
  return letters > 0;
}

bool act_is_full_name(actant_entity_type type, const char *name)
{
  return *name && !is_acronym(name) && !(type == ACTANT_PERSON && is_one_word(name));
}

uint64_t act_name_hash(actant_entity_type type, const char *name)
{
  return act_hash_join(type + 1, act_hash_bytes(name, strlen(name)));
}

actant_status act_graph_index_name(actant_graph *graph,
                                   uint32_t node,
                                   const char *name,
                                   actant_error *err)
{
  uint64_t hash = act_name_hash(graph->nodes.data[node].type, name);
  if (!act_is_full_name(graph->nodes.data[node].type, name)) /* nobody asks for it */
    return ACTANT_OK;
  uint32_t first = act_map_get(&graph->by_name, hash), last = UINT32_MAX;
  for (uint32_t i = first; i != UINT32_MAX; i = graph->names.data[i].next) {
    if (graph->names.data[i].node == node && strcmp(graph->names.data[i].name, name) == 0)
      return ACTANT_OK;
    last = i;
  }
  if (graph->names.count >= UINT32_MAX - 1 ||
      !act_array_push(&graph->names, (act_node_name){ name, node, UINT32_MAX }))
    return act_fail_memory(err, stage);
  uint32_t added = (uint32_t)graph->names.count - 1;
  if (last != UINT32_MAX) { /* behind the others: the first seen is found first */
    graph->names.data[last].next = added;
    return ACTANT_OK;
  }
  return act_map_set(&graph->by_name, hash, added) ? ACTANT_OK : act_fail_memory(err, stage);
}

static uint64_t wikidata_hash(const act_node *node)
{
  return act_hash_join(0, act_hash_bytes(node->wikidata, strlen(node->wikidata)));
}

static uint64_t iso_hash(const act_node *node)
{
  return act_name_hash(node->type, node->iso);
}

static uint64_t ids_hash(const act_node *node)
{
  return act_hash_join(1, act_name_hash(node->type, node->ids));
}

actant_status act_graph_index_identifiers(actant_graph *graph, uint32_t node, actant_error *err)
{
  const act_node *of = &graph->nodes.data[node];
  const uint64_t hashes[] = { *of->wikidata ? wikidata_hash(of) : 0,
                              *of->iso ? iso_hash(of) : 0,
                              *of->ids ? ids_hash(of) : 0 };
  for (size_t i = 0; i < sizeof hashes / sizeof *hashes; i++)
    if (hashes[i] && act_map_get(&graph->by_identifier, hashes[i]) == ACT_NO_VALUE &&
        !act_map_set(&graph->by_identifier, hashes[i], node))
      return act_fail_memory(err, stage);
  return ACTANT_OK;
}

bool act_node_contradicts(const act_node *a, const act_node *b)
{
  return (*a->wikidata && *b->wikidata && strcmp(a->wikidata, b->wikidata) != 0) ||
         (*a->iso && *b->iso && strcmp(a->iso, b->iso) != 0);
}

uint32_t act_graph_find_identifier(const actant_graph *graph, const act_node *like)
{
  if (*like->wikidata) {
    uint32_t node = act_map_get(&graph->by_identifier, wikidata_hash(like));
    if (node != ACT_NO_VALUE && strcmp(graph->nodes.data[node].wikidata, like->wikidata) == 0)
      return node;
  }
  if (*like->iso) {
    uint32_t node = act_map_get(&graph->by_identifier, iso_hash(like));
    if (node != ACT_NO_VALUE && strcmp(graph->nodes.data[node].iso, like->iso) == 0 &&
        !act_node_contradicts(&graph->nodes.data[node], like))
      return node;
  }
  if (*like->ids) {
    uint32_t node = act_map_get(&graph->by_identifier, ids_hash(like));
    if (node != ACT_NO_VALUE && strcmp(graph->nodes.data[node].ids, like->ids) == 0 &&
        !act_node_contradicts(&graph->nodes.data[node], like))
      return node;
  }
  return ACT_NO_NODE;
}

const char *act_type_name(actant_entity_type type)
{
  static const char *const names[] = { "person", "place", "organisation" };
  return names[type];
}

const char *act_modality_name(actant_modality status)
{
  static const char *const names[] = { "actual", "planned", "possible", "negated" };
  return names[status];
}
