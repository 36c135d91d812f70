/* SPDX-License-Identifier: MIT */
/* RSS 2.0 (rssboard.org), RSS 1.0 (purl.org/rss/1.0) and Atom (RFC 4287): an item is a document.

   Its text is HTML in a string, or XHTML, or plain; all of it is put into a page of its own, with
   title, date and address where pages have them, and read as a page.  Of several texts the fullest
   is taken: content before a summary.  Elements are known by their local names, unless their prefix
   says that they are about media.  Entities of HTML that XML does not know are passed on to the
   page.
 */
#include "read/feed.h"

#include "base/array.h"
#include "base/ascii.h"

#include <libxml/xmlreader.h>
#include <string.h>

static const char stage[] = "read";

typedef enum field {
  TITLE,
  LINK,
  DATE,
  CREATED,
  SUMMARY,
  CONTENT,
  ID,
  FIELDS,
  NO_FIELD = FIELDS
} field;

typedef struct bytes {
  ACT_ARRAY(char) text;
  bool escaped; /* it is plain text: what means something to HTML is escaped */
} bytes;

struct act_feed {
  const act_source *source;
  xmlTextReaderPtr xml;
  uint32_t number;     /* of items */
  int depth;           /* of the item that is read, or 0 */
  field field;         /* that is read, or NO_FIELD */
  bool markup, failed; /* the field is XHTML; memory ran out */
  bytes values[FIELDS];
  bytes page, mended;  /* of the item at hand; the feed that is parsed */
  char complaint[200]; /* of the parser, when it could not go on */
  uint32_t line;
};

static size_t skip_declarations(const char *text, size_t size)
{
  size_t at = size >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3) ? 3 : 0;
  for (;;) {
    while (at < size && strchr(" \t\r\n", text[at]) && text[at])
      at++;
    if (size - at < 2 || text[at] != '<' || (text[at + 1] != '?' && text[at + 1] != '!'))
      return at;
    bool comment = size - at >= 4 && !memcmp(text + at, "<!--", 4);
    const char *end = text + at;
    do
      end = memchr(end, '>', (size_t)(text + size - end));
    while (end && comment && memcmp(end - 2, "--", 2) != 0 && end++);
    if (!end)
      return size;
    at = (size_t)(end - text) + 1;
  }
}

bool act_looks_like_feed(const char *text, size_t size)
{
  static const char *const roots[] = { "<rss", "<feed", "<rdf:RDF" };
  size_t at = skip_declarations(text, size);
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
    size_t n = strlen(roots[i]);
    if (size - at > n && !memcmp(text + at, roots[i], n) && strchr(" \t\r\n>", text[at + n]))
      return true;
  }
  return false;
}

/* ------------------------------------------------------------------------------------------- texts
 */

static void put(act_feed *feed, bytes *to, const char *text, size_t size)
{
  if (feed->failed || !act_array_reserve(&to->text, to->text.count + size + 1)) {
    feed->failed = true;
    return;
  }
  memcpy(to->text.data + to->text.count, text, size);
  to->text.count += size;
  to->text.data[to->text.count] = '\0';
}

static void puts_to(act_feed *feed, bytes *to, const char *text)
{
  put(feed, to, text, strlen(text));
}

static void put_escaped(act_feed *feed, bytes *to, const char *text)
{
  for (;;) {
    size_t n = strcspn(text, "&<>\"");
    put(feed, to, text, n);
    if (!text[n])
      return;
    puts_to(feed,
            to,
            text[n] == '&'   ? "&amp;"
            : text[n] == '<' ? "&lt;"
            : text[n] == '>' ? "&gt;"
                             : "&quot;");
    text += n + 1;
  }
}

static const char *value_of(const act_feed *feed, field which)
{
  const char *value = feed->values[which].text.data;
  return value && feed->values[which].text.count ? value : NULL;
}

static void forget(act_feed *feed)
{
  for (size_t i = 0; i < FIELDS; i++)
    feed->values[i].text.count = 0;
}

/* ---------------------------------------------------------------------------------------- elements
 */

static bool is_named(const act_feed *feed, const char *name)
{
  return strcmp((const char *)xmlTextReaderConstLocalName(feed->xml), name) == 0;
}

static field field_of(const act_feed *feed)
{
  static const struct {
    const char *name;
    field field;
  } known[] = {
    { "title", TITLE },
    { "link", LINK },
    { "pubDate", CREATED },
    { "published", CREATED },
    { "issued", CREATED },
    { "date", CREATED },
    { "created", CREATED },
    { "updated", DATE },
    { "modified", DATE },
    { "summary", SUMMARY },
    { "description", SUMMARY },
    { "encoded", CONTENT },
    { "content", CONTENT },
    { "guid", ID },
    { "id", ID },
  };
  static const char *const prefixes[] = { "atom", "dc", "dcterms", "content", "rss", "a10" };
  const char *prefix = (const char *)xmlTextReaderConstPrefix(feed->xml);
  bool ours = !prefix;
  for (size_t i = 0; !ours && i < sizeof prefixes / sizeof *prefixes; i++)
    ours = strcmp(prefix, prefixes[i]) == 0;
  for (size_t i = 0; ours && i < sizeof known / sizeof *known; i++)
    if (is_named(feed, known[i].name))
      return known[i].field;
  return NO_FIELD;
}

static bool has_value(act_feed *feed, const char *attribute, const char *value)
{
  xmlChar *has = xmlTextReaderGetAttribute(feed->xml, (const xmlChar *)attribute);
  bool same = has && act_ascii_same((const char *)has, value);
  xmlFree(has);
  return same;
}

/* Atom's links have their address in an attribute, and are to more than the article. */
static void take_link(act_feed *feed)
{
  xmlChar *href = xmlTextReaderGetAttribute(feed->xml, (const xmlChar *)"href");
  xmlChar *rel = xmlTextReaderGetAttribute(feed->xml, (const xmlChar *)"rel");
  if (href && (!rel || strcmp((const char *)rel, "alternate") == 0) && !value_of(feed, LINK))
    puts_to(feed, &feed->values[LINK], (const char *)href);
  xmlFree(href);
  xmlFree(rel);
}

static void begin_field(act_feed *feed)
{
  field which = field_of(feed);
  if (which == LINK)
    take_link(feed);
  if (which == NO_FIELD || value_of(feed, which) || xmlTextReaderIsEmptyElement(feed->xml))
    return;
  if (which == ID && has_value(feed, "isPermaLink", "false"))
    return;
  /* Atom says what a text is; without a type it is plain there, HTML in RSS */
  const char *uri = (const char *)xmlTextReaderConstNamespaceUri(feed->xml);
  bool atom = uri && strstr(uri, "Atom");
  feed->field = which;
  feed->markup = atom && has_value(feed, "type", "xhtml");
  feed->values[which].escaped = atom && !feed->markup && !has_value(feed, "type", "html") &&
                                !has_value(feed, "type", "text/html");
}

/* The markup of XHTML is written again, without attributes. */
static void put_tag(act_feed *feed, const char *open)
{
  bytes *to = &feed->values[feed->field];
  puts_to(feed, to, open);
  puts_to(feed, to, (const char *)xmlTextReaderConstLocalName(feed->xml));
  puts_to(feed, to, ">");
}

static void begin_element(act_feed *feed)
{
  int depth = xmlTextReaderDepth(feed->xml);
  if (!feed->depth && (is_named(feed, "item") || is_named(feed, "entry"))) {
    forget(feed);
    feed->depth = xmlTextReaderIsEmptyElement(feed->xml) ? 0 : depth;
    feed->field = NO_FIELD;
  } else if (feed->depth && feed->field == NO_FIELD && depth == feed->depth + 1) {
    begin_field(feed);
  } else if (feed->depth && feed->field != NO_FIELD) {
    put_tag(feed, "<");
  }
}

/* True at the end of an item. */
static bool end_element(act_feed *feed)
{
  int depth = xmlTextReaderDepth(feed->xml);
  if (feed->depth && depth == feed->depth) {
    feed->depth = 0;
    return true;
  }
  if (feed->field != NO_FIELD && depth == feed->depth + 1)
    feed->field = NO_FIELD;
  else if (feed->field != NO_FIELD)
    put_tag(feed, "</");
  return false;
}

static void take_text(act_feed *feed)
{
  const char *text = (const char *)xmlTextReaderConstValue(feed->xml);
  if (feed->field == NO_FIELD || !text)
    return;
  bytes *to = &feed->values[feed->field];
  if (feed->markup || to->escaped)
    put_escaped(feed, to, text);
  else
    puts_to(feed, to, text);
}

/* True at the end of an item. */
static bool take_node(act_feed *feed)
{
  switch (xmlTextReaderNodeType(feed->xml)) {
    case XML_READER_TYPE_ELEMENT:
      begin_element(feed);
      return false;
    case XML_READER_TYPE_END_ELEMENT:
      return end_element(feed);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      take_text(feed);
      return false;
    default:
      return false;
  }
}

/* ------------------------------------------------------------------------------------------- items
 */

static void put_meta(act_feed *feed, const char *name, const char *value)
{
  if (!value)
    return;
  puts_to(feed, &feed->page, "<meta property=\"");
  puts_to(feed, &feed->page, name);
  puts_to(feed, &feed->page, "\" content=\"");
  put_escaped(feed, &feed->page, value + strspn(value, " \t\r\n"));
  puts_to(feed, &feed->page, "\">");
}

/* A text without markup has its paragraphs by empty lines. */
static void put_content(act_feed *feed, const char *text)
{
  puts_to(feed, &feed->page, "<p>");
  while (!strchr(text, '<')) {
    const char *empty = strstr(text, "\n\n");
    if (!empty)
      break;
    put(feed, &feed->page, text, (size_t)(empty - text));
    puts_to(feed, &feed->page, "</p><p>");
    text = empty + 2;
  }
  puts_to(feed, &feed->page, text);
}

static void make_page(act_feed *feed)
{
  const char *title = value_of(feed, TITLE), *link = value_of(feed, LINK), *id = value_of(feed, ID);
  const char *created = value_of(feed, CREATED), *summary = value_of(feed, SUMMARY);
  const char *content = value_of(feed, CONTENT);
  feed->page.text.count = 0;
  if (!link && id && strncmp(id, "http", 4) == 0)
    link = id;
  puts_to(feed, &feed->page, "<!DOCTYPE html><html><head>");
  put_meta(feed, "og:url", link);
  put_meta(feed, "article:published_time", created ? created : value_of(feed, DATE));
  if (title) {
    puts_to(feed, &feed->page, "<title>");
    puts_to(feed, &feed->page, title);
    puts_to(feed, &feed->page, "</title>");
  }
  puts_to(feed, &feed->page, "</head><body><article>");
  if (title) {
    puts_to(feed, &feed->page, "<h1>");
    puts_to(feed, &feed->page, title);
    puts_to(feed, &feed->page, "</h1>");
  }
  if (content || summary)
    put_content(feed, content ? content : summary);
  puts_to(feed, &feed->page, "</article></body></html>");
}

static bool has_text(const act_feed *feed)
{
  const field fields[] = { TITLE, SUMMARY, CONTENT };
  for (size_t i = 0; i < 3; i++) {
    const char *value = value_of(feed, fields[i]);
    if (value && value[strspn(value, " \t\r\n")])
      return true;
  }
  return false;
}

/* "feed.xml!3" */
static char *item_name(const act_feed *feed)
{
  const char *name = feed->source->name;
  size_t size = strlen(name), n = 10;
  char *made = malloc(size + 12), digits[10];
  if (!made)
    return NULL;
  for (uint32_t rest = feed->number; rest; rest /= 10)
    digits[--n] = (char)('0' + rest % 10);
  memcpy(made, name, size);
  made[size] = '!';
  memcpy(made + size + 1, digits + n, 10 - n);
  made[size + 11 - n] = '\0';
  return made;
}

static actant_status read_item(act_feed *feed, actant_document **out, actant_error *err)
{
  make_page(feed);
  char *name = item_name(feed);
  if (feed->failed || !name) {
    free(name);
    return act_fail_memory(err, stage);
  }
  act_source page = { .options = feed->source->options,
                      .name = name,
                      .bytes = feed->page.text.data,
                      .size = feed->page.text.count };
  actant_status st = act_read_html(&page, out, err);
  if (st != ACTANT_OK)
    act_error_source(err, name);
  free(name);
  return st;
}

/* -------------------------------------------------------------------------------------------- feed
 */

#if LIBXML_VERSION >= 21200
static void complain(void *context, const xmlError *error)
#else
static void complain(void *context, xmlError *error)
#endif
{
  act_feed *feed = context;
  const char *said = error->message ? error->message : "";
  size_t size = strcspn(said, "\r\n");
  if (error->level < XML_ERR_FATAL || feed->complaint[0])
    return;
  size = size < sizeof feed->complaint ? size : sizeof feed->complaint - 1;
  memcpy(feed->complaint, said, size);
  feed->complaint[size] = '\0';
  feed->line = error->line > 0 ? (uint32_t)error->line : 0;
}

/* The length of a section that begins here and ends in `close`; 0 when it is none.  What is not
 * closed once is not looked for again. */
static size_t section(const char *text,
                      size_t size,
                      const char *open,
                      const char *close,
                      bool *open_ended)
{
  size_t n = strlen(open);
  if (*open_ended || size < n || memcmp(text, open, n) != 0)
    return 0;
  for (size_t at = n; at + 3 <= size; at++)
    if (!memcmp(text + at, close, 3))
      return at + 3;
  *open_ended = true;
  return 0;
}

/* Bytes that have no ampersand to mend: a CDATA section, else what stands before the next of those,
 * before a comment or an ampersand. */
static size_t sound_bytes(const char *text, size_t size, bool *open_ended)
{
  size_t at = section(text, size, "<![CDATA[", "]]>", open_ended);
  if (at)
    return at;
  for (at = 1; at < size && text[at] != '&'; at++)
    if (text[at] == '<' && at + 1 < size && text[at + 1] == '!')
      break;
  return at;
}

/* Whether an ampersand begins a reference that XML knows. */
static bool is_reference(const char *text, size_t size)
{
  static const char *const known[] = { "amp", "lt", "gt", "quot", "apos" };
  const char *end = memchr(text, ';', size < 12 ? size : 12);
  size_t n = end ? (size_t)(end - text) - 1 : 0;
  if (n > 1 && text[1] == '#')
    return strspn(text + 2, "xX0123456789abcdefABCDEF") == n - 1;
  for (size_t i = 0; n && i < sizeof known / sizeof *known; i++)
    if (strlen(known[i]) == n && !memcmp(known[i], text + 1, n))
      return true;
  return false;
}

/* Comments are left out, and what is behind one that does not end: the parser would look for its
 * end again with every piece that it is given. */
static void mend(act_feed *feed, const char *text, size_t size)
{
  bool data_open = false, comment_open = false;
  for (size_t at = 0; at < size && !feed->failed && !comment_open;) {
    size_t left = size - at, comment = section(text + at, left, "<!--", "-->", &comment_open);
    if (comment || comment_open) {
      at += comment;
    } else if (text[at] == '&') {
      puts_to(feed, &feed->mended, is_reference(text + at, left) ? "&" : "&amp;");
      at++;
    } else {
      size_t n = sound_bytes(text + at, left, &data_open);
      put(feed, &feed->mended, text + at, n);
      at += n;
    }
  }
}

actant_status act_feed_open(const act_source *source, act_feed **out, actant_error *err)
{
  act_feed *feed = calloc(1, sizeof *feed);
  if (!feed)
    return act_fail_memory(err, stage);
  feed->source = source;
  feed->field = NO_FIELD;
  mend(feed, source->bytes + source->bom, source->size - source->bom);
  if (!feed->failed && feed->mended.text.count < INT32_MAX)
    feed->xml = xmlReaderForMemory(feed->mended.text.data,
                                   (int)feed->mended.text.count,
                                   NULL,
                                   "UTF-8",
                                   XML_PARSE_NONET | XML_PARSE_NOWARNING);
  if (!feed->xml) {
    act_feed_free(feed);
    return act_fail_memory(err, stage);
  }
  xmlTextReaderSetStructuredErrorHandler(feed->xml, complain, feed);
  *out = feed;
  return ACTANT_OK;
}

static actant_status end_feed(act_feed *feed, int more, actant_error *err)
{
  if (more == 0 && (!feed->complaint[0] || feed->number))
    return feed->number ? ACTANT_OK
                        : act_fail(err, ACTANT_EMPTY, stage, "the feed has no items with text");
  act_fail(err, ACTANT_FORMAT, stage, "broken XML: %s; expected RSS or Atom", feed->complaint);
  act_error_line(err, feed->line, 0);
  return ACTANT_FORMAT;
}

actant_status act_feed_next(act_feed *feed, actant_document **out, actant_error *err)
{
  *out = NULL;
  while (feed->xml) {
    int more = xmlTextReaderRead(feed->xml);
    if (feed->failed)
      return act_fail_memory(err, stage);
    if (more != 1) {
      actant_status st = end_feed(feed, more, err);
      xmlFreeTextReader(feed->xml);
      feed->xml = NULL;
      return st;
    }
    if (take_node(feed) && has_text(feed)) {
      feed->number++;
      return read_item(feed, out, err);
    }
  }
  return ACTANT_OK;
}

void act_feed_free(act_feed *feed)
{
  if (!feed)
    return;
  if (feed->xml)
    xmlFreeTextReader(feed->xml);
  for (size_t i = 0; i < FIELDS; i++)
    act_array_free(&feed->values[i].text);
  act_array_free(&feed->page.text);
  act_array_free(&feed->mended.text);
  free(feed);
}
