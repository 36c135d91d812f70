/* SPDX-License-Identifier: MIT */
/* The examples that stand among the rules: what each section must and must not find, with the model
   that ships.  A positive one may fail when the parser slips, so most must hold; a negative one may
   never. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "relate/vocabulary.h"

#include <stdio.h>
#include <string.h>

static actant_result *extract(const actant_model *model, const char *text)
{
  actant_read_options read;
  actant_extract_options options;
  actant_reader *reader = NULL;
  actant_document *document = NULL;
  actant_result *result = NULL;
  actant_read_options_init(&read);
  actant_extract_options_init(&options);
  read.format = "text";
  assert_int_equal(ACTANT_OK, actant_reader_open(text, strlen(text), &read, &reader, NULL));
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  assert_int_equal(ACTANT_OK, actant_extract(model, &document, &options, &result, NULL));
  actant_reader_free(reader);
  return result;
}

static bool is_named(actant_entity entity, const char *name)
{
  bool named = strcmp(entity.name, name) == 0;
  for (size_t i = 0; i < entity.alias_count && !named; i++)
    named = strcmp(entity.aliases[i], name) == 0;
  return named;
}

static bool says(const actant_result *result, actant_statement s, const act_rule_example *example)
{
  static const char *const statuses[] = { "actual", "planned", "possible", "negated" };
  actant_entity subject = actant_entity_at(result, s.subject),
                object = actant_entity_at(result, s.object);
  return is_named(subject, example->subject) && is_named(object, example->object) &&
         strcmp(statuses[s.status], example->status ? example->status : "actual") == 0;
}

/* Whether the relation of the example is stated; for a positive one between its names and with its
 * status. */
static bool found(const act_vocabulary *v,
                  const actant_result *result,
                  const act_rule_example *example)
{
  const char *relation = act_vocabulary_at(v, example->relation).id;
  for (size_t i = 0; i < actant_statement_count(result); i++) {
    actant_statement s = actant_statement_at(result, i);
    if (strcmp(s.relation_id, relation) == 0 && (!example->positive || says(result, s, example)))
      return true;
  }
  return false;
}

static void rules_do_what_their_examples_say(void **state)
{
  (void)state;
  act_vocabulary *v = NULL;
  actant_model *model = NULL;
  size_t positive = 0, held = 0;
  assert_int_equal(ACTANT_OK, act_vocabulary_open(NULL, &v, NULL));
  assert_int_equal(ACTANT_OK, actant_model_open(NULL, &model, NULL));
  for (size_t i = 0; i < v->examples.count; i++) {
    const act_rule_example *example = &v->examples.data[i];
    actant_result *result = extract(model, example->text);
    bool is_found = found(v, result, example);
    if (is_found != example->positive)
      print_message("%s:%u: %s: %s\n",
                    example->file,
                    (unsigned)example->line,
                    is_found ? "found" : "not found",
                    example->text);
    assert_true(example->positive || !is_found);
    positive += example->positive;
    held += example->positive && is_found;
    actant_result_free(result);
  }
  assert_true(held * 4 >= positive * 3);
  actant_model_free(model);
  act_vocabulary_free(v);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(rules_do_what_their_examples_say) };
  return cmocka_run_group_tests_name("examples", tests, NULL, NULL);
}
