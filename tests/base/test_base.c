/* SPDX-License-Identifier: MIT */
/* What the base promises: dates, UTF-8, interned strings, maps, numbers without locale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/ascii.h"
#include "base/date.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/output.h"
#include "base/strings.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static void days_and_dates_are_inverse(void **state)
{
  (void)state;
  for (int32_t days = -200000; days < 200000; days += 13)
    assert_int_equal(days, act_date_to_days(act_date_from_days(days)));
}

static void weekdays_are_those_of_the_calendar(void **state)
{
  (void)state;
  assert_int_equal(4, act_date_weekday((act_date){ 2022, 3, 31 })); /* a Thursday */
  assert_int_equal(4, act_date_weekday((act_date){ 1880, 1, 8 }));  /* a Thursday, before 1970 */
  assert_int_equal(0, act_date_weekday((act_date){ 2024, 2, 25 }));
}

static void months_are_added_within_the_calendar(void **state)
{
  (void)state;
  char text[ACT_DATE_MAX];
  act_date_write(act_date_add_months((act_date){ 2020, 1, 31 }, 1), text);
  assert_string_equal("2020-02-29", text);
  act_date_write(act_date_add_months((act_date){ 2020, 1, 15 }, -1), text);
  assert_string_equal("2019-12-15", text);
}

static void only_dates_that_exist_are_read(void **state)
{
  (void)state;
  act_date date;
  assert_true(act_date_read("2022-03-31T10:00:00Z", 20, &date));
  assert_int_equal(31, date.day);
  assert_true(act_date_read("2022", 4, &date));
  assert_false(act_date_read("2022-02-30", 10, &date));
  assert_false(act_date_read("20220230", 8, &date));
  assert_false(act_date_read("abcd", 4, &date));
}

static void bad_utf8_is_found_at_its_first_byte(void **state)
{
  (void)state;
  assert_int_equal(5, act_utf8_validate("a\xC3\xA9\xC3\xA9", 5));
  assert_int_equal(1, act_utf8_validate("a\xC0\x80", 3));        /* overlong */
  assert_int_equal(0, act_utf8_validate("\xED\xA0\x80", 3));     /* surrogate */
  assert_int_equal(0, act_utf8_validate("\xF4\x90\x80\x80", 4)); /* beyond U+10FFFF */
  assert_int_equal(2, act_utf8_validate("ab\xE2\x82", 4));       /* cut short */
}

static void code_points_go_both_ways(void **state)
{
  (void)state;
  const char *text = "aé€😀";
  size_t at = 0, end = strlen(text);
  const uint32_t codes[] = { 'a', 0xE9, 0x20AC, 0x1F600 };
  for (size_t i = 0; i < 4; i++)
    assert_int_equal(codes[i], act_utf8_next(text, end, &at));
  assert_int_equal(end, at);
  for (size_t i = 4; i-- > 0;)
    assert_int_equal(codes[i], act_utf8_previous(text, &at));
  assert_int_equal(0, at);
  char lower[16];
  assert_int_equal(4, act_utf8_lower("ÉÖ", 4, lower, sizeof lower));
  assert_int_equal(2, act_utf8_fit("Élise Öst", "ÉLISE ÖST"));
  assert_int_equal(1, act_utf8_fit("Élise Öst", "öst"));
  assert_int_equal(0, act_utf8_fit("Élise Öst", "st"));
  assert_int_equal(0, act_utf8_fit("Élise Öst", "Élise"));
  assert_int_equal(0, act_utf8_fit("Élise Öst", ""));
  assert_memory_equal("éö", lower, 4);
}

static void keywords_are_compared_but_for_ascii_case(void **state)
{
  (void)state;
  assert_true(act_ascii_same("TITLE-[", "title-["));
  assert_false(act_ascii_same("[", "{"));
  assert_false(act_ascii_same("title", "titles"));
  assert_false(act_ascii_same("É", "é"));
  assert_true(act_ascii_same_start("Script>", "script", 6));
  assert_true(act_ascii_same_start("none", "NONE", 9));
  assert_false(act_ascii_same_start("scrip", "script", 6));
}

static void equal_strings_share_an_id(void **state)
{
  (void)state;
  act_strings strings = { 0 };
  char word[16];
  for (uint32_t i = 0; i < 5000; i++) {
    size_t n = (size_t)snprintf(word, sizeof word, "w%u", i);
    assert_int_equal(i + 1, act_strings_add(&strings, word, n));
  }
  assert_int_equal(0, act_strings_add(&strings, "", 0));
  assert_int_equal(43, act_strings_add(&strings, "w42", 3));
  assert_string_equal("w42", act_strings_get(&strings, 43));
  assert_int_equal(ACT_NO_STRING, act_strings_find(&strings, "x", 1));
  act_strings_free(&strings);
}

static void a_map_keeps_the_last_value(void **state)
{
  (void)state;
  act_map map = { 0 };
  for (uint32_t i = 0; i < 10000; i++)
    assert_true(act_map_set(&map, i % 5000, i));
  assert_int_equal(5000, map.count);
  assert_int_equal(5042, act_map_get(&map, 42));
  assert_int_equal(ACT_NO_VALUE, act_map_get(&map, 5000));
  act_map_free(&map);
}

static size_t into_buffer(void *context, const void *bytes, size_t size)
{
  strncat(context, bytes, size);
  return size;
}

static size_t nowhere(void *context, const void *bytes, size_t size)
{
  (void)context;
  (void)bytes;
  return size - 1;
}

static void numbers_and_json_are_written_plainly(void **state)
{
  (void)state;
  char text[256] = "";
  act_output out;
  act_output_init(&out, &(actant_sink){ into_buffer, text });
  act_put_decimal(&out, 0.93);
  act_putc(&out, ' ');
  act_put_decimal(&out, -12);
  act_putc(&out, ' ');
  act_put_decimal(&out, 0.0505);
  act_putc(&out, ' ');
  act_put_json(&out, "a\"b\\\n\x01é", 8);
  assert_int_equal(ACTANT_OK, act_output_finish(&out, NULL));
  assert_string_equal("0.93 -12 0.051 \"a\\\"b\\\\\\n\\u0001é\"", text);
}

/* Whatever stands before and behind it: bytes are looked at eight at a time. */
static void json_escapes_a_byte_at_any_place(void **state)
{
  (void)state;
  static const char *const cases[][2] = {
    { "\"", "\\\"" },      { "\\", "\\\\" },
    { "\x7F", "\\u007f" }, { "\x1F", "\\u001f" },
    { "\n", "\\n" },       { "\xC2\x80", "\xC2\x80" },
    { " ", " " },          { "\xC3\xBF", "\xC3\xBF" },
    { "~!#[]", "~!#[]" },
  };
  static const char filler[] = "\x20\x21~\xC2\xA0z";
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    for (size_t before = 0; before < 12; before++) {
      char text[256] = "", from[64] = "", expected[128] = "\"";
      act_output out;
      for (size_t k = 0; k < before; k++)
        strcat(from, k % 3 == 2 ? filler : "x");
      strcat(expected, from);
      strcat(strcat(from, cases[i][0]), "twelve bytes");
      strcat(strcat(expected, cases[i][1]), "twelve bytes\"");
      act_output_init(&out, &(actant_sink){ into_buffer, text });
      act_put_json(&out, from, strlen(from));
      assert_int_equal(ACTANT_OK, act_output_finish(&out, NULL));
      assert_string_equal(expected, text);
    }
  }
}

static void a_full_sink_is_an_error_at_the_end(void **state)
{
  (void)state;
  actant_error err;
  act_output out;
  act_output_init(&out, &(actant_sink){ nowhere, NULL });
  act_puts(&out, "text");
  assert_int_equal(ACTANT_IO, act_output_finish(&out, &err));
}

static void messages_are_one_line_of_utf8_whatever_they_quote(void **state)
{
  (void)state;
  actant_error err;
  assert_int_equal(ACTANT_FORMAT,
                   act_fail(&err, ACTANT_FORMAT, "base", "'%.4s' is odd", "a\nb\x7F"));
  assert_string_equal("'a?b?' is odd", err.message);
  act_fail(&err, ACTANT_FORMAT, "base", "'%.3s' is cut", "aé€"); /* within the last letter */
  assert_string_equal("'aé' is cut", err.message);
  act_fail(&err, ACTANT_FORMAT, "base", "'%.5s' is cut", "aé€");
  assert_string_equal("'aé\?\?' is cut", err.message);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(days_and_dates_are_inverse),
    cmocka_unit_test(weekdays_are_those_of_the_calendar),
    cmocka_unit_test(months_are_added_within_the_calendar),
    cmocka_unit_test(only_dates_that_exist_are_read),
    cmocka_unit_test(bad_utf8_is_found_at_its_first_byte),
    cmocka_unit_test(code_points_go_both_ways),
    cmocka_unit_test(keywords_are_compared_but_for_ascii_case),
    cmocka_unit_test(equal_strings_share_an_id),
    cmocka_unit_test(a_map_keeps_the_last_value),
    cmocka_unit_test(numbers_and_json_are_written_plainly),
    cmocka_unit_test(json_escapes_a_byte_at_any_place),
    cmocka_unit_test(a_full_sink_is_an_error_at_the_end),
    cmocka_unit_test(messages_are_one_line_of_utf8_whatever_they_quote),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
