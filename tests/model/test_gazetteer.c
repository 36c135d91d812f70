/* What the gazetteer promises: forms found in any spelling, longest first, senses in order; bad
 * tables named by line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/gazetteer.h"

#include <string.h>

static act_gazetteer *open_text(const char *text)
{
  act_embedded table = { "test.tsv", text, strlen(text) };
  act_gazetteer *g = NULL;
  actant_error err;
  assert_int_equal(ACTANT_OK, act_gazetteer_open_tables(&table, 1, &g, &err));
  return g;
}

static const act_record *best(const act_gazetteer *g, const char *name)
{
  act_gazetteer_hit hit;
  if (!act_gazetteer_lookup(g, name, strlen(name), &hit))
    return NULL;
  return act_gazetteer_record(g, act_gazetteer_sense(g, hit.first).record);
}

static void expect_name(const act_gazetteer *g, const char *form, const char *name)
{
  const act_record *record = best(g, form);
  assert_non_null(record);
  assert_string_equal(name, record->name);
}

/* Hashes of tokens that spaces separate. */
static size_t hash_tokens(const char *text, uint64_t *out)
{
  size_t count = 0;
  while (*text) {
    size_t n = strcspn(text, " ");
    out[count++] = act_hash_bytes(text, n);
    text += n + (text[n] == ' ');
  }
  return count;
}

static const char small[] =
  "# comment\n"
  "%kind country\n"
  "%prefix country:\n"
  "ZZ\tZedland\tZZ\t1000000\tRepublic of Zedland\t!Z.L.\t~Zedlander\t~Zedlanders\n"
  "YY\tYmir\tYY\t1000000\n"
  "%kind region\n"
  "%prefix region:\n"
  "yy-zedland\tZedland\tYY\t500\n"
  "%kind city\n"
  "%prefix city:\n"
  "1\tPort-Océan d'Or\tZZ\t90\t+capital\n"
  "2\tKing's Port\tYY\t20\t+wikidata=Q1\n"
  "%kind organisation\n"
  "%prefix org:\n"
  "zed-union\tZed Union\t-\t100\t!ZU\n"
  "zed-council\tZed Council\t-\t90\t+parent=org:zed-union\n"
  "%list given-female\n"
  "Zelda\tZoe\n"
  "=country:ZZ\t@Old Tower\tZeddia\n";

static void the_longest_form_wins(void **state)
{
  (void)state;
  act_gazetteer *g = open_text(small);
  uint64_t hashes[8];
  act_gazetteer_hit hit;
  size_t n = hash_tokens("republic of zedland said", hashes);
  assert_true(act_gazetteer_match(g, hashes, n, &hit));
  assert_int_equal(3, hit.tokens);
  assert_false(act_gazetteer_match(g, hashes, 2, &hit));
  assert_false(act_gazetteer_match(g, hashes, 0, &hit));
  assert_false(act_gazetteer_match(g, hashes + 1, n - 1, &hit));
  act_gazetteer_free(g);
}

static void senses_come_by_prominence(void **state)
{
  (void)state;
  act_gazetteer *g = open_text(small);
  act_gazetteer_hit hit;
  assert_true(act_gazetteer_lookup(g, "ZEDLAND", 7, &hit));
  assert_int_equal(2, hit.count);
  assert_int_equal(ACT_LIST_COUNTRY | ACT_LIST_REGION, hit.lists);
  const act_record *first = act_gazetteer_record(g, act_gazetteer_sense(g, hit.first).record);
  const act_record *second = act_gazetteer_record(g, act_gazetteer_sense(g, hit.first + 1).record);
  assert_string_equal("country:ZZ", first->id);
  assert_string_equal("region:yy-zedland", second->id);
  act_gazetteer_free(g);
}

static void spellings_of_a_name_are_one(void **state)
{
  (void)state;
  act_gazetteer *g = open_text(small);
  const char *spellings[] = { "Port-Océan d'Or",
                              "Port - Océan d'Or",
                              "Port-Ocean d’Or",
                              "PORT-OCÉAN D'OR",
                              "Port - Ocean d'Or" };
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
    expect_name(g, spellings[i], "Port-Océan d'Or");
  uint64_t hashes[8];
  act_gazetteer_hit hit;
  assert_true(act_gazetteer_match(g, hashes, hash_tokens("king 's port", hashes), &hit));
  assert_int_equal(3, hit.tokens);
  assert_true(act_gazetteer_match(g, hashes, hash_tokens("king ’s port", hashes), &hit));
  act_gazetteer_free(g);
}

static void records_are_linked(void **state)
{
  (void)state;
  act_gazetteer *g = open_text(small);
  uint32_t zedland = act_gazetteer_country(g, "ZZ");
  const act_record *country = act_gazetteer_record(g, zedland);
  assert_string_equal("Port-Océan d'Or", act_gazetteer_record(g, country->capital)->name);
  assert_int_equal(zedland, best(g, "Port-Océan d'Or")->country);
  assert_true(best(g, "Port-Océan d'Or")->is_capital);
  assert_string_equal("org:zed-union", act_gazetteer_record(g, best(g, "Zed Council")->parent)->id);
  assert_string_equal("Q1", best(g, "King's Port")->wikidata);
  assert_int_equal(ACT_NO_RECORD, act_gazetteer_country(g, "QQ"));
  assert_int_equal(ACT_NO_RECORD, act_gazetteer_country(g, ""));
  act_gazetteer_free(g);
}

static void forms_say_how_they_name(void **state)
{
  (void)state;
  act_gazetteer *g = open_text(small);
  const struct {
    const char *text;
    act_form_kind kind;
  } forms[] = { { "Zeddia", ACT_FORM_NAME },
                { "Z.L.", ACT_FORM_ACRONYM },
                { "Zedlanders", ACT_FORM_DEMONYM },
                { "Old Tower", ACT_FORM_METONYM } };
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    act_gazetteer_hit hit;
    assert_true(act_gazetteer_lookup(g, forms[i].text, strlen(forms[i].text), &hit));
    assert_int_equal(forms[i].kind, act_gazetteer_sense(g, hit.first).form);
    expect_name(g, forms[i].text, "Zedland");
  }
  act_gazetteer_free(g);
}

static void words_of_lists_are_no_forms(void **state)
{
  (void)state;
  act_gazetteer *g = open_text(small);
  act_gazetteer_hit hit;
  assert_int_equal(ACT_LIST_GIVEN_FEMALE, act_gazetteer_word_lists(g, act_hash_bytes("zelda", 5)));
  assert_int_equal(0, act_gazetteer_word_lists(g, act_hash_bytes("republic", 8)));
  assert_int_equal(0, act_gazetteer_word_lists(g, act_hash_bytes("unheard", 7)));
  assert_false(act_gazetteer_lookup(g, "Zelda", 5, &hit));
  act_gazetteer_free(g);
}

static void bad_rows_are_named_by_line(void **state)
{
  (void)state;
  const struct {
    const char *text;
    uint32_t line;
  } bad[] = {
    { "%kind planet\n", 1 },
    { "%kind city\n1\tX\tZZ\n", 2 },
    { "%kind city\n1\tX\tZZ\tmany\n", 2 },
    { "%kind city\n1\tX\tzz\t1\n", 2 },
    { "%kind city\n\n1\tX\t-\t1\n1\tY\t-\t1\n", 4 },
    { "%kind city\n1\tX\t-\t1\t+seat\n", 2 },
    { "%kind city\n1\tX\t-\t1\t+parent=no\n", 2 },
    { "%kind city\n1\tX\t-\t1\t!\n", 2 },
    { "%kind city\n1\ta b c d e f g h i j k l m n o p q\t-\t1\n", 2 },
    { "%kind city\n=city:none\tX\n", 2 },
    { "%kind city\n1\t\xFF\t-\t1\n", 2 },
    { "%what\n", 1 },
    { "%list odd\n", 1 },
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    act_embedded table = { "bad.tsv", bad[i].text, strlen(bad[i].text) };
    act_gazetteer *g = NULL;
    actant_error err = { 0 };
    assert_int_equal(ACTANT_RULES, act_gazetteer_open_tables(&table, 1, &g, &err));
    assert_int_equal(bad[i].line, err.line);
    assert_string_equal("bad.tsv", err.source);
    assert_null(g);
  }
}

static void tables_of_other_stages_are_passed_over(void **state)
{
  (void)state;
  act_gazetteer *g = open_text("# other\nmeets\tPLO>PLO\n%kind nonsense\n");
  assert_int_equal(0, act_gazetteer_record_count(g));
  act_gazetteer_free(g);
}

static act_gazetteer *open_own(const char *text)
{
  act_embedded own = { "own.tsv", text, strlen(text) };
  act_gazetteer *g = NULL;
  actant_error err;
  assert_int_equal(ACTANT_OK, act_gazetteer_open_with(&own, 1, &g, &err));
  assert_true(act_gazetteer_has_own(g));
  return g;
}

static void own_names_come_first_with_what_their_rows_say(void **state)
{
  (void)state;
  act_gazetteer *g = open_own("# name\ttype\n"
                              "Galewright Renewables\torganisation\tQ901; lei:5299; 77\tGWR ; "
                              "Galewright\tcountry=GB\r\n"
                              "\n"
                              "Jordan\tperson\t-\t\tgender=female\n"
                              "Zembla\tcountry\t\tOld Zembla\tdemonym=Zemblan, Zemblans\n");
  const char *forms[] = { "Galewright Renewables", "galewright", "GWR" };
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    const act_record *record = best(g, forms[i]);
    assert_non_null(record);
    assert_string_equal("Galewright Renewables", record->name);
    assert_int_equal(ACT_RECORD_ORGANISATION, record->kind);
    assert_string_equal("Q901", record->wikidata);
    assert_string_equal("lei:5299; id:77", record->ids);
    assert_string_equal("country:GB",
                        act_gazetteer_record(g, act_gazetteer_country(g, record->iso))->id);
  }
  act_gazetteer_hit hit;
  assert_true(act_gazetteer_lookup(g, "GWR", 3, &hit));
  assert_int_equal(ACT_FORM_ACRONYM, act_gazetteer_sense(g, hit.first).form);
  assert_true(act_gazetteer_lookup(g, "Jordan", 6, &hit));
  assert_true(hit.count > 1); /* the country is one still */
  assert_int_equal(ACT_RECORD_FEMALE, best(g, "Jordan")->gender);
  assert_true(act_gazetteer_lookup(g, "Zemblans", 8, &hit));
  assert_int_equal(ACT_FORM_DEMONYM, act_gazetteer_sense(g, hit.first).form);
  expect_name(g, "Old Zembla", "Zembla");
  act_gazetteer_free(g);
}

static void an_own_name_that_is_known_adds_to_its_record(void **state)
{
  (void)state;
  act_gazetteer *plain = NULL;
  assert_int_equal(ACTANT_OK, act_gazetteer_open(&plain, NULL));
  size_t records = act_gazetteer_record_count(plain);
  act_gazetteer_free(plain);
  act_gazetteer *g = open_own("United Nations\torganisation\tQ1065\tthe World Body\n"
                              "Norge\tcountry\tNO\n");
  assert_int_equal(records, act_gazetteer_record_count(g));
  assert_string_equal("Q1065", best(g, "UN")->wikidata);
  assert_string_equal("country:NO", best(g, "Norge")->id);
  assert_ptr_equal(best(g, "UN"), best(g, "the World Body"));
  act_gazetteer_free(g);
}

static void bad_rows_of_own_names_are_named_by_line(void **state)
{
  (void)state;
  static const char *const bad[] = {
    "Foo\tcompany",
    "\tperson",
    "Foo",
    "Foo\tperson\tQ1 Q2",
    "Foo\tperson\twikidata:1",
    "Foo\tplace\tiso:xx",
    "Foo\tperson\t\t\tgender=none",
    "Foo\torganisation\t\t\tgender=male",
    "Foo\tperson\t\t\tdemonym=Fooish",
    "Foo\tplace\t\t\tcountry=Norway",
    "Foo\tperson\t\t\t\tmore",
    "Foo\tperson\t\tA B C D E F G H I J K L M N O P Q",
    "F\xFFo\tperson",
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char text[200] = "# names\nBar\tperson\n";
    strcat(text, bad[i]);
    act_embedded own = { "own.tsv", text, strlen(text) };
    act_gazetteer *g = NULL;
    actant_error err = { 0 };
    assert_int_equal(ACTANT_RULES, act_gazetteer_open_with(&own, 1, &g, &err));
    assert_int_equal(3, err.line);
    assert_string_equal("own.tsv", err.source);
    assert_null(g);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_longest_form_wins),
    cmocka_unit_test(senses_come_by_prominence),
    cmocka_unit_test(spellings_of_a_name_are_one),
    cmocka_unit_test(records_are_linked),
    cmocka_unit_test(forms_say_how_they_name),
    cmocka_unit_test(words_of_lists_are_no_forms),
    cmocka_unit_test(bad_rows_are_named_by_line),
    cmocka_unit_test(tables_of_other_stages_are_passed_over),
    cmocka_unit_test(own_names_come_first_with_what_their_rows_say),
    cmocka_unit_test(an_own_name_that_is_known_adds_to_its_record),
    cmocka_unit_test(bad_rows_of_own_names_are_named_by_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
