/* SPDX-License-Identifier: MIT */
/*
 * Running out of memory anywhere gives ACTANT_MEMORY and leaves nothing behind: the n-th allocation
 * of the library is made to fail, for one n after the other, over the whole way from bytes to
 * graph.  The linker puts the functions below in front of malloc and its kin (--wrap), for our
 * objects alone; what other libraries allocate is theirs.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "library/pipeline.h"

#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_free(void *old);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_free(void *old);

enum { TABLE = 1 << 20 }; /* addresses that are watched at most; a power of two */

/* The allocations since the last reset: how many until the failing one, and which are alive. */
static struct {
  size_t until; /* 0: none fails */
  bool failed, watching;
  size_t alive;
  void *addresses[TABLE];
} watch;

static size_t slot_of(const void *address)
{
  return (size_t)(((uintptr_t)address >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 44) % TABLE;
}

static void note(void *address)
{
  if (!watch.watching || !address || watch.alive >= TABLE / 2)
    return;
  size_t i = slot_of(address);
  while (watch.addresses[i])
    i = (i + 1) % TABLE;
  watch.addresses[i] = address;
  watch.alive++;
}

/* Linear probing with the rest of the run moved up. */
static void forget(const void *address)
{
  size_t i = slot_of(address);
  if (!watch.watching || !address)
    return;
  while (watch.addresses[i] && watch.addresses[i] != address)
    i = (i + 1) % TABLE;
  if (!watch.addresses[i])
    return;
  watch.addresses[i] = NULL;
  watch.alive--;
  for (size_t j = (i + 1) % TABLE; watch.addresses[j]; j = (j + 1) % TABLE) {
    void *moved = watch.addresses[j];
    watch.addresses[j] = NULL;
    watch.alive--;
    note(moved);
  }
}

static bool fails(void)
{
  if (!watch.until || --watch.until)
    return false;
  watch.failed = true;
  return true;
}

void *__wrap_malloc(size_t size)
{
  void *address = fails() ? NULL : __real_malloc(size);
  note(address);
  return address;
}

void *__wrap_calloc(size_t count, size_t size)
{
  void *address = fails() ? NULL : __real_calloc(count, size);
  note(address);
  return address;
}

void *__wrap_realloc(void *old, size_t size)
{
  if (fails())
    return NULL;
  forget(old);
  void *address = __real_realloc(old, size);
  note(address);
  return address;
}

void __wrap_free(void *old)
{
  forget(old);
  __real_free(old);
}

/* Run something with its n-th allocation failing.  True while there was an n-th. */
typedef actant_status attempt(actant_error *err);

static bool survives(attempt *run, size_t n)
{
  actant_error err = { 0 };
  watch.watching = true;
  watch.alive = 0;
  watch.failed = false;
  watch.until = n;
  actant_status status = run(&err);
  watch.until = 0;
  watch.watching = false;
  if (watch.alive)
    fail_msg("allocation %zu failed, and %zu others were never freed", n, watch.alive);
  if (watch.failed && status != ACTANT_OK && status != ACTANT_MEMORY)
    fail_msg("allocation %zu failed, and the status is '%s': %s",
             n,
             actant_status_name(status),
             err.message);
  if (!watch.failed && status != ACTANT_OK)
    fail_msg("nothing failed, and the status is '%s': %s", actant_status_name(status), err.message);
  return watch.failed;
}

/* Each of the first allocations, then one in fifty further on. */
static void survives_all(attempt *run, size_t each)
{
  size_t n = 1;
  while (survives(run, n))
    n += n < each ? 1 : n / 50 + 1;
  assert_true(n > 1);
}

/* ------------------------------------------------------------------------------------ what is
 * tried */

static actant_model *model;

static size_t nowhere(void *context, const void *bytes, size_t size)
{
  (void)context;
  (void)bytes;
  return size;
}

static actant_status write_everything(const actant_result *result, actant_error *err)
{
  static const char *const formats[] = { "graphml",
                                         "json" }; /* those that no other library has a part in */
  actant_sink sink = { nowhere, NULL };
  actant_graph *graph = NULL, *kept = NULL;
  actant_filter filter;
  actant_filter_init(&filter);
  actant_status st;
  TRY_DONE(st, actant_write_statements(result, true, &sink, err));
  TRY_DONE(st, actant_write_conllu(result, &sink, err));
  TRY_DONE(st, actant_write_explanation(result, NULL, NULL, &sink, err));
  TRY_DONE(st, actant_write_mentions(result, NULL, &sink, err));
  TRY_DONE(st, actant_graph_new(&graph, err));
  TRY_DONE(st, actant_graph_add(graph, result, err));
  TRY_DONE(st, actant_graph_filter(graph, &filter, &kept, err));
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (actant_format_find(formats[i]) != ACTANT_NONE)
      TRY_DONE(st, actant_graph_write(kept, actant_format_find(formats[i]), NULL, &sink, err));
done:
  actant_graph_free(kept);
  actant_graph_free(graph);
  return st;
}

static actant_status go_all_the_way(const char *bytes, actant_error *err)
{
  actant_read_options options;
  actant_read_options_init(&options);
  options.date = "2024-05-15";
  actant_reader *reader = NULL;
  actant_document *document = NULL;
  actant_result *result = NULL;
  actant_status st;
  TRY_DONE(st, actant_reader_open(bytes, strlen(bytes), &options, &reader, err));
  TRY_DONE(st, actant_reader_next(reader, &document, err));
  TRY_DONE(st, actant_extract(model, &document, NULL, &result, err));
  TRY_DONE(st, write_everything(result, err));
done:
  actant_result_free(result);
  actant_document_free(document);
  actant_reader_free(reader);
  act_annotators_clear(model->annotators); /* what rests belongs to the model, not to the attempt */
  return st;
}

static actant_status with_text(actant_error *err)
{
  return go_all_the_way("Norwegian Prime Minister Sindre Haugland met Aino Laaksonen, the "
                        "president of Finland, in Oslo on Monday. "
                        "The two leaders agreed to meet again in Helsinki next month.\n\nHe "
                        "accused Sweden of attacking Denmark in 2019.\n",
                        err);
}

static actant_status with_html(actant_error *err)
{
  return go_all_the_way(
    "<!DOCTYPE html><html><head><title>Talks in Oslo</title></head><body><article><h1>Talks in "
    "Oslo</h1>"
    "<p>Sindre Haugland met Aino Laaksonen in Oslo.</p></article></body></html>",
    err);
}

static actant_status open_and_close(actant_error *err)
{
  actant_model *other = NULL;
  actant_status st = actant_model_open(NULL, &other, err);
  if (st == ACTANT_OK)
    actant_model_free(other);
  return st;
}

static int open_model(void **state)
{
  (void)state;
  return actant_model_open(NULL, &model, NULL) != ACTANT_OK;
}

static int close_model(void **state)
{
  (void)state;
  actant_model_free(model);
  return 0;
}

static void reading_text_survives(void **state)
{
  (void)state;
  survives_all(with_text, 1500);
}

static void reading_html_survives(void **state)
{
  (void)state;
  survives_all(with_html, 300);
}

static void opening_a_model_survives(void **state)
{
  (void)state;
  survives_all(open_and_close, 20);
}

static void the_chains_of_stages_fit_together(void **state)
{
  (void)state;
  actant_extract_options options;
  actant_extract_options_init(&options);
  assert_null(act_chain_gap(act_chain_for(&options)));
  options.annotate = true;
  assert_null(act_chain_gap(act_chain_for(&options)));
  const act_stage resolve = { "resolve", ACT_GIVES_ANNOTATION, ACT_GIVES_ENTITIES, NULL };
  const act_stage *const stages[] = { &resolve, NULL };
  assert_ptr_equal(&resolve, act_chain_gap((act_chain){ stages }));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_chains_of_stages_fit_together),
    cmocka_unit_test(reading_text_survives),
    cmocka_unit_test(reading_html_survives),
    cmocka_unit_test(opening_a_model_survives),
  };
  return cmocka_run_group_tests(tests, open_model, close_model);
}
