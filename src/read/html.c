/* SPDX-License-Identifier: MIT */
/* Pages of HTML: from the article's place on the page to a document.

   The document's text is made anew: the headline, then what is kept of the article, a paragraph
   each with an empty line between.  What stands inside an article and is not of it (links to
   others, share buttons, tables of figures, dates) is left out; a heading with nothing under it
   goes as well.  When a page has less text than its JSON-LD gives, as pages built by scripts have,
   that is taken. */
#include "read/draft.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/cues.h"
#include "read/dates.h"
#include "read/html_score.h"

#include <string.h>

enum {
  STRAY_WORDS = 4,
  CARD_WORDS = 40,
  BYLINE_MOST = 24,
  DATE_MOST = 14,
  QUOTE_MOST = 60,
  CELL_WORDS = 7,
  MOST_QUOTES = 100 /* that are compared with all the text; each costs a pass */
};

bool act_looks_like_html(const char *bytes, size_t size)
{
  static const char *const tags[] = { "<!doctype html", "<html",   "<?xml",    "<head",    "<body",
                                      "<!--",           "<div",    "<article", "<p>",      "<p ",
                                      "<meta",          "<title",  "<main",    "<section", "<h1",
                                      "<table",         "<script", "<link",    "<header",  "<span",
                                      "<center",        "<font",   "<b>",      "<br" };
  size_t at = size >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
  while (at < size && strchr(" \t\r\n", bytes[at]))
    at++;
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    size_t n = strlen(tags[i]);
    if (size - at >= n && act_ascii_same_start(bytes + at, tags[i], n))
      return true;
  }
  return false;
}

/* A block of the document to be. */
typedef struct part {
  size_t begin, end; /* bytes of the page's text */
  act_block_kind kind;
  unsigned rank; /* of a heading, else 0 */
} part;

typedef struct maker {
  const act_page *page;
  const act_html_article *article;
  ACT_ARRAY(part) parts;
  act_bytes text;
  unsigned quotes;
  act_date visible; /* the first date that the article shows by itself */
} maker;

static unsigned rank_of(uint32_t flags)
{
  return flags & ACT_HTML_HEADING ? (flags >> ACT_HTML_RANK) & 7 : 0;
}

/* The nearest element around a node, inside the article, that has a flag; UINT32_MAX for none. */
static uint32_t around(const maker *m, uint32_t node, uint32_t flag)
{
  while (node > m->article->wide) {
    if (m->page->nodes.data[node].flags & flag)
      return node;
    node = m->page->nodes.data[node].parent;
  }
  return UINT32_MAX;
}

/* Whether a piece stands in a list of links or a table of figures. */
static bool in_index(const maker *m, const act_html_piece *piece)
{
  const act_html_sum *sums = m->article->sums;
  uint32_t list = around(m, piece->node, ACT_HTML_LIST),
           table = around(m, piece->node, ACT_HTML_TABLE);
  if (list != UINT32_MAX && sums[list].linked * 2 > sums[list].bytes)
    return true;
  return table != UINT32_MAX && sums[table].all_words < CELL_WORDS * sums[table].pieces;
}

static bool repeated(const maker *m, const char *s, size_t n, const act_html_piece *self)
{
  for (size_t i = m->article->begin; i < m->article->end; i++) {
    const act_html_piece *other = &m->page->pieces.data[i];
    const char *text = m->page->text.data + other->begin;
    size_t size = other->end - other->begin;
    if (other == self || size <= n)
      continue;
    for (size_t at = 0; at + n <= size; at++)
      if (text[at] == s[0] && !memcmp(text + at, s, n))
        return true;
  }
  return false;
}

/* A pulled quote says again, larger, what the article says. */
static bool is_pulled(maker *m, const act_html_piece *piece, size_t words)
{
  const char *s = m->page->text.data + piece->begin;
  size_t n = piece->end - piece->begin, begin = 0, end = n;
  bool quote = m->page->nodes.data[piece->node].flags & ACT_HTML_QUOTE;
  if (!quote || words < 4 || words > QUOTE_MOST || m->quotes++ >= MOST_QUOTES)
    return false;
  while (begin < end && (s[begin] == '"' || (unsigned char)s[begin] >= 0x80))
    begin++;
  while (end > begin && (strchr("\".,", s[end - 1]) || (unsigned char)s[end - 1] >= 0x80))
    end--;
  return end > begin && repeated(m, s + begin, end - begin, piece);
}

static void see_date(maker *m, const char *s, size_t n)
{
  act_found_date found;
  if (!m->visible.year && act_find_date(s, n, 0, &found))
    m->visible = found.date;
}

/* A short line that is no sentence and stands in no element for text. */
static bool is_stray(uint32_t flags, const char *s, size_t n, size_t words)
{
  uint32_t told = ACT_HTML_HEADING | ACT_HTML_PARAGRAPH | ACT_HTML_ITEM | ACT_HTML_QUOTE |
                  ACT_HTML_CAPTION | ACT_HTML_CREDIT | ACT_HTML_BYLINE;
  return !(flags & told) && words <= STRAY_WORDS && !act_ends_sentence(s, n);
}

/* What a piece inside the article is; FURNITURE is left out. */
static act_block_kind kind_of(maker *m, const act_html_piece *piece)
{
  const char *s = m->page->text.data + piece->begin;
  size_t n = piece->end - piece->begin, words = act_count_words(s, n);
  uint32_t flags = m->page->nodes.data[piece->node].flags;
  if (flags & ACT_HTML_BAD)
    return ACT_BLOCK_FURNITURE;
  if (act_is_date_line(s, n) || ((flags & ACT_HTML_DATE) && words <= DATE_MOST)) {
    see_date(m, s, n);
    return ACT_BLOCK_FURNITURE;
  }
  if (!words || act_is_furniture(s, n) || in_index(m, piece) || is_pulled(m, piece, words))
    return ACT_BLOCK_FURNITURE;
  if (flags & ACT_HTML_CREDIT)
    return ACT_BLOCK_CREDIT;
  if (flags & (ACT_HTML_CAPTION | ACT_HTML_FIGURE))
    return act_is_credit(s, n) ? ACT_BLOCK_CREDIT : ACT_BLOCK_CAPTION;
  if (act_is_byline(s, n))
    return ACT_BLOCK_BYLINE;
  if (flags & ACT_HTML_BYLINE)
    return words <= BYLINE_MOST && !act_ends_sentence(s, n) ? ACT_BLOCK_BYLINE
                                                            : ACT_BLOCK_FURNITURE;
  if (piece->linked * 5 > n * 4 && words < CARD_WORDS &&
      (rank_of(flags) || !act_ends_sentence(s, n)))
    return ACT_BLOCK_FURNITURE;
  if (rank_of(flags))
    return ACT_BLOCK_HEADLINE;
  if (act_is_credit(s, n))
    return ACT_BLOCK_CREDIT;
  if (act_is_caption(s, n))
    return ACT_BLOCK_CAPTION;
  if (is_stray(flags, s, n, words))
    return ACT_BLOCK_FURNITURE;
  return flags & ACT_HTML_ITEM ? ACT_BLOCK_LIST : ACT_BLOCK_BODY;
}

/* Between headline and body stand a second headline, a caption, a byline; else it is the page's. */
static bool belongs(const maker *m, const act_html_piece *piece, act_block_kind kind)
{
  if (act_node_inside(m->page, piece->node, m->article->root))
    return true;
  if (!act_node_inside(m->page, piece->node, m->article->wide))
    return false;
  const char *s = m->page->text.data + piece->begin;
  size_t n = piece->end - piece->begin;
  if (kind == ACT_BLOCK_CAPTION || kind == ACT_BLOCK_CREDIT || kind == ACT_BLOCK_BYLINE)
    return true;
  return act_count_words(s, n) >= 6 && piece->linked * 2 < n;
}

static bool like_title(const maker *m, const char *title, const act_html_piece *piece)
{
  return title && act_words_alike(m->page->text.data + piece->begin,
                                  piece->end - piece->begin,
                                  title,
                                  strlen(title)) >= 90;
}

static bool collect(maker *m, const char *title)
{
  bool body = false;
  for (size_t i = m->article->begin; i < m->article->end; i++) {
    const act_html_piece *piece = &m->page->pieces.data[i];
    if (i == m->article->headline || (!body && like_title(m, title, piece)))
      continue;
    act_block_kind kind = kind_of(m, piece);
    if (kind == ACT_BLOCK_FURNITURE || !belongs(m, piece, kind))
      continue;
    body = body || kind == ACT_BLOCK_BODY;
    part added = {
      piece->begin, piece->end, kind, rank_of(m->page->nodes.data[piece->node].flags)
    };
    if (!act_array_push(&m->parts, added))
      return false;
  }
  return true;
}

/* A heading goes when no text stands between it and the next of its rank or a higher one. */
static void drop_empty_headings(maker *m)
{
  bool text[7] = { false }; /* by rank: whether text was seen behind */
  size_t to = m->parts.count;
  for (size_t i = m->parts.count; i-- > 0;) {
    unsigned rank = m->parts.data[i].rank;
    if (rank && !text[rank])
      continue;
    for (unsigned r = rank; r < 7; r++)
      text[r] = !rank;
    m->parts.data[--to] = m->parts.data[i];
  }
  memmove(m->parts.data, m->parts.data + to, (m->parts.count - to) * sizeof(part));
  m->parts.count -= to;
}

static bool put(act_bytes *text, const char *bytes, size_t size)
{
  if (!act_array_reserve(text, text->count + size + 2))
    return false;
  memcpy(text->data + text->count, bytes, size);
  text->count += size;
  return true;
}

static bool put_paragraph(maker *m, const char *bytes, size_t size)
{
  return (!m->text.count || put(&m->text, "\n\n", 2)) && put(&m->text, bytes, size);
}

static size_t body_words(const maker *m)
{
  size_t words = 0;
  for (size_t i = 0; i < m->parts.count; i++)
    if (m->parts.data[i].kind == ACT_BLOCK_BODY || m->parts.data[i].kind == ACT_BLOCK_LIST)
      words += act_count_words(m->page->text.data + m->parts.data[i].begin,
                               m->parts.data[i].end - m->parts.data[i].begin);
  return words;
}

static actant_status fill(maker *m, actant_document *document, actant_error *err)
{
  size_t title = document->title ? strlen(document->title) : 0, at = 0;
  bool ok = !title || put_paragraph(m, document->title, title);
  for (size_t i = 0; ok && i < m->parts.count; i++)
    ok = put_paragraph(m,
                       m->page->text.data + m->parts.data[i].begin,
                       m->parts.data[i].end - m->parts.data[i].begin);
  if (!ok)
    return act_fail_memory(err, "read");
  TRY(act_document_set_text(document, m->text.data, m->text.count, err));
  if (title) {
    TRY(act_document_add_block(document, 0, title, ACT_BLOCK_HEADLINE, err));
    at = title + 2;
  }
  for (size_t i = 0; i < m->parts.count; i++) {
    size_t size = m->parts.data[i].end - m->parts.data[i].begin;
    TRY(act_document_add_paragraph(document, at, at + size, m->parts.data[i].kind, err));
    at += size + 2;
  }
  return ACTANT_OK;
}

/* The text that JSON-LD gives, with its own paragraphs. */
static actant_status fill_from_json(maker *m, actant_document *document, actant_error *err)
{
  const char *body = act_unescape(&document->arena, m->page->meta.ld_body);
  if (!body || (document->title && !put_paragraph(m, document->title, strlen(document->title))) ||
      !put_paragraph(m, body, strlen(body)))
    return act_fail_memory(err, "read");
  TRY(act_document_set_text(document, m->text.data, m->text.count, err));
  return act_document_add_text(document, 0, err);
}

/* ---------------------------------------------------------------------------------------- metadata
 */

/* Where the name of the site begins behind a title: " | Site", " - Site"; n when there is none. */
static size_t cut_site(const char *title, size_t n, const char *site)
{
  static const char *const marks[] = { " | ",  " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                       " :: ", " \xC2\xB7 ", " \xC2\xBB ",     " \xE2\x80\xA2 ",
                                       " / " };
  for (size_t at = n; at-- > 1;)
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
      size_t length = strlen(marks[i]);
      if (at + length >= n || memcmp(title + at, marks[i], length))
        continue;
      const char *rest = title + at + length;
      size_t words = act_count_words(rest, n - at - length);
      bool named = site && act_words_alike(rest, n - at - length, site, strlen(site)) >= 50;
      bool short_enough = words <= 4 && act_count_words(title, at) >= 3;
      if (named || short_enough)
        return cut_site(title, at, site);
      return n;
    }
  return n;
}

static actant_status set_title(const act_page *page,
                               const act_html_article *article,
                               actant_document *document,
                               actant_error *err)
{
  const act_html_meta *meta = &page->meta;
  if (article->headline < page->pieces.count) {
    const act_html_piece *piece = &page->pieces.data[article->headline];
    return act_document_keep(
      document, page->text.data + piece->begin, piece->end - piece->begin, &document->title, err);
  }
  const char *said = meta->ld_headline ? meta->ld_headline
                     : meta->headline  ? meta->headline
                     : meta->og_title  ? meta->og_title
                                       : meta->title_tag;
  if (!said)
    return ACTANT_OK;
  bool bare = said == meta->ld_headline || said == meta->headline;
  size_t n = bare ? strlen(said) : cut_site(said, strlen(said), document->site);
  return act_document_keep(document, said, n, &document->title, err);
}

static bool read_date(const char *said, act_date *out)
{
  act_found_date found;
  if (!said)
    return false;
  size_t n = strlen(said), begin = strspn(said, " \t\r\n");
  if (act_date_read(said + begin, n - begin, out) && out->year)
    return true;
  if (n - begin >= 8 && strspn(said + begin, "0123456789") == 8) { /* 20220331 */
    char plain[11] = { said[begin],
                       said[begin + 1],
                       said[begin + 2],
                       said[begin + 3],
                       '-',
                       said[begin + 4],
                       said[begin + 5],
                       '-',
                       said[begin + 6],
                       said[begin + 7],
                       '\0' };
    if (act_date_read(plain, 10, out) && out->year)
      return true;
  }
  if (!act_find_date(said, n, 0, &found) || !found.date.year)
    return false;
  *out = found.date;
  return true;
}

/* "/2022/03/31/" or "/2022/mar/31/" in an address. */
static bool date_in_url(const char *url, act_date *out)
{
  for (const char *at = url ? strchr(url, '/') : NULL; at; at = strchr(at + 1, '/'))
    if (strspn(at + 1, "0123456789") == 4 && strlen(at) >= 11 && at[5] == '/' &&
        strspn(at + 6, "0123456789") == 2 && at[8] == '/' && strspn(at + 9, "0123456789") == 2) {
      char plain[11] = { at[1], at[2], at[3], at[4], '-', at[6], at[7], '-', at[9], at[10], '\0' };
      if (act_date_read(plain, 10, out) && out->year > 1990)
        return true;
    }
  return false;
}

static act_date date_of(const act_page *page, const actant_document *document, act_date visible)
{
  const act_html_meta *meta = &page->meta;
  const char *const said[] = { meta->ld_date, meta->meta_date, meta->item_date, meta->time_date };
  act_date date;
  for (size_t i = 0; i < sizeof said / sizeof *said; i++)
    if (read_date(said[i], &date))
      return date;
  if (date_in_url(document->url, &date) || (visible.year && (date = visible, true)) ||
      read_date(meta->modified_date, &date))
    return date;
  return (act_date){ 0, 0, 0 };
}

static actant_status keep_said(actant_document *document,
                               const char *said,
                               const char **out,
                               actant_error *err)
{
  return said ? act_document_keep(document, said, strlen(said), out, err) : ACTANT_OK;
}

static actant_status set_meta(const act_page *page,
                              const act_html_article *article,
                              actant_document *document,
                              actant_error *err)
{
  const act_html_meta *meta = &page->meta;
  TRY(keep_said(document,
                meta->canonical ? meta->canonical
                : meta->og_url  ? meta->og_url
                                : meta->ld_url,
                &document->url,
                err));
  TRY(keep_said(document, meta->og_site ? meta->og_site : meta->ld_site, &document->site, err));
  TRY(
    keep_said(document, meta->ld_author ? meta->ld_author : meta->author, &document->author, err));
  TRY(keep_said(document, meta->language, &document->language, err));
  return set_title(page, article, document, err);
}

/* ---------------------------------------------------------------------------------------- assembly
 */

static actant_status make(maker *m,
                          const act_source *source,
                          actant_document *document,
                          actant_error *err)
{
  TRY(set_meta(m->page, m->article, document, err));
  if (!collect(m, document->title))
    return act_fail_memory(err, "read");
  if (m->parts.count)
    drop_empty_headings(m);
  const char *body = m->page->meta.ld_body;
  size_t given = body ? act_count_words(body, strlen(body)) : 0;
  bool poor = given > 40 && body_words(m) * 5 < given * 2;
  TRY(poor ? fill_from_json(m, document, err) : fill(m, document, err));
  if (!document->blocks.count)
    return act_fail(err, ACTANT_EMPTY, "read", "the page shows no text; expected an article");
  act_document_set_date(document, source->options, date_of(m->page, document, m->visible));
  return ACTANT_OK;
}

/* Whether bytes are a feed or another kind of XML, which hold no article. */
static bool is_other_xml(const char *bytes, size_t size)
{
  static const char *const roots[] = { "<rss",    "<feed",    "<rdf:RDF", "<svg",
                                       "<urlset", "<graphml", "<gexf" };
  size_t end = size < 1024 ? size : 1024;
  if (end < 5 || memcmp(bytes, "<?xml", 5))
    return false;
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
    for (size_t at = 0, n = strlen(roots[i]); at + n <= end; at++)
      if (!memcmp(bytes + at, roots[i], n))
        return true;
  return false;
}

static actant_status read_page(act_page *page,
                               const act_source *source,
                               actant_document *document,
                               actant_error *err)
{
  if (is_other_xml(source->bytes + source->bom, source->size - source->bom))
    return act_fail(
      err,
      ACTANT_FORMAT,
      "read",
      "this is XML of another kind than a page; expected text, HTML, JSON Lines or CoNLL-U");
  TRY(act_page_parse(source->bytes + source->bom,
                     source->size - source->bom,
                     source->options->max_depth,
                     page,
                     err));
  if (!page->nodes.count)
    return act_fail(err, ACTANT_EMPTY, "read", "the page has no elements; expected an article");
  act_html_article article;
  TRY(act_find_article(page, &article, err));
  maker m = { .page = page, .article = &article };
  actant_status st = make(&m, source, document, err);
  act_array_free(&m.parts);
  act_array_free(&m.text);
  free(article.sums);
  return st;
}

actant_status act_read_html(const act_source *source, actant_document **out, actant_error *err)
{
  actant_document *document;
  TRY(act_document_new(source->name, &document, err));
  act_page page = { .arena = { 0 } };
  actant_status st = read_page(&page, source, document, err);
  act_page_free(&page);
  if (st == ACTANT_OK)
    *out = document;
  else
    actant_document_free(document);
  return st;
}
