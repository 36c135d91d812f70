/* SPDX-License-Identifier: MIT */
/* The index that the build makes of the tables of nouns says what the tables say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lexicon/lexicon.h"
#include "resolve/noun_index.h"

#include <string.h>

static void expect_same(const unsigned char *image, const char *form, size_t size)
{
  act_noun told, indexed;
  memset(&told, 0, sizeof told);
  memset(&indexed, 0, sizeof indexed);
  const bool found = act_noun_table_find(form, size, &told);
  assert_int_equal(found, act_noun_index_find(image, form, size, &indexed));
  assert_memory_equal(&told, &indexed, sizeof told);
  for (size_t n = 1; n <= size && n <= ACT_NOUN_BEGINNING; n++)
    assert_int_equal(act_noun_table_begins(form, n), act_noun_index_begins(image, form, n));
}

/* Each row's form, and forms near to it, most of which no table has. */
static size_t compare_rows(const unsigned char *image, const char *name)
{
  act_embedded table;
  size_t rows = 0;
  assert_true(act_embedded_find(name, &table));
  for (const char *at = table.data, *end = at + table.size; at < end; rows++) {
    char form[256];
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    const size_t line = (size_t)((stop ? stop : end) - at);
    const char *tab = memchr(at, '\t', line);
    const size_t size = tab ? (size_t)(tab - at) : line;
    if (*at != '#' && size + 1 < sizeof form) {
      memcpy(form, at, size);
      expect_same(image, form, size);
      expect_same(image, form, size - 1);
      expect_same(image, form + 1, size - 1);
      form[size] = 's';
      expect_same(image, form, size + 1);
      form[size / 2] = 'x';
      expect_same(image, form, size);
    }
    at += line + 1;
  }
  return rows;
}

static void an_index_says_what_the_tables_say(void **state)
{
  (void)state;
  unsigned char *image = NULL;
  size_t size = 0;
  assert_true(act_noun_index_make(&image, &size));
  for (size_t i = 0; i < ACT_NOUN_TABLES; i++)
    assert_true(compare_rows(image, act_noun_tables[i]) > 1000);
  free(image);
}

static void the_build_has_made_that_index(void **state)
{
  (void)state;
  unsigned char *image = NULL;
  size_t size = 0;
  act_embedded built;
  assert_true(act_noun_index_make(&image, &size));
  if (act_embedded_find(ACT_NOUN_IMAGE,
                        &built)) { /* there is none where the build is for another machine */
    assert_int_equal(size, built.size);
    assert_memory_equal(image, built.data, size);
    assert_ptr_equal(act_embedded_nouns, built.data);
  }
  free(image);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_index_says_what_the_tables_say),
    cmocka_unit_test(the_build_has_made_that_index),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
