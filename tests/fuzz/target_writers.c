/* SPDX-License-Identifier: MIT */
/*
  Bytes taken for the strings and shape of a small graph, written in every format that is text: what
  calls itself XML or JSON must be it, whatever the names hold.  Drawing is left to the tests of the
  writers: it is Graphviz that would be tested, at a thousandth of the speed.
*/
#include "fuzz/fuzz.h"

#include "graph/graph.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NODES = 8, MOST_EDGES = 16 };

/* What is left of the input, taken from the front. */
typedef struct input {
  const uint8_t *data;
  size_t size;
} input;

static unsigned take(input *in)
{
  if (!in->size)
    return 0;
  in->size--;
  return *in->data++;
}

/* Up to 255 bytes as a string of the graph, which cleans them. */
static const char *take_string(actant_graph *graph, input *in)
{
  size_t size = take(in);
  size = size < in->size ? size : in->size;
  const char *string = act_graph_string(graph, (const char *)in->data, size);
  fuzz_require(string != NULL, "the test has memory");
  in->data += size;
  in->size -= size;
  return string;
}

static act_date take_date(input *in)
{
  unsigned byte = take(in);
  return (act_date){ .year = (int16_t)(byte % 3 ? 1900 + byte : 0), .month = (uint8_t)(byte % 13) };
}

static void add_nodes(actant_graph *graph, input *in)
{
  for (unsigned count = take(in) % MOST_NODES; count > 0; count--) {
    uint32_t at;
    act_node node = { .id = take_string(graph, in),
                      .name = take_string(graph, in),
                      .role = take_string(graph, in),
                      .iso = "",
                      .wikidata = "",
                      .type = (actant_entity_type)(take(in) % 3) };
    fuzz_require(act_graph_add_node(graph, &node, &at, NULL) == ACTANT_OK &&
                   act_graph_add_alias(graph, at, take_string(graph, in), NULL) == ACTANT_OK &&
                   act_graph_add_mentions(graph, at, 0, take(in), NULL) == ACTANT_OK,
                 "a node is added");
  }
}

static void add_edges(actant_graph *graph, input *in)
{
  uint32_t nodes = (uint32_t)graph->nodes.count;
  for (unsigned count = nodes ? take(in) % MOST_EDGES : 0; count > 0; count--) {
    uint32_t at;
    act_edge edge = { .source = take(in) % nodes,
                      .target = take(in) % nodes,
                      .relation = take_string(graph, in),
                      .family = "diplomacy",
                      .label = take_string(graph, in),
                      .symmetric = take(in) % 2,
                      .status = (actant_modality)(take(in) % 4) };
    act_graph_evidence evidence = { .begin = take(in),
                                    .text = take_string(graph, in),
                                    .date = take_date(in),
                                    .place = take(in) % 2 ? 0 : ACT_NO_NODE,
                                    .attributed_to = ACT_NO_NODE,
                                    .place_name = take_string(graph, in),
                                    .attributed_name = "",
                                    .confidence = take(in) / 255.0 };
    fuzz_require(act_graph_add_edge(graph, &edge, &at, NULL) == ACTANT_OK &&
                   act_graph_add_evidence(graph, at, &evidence, NULL) == ACTANT_OK,
                 "an edge is added");
  }
}

static void check_form(actant_format format, const fuzz_bytes *bytes)
{
  if (strstr(format.media_type, "xml")) {
    xmlDoc *doc = xmlReadMemory(bytes->data,
                                (int)bytes->count,
                                NULL,
                                NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE);
    fuzz_require(doc != NULL, "XML is well-formed");
    xmlFreeDoc(doc);
  } else if (strstr(format.media_type, "json")) {
    json_t *json = json_loadb(bytes->data, bytes->count, JSON_ALLOW_NUL, NULL);
    fuzz_require(json != NULL, "JSON is well-formed");
    json_decref(json);
  }
}

static bool is_drawn(actant_format format)
{
  return strstr("svg png pdf", format.name) != NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  input in = { data, size };
  actant_graph *graph = NULL;
  uint32_t document;
  fuzz_require(actant_graph_new(&graph, NULL) == ACTANT_OK, "a graph is made");
  act_graph_document doc = { .name = take_string(graph, &in),
                             .title = take_string(graph, &in),
                             .url = take_string(graph, &in),
                             .date = take_date(&in) };
  fuzz_require(act_graph_add_document(graph, &doc, &document, NULL) == ACTANT_OK,
               "a document is added");
  add_nodes(graph, &in);
  add_edges(graph, &in);
  for (size_t i = 0; i < actant_format_count(); i++) {
    fuzz_bytes bytes = { 0 };
    actant_sink sink = fuzz_sink(&bytes);
    if (is_drawn(actant_format_at(i)))
      continue;
    actant_status st = actant_graph_write(graph, i, NULL, &sink, NULL);
    fuzz_require(st == ACTANT_OK || st == ACTANT_UNSUPPORTED, "every graph can be written");
    if (st == ACTANT_OK)
      check_form(actant_format_at(i), &bytes);
    free(bytes.data);
  }
  actant_graph_free(graph);
  return 0;
}
