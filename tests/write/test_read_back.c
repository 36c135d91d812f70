/* SPDX-License-Identifier: MIT */
/* What is written is read back to the last byte; what is broken is refused with a line, and changes
   nothing. */
#include "write/samples.h"

#include "graph/read_graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const char *const formats[] = { "graphml", "gexf", "gexf-1.2" };
enum { FORMATS = sizeof formats / sizeof *formats };

static size_t into_buffer(void *context, const void *bytes, size_t size)
{
  return act_buffer_put(context, bytes, size) ? size : 0;
}

static void write_to(const actant_graph *graph, const char *format, act_buffer *out)
{
  actant_error err;
  out->count = 0;
  assert_int_equal(
    ACTANT_OK,
    actant_graph_write(
      graph, actant_format_find(format), NULL, &(actant_sink){ into_buffer, out }, &err));
}

static actant_status read_from(actant_graph *graph,
                               const char *bytes,
                               size_t size,
                               actant_error *err)
{
  *err = (actant_error){ .status = ACTANT_OK };
  return actant_graph_read(graph, bytes, size, &(actant_graph_source){ .name = "in" }, err);
}

static actant_graph *new_graph(void)
{
  actant_graph *graph = NULL;
  assert_int_equal(ACTANT_OK, actant_graph_new(&graph, NULL));
  return graph;
}

static void assert_same(const act_buffer *a, const act_buffer *b)
{
  assert_int_equal(a->count, b->count);
  assert_true(!a->count || memcmp(a->data, b->data, a->count) == 0);
}

/* Through each format into each format: as if it had been written at once. */
static void go_through(actant_graph *graph)
{
  act_buffer direct = { 0 }, file = { 0 }, again = { 0 };
  actant_error err;
  for (size_t i = 0; i < FORMATS; i++) {
    actant_graph *read = new_graph(), *kept = NULL;
    actant_filter all;
    actant_filter_init(&all);
    write_to(graph, formats[i], &file);
    assert_true(actant_graph_recognise(file.data, file.count));
    assert_int_equal(ACTANT_OK, read_from(read, file.data, file.count, &err));
    assert_int_equal(ACTANT_OK, actant_graph_filter(read, &all, &kept, &err));
    for (size_t k = 0; k < FORMATS; k++) {
      write_to(graph, formats[k], &direct);
      write_to(read, formats[k], &again);
      assert_same(&direct, &again);
      write_to(kept, formats[k], &again);
      assert_same(&direct, &again);
    }
    /* what is there already counts once */
    assert_int_equal(ACTANT_OK, read_from(read, file.data, file.count, &err));
    write_to(read, formats[i], &again);
    if (graph->documents.count)
      assert_same(&file, &again);
    actant_graph_free(read);
    actant_graph_free(kept);
  }
  act_array_free(&direct);
  act_array_free(&file);
  act_array_free(&again);
  actant_graph_free(graph);
}

/* In every format that there is, pictures too, what was read is what had been. */
static void compare_all_formats(actant_graph *graph)
{
  act_buffer file = { 0 }, direct = { 0 }, again = { 0 };
  actant_graph *read = new_graph();
  actant_error err;
  write_to(graph, "gexf", &file);
  assert_int_equal(ACTANT_OK, read_from(read, file.data, file.count, &err));
  for (size_t i = 0; i < actant_format_count(); i++) {
    direct.count = again.count = 0;
    actant_status first =
      actant_graph_write(graph, i, NULL, &(actant_sink){ into_buffer, &direct }, &err);
    actant_status second =
      actant_graph_write(read, i, NULL, &(actant_sink){ into_buffer, &again }, &err);
    assert_int_equal(first, second);
    assert_true(direct.count || first != ACTANT_OK);
    assert_same(&direct, &again);
  }
  act_array_free(&file);
  act_array_free(&direct);
  act_array_free(&again);
  actant_graph_free(graph);
  actant_graph_free(read);
}

static void every_format_is_the_same_from_a_file(void **state)
{
  (void)state;
  compare_all_formats(sample_story());
  compare_all_formats(sample_torture());
}

static void all_samples_come_back(void **state)
{
  (void)state;
  go_through(sample_story());
  go_through(sample_generated(140, 300));
  go_through(sample_torture());
  for (uint64_t seed = 1; seed < 20; seed++)
    go_through(sample_random(seed));
  go_through(sample_one_node());
  go_through(sample_empty());
}

static void a_title_comes_back_until_more_is_read(void **state)
{
  (void)state;
  static const actant_write_options options = { .title = "Talks & more" };
  actant_graph *story = sample_story(), *other = sample_generated(5, 4), *read = new_graph();
  act_buffer file = { 0 };
  actant_error err;
  assert_int_equal(
    ACTANT_OK,
    actant_graph_write(
      story, actant_format_find("gexf"), &options, &(actant_sink){ into_buffer, &file }, NULL));
  assert_int_equal(ACTANT_OK, read_from(read, file.data, file.count, &err));
  assert_string_equal("Talks & more", read->title);
  write_to(other, "graphml", &file);
  assert_int_equal(ACTANT_OK, read_from(read, file.data, file.count, &err));
  assert_null(read->title);
  assert_int_equal(4, read->documents.count);
  act_array_free(&file);
  actant_graph_free(story);
  actant_graph_free(other);
  actant_graph_free(read);
}

/* Bytes of any kind: an error has a message and leaves the graph as it was. */
static void try_bytes(const char *bytes, size_t size)
{
  actant_graph *graph = new_graph();
  actant_error err;
  actant_status st = read_from(graph, bytes, size, &err);
  if (st == ACTANT_OK) {
    act_buffer out = { 0 };
    write_to(graph, "graphml", &out);
    act_array_free(&out);
  } else {
    assert_int_equal(st, err.status);
    if (!*err.message || strchr(err.message, '\n'))
      fail_msg("status %d, \"%s\"", st, err.message);
    if (memchr(bytes, '<', size < 10 ? size : 10))
      assert_int_equal(0, graph->documents.count + graph->nodes.count);
  }
  actant_graph_free(graph);
}

static void broken_files_are_refused(void **state)
{
  (void)state;
  actant_graph *graph = sample_story();
  act_buffer file = { 0 };
  for (size_t i = 0; i < FORMATS; i++) {
    write_to(graph, formats[i], &file);
    for (size_t cut = 0; cut < file.count; cut += 61)
      try_bytes(file.data, cut);
    uint64_t state_of = i + 1;
    for (size_t n = 0; n < 400; n++) {
      state_of = state_of * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
      size_t at = (size_t)(state_of >> 20) % file.count;
      char had = file.data[at];
      file.data[at] = (char)(state_of >> 56);
      try_bytes(file.data, file.count);
      file.data[at] = had;
    }
  }
  act_array_free(&file);
  actant_graph_free(graph);
}

static void assert_refused(const char *text, const char *why)
{
  actant_graph *graph = sample_story();
  size_t nodes = graph->nodes.count;
  actant_error err;
  assert_int_equal(ACTANT_FORMAT, read_from(graph, text, strlen(text), &err));
  if (!strstr(err.message, why))
    fail_msg("\"%s\" does not say \"%s\"", err.message, why);
  assert_string_equal("in", err.source);
  assert_int_equal(nodes, graph->nodes.count);
  actant_graph_free(graph);
}

#define HEAD                                                                                       \
  "<graphml><key id=\"a\" for=\"node\" attr.name=\"entity_type\"/>"                                \
  "<key id=\"s\" for=\"edge\" attr.name=\"status\"/>"                                              \
  "<key id=\"p\" for=\"edge\" attr.name=\"provenance\"/>"                                          \
  "<key id=\"m\" for=\"node\" attr.name=\"mentions\"/><graph>"
#define NODE(id) "<node id=\"" id "\"><data key=\"a\">person</data></node>"
#define TAIL "</graph></graphml>"

static void foreign_files_are_refused(void **state)
{
  (void)state;
  assert_refused("{\"a\": 1}", "this is no graph");
  assert_refused("<graphml><graph><node id=\"n0\"/></graph></graphml>", "has no entity_type");
  assert_refused("<!DOCTYPE graphml [<!ENTITY a \"b\">]><graphml/>", "document type");
  assert_refused(HEAD "<node id=\"x\"><data key=\"a\">animal</data></node>" TAIL, "is 'animal'");
  assert_refused(HEAD NODE("x") NODE("x") TAIL, "two nodes");
  assert_refused(HEAD NODE("x") "<edge id=\"e\" source=\"x\" target=\"y\"><data key=\"s\">actual"
                                "</data></edge>" TAIL,
                 "joins 'y'");
  assert_refused(HEAD NODE("x") "<edge id=\"e\" source=\"x\" target=\"x\"/>" TAIL, "has no status");
  assert_refused(HEAD NODE("x") "<edge id=\"e\" source=\"x\" target=\"x\"><data key=\"s\">actual"
                                "</data><data key=\"p\">d\tx</data></edge>" TAIL,
                 "provenance");
  assert_refused(HEAD "<node id=\"x\"><data key=\"a\">person</data><data key=\"m\">-3</data>"
                      "</node>" TAIL,
                 "a whole number");
  assert_refused(HEAD "<node id=\"x\"><node id=\"y\"/></node>" TAIL, "inside another");
  assert_refused(HEAD NODE("x"), "broken XML");
}

/* Keys by other names, no documents, no provenance: as networkx saves it. */
static void files_saved_by_others_are_read(void **state)
{
  (void)state;
  static const char text[] =
    "<?xml version='1.0' encoding='utf-8'?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
    "<key id=\"d1\" for=\"edge\" attr.name=\"status\" attr.type=\"string\"/>"
    "<key id=\"d2\" for=\"edge\" attr.name=\"evidence\" attr.type=\"string\"/>"
    "<key id=\"d3\" for=\"edge\" attr.name=\"first_date\" attr.type=\"string\"/>"
    "<key id=\"d4\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>"
    "<key id=\"d0\" for=\"node\" attr.name=\"entity_type\" attr.type=\"string\"/>"
    "<key id=\"d5\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>"
    "<graph edgedefault=\"directed\">"
    "<node id=\"a b\"><data key=\"d0\">person</data><data key=\"d5\">Ann &amp; "
    "<![CDATA[Co]]></data>"
    "</node><node id=\"c\"><data key=\"d0\">place</data></node>"
    "<edge source=\"a b\" target=\"c\"><data key=\"d1\">planned</data>"
    "<data key=\"d2\">One.\nTwo.</data><data key=\"d3\">2031-02</data><data "
    "key=\"d4\">visits</data>"
    "</edge></graph></graphml>";
  actant_graph *graph = new_graph();
  actant_error err;
  assert_int_equal(ACTANT_OK, read_from(graph, text, sizeof text - 1, &err));
  assert_int_equal(2, graph->nodes.count);
  assert_string_equal("Ann & Co", graph->nodes.data[0].name);
  const act_edge *edge = &graph->edges.data[0];
  assert_string_equal("visits", edge->relation);
  assert_int_equal(ACTANT_PLANNED, edge->status);
  assert_int_equal(2, edge->support);
  assert_string_equal("Two.", edge->evidence.data[1].text);
  assert_int_equal(2031, edge->first.year);
  assert_string_equal("in", graph->documents.data[0].name);
  actant_graph_free(graph);
}

static void a_node_that_stood_alone_stays(void **state)
{
  (void)state;
  actant_graph *graph = new_graph(), *kept = NULL;
  actant_filter all;
  actant_error err;
  static const char text[] = HEAD NODE("x") NODE("y") TAIL;
  actant_filter_init(&all);
  assert_int_equal(ACTANT_OK, read_from(graph, text, sizeof text - 1, &err));
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, &all, &kept, &err));
  assert_int_equal(2, actant_graph_node_count(kept));
  actant_graph_free(kept);
  actant_graph_free(graph);
}

static void streams_are_read(void **state)
{
  (void)state;
  static const char text[] =
    "{\"kind\": \"document\", \"doc\": \"a.txt\", \"title\": \"T\", \"date\": \"2031-05-04\"}\n"
    "{\"kind\": \"entity\", \"doc\": \"a.txt\", \"id\": \"per-ann-lee\", \"name\": \"Ann Lee\", "
    "\"type\": \"person\", \"aliases\": [\"Lee\"], \"mentions\": [{}, {}]}\n"
    "{\"kind\": \"entity\", \"doc\": \"a.txt\", \"id\": \"loc-oslo\", \"name\": \"Oslo\", "
    "\"type\": \"place\", \"ids\": {\"iso\": \"XO\"}}\n\n"
    "{\"kind\": \"statement\", \"doc\": \"a.txt\", \"subject\": \"per-ann-lee\", \"relation\": "
    "\"visits\", \"object\": \"loc-oslo\", \"status\": \"negated\", \"label\": \"did not visit\", "
    "\"confidence\": 0.5, \"evidence\": [{\"begin\": 7, \"end\": 24, \"text\": \"Lee skipped "
    "Oslo.\", "
    "\"subject\": [7, 10], \"trigger\": [11, 18], \"object\": [19, 23]}]}\n";
  actant_graph *graph = new_graph();
  actant_error err;
  assert_int_equal(ACTANT_OK, read_from(graph, text, sizeof text - 1, &err));
  assert_int_equal(2, graph->nodes.count);
  assert_int_equal(2, graph->nodes.data[0].mentions);
  assert_string_equal("XO", graph->nodes.data[1].iso);
  const act_graph_evidence *row = &graph->edges.data[0].evidence.data[0];
  assert_string_equal("Lee skipped Oslo.", row->text);
  assert_int_equal(4, row->trigger.begin);
  assert_int_equal(11, row->trigger.end);
  for (size_t cut = 0; cut < sizeof text; cut++)
    try_bytes(text, cut);
  actant_graph_free(graph);
}

static void articles_are_no_graphs(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "{\"kind\": \"document\", \"id\": \"a\", \"text\": \"Ann met Bo.\"}\n",
    "<html><body>graphml</body></html>",
    "<?xml version=\"1.0\"?><!-- <graphml> --><rss/>",
    "<!-- never closed",
    "graphml",
    "",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    assert_false(actant_graph_recognise(texts[i], strlen(texts[i])));
}

static void bad_streams_are_refused(void **state)
{
  (void)state;
#define DOC "{\"kind\": \"document\", \"doc\": \"a\"}\n"
  assert_refused(DOC "{\"kind\": \"entity\", \"doc\": \"b\"}", "another document");
  assert_refused(DOC "nonsense", "no JSON");
  assert_refused(DOC "{\"kind\": \"entity\", \"doc\": \"a\", \"id\": \"x\"}", "without id, name");
  assert_refused(DOC "{\"kind\": \"statement\", \"doc\": \"a\"}", "without subject");
  assert_refused(DOC "{\"kind\": \"statement\", \"doc\": \"a\", \"subject\": \"s\", \"relation\": "
                     "\"r\", \"object\": \"o\", \"status\": \"actual\", \"label\": \"l\"}",
                 "has no row");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(all_samples_come_back),
    cmocka_unit_test(every_format_is_the_same_from_a_file),
    cmocka_unit_test(a_title_comes_back_until_more_is_read),
    cmocka_unit_test(broken_files_are_refused),
    cmocka_unit_test(foreign_files_are_refused),
    cmocka_unit_test(files_saved_by_others_are_read),
    cmocka_unit_test(a_node_that_stood_alone_stays),
    cmocka_unit_test(streams_are_read),
    cmocka_unit_test(articles_are_no_graphs),
    cmocka_unit_test(bad_streams_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
