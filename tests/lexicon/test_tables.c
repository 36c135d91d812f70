/* What the embedded tables of names promise: they open, and common names mean what English readers mean by them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/gazetteer.h"

#include <stdio.h>
#include <string.h>

static int open_all(void **state)
{
  act_gazetteer *g = NULL;
  actant_error err = { 0 };
  actant_status status = act_gazetteer_open(&g, &err);
  if (status != ACTANT_OK)
    fprintf(stderr, "%s:%u: %s\n", err.source, (unsigned)err.line, err.message);
  *state = g;
  return status == ACTANT_OK ? 0 : -1;
}

static int close_all(void **state)
{
  act_gazetteer_free(*state);
  return 0;
}

static void expect_id(const act_gazetteer *g, const char *form, const char *id)
{
  act_gazetteer_hit hit;
  if (!act_gazetteer_lookup(g, form, strlen(form), &hit))
    fail_msg("no form \"%s\"", form);
  const act_record *record = act_gazetteer_record(g, act_gazetteer_sense(g, hit.first).record);
  if (strcmp(record->id, id) != 0)
    fail_msg("\"%s\" is %s, not %s", form, record->id, id);
}

static void countries_are_known_by_all_their_names(void **state)
{
  const struct {
    const char *form, *id;
  } rows[] = {
    { "Peru", "country:PE" },          { "Peruvians", "country:PE" },    
    { "U.S.", "country:US" },          { "United States of America", "country:US" },
    { "Türkiye", "country:TR" },       { "Turkey", "country:TR" },       { "Dutch", "country:NL" },
    { "Britons", "country:GB" },       { "UK", "country:GB" },           { "Cote d'Ivoire", "country:CI" },
    { "Guinea-Bissau", "country:GW" }, { "Georgia", "country:GE" },      { "Frenchwomen", "country:FR" },
    { "Kazakhs", "country:KZ" },       { "Kremlin", "country:RU" },      { "Elysee", "country:FR" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].id)
      expect_id(*state, rows[i].form, rows[i].id);
}

static void given_names_have_genders(void **state)
{
  assert_true(act_gazetteer_word_lists(*state, act_hash_bytes("margaret", 8)) & ACT_LIST_GIVEN_FEMALE);
  assert_true(act_gazetteer_word_lists(*state, act_hash_bytes("walter", 6)) & ACT_LIST_GIVEN_MALE);
  assert_false(act_gazetteer_word_lists(*state, act_hash_bytes("walter", 6)) & ACT_LIST_GIVEN_FEMALE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(countries_are_known_by_all_their_names),
    cmocka_unit_test(given_names_have_genders),
  };
  return cmocka_run_group_tests(tests, open_all, close_all);
}
