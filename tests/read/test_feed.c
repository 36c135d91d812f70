/* SPDX-License-Identifier: MIT */
/* Items of feeds become documents with title, date, address and text. */
#include "read/read_help.h"

#include <actant/actant.h>
#include <stdlib.h>

static actant_reader *open_feed(const char *text)
{
  actant_reader *reader = NULL;
  actant_read_options options;
  actant_read_options_init(&options);
  options.name = "f";
  assert_int_equal(ACTANT_OK, actant_reader_open(text, strlen(text), &options, &reader, NULL));
  return reader;
}

/* The next item has these; NULL: none. */
static void expect_item(actant_reader *reader,
                        const char *name,
                        const char *title,
                        const char *date,
                        const char *url,
                        const char *text)
{
  actant_document *document = NULL;
  actant_error err;
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, &err));
  assert_non_null(document);
  check_document(document);
  const char *const wanted[] = { name, title, date, url, text };
  const char *const found[] = { actant_document_name(document),
                                actant_document_title(document),
                                actant_document_date(document),
                                actant_document_url(document),
                                actant_document_text(document, NULL) };
  for (size_t i = 0; i < 5; i++) {
    assert_int_equal(!wanted[i], !found[i]);
    if (wanted[i])
      assert_string_equal(wanted[i], found[i]);
  }
  actant_document_free(document);
}

static void expect_end(actant_reader *reader)
{
  actant_document *document = NULL;
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &document, NULL));
  assert_null(document);
  actant_reader_free(reader);
}

static void rss_2_is_read(void **state)
{
  (void)state;
  actant_reader *reader = open_feed(
    "<?xml version=\"1.0\"?><rss version=\"2.0\" "
    "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
    "xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>News</title>"
    "<item><title>Maran &amp;amp; Verell</title><link>https://l.example/a</link>"
    "<pubDate>Tue, 03 May 2022 10:00:00 GMT</pubDate><description>Short.</description>"
    "<media:title>Other</media:title><content:encoded><![CDATA[<p>Ilse Maran met Tomas Verell "
    "in Helsinki.</p><p>They left &amp; smiled.</p>]]></content:encoded></item>"
    "<item></item>"
    "<item><guid>https://l.example/b</guid><description>&lt;p&gt;Caf&#233; owner Adela Quist met "
    "Karl Weber &lt;b&gt;yesterday&lt;/b&gt;.&lt;/p&gt;</description></item>"
    "<item><guid isPermaLink=\"false\">77</guid><description>First words of it.\n\nSecond words of "
    "it.</description></item></channel></rss>");
  expect_item(reader,
              "f!1",
              "Maran & Verell",
              "2022-05-03",
              "https://l.example/a",
              "Maran & Verell\n\nIlse Maran met Tomas Verell in Helsinki.\n\nThey left & smiled.");
  expect_item(reader,
              "f!2",
              NULL,
              NULL,
              "https://l.example/b",
              "Caf\xC3\xA9 owner Adela Quist met Karl Weber yesterday.");
  expect_item(reader, "f!3", NULL, NULL, NULL, "First words of it.\n\nSecond words of it.");
  expect_end(reader);
}

static void rss_1_is_read(void **state)
{
  (void)state;
  actant_reader *reader = open_feed(
    "<!-- a > b --><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
    "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
    "<channel rdf:about=\"x\"><title>c</title></channel><item rdf:about=\"y\"><title>Karl Weber "
    "visits Bern</title><link>https://r.example/1</link><description>Karl Weber visited "
    "Bern.</description><dc:date>2021-03-04</dc:date></item></rdf:RDF>");
  expect_item(reader,
              "f!1",
              "Karl Weber visits Bern",
              "2021-03-04",
              "https://r.example/1",
              "Karl Weber visits Bern\n\nKarl Weber visited Bern.");
  expect_end(reader);
}

static void atom_is_read(void **state)
{
  (void)state;
  actant_reader *reader = open_feed(
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title><entry><title>AT&amp;T buys "
    "&lt;Wireless&gt;</title><link rel=\"self\" href=\"https://x.example/self\"/><link "
    "href=\"https://x.example/1\"/><published>2023-01-02T10:00:00Z</published>"
    "<updated>2024-01-01T00:00:00Z</updated><summary>Sum.</summary><content type=\"xhtml\"><div "
    "xmlns=\"http://www.w3.org/1999/xhtml\"><p>John Miller met <b>Susan Carter</b> &amp; "
    "left.</p><p>He will visit Paris.</p></div></content></entry>"
    "<entry><title type=\"html\">A &amp;lt; B</title><updated>2024-05-06T00:00:00Z</updated>"
    "<content type=\"html\">&lt;p&gt;Adela Quist met Karl Weber.&lt;/p&gt;</content></entry>"
    "</feed>");
  expect_item(
    reader,
    "f!1",
    "AT&T buys <Wireless>",
    "2023-01-02",
    "https://x.example/1",
    "AT&T buys <Wireless>\n\nJohn Miller met Susan Carter & left.\n\nHe will visit Paris.");
  expect_item(reader, "f!2", "A < B", "2024-05-06", NULL, "A < B\n\nAdela Quist met Karl Weber.");
  expect_end(reader);
}

static void what_feeds_do_wrong_is_read(void **state)
{
  (void)state;
  actant_reader *reader = open_feed(
    "<rss><channel><item><title>Q & A &mdash; R&amp;D &#8212; &foo <![CDATA[& C]]></title>"
    "<description>Karl &nbsp;Weber met Adela Quist.</description></item></channel></rss>");
  expect_item(reader,
              "f!1",
              "Q & A \xE2\x80\x94 R&D \xE2\x80\x94 &foo & C",
              NULL,
              NULL,
              "Q & A \xE2\x80\x94 R&D \xE2\x80\x94 &foo & C\n\nKarl Weber met Adela Quist.");
  expect_end(reader);
}

static void what_is_no_feed_is_refused(void **state)
{
  (void)state;
  static const char empty[] = "<rss><channel></channel></rss>";
  static const char cut[] =
    "<rss><channel><item><title>Karl Weber met Ann Lee.</title></item><item>";
  static const char bomb[] =
    "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\"><!ENTITY b "
    "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><rss><channel><item><title>T &b;</title></item>"
    "</channel></rss>";
  size_t count;
  actant_error err;
  assert_int_equal(ACTANT_EMPTY, read_all(empty, sizeof empty - 1, NULL, &count, &err));
  assert_int_equal(ACTANT_FORMAT, read_all(cut, sizeof cut - 1, NULL, &count, &err));
  assert_non_null(strstr(err.message, "broken XML"));
  assert_int_equal(ACTANT_FORMAT, read_all(bomb, sizeof bomb - 1, NULL, &count, &err));
}

static void comments_and_sections_are_told_apart(void **state)
{
  (void)state;
  actant_reader *reader = open_feed(
    "<rss><!-- a & <item> --><channel><item><title>A<!-- & "
    "-->B</title><description><![CDATA[<p>Karl "
    "Weber met Ann Lee &amp; Bo Vos.</p><!-- no words -->]]></description></item></channel></rss>");
  expect_item(reader, "f!1", "AB", NULL, NULL, "AB\n\nKarl Weber met Ann Lee & Bo Vos.");
  expect_end(reader);
}

/* A million that never end take no longer than one. */
static void what_never_ends_is_refused_at_once(void **state)
{
  (void)state;
  static const char *const opens[] = { "<!-- ", "<![CDATA[", "<", "&" };
  enum { SIZE = 4 << 20 };
  char *text = malloc(SIZE);
  assert_non_null(text);
  for (size_t i = 0; i < 4; i++) {
    size_t n = strlen(opens[i]), count;
    actant_error err;
    memcpy(text, "<rss><channel><item><title>", 27);
    for (size_t at = 27; at < SIZE; at++)
      text[at] = opens[i][(at - 27) % n];
    assert_int_equal(ACTANT_FORMAT, read_all(text, SIZE, NULL, &count, &err));
  }
  free(text);
}

/* What archives begin with, in a text. */
static void words_of_archives_are_words(void **state)
{
  (void)state;
  char text[400] = "BZhang met WARC/1.0 in Oslo.";
  assert_false(actant_is_archive(text, strlen(text)));
  memset(text, 'a', sizeof text);
  memcpy(text + 257, "ustar", 5);
  assert_false(actant_is_archive(text, sizeof text));
  assert_true(actant_is_archive("WARC/1.1\r\n", 10));
  assert_true(actant_reads_name("news/a.HTML.gz"));
  assert_true(actant_reads_name("b.tar.xz"));
  assert_false(actant_reads_name("news/.a.txt"));
  assert_false(actant_reads_name("picture.png.gz"));
  assert_false(actant_reads_name("txt"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(rss_2_is_read),
    cmocka_unit_test(rss_1_is_read),
    cmocka_unit_test(atom_is_read),
    cmocka_unit_test(what_feeds_do_wrong_is_read),
    cmocka_unit_test(what_is_no_feed_is_refused),
    cmocka_unit_test(comments_and_sections_are_told_apart),
    cmocka_unit_test(what_never_ends_is_refused_at_once),
    cmocka_unit_test(words_of_archives_are_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
