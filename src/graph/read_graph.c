/* SPDX-License-Identifier: MIT */
/* Which bytes are a graph of ours, and reading it.  The kind is told by content: XML by its root
   element, a statement stream by the "kind" of its first row.  A document type declaration is none
   of ours, so that nothing in such a file can declare entities. */
#include "graph/read_graph.h"

#include <jansson.h>
#include <string.h>

static const char stage[] = "graph";

static bool begins(const char *bytes, size_t size, const char *with)
{
  size_t n = strlen(with);
  return size >= n && memcmp(bytes, with, n) == 0;
}

static size_t skip_space(const char *bytes, size_t size, size_t at)
{
  while (at < size && strchr(" \t\r\n", bytes[at]) && bytes[at])
    at++;
  return at;
}

/* The offset behind a text, or `size` when it is not there. */
static size_t behind(const char *bytes, size_t size, size_t at, const char *text)
{
  size_t n = strlen(text);
  for (; at + n <= size; at++)
    if (memcmp(bytes + at, text, n) == 0)
      return at + n;
  return size;
}

static size_t skip_prolog(const char *bytes, size_t size)
{
  size_t at = begins(bytes, size, "\xEF\xBB\xBF") ? 3 : 0;
  for (;;) {
    at = skip_space(bytes, size, at);
    if (begins(bytes + at, size - at, "<?"))
      at = behind(bytes, size, at, "?>");
    else if (begins(bytes + at, size - at, "<!--"))
      at = behind(bytes, size, at, "-->");
    else
      return at;
  }
}

/* The first row of a stream is short: it has no text, or that of one document. */
static bool is_row(const char *bytes, size_t size)
{
  static const char *const kinds[] = { "document", "entity", "statement" };
  const char *end = memchr(bytes, '\n', size);
  size_t length = end ? (size_t)(end - bytes) : size;
  if (behind(bytes, length, 0, "\"kind\"") == length)
    return false;
  json_t *row = json_loadb(bytes, length, 0, NULL);
  const char *kind = json_string_value(json_object_get(row, "kind"));
  bool found = false, named = json_is_string(json_object_get(row, "doc"));
  for (size_t i = 0; kind && named && !found && i < sizeof kinds / sizeof *kinds; i++)
    found = strcmp(kind, kinds[i]) == 0;
  json_decref(row);
  return found;
}

static bool is_root(const char *bytes, size_t size, const char *before)
{
  size_t at = begins(bytes, size, before) ? skip_space(bytes, size, strlen(before)) : size;
  return begins(bytes + at, size - at, "graphml") || begins(bytes + at, size - at, "gexf");
}

act_graph_kind act_graph_tell(const char *bytes, size_t size)
{
  size_t at = skip_prolog(bytes, size);
  if (is_root(bytes + at, size - at, "<"))
    return ACT_GRAPH_XML;
  if (is_root(bytes + at, size - at, "<!DOCTYPE"))
    return ACT_GRAPH_DECLARED;
  if (begins(bytes + at, size - at, "{") && is_row(bytes + at, size - at))
    return ACT_GRAPH_STATEMENTS;
  return ACT_GRAPH_NONE;
}

bool actant_graph_recognise(const void *bytes, size_t size)
{
  return act_graph_tell(bytes, size) != ACT_GRAPH_NONE;
}

/* Nodes that no edge touches and where nothing happened were kept for themselves. */
static void mark_alone(actant_graph *graph)
{
  for (size_t i = 0; i < graph->nodes.count; i++)
    graph->nodes.data[i].alone = true;
  for (size_t i = 0; i < graph->edges.count; i++) {
    const act_edge *edge = &graph->edges.data[i];
    graph->nodes.data[edge->source].alone = graph->nodes.data[edge->target].alone = false;
    for (size_t k = 0; k < edge->evidence.count; k++)
      if (edge->evidence.data[k].place != ACT_NO_NODE)
        graph->nodes.data[edge->evidence.data[k].place].alone = false;
  }
}

static bool is_empty(const actant_graph *graph)
{
  return !graph->documents.count && !graph->nodes.count;
}

/* A graph is read whole before it is merged, so that a broken file changes nothing. */
static actant_status read_xml(actant_graph *graph,
                              const char *bytes,
                              size_t size,
                              const char *name,
                              actant_error *err)
{
  act_graph_reading reading = { .name = name };
  actant_status st;
  TRY(actant_graph_new(&reading.graph, err));
  TRY_DONE(st, act_read_graph_xml(bytes, size, &reading, err));
  mark_alone(reading.graph);
  if (is_empty(graph)) {
    actant_graph had = *graph;
    act_graph_forget(graph);
    *graph = *reading.graph;
    *reading.graph = had;
    reading.graph->kept = NULL;
  } else {
    st = act_graph_join(graph, reading.graph, err);
  }
done:
  actant_graph_free(reading.graph);
  act_graph_reading_free(&reading);
  return st;
}

/* Into an empty graph document by document; beside others as a graph of its own that is joined, so
   that what is known of a document is not counted again. */
static actant_status read_statements(actant_graph *graph,
                                     const char *bytes,
                                     size_t size,
                                     const actant_model *model,
                                     actant_error *err)
{
  actant_graph *own = NULL;
  if (is_empty(graph))
    return act_read_statements(bytes, size, model, graph, err);
  TRY(actant_graph_new(&own, err));
  actant_status st = act_read_statements(bytes, size, model, own, err),
                joined = act_graph_join(graph, own, st == ACTANT_OK ? err : NULL);
  actant_graph_free(own);
  return st == ACTANT_OK ? joined : st;
}

actant_status actant_graph_read(actant_graph *graph,
                                const void *bytes,
                                size_t size,
                                const actant_graph_source *source,
                                actant_error *err)
{
  const char *name = source && source->name ? source->name : "-";
  actant_status st;
  switch (act_graph_tell(bytes, size)) {
    case ACT_GRAPH_XML:
      st = read_xml(graph, bytes, size, name, err);
      break;
    case ACT_GRAPH_STATEMENTS:
      st = read_statements(graph, bytes, size, source ? source->model : NULL, err);
      break;
    case ACT_GRAPH_DECLARED:
      st = act_fail(err,
                    ACTANT_FORMAT,
                    stage,
                    "a document type declaration, which could declare entities; expected none");
      break;
    default:
      st = act_fail(err,
                    ACTANT_FORMAT,
                    stage,
                    "this is no graph; expected GraphML, GEXF or a statement stream of actant");
  }
  if (st != ACTANT_OK)
    act_error_source(err, name);
  return st;
}
