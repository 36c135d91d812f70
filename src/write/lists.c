/* SPDX-License-Identifier: MIT */
/* What the columns of columns.h join, apart.  A list is emptied and filled anew, so that one serves
   a whole file without allocating for each edge.  The graph's strings are interned: equal values
   are equal pointers. */
#include "write/lists.h"

#include "write/columns.h"

#include <string.h>

static void add(act_list *out, const char *bytes, size_t size)
{
  if (!act_array_push(&out->rows, (act_text){ bytes, size }))
    out->failed = true;
}

static void empty(act_list *out)
{
  out->rows.count = 0;
  act_text_clear(&out->made);
}

void act_list_free(act_list *list)
{
  act_array_free(&list->rows);
  act_text_free(&list->made);
}

void act_list_aliases(const act_node *node, act_list *out)
{
  empty(out);
  for (size_t i = 0; i < node->aliases.count; i++)
    add(out, node->aliases.data[i], strlen(node->aliases.data[i]));
}

void act_list_ids(const act_node *node, act_list *out)
{
  empty(out);
  if (*node->iso) {
    act_text_puts(&out->made, "iso:");
    act_text_puts(&out->made, node->iso);
  }
  size_t first = out->made.buffer.count;
  if (*node->wikidata) {
    act_text_puts(&out->made, "wikidata:");
    act_text_puts(&out->made, node->wikidata);
  }
  const char *text = act_text_get(&out->made);
  if (text && first)
    add(out, text, first);
  if (text && *node->wikidata)
    add(out, text + first, out->made.buffer.count - first);
  for (const char *at = node->ids; *at;) {
    size_t size = strcspn(at, ";");
    add(out, at, size);
    at += size + (at[size] ? 2 : 0);
  }
}

/* Dates hold neither " " nor "|". */
void act_list_dates(const actant_graph *graph, const act_edge *edge, act_list *out)
{
  empty(out);
  act_edge_dates(graph, edge, &out->made);
  const char *text = act_text_get(&out->made);
  while (text && *text) {
    size_t size = strcspn(text, " ");
    add(out, text, size);
    text += size + (text[size] ? strlen(" | ") : 0);
  }
}

/* Whether a string is not in a list yet; `more` knows those behind the first few: most edges have
 * few, some have those of thousands of documents. */
static bool is_new(const char *string, act_list *list, act_map *more)
{
  const size_t few = 8;
  for (size_t i = 0; i < list->rows.count && i < few; i++)
    if (list->rows.data[i].bytes == string)
      return false;
  if (list->rows.count < few)
    return true;
  if (act_map_get(more, (uintptr_t)string) != ACT_NO_VALUE)
    return false;
  if (!act_map_set(more, (uintptr_t)string, 1))
    list->failed = true;
  return true;
}

typedef enum what { PLACE, SOURCE, DOCUMENT } what;

static const char *value_of(const actant_graph *graph, const act_graph_evidence *row, what which)
{
  const act_graph_document *document = &graph->documents.data[row->document];
  switch (which) {
    case PLACE:
      return row->place_name;
    case SOURCE:
      return row->attributed_name;
    default:
      return *document->url ? document->url : document->name;
  }
}

static void list_each(const actant_graph *graph, const act_edge *edge, what which, act_list *out)
{
  act_map more = { 0 };
  empty(out);
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const char *value = value_of(graph, &edge->evidence.data[i], which);
    if (*value && is_new(value, out, &more))
      add(out, value, strlen(value));
  }
  act_map_free(&more);
}

void act_list_places(const actant_graph *graph, const act_edge *edge, act_list *out)
{
  list_each(graph, edge, PLACE, out);
}

void act_list_sources(const actant_graph *graph, const act_edge *edge, act_list *out)
{
  list_each(graph, edge, SOURCE, out);
}

void act_list_documents(const actant_graph *graph, const act_edge *edge, act_list *out)
{
  list_each(graph, edge, DOCUMENT, out);
}

bool act_is_sentence(const act_graph_evidence *row)
{
  return !row->repeat && *row->text;
}

void act_list_evidence(const actant_graph *graph, const act_edge *edge, act_list *out)
{
  (void)graph;
  empty(out);
  for (size_t i = 0; i < edge->evidence.count; i++)
    if (act_is_sentence(&edge->evidence.data[i]))
      add(out, edge->evidence.data[i].text, strlen(edge->evidence.data[i].text));
}
