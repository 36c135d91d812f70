/* SPDX-License-Identifier: MIT */
/* What every target may count on, and what every document must keep to whatever the bytes were:
   spans lie in the text and in their sentence, the statement stream is JSON, the words of CoNLL-U
   are the text. */
#include "fuzz/fuzz.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fuzz_require(bool holds, const char *promise)
{
  if (holds)
    return;
  fprintf(stderr, "broken promise: %s\n", promise);
  abort();
}

const actant_model *fuzz_model(void)
{
  static actant_model *model;
  if (!model)
    fuzz_require(actant_model_open(NULL, &model, NULL) == ACTANT_OK, "the built-in model opens");
  return model;
}

static size_t keep(void *context, const void *data, size_t size)
{
  fuzz_bytes *bytes = context;
  if (bytes->count + size + 1 > bytes->room) {
    bytes->room = 2 * (bytes->count + size) + 64;
    bytes->data = realloc(bytes->data, bytes->room);
    fuzz_require(bytes->data != NULL, "the test has memory");
  }
  memcpy(bytes->data + bytes->count, data, size);
  bytes->count += size;
  bytes->data[bytes->count] = '\0';
  return size;
}

actant_sink fuzz_sink(fuzz_bytes *bytes)
{
  return (actant_sink){ keep, bytes };
}

static bool is_within(actant_span inner, actant_span outer)
{
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

static void check_entities(const actant_result *result, actant_span text)
{
  for (size_t i = 0; i < actant_entity_count(result); i++) {
    actant_entity entity = actant_entity_at(result, i);
    fuzz_require(entity.id && *entity.id && entity.name && *entity.name, "an entity has a name");
    for (size_t k = 0; k < entity.mention_count; k++) {
      fuzz_require(is_within(entity.mentions[k].span, text), "a mention lies in the text");
      fuzz_require(entity.mentions[k].span.begin < entity.mentions[k].span.end,
                   "a mention is not empty");
    }
  }
}

static void check_statements(const actant_result *result, actant_span text)
{
  size_t entities = actant_entity_count(result);
  for (size_t i = 0; i < actant_statement_count(result); i++) {
    actant_statement statement = actant_statement_at(result, i);
    fuzz_require(statement.subject < entities && statement.object < entities,
                 "a statement is of entities");
    fuzz_require(statement.confidence >= 0 && statement.confidence <= 1,
                 "a confidence lies between 0 and 1");
    for (size_t k = 0; k < statement.evidence_count; k++) {
      const actant_evidence *e = &statement.evidence[k];
      fuzz_require(is_within(e->sentence, text), "a sentence lies in the text");
      fuzz_require(is_within(e->trigger, e->sentence), "a trigger lies in its sentence");
    }
  }
}

static void check_stream(const actant_result *result)
{
  fuzz_bytes bytes = { 0 };
  actant_sink sink = fuzz_sink(&bytes);
  fuzz_require(actant_write_statements(result, true, &sink, NULL) == ACTANT_OK,
               "statements are written");
  for (char *line = bytes.data, *end; line && *line; line = end + 1) {
    end = strchr(line, '\n');
    fuzz_require(end != NULL, "a row ends in a line break");
    json_t *row = json_loadb(line, (size_t)(end - line), JSON_ALLOW_NUL, NULL);
    fuzz_require(json_is_object(row), "a row is one JSON object");
    json_decref(row);
  }
  free(bytes.data);
}

static void check_graph(const actant_result *result)
{
  actant_graph *graph = NULL;
  fuzz_bytes bytes = { 0 };
  actant_sink sink = fuzz_sink(&bytes);
  fuzz_require(actant_graph_new(&graph, NULL) == ACTANT_OK, "a graph is made");
  fuzz_require(actant_graph_add(graph, result, NULL) == ACTANT_OK, "a result is added");
  fuzz_require(actant_graph_write(graph, actant_format_find("graphml"), NULL, &sink, NULL) ==
                 ACTANT_OK,
               "a graph is written");
  free(bytes.data);
  actant_graph_free(graph);
}

static void extract(actant_document **document, const actant_extract_options *options)
{
  actant_result *result = NULL;
  fuzz_require(actant_extract(fuzz_model(), document, options, &result, NULL) == ACTANT_OK,
               "a document that was read can be extracted");
  size_t size;
  actant_document_text(actant_result_document(result), &size);
  actant_span text = { 0, (uint32_t)size };
  check_entities(result, text);
  check_statements(result, text);
  check_stream(result);
  check_graph(result);
  fuzz_bytes bytes = { 0 };
  actant_sink sink = fuzz_sink(&bytes);
  fuzz_require(actant_write_explanation(result, NULL, NULL, &sink, NULL) == ACTANT_OK,
               "an explanation is written");
  if (options->annotate)
    fuzz_require(actant_write_conllu(result, &sink, NULL) == ACTANT_OK, "trees are written");
  free(bytes.data);
  actant_result_free(result);
}

static void read_all(const uint8_t *data,
                     size_t size,
                     const actant_read_options *options,
                     const actant_extract_options *wanted)
{
  actant_reader *reader = NULL;
  if (actant_reader_open(data, size, options, &reader, NULL) != ACTANT_OK)
    return;
  /* A bad document is passed over; no input holds more documents than bytes. */
  for (size_t i = 0; i <= size; i++) {
    actant_document *document = NULL;
    if (actant_reader_next(reader, &document, NULL) != ACTANT_OK)
      continue;
    if (!document)
      break;
    fuzz_require(i < size, "a reader comes to its end");
    extract(&document, wanted);
    actant_document_free(document);
  }
  actant_reader_free(reader);
}

void fuzz_documents(const uint8_t *data, size_t size, const char *format)
{
  actant_read_options options;
  actant_read_options_init(&options);
  options.name = "fuzz";
  options.format = format;
  actant_extract_options wanted;
  actant_extract_options_init(&wanted);
  wanted.unnamed = wanted.explain = true;
  read_all(data, size, &options, &wanted);
  actant_extract_options_init(&wanted);
  wanted.annotate = true;
  read_all(data, size, &options, &wanted);
}
