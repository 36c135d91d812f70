/* What the embedded tables of names promise: they open, and common names mean what English readers
 * mean by them. */
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

typedef struct expected {
  const char *form, *id;
} expected;

static void expect_all(const act_gazetteer *g, const expected *rows, size_t count)
{
  for (size_t i = 0; i < count; i++)
    expect_id(g, rows[i].form, rows[i].id);
}

static void countries_are_known_by_all_their_names(void **state)
{
  static const expected rows[] = {
    { "Peru", "country:PE" },          { "Peruvians", "country:PE" },
    { "U.S.", "country:US" },          { "United States of America", "country:US" },
    { "Türkiye", "country:TR" },       { "Turkey", "country:TR" },
    { "Turks", "country:TR" },         { "Dutch", "country:NL" },
    { "Britons", "country:GB" },       { "UK", "country:GB" },
    { "Georgia", "country:GE" },       { "Cote d'Ivoire", "country:CI" },
    { "Guinea-Bissau", "country:GW" }, { "Guinea", "country:GN" },
    { "Kazakhs", "country:KZ" },       { "Frenchwomen", "country:FR" },
    { "Kremlin", "country:RU" },       { "Elysee", "country:FR" },
    { "Nigerien", "country:NE" },      { "Nigerian", "country:NG" },
    { "Holland", "country:NL" },       { "Burma", "country:MM" },
    { "Ivory Coast", "country:CI" },   { "Republic of Korea", "country:KR" },
  };
  expect_all(*state, rows, sizeof rows / sizeof *rows);
}

static void a_name_of_many_places_means_the_best_known(void **state)
{
  static const expected rows[] = {
    { "Washington", "city:4140963" },     { "New York", "city:5128581" },
    { "Paris", "city:2988507" },          { "London", "city:2643743" },
    { "Quebec", "region:CA.10" },         { "Wyoming", "region:US.WY" },
    { "São Paulo", "city:3448439" },      { "Sao Paulo", "city:3448439" },
    { "Birmingham", "city:2655603" },     { "Bosnia", "country:BA" },
    { "Luxembourg", "country:LU" },       { "Kiev", "city:703448" },
    { "St. Petersburg", "city:498817" },  { "Scots", "region:GB.SCT" },
    { "Soviets", "land:soviet-union" },   { "Nile", "place:nile-river" },
    { "Everest", "place:mount-everest" }, { "Middle East", "land:middle-east" },
  };
  expect_all(*state, rows, sizeof rows / sizeof *rows);
}

static void bodies_are_known_by_acronym_and_organ(void **state)
{
  static const expected rows[] = {
    { "EU", "org:european-union" },
    { "E.U.", "org:european-union" },
    { "Security Council", "organ:un-security-council" },
    { "UN", "org:united-nations" },
    { "WHO", "org:world-health-organization" },
    { "World Trade Organization", "org:world-trade-organization" },
    { "OECD", "org:organisation-for-economic-cooperation-and-development" },
    { "ASEAN", "org:association-of-southeast-asian-nations" },
    { "Amnesty International", "ngo:amnesty-international" },
    { "AT&T", "company:at-and-t" },
    { "NASA", "agency:national-aeronautics-and-space-administration" },
    { "U.S. Senate", "house:us-united-states-senate" },
    { "PKK", "armed:kurdistan-workers-party" },
    { "UN Children's Fund", "org:united-nations-childrens-fund" },
  };
  expect_all(*state, rows, sizeof rows / sizeof *rows);
  act_gazetteer_hit hit;
  assert_true(act_gazetteer_lookup(*state, "European Commission", 19, &hit));
  const act_record *commission =
    act_gazetteer_record(*state, act_gazetteer_sense(*state, hit.first).record);
  assert_string_equal("org:european-union", act_gazetteer_record(*state, commission->parent)->id);
}

static void every_independent_state_has_a_capital(void **state)
{
  size_t states = 0;
  for (uint32_t i = 0; i < act_gazetteer_record_count(*state); i++) {
    const act_record *record = act_gazetteer_record(*state, i);
    if (record->kind != ACT_RECORD_COUNTRY || record->weight < 1000000)
      continue;
    states++;
    if (record->capital == ACT_NO_RECORD)
      fail_msg("%s has no capital", record->name);
    assert_int_equal(i, act_gazetteer_record(*state, record->capital)->country);
  }
  assert_in_range(states, 190, 205);
}

static void countries_of_records_exist(void **state)
{
  for (uint32_t i = 0; i < act_gazetteer_record_count(*state); i++) {
    const act_record *record = act_gazetteer_record(*state, i);
    if (record->iso && record->country == ACT_NO_RECORD)
      fail_msg("%s: no country %s", record->id, record->iso);
  }
}

static void ordinary_words_are_marked_or_left_out(void **state)
{
  static const char *const words[] = { "of",    "the",        "march",   "man",   "save",
                                       "union", "university", "western", "river", "will be" };
  act_gazetteer_hit hit;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (act_gazetteer_lookup(*state, words[i], strlen(words[i]), &hit))
      fail_msg("\"%s\" is a name", words[i]);
  assert_true(act_gazetteer_lookup(*state, "reading", 7, &hit));
  assert_true(hit.lists & ACT_LIST_ORDINARY);
  assert_true(act_gazetteer_word_lists(*state, act_hash_bytes("ministry", 8)) & ACT_LIST_ORG_WORD);
  assert_true(act_gazetteer_word_lists(*state, act_hash_bytes("river", 5)) & ACT_LIST_PLACE_WORD);
}

static void given_names_have_genders(void **state)
{
  assert_true(act_gazetteer_word_lists(*state, act_hash_bytes("margaret", 8)) &
              ACT_LIST_GIVEN_FEMALE);
  assert_true(act_gazetteer_word_lists(*state, act_hash_bytes("walter", 6)) & ACT_LIST_GIVEN_MALE);
  assert_false(act_gazetteer_word_lists(*state, act_hash_bytes("walter", 6)) &
               ACT_LIST_GIVEN_FEMALE);
}

static void expect_same_text(const char *a, const char *b)
{
  assert_int_equal(a == NULL, b == NULL);
  if (a)
    assert_string_equal(a, b);
}

/* The build's image is what reading the tables now would give. */
static void the_image_is_what_the_tables_say(void **state)
{
  const act_gazetteer *image = *state;
  act_gazetteer *read = NULL;
  assert_int_equal(ACTANT_OK, act_gazetteer_open_embedded_tables(&read, NULL));
  assert_int_equal(act_gazetteer_record_count(read), act_gazetteer_record_count(image));
  for (uint32_t i = 0; i < act_gazetteer_record_count(read); i++) {
    const act_record *a = act_gazetteer_record(image, i), *b = act_gazetteer_record(read, i);
    assert_string_equal(a->id, b->id);
    assert_string_equal(a->name, b->name);
    expect_same_text(a->iso, b->iso);
    expect_same_text(a->wikidata, b->wikidata);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->weight, b->weight);
    assert_int_equal(a->country, b->country);
    assert_int_equal(a->capital, b->capital);
    assert_int_equal(a->parent, b->parent);
    act_gazetteer_hit x = { 0 }, y = { 0 };
    assert_int_equal(act_gazetteer_lookup(image, a->name, strlen(a->name), &x),
                     act_gazetteer_lookup(read, a->name, strlen(a->name), &y));
    assert_int_equal(x.count, y.count);
    assert_int_equal(x.lists, y.lists);
    for (uint32_t j = 0; j < x.count; j++)
      assert_int_equal(act_gazetteer_sense(image, x.first + j).record,
                       act_gazetteer_sense(read, y.first + j).record);
  }
  act_gazetteer_free(read);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(countries_are_known_by_all_their_names),
    cmocka_unit_test(a_name_of_many_places_means_the_best_known),
    cmocka_unit_test(bodies_are_known_by_acronym_and_organ),
    cmocka_unit_test(every_independent_state_has_a_capital),
    cmocka_unit_test(countries_of_records_exist),
    cmocka_unit_test(ordinary_words_are_marked_or_left_out),
    cmocka_unit_test(given_names_have_genders),
    cmocka_unit_test(the_image_is_what_the_tables_say),
  };
  return cmocka_run_group_tests(tests, open_all, close_all);
}
