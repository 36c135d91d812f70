/* SPDX-License-Identifier: MIT */
/* What pages say about themselves: `meta` elements (OpenGraph, Dublin Core and the names that
   publishers' systems use) and JSON-LD after schema.org, where an object whose type ends in
   "Article" or "Posting" describes the article.

   JSON-LD is read breadth first with a bound on objects, not by recursion.  What is no JSON is
   passed over: the page still has its text. */
#include "read/html_page.h"

#include "base/ascii.h"

#include <jansson.h>
#include <string.h>

enum { MOST_OBJECTS = 256 }; /* looked at in one script; pages have under 40 */

static bool keep(act_page *page, const char **slot, const char *value)
{
  if (*slot || !value || !value[0])
    return true;
  *slot = act_arena_copy(&page->arena, value, strlen(value));
  return *slot != NULL;
}

static bool one_of(const char *name, const char *const *list)
{
  for (; *list; list++)
    if (act_ascii_same(name, *list))
      return true;
  return false;
}

/* The names of `meta` elements, after what they tell. */
static const char *const titles[] = { "og:title",       "twitter:title",
                                      "dc.title",       "dcterms.title",
                                      "sailthru.title", "parsely-title",
                                      "citation_title", NULL };
static const char *const headlines[] = { "headline", "hdl", NULL };
static const char *const sites[] = {
  "og:site_name", "application-name",       "publisher", "dc.publisher", "dcterms.publisher",
  "cre",          "citation_journal_title", NULL
};
static const char *const dates[] = { "article:published_time",
                                     "og:published_time",
                                     "article:published",
                                     "datepublished",
                                     "pubdate",
                                     "publishdate",
                                     "publish-date",
                                     "publish_date",
                                     "publication_date",
                                     "date",
                                     "dc.date",
                                     "dc.date.issued",
                                     "dc.date.created",
                                     "dcterms.date",
                                     "dcterms.issued",
                                     "dcterms.created",
                                     "parsely-pub-date",
                                     "sailthru.date",
                                     "article.published",
                                     "published-date",
                                     "citation_publication_date",
                                     "citation_date",
                                     "cxenseparse:recs:publishtime",
                                     "article_date_original",
                                     "originalpublicationdate",
                                     "ptime",
                                     "govuk:first-published-at",
                                     "govuk:public-updated-at",
                                     "dcterms.available",
                                     "rbpubdate",
                                     "bt:pubdate",
                                     "timestamp",
                                     NULL };
static const char *const modified[] = {
  "article:modified_time", "og:updated_time",  "datemodified", "last-modified",
  "dcterms.modified",      "dc.date.modified", "lastmod",      NULL
};
static const char *const authors[] = { "author",          "dc.creator",      "article:author_name",
                                       "parsely-author",  "sailthru.author", "byl",
                                       "dcterms.creator", "citation_author", NULL };

bool act_meta_element(act_page *page, const char *name, const char *content)
{
  act_html_meta *meta = &page->meta;
  if (one_of(name, titles))
    return keep(page, &meta->og_title, content);
  if (one_of(name, headlines))
    return keep(page, &meta->headline, content);
  if (one_of(name, sites))
    return keep(page, &meta->og_site, content);
  if (act_ascii_same(name, "og:url"))
    return keep(page, &meta->og_url, content);
  if (one_of(name, dates))
    return keep(page, &meta->meta_date, content);
  if (one_of(name, modified))
    return keep(page, &meta->modified_date, content);
  if (one_of(name, authors))
    return keep(page, &meta->author, content);
  if (act_ascii_same(name, "content-language") || act_ascii_same(name, "language"))
    return keep(page, &meta->language, content);
  return true;
}

static const char *member(const json_t *object, const char *key)
{
  return json_string_value(json_object_get(object, key));
}

/* A string, or the "name" of an object, or of the first of a list of them. */
static const char *name_of(const json_t *value)
{
  if (json_is_array(value))
    value = json_array_get(value, 0);
  return json_is_object(value) ? member(value, "name") : json_string_value(value);
}

static bool type_is_article(const json_t *object)
{
  const json_t *type = json_object_get(object, "@type");
  size_t count = json_is_array(type) ? json_array_size(type) : 1;
  for (size_t i = 0; i < count; i++) {
    const char *name = json_string_value(json_is_array(type) ? json_array_get(type, i) : type);
    size_t n = name ? strlen(name) : 0;
    if ((n >= 7 && (!strcmp(name + n - 7, "Article") || !strcmp(name + n - 7, "Posting"))) ||
        (n == 6 && !strcmp(name, "Report")))
      return true;
  }
  return false;
}

static bool keep_unescaped(act_page *page, const char **slot, const char *value)
{
  if (*slot || !value || !value[0])
    return true;
  *slot = act_unescape(&page->arena, value);
  return *slot != NULL;
}

static bool read_article(act_page *page, const json_t *object)
{
  act_html_meta *meta = &page->meta;
  const json_t *entity = json_object_get(object, "mainEntityOfPage");
  const char *url = json_is_object(entity) ? member(entity, "@id") : json_string_value(entity);
  const char *date = member(object, "datePublished");
  return keep_unescaped(page, &meta->ld_headline, member(object, "headline")) &&
         keep(page, &meta->ld_date, date ? date : member(object, "dateCreated")) &&
         keep(page, &meta->modified_date, member(object, "dateModified")) &&
         keep(page, &meta->ld_url, member(object, "url")) && keep(page, &meta->ld_url, url) &&
         keep_unescaped(page, &meta->ld_site, name_of(json_object_get(object, "publisher"))) &&
         keep_unescaped(page, &meta->ld_author, name_of(json_object_get(object, "author"))) &&
         keep(page, &meta->ld_body, member(object, "articleBody"));
}

/* Look at an object and everything in its "@graph", "mainEntity" and lists. */
static bool read_value(act_page *page, const json_t *root)
{
  static const char *const inner[] = { "@graph", "mainEntity", "mainEntityOfPage" };
  const json_t *queue[MOST_OBJECTS] = { root };
  size_t count = 1;
  for (size_t at = 0; at < count; at++) {
    const json_t *value = queue[at];
    for (size_t i = 0; json_is_array(value) && i < json_array_size(value) && count < MOST_OBJECTS;
         i++)
      queue[count++] = json_array_get(value, i);
    if (!json_is_object(value))
      continue;
    if (type_is_article(value) && !read_article(page, value))
      return false;
    for (size_t i = 0; i < 3 && count < MOST_OBJECTS; i++) {
      const json_t *part = json_object_get(value, inner[i]);
      if (json_is_object(part) || json_is_array(part))
        queue[count++] = part;
    }
  }
  return true;
}

/* Raw line breaks and tabs inside strings are wrong, but pages have them: they become spaces. */
static char *without_controls(const char *bytes, size_t size)
{
  char *copy = malloc(size + 1);
  for (size_t i = 0; copy && i < size; i++)
    copy[i] = (unsigned char)bytes[i] < 0x20 ? ' ' : bytes[i];
  return copy;
}

bool act_meta_json(act_page *page, const char *bytes, size_t size)
{
  size_t begin = 0;
  while (begin < size && bytes[begin] != '{' && bytes[begin] != '[')
    begin++; /* "<!--" and "//<![CDATA[" in front */
  while (size > begin && bytes[size - 1] != '}' && bytes[size - 1] != ']')
    size--;
  char *copy = without_controls(bytes + begin, size - begin);
  if (!copy)
    return false;
  json_t *root = json_loadb(copy, size - begin, 0, NULL);
  free(copy);
  bool kept = !root || read_value(page, root);
  json_decref(root);
  return kept;
}
