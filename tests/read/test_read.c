/* SPDX-License-Identifier: MIT */
/* Plain text: paragraphs, what each block is, dates, encodings, and one clear error for what is no
 * text. */
#include "read/read_help.h"

#include "read/cues.h"

static void saved_pages_are_read_for_what_they_are(void **state)
{
  (void)state;
  actant_document *document = read_string(
    "Skip to navigation\nMenu icon\n21°C\n\nLighthouse keeper retires after fifty winters\n\n"
    "FILE - Keeper Ole Strand, left, lights the lamp at Cape Ardle on Feb. 2, 2019. Strand said "
    "Tuesday, May 4, 2021 he would retire. (Una Moe/Coast Agency, File)\n\n"
    "By Ada Lund\n\nBREKKE – Keeper Ole Strand said Tuesday that he would leave the lighthouse at "
    "Cape Ardle.\n\n"
    "Advertisement\n\nHe came to the cape in the winter of 1971.\n\nRead more: The lamps of the "
    "north\n\nSign up for our weekly letter.\n\n"
    "What the law says\n\nNobody may live on the cape, the governor "
    "said.\n\nWorld\nSports\nLocal\n");
  static const act_block_kind kinds[] = {
    ACT_BLOCK_FURNITURE, ACT_BLOCK_FURNITURE, ACT_BLOCK_FURNITURE, ACT_BLOCK_HEADLINE,
    ACT_BLOCK_CAPTION,   ACT_BLOCK_CREDIT,    ACT_BLOCK_BYLINE,    ACT_BLOCK_DATELINE,
    ACT_BLOCK_BODY,      ACT_BLOCK_FURNITURE, ACT_BLOCK_BODY,      ACT_BLOCK_FURNITURE,
    ACT_BLOCK_FURNITURE, ACT_BLOCK_HEADLINE,  ACT_BLOCK_BODY,      ACT_BLOCK_FURNITURE,
    ACT_BLOCK_FURNITURE, ACT_BLOCK_FURNITURE
  };
  assert_int_equal(sizeof kinds / sizeof *kinds, document->blocks.count);
  for (size_t i = 0; i < document->blocks.count; i++)
    assert_int_equal(kinds[i], document->blocks.data[i].kind);
  assert_string_equal("Lighthouse keeper retires after fifty winters",
                      actant_document_title(document));
  assert_string_equal("2021-05-04", actant_document_date(document));
  assert_true(document->text_is_input);
  actant_document_free(document);
}

static void two_credits_behind_a_caption_are_one_block(void **state)
{
  (void)state;
  static const char text[] = "FILE - Keeper Ole Strand lights the lamp at Cape Ardle in 2019. "
                             "(Una Moe, Coast Pool Photo via Agency) (Una Moe, Coast Agency)";
  actant_document *document = read_string(text);
  assert_int_equal(2, document->blocks.count);
  assert_int_equal(ACT_BLOCK_CAPTION, document->blocks.data[0].kind);
  assert_int_equal(ACT_BLOCK_CREDIT, document->blocks.data[1].kind);
  assert_int_equal(strlen(text), document->blocks.data[1].end);
  actant_document_free(document);
}

static void wrapped_lines_are_one_paragraph(void **state)
{
  (void)state;
  actant_document *document =
    read_string("The mayor of Port Elder said on Tuesday that the canal would be\nreopened before "
                "the winter, after talks with the company had\nended without an agreement. "
                "She denied that anybody had asked\nfor money.\n\n   A second paragraph is "
                "indented here, and goes on to the end of\nits line as the first one did.\n   A "
                "third one follows without an empty line before it, and it\nis wrapped too.\n");
  assert_int_equal(3, document->blocks.count);
  actant_document_free(document);
}

static void unwrapped_lines_are_paragraphs(void **state)
{
  (void)state;
  actant_document *document =
    read_string("Minister meets envoy\nThe minister met the envoy of Norland in Vell today.\nA "
                "spokesman said that they had talked about fish, timber and the border for most of "
                "the afternoon, and that they would meet again.\nThey will.\n");
  assert_int_equal(4, document->blocks.count);
  check_block(document, 0, ACT_BLOCK_HEADLINE, "Minister meets envoy");
  check_block(document, 3, ACT_BLOCK_BODY, "They will.");
  actant_document_free(document);
}

static void datelines_are_split_off(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    size_t length;
  } lines[] = {
    { "YEREVAN – The", 11 },
    { "WASHINGTON, March 3 (Reuters) - The", 31 },
    { "MEXICO CITY, Oct. 8 – The", 23 },
    { "BERLIN (AP) — The", 15 },
    { "Dubai, United Arab Emirates (CNN) — The", 37 },
    { "ST. LOUIS, Mo. -- The", 17 },
    { "(UPI) -- The", 8 },
    { "MOSCOW. March 31 (Interfax) - The", 29 },
    { "NEW DELHI: The", 10 },
    { "NATO — the alliance — said so.", 0 },
    { "He won – The crowd cheered.", 0 },
    { "Ada Moe – The mayor of Vell – left.", 0 },
    { "Marta Oskarsen (12 May 1898 – 3 January 1977) was", 0 },
    { "UPDATE: The", 0 },
    { "Two of them - Ada and Ole - left.", 0 },
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    size_t length = act_dateline(lines[i].text, strlen(lines[i].text));
    if (length != lines[i].length)
      fail_msg("%s: %zu bytes, expected %zu", lines[i].text, length, lines[i].length);
  }
}

static void headlines_and_prose_are_no_furniture(void **state)
{
  (void)state;
  static const char *const kept[] = { "All 12 people aboard were killed.",
                                      "President defends comments",
                                      "Minister resigns on Facebook",
                                      "Video shows the moment of the blast",
                                      "Watch out for the tide, the coastguard says.",
                                      "News of the treaty reached Vell at dawn.",
                                      "Sharing the river",
                                      "More than forty people were hurt.",
                                      "Contact with the ship was lost on Friday.",
                                      "Home rule for the islands",
                                      "Subscribers of the paper sued its owner.",
                                      "Top general meets envoy" };
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    if (act_is_furniture(kept[i], strlen(kept[i])))
      fail_msg("furniture: %s", kept[i]);
  static const char *const left[] = { "Share",
                                      "ADVERTISEMENT",
                                      "Recommended Videos",
                                      "14º",
                                      "72°F",
                                      "5 min read",
                                      "3 hours ago",
                                      "We use cookies to improve your visit.",
                                      "© 2020 The Post",
                                      "Home > News > Europe",
                                      "Sign up for our newsletter",
                                      "Read more: A ferry is sold",
                                      "READ ALSO | A ferry is sold",
                                      "#ferry",
                                      "***",
                                      "Copyright 2022 The Post. All rights reserved.",
                                      "Close icon",
                                      "12 Comments" };
  for (size_t i = 0; i < sizeof left / sizeof *left; i++)
    if (!act_is_furniture(left[i], strlen(left[i])))
      fail_msg("not furniture: %s", left[i]);
}

static void documents_are_dated(void **state)
{
  (void)state;
  static const struct {
    const char *text, *date;
  } texts[] = {
    { "A ferry is sold\n\nFriday, 3 June 2016\n\nThe ferry was sold on 1 May 2017 to a man.",
      "2016-06-03" },
    { "A ferry is sold\n\nThe ferry was sold to Ada Moe (born 3 June 1980) of Vell.", "" },
    { "A ferry is sold\n\nThe ferry was sold today.\n\nPublished 31.12.2019", "2019-12-31" },
    { "A ferry is sold\n\nBREKKE, Sept. 2, 2011 – The ferry was sold.", "2011-09-02" },
    { "A ferry is sold\n\nThe ferry was sold on 03/04/2012, they said.", "" },
    { "The ferry was sold on 2012-04-03, they said.", "2012-04-03" },
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    actant_document *document = read_string(texts[i].text);
    assert_string_equal(texts[i].date, document->date_text);
    actant_document_free(document);
  }
  actant_read_options options;
  actant_read_options_init(&options);
  options.date = "2001-02";
  actant_document *document = read_one(texts[0].text, strlen(texts[0].text), &options);
  assert_string_equal("2001-02", actant_document_date(document));
  actant_document_free(document);
}

static void bytes_of_utf8_stay_as_they_are(void **state)
{
  (void)state;
  static const char text[] =
    "\xEF\xBB\xBFThe title of it\r\n\r\nAda left Vell.\r\nOle\xC2\xA0stayed.\r\n";
  actant_document *document = read_one(text, sizeof text - 1, NULL);
  assert_int_equal(sizeof text - 1, document->size);
  assert_memory_equal(text, document->text, sizeof text);
  assert_int_equal(3, document->blocks.data[0].begin);
  check_block(document, 2, ACT_BLOCK_BODY, "Ole\xC2\xA0stayed.");
  actant_document_free(document);
}

static void marks_and_names_of_encodings_are_honoured(void **state)
{
  (void)state;
  static const char little[] = "\xFF\xFEI\0t\0 \0r\0a\0i\0n\0s\0.\0",
                    big[] = "\xFE\xFF\0I\0t\0 \0r\0a\0i\0n\0s\0.",
                    wide[] = "\xFF\xFE\0\0I\0\0\0t\0\0\0.\0\0\0";
  actant_document *document = read_one(little, sizeof little - 1, NULL);
  assert_string_equal("It rains.", document->text);
  assert_false(document->text_is_input);
  actant_document_free(document);
  document = read_one(big, sizeof big - 1, NULL);
  assert_string_equal("It rains.", document->text);
  actant_document_free(document);
  document = read_one(wide, sizeof wide - 1, NULL);
  assert_string_equal("It.", document->text);
  actant_document_free(document);
  actant_read_options options;
  actant_read_options_init(&options);
  options.encoding = "ISO-8859-2";
  document = read_one("\xA3\xF3"
                      "d\xBC.",
                      5,
                      &options);
  assert_string_equal("Łódź.", document->text);
  actant_document_free(document);
}

typedef struct refused {
  const char *bytes;
  size_t size;
  actant_status status;
  int64_t offset; /* -1: none */
  const char *says;
} refused;

static void what_is_no_text_is_refused(void **state)
{
  (void)state;
  static const refused cases[] = {
    { "", 0, ACTANT_EMPTY, -1, "empty" },
    { " \n\t\xC2\xA0", 5, ACTANT_EMPTY, -1, "white space" },
    { "Caf\xE9 noir", 9, ACTANT_ENCODING, 3, "--encoding" },
    { "ab\0cd", 5, ACTANT_FORMAT, 2, "NUL" },
    { "%PDF-1.7 x", 10, ACTANT_FORMAT, 0, "PDF" },
    { "I\0t\0 \0i\0s\0.\0", 12, ACTANT_ENCODING, 1, "UTF-16LE" },
    { "\x01\x02\x03 a", 5, ACTANT_FORMAT, 0, "control" },
    { "<html><meta charset=utf-8><p>\xE9</p>", 34, ACTANT_ENCODING, 29, "UTF-8" },
    { "<html><meta charset=euc-jp><p>\xFF\xFF</p>", 36, ACTANT_ENCODING, 30, "euc-jp" },
    { "<html><meta charset=no-such-thing><p>x</p>", 42, ACTANT_ARGUMENT, -1, "no-such-thing" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    actant_error err = { .message = "" };
    size_t count;
    actant_read_options options;
    actant_read_options_init(&options);
    options.name = "some file";
    assert_int_equal(cases[i].status,
                     read_all(cases[i].bytes, cases[i].size, &options, &count, &err));
    assert_string_equal("some file", err.source);
    assert_non_null(strstr(err.message, cases[i].says));
    assert_int_equal(cases[i].offset >= 0, err.has_offset);
    if (cases[i].offset >= 0)
      assert_int_equal(cases[i].offset, err.offset);
  }
}

static void options_are_checked(void **state)
{
  (void)state;
  actant_read_options options;
  actant_error err;
  size_t count;
  actant_read_options_init(&options);
  options.format = "word";
  assert_int_equal(ACTANT_ARGUMENT, read_all("x", 1, &options, &count, &err));
  actant_read_options_init(&options);
  options.date = "yesterday";
  assert_int_equal(ACTANT_ARGUMENT, read_all("x", 1, &options, &count, &err));
  actant_read_options_init(&options);
  options.max_bytes = 10;
  assert_int_equal(ACTANT_LIMIT, read_all("It rains in Vell.", 17, &options, &count, &err));
  assert_non_null(strstr(err.message, "--max-bytes"));
  options.max_bytes = 17;
  assert_int_equal(ACTANT_OK, read_all("It rains in Vell.", 17, &options, &count, &err));
  options.format = "text";
  assert_int_equal(ACTANT_OK, read_all("<p>It rains</p>", 15, &options, &count, &err));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(saved_pages_are_read_for_what_they_are),
    cmocka_unit_test(two_credits_behind_a_caption_are_one_block),
    cmocka_unit_test(wrapped_lines_are_one_paragraph),
    cmocka_unit_test(unwrapped_lines_are_paragraphs),
    cmocka_unit_test(datelines_are_split_off),
    cmocka_unit_test(headlines_and_prose_are_no_furniture),
    cmocka_unit_test(documents_are_dated),
    cmocka_unit_test(bytes_of_utf8_stay_as_they_are),
    cmocka_unit_test(marks_and_names_of_encodings_are_honoured),
    cmocka_unit_test(what_is_no_text_is_refused),
    cmocka_unit_test(options_are_checked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
