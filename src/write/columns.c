/* SPDX-License-Identifier: MIT */
/* Lists are one string, since neither GraphML readers nor Graphviz have lists that all agree on.
   The graph's strings are interned, so that equal values are equal pointers. */
#include "write/columns.h"

#include <string.h>

static void separate(act_text_builder *out, size_t start)
{
  if (out->buffer.count > start)
    act_text_puts(out, " | ");
}

/* Strings that were seen: most edges have few, some have those of thousands of documents. */
typedef struct seen_strings {
  const char *few[8];
  size_t count;
  act_map more;
} seen_strings;

/* Whether a string is new; it is remembered. */
static bool is_new(seen_strings *seen, const char *string, act_text_builder *out)
{
  const size_t room = sizeof seen->few / sizeof *seen->few;
  for (size_t i = 0; i < seen->count; i++)
    if (seen->few[i] == string)
      return false;
  if (seen->count < room) {
    seen->few[seen->count++] = string;
    return true;
  }
  if (act_map_get(&seen->more, (uintptr_t)string) != ACT_NO_VALUE)
    return false;
  if (!act_map_set(&seen->more, (uintptr_t)string, 1))
    out->failed = true;
  return true;
}

static const char *place_of(const actant_graph *graph, const act_graph_evidence *row)
{
  (void)graph;
  return row->place_name;
}

static const char *source_of(const actant_graph *graph, const act_graph_evidence *row)
{
  (void)graph;
  return row->attributed_name;
}

static const char *document_of(const actant_graph *graph, const act_graph_evidence *row)
{
  const act_graph_document *document = &graph->documents.data[row->document];
  return *document->url ? document->url : document->name;
}

static void put_each(const actant_graph *graph,
                     const act_edge *edge,
                     const char *(*value_of)(const actant_graph *, const act_graph_evidence *),
                     act_text_builder *out)
{
  seen_strings seen = { .count = 0 };
  size_t start = out->buffer.count;
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const char *value = value_of(graph, &edge->evidence.data[i]);
    if (*value && is_new(&seen, value, out)) {
      separate(out, start);
      act_text_puts(out, value);
    }
  }
  act_map_free(&seen.more);
}

void act_edge_places(const actant_graph *graph, const act_edge *edge, act_text_builder *out)
{
  put_each(graph, edge, place_of, out);
}

void act_edge_sources(const actant_graph *graph, const act_edge *edge, act_text_builder *out)
{
  put_each(graph, edge, source_of, out);
}

void act_edge_documents(const actant_graph *graph, const act_edge *edge, act_text_builder *out)
{
  put_each(graph, edge, document_of, out);
}

void act_edge_evidence(const actant_graph *graph, const act_edge *edge, act_text_builder *out)
{
  size_t start = out->buffer.count;
  (void)graph;
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const act_graph_evidence *row = &edge->evidence.data[i];
    if (row->repeat || !*row->text)
      continue;
    if (out->buffer.count > start)
      act_text_puts(out, "\n");
    act_text_puts(out, row->text);
  }
}

typedef struct period {
  act_date begin, end;
} period;

static int by_begin(const void *left, const void *right)
{
  const period *a = left, *b = right;
  int order = act_date_compare(a->begin, b->begin);
  return order ? order : act_date_compare(a->end, b->end);
}

static void put_date(act_text_builder *out, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  act_text_puts(out, text);
}

void act_edge_dates(const actant_graph *graph, const act_edge *edge, act_text_builder *out)
{
  ACT_ARRAY(period) periods = { 0 };
  size_t start = out->buffer.count;
  (void)graph;
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const act_graph_evidence *row = &edge->evidence.data[i];
    if ((row->date.year || row->date_end.year) &&
        !act_array_push(&periods, (period){ row->date, row->date_end }))
      out->failed = true;
  }
  if (periods.count)
    qsort(periods.data, periods.count, sizeof *periods.data, by_begin);
  for (size_t i = 0; i < periods.count; i++) {
    const period *now = &periods.data[i];
    if (i && by_begin(now, now - 1) == 0)
      continue;
    separate(out, start);
    put_date(out, now->begin);
    if (now->end.year) {
      act_text_puts(out, "/");
      put_date(out, now->end);
    }
  }
  act_array_free(&periods);
}

/* Put an alias; a word in it that is a bar gets a backslash, and one more if it has some. */
static void put_alias(const char *alias, act_text_builder *out)
{
  for (size_t size; *alias; alias += size) {
    size_t slashes = strspn(alias, "\\");
    size = strcspn(alias, " ");
    if (size == slashes + 1 && alias[slashes] == '|')
      act_text_puts(out, "\\");
    size += strspn(alias + size, " ");
    act_text_put(out, alias, size);
  }
}

const char *act_kind_ending(actant_modality status)
{
  static const char *const endings[] = { "", " (planned)", " (possible)", " (negated)" };
  return endings[status];
}

void act_node_aliases(const act_node *node, act_text_builder *out)
{
  for (size_t i = 0; i < node->aliases.count; i++) {
    act_text_puts(out, i ? " | " : "");
    put_alias(node->aliases.data[i], out);
  }
}

void act_node_ids(const act_node *node, act_text_builder *out)
{
  if (*node->iso) {
    act_text_puts(out, "iso:");
    act_text_puts(out, node->iso);
  }
  if (*node->wikidata) {
    act_text_puts(out, *node->iso ? " | wikidata:" : "wikidata:");
    act_text_puts(out, node->wikidata);
  }
  for (const char *at = node->ids; *at;) {
    size_t size = strcspn(at, ";");
    act_text_puts(out, at > node->ids || *node->iso || *node->wikidata ? " | " : "");
    act_text_put(out, at, size);
    at += size + (at[size] ? 2 : 0);
  }
}

const struct act_named_column act_edge_columns[ACT_EDGE_COLUMNS] = {
  { "dates", act_edge_dates },           { "place", act_edge_places },
  { "attributed_to", act_edge_sources }, { "evidence", act_edge_evidence },
  { "documents", act_edge_documents },
};

enum { DEGREE, STRENGTH, PAGERANK, BETWEENNESS, CORE, COMPONENT, COMMUNITY, COMMUNITY_NAME };

const act_measure_column act_measure_columns[ACT_MEASURE_COLUMNS] = {
  [DEGREE] = { "degree", ACT_MEASURE_INTEGER, false },
  [STRENGTH] = { "weighted_degree", ACT_MEASURE_INTEGER, false },
  [PAGERANK] = { "pagerank", ACT_MEASURE_DECIMAL, true },
  [BETWEENNESS] = { "betweenness", ACT_MEASURE_DECIMAL, true },
  [CORE] = { "core", ACT_MEASURE_INTEGER, true },
  [COMPONENT] = { "component", ACT_MEASURE_INTEGER, false },
  [COMMUNITY] = { "community", ACT_MEASURE_INTEGER, true },
  [COMMUNITY_NAME] = { "community_name", ACT_MEASURE_TEXT, true },
};

void act_measure_text(const act_measures *measures,
                      size_t column,
                      size_t node,
                      act_text_builder *out)
{
  if (act_measure_columns[column].found && !measures->community_count)
    return;
  switch (column) {
    case DEGREE:
      act_text_uint(out, measures->degree[node]);
      break;
    case STRENGTH:
      act_text_uint(out, measures->strength[node]);
      break;
    case PAGERANK:
      act_text_decimal(out, measures->pagerank[node]);
      break;
    case BETWEENNESS:
      act_text_decimal(out, measures->betweenness[node]);
      break;
    case CORE:
      act_text_uint(out, measures->core[node]);
      break;
    case COMPONENT:
      act_text_uint(out, measures->component[node]);
      break;
    case COMMUNITY:
      act_text_uint(out, measures->community[node]);
      break;
    default:
      act_text_puts(out, act_community_name(measures, measures->community[node]));
  }
}
