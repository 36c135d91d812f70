/* SPDX-License-Identifier: MIT */
/* What the tags of HTML mean for reading, and what class names hint at.

   Class names are cut into words ("article-body__share", "shareTools") that are looked up whole or
   by their stem, since pages invent names but use the same few words.  The words are those that the
   content extractors of browsers' reader modes and the themes of common content systems use.  Names
   of states and of topics ("has-sidebar", "tag-weather") say nothing and are passed over. */
#include "read/html_page.h"

#include <string.h>

#define BLOCK ACT_HTML_BLOCK
#define SKIP ACT_HTML_SKIP
#define BAD ACT_HTML_BAD
#define HEADING(rank) (BLOCK | ACT_HTML_HEADING | ((uint32_t)(rank) << ACT_HTML_RANK))

static const struct {
  const char *tag;
  uint32_t flags;
} tags[] = {
  { "a", ACT_HTML_LINK },
  { "address", BLOCK },
  { "amp-ad", SKIP },
  { "applet", SKIP },
  { "area", ACT_HTML_VOID },
  { "article", BLOCK | ACT_HTML_ARTICLE },
  { "aside", BLOCK | BAD },
  { "audio", SKIP },
  { "base", ACT_HTML_VOID },
  { "blockquote", BLOCK | ACT_HTML_QUOTE },
  { "body", BLOCK | ACT_HTML_ROOT },
  { "button", SKIP },
  { "canvas", SKIP },
  { "caption", BLOCK | ACT_HTML_CAPTION },
  { "center", BLOCK },
  { "datalist", SKIP },
  { "dd", BLOCK | ACT_HTML_ITEM },
  { "details", BLOCK },
  { "dialog", BLOCK | BAD },
  { "dir", BLOCK | ACT_HTML_LIST },
  { "div", BLOCK },
  { "dl", BLOCK | ACT_HTML_LIST },
  { "dt", BLOCK | ACT_HTML_ITEM },
  { "embed", SKIP },
  { "fieldset", BLOCK },
  { "figcaption", BLOCK | ACT_HTML_CAPTION },
  { "figure", BLOCK | ACT_HTML_FIGURE },
  { "footer", BLOCK | BAD },
  { "form", BLOCK },
  { "frameset", SKIP },
  { "h1", HEADING(1) },
  { "h2", HEADING(2) },
  { "h3", HEADING(3) },
  { "h4", HEADING(4) },
  { "h5", HEADING(5) },
  { "h6", HEADING(6) },
  { "head", BLOCK },
  { "header", BLOCK },
  { "hgroup", BLOCK },
  { "hr", BLOCK | ACT_HTML_VOID },
  { "html", BLOCK | ACT_HTML_ROOT },
  { "iframe", SKIP },
  { "img", ACT_HTML_VOID },
  { "input", ACT_HTML_VOID },
  { "label", SKIP },
  { "legend", BLOCK },
  { "li", BLOCK | ACT_HTML_ITEM },
  { "link", ACT_HTML_VOID },
  { "main", BLOCK | ACT_HTML_MAIN },
  { "map", SKIP },
  { "math", SKIP },
  { "menu", BLOCK | BAD },
  { "meta", ACT_HTML_VOID },
  { "meter", SKIP },
  { "nav", BLOCK | BAD },
  { "noembed", SKIP },
  { "noframes", SKIP },
  { "noscript", SKIP },
  { "object", SKIP },
  { "ol", BLOCK | ACT_HTML_LIST },
  { "optgroup", SKIP },
  { "option", SKIP },
  { "output", SKIP },
  { "p", BLOCK | ACT_HTML_PARAGRAPH },
  { "pre", BLOCK | ACT_HTML_PRE },
  { "progress", SKIP },
  { "rp", SKIP },
  { "rt", SKIP },
  { "script", SKIP },
  { "section", BLOCK },
  { "select", SKIP },
  { "style", SKIP },
  { "summary", BLOCK },
  { "svg", SKIP },
  { "table", BLOCK | ACT_HTML_TABLE },
  { "tbody", BLOCK },
  { "td", BLOCK | ACT_HTML_CELL },
  { "template", SKIP },
  { "textarea", SKIP },
  { "tfoot", BLOCK },
  { "th", BLOCK | ACT_HTML_CELL },
  { "thead", BLOCK },
  { "time", ACT_HTML_DATE },
  { "title", SKIP },
  { "tr", BLOCK },
  { "ul", BLOCK | ACT_HTML_LIST },
  { "video", SKIP },
};

uint32_t act_tag_flags(const char *tag)
{
  size_t low = 0, high = sizeof tags / sizeof *tags;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = strcmp(tag, tags[middle].tag);
    if (!order)
      return tags[middle].flags;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return strchr(tag, '-') ? BLOCK
                          : 0; /* elements of a page's own making are boxes more often than words */
}

/* Words that say what an element is wherever they stand in a name. */
static const struct {
  const char *word;
  uint32_t flags;
} words[] = {
  { "ad", BAD },
  { "ads", BAD },
  { "adslot", BAD },
  { "adsense", BAD },
  { "adunit", BAD },
  { "adbox", BAD },
  { "mpu", BAD },
  { "dfp", BAD },
  { "nav", BAD },
  { "navbar", BAD },
  { "navbox", BAD },
  { "menu", BAD },
  { "submenu", BAD },
  { "sidebar", BAD },
  { "rail", BAD },
  { "aside", BAD },
  { "footer", BAD },
  { "crumbs", BAD },
  { "comment", BAD },
  { "comments", BAD },
  { "commentlist", BAD },
  { "respond", BAD },
  { "disqus", BAD },
  { "livefyre", BAD },
  { "share", BAD },
  { "shares", BAD },
  { "sharing", BAD },
  { "sharebar", BAD },
  { "sharebuttons", BAD },
  { "sharetools", BAD },
  { "sharedaddy", BAD },
  { "social", BAD },
  { "socials", BAD },
  { "socialmedia", BAD },
  { "addthis", BAD },
  { "addtoany", BAD },
  { "recirc", BAD },
  { "promo", BAD },
  { "promos", BAD },
  { "promoted", BAD },
  { "promobox", BAD },
  { "login", BAD },
  { "signin", BAD },
  { "signup", BAD },
  { "gdpr", BAD },
  { "popup", BAD },
  { "modal", BAD },
  { "overlay", BAD },
  { "lightbox", BAD },
  { "toolbar", BAD },
  { "toolbox", BAD },
  { "tools", BAD },
  { "pager", BAD },
  { "paging", BAD },
  { "widget", BAD },
  { "widgets", BAD },
  { "mostread", BAD },
  { "mostpopular", BAD },
  { "popular", BAD },
  { "outbrain", BAD },
  { "taboola", BAD },
  { "zergnet", BAD },
  { "dianomi", BAD },
  { "tags", BAD },
  { "taglist", BAD },
  { "topics", BAD },
  { "keywords", BAD },
  { "bio", BAD },
  { "authorbio", BAD },
  { "authorbox", BAD },
  { "masthead", BAD },
  { "teaser", BAD },
  { "teasers", BAD },
  { "morestories", BAD },
  { "readmore", BAD },
  { "readnext", BAD },
  { "upnext", BAD },
  { "alsoread", BAD },
  { "donate", BAD },
  { "donation", BAD },
  { "paywall", BAD },
  { "copyright", BAD },
  { "disclaimer", BAD },
  { "toc", BAD },
  { "infobox", BAD },
  { "reflist", BAD },
  { "references", BAD },
  { "catlinks", BAD },
  { "hatnote", BAD },
  { "metadata", BAD },
  { "sistersitebox", BAD },
  { "shortdescription", SKIP },
  { "editsection", SKIP },
  { "noprint", SKIP },
  { "player", BAD },
  { "playlist", BAD },
  { "poll", BAD },
  { "quiz", BAD },
  { "survey", BAD },
  { "ticker", BAD },
  { "scoreboard", BAD },
  { "buttons", BAD },
  { "btn", BAD },
  { "follow", BAD },
  { "feedback", BAD },
  { "notification", BAD },
  { "byline", ACT_HTML_BYLINE },
  { "bylines", ACT_HTML_BYLINE },
  { "author", ACT_HTML_BYLINE },
  { "authors", ACT_HTML_BYLINE },
  { "contributor", ACT_HTML_BYLINE },
  { "contributors", ACT_HTML_BYLINE },
  { "reporter", ACT_HTML_BYLINE },
  { "vcard", ACT_HTML_BYLINE },
  { "timestamp", ACT_HTML_DATE },
  { "pubdate", ACT_HTML_DATE },
  { "date", ACT_HTML_DATE },
  { "datetime", ACT_HTML_DATE },
  { "published", ACT_HTML_DATE },
  { "posted", ACT_HTML_DATE },
  { "datepublished", ACT_HTML_DATE },
  { "publishdate", ACT_HTML_DATE },
  { "caption", ACT_HTML_CAPTION },
  { "captions", ACT_HTML_CAPTION },
  { "figcaption", ACT_HTML_CAPTION },
  { "cutline", ACT_HTML_CAPTION },
  { "imgcaption", ACT_HTML_CAPTION },
  { "imagecaption", ACT_HTML_CAPTION },
  { "photocaption", ACT_HTML_CAPTION },
  { "thumbcaption", ACT_HTML_CAPTION },
  { "credit", ACT_HTML_CREDIT },
  { "credits", ACT_HTML_CREDIT },
  { "photocredit", ACT_HTML_CREDIT },
  { "imagecredit", ACT_HTML_CREDIT },
  { "photographer", ACT_HTML_CREDIT },
  { "attribution", ACT_HTML_CREDIT },
  { "articlebody", ACT_HTML_BODY },
  { "storybody", ACT_HTML_BODY },
  { "articletext", ACT_HTML_BODY },
  { "articlecontent", ACT_HTML_BODY },
  { "postcontent", ACT_HTML_BODY },
  { "postbody", ACT_HTML_BODY },
  { "entrycontent", ACT_HTML_BODY },
  { "storytext", ACT_HTML_BODY },
  { "storycontent", ACT_HTML_BODY },
  { "bodycopy", ACT_HTML_BODY },
  { "bodytext", ACT_HTML_BODY },
  { "govspeak", ACT_HTML_BODY },
  { "hentry", ACT_HTML_WRAPPER | ACT_HTML_ARTICLE },
  { "headline", ACT_HTML_HEADLINE },
  { "navigation", BAD },
  { "complementary", BAD },
  { "contentinfo", BAD },
  { "search", BAD },
  { "searchform", BAD },
  { "trinity", BAD },
  { "banner", BAD },
  { "skip", BAD },
  { "skiplink", BAD },
  { "livescore", BAD },
  { "fixtures", BAD },
  { "standings", BAD },
  { "lineup", BAD },
  { "lineups", BAD },
};

/* Beginnings of words, of five letters or more. */
static const struct {
  const char *stem;
  uint32_t flags;
} stems[] = {
  { "advert", BAD },     { "breadcrumb", BAD }, { "cookie", BAD },  { "consent", BAD },
  { "newsletter", BAD }, { "outbrain", BAD },   { "paginat", BAD }, { "recommend", BAD },
  { "related", BAD },    { "sponsor", BAD },    { "subscri", BAD }, { "taboola", BAD },
  { "trending", BAD },   { "promotion", BAD },  { "sidebar", BAD },
};

/* Two words that mean something together only. */
static const struct {
  const char *first, *second;
  uint32_t flags;
} pairs[] = {
  { "article", "body", ACT_HTML_BODY },
  { "article", "content", ACT_HTML_BODY },
  { "article", "text", ACT_HTML_BODY },
  { "article", "copy", ACT_HTML_BODY },
  { "story", "body", ACT_HTML_BODY },
  { "story", "content", ACT_HTML_BODY },
  { "story", "text", ACT_HTML_BODY },
  { "post", "content", ACT_HTML_BODY },
  { "post", "body", ACT_HTML_BODY },
  { "post", "text", ACT_HTML_BODY },
  { "entry", "content", ACT_HTML_BODY },
  { "entry", "body", ACT_HTML_BODY },
  { "news", "body", ACT_HTML_BODY },
  { "news", "content", ACT_HTML_BODY },
  { "news", "text", ACT_HTML_BODY },
  { "blog", "content", ACT_HTML_BODY },
  { "body", "copy", ACT_HTML_BODY },
  { "body", "text", ACT_HTML_BODY },
  { "body", "content", ACT_HTML_MAIN },
  { "main", "content", ACT_HTML_MAIN },
  { "page", "content", ACT_HTML_MAIN },
  { "parser", "output", ACT_HTML_BODY },
  { "detail", "content", ACT_HTML_BODY },
  { "detail", "body", ACT_HTML_BODY },
  { "rich", "text", ACT_HTML_BODY },
  { "release", "body", ACT_HTML_BODY },
  { "links", "block", BAD },
  { "link", "list", BAD },
  { "topic", "list", BAD },
  { "tag", "list", BAD },
  { "most", "read", BAD },
  { "most", "popular", BAD },
  { "most", "viewed", BAD },
  { "read", "more", BAD },
  { "read", "next", BAD },
  { "more", "stories", BAD },
  { "more", "news", BAD },
  { "more", "on", BAD },
  { "more", "from", BAD },
  { "also", "read", BAD },
  { "up", "next", BAD },
  { "next", "post", BAD },
  { "prev", "next", BAD },
  { "author", "bio", BAD },
  { "author", "box", BAD },
  { "author", "info", BAD },
  { "about", "author", BAD },
  { "author", "card", BAD },
  { "sign", "up", BAD },
  { "live", "score", BAD },
  { "see", "also", BAD },
  { "cat", "links", BAD },
  { "post", "nav", BAD },
  { "back", "top", BAD },
  { "pull", "quote", BAD },
  { "sr", "only", SKIP },
  { "visually", "hidden", SKIP },
  { "screen", "reader", SKIP },
  { "edit", "section", SKIP },
  { "cite", "backlink", SKIP },
  { "hidden", "text", SKIP },
};

/* Names of states and topics. */
static const char *const idle[] = { "has-",      "is-",           "no-",      "with-",   "without-",
                                    "category-", "tag-",          "type-",    "status-", "format-",
                                    "single-",   "page-template", "wp-image", "js-",     "u-",
                                    "theme-",    "lang-" };

enum { WORD_MAX = 24 };

static bool upper(char c)
{
  return c >= 'A' && c <= 'Z';
}

static bool word_char(char c)
{
  return upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* The next word of a name, in lower case; false at the end of the name. */
static bool next_word(const char *name, size_t size, size_t *at, char out[WORD_MAX])
{
  while (*at < size && !word_char(name[*at]))
    ++*at;
  size_t n = 0, begin = *at;
  for (; *at < size && word_char(name[*at]); ++*at) {
    bool hump = *at > begin && upper(name[*at]) && !upper(name[*at - 1]);
    if (hump)
      break;
    if (n + 1 < WORD_MAX)
      out[n++] = (char)(upper(name[*at]) ? name[*at] + 32 : name[*at]);
  }
  out[n] = '\0';
  return n > 0;
}

static uint32_t word_flags(const char *word)
{
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (words[i].word[0] == word[0] && !strcmp(words[i].word, word))
      return words[i].flags;
  for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
    if (!strncmp(word, stems[i].stem, strlen(stems[i].stem)))
      return stems[i].flags;
  return 0;
}

static uint32_t pair_flags(const char *first, const char *second)
{
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (!strcmp(first, pairs[i].first) && !strcmp(second, pairs[i].second))
      return pairs[i].flags;
  return 0;
}

static uint32_t name_flags(const char *name, size_t size)
{
  for (size_t i = 0; i < sizeof idle / sizeof *idle; i++)
    if (size >= strlen(idle[i]) && !memcmp(name, idle[i], strlen(idle[i])))
      return 0;
  if ((size == 6 && !memcmp(name, "hidden", 6)) || (size == 9 && !memcmp(name, "reference", 9)))
    return SKIP;
  char word[2][WORD_MAX] = { "", "" };
  uint32_t flags = 0;
  size_t count = 0;
  for (size_t at = 0; count < 12 && next_word(name, size, &at, word[count % 2]); count++)
    flags |= word_flags(word[count % 2]) |
             (count ? pair_flags(word[(count + 1) % 2], word[count % 2]) : 0);
  return flags;
}

uint32_t act_hint_flags(const char *names)
{
  uint32_t flags = 0;
  size_t at = 0, count = 0;
  while (names[at] && count++ < 40) {
    size_t n = strcspn(names + at, " \t\r\n\f");
    if (n)
      flags |= name_flags(names + at, n < 200 ? n : 200);
    at += n + (names[at + n] != '\0');
  }
  /* What is in a part of a body is that part: "article-body__share". */
  if (flags & (BAD | ACT_HTML_CAPTION | ACT_HTML_CREDIT | ACT_HTML_BYLINE | ACT_HTML_DATE |
               ACT_HTML_HEADLINE))
    flags &= ~(uint32_t)(ACT_HTML_BODY | ACT_HTML_MAIN);
  return flags & ACT_HTML_WRAPPER ? flags & ~(uint32_t)(BAD | ACT_HTML_DATE | ACT_HTML_BYLINE)
                                  : flags;
}
