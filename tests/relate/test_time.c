/* SPDX-License-Identifier: MIT */
/* What expressions of time promise: the dates that English words mean, seen from a document's date.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "relate/time_phrase.h"

#include <stdio.h>
#include <string.h>

/* Documents for the tests: words between spaces, each with its XPOS behind '_' where it matters;
 * "|" ends a paragraph. */
typedef struct sample {
  actant_document document;
  act_annotation annotation;
  char text[1024];
} sample;

static uint8_t upos_of(const char *xpos)
{
  if (!strncmp(xpos, "NNP", 3))
    return ACT_UPOS_PROPN;
  return *xpos == 'V'          ? ACT_UPOS_VERB
         : *xpos == 'N'        ? ACT_UPOS_NOUN
         : *xpos == 'J'        ? ACT_UPOS_ADJ
         : !strcmp(xpos, "MD") ? ACT_UPOS_AUX
         : !strcmp(xpos, "IN") ? ACT_UPOS_ADP
         : !strcmp(xpos, "CD") ? ACT_UPOS_NUM
                               : ACT_UPOS_NONE;
}

static const char *guess_xpos(const char *word)
{
  return strchr(".,()–—-:", *word)      ? "."
         : *word >= 'A' && *word <= 'Z' ? "NNP"
         : *word >= '0' && *word <= '9' ? "CD"
                                        : "IN";
}

static void add_token(sample *s, const char *word, size_t size, const char *xpos)
{
  char lower[256];
  act_token t = { .begin = s->document.size, .head = ACT_ROOT };
  memcpy(s->text + t.begin, word, size);
  s->document.size += (uint32_t)size + 1;
  s->text[s->document.size - 1] = ' ';
  t.end = t.begin + (uint32_t)size;
  size_t n = act_utf8_lower(word, size, lower, sizeof lower);
  t.lower = t.lemma = act_strings_add(&s->annotation.strings, lower, n);
  t.xpos = act_xpos_find(xpos);
  t.upos = *xpos == '.' ? (uint8_t)ACT_UPOS_PUNCT : upos_of(xpos);
  assert_true(act_array_push(&s->annotation.tokens, t));
}

static void end_sentence(sample *s, uint32_t first, uint32_t block)
{
  uint32_t end = (uint32_t)s->annotation.tokens.count;
  assert_true(
    act_array_push(&s->document.blocks, (act_block){ 0, s->document.size, ACT_BLOCK_BODY }));
  assert_true(act_array_push(&s->annotation.sentences, (act_sentence){ first, end, block, false }));
}

static void make_sample(sample *s, const char *words)
{
  memset(s, 0, sizeof *s);
  s->document.text = s->text;
  s->annotation.document = &s->document;
  act_strings_add(&s->annotation.strings, "", 0);
  uint32_t first = 0, block = 0;
  for (const char *from = words; *from;) {
    size_t size = strcspn(from, " "), word = strcspn(from, " _");
    if (*from == '|') {
      end_sentence(s, first, block++);
      first = (uint32_t)s->annotation.tokens.count;
    } else {
      char form[64], xpos[16];
      snprintf(form, sizeof form, "%.*s", (int)word, from);
      snprintf(xpos,
               sizeof xpos,
               "%.*s",
               (int)(size - word ? size - word - 1 : 0),
               from + word + (size > word));
      add_token(s, form, word, *xpos ? xpos : guess_xpos(form));
    }
    from += size + (from[size] == ' ');
  }
  end_sentence(s, first, block);
}

static void free_sample(sample *s)
{
  act_array_free(&s->annotation.tokens);
  act_array_free(&s->annotation.sentences);
  act_array_free(&s->document.blocks);
  act_strings_free(&s->annotation.strings);
}

static act_date read_date(const char *text)
{
  act_date date = { 0 };
  if (*text)
    assert_true(act_date_read(text, strlen(text), &date));
  return date;
}

/* "point 2022-03-31; range 2020 2021" */
static void describe(const act_times *times, char *out, size_t room)
{
  static const char *const kinds[] = {
    "point", "range", "since", "after", "by", "until", "duration"
  };
  size_t n = 0;
  *out = '\0';
  for (size_t i = 0; i < times->items.count; i++) {
    const act_time *t = &times->items.data[i];
    char from[ACT_DATE_MAX], to[ACT_DATE_MAX];
    act_date_write(t->date, from);
    act_date_write(t->date_end, to);
    n += (size_t)snprintf(out + n,
                          room - n,
                          "%s%s%s%s%s%s",
                          i ? "; " : "",
                          kinds[t->kind],
                          *from ? " " : "",
                          from,
                          *to ? " " : "",
                          to);
  }
}

typedef struct row {
  const char *document_date, *words, *expected;
} row;

static void check_row(const row *r)
{
  sample s;
  act_times times = { 0 };
  char found[512];
  make_sample(&s, r->words);
  assert_int_equal(ACTANT_OK,
                   act_times_find(&s.annotation, read_date(r->document_date), &times, NULL));
  describe(&times, found, sizeof found);
  if (strcmp(found, r->expected) != 0)
    fail_msg("%s (%s): found '%s', expected '%s'", r->words, r->document_date, found, r->expected);
  act_times_free(&times);
  free_sample(&s);
}

#define CHECK_ROWS(rows)                                                                           \
  for (size_t i_ = 0; i_ < sizeof(rows) / sizeof *(rows); i_++)                                    \
  check_row(&(rows)[i_])

/* 2022-03-31 was a Thursday. */

static void full_dates_are_read_in_all_orders(void **state)
{
  (void)state;
  static const row rows[] = {
    { "", "on Jan. 11 , 2021 .", "point 2021-01-11" },
    { "", "on January 11th , 2021", "point 2021-01-11" },
    { "", "on 11 January 2021", "point 2021-01-11" },
    { "", "on the 11th of January , 2021", "point 2021-01-11" },
    { "", "2021-01-11 was_VBD cold", "point 2021-01-11" },
    { "", "2021 - 01 - 11", "point 2021-01-11" },
    { "", "on Thursday , March 31 , 2022 ,", "point 2022-03-31" },
    { "", "Thursday 31 March 2022", "point 2022-03-31" },
    { "",
      "on 31/03/2022 and 03/31/2022 and 02/03/2022",
      "point 2022-03-31; point 2022-03-31; point 2022" },
    { "", "the 9/11 attacks", "point 2001-09-11" },
    { "", "the Sept. 11 attacks", "point 2001-09-11" },
    { "", "on the first of May 2020", "point 2020-05-01" },
    { "", "Sept. 30 , 1938", "point 1938-09-30" },
    { "", "on February 30 , 2021", "" },
  };
  CHECK_ROWS(rows);
}

static void partial_dates_keep_their_precision(void **state)
{
  (void)state;
  static const row rows[] = {
    { "", "in March 2022", "point 2022-03" },
    { "", "in May , 2011 ,", "point 2011-05" },
    { "", "in 2020", "point 2020" },
    { "", "in early 2020", "point 2020" },
    { "", "in mid-2021", "point 2021" },
    { "", "late March 2022", "point 2022-03" },
    { "", "at the end of 2019", "point 2019" },
    { "", "the 1990s", "range 1990 1999" },
    { "", "the early 2000s", "range 2000 2009" },
    { "", "in March in 1981", "point 1981-03" },
    { "", "in June and July of 1973", "point 1973-06; point 1973-07" },
    { "", "in the 19th century", "range 1801 1900" },
    { "", "the nineteenth century", "range 1801 1900" },
    { "", "the third quarter of 2021", "range 2021-07 2021-09" },
    { "", "in Q1 2021", "range 2021-01 2021-03" },
    { "", "the first half of 2020", "range 2020-01 2020-06" },
    { "", "in the summer of 2019", "point 2019" },
    { "", "spring 2020", "point 2020" },
    { "", "the 2018 revolution_NN", "point 2018" },
    { "", "( 2015 )", "point 2015" },
  };
  CHECK_ROWS(rows);
}

static void what_only_looks_like_time_is_left(void **state)
{
  (void)state;
  static const row rows[] = {
    { "2022-03-31", "he may_MD resign_VB", "" },
    { "2022-03-31", "they march_VBP on", "" },
    { "2022-03-31", "with May_NNP and June_NNP", "" },
    { "2022-03-31", "the May_NNP deal_NN", "" },
    { "2022-03-31", "2000 troops_NNS", "" },
    { "2022-03-31", "of 2000 troops_NNS", "" },
    { "2022-03-31", "by 1500 soldiers_NNS", "" },
    { "2022-03-31", "2,000 people_NNS", "" },
    { "2022-03-31", "won_VBD 5 - 4", "" },
    { "2022-03-31", "a 45 -year-old man", "" },
    { "2022-03-31", "in his 30s", "" },
    { "2022-03-31", "on Black Friday", "" },
    { "2022-03-31", "at 1830 GMT", "" },
    { "2022-03-31", "meets_VBZ on a Monday", "" },
    { "2022-03-31", "saw_VBD Friday the 13th", "" },
    { "2022-03-31", "in 300 BC", "" },
  };
  CHECK_ROWS(rows);
}

static void what_is_near_follows_the_tense(void **state)
{
  (void)state;
  static const row rows[] = {
    { "2022-03-31", "In August Reyes_NNP met_VBD them", "point 2021-08" },
    { "2022-03-31", "they met_VBD on Tuesday", "point 2022-03-29" },
    { "2022-03-31", "they will_MD meet_VB on Tuesday", "point 2022-04-05" },
    { "2022-03-31", "they met_VBD Thursday", "point 2022-03-31" },
    { "2022-03-31", "they will_MD meet_VB on Wednesday morning", "point 2022-04-06" },
    { "2022-03-31", "they met_VBD on June 17", "point 2021-06-17" },
    { "2022-03-31", "they will_MD meet_VB on June 17", "point 2022-06-17" },
    { "2022-03-31", "on 6 April", "point 2022-04-06" },
    { "2022-01-05", "on Dec. 30", "point 2021-12-30" },
    { "2022-03-31", "was_VBD born_VBN in November", "point 2021-11" },
    { "2022-03-31", "will_MD begin_VB in May", "point 2022-05" },
    { "2022-03-31", "visited_VBD last Monday", "point 2022-03-28" },
    { "2022-03-31", "will_MD visit_VB next Monday", "point 2022-04-04" },
    { "2022-03-31", "met_VBD last Thursday", "point 2022-03-24" },
    { "2022-03-31", "came_VBD last March", "point 2021-03" },
    { "2022-03-31", "comes_VBZ next March", "point 2023-03" },
    { "2022-03-31", "last summer", "point 2021" },
    { "2022-03-31", "will_MD come_VB on Tuesday of next week", "point 2022-04-05" },
    { "2022-03-31", "came_VBD Tuesday last week", "point 2022-03-22" },
  };
  CHECK_ROWS(rows);
}

static void days_and_units_count_from_the_document(void **state)
{
  (void)state;
  static const row rows[] = {
    { "2022-03-31",
      "today and yesterday and tomorrow",
      "point 2022-03-31; point 2022-03-30; point 2022-04-01" },
    { "2022-03-31",
      "this morning , last night and tonight",
      "point 2022-03-31; point 2022-03-30; point 2022-03-31" },
    { "2022-03-31", "the day before yesterday", "point 2022-03-29" },
    { "2022-03-31",
      "last year , this month and next month",
      "point 2021; point 2022-03; point 2022-04" },
    { "2022-03-31", "later this year", "point 2022" },
    { "2022-03-31", "in June of last year", "point 2021-06" },
    { "2022-03-31", "on May 16 this year", "point 2022-05-16" },
    { "2022-03-31", "the first quarter of last year", "range 2021-01 2021-03" },
    { "2022-03-31", "served_VBD for the next five years", "" },
    { "2022-03-31", "took_VBD place this weekend", "range 2022-03-26 2022-03-27" },
    { "2022-03-31", "it will_MD open_VB this weekend", "range 2022-04-02 2022-04-03" },
    { "2022-03-31", "next week", "point 2022-04" },
    { "2022-03-31", "last week", "point 2022-03" },
    { "2022-03-31", "this week", "point 2022-03" },
    { "2022-12-30", "this week", "point 2022-12" },
    { "2024-11-04", "last week", "point 2024-10" },
    { "2022-03-31", "two days ago", "point 2022-03-29" },
    { "2022-03-31", "three months ago", "point 2021-12" },
    { "2022-03-31", "more than ten years ago", "point 2012" },
    { "2022-03-31", "a year ago", "point 2021" },
    { "2022-03-31", "a few days ago", "point 2022-03" },
    { "2022-03-31", "two weeks ago", "point 2022-03" },
    { "2022-03-31", "ten days from now", "point 2022-04-10" },
    { "2022-03-31", "by the end of the year", "by 2022" },
    { "2022-03-31", "at the end of next month", "point 2022-04" },
    { "2022-03-31", "over the past two years", "duration 2020 2022-03-31" },
    { "2022-03-31",
      "over the past 4000 decades , 4999 years ago and 4999 months ago",
      "point 1605-08" },
    { "2022-03-31", "last weekend", "range 2022-03-26 2022-03-27" },
    { "", "yesterday and last week and on Thursday and two days ago", "" },
  };
  CHECK_ROWS(rows);
}

static void prepositions_give_the_kind(void **state)
{
  (void)state;
  static const row rows[] = {
    { "", "since 2015", "since 2015" },
    { "", "until 2018", "until 2018" },
    { "", "before March 2019", "by 2019-03" },
    { "", "after 2010", "after 2010" },
    { "", "from 2015 to 2019", "range 2015 2019" },
    { "", "between 2010 and 2015", "range 2010 2015" },
    { "", "( 2015–2019 )", "range 2015 2019" },
    { "", "in 2015-16", "range 2015 2016" },
    { "", "from March 30 to April 2 , 2022", "range 2022-03-30 2022-04-02" },
    { "", "March 3–5 , 2022", "range 2022-03-03 2022-03-05" },
    { "", "3 to 5 March 2022", "range 2022-03-03 2022-03-05" },
    { "", "between March and May 2020", "range 2020-03 2020-05" },
    { "", "for three years", "duration" },
    { "2022-03-31", "since Tuesday", "since 2022-03-29" },
    { "2022-03-31", "will_MD last_VB from Friday to Monday", "range 2022-04-01 2022-04-04" },
  };
  CHECK_ROWS(rows);
}

static void what_was_said_before_is_an_anchor(void **state)
{
  (void)state;
  static const row rows[] = {
    { "", "on 3 May 2010 . The next day he left_VBD", "point 2010-05-03; point 2010-05-04" },
    { "", "on 3 May 2010 . The same day he left_VBD", "point 2010-05-03; point 2010-05-03" },
    { "", "in May 2010 . The following month he left_VBD", "point 2010-05; point 2010-06" },
    { "",
      "in 2010 . That year he left_VBD . Two years later he died_VBD",
      "point 2010; point 2010; point 2012" },
    { "",
      "In 2008 he ruled_VBD . | On August 7 war_NN broke_VBD out",
      "point 2008; point 2008-08-07" },
    { "2022-03-31",
      "In 2008 he ruled_VBD and on August 7 war_NN broke_VBD out",
      "point 2008; point 2008-08-07" },
    { "2022-03-31",
      "founded_VBN in 2008 . | In January they fined_VBD it",
      "point 2008; point 2022-01" },
    { "2022-03-31",
      "founded_VBN in 2008 and to be sold_VBN , they will_MD meet_VB in June",
      "point 2008; point 2022-06" },
    { "2022-03-31", "the same day", "" },
  };
  CHECK_ROWS(rows);
}

static void set_head(sample *s, uint32_t token, uint32_t head, uint8_t deprel)
{
  s->annotation.tokens.data[token].head = head;
  s->annotation.tokens.data[token].deprel = deprel;
}

/* "They agreed to meet on Friday": the infinitive looks ahead though the verb is past. */
static void an_infinitive_looks_ahead(void **state)
{
  (void)state;
  sample s;
  act_times times = { 0 };
  make_sample(&s, "They agreed_VBD to_TO meet_VB on Friday");
  s.annotation.sentences.data[0].parsed = true;
  set_head(&s, 0, 1, ACT_DEP_NSUBJ);
  set_head(&s, 1, ACT_ROOT, ACT_DEP_ROOT);
  set_head(&s, 2, 3, ACT_DEP_MARK);
  set_head(&s, 3, 1, ACT_DEP_XCOMP);
  set_head(&s, 4, 5, ACT_DEP_CASE);
  set_head(&s, 5, 3, ACT_DEP_OBL);
  assert_int_equal(ACTANT_OK, act_times_find(&s.annotation, read_date("2022-03-31"), &times, NULL));
  assert_int_equal(1, times.items.count);
  assert_int_equal(1, times.items.data[0].date.day);
  assert_int_equal(4, times.items.data[0].date.month);
  assert_int_equal(5, times.items.data[0].head);
  assert_int_equal(4, times.items.data[0].preposition);
  assert_true(times.items.data[0].relative);
  act_times_free(&times);
  free_sample(&s);
}

/* "Y that was founded in 1999 won on May 3": the year of the aside is not that of the month. */
static void a_year_in_an_aside_is_no_other_clauses(void **state)
{
  (void)state;
  sample s;
  act_times times = { 0 };
  make_sample(&s, "Rovers that began_VBD in 1999 won_VBD on May 3");
  s.annotation.sentences.data[0].parsed = true;
  set_head(&s, 0, 5, ACT_DEP_NSUBJ);
  set_head(&s, 1, 2, ACT_DEP_NSUBJ);
  set_head(&s, 2, 0, ACT_DEP_ACL_RELCL);
  set_head(&s, 3, 4, ACT_DEP_CASE);
  set_head(&s, 4, 2, ACT_DEP_OBL);
  set_head(&s, 5, ACT_ROOT, ACT_DEP_ROOT);
  set_head(&s, 6, 7, ACT_DEP_CASE);
  set_head(&s, 7, 5, ACT_DEP_OBL);
  set_head(&s, 8, 7, ACT_DEP_NUMMOD);
  assert_int_equal(ACTANT_OK, act_times_find(&s.annotation, read_date("2022-06-30"), &times, NULL));
  assert_int_equal(2, times.items.count);
  assert_int_equal(1999, times.items.data[0].date.year);
  assert_int_equal(2022, times.items.data[1].date.year);
  act_times_free(&times);
  free_sample(&s);
}

static void expressions_are_found_by_sentence(void **state)
{
  (void)state;
  sample s;
  act_times times = { 0 };
  make_sample(&s, "in 2010 | nothing here | in 2012 and in 2013");
  assert_int_equal(ACTANT_OK, act_times_find(&s.annotation, (act_date){ 0 }, &times, NULL));
  assert_int_equal(0, act_times_first(&times, 0));
  assert_int_equal(1, act_times_first(&times, 1));
  assert_int_equal(1, act_times_first(&times, 2));
  assert_int_equal(3, act_times_first(&times, 3));
  act_times_free(&times);
  free_sample(&s);
}

static void words_are_found_in_their_sorted_table(void **state)
{
  (void)state;
  static const char *const words[] = { "'til", "a",     "january", "yesterday", "years",
                                       "mar.", "thurs", "weekend", "of",        "," };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    assert_int_not_equal(ACT_TW_NONE, act_time_classify(words[i], strlen(words[i])).class);
  assert_int_equal(ACT_TW_NONE, act_time_classify("januar", 6).class);
  assert_int_equal(ACT_TW_NONE, act_time_classify("", 0).class);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_are_found_in_their_sorted_table),
    cmocka_unit_test(full_dates_are_read_in_all_orders),
    cmocka_unit_test(partial_dates_keep_their_precision),
    cmocka_unit_test(what_only_looks_like_time_is_left),
    cmocka_unit_test(what_is_near_follows_the_tense),
    cmocka_unit_test(days_and_units_count_from_the_document),
    cmocka_unit_test(prepositions_give_the_kind),
    cmocka_unit_test(what_was_said_before_is_an_anchor),
    cmocka_unit_test(an_infinitive_looks_ahead),
    cmocka_unit_test(a_year_in_an_aside_is_no_other_clauses),
    cmocka_unit_test(expressions_are_found_by_sentence),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
