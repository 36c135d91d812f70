/* SPDX-License-Identifier: MIT */
/* JSON Lines and CoNLL-U: documents one after another, and errors that cost one of them only. */
#include "read/read_help.h"

static void each_line_of_json_is_a_document(void **state)
{
  (void)state;
  static const char lines[] =
    "{\"id\": \"a\", \"text\": \"Ada met Ole in Brekke.\", \"title\": \"A meeting\", \"date\": "
    "\"2011-05-03\", \"url\": \"http://x.example\"}\r\n"
    "\n{\"id\": 7, \"text\": \"Ole left.\\n\\nAda stayed.\"}\n{\"text\": \"Nobody knows.\"}";
  actant_reader *reader;
  actant_document *document;
  actant_read_options options;
  actant_read_options_init(&options);
  options.name = "x.jsonl";
  assert_int_equal(ACTANT_OK, actant_reader_open(lines, sizeof lines - 1, &options, &reader, NULL));
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  assert_string_equal("a", actant_document_name(document));
  assert_string_equal("A meeting", actant_document_title(document));
  assert_string_equal("2011-05-03", actant_document_date(document));
  assert_string_equal("http://x.example", actant_document_url(document));
  assert_false(document->text_is_input);
  actant_document_free(document);
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  assert_string_equal("7", actant_document_name(document));
  check_block(document, 1, ACT_BLOCK_BODY, "Ada stayed.");
  actant_document_free(document);
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  assert_string_equal("x.jsonl:4", actant_document_name(document));
  actant_document_free(document);
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  assert_null(document);
  actant_reader_free(reader);
}

static void a_bad_line_costs_itself_only(void **state)
{
  (void)state;
  static const char *const bad[] = { "{\"id\": \"b\"",
                                     "[1]",
                                     "{\"id\": \"b\"}",
                                     "{\"text\": 5}",
                                     "{\"text\": \"x\", \"date\": \"May\"}",
                                     "{\"text\": \" \"}",
                                     "{\"text\": \"a\\u0000b\"}" };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char lines[256];
    actant_error err = { .line = 0 };
    size_t count;
    int n =
      snprintf(lines, sizeof lines, "{\"text\": \"One.\"}\n%s\n{\"text\": \"Two.\"}\n", bad[i]);
    assert_int_not_equal(ACTANT_OK, read_all(lines, (size_t)n, NULL, &count, &err));
    assert_int_equal(2, count);
    assert_int_equal(2, err.line);
  }
}

static const char given[] =
  "# newdoc id = first\n# newpar\n# sent_id = 1\n# text = I don't know Ada.\n"
  "1\tI\tI\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_"
  "\n2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
  "4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\t_\n4.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_"
  "\n5\tAda\tAda\tPROPN\tNNP\t_\t4\tobj\t_\tSpaceAfter=No\n6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
  "# newpar\n1\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t!\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
  "# newdoc id = second\n# text = does not "
  "fit\n1-2\tau\t_\t_\t_\t_\t_\t_\t_\t_\n1\tà\t_\t_\t_\t_\t_\t_\t_\t_\n2\tle\t_\t_\t_\t_\t_\t_\t_"
  "\t_\n3\tlac\t_\t_\t_\t_\t_\t_\t_\t_\n";

static void given_tokens_stand_in_the_text(void **state)
{
  (void)state;
  actant_reader *reader;
  actant_document *document;
  assert_int_equal(ACTANT_OK, actant_reader_open(given, sizeof given - 1, NULL, &reader, NULL));
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  check_document(document);
  assert_string_equal("first", actant_document_name(document));
  assert_string_equal("I don't know Ada.\n\ndu!", document->text);
  assert_int_equal(2, document->blocks.count);
  assert_int_equal(8, document->given.count);
  assert_int_equal(2, document->given.data[1].range);
  assert_int_equal(4, document->given.data[2].begin);
  assert_int_equal(7, document->given.data[2].end);
  assert_string_equal("nsubj", document->given.data[0].deprel);
  assert_true(document->given.data[6].sentence_start);
  assert_null(document->given.data[6].upos);
  actant_document_free(document);
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  check_document(document);
  assert_string_equal("au lac", document->text); /* "# text" is not what the forms spell */
  assert_int_equal(0, document->given.data[1].begin);
  assert_int_equal(2, document->given.data[1].end);
  actant_document_free(document);
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  assert_null(document);
  actant_reader_free(reader);
}

static void malformed_lines_give_line_and_column(void **state)
{
  (void)state;
  static const struct {
    const char *line;
    uint32_t column;
  } bad[] = {
    { "2\tx\tx\tX\t_\t_\t1\tdep\t_", 20 },     { "2\tx\tx\tX\t_\t_\t1\tdep\t_\t_\t_", 22 },
    { "3\tx\tx\tX\t_\t_\t1\tdep\t_\t_", 1 },   { "x\tx\tx\tX\t_\t_\t1\tdep\t_\t_", 1 },
    { "2\t\tx\tX\t_\t_\t1\tdep\t_\t_", 3 },    { "2\tx\tx\tX\t_\t_\tone\tdep\t_\t_", 13 },
    { "2-1\tx\tx\tX\t_\t_\t1\tdep\t_\t_", 1 },
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char file[512];
    actant_error err = { .line = 0 };
    size_t count;
    int n = snprintf(file,
                     sizeof file,
                     "# newdoc id = a\n1\tx\tx\tX\t_\t_\t0\troot\t_\t_\n%s\n\n# newdoc id = "
                     "b\n1\ty\ty\tX\t_\t_\t0\troot\t_\t_\n",
                     bad[i].line);
    assert_int_equal(ACTANT_FORMAT, read_all(file, (size_t)n, NULL, &count, &err));
    assert_int_equal(1, count); /* the second document is still read */
    assert_int_equal(3, err.line);
    assert_int_equal(bad[i].column, err.column);
  }
}

static void heads_beyond_the_sentence_are_refused(void **state)
{
  (void)state;
  static const char file[] = "1\tx\tx\tX\t_\t_\t9\troot\t_\t_\n\n",
                    cut[] = "1-2\txy\t_\t_\t_\t_\t_\t_\t_\t_\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
  size_t count;
  assert_int_equal(ACTANT_FORMAT, read_all(file, sizeof file - 1, NULL, &count, NULL));
  assert_int_equal(ACTANT_FORMAT, read_all(cut, sizeof cut - 1, NULL, &count, NULL));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_line_of_json_is_a_document),
    cmocka_unit_test(a_bad_line_costs_itself_only),
    cmocka_unit_test(given_tokens_stand_in_the_text),
    cmocka_unit_test(malformed_lines_give_line_and_column),
    cmocka_unit_test(heads_beyond_the_sentence_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
