/* SPDX-License-Identifier: MIT */
/* What the tokenizer promises: the conventions of the English UD treebanks, every byte in one word,
 * linear time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/annotate_text.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct pair {
  const char *text, *words;
} pair;

static void check(const pair *pairs, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    annotated a;
    char words[1024];
    assert_int_equal(ACTANT_OK,
                     annotate_text(&a, pairs[i].text, strlen(pairs[i].text), NULL, false));
    write_words(&a, words, sizeof words);
    assert_string_equal(pairs[i].words, words);
    annotated_free(&a);
  }
}

#define CHECK(...)                                                                                 \
  do {                                                                                             \
    static const pair pairs[] = { __VA_ARGS__ };                                                   \
    check(pairs, sizeof pairs / sizeof *pairs);                                                    \
  } while (0)

static void marks_are_words(void **state)
{
  (void)state;
  CHECK({ "Stop, he said; (now).", "Stop , he said ; ( now ) ." },
        { "\"Wait\"", "\" Wait \"" },
        { "“Wait,”", "“ Wait , ”" },
        { "well...", "well ..." },
        { "Really?!", "Really ?!" },
        { "a -- b", "a -- b" },
        { "north—south", "north — south" },
        { "and/or", "and / or" },
        { "[3]", "[ 3 ]" },
        { "[...]", "[...]" },
        { "¿Qué?", "¿ Qué ?" },
        { "5%", "5 %" });
}

static void contractions_are_ranges(void **state)
{
  (void)state;
  CHECK({ "don't", "{do n't}" },
        { "Don’t", "{Do n’t}" },
        { "can't", "{ca n't}" },
        { "cannot", "{can not}" },
        { "I'd've", "{I 'd 've}" },
        { "Mary's", "{Mary 's}" },
        { "the miners' hall", "the {miners '} hall" },
        { "gonna", "{gon na}" },
        { "dunno", "{du n no}" },
        { "O'Neill", "O'Neill" },
        { "o'clock", "o'clock" },
        { "L'Aquila", "L'Aquila" },
        { "rock'n'roll", "rock'n'roll" },
        { "the 1990's", "the 1990's" },
        { "2003's", "{2003 's}" },
        { "U.S.'s", "{U.S. 's}" },
        { "WON'T", "{WO N'T}" },
        { "COVID-19's", "COVID - {19 's}" },
        { "y'all'd've", "{y'all 'd 've}" },
        { "OK'd", "OK'd" },
        { "its a ship", "{it s} a ship" },
        { "its in-house crew", "its in - house crew" },
        { "its hull", "its hull" });
}

static void single_quotes_are_no_apostrophes(void **state)
{
  (void)state;
  CHECK({ "'No,' he said.", "' No , ' he said ." },
        { "the so-called 'fields' here", "the so - called ' fields ' here" },
        { "‘It’s over’", "‘ {It ’s} over ’" },
        { "the '90s", "the '90s" },
        { "get 'em", "get 'em" },
        { "rock 'n' roll", "rock 'n' roll" },
        { "5'10\"", "5 ' 10 \"" },
        { "“Here’s ‘it’,”", "“ {Here ’s} ‘ it ’ , ”" });
}

static void hyphens_split_but_not_prefixes(void **state)
{
  (void)state;
  CHECK({ "re-elected", "re-elected" },
        { "U.S.-led", "U.S. - led" },
        { "35-year-old", "35 - year - old" },
        { "pre-war", "pre-war" },
        { "North-West", "North - West" },
        { "e-mail", "e-mail" },
        { "555-0147", "555-0147" },
        { "2021-04-12", "2021-04-12" },
        { "3-2", "3 - 2" },
        { "1939-1945", "1939 - 1945" },
        { "non-EU", "non-EU" },
        { "pre- and post-war", "pre- and post-war" },
        { "al-Masri", "al - Masri" },
        { "anti-U.S. talks", "anti-U.S. talks" },
        { "mid-Sept. talks", "mid-Sept. talks" });
}

static void numbers_keep_their_marks(void **state)
{
  (void)state;
  CHECK({ "$3.5bn", "$ 3.5 bn" },
        { "US$4", "US$ 4" },
        { "€1,200.50", "€ 1,200.50" },
        { "10km", "10 km" },
        { "5pm", "5 pm" },
        { "21st", "21st" },
        { "10:30am", "10:30 am" },
        { "11/28/2000", "11/28/2000" },
        { "9/11", "9/11" },
        { "the 1960s", "the 1960s" },
        { ".5", ".5" },
        { "[13,14]", "[ 13 , 14 ]" },
        { "1,00,000", "1,00,000" },
        { "3.14.", "3.14 ." },
        { "+44", "+44" });
}

static void abbreviations_keep_their_full_stop(void **state)
{
  (void)state;
  CHECK({ "Mr. Roe", "Mr. Roe" },
        { "J. K. Roe", "J. K. Roe" },
        { "J.K. Roe", "J.K. Roe" },
        { "at 5 p.m. on", "at 5 p.m. on" },
        { "Roe Inc. said", "Roe Inc. said" },
        { "a dog. It", "a dog . It" },
        { "U.S.", "U.S." },
        { "No. 5", "No. 5" },
        { "He said no. It", "He said no . It" },
        { "etc. and so", "etc. and so" },
        { "and so on, etc.", "and so on , etc ." },
        { "Ph.D. thesis", "Ph.D. thesis" },
        { "J.Smith", "J. Smith" },
        { "process.The", "process . The" },
        { "It is I. The", "It is I . The" },
        { "12:30p.m.", "12:30 p.m." },
        { "Jan.1", "Jan. 1" },
        { "Mr.Smith", "Mr. Smith" },
        { "Ph.D.s", "Ph.D.s" },
        { "Roe Inc..", "Roe Inc. ." },
        { "Group B. The", "Group B . The" });
}

static void addresses_stay_whole(void **state)
{
  (void)state;
  CHECK({ "see http://example.org/a?b=c, and", "see http://example.org/a?b=c , and" },
        { "(www.example.com)", "( www.example.com )" },
        { "jane.roe@example.org.", "jane.roe@example.org ." },
        { "@jane_roe", "@jane_roe" },
        { "#news", "#news" },
        { "example.co.uk", "example.co.uk" },
        { "http://example.org/x_(y)", "http://example.org/x_(y)" },
        { "AT&T", "AT&T" },
        { "node.js", "node.js" },
        { "v2.0.1", "v2.0.1" },
        { "at Yahoo! in", "at Yahoo! in" },
        { "at Yahoo! The", "at Yahoo ! The" },
        { "C++ and C#;", "C++ and C# ;" });
}

static void faces_and_emoji_are_one_word(void **state)
{
  (void)state;
  CHECK({ "fine :)", "fine :)" },
        { "fine ;-)", "fine ;-)" },
        { "👩‍👩‍👧 ok", "👩‍👩‍👧 ok" },
        { "👍🏽!", "👍🏽 !" },
        { "🇦🇺🇳🇿", "🇦🇺 🇳🇿" },
        { "a:b", "a : b" });
}

/* The words lie in the text in order, and what lies between them is white space. */
static void assert_covered(const annotated *a)
{
  size_t at = 0;
  const act_annotation *n = &a->annotation;
  for (size_t i = 0; i <= n->tokens.count; i++) {
    size_t begin = i < n->tokens.count ? n->tokens.data[i].begin : a->document.size;
    assert_true(at <= begin);
    while (at < begin)
      assert_true(act_is_space(act_utf8_next(a->document.text, a->document.size, &at)));
    if (i < n->tokens.count) {
      assert_true(n->tokens.data[i].begin < n->tokens.data[i].end);
      at = n->tokens.data[i].end;
      while (begin < at)
        assert_false(act_is_space(act_utf8_next(a->document.text, at, &begin)));
    }
  }
}

/* What texts are thrown together from. */
static const char *const pieces[] = {
  "a",
  "B",
  "s",
  "t",
  "n",
  "x",
  "ing",
  "The",
  "U.S",
  "Mr",
  "http://",
  "www.",
  "@",
  "#",
  "'",
  "’",
  "‘",
  "`",
  "\"",
  "“",
  "”",
  "''",
  ".",
  ",",
  "...",
  "…",
  "-",
  "--",
  "—",
  "/",
  "(",
  ")",
  "[",
  "]",
  "1",
  "23",
  "456",
  "$",
  "%",
  "&",
  ":",
  ";",
  ")",
  "!",
  "?",
  "*",
  "_",
  "=",
  " ",
  " ",
  " ",
  "\n",
  "\t",
  "\xC2\xA0",
  "\xE2\x80\xA8",
  "\xE2\x80\x8B",
  "\xE2\x80\x8D",
  "\xEF\xBB\xBF",
  "\xC2\xAD",
  "\x01",
  "\x7F",
  "\xC2\x85",
  "\xC2\x92",
  "é",
  "e\xCC\x81",
  "ß",
  "中文",
  "السلام",
  "\xE2\x80\x8F",
  "👩",
  "👍",
  "🏽",
  "🇦",
  "\xEF\xB8\x8F",
  "😀",
  "\xF4\x8F\xBF\xBF",
  "½",
  "²",
  "n't",
  "n’t",
  ".com",
  ":-",
  "don",
  "d'",
};

static void no_byte_is_lost(void **state)
{
  (void)state;
  uint32_t seed = 1;
  for (int round = 0; round < 20000; round++) {
    char text[256] = "";
    size_t n = 0;
    for (int i = 0; i < 14; i++) {
      seed = seed * 1664525 + 1013904223;
      const char *piece = pieces[(seed >> 8) % (sizeof pieces / sizeof *pieces)];
      memcpy(text + n, piece, strlen(piece) + 1);
      n += strlen(piece);
    }
    annotated a;
    assert_int_equal(ACTANT_OK, annotate_text(&a, text, n, NULL, true));
    assert_covered(&a);
    annotated_free(&a);
  }
}

static double seconds_for(const char *piece, size_t size)
{
  size_t n = strlen(piece);
  char *text = malloc(size);
  assert_non_null(text);
  for (size_t i = 0; i < size; i++)
    text[i] = piece[i % n];
  clock_t begin = clock();
  annotated a;
  assert_int_equal(ACTANT_OK, annotate_text(&a, text, size, NULL, true));
  double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
  annotated_free(&a);
  free(text);
  return seconds;
}

static void time_is_linear_in_one_line(void **state)
{
  (void)state;
  static const char *const repeats[] = { "a",    ".",       "a.",   "ab.", "'",   "x'", "-",   "a-",
                                         "1-",   "1/",      "1,",   "@",   "a@",  "#",  "a#",  "(",
                                         "\"",   "http://", "a_",   ":)",  "U.S", "&a", " A.", "*a",
                                         "\x01", "1.",      "www.", "a/",  "Mr." };
  for (size_t i = 0; i < sizeof repeats / sizeof *repeats; i++)
    assert_true(seconds_for(repeats[i], 400000) < 2.0); /* quadratic time would be minutes */
}

static void lower_forms_are_plain(void **state)
{
  (void)state;
  act_strings strings = { 0 };
  assert_string_equal(
    "don't", act_strings_get(&strings, act_intern_lower(&strings, "DON’T", strlen("DON’T"))));
  assert_string_equal("ab",
                      act_strings_get(&strings,
                                      act_intern_lower(&strings,
                                                       "A\xE2\x80\x8B"
                                                       "b",
                                                       5)));
  assert_string_equal("\xE2\x80\x8B",
                      act_strings_get(&strings, act_intern_lower(&strings, "\xE2\x80\x8B", 3)));
  act_strings_free(&strings);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(marks_are_words),
    cmocka_unit_test(contractions_are_ranges),
    cmocka_unit_test(single_quotes_are_no_apostrophes),
    cmocka_unit_test(hyphens_split_but_not_prefixes),
    cmocka_unit_test(numbers_keep_their_marks),
    cmocka_unit_test(abbreviations_keep_their_full_stop),
    cmocka_unit_test(addresses_stay_whole),
    cmocka_unit_test(faces_and_emoji_are_one_word),
    cmocka_unit_test(no_byte_is_lost),
    cmocka_unit_test(time_is_linear_in_one_line),
    cmocka_unit_test(lower_forms_are_plain),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
