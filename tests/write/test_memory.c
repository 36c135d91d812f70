/* SPDX-License-Identifier: MIT */
/* Every allocation fails once: each time the call says so, and nothing is lost or freed twice
 * (which the sanitizers watch). */
#include "graph/measure.h"
#include "graph/merge.h"

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

static void every_format_survives(void **state)
{
  (void)state;
  for (size_t i = 0; i < actant_format_count(); i++)
    fail_in_turn(actant_format_at(i).name);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_format_survives),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
