/* SPDX-License-Identifier: MIT */
/* From HTML to a flat page, through libxml2's SAX interface; the only file that includes its HTML
   parser.

   No tree is built, so neither depth nor size of a page costs stack.  Pieces of text end at block
   boundaries and at two line breaks; inline elements neither add nor take white space, as in a
   browser.  What a browser would not show is left out: hidden elements, soft hyphens, zero-width
   spaces.

   Threads: the parser's context is this call's own, and its messages go to a handler in that
   context, so nothing global is set. libxml2 initialises itself at the first call, behind a lock of
   its own. */
#include "read/html_page.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/cues.h"
#include "read/html_guard.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

static const char stage[] = "read";

typedef struct element {
  uint32_t node;
  uint8_t block, skip, link, paragraph, node_made;
} element;

typedef enum capture { CAPTURE_NONE, CAPTURE_TITLE, CAPTURE_JSON } capture;

typedef struct parser {
  act_page *page;
  ACT_ARRAY(element) open;
  act_bytes captured;
  capture capture;
  uint32_t max_depth;
  size_t over;       /* open elements beyond the deepest kept */
  size_t over_skip;  /* the value of `over` at which an element is skipped, 0 for none */
  uint64_t end_tags; /* in the whole page */
  htmlParserCtxtPtr html;
  size_t piece_begin;
  uint32_t piece_node;
  unsigned breaks, indent; /* <br> and no-break spaces since the last character */
  bool space, failed, tangled;
} parser;

enum { CAPTURE_MOST = 4 << 20 }; /* of a script of metadata; articles' are some kilobytes */

static void flush(parser *p)
{
  act_page *page = p->page;
  if (page->text.count > p->piece_begin) {
    act_html_piece piece = {
      (uint32_t)p->piece_begin, (uint32_t)page->text.count, p->piece_node, 0
    };
    p->failed = !act_array_push(&page->pieces, piece) || p->failed;
  }
  p->piece_begin = page->text.count;
  p->breaks = p->indent = 0;
  p->space = false;
}

/* What is shown for a code point: C1 controls are windows-1252 on the web (HTML
 * standard, 13.2.5.80); 0 for nothing. */
static uint32_t shown(uint32_t code)
{
  static const uint16_t c1[32] = { 0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178 };
  if (code >= 0x80 && code < 0xA0)
    return c1[code - 0x80];
  bool hidden = code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF || code < 0x20 ||
                code == 0x7F || code == 0xFFFC;
  return hidden || (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE ? 0 : code;
}

static void add_link(parser *p, uint32_t begin, uint32_t end)
{
  act_page *page = p->page;
  if (page->links.count && page->links.data[page->links.count - 1].end == begin)
    page->links.data[page->links.count - 1].end = end;
  else
    p->failed = !act_array_push(&page->links, (act_html_link){ begin, end }) || p->failed;
}

static void add_code(parser *p, uint32_t code, const element *top)
{
  act_bytes *text = &p->page->text;
  if (!act_array_reserve(text, text->count + 5)) {
    p->failed = true;
    return;
  }
  size_t from = text->count;
  bool inside = from > p->piece_begin;
  if (inside && (p->breaks || p->space))
    text->data[text->count++] = p->breaks ? '\n' : ' ';
  if (!inside)
    p->piece_node = top->node;
  p->breaks = p->indent = 0;
  p->space = false;
  text->count += act_utf8_encode(code, text->data + text->count);
  if (top->link)
    add_link(p, (uint32_t)from, (uint32_t)text->count);
}

static void add_text(parser *p, const char *bytes, size_t size)
{
  const element *top = p->open.count ? &p->open.data[p->open.count - 1] : NULL;
  if (!top || top->skip || p->over_skip)
    return;
  for (size_t at = 0; at < size && !p->failed;) {
    uint32_t read = act_utf8_next(bytes, size, &at);
    if (act_is_space(read) && read != 0x85) {
      p->space = true;
      p->indent += read == 0xA0;
      if (p->breaks && p->indent >= 2) /* an indented line behind a break begins a paragraph */
        flush(p);
      continue;
    }
    uint32_t code = shown(read);
    if (code)
      add_code(p, code, top);
  }
}

static void capture_text(parser *p, const char *bytes, size_t size)
{
  if (p->captured.count + size > CAPTURE_MOST)
    return;
  if (!act_array_reserve(&p->captured, p->captured.count + size + 1)) {
    p->failed = true;
    return;
  }
  memcpy(p->captured.data + p->captured.count, bytes, size);
  p->captured.count += size;
}

static void on_characters(void *context, const xmlChar *bytes, int size)
{
  parser *p = context;
  if (size <= 0 || p->failed)
    return;
  if (p->capture != CAPTURE_NONE)
    capture_text(p, (const char *)bytes, (size_t)size);
  else
    add_text(p, (const char *)bytes, (size_t)size);
}

/* ------------------------------------------------------------------------------------- attributes
 */

static const char *attribute(const xmlChar **attributes, const char *name)
{
  for (size_t i = 0; attributes && attributes[i]; i += 2)
    if (!strcmp((const char *)attributes[i], name))
      return attributes[i + 1] ? (const char *)attributes[i + 1] : "";
  return NULL;
}

static bool is(const char *value, const char *what)
{
  return value && act_ascii_same(value, what);
}

static bool hidden_style(const char *style)
{
  const char *at = style ? strstr(style, "display") : NULL;
  if (!at)
    return false;
  at += strlen("display");
  at += strspn(at, " :");
  return act_ascii_same_start(at, "none", 4);
}

static bool is_hidden(const xmlChar **attributes)
{
  return attribute(attributes, "hidden") || is(attribute(attributes, "aria-hidden"), "true") ||
         hidden_style(attribute(attributes, "style"));
}

/* Whether hints of furniture on a block are to be believed; an <article> may be a card or a
 * comment, but has topics for names. */
static uint32_t believable(uint32_t tag, uint32_t hints)
{
  if (tag & (ACT_HTML_ROOT | ACT_HTML_MAIN))
    return 0;
  if (tag & ACT_HTML_QUOTE)
    hints &= ~(uint32_t)ACT_HTML_BAD; /* "social-embed": a post that the article quotes; repeated
                                         ones are found by their words */
  if (tag & ACT_HTML_PARAGRAPH)
    hints &= ~(uint32_t)(ACT_HTML_BODY | ACT_HTML_MAIN | ACT_HTML_ARTICLE);
  if (tag & ACT_HTML_HEADING)
    hints &= ACT_HTML_HEADLINE | ACT_HTML_SKIP;
  return hints;
}

static uint32_t hints_of(uint32_t tag, const xmlChar **attributes)
{
  static const char *const keys[] = { "class",       "id",          "data-component",
                                      "data-testid", "data-module", "data-block" };
  uint32_t hints = 0;
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    const char *value = attribute(attributes, keys[i]);
    hints |= value ? act_hint_flags(value) : 0;
  }
  const char *role = attribute(attributes, "role"), *item = attribute(attributes, "itemprop");
  if (is(role, "navigation") || is(role, "complementary") || is(role, "contentinfo") ||
      is(role, "search") || is(role, "banner") || is(role, "dialog") || is(role, "menu"))
    hints |= ACT_HTML_BAD;
  hints |= is(role, "main") ? ACT_HTML_MAIN : 0;
  hints |= is(role, "article") ? ACT_HTML_ARTICLE : 0;
  hints |= is(item, "articleBody") ? ACT_HTML_BODY | ACT_HTML_WRAPPER : 0;
  hints |= is(item, "headline") ? ACT_HTML_HEADLINE : 0;
  return believable(tag, hints);
}

/* ---------------------------------------------------------------------------------------- metadata
 */

static void keep_first(parser *p, const char **slot, const char *value)
{
  if (*slot || !value || !value[0])
    return;
  *slot = act_arena_copy(&p->page->arena, value, strlen(value));
  p->failed = p->failed || !*slot;
}

static void read_meta(parser *p, const xmlChar **attributes)
{
  static const char *const keys[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = attribute(attributes, "content");
  for (size_t i = 0; content && i < 4; i++) {
    const char *name = attribute(attributes, keys[i]);
    if (name && !act_meta_element(p->page, name, content))
      p->failed = true;
  }
}

/* What other elements say: html lang, link canonical, dates of microdata and of time. */
static void read_said(parser *p, const char *name, const xmlChar **attributes)
{
  act_html_meta *meta = &p->page->meta;
  const char *item = attribute(attributes, "itemprop"), *content = attribute(attributes, "content"),
             *time = attribute(attributes, "datetime");
  if (!strcmp(name, "meta"))
    read_meta(p, attributes);
  else if (!strcmp(name, "html"))
    keep_first(p, &meta->language, attribute(attributes, "lang"));
  else if (!strcmp(name, "link") && is(attribute(attributes, "rel"), "canonical"))
    keep_first(p, &meta->canonical, attribute(attributes, "href"));
  if (is(item, "datePublished"))
    keep_first(p, &meta->item_date, content ? content : time);
  bool skipped = p->over_skip || (p->open.count && p->open.data[p->open.count - 1].skip);
  bool early =
    p->page->text.count - p->piece_begin < 24; /* "Published on", and not in the middle of prose */
  if (!strcmp(name, "time") && !skipped && early)
    keep_first(p, &meta->time_date, time);
}

/* ---------------------------------------------------------------------------------------- elements
 */

static uint32_t add_node(parser *p, uint32_t parent, uint32_t flags)
{
  uint32_t index = (uint32_t)p->page->nodes.count;
  act_html_node node = {
    parent, flags, 0
  }; /* what comes behind the closed root belongs to it: node 0 is the only one without a parent */
  if (!act_array_push(&p->page->nodes, node)) {
    p->failed = true;
    return parent;
  }
  return index;
}

static void begin_capture(parser *p, const char *name, const xmlChar **attributes)
{
  const char *type = attribute(attributes, "type");
  bool skipped = p->open.count && p->open.data[p->open.count - 1].skip;
  if (!strcmp(name, "title") && !skipped && !p->page->meta.title_tag)
    p->capture = CAPTURE_TITLE;
  else if (!strcmp(name, "script") && type && act_ascii_same_start(type, "application/ld+json", 19))
    p->capture = CAPTURE_JSON;
  p->captured.count = 0;
}

static void end_capture(parser *p)
{
  bool kept = p->captured.count && act_array_reserve(&p->captured, p->captured.count + 1);
  if (kept) {
    p->captured.data[p->captured.count] = '\0';
    if (p->capture == CAPTURE_TITLE)
      keep_first(p, &p->page->meta.title_tag, p->captured.data);
    else if (!act_meta_json(p->page, p->captured.data, p->captured.count))
      p->failed = true;
  }
  p->capture = CAPTURE_NONE;
}

static void line_break(parser *p)
{
  if (p->page->text.count > p->piece_begin && ++p->breaks >= 2)
    flush(p);
}

/* Begin an element deeper than is kept: it only breaks and skips text. */
static void begin_over(parser *p, uint32_t tag)
{
  p->over++;
  if (tag & ACT_HTML_BLOCK)
    flush(p);
  if ((tag & ACT_HTML_SKIP) && !p->over_skip)
    p->over_skip = p->over;
}

static void begin_kept(parser *p, uint32_t tag, const xmlChar **attributes)
{
  element above = { 0 };
  if (p->open.count)
    above = p->open.data[p->open.count - 1];
  bool block = tag & ACT_HTML_BLOCK, empty = p->page->text.count == p->piece_begin;
  uint32_t hints = hints_of(tag, attributes);
  bool skip = above.skip || ((tag | hints) & ACT_HTML_SKIP) ||
              (is_hidden(attributes) && !(tag & ACT_HTML_ROOT));
  /* An inline element outside paragraphs is a part of its own when it is named as a byline, a date
     or a credit, or is furniture that does not stand inside a sentence. */
  uint32_t named =
    tag & ACT_HTML_LINK ? 0 : ACT_HTML_BYLINE | ACT_HTML_DATE | (empty ? ACT_HTML_BAD : 0);
  uint32_t own = hints & (ACT_HTML_CREDIT | ACT_HTML_CAPTION | named);
  bool apart = !block && own && !above.paragraph && !skip;
  uint32_t flags = block ? tag | hints : own;
  if (block || apart)
    flush(p);
  element made = { .node = above.node, .block = block || apart, .skip = skip };
  made.link = above.link || (tag & ACT_HTML_LINK);
  made.paragraph = above.paragraph || (tag & (ACT_HTML_PARAGRAPH | ACT_HTML_HEADING));
  if (block || apart)
    made.node = add_node(p, above.node, flags);
  p->failed = !act_array_push(&p->open, made) || p->failed;
}

static void on_start(void *context, const xmlChar *tag_name, const xmlChar **attributes)
{
  parser *p = context;
  const char *name = (const char *)tag_name;
  if (p->failed)
    return;
  size_t depth = p->open.count + p->over;
  if (depth > 4096 && (uint64_t)depth * p->end_tags > ACT_MOST_CLOSING_WORK) {
    p->tangled = p->failed = true;
    xmlStopParser(p->html);
    return;
  }
  uint32_t tag = act_tag_flags(name);
  read_said(p, name, attributes);
  begin_capture(p, name, attributes);
  if (!strcmp(name, "br"))
    line_break(p);
  if (p->over || p->open.count >= p->max_depth)
    begin_over(p, tag);
  else
    begin_kept(p, tag, attributes);
}

static void on_end(void *context, const xmlChar *tag_name)
{
  parser *p = context;
  if (p->failed)
    return;
  if (p->capture != CAPTURE_NONE)
    end_capture(p);
  if (p->over) {
    if (act_tag_flags((const char *)tag_name) & ACT_HTML_BLOCK)
      flush(p);
    p->over_skip = p->over_skip == p->over ? 0 : p->over_skip;
    p->over--;
  } else if (p->open.count) {
    if (p->open.data[p->open.count - 1].block)
      flush(p);
    p->open.count--;
  }
}

static void on_message(void *context, xmlErrorPtr message)
{
  (void)context;
  (void)message; /* pages are full of errors, and all are mended */
}

static actant_status run(parser *p, const char *bytes, size_t size, actant_error *err)
{
  htmlParserCtxtPtr html = htmlCreateMemoryParserCtxt(bytes, (int)size);
  if (!html)
    return act_fail_memory(err, stage);
  xmlSAXHandler sax = { .startElement = on_start,
                        .endElement = on_end,
                        .characters = on_characters,
                        .cdataBlock = on_characters,
                        .ignorableWhitespace = on_characters,
                        .serror = on_message,
                        .initialized = XML_SAX2_MAGIC };
  xmlSAXHandlerPtr own = html->sax;
  html->sax = &sax;
  html->userData = p;
  p->html = html;
  htmlCtxtUseOptions(
    html, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  xmlSwitchEncoding(html, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(html);
  html->sax = own;
  htmlFreeParserCtxt(html);
  flush(p);
  if (p->tangled)
    return act_fail(err,
                    ACTANT_LIMIT,
                    stage,
                    "markup nested %llu deep with %llu end tags; expected a page of ordinary depth",
                    (unsigned long long)(p->open.count + p->over),
                    (unsigned long long)p->end_tags);
  return p->failed ? act_fail_memory(err, stage) : ACTANT_OK;
}

/* Whether the line from `begin` to `at` goes on in the next. */
static bool goes_on(const char *s, size_t begin, size_t at, size_t end)
{
  size_t next = at + 1;
  return !act_ends_sentence(s + begin, at - begin) && act_is_lower(act_utf8_next(s, end, &next));
}

/* How much of a piece is links; *at moves over the links as the pieces come in order. */
static uint32_t count_linked(const act_page *page, const act_html_piece *piece, size_t *at)
{
  uint32_t linked = 0;
  while (*at < page->links.count && page->links.data[*at].end <= piece->begin)
    ++*at;
  for (size_t i = *at; i < page->links.count && page->links.data[i].begin < piece->end; i++) {
    const act_html_link *link = &page->links.data[i];
    uint32_t begin = link->begin > piece->begin ? link->begin : piece->begin;
    linked += (link->end < piece->end ? link->end : piece->end) - begin;
  }
  return linked;
}

/* Lines that one <br> broke are pieces of their own unless the sentence goes on; a heading or a
 * caption stays whole. */
static bool split_lines(act_page *page)
{
  size_t count = page->pieces.count, link = 0;
  const char *s = page->text.data;
  for (size_t i = 0; i < count; i++) {
    act_html_piece piece = page->pieces.data[i];
    bool whole = page->nodes.data[piece.node].flags & (ACT_HTML_HEADING | ACT_HTML_CAPTION);
    for (uint32_t at = piece.begin; at < piece.end; at++) {
      bool last = at + 1 == piece.end;
      if (!last && (whole || s[at] != '\n' || goes_on(s, piece.begin, at, piece.end)))
        continue;
      act_html_piece line = { piece.begin, last ? piece.end : at, piece.node, 0 };
      line.linked = count_linked(page, &line, &link);
      if (line.begin < line.end && !act_array_push(&page->pieces, line))
        return false;
      piece.begin = at + 1;
    }
  }
  page->pieces.count -= count;
  if (count)
    memmove(
      page->pieces.data, page->pieces.data + count, page->pieces.count * sizeof *page->pieces.data);
  return true;
}

actant_status act_page_parse(const char *bytes,
                             size_t size,
                             uint32_t max_depth,
                             act_page *page,
                             actant_error *err)
{
  parser p = { .page = page, .max_depth = max_depth ? max_depth : 1 };
  TRY(act_page_guard(bytes, size, &p.end_tags, err));
  actant_status st = run(&p, bytes, size, err);
  if (st == ACTANT_OK && !split_lines(page))
    st = act_fail_memory(err, stage);
  act_array_free(&p.open);
  act_array_free(&p.captured);
  return st;
}

void act_page_free(act_page *page)
{
  act_array_free(&page->text);
  act_array_free(&page->nodes);
  act_array_free(&page->pieces);
  act_array_free(&page->links);
  act_arena_free(&page->arena);
}

const char *act_unescape(act_arena *arena, const char *text)
{
  size_t size = strlen(text), used = 0;
  char *out = act_arena_alloc(arena, size + 8);
  for (size_t at = 0; out && at < size;) {
    size_t name =
      strspn(text + at + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#");
    uint32_t code = 0;
    if (text[at] == '&' && name && name < 10 && text[at + 1 + name] == ';') {
      char word[12];
      memcpy(word, text + at + 1, name);
      word[name] = '\0';
      bool hex = word[1] == 'x' || word[1] == 'X';
      const htmlEntityDesc *entity =
        word[0] == '#' ? NULL : htmlEntityLookup((const xmlChar *)word);
      unsigned long number =
        word[0] == '#' ? strtoul(word + (hex ? 2 : 1), NULL, hex ? 16 : 10) : 0;
      code = entity                                               ? entity->value
             : number > 0x10FFFF || (number & 0x1FF800) == 0xD800 ? 0
                                                                  : (uint32_t)number;
    }
    if (code && shown(code)) { /* a reference is never shorter than its character */
      used += act_utf8_encode(shown(code), out + used);
      at += name + 2;
    } else {
      out[used++] = text[at++];
    }
  }
  if (out)
    out[used] = '\0';
  return out;
}
