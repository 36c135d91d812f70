/* SPDX-License-Identifier: MIT */
/* Bytes taken for a graph that was written before: what can be read is written, and that is read
   back to the same bytes. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static actant_graph *read_graph(const void *data, size_t size)
{
  const actant_graph_source source = { .name = "in", .model = NULL };
  actant_graph *graph = NULL;
  actant_error err;
  fuzz_require(actant_graph_new(&graph, &err) == ACTANT_OK, "a graph can be made");
  if (actant_graph_read(graph, data, size, &source, &err) == ACTANT_OK)
    return graph;
  fuzz_require(*err.message && !strchr(err.message, '\n'), "an error has a message of one line");
  actant_graph_free(graph);
  return NULL;
}

static fuzz_bytes write_graph(const actant_graph *graph, const char *format)
{
  fuzz_bytes out = { 0 };
  actant_sink sink = fuzz_sink(&out);
  actant_error err;
  fuzz_require(actant_graph_write(graph, actant_format_find(format), NULL, &sink, &err) ==
                 ACTANT_OK,
               "what was read can be written");
  return out;
}

static void read_back(const actant_graph *graph, const char *format)
{
  fuzz_bytes first = write_graph(graph, format);
  actant_graph *again = read_graph(first.data, first.count);
  fuzz_require(again != NULL, "what was written can be read");
  fuzz_bytes second = write_graph(again, format);
  fuzz_require(first.count == second.count && memcmp(first.data, second.data, first.count) == 0,
               "what is read back is written to the same bytes");
  actant_graph_free(again);
  free(first.data);
  free(second.data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  actant_graph *graph = read_graph(data, size);
  if (graph) {
    read_back(graph, "graphml");
    read_back(graph, "gexf");
  }
  actant_graph_free(graph);
  return 0;
}
