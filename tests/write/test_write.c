/* SPDX-License-Identifier: MIT */
/* What the writers promise: the same bytes for the same graph, in any locale; a full disk is an
   error; colours can be read.  With ACTANT_UPDATE=1 in the environment the golden files are written
   anew. */
#define _POSIX_C_SOURCE 200809L
#include "write/samples.h"

#include "write/caption.h"
#include "write/format.h"
#include "write/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t into_buffer(void *context, const void *bytes, size_t size)
{
  return act_buffer_put(context, bytes, size) ? size : 0;
}

static actant_status write_to(const actant_graph *graph,
                              const char *format,
                              const actant_write_options *options,
                              act_buffer *out)
{
  out->count = 0;
  return actant_graph_write(
    graph, actant_format_find(format), options, &(actant_sink){ into_buffer, out }, NULL);
}

/* Whether a format is in this build. */
static bool is_built(const char *format)
{
  return !act_format_row_at(actant_format_find(format))->needs;
}

static void formats_are_found_by_name_and_extension(void **state)
{
  (void)state;
  assert_string_equal("dot", actant_format_at(actant_format_find("gv")).name);
  assert_string_equal("graphml", actant_format_at(actant_format_find(".GraphML")).name);
  assert_true(actant_format_find("docx") == ACTANT_NONE);
  assert_true(actant_format_find("") == ACTANT_NONE);
  for (size_t i = 0; i < actant_format_count(); i++)
    assert_int_equal(i, actant_format_find(actant_format_at(i).name));
  actant_error err;
  actant_graph *graph = sample_empty();
  assert_int_equal(ACTANT_ARGUMENT, actant_graph_write(graph, ACTANT_NONE, NULL, NULL, &err));
  actant_graph_free(graph);
}

static void a_build_without_graphviz_says_so(void **state)
{
  (void)state;
#ifdef ACTANT_HAVE_GRAPHVIZ
  skip();
#else
  actant_error err;
  actant_graph *graph = sample_story();
  act_buffer out = { 0 };
  assert_int_equal(
    ACTANT_UNSUPPORTED,
    actant_graph_write(
      graph, actant_format_find("svg"), NULL, &(actant_sink){ into_buffer, &out }, &err));
  assert_non_null(strstr(err.message, "ACTANT_GRAPHVIZ"));
  actant_graph_free(graph);
#endif
}

static bool has_communities(void)
{
#ifdef ACTANT_HAVE_IGRAPH
  return true;
#else
  return false;
#endif
}

static void compare_golden(const char *path, const act_buffer *made)
{
  const char *update = getenv("ACTANT_UPDATE");
  FILE *file = fopen(path, update ? "wb" : "rb");
  assert_non_null(file);
  if (update) {
    assert_int_equal(made->count, fwrite(made->data, 1, made->count, file));
  } else {
    char *kept = malloc(made->count + 2);
    assert_non_null(kept);
    size_t size = fread(kept, 1, made->count + 1, file);
    assert_int_equal(made->count, size);
    assert_memory_equal(kept, made->data, size);
    free(kept);
  }
  assert_int_equal(0, fclose(file));
}

static void files_are_those_of_the_golden_folder(void **state)
{
  (void)state;
  static const char *const formats[] = { "dot",      "graphml", "json",    "jgf",     "gexf",
                                         "gexf-1.2", "gephi",   "neo4j",   "turtle",  "nquads",
                                         "jsonld",   "cypher",  "mermaid", "markdown" };
  actant_graph *graph = sample_story();
  actant_write_options options = { .title = "Talks at Lake Merrow" };
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    act_buffer out = { 0 };
    char path[64];
    if (!is_built(formats[i]) || !has_communities())
      continue;
    snprintf(path, sizeof path, "write/golden/story.%s", formats[i]);
    assert_int_equal(ACTANT_OK, write_to(graph, formats[i], &options, &out));
    compare_golden(path, &out);
    act_array_free(&out);
  }
  actant_graph_free(graph);
}

static void the_same_graph_gives_the_same_bytes(void **state)
{
  (void)state;
  for (size_t i = 0; i < actant_format_count(); i++) {
    const char *format = actant_format_at(i).name;
    actant_graph *one = sample_generated(40, 55), *two = sample_generated(40, 55);
    act_buffer first = { 0 }, second = { 0 };
    if (is_built(format)) {
      assert_int_equal(ACTANT_OK, write_to(one, format, NULL, &first));
      assert_int_equal(ACTANT_OK, write_to(two, format, NULL, &second));
      assert_int_equal(first.count, second.count);
      assert_memory_equal(first.data, second.data, first.count);
    }
    act_array_free(&first);
    act_array_free(&second);
    actant_graph_free(one);
    actant_graph_free(two);
  }
}

/* A locale with decimal commas, or NULL when none is installed. */
static const char *german(void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "de_DE" };
  size_t i = 0;
  while (i < 4 && !setlocale(LC_ALL, locales[i]))
    i++;
  setlocale(LC_ALL, "C");
  return i < 4 ? locales[i] : NULL;
}

static void a_locale_with_decimal_commas_changes_nothing(void **state)
{
  (void)state;
  const char *other = german();
  if (!other)
    print_message("no locale with decimal commas is installed\n");
  actant_graph *graph = sample_story();
  for (size_t i = 0; i < actant_format_count(); i++) {
    const char *format = actant_format_at(i).name;
    act_buffer here = { 0 }, there = { 0 };
    if (!is_built(format))
      continue;
    assert_int_equal(ACTANT_OK, write_to(graph, format, NULL, &here));
    setlocale(LC_ALL, other ? other : "C");
    actant_status st = write_to(graph, format, NULL, &there);
    setlocale(LC_ALL, "C");
    assert_int_equal(ACTANT_OK, st);
    assert_int_equal(here.count, there.count);
    assert_memory_equal(here.data, there.data, here.count);
    act_array_free(&here);
    act_array_free(&there);
  }
  actant_graph_free(graph);
}

typedef struct disk {
  size_t room;
} disk;

static size_t onto_disk(void *context, const void *bytes, size_t size)
{
  disk *to = context;
  (void)bytes;
  size_t taken = size < to->room ? size : to->room;
  to->room -= taken;
  return taken;
}

static void a_full_disk_is_an_error(void **state)
{
  (void)state;
  static const size_t rooms[] = { 0, 1, 1000 };
  actant_graph *graph = sample_story();
  for (size_t i = 0; i < actant_format_count(); i++) {
    for (size_t k = 0; k < 3 && is_built(actant_format_at(i).name); k++) {
      disk full = { rooms[k] };
      actant_error err;
      assert_int_equal(
        ACTANT_IO, actant_graph_write(graph, i, NULL, &(actant_sink){ onto_disk, &full }, &err));
      assert_int_equal(ACTANT_IO, err.status);
    }
  }
  actant_graph_free(graph);
}

/* No byte is outside of what XML allows, and none says when, where or with what it was made. */
static void traps_do_not_break_files(void **state)
{
  (void)state;
  actant_graph *graph = sample_torture();
  for (size_t i = 0; i < actant_format_count(); i++) {
    act_buffer out = { 0 };
    const char *format = actant_format_at(i).name;
    if (!is_built(format))
      continue;
    assert_int_equal(ACTANT_OK, write_to(graph, format, NULL, &out));
    for (size_t k = 0; strcmp(format, "png") != 0 && strcmp(format, "pdf") != 0 && k < out.count;
         k++)
      assert_true((unsigned char)out.data[k] >= 0x20 || out.data[k] == '\n' || out.data[k] == '\t');
    assert_true(act_buffer_put(&out, "", 1));
    assert_null(strstr(out.data, "Generated by"));
    act_array_free(&out);
  }
  actant_graph_free(graph);
}

static void title_is(const char *expected, const actant_graph *graph, const char *given)
{
  act_text_builder title = { 0 };
  act_title(graph, given, &title);
  assert_string_equal(expected, act_text_get(&title));
  act_text_free(&title);
}

static void a_graph_is_called_by_its_document_or_their_number(void **state)
{
  (void)state;
  actant_graph *graph = sample_empty();
  uint32_t at;
  title_is("0 documents", graph, NULL);
  title_is("A B", graph, " A\nB ");
  assert_int_equal(
    ACTANT_OK,
    act_graph_add_document(
      graph, &(act_graph_document){ "a.txt", "The Lake", NULL, { 0, 0, 0 } }, &at, NULL));
  title_is("The Lake", graph, NULL);
  assert_int_equal(
    ACTANT_OK,
    act_graph_add_document(
      graph, &(act_graph_document){ "b.txt", "The Wells", NULL, { 2031, 5, 0 } }, &at, NULL));
  title_is("2 documents", graph, NULL);
  assert_int_equal(2031, act_newest(graph).year);
  actant_graph_free(graph);
}

static void subtitle_is(const char *expected, act_date first, act_date last)
{
  actant_graph *graph = sample_empty();
  act_text_builder text = { 0 };
  uint32_t at;
  assert_int_equal(
    ACTANT_OK,
    act_graph_add_document(graph, &(act_graph_document){ "a", NULL, NULL, first }, &at, NULL));
  assert_int_equal(
    ACTANT_OK,
    act_graph_add_document(graph, &(act_graph_document){ "b", NULL, NULL, last }, &at, NULL));
  act_subtitle(graph, &text);
  assert_string_equal(expected, act_text_get(&text));
  act_text_free(&text);
  actant_graph_free(graph);
}

static void periods_say_once_what_both_dates_share(void **state)
{
  (void)state;
  subtitle_is("0 entities · 0 relations · 2 documents, 31 Aug – 7 Nov 2022",
              (act_date){ 2022, 8, 31 },
              (act_date){ 2022, 11, 7 });
  subtitle_is("0 entities · 0 relations · 2 documents, 3 – 7 Nov 2022",
              (act_date){ 2022, 11, 3 },
              (act_date){ 2022, 11, 7 });
  subtitle_is("0 entities · 0 relations · 2 documents, 3 Nov 2021 – 7 Nov 2022",
              (act_date){ 2022, 11, 7 },
              (act_date){ 2021, 11, 3 });
  subtitle_is("0 entities · 0 relations · 2 documents, 2022",
              (act_date){ 2022, 0, 0 },
              (act_date){ 2022, 0, 0 });
  subtitle_is(
    "0 entities · 0 relations · 2 documents", (act_date){ 0, 0, 0 }, (act_date){ 0, 0, 0 });
}

static void layouts_that_do_not_exist_or_end_are_refused(void **state)
{
  (void)state;
  if (!is_built("dot"))
    skip();
  actant_graph *story = sample_story(), *large = sample_generated(1000, 7000);
  act_buffer out = { 0 };
  assert_int_equal(ACTANT_ARGUMENT,
                   write_to(story, "dot", &(actant_write_options){ .layout = "osage" }, &out));
  assert_int_equal(ACTANT_OK,
                   write_to(story, "dot", &(actant_write_options){ .layout = "circo" }, &out));
  assert_true(act_buffer_put(&out, "", 1));
  assert_non_null(strstr(out.data, "layout=\"circo\""));
  assert_int_equal(ACTANT_LIMIT,
                   write_to(large, "dot", &(actant_write_options){ .layout = "neato" }, &out));
  assert_true(!is_built("svg") || write_to(large, "svg", NULL, &out) == ACTANT_LIMIT);
  assert_int_equal(ACTANT_OK, write_to(large, "dot", NULL, &out));
  act_array_free(&out);
  actant_graph_free(story);
  actant_graph_free(large);
}

static void *write_svg(void *context)
{
  act_buffer *out = context;
  actant_graph *graph = sample_story();
  for (int i = 0; i < 5; i++)
    if (write_to(graph, "svg", NULL, out) != ACTANT_OK)
      out->count = 0;
  actant_graph_free(graph);
  return NULL;
}

static void threads_may_write_at_once(void **state)
{
  (void)state;
  if (!is_built("svg"))
    skip();
  act_buffer outs[3] = { 0 };
  pthread_t threads[3];
  for (size_t i = 0; i < 3; i++)
    assert_int_equal(0, pthread_create(&threads[i], NULL, write_svg, &outs[i]));
  for (size_t i = 0; i < 3; i++)
    assert_int_equal(0, pthread_join(threads[i], NULL));
  for (size_t i = 0; i < 3; i++) {
    assert_true(outs[i].count > 1000);
    assert_int_equal(outs[0].count, outs[i].count);
    assert_memory_equal(outs[0].data, outs[i].data, outs[0].count);
  }
  for (size_t i = 0; i < 3; i++)
    act_array_free(&outs[i]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(formats_are_found_by_name_and_extension),
    cmocka_unit_test(a_build_without_graphviz_says_so),
    cmocka_unit_test(files_are_those_of_the_golden_folder),
    cmocka_unit_test(the_same_graph_gives_the_same_bytes),
    cmocka_unit_test(a_locale_with_decimal_commas_changes_nothing),
    cmocka_unit_test(a_full_disk_is_an_error),
    cmocka_unit_test(traps_do_not_break_files),
    cmocka_unit_test(a_graph_is_called_by_its_document_or_their_number),
    cmocka_unit_test(periods_say_once_what_both_dates_share),
    cmocka_unit_test(layouts_that_do_not_exist_or_end_are_refused),
    cmocka_unit_test(threads_may_write_at_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
