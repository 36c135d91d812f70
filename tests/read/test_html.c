/* SPDX-License-Identifier: MIT */
/* Pages after the markup of many kinds of site, our own writing all: at least 98 % of the article's
   words are kept, at most 2 % of what is kept is furniture, title and date are right in all.
   read/pages/NAME.txt holds title, date, an empty line and the article. */
#include "read/read_help.h"

#include "base/utf8.h"

static const char *const pages[] = { "agency",   "amp",          "broadcaster", "broadsheet",
                                     "encoded",  "encyclopedia", "government",  "live",
                                     "magazine", "scripted",     "soup",        "sports",
                                     "tables",   "television",   "wordpress" };

typedef struct word {
  const char *bytes;
  size_t size;
} word;

static bool next_word(const char *text, size_t size, size_t *at, word *out)
{
  bool inside = false;
  for (size_t next = *at; next < size; *at = next) {
    uint32_t code = act_utf8_next(text, size, &next);
    bool letter = act_is_letter(code) || act_is_digit(code);
    if (letter && !inside)
      out->bytes = text + *at;
    if (!letter && inside)
      break;
    inside = letter;
  }
  out->size = inside ? (size_t)(text + *at - out->bytes) : 0;
  return inside;
}

static int by_bytes(const void *a, const void *b)
{
  const word *x = a, *y = b;
  int order = memcmp(x->bytes, y->bytes, x->size < y->size ? x->size : y->size);
  return order ? order : (x->size > y->size) - (x->size < y->size);
}

static size_t sorted_words(const char *text, size_t size, word *out)
{
  size_t count = 0;
  for (size_t at = 0; next_word(text, size, &at, &out[count]); count++)
    ;
  qsort(out, count, sizeof *out, by_bytes);
  return count;
}

/* How many words two texts share, each counted as often as it stands in both. */
static size_t share(const word *a, size_t a_count, const word *b, size_t b_count)
{
  size_t i = 0, j = 0, shared = 0;
  while (i < a_count && j < b_count) {
    int order = by_bytes(&a[i], &b[j]);
    shared += !order;
    i += order <= 0;
    j += order >= 0;
  }
  return shared;
}

static void check_page(const char *name)
{
  static word kept[20000], gold[20000];
  char path[128];
  size_t size, gold_size;
  snprintf(path, sizeof path, "read/pages/%s.html", name);
  char *bytes = read_file(path, &size);
  snprintf(path, sizeof path, "read/pages/%s.txt", name);
  char *expected = read_file(path, &gold_size), *title = expected,
       *date = strchr(expected, '\n') + 1, *article = strchr(date, '\n') + 1;
  date[-1] = article[-1] = '\0';
  actant_document *document = read_one(bytes, size, NULL);
  size_t text_size;
  const char *text = actant_document_text(document, &text_size);
  size_t kept_count = sorted_words(text, text_size, kept),
         gold_count = sorted_words(article, strlen(article), gold);
  size_t shared = share(kept, kept_count, gold, gold_count);
  print_message("%-14s %4zu of %4zu words kept, %2zu of furniture\n",
                name,
                shared,
                gold_count,
                kept_count - shared);
  assert_string_equal(title, actant_document_title(document));
  assert_string_equal(date, actant_document_date(document) ? actant_document_date(document) : "");
  assert_true(shared * 100 >= gold_count * 98);
  assert_true((kept_count - shared) * 100 <= kept_count * 2);
  actant_document_free(document);
  free(bytes);
  free(expected);
}

static void articles_are_kept_and_furniture_is_not(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
    check_page(pages[i]);
}

static void inline_markup_neither_glues_nor_splits(void **state)
{
  (void)state;
  actant_document *document =
    read_string("<html><body><p>The <b>Lower</b>case t<i>ow</i>n of <a href=x>Bre</a>kke, its "
                "may<wbr>or and its&shy;elf<br>went on&nbsp;foot.</p>"
                "<p>A second, <span>longer</span><span>one</span> follows here.</p></body></html>");
  check_block(document,
              0,
              ACT_BLOCK_BODY,
              "The Lowercase town of Brekke, its mayor and itself\nwent on foot.");
  check_block(document, 1, ACT_BLOCK_BODY, "A second, longerone follows here.");
  actant_document_free(document);
}

static void two_breaks_end_a_paragraph(void **state)
{
  (void)state;
  actant_document *document =
    read_string("<html><body><div>The first paragraph ends here.<br><br>The second one ends "
                "here.<br />\n<br/>And the third.</div></body></html>");
  check_block(document, 0, ACT_BLOCK_BODY, "The first paragraph ends here.");
  check_block(document, 1, ACT_BLOCK_BODY, "The second one ends here.");
  check_block(document, 2, ACT_BLOCK_BODY, "And the third.");
  actant_document_free(document);
}

static void references_become_characters(void **state)
{
  (void)state;
  actant_document *document =
    read_string("<html><body><p>Caf&eacute; &amp; &#8220;bar&#x201D; &#150; it&#146;s &lt;open&gt; "
                "for &hellip; all of us.</p></body></html>");
  check_block(document, 0, ACT_BLOCK_BODY, "Café & “bar” – it’s <open> for … all of us.");
  actant_document_free(document);
}

static void hidden_text_is_not_read(void **state)
{
  (void)state;
  actant_document *document =
    read_string("<html><body><p>What is shown is read by all.</p><p style='display: none'>A trap "
                "for readers of pages.</p><p hidden>Another one of these.</p>"
                "<script>var a = '<p>No text at all.</p>';</script><template><p>Nor is this "
                "one.</p></template></body></html>");
  assert_int_equal(1, document->blocks.count);
  actant_document_free(document);
}

static void captions_credits_bylines_and_datelines_are_told_apart(void **state)
{
  (void)state;
  actant_document *document =
    read_string("<html><body><article><h1>Harbour opens again after storm</h1><p class=byline>By "
                "Ada Moe</p><figure><img><figcaption>Boats in the harbour of Brekke on Monday. "
                "(Jon Ek/Coast Agency)</figcaption></figure>"
                "<p>BREKKE, May 3 (CA) &mdash; The harbour opened again on Tuesday, the mayor "
                "said.</p></article></body></html>");
  assert_string_equal("Harbour opens again after storm", actant_document_title(document));
  check_block(document, 0, ACT_BLOCK_HEADLINE, "Harbour opens again after storm");
  check_block(document, 1, ACT_BLOCK_BYLINE, "By Ada Moe");
  check_block(document, 2, ACT_BLOCK_CAPTION, "Boats in the harbour of Brekke on Monday.");
  check_block(document, 3, ACT_BLOCK_CREDIT, "(Jon Ek/Coast Agency)");
  check_block(document, 4, ACT_BLOCK_DATELINE, "BREKKE, May 3 (CA) —");
  check_block(document, 5, ACT_BLOCK_BODY, "The harbour opened again on Tuesday, the mayor said.");
  actant_document_free(document);
}

static void what_a_page_says_of_itself_is_kept(void **state)
{
  (void)state;
  actant_document *document =
    read_string("<html lang=en-GB><head><title>Ferry sold | The Post</title><link rel=canonical "
                "href=https://post.example/ferry><meta property=og:site_name content='The Post'>"
                "<meta name=date content='3 May 2011'></head><body><p>The ferry has been sold to a "
                "man from Brekke.</p></body></html>");
  assert_string_equal("Ferry sold", actant_document_title(document));
  assert_string_equal("https://post.example/ferry", actant_document_url(document));
  assert_string_equal("The Post", actant_document_site(document));
  assert_string_equal("2011-05-03", actant_document_date(document));
  assert_string_equal("en-GB", document->language);
  actant_document_free(document);
}

static void a_page_without_text_is_empty(void **state)
{
  (void)state;
  actant_error err;
  size_t count;
  const char page[] = "<!doctype html><html><body><script>go()</script></body></html>";
  assert_int_equal(ACTANT_EMPTY, read_all(page, sizeof page - 1, NULL, &count, &err));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(articles_are_kept_and_furniture_is_not),
    cmocka_unit_test(inline_markup_neither_glues_nor_splits),
    cmocka_unit_test(two_breaks_end_a_paragraph),
    cmocka_unit_test(references_become_characters),
    cmocka_unit_test(hidden_text_is_not_read),
    cmocka_unit_test(captions_credits_bylines_and_datelines_are_told_apart),
    cmocka_unit_test(what_a_page_says_of_itself_is_kept),
    cmocka_unit_test(a_page_without_text_is_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
