/* SPDX-License-Identifier: MIT */
/* What the public header promises, used as a stranger would: nothing but actant.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <actant/actant.h>

#include <stdlib.h>
#include <string.h>

static const char article[] = "John Miller met Susan Carter in London on Monday.\n\n"
                              "She will visit Sweden next month, her office said.\n";

static actant_model *model;

static int open_model(void **state)
{
  (void)state;
  return actant_model_open(NULL, &model, NULL) != ACTANT_OK;
}

static int close_model(void **state)
{
  (void)state;
  actant_model_free(model);
  return 0;
}

static actant_document *read_document(const char *text)
{
  actant_read_options options;
  actant_read_options_init(&options);
  options.name = "article.txt";
  options.date = "2024-05-15";
  actant_reader *reader = NULL;
  actant_document *document = NULL, *second = NULL;
  assert_int_equal(ACTANT_OK, actant_reader_open(text, strlen(text), &options, &reader, NULL));
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  assert_non_null(document);
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &second, NULL));
  assert_null(second);
  actant_reader_free(reader);
  return document;
}

static actant_result *extract(const char *text, const actant_extract_options *options)
{
  actant_document *document = read_document(text);
  actant_result *result = NULL;
  assert_int_equal(ACTANT_OK, actant_extract(model, &document, options, &result, NULL));
  assert_null(document); /* taken over */
  return result;
}

/* Everything that was written, NUL-terminated. */
typedef struct written {
  char bytes[1 << 16];
  size_t size;
} written;

static size_t keep(void *context, const void *bytes, size_t size)
{
  written *w = context;
  assert_true(w->size + size < sizeof w->bytes);
  memcpy(w->bytes + w->size, bytes, size);
  w->size += size;
  w->bytes[w->size] = '\0';
  return size;
}

static size_t refuse(void *context, const void *bytes, size_t size)
{
  (void)context;
  (void)bytes;
  return size / 2;
}

static void freeing_nothing_is_legal(void **state)
{
  (void)state;
  actant_model_free(NULL);
  actant_reader_free(NULL);
  actant_document_free(NULL);
  actant_result_free(NULL);
  actant_graph_free(NULL);
}

static void entities_have_names_types_and_mentions(void **state)
{
  (void)state;
  actant_result *result = extract(article, NULL);
  size_t size;
  const char *text = actant_document_text(actant_result_document(result), &size);
  assert_int_equal(strlen(article), size);
  uint32_t before = 0;
  bool found = false;
  for (size_t i = 0; i < actant_entity_count(result); i++) {
    actant_entity e = actant_entity_at(result, i);
    assert_true(e.named);
    assert_true(e.mention_count > 0);
    assert_true(e.mentions[0].span.begin >= before); /* in order of first mention */
    before = e.mentions[0].span.begin;
    for (size_t m = 0; m < e.mention_count; m++)
      assert_true(e.mentions[m].span.begin < e.mentions[m].span.end &&
                  e.mentions[m].span.end <= size);
    if (strcmp(e.name, "John Miller") == 0) {
      found = true;
      assert_int_equal(ACTANT_PERSON, e.type);
      assert_non_null(strstr(text + e.mentions[0].span.begin, "John Miller"));
    }
  }
  assert_true(found);
  actant_result_free(result);
}

static void statements_have_parties_dates_and_evidence(void **state)
{
  (void)state;
  actant_result *result = extract(article, NULL);
  size_t entities = actant_entity_count(result), met = ACTANT_NONE;
  for (size_t i = 0; i < actant_statement_count(result); i++) {
    actant_statement s = actant_statement_at(result, i);
    assert_true(s.subject < entities && s.object < entities && s.subject != s.object);
    assert_true(s.place == ACTANT_NONE || s.place < entities);
    assert_true(s.confidence > 0 && s.confidence <= 1);
    assert_true(s.evidence_count > 0);
    assert_string_equal(s.relation_id, actant_relation_at(model, s.relation).id);
    if (strcmp(s.relation_id, "meets") == 0)
      met = i;
  }
  assert_int_not_equal(ACTANT_NONE, met);
  assert_string_equal("2024-05-13", actant_statement_at(result, met).date);
  assert_null(actant_statement_at(result, met).date_end);
  actant_result_free(result);
}

static void the_stream_is_one_row_a_line(void **state)
{
  (void)state;
  actant_result *result = extract(article, NULL);
  static written w;
  w.size = 0;
  assert_int_equal(ACTANT_OK,
                   actant_write_statements(result, true, &(actant_sink){ keep, &w }, NULL));
  size_t lines = 0;
  for (const char *c = w.bytes; *c; c++)
    lines += *c == '\n';
  assert_int_equal(1 + actant_entity_count(result) + actant_statement_count(result), lines);
  assert_memory_equal("{\"kind\": \"document\", \"doc\": \"article.txt\", ", w.bytes, 42);
  assert_non_null(strstr(w.bytes, "\"date\": \"2024-05-15\""));
  assert_non_null(strstr(w.bytes, "\"text\": \"John Miller"));
  actant_result_free(result);
}

static void a_sink_that_refuses_is_an_error(void **state)
{
  (void)state;
  actant_result *result = extract(article, NULL);
  actant_sink sink = { refuse, NULL };
  actant_error err;
  assert_int_equal(ACTANT_IO, actant_write_statements(result, false, &sink, &err));
  assert_int_equal(ACTANT_IO, err.status);
  assert_int_equal(ACTANT_IO, actant_write_conllu(result, &sink, NULL));
  assert_int_equal(ACTANT_IO, actant_write_explanation(result, NULL, NULL, &sink, NULL));
  assert_int_equal(ACTANT_IO, actant_write_mentions(result, NULL, &sink, NULL));
  actant_result_free(result);
}

static void an_annotated_document_has_trees_and_no_statements(void **state)
{
  (void)state;
  actant_extract_options options;
  actant_extract_options_init(&options);
  options.annotate = true;
  actant_result *result = extract(article, &options);
  static written w;
  w.size = 0;
  assert_int_equal(0, actant_statement_count(result));
  assert_int_equal(0, actant_entity_count(result));
  assert_int_equal(ACTANT_OK, actant_write_conllu(result, &(actant_sink){ keep, &w }, NULL));
  assert_non_null(strstr(w.bytes, "\tMiller\t"));
  actant_result_free(result);
}

static void explanations_name_both_parties_and_mark_the_sentence(void **state)
{
  (void)state;
  actant_result *result = extract(article, NULL);
  static written w;
  w.size = 0;
  actant_sink sink = { keep, &w };
  assert_int_equal(ACTANT_OK,
                   actant_write_explanation(result, "susan carter", "John Miller", &sink, NULL));
  assert_non_null(strstr(w.bytes, "*met*"));
  static written by_surname;
  actant_sink second = { keep, &by_surname };
  assert_int_equal(ACTANT_OK, actant_write_explanation(result, "carter", "Miller", &second, NULL));
  assert_string_equal(w.bytes, by_surname.bytes);
  w.size = 0;
  w.bytes[0] = '\0';
  assert_int_equal(ACTANT_OK, actant_write_explanation(result, "Nobody", NULL, &sink, NULL));
  assert_string_equal("", w.bytes);
  actant_result_free(result);
}

static void every_mention_is_explained_by_what_it_was_joined_with(void **state)
{
  (void)state;
  actant_result *result =
    extract("Susan Carter met John Miller in Oslo. Carter praised him.", NULL);
  static written w;
  w.size = 0;
  actant_sink sink = { keep, &w };
  assert_int_equal(ACTANT_OK, actant_write_mentions(result, "miller", &sink, NULL));
  assert_non_null(strstr(w.bytes, "John Miller (person)\n"));
  assert_non_null(
    strstr(w.bytes, "“him” is John Miller: pronoun, with “John Miller” at byte 17\n"));
  assert_null(strstr(w.bytes, "is Susan Carter"));
  w.size = 0;
  w.bytes[0] = '\0';
  assert_int_equal(ACTANT_OK, actant_write_mentions(result, "Nobody", &sink, NULL));
  assert_string_equal("", w.bytes);
  actant_result_free(result);
}

static void unnamed_entities_come_on_request(void **state)
{
  (void)state;
  actant_extract_options options;
  actant_extract_options_init(&options);
  actant_result *without = extract(article, &options);
  options.unnamed = true;
  actant_result *with = extract(article, &options);
  assert_true(actant_entity_count(with) >= actant_entity_count(without));
  actant_result_free(with);
  actant_result_free(without);
}

static void results_make_a_graph_in_every_format(void **state)
{
  (void)state;
  actant_result *result = extract(article, NULL);
  actant_graph *graph = NULL;
  assert_int_equal(ACTANT_OK, actant_graph_new(&graph, NULL));
  assert_int_equal(ACTANT_OK, actant_graph_add(graph, result, NULL));
  actant_result_free(result); /* the graph keeps its own copies */
  assert_true(actant_graph_edge_count(graph) > 0);
  assert_true(actant_format_count() > 0);
  for (size_t i = 0; i < actant_format_count(); i++)
    assert_int_equal(i, actant_format_find(actant_format_at(i).name));
  static written w;
  w.size = 0;
  assert_int_equal(ACTANT_OK,
                   actant_graph_write(
                     graph, actant_format_find("graphml"), NULL, &(actant_sink){ keep, &w }, NULL));
  assert_non_null(strstr(w.bytes, "</graphml>"));
  actant_graph_free(graph);
}

static void a_damaged_model_is_refused(void **state)
{
  (void)state;
  static const char bytes[] =
    "this is no model file, however long it may be: not even the first eight bytes are right";
  actant_model_options options;
  actant_model_options_init(&options);
  options.data = bytes;
  options.size = sizeof bytes;
  actant_model *other = NULL;
  actant_error err;
  assert_int_equal(ACTANT_MODEL, actant_model_open(&options, &other, &err));
  assert_null(other);
  assert_true(err.message[0] != '\0');
}

static void a_rule_with_an_error_is_told_with_its_place(void **state)
{
  (void)state;
  const char *texts[] = { "# fine\nthis is ( no rule\n" }, *names[] = { "mine.rules" };
  actant_model_options options;
  actant_model_options_init(&options);
  options.rules = texts;
  options.rule_names = names;
  options.rule_count = 1;
  actant_model *other = NULL;
  actant_error err;
  assert_int_equal(ACTANT_RULES, actant_model_open(&options, &other, &err));
  assert_string_equal("mine.rules", err.source);
  assert_int_equal(2, err.line);
}

static const actant_entity *find_entity(const actant_result *result,
                                        const char *name,
                                        actant_entity *out)
{
  for (size_t i = 0; i < actant_entity_count(result); i++) {
    *out = actant_entity_at(result, i);
    if (!strcmp(out->name, name))
      return out;
  }
  return NULL;
}

static void own_names_are_found_typed_and_identified(void **state)
{
  (void)state;
  static const char *const names[] = {
    "Galewright Renewables\torganisation\tQ901; lei:5299\tGalewright; GWR\n"
    "Ryll Tamm\tperson\tQ77\tTamm\tgender=female\n"
    "Jordan\torganisation\tQ5\n"
  };
  actant_model_options with;
  actant_model_options_init(&with);
  with.names = names;
  with.name_count = 1;
  actant_model *plain = model, *own = NULL;
  assert_int_equal(ACTANT_OK, actant_model_open(&with, &own, NULL));
  model = own;
  actant_result *result = extract("Ryll Tamm met Carlos Tamm in Amman on Monday. She praised "
                                  "Galewright Ltd on Friday. GWR sued GWR "
                                  "Solar in Berlin.\n\nThe king of Jordan arrested Carlos Tamm.\n",
                                  NULL);
  actant_entity e;
  assert_non_null(find_entity(result, "Galewright Renewables", &e));
  assert_int_equal(ACTANT_ORGANISATION, e.type);
  assert_string_equal("Q901", e.wikidata);
  assert_string_equal("lei:5299", e.ids);
  assert_int_equal(2, e.mention_count);
  assert_non_null(find_entity(result, "Ryll Tamm", &e));
  assert_string_equal("Q77", e.wikidata);
  assert_non_null(find_entity(result, "Carlos Tamm", &e));
  assert_null(e.wikidata);
  assert_non_null(find_entity(result, "GWR Solar", &e));
  assert_null(e.wikidata);
  assert_non_null(find_entity(result, "Jordan", &e));
  assert_int_equal(ACTANT_PLACE, e.type);
  actant_result_free(result);
  model = plain;
  actant_model_free(own);
}

static void a_surname_is_somebody_elses_where_the_text_says_so(void **state)
{
  (void)state;
  static const char *const names[] = { "Ryll Tamm\tperson\tQ77\tTamm\tgender=female\n" };
  actant_model_options with;
  actant_model_options_init(&with);
  with.names = names;
  with.name_count = 1;
  actant_model *plain = model, *own = NULL;
  assert_int_equal(ACTANT_OK, actant_model_open(&with, &own, NULL));
  model = own;
  actant_result *result = extract("Carlos Tamm, a baker, met Susan Carter. Tamm left.\n", NULL);
  actant_entity e;
  assert_null(find_entity(result, "Ryll Tamm", &e));
  actant_result_free(result);
  result = extract("Tamm met Susan Carter in London.\n", NULL);
  assert_non_null(find_entity(result, "Ryll Tamm", &e));
  actant_result_free(result);
  model = plain;
  actant_model_free(own);
}

static void a_row_of_names_with_an_error_is_told_with_its_line(void **state)
{
  (void)state;
  static const char *const names[] = { "# mine\nFoo\tcompany\n" };
  static const char *const files[] = { "mine.tsv" };
  actant_model_options with;
  actant_model_options_init(&with);
  with.names = names;
  with.name_files = files;
  with.name_count = 1;
  actant_model *out = NULL;
  actant_error err;
  assert_int_equal(ACTANT_RULES, actant_model_open(&with, &out, &err));
  assert_string_equal("mine.tsv", err.source);
  assert_int_equal(2, err.line);
  assert_null(out);
}

static const char *open_relation(const char *text, actant_statement *out)
{
  static char id[100];
  actant_extract_options options;
  actant_extract_options_init(&options);
  options.open = true;
  id[0] = '\0';
  actant_result *result = extract(text, &options);
  for (size_t i = 0; i < actant_statement_count(result); i++) {
    actant_statement s = actant_statement_at(result, i);
    if (!s.open)
      continue;
    assert_int_equal(ACTANT_NONE, s.relation);
    assert_string_equal("open", s.rule);
    assert_true(s.confidence <= 0.6);
    assert_true(strlen(s.relation_id) < sizeof id);
    strcpy(id, s.relation_id);
    *out = s;
  }
  actant_result_free(result);
  return id;
}

static void verbs_without_a_rule_are_stated_on_request(void **state)
{
  (void)state;
  actant_statement s;
  assert_string_equal("accompanied", open_relation("Susan Carter accompanied John Miller.\n", &s));
  assert_string_equal("accompanied",
                      open_relation("John Miller was accompanied by Susan Carter.\n", &s));
  assert_string_equal("switched_to", open_relation("John Miller will switch to Merck.\n", &s));
  assert_int_equal(ACTANT_PLANNED, s.status);
  assert_string_equal("accompanied",
                      open_relation("Susan Carter did not accompany John Miller.\n", &s));
  assert_int_equal(ACTANT_NEGATED, s.status);
  /* what a rule states, what only carries a noun, and what has no second name */
  assert_string_equal("", open_relation("Susan Carter met John Miller.\n", &s));
  assert_string_equal("", open_relation("Susan Carter is John Miller.\n", &s));
  assert_string_equal("", open_relation("Susan Carter took John Miller's word.\n", &s));
  assert_string_equal("", open_relation("Susan Carter bored the guests of the hotel.\n", &s));
}

static void open_relations_are_none_unless_asked_for(void **state)
{
  (void)state;
  actant_result *result = extract("Susan Carter accompanied John Miller.\n", NULL);
  assert_int_equal(0, actant_statement_count(result));
  actant_result_free(result);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(freeing_nothing_is_legal),
    cmocka_unit_test(entities_have_names_types_and_mentions),
    cmocka_unit_test(statements_have_parties_dates_and_evidence),
    cmocka_unit_test(the_stream_is_one_row_a_line),
    cmocka_unit_test(a_sink_that_refuses_is_an_error),
    cmocka_unit_test(an_annotated_document_has_trees_and_no_statements),
    cmocka_unit_test(explanations_name_both_parties_and_mark_the_sentence),
    cmocka_unit_test(every_mention_is_explained_by_what_it_was_joined_with),
    cmocka_unit_test(unnamed_entities_come_on_request),
    cmocka_unit_test(results_make_a_graph_in_every_format),
    cmocka_unit_test(a_damaged_model_is_refused),
    cmocka_unit_test(a_rule_with_an_error_is_told_with_its_place),
    cmocka_unit_test(verbs_without_a_rule_are_stated_on_request),
    cmocka_unit_test(open_relations_are_none_unless_asked_for),
    cmocka_unit_test(own_names_are_found_typed_and_identified),
    cmocka_unit_test(a_surname_is_somebody_elses_where_the_text_says_so),
    cmocka_unit_test(a_row_of_names_with_an_error_is_told_with_its_line),
  };
  return cmocka_run_group_tests(tests, open_model, close_model);
}
