/* SPDX-License-Identifier: MIT */
/**
   @file html_page.h  A page of HTML as flat arrays: nodes, and pieces of text between block
   boundaries.

   There is no tree to walk or free: a node knows its parent, which comes before it, so passes over
   the array go up or down without recursion however deep the page is nested.
*/
#ifndef ACT_READ_HTML_PAGE_H
#define ACT_READ_HTML_PAGE_H

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"

/** What tags and class names say about an element; bits. */
enum {
  ACT_HTML_BLOCK = 1 << 0, /* text is broken before and behind it */
  ACT_HTML_SKIP =
    1 << 1, /* its text is never shown, or is no prose: scripts, buttons, forms' fields */
  ACT_HTML_BAD = 1 << 2,  /* furniture: navigation, sharing, adverts, comments */
  ACT_HTML_BODY = 1 << 3, /* said to be an article's body */
  ACT_HTML_ARTICLE = 1 << 4,
  ACT_HTML_MAIN = 1 << 5,
  ACT_HTML_CAPTION = 1 << 6,
  ACT_HTML_CREDIT = 1 << 7,
  ACT_HTML_BYLINE = 1 << 8,
  ACT_HTML_DATE = 1 << 9,
  ACT_HTML_ITEM = 1 << 10, /* of a list */
  ACT_HTML_CELL = 1 << 11, /* of a table */
  ACT_HTML_PARAGRAPH = 1 << 12,
  ACT_HTML_LINK = 1 << 13,
  ACT_HTML_VOID = 1 << 14,    /* never holds text */
  ACT_HTML_HEADING = 1 << 15, /* its rank, 1 to 6, is in the bits from ACT_HTML_RANK on */
  ACT_HTML_RANK = 16,
  ACT_HTML_LIST = 1 << 20,
  ACT_HTML_FIGURE = 1 << 21,
  ACT_HTML_QUOTE = 1 << 22,
  ACT_HTML_PRE = 1 << 23,
  ACT_HTML_ROOT = 1 << 24,     /* html and body */
  ACT_HTML_HEADLINE = 1 << 25, /* class or itemprop "headline" */
  ACT_HTML_WRAPPER = 1 << 26,  /* hints of furniture are not believed: it holds the article */
  ACT_HTML_TABLE = 1 << 27,
};

/** What of a node's flags holds for all inside it. */
#define ACT_HTML_INHERITED                                                                         \
  (ACT_HTML_BAD | ACT_HTML_CAPTION | ACT_HTML_CREDIT | ACT_HTML_BYLINE | ACT_HTML_DATE |           \
   ACT_HTML_QUOTE | ACT_HTML_FIGURE)

typedef struct act_html_node {
  uint32_t parent; /* its own index for the first */
  uint32_t flags;
  uint32_t words; /* of prose inside, outside furniture */
} act_html_node;

typedef struct act_html_piece {
  uint32_t begin, end; /* bytes of the page's text */
  uint32_t node;
  uint32_t linked; /* bytes of it that are links */
} act_html_piece;

/** Bytes of the text that are a link. */
typedef struct act_html_link {
  uint32_t begin, end;
} act_html_link;

typedef ACT_ARRAY(char) act_bytes;

/** What a page says about itself; NUL-terminated strings in the page's arena, NULL when unknown. */
typedef struct act_html_meta {
  const char *title_tag, *og_title, *ld_headline, *headline;
  const char *og_site, *ld_site;
  const char *canonical, *og_url, *ld_url;
  const char *ld_date, *meta_date, *item_date, *time_date, *modified_date;
  const char *author, *ld_author, *language, *ld_body;
} act_html_meta;

typedef struct act_page {
  act_arena arena;
  act_html_meta meta;
  act_bytes text; /* of all pieces, white space collapsed; line breaks of <br> as '\n' */
  ACT_ARRAY(act_html_node) nodes;
  ACT_ARRAY(act_html_piece) pieces;
  ACT_ARRAY(act_html_link) links; /* in order */
} act_page;

/** Parse a page given as UTF-8.  Elements nested deeper than max_depth are read as if they were not
 * there, their text is kept. */
actant_status act_page_parse(const char *bytes,
                             size_t size,
                             uint32_t max_depth,
                             act_page *page,
                             actant_error *err) ACTANT_MUST_CHECK;
void act_page_free(act_page *page);

/** The flags of a tag. */
uint32_t act_tag_flags(const char *tag);
/** The flags that a class, id or role attribute hints at. */
uint32_t act_hint_flags(const char *names);

/** Take what a page's `meta` element says.  False when memory runs out. */
bool act_meta_element(act_page *page, const char *name, const char *content);
/** Take what a script of type application/ld+json says; text that is no JSON is ignored. */
bool act_meta_json(act_page *page, const char *bytes, size_t size);
/** Replace character references.  NULL when memory runs out. */
const char *act_unescape(act_arena *arena, const char *text);

#endif
