/* SPDX-License-Identifier: MIT */
/* What the vocabulary and the rule language promise: all relations are there, a user's rules are
 * read, an error names its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "relate/vocabulary.h"

#include <string.h>

static actant_status open_rules(const char *rules, act_vocabulary **out, actant_error *err)
{
  const char *const texts[] = { rules }, *const names[] = { "mine.rules" };
  actant_model_options options = { .rules = texts,
                                   .rule_names = names,
                                   .rule_count = rules ? 1 : 0 };
  return act_vocabulary_open(&options, out, err);
}

static void the_embedded_vocabulary_opens(void **state)
{
  (void)state;
  act_vocabulary *v = NULL;
  actant_error err = { 0 };
  assert_int_equal(ACTANT_OK, open_rules(NULL, &v, &err));
  assert_int_equal(55, act_vocabulary_count(v));
  assert_string_equal("meets", act_vocabulary_at(v, 0).id);
  assert_true(act_vocabulary_at(v, 0).symmetric);
  act_vocabulary_free(v);
}

static void every_relation_has_a_rule_or_an_office(void **state)
{
  (void)state;
  act_vocabulary *v = NULL;
  assert_int_equal(ACTANT_OK, open_rules(NULL, &v, NULL));
  for (size_t i = 0; i < v->relations.count; i++) {
    bool found = false;
    for (size_t k = 0; k < v->rules.count && !found; k++)
      found = v->rules.data[k].relation == i;
    assert_true(found);
  }
  act_vocabulary_free(v);
}

static void a_user_adds_relations_and_rules(void **state)
{
  (void)state;
  act_vocabulary *v = NULL;
  actant_error err = { 0 };
  assert_int_equal(
    ACTANT_OK,
    open_rules("# mine\n@teach = mentor|coach\nrelation mentors P>P \"mentors\" \"mentored\"\n"
               "  X @teach Y:P   ; conf 0.85, name direct\n+ Ana Sol mentors Tor Vik. => Ana Sol "
               "mentors Tor Vik\n",
               &v,
               &err));
  const act_rule *rule = &v->rules.data[v->rules.count - 1];
  assert_string_equal("mentors/direct", rule->name);
  assert_int_equal(850, rule->confidence);
  assert_string_equal("mentored", v->relations.data[rule->relation].labels[ACT_LABEL_PAST]);
  const act_rule_example *example = &v->examples.data[v->examples.count - 1];
  assert_string_equal("Ana Sol", example->subject);
  assert_string_equal("Ana Sol mentors Tor Vik.", example->text);
  act_vocabulary_free(v);
}

static void errors_have_file_line_and_column(void **state)
{
  (void)state;
  static const struct {
    const char *rules;
    uint32_t line, column;
  } cases[] = {
    { "X meet Y\n", 1, 1 },                             /* no relation yet */
    { "relation nothing\n", 1, 10 },                    /* neither known nor defined */
    { "relation meets\n  X meet\n", 2, 9 },             /* Y is missing */
    { "relation meets\n  X MEET Y\n", 2, 5 },           /* upper case */
    { "relation meets\n  X @nowhere Y\n", 2, 5 },       /* unknown set */
    { "relation meets\n  X meet Y ; conf 2\n", 2, 14 }, /* not a confidence */
    { "relation meets\n  X meet (Y\n", 2, 10 },         /* no parentheses */
    { "relation meets\n+ Ana met Tor.\n", 2, 15 },      /* no result */
    { "relation mentors P>Q \"mentors\"\n", 1, 18 },    /* no such type */
    { "@set = \n", 1, 1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    act_vocabulary *v = NULL;
    actant_error err = { 0 };
    assert_int_equal(ACTANT_RULES, open_rules(cases[i].rules, &v, &err));
    assert_string_equal("mine.rules", err.source);
    assert_int_equal(cases[i].line, err.line);
    assert_int_equal(cases[i].column, err.column);
    assert_non_null(strstr(err.message, "expected"));
  }
}

static void cut_and_broken_files_are_no_danger(void **state)
{
  (void)state;
  static const char text[] = "@a = b|c\nrelation meets\n X's @a between|with Y:PL('s) ; swap, conf "
                             "0.5\n X and Y's @a\n _ @a X in Y\n"
                             " X be @a of Y\n X be in Y\n X that Y _ ; status planned\n X at @a "
                             "with Y\n+ a => b meets c [planned]\n- d\n";
  char cut[sizeof text];
  for (size_t size = 0; size < sizeof text; size++) {
    act_vocabulary *v = NULL;
    memcpy(cut, text, size);
    cut[size] = 0;
    if (open_rules(cut, &v, NULL) == ACTANT_OK)
      act_vocabulary_free(v);
  }
}

static void one_denied_form_serves_past_and_present(void **state)
{
  (void)state;
  act_vocabulary *v = NULL;
  assert_int_equal(ACTANT_OK,
                   open_rules("relation mentors P>P \"mentors\" \"mentored\" \"will mentor\" \"may "
                              "mentor\" \"does not mentor\"\n  X mentor Y\n",
                              &v,
                              NULL));
  const act_relation_row *row = &v->relations.data[v->relations.count - 1];
  assert_string_equal("does not mentor", row->labels[ACT_LABEL_NEGATED]);
  assert_string_equal("does not mentor", row->labels[ACT_LABEL_NEGATED_PAST]);
  assert_string_equal("may mentor", row->labels[ACT_LABEL_POSSIBLE_PAST]);
  act_vocabulary_free(v);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_embedded_vocabulary_opens),
    cmocka_unit_test(every_relation_has_a_rule_or_an_office),
    cmocka_unit_test(a_user_adds_relations_and_rules),
    cmocka_unit_test(one_denied_form_serves_past_and_present),
    cmocka_unit_test(errors_have_file_line_and_column),
    cmocka_unit_test(cut_and_broken_files_are_no_danger),
  };
  return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
