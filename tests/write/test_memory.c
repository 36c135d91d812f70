/* SPDX-License-Identifier: MIT */
/* Every allocation fails once: each time the call says so, and nothing is lost or freed twice
 * (which the sanitizers watch). */
#include "graph/measure.h"
#include "graph/merge.h"
#include "write/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static long left = -1; /* allocations until one fails; negative: none does */

static bool fails(void)
{
  return left >= 0 && left-- == 0;
}

void *__wrap_malloc(size_t size)
{
  return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
  return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
  return fails() ? NULL : __real_realloc(old, size);
}

static size_t nowhere(void *context, const void *bytes, size_t size)
{
  (void)context;
  (void)bytes;
  return size;
}

static actant_status merge_two(actant_graph *graph)
{
  static const char text[] = "Ann  met Bo.";
  static const char *const aliases[] = { "A.  Lee" };
  const actant_entity entities[] = {
    { .id = "a",
      .name = "Ann \"Q\"  Lee",
      .named = true,
      .alias_count = 1,
      .aliases = aliases,
      .mention_count = 1 },
    { .id = "b", .name = "Bo Vos", .named = true, .wikidata = "Q1", .mention_count = 1 }
  };
  const actant_evidence evidence = { .sentence = { 0, 12 } };
  const actant_statement statement = { .subject = 0,
                                       .object = 1,
                                       .relation_id = "meets",
                                       .label = "met",
                                       .place = 1,
                                       .date = "2031",
                                       .attributed_to = ACTANT_NONE,
                                       .evidence_count = 1,
                                       .evidence = &evidence };
  const actant_relation relation = { "meets", "P", "P", true, "diplomacy", "" };
  const act_found found = { .document = { "a.txt", "T", "https://x.example/", { 2031, 0, 0 } },
                            .text = text,
                            .size = sizeof text - 1,
                            .entities = entities,
                            .entity_count = 2,
                            .statements = &statement,
                            .relations = &relation,
                            .statement_count = 1 };
  actant_status st = act_graph_merge(graph, &found, NULL);
  return st == ACTANT_OK ? act_graph_merge(graph, &found, NULL) : st;
}

static actant_status do_all(const char *format)
{
  actant_graph *graph = NULL, *kept = NULL;
  actant_filter filter;
  actant_filter_init(&filter);
  filter.around = "Bo Vos";
  filter.top = 2;
  actant_status st = actant_graph_new(&graph, NULL);
  if (st == ACTANT_OK)
    st = merge_two(graph);
  if (st == ACTANT_OK)
    st = actant_graph_filter(graph, &filter, &kept, NULL);
  if (st == ACTANT_OK)
    st = actant_graph_write(
      kept, actant_format_find(format), NULL, &(actant_sink){ nowhere, NULL }, NULL);
  actant_graph_free(graph);
  actant_graph_free(kept);
  return st;
}

static void fail_in_turn(const char *format)
{
  actant_status st = ACTANT_MEMORY;
  for (long n = 0; st != ACTANT_OK; n++) {
    assert_true(n < 5000);
    left = n;
    st = do_all(format);
    left = -1;
    if (st == ACTANT_UNSUPPORTED)
      return;
    assert_true(st == ACTANT_OK || st == ACTANT_MEMORY);
  }
}

/* Paths, numbers, places and names of a graph. */
static actant_status look_closely(void)
{
  actant_graph *graph = NULL, *kept = NULL;
  act_chart chart = { .boxes = NULL };
  actant_filter filter;
  actant_stats_options options;
  actant_filter_init(&filter);
  filter.path_from = "Bo Vos";
  filter.path_to = "Ann \"Q\" Lee";
  filter.path_length = 2;
  actant_stats_options_init(&options);
  const actant_sink sink = { nowhere, NULL };
  actant_status st = actant_graph_new(&graph, NULL);
  if (st == ACTANT_OK)
    st = merge_two(graph);
  if (st == ACTANT_OK)
    st = actant_graph_filter(graph, &filter, &kept, NULL);
  for (int json = 0; st == ACTANT_OK && json < 2; json++) {
    options.json = json;
    st = actant_graph_write_stats(kept, &options, &sink, NULL);
  }
  if (st == ACTANT_OK)
    st = actant_graph_measure(kept, NULL, NULL);
  if (st == ACTANT_OK)
    st = act_chart_make(
      &(act_job){ .graph = kept, .measures = kept->kept, .cluster = true }, &chart, NULL);
  act_chart_free(&chart);
  actant_graph_free(graph);
  actant_graph_free(kept);
  return st;
}

static void the_structure_survives(void **state)
{
  (void)state;
  actant_status st = ACTANT_MEMORY;
  for (long n = 0; st != ACTANT_OK; n++) {
    assert_true(n < 2000);
    left = n;
    st = look_closely();
    left = -1;
    assert_true(st == ACTANT_OK || st == ACTANT_MEMORY);
  }
}

static void every_format_survives(void **state)
{
  (void)state;
  for (size_t i = 0; i < actant_format_count(); i++)
    fail_in_turn(actant_format_at(i).name);
}

static size_t into_buffer(void *context, const void *bytes, size_t size)
{
  return act_buffer_put(context, bytes, size) ? size : 0;
}

/* Read a graph into an empty one, and then beside another. */
static actant_status read_twice(const act_buffer *file)
{
  actant_graph *empty = NULL, *other = NULL;
  actant_status st = actant_graph_new(&empty, NULL);
  if (st == ACTANT_OK)
    st = actant_graph_read(empty, file->data, file->count, NULL, NULL);
  if (st == ACTANT_OK)
    st = actant_graph_new(&other, NULL);
  if (st == ACTANT_OK)
    st = merge_two(other);
  if (st == ACTANT_OK)
    st = actant_graph_read(other, file->data, file->count, NULL, NULL);
  actant_graph_free(empty);
  actant_graph_free(other);
  return st;
}

typedef actant_status trial(const act_buffer *file);

static void try_in_turn(trial *reads, const act_buffer *file)
{
  actant_status st = ACTANT_MEMORY;
  for (long n = 0; st != ACTANT_OK; n++) {
    assert_true(n < 5000);
    left = n;
    st = reads(file);
    left = -1;
    if (st != ACTANT_OK && st != ACTANT_MEMORY)
      fail_msg("allocation %ld gives %s", n, actant_status_name(st));
  }
}

static void graphs_that_are_read_survive(void **state)
{
  (void)state;
  static const char *const formats[] = { "graphml", "gexf" };
  for (size_t i = 0; i < 2; i++) {
    act_buffer file = { 0 };
    actant_graph *graph = NULL;
    assert_int_equal(ACTANT_OK, actant_graph_new(&graph, NULL));
    assert_int_equal(ACTANT_OK, merge_two(graph));
    assert_int_equal(
      ACTANT_OK,
      actant_graph_write(
        graph, actant_format_find(formats[i]), NULL, &(actant_sink){ into_buffer, &file }, NULL));
    try_in_turn(read_twice, &file);
    act_array_free(&file);
    actant_graph_free(graph);
  }
}

static void try_text(trial *reads, const char *text)
{
  act_buffer file = { 0 };
  assert_true(act_buffer_put(&file, text, strlen(text)));
  try_in_turn(reads, &file);
  act_array_free(&file);
}

static void streams_that_are_read_survive(void **state)
{
  (void)state;
  try_text(
    read_twice,
    "{\"kind\": \"document\", \"doc\": \"a\"}\n"
    "{\"kind\": \"entity\", \"doc\": \"a\", \"id\": \"x\", \"name\": \"Ann Lee\", \"type\": "
    "\"person\", \"aliases\": [\"Lee\"]}\n"
    "{\"kind\": \"entity\", \"doc\": \"a\", \"id\": \"y\", \"name\": \"Oslo\", \"type\": "
    "\"place\"}\n"
    "{\"kind\": \"statement\", \"doc\": \"a\", \"subject\": \"x\", \"relation\": \"visits\", "
    "\"object\": \"y\", \"status\": \"actual\", \"label\": \"visited\", \"evidence\": "
    "[{\"begin\": 3, \"end\": 6, \"text\": \"Ann\"}]}\n");
}

/* All documents of some bytes. */
static actant_status read_documents(const act_buffer *file)
{
  actant_reader *reader = NULL;
  actant_document *document = NULL;
  actant_status st = actant_reader_open(file->data, file->count, NULL, &reader, NULL);
  while (st == ACTANT_OK) {
    st = actant_reader_next(reader, &document, NULL);
    if (st != ACTANT_OK || !document)
      break;
    actant_document_free(document);
    document = NULL;
  }
  actant_reader_free(reader);
  return st;
}

static void feeds_and_archives_survive(void **state)
{
  (void)state;
  try_text(read_documents,
           "<rss><channel><item><title>Ann &amp; Bo</title><link>https://x.example/</link>"
           "<description>Ann Lee met Bo Vos.</description></item></channel></rss>");
#ifdef ACTANT_HAVE_ARCHIVE
  try_text(read_documents,
           "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\n"
           "Content-Type: application/http\r\nContent-Length: 60\r\n\r\nHTTP/1.1 200 OK\r\n"
           "Content-Type: text/plain\r\n\r\nAnn met Bo Vos.\r\n\r\n");
#endif
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_format_survives),        cmocka_unit_test(the_structure_survives),
    cmocka_unit_test(graphs_that_are_read_survive), cmocka_unit_test(streams_that_are_read_survive),
    cmocka_unit_test(feeds_and_archives_survive),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
