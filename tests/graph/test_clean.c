/* SPDX-License-Identifier: MIT */
/* What the sanitiser promises: whatever comes in, what comes out is a clean line, and what is clean
 * stays as it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "graph/clean.h"

#include <string.h>

static void becomes(const char *expected, const char *bytes, size_t size)
{
  act_buffer out = { 0 };
  assert_true(act_clean(bytes, size, &out));
  assert_int_equal(strlen(expected), out.count);
  assert_memory_equal(expected, out.count ? out.data : "", out.count);
  assert_true(act_is_clean(expected, out.count));
  act_array_free(&out);
}

static void white_space_is_folded(void **state)
{
  (void)state;
  becomes("a b c", "  a \t b\r\nc \n", 12);
  becomes("a b",
          "a\xE2\x80\xA8"
          "b\xC2\x85",
          7);
  becomes("a\xC2\xA0 b", "a\xC2\xA0 b", 5); /* a no-break space is part of the text */
  becomes("", " \n\t ", 4);
  becomes("", "", 0);
}

static void what_xml_cannot_carry_is_replaced(void **state)
{
  (void)state;
  becomes("a\xEF\xBF\xBD"
          "b",
          "a\x01"
          "b",
          3);
  becomes("\xEF\xBF\xBD", "\0", 1);
  becomes("\xEF\xBF\xBD\xEF\xBF\xBD", "\xEF\xBF\xBE\xEF\xBF\xBF", 6);
  becomes("\xEF\xBF\xBD", "\x7F", 1);
}

static void broken_utf8_is_replaced_byte_by_byte(void **state)
{
  (void)state;
  becomes("\xEF\xBF\xBD(", "\xC3(", 2);
  becomes("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", "\xED\xA0\x80", 3);
  becomes("x\xEF\xBF\xBD\xEF\xBF\xBD", "x\xE2\x82", 3);
  becomes("\xF0\x9F\x9A\x80", "\xF0\x9F\x9A\x80", 4);
}

static void every_pair_of_bytes_becomes_clean(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 65536; i++) {
    const char pair[2] = { (char)(i >> 8), (char)(i & 255) };
    act_buffer once = { 0 }, twice = { 0 };
    assert_true(act_clean(pair, 2, &once));
    assert_true(act_is_clean(once.count ? once.data : "", once.count));
    assert_true(act_clean(once.count ? once.data : "", once.count, &twice));
    assert_int_equal(once.count, twice.count);
    assert_int_equal(act_is_clean(pair, 2), once.count == 2 && memcmp(pair, once.data, 2) == 0);
    act_array_free(&once);
    act_array_free(&twice);
  }
}

static void offsets_follow_what_is_folded(void **state)
{
  (void)state;
  const char text[] = " \n a\r\n  b\x01 \xE2\x80\xA8\xC3\xA9  c ";
  act_buffer clean = { 0 };
  assert_true(act_clean(text, sizeof text - 1, &clean));
  assert_int_equal(0, act_clean_offset(text, 0));
  assert_int_equal('a', clean.data[act_clean_offset(text, 3)]);
  assert_int_equal('b', clean.data[act_clean_offset(text, 8)]);
  assert_int_equal('\xC3', clean.data[act_clean_offset(text, 14)]);
  assert_int_equal('c', clean.data[act_clean_offset(text, 18)]);
  assert_int_equal(clean.count, act_clean_offset(text, 19));
  act_array_free(&clean);
}

static void slugs_are_name_tokens(void **state)
{
  (void)state;
  const struct {
    const char *from, *to;
  } cases[] = { { "per-ilse-maran", "per-ilse-maran" },
                { "AT&T (US) \"x\"", "AT-T-US-x" },
                { " -> ", "-" },
                { "&&", "" },
                { "\xD5\x80\xD5\xA1\xD5\xB5", "\xD5\x80\xD5\xA1\xD5\xB5" },
                { "a\xF0\x9F\x9A\x80"
                  "b",
                  "a-b" } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    act_buffer out = { 0 };
    assert_true(act_slug(cases[i].from, strlen(cases[i].from), &out));
    assert_int_equal(strlen(cases[i].to), out.count);
    assert_memory_equal(cases[i].to, out.count ? out.data : "", out.count);
    act_array_free(&out);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(white_space_is_folded),
    cmocka_unit_test(what_xml_cannot_carry_is_replaced),
    cmocka_unit_test(broken_utf8_is_replaced_byte_by_byte),
    cmocka_unit_test(every_pair_of_bytes_becomes_clean),
    cmocka_unit_test(offsets_follow_what_is_folded),
    cmocka_unit_test(slugs_are_name_tokens),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
