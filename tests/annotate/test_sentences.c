/* SPDX-License-Identifier: MIT */
/* What the splitter promises: never behind a title or an initial, quotes and brackets go with their
 * sentence, no sentence without end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/annotate_text.h"
#include "lexicon/lexicon.h"

#include <stdlib.h>
#include <string.h>

/* Count the sentences of a text, and write their beginnings' offsets. */
static size_t split(const char *text, const act_table *table, uint32_t begins[16])
{
  annotated a;
  assert_int_equal(ACTANT_OK, annotate_text(&a, text, strlen(text), table, true));
  size_t count = a.annotation.sentences.count;
  for (size_t i = 0; i < count && i < 16; i++)
    begins[i] = a.annotation.tokens.data[a.annotation.sentences.data[i].first].begin;
  annotated_free(&a);
  return count;
}

/* Check that the text, without its bars, is cut where it has bars. */
static void check(const char *barred, const act_table *table)
{
  char text[1024];
  uint32_t bars[16] = { 0 }, begins[16] = { 0 };
  size_t n = 0, count = 1;
  for (const char *at = barred; *at; at++) {
    if (*at == '|')
      bars[count++] = (uint32_t)n;
    else
      text[n++] = *at;
  }
  text[n] = '\0';
  if (split(text, table, begins) != count || memcmp(bars, begins, count * sizeof *bars) != 0) {
    annotated a;
    char words[2048];
    assert_int_equal(ACTANT_OK, annotate_text(&a, text, n, table, true));
    write_words(&a, words, sizeof words);
    annotated_free(&a);
    assert_string_equal(barred, words);
  }
}

/* What holds with the model and without it. */
static const char *const always[] = {
  "Mr. Roe met Dr. Moe. |They talked.",
  "Gen. Ana Petrosz and Lt. Col. J. K. Osborne came on Jan. 5. |It rained.",
  "He was born in St. Albury in Sept. 1950. |His mother left.",
  "See Fig. 3 and No. 4 of Vol. 2 for more.",
  "She lives in the U.S. and works for Roe Inc. in Varnik.",
  "He moved to the U.S. |He liked it.",
  "It was at 10 a.m. Tuesday that they met.",
  "The minister did not answer.|The council did.",
  "He said: \"It is over.\" |She left.",
  "“It is over.” |She left.",
  "\"Is it over?\" she asked.",
  "(He died in 1990.) |The end came.",
  "The price rose 3.5 percent to $4.20. |Shares fell.",
  "The case of Roe v. Moe was closed.",
  "He fought in World War I. |Guests came.",
  "Many came, e.g. The Roes.",
  "The war began in 1999.|The army moved north.",
  "What is next?|“We wait,” he said.",
  "Ten of them died.[3][14][5] |A physician counted more.[2] |So did others.",
};

static void titles_and_initials_end_no_sentence(void **state)
{
  for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
    check(always[i], NULL);
    check(always[i], *state);
  }
}

/* What takes the model. */
static void the_model_knows_the_rest(void **state)
{
  static const char *const texts[] = {
    "“We don't know who is next...” |The minister's aides left.",
    "Wait... maybe not.",
    "U.S. President Jane Roe met the U.N. Security Council.",
    "The talks ended at 5 p.m. on Friday. |No one spoke.",
    "“Why?” she asked. |“Because.”",
    "J. K. Roe, Ph.D., of Roe & Co. Ltd. said so.",
    "Prices fell! |Who knew?",
    "He works for Roe Inc. |The company is small.",
  };
  if (!*state)
    skip();
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    check(texts[i], *state);
}

static void long_sentences_are_cut(void **state)
{
  enum { WORDS = 5000 };
  char *text = malloc(WORDS * 7 + 1);
  assert_non_null(text);
  size_t n = 0;
  for (size_t i = 0; i < WORDS; i++) {
    memcpy(text + n, i % 30 == 29 ? "word, " : "don't ", 6);
    n += 6;
  }
  annotated a;
  assert_int_equal(ACTANT_OK, annotate_text(&a, text, n, *state, true));
  const act_annotation *s = &a.annotation;
  uint32_t at = 0;
  for (size_t i = 0; i < s->sentences.count; i++) {
    assert_int_equal(at, s->sentences.data[i].first);
    at = s->sentences.data[i].end;
    assert_true(at - s->sentences.data[i].first <= ACT_SENTENCE_MAX);
    assert_true(at == s->tokens.count ||
                s->tokens.data[at].begin > s->tokens.data[at - 1].end); /* no range is cut */
  }
  assert_int_equal(s->tokens.count, at);
  annotated_free(&a);
  free(text);
}

static act_weights *weights;

static int open_model(void **state)
{
  act_embedded model;
  *state = NULL;
  if (act_embedded_find("english.model", &model) &&
      act_weights_open(model.data, model.size, true, &weights, NULL) == ACTANT_OK)
    memcpy(
      state, &(const act_table *){ act_weights_table(weights, ACT_BOUNDARY_TABLE) }, sizeof *state);
  return 0;
}

static int close_model(void **state)
{
  (void)state;
  act_weights_free(weights);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(titles_and_initials_end_no_sentence),
    cmocka_unit_test(the_model_knows_the_rest),
    cmocka_unit_test(long_sentences_are_cut),
  };
  return cmocka_run_group_tests(tests, open_model, close_model);
}
