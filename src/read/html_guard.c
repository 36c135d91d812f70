/* SPDX-License-Identifier: MIT */
/* A look at the markup before libxml2 sees it, for two attacks on parsers that are quadratic.

   libxml2 compares each attribute of a tag with all before it: a tag of a million attributes takes
   hours.  And it looks through all open elements for an end tag that closes nothing: a deep page
   with many stray end tags takes as long.  Both are bounded by the work they would cost (the second
   in html_parse.c, which knows the depth), with figures far above any real page: those have under
   100 attributes a tag and under 1,000 levels. */
#include "read/html_guard.h"

#include "base/ascii.h"

#include <stdint.h>
#include <string.h>

static const char stage[] = "read";

/* Comparisons that are worth it: some seconds of an ordinary processor at worst. */
#define MOST_ATTRIBUTE_WORK ((uint64_t)1 << 31)

typedef struct scan {
  uint64_t attributes; /* the sum of their squares */
  uint64_t ends;       /* end tags */
} scan;

static bool is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/';
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t find(const char *bytes, size_t size, size_t at, const char *what)
{
  size_t n = strlen(what);
  while (at + n <= size) {
    const char *hit = memchr(bytes + at, what[0], size - n + 1 - at);
    if (!hit)
      return size;
    at = (size_t)(hit - bytes);
    if (act_ascii_same_start(hit, what, n))
      return at + n;
    at++;
  }
  return size;
}

/* The end of a start tag whose name begins at `at`; counts its attributes. */
static size_t pass_tag(const char *bytes, size_t size, size_t at, uint64_t *count)
{
  char quote = '\0';
  *count = 0;
  for (; at < size; at++) {
    char c = bytes[at];
    if (quote)
      quote = c == quote ? '\0' : quote;
    else if (c == '>')
      return at + 1;
    else if ((c == '"' || c == '\'') && bytes[at - 1] == '=')
      quote = c;
    else if (is_space(c) && at + 1 < size && !is_space(bytes[at + 1]))
      ++*count;
  }
  return size;
}

static size_t pass_start(const char *bytes, size_t size, size_t at, scan *seen)
{
  uint64_t count;
  bool script = size - at > 6 && act_ascii_same_start(bytes + at, "script", 6),
       style = size - at > 5 && act_ascii_same_start(bytes + at, "style", 5);
  size_t end = pass_tag(bytes, size, at, &count);
  seen->attributes += count * count;
  return script  ? find(bytes, size, end, "</script")
         : style ? find(bytes, size, end, "</style")
                 : end;
}

actant_status act_page_guard(const char *bytes, size_t size, uint64_t *end_tags, actant_error *err)
{
  scan seen = { 0, 0 };
  for (size_t at = find(bytes, size, 0, "<"); at < size; at = find(bytes, size, at, "<")) {
    if (size - at > 3 && !memcmp(bytes + at, "!--", 3)) {
      at = find(bytes, size, at + 3, "-->");
    } else if (bytes[at] == '/') {
      seen.ends++;
    } else if (is_letter(bytes[at])) {
      at = pass_start(bytes, size, at, &seen);
    }
  }
  if (seen.attributes > MOST_ATTRIBUTE_WORK)
    return act_fail(
      err,
      ACTANT_LIMIT,
      stage,
      "a tag with too many attributes; expected HTML with fewer than some ten thousand a tag");
  *end_tags = seen.ends;
  return ACTANT_OK;
}
