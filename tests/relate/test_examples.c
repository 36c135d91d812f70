/* SPDX-License-Identifier: MIT */
/* The examples that stand among the rules: what each section must and must not find, with the model
   that ships.  A positive one may fail when the parser slips, so most must hold; a negative one may
   never. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <actant/actant.h>

#include <string.h>

/* How many of each kind were tried and held. */
typedef struct tally {
  size_t positive, negative, positive_held, negative_held;
} tally;

static void count(void *context, const actant_example *example)
{
  tally *t = context;
  if (!example->held)
    print_message("%s:%u: %s: %s\n",
                  example->file,
                  (unsigned)example->line,
                  example->positive ? "not found" : "found",
                  example->text);
  if (example->positive) {
    t->positive++;
    t->positive_held += example->held;
  } else {
    t->negative++;
    t->negative_held += example->held;
  }
}

static tally check(const actant_model_options *options, const char *file)
{
  actant_model *model = NULL;
  tally t = { 0 };
  assert_int_equal(ACTANT_OK, actant_model_open(options, &model, NULL));
  assert_int_equal(ACTANT_OK, actant_rules_check(model, file, count, &t, NULL));
  actant_model_free(model);
  return t;
}

static void rules_do_what_their_examples_say(void **state)
{
  (void)state;
  tally t = check(NULL, NULL);
  assert_true(t.positive > 40 && t.negative > 10);
  assert_int_equal(t.negative, t.negative_held);
  assert_true(t.positive_held * 4 >= t.positive * 3);
}

static void the_examples_of_one_file_are_tried_alone(void **state)
{
  (void)state;
  const char *rules = "relation mentors P>P \"mentors\" \"mentored\"\n"
                      "  X mentor Y\n"
                      "+ Anna Reyes mentored John Miller. => Anna Reyes mentors John Miller\n"
                      "+ Anna Reyes met John Miller. => Anna Reyes mentors John Miller\n"
                      "- Anna Reyes met John Miller.\n"
                      "- Anna Reyes mentored John Miller.\n";
  actant_model_options options;
  actant_model_options_init(&options);
  options.rules = &rules;
  options.rule_names = &(const char *){ "own.rules" };
  options.rule_count = 1;
  tally t = check(&options, "own.rules");
  assert_int_equal(2, t.positive);
  assert_int_equal(1, t.positive_held);
  assert_int_equal(2, t.negative);
  assert_int_equal(1, t.negative_held);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(rules_do_what_their_examples_say),
    cmocka_unit_test(the_examples_of_one_file_are_tried_alone),
  };
  return cmocka_run_group_tests_name("examples", tests, NULL, NULL);
}
