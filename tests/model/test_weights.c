/* SPDX-License-Identifier: MIT */
/* What a model file promises: sections come back as they were put in, and any damage is refused in
 * words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/weights.h"
#include "lexicon/lexicon.h"
#include "train/table_writer.h"

#include <stdlib.h>
#include <string.h>

/* A small model with a card, a table of three weights, and a section of odd size. */
static unsigned char *make_model(size_t *size)
{
  act_model_writer writer = { 0 };
  unsigned char *data = NULL;
  int8_t *cells = aligned_alloc(64, 2048);
  assert_non_null(cells);
  memset(cells, 0, 2048);
  cells[0] = 5;
  cells[1] = -7;
  cells[2047] = 127;
  const act_table table = { cells, 5, 64, false, NULL };
  assert_int_equal(ACTANT_OK, act_model_writer_add(&writer, "card", "a card", 6, NULL));
  assert_int_equal(ACTANT_OK, act_table_write(&table, "table.small", &writer, NULL));
  assert_int_equal(ACTANT_OK, act_model_writer_add(&writer, "odd", "\1\2\3", 3, NULL));
  assert_int_equal(ACTANT_OK, act_model_writer_finish(&writer, &data, size, NULL));
  act_model_writer_free(&writer);
  free(cells);
  return data;
}

static void sections_come_back(void **state)
{
  (void)state;
  size_t size, got;
  unsigned char *data = make_model(&size);
  act_weights *weights = NULL;
  const void *section;
  assert_int_equal(ACTANT_OK, act_weights_open(data, size, false, &weights, NULL));
  free(data);
  assert_string_equal("a card", act_weights_card(weights));
  assert_true(act_weights_section(weights, "odd", &section, &got));
  assert_int_equal(3, got);
  assert_memory_equal("\1\2\3", section, 3);
  assert_false(act_weights_section(weights, "none", &section, &got));
  act_weights_free(weights);
}

static void dense_tables_are_copied(void **state)
{
  (void)state;
  size_t size;
  unsigned char *data = make_model(&size);
  act_weights *weights = NULL;
  assert_int_equal(ACTANT_OK, act_weights_open(data, size, true, &weights, NULL));
  const act_table *table = act_weights_table(weights, "table.small");
  assert_non_null(table);
  assert_null(act_weights_table(weights, "card"));
  assert_int_equal(5, table->cells[0]);
  assert_int_equal(-7, table->cells[1]);
  assert_int_equal(0, table->cells[2]);
  assert_int_equal(127, table->cells[2047]);
  act_weights_free(weights);
  free(data);
}

static void each_changed_byte_is_refused(void **state)
{
  (void)state;
  size_t size;
  unsigned char *data = make_model(&size);
  for (size_t i = 0; i < size; i++) {
    act_weights *weights = NULL;
    actant_error err;
    data[i] ^= 0x41;
    assert_int_equal(ACTANT_MODEL, act_weights_open(data, size, true, &weights, &err));
    assert_true(strlen(err.message) > 20);
    assert_null(weights);
    data[i] ^= 0x41;
  }
  free(data);
}

static void each_shortened_file_is_refused(void **state)
{
  (void)state;
  size_t size;
  unsigned char *data = make_model(&size);
  for (size_t cut = 0; cut < size; cut++) {
    act_weights *weights = NULL;
    assert_int_equal(ACTANT_MODEL, act_weights_open(data, cut, false, &weights, NULL));
  }
  free(data);
}

static void another_version_is_named(void **state)
{
  (void)state;
  size_t size;
  unsigned char *data = make_model(&size);
  act_weights *weights = NULL;
  actant_error err;
  data[8] = 9;
  assert_int_equal(ACTANT_MODEL, act_weights_open(data, size, true, &weights, &err));
  assert_non_null(strstr(err.message, "format 9"));
  free(data);
}

/* A file whose checksums are right, made by a wrong hand. */
static actant_status open_table(const unsigned char *table, size_t size)
{
  act_model_writer writer = { 0 };
  unsigned char *data = NULL;
  size_t total;
  act_weights *weights = NULL;
  assert_int_equal(ACTANT_OK, act_model_writer_add(&writer, "table.x", table, size, NULL));
  assert_int_equal(ACTANT_OK, act_model_writer_finish(&writer, &data, &total, NULL));
  const actant_status status = act_weights_open(data, total, true, &weights, NULL);
  act_weights_free(weights);
  act_model_writer_free(&writer);
  free(data);
  return status;
}

static void a_table_that_lies_is_refused(void **state)
{
  (void)state;
  unsigned char table[ACT_TABLE_HEADER + 2] = { 1, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0 };
  table[ACT_TABLE_HEADER] = 7;
  table[ACT_TABLE_HEADER + 1] = 9;
  assert_int_equal(ACTANT_OK, open_table(table, sizeof table));
  table[ACT_TABLE_HEADER] = 8; /* behind the last cell */
  assert_int_equal(ACTANT_MODEL, open_table(table, sizeof table));
  table[ACT_TABLE_HEADER] = 255; /* a gap without end */
  assert_int_equal(ACTANT_MODEL, open_table(table, sizeof table));
  table[ACT_TABLE_HEADER] = 0;
  table[8] = 200; /* more weights than bytes */
  assert_int_equal(ACTANT_MODEL, open_table(table, sizeof table));
  table[8] = 1;
  table[0] = 60; /* a table beyond all memory */
  assert_int_equal(ACTANT_MODEL, open_table(table, sizeof table));
  table[0] = 1;
  table[4] = 3; /* no power of two */
  assert_int_equal(ACTANT_MODEL, open_table(table, sizeof table));
}

static void names_of_sections_are_checked(void **state)
{
  (void)state;
  act_model_writer writer = { 0 };
  assert_int_equal(ACTANT_OK, act_model_writer_add(&writer, "one", "", 0, NULL));
  assert_int_equal(ACTANT_ARGUMENT, act_model_writer_add(&writer, "one", "", 0, NULL));
  assert_int_equal(ACTANT_ARGUMENT, act_model_writer_add(&writer, "", "", 0, NULL));
  assert_int_equal(ACTANT_ARGUMENT,
                   act_model_writer_add(&writer, "a name of more than 23 bytes", "", 0, NULL));
  act_model_writer_free(&writer);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(sections_come_back),
    cmocka_unit_test(dense_tables_are_copied),
    cmocka_unit_test(each_changed_byte_is_refused),
    cmocka_unit_test(each_shortened_file_is_refused),
    cmocka_unit_test(another_version_is_named),
    cmocka_unit_test(a_table_that_lies_is_refused),
    cmocka_unit_test(names_of_sections_are_checked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
