/* SPDX-License-Identifier: MIT */
/* Pages of HTML. */
#include "read/read.h"

#include <string.h>
#include <strings.h>

bool act_looks_like_html(const char *bytes, size_t size)
{
  static const char *const tags[] = { "<!doctype html", "<html", "<?xml", "<head", "<body", "<!--", "<div", "<article", "<p>", "<meta", "<title", "<main", "<section", "<h1", "<table", "<script", "<link", "<!doctype" };
  size_t at = 0;
  if (size >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3))
    at = 3;
  while (at < size && strchr(" \t\r\n", bytes[at]))
    at++;
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    size_t n = strlen(tags[i]);
    if (size - at >= n && !strncasecmp(bytes + at, tags[i], n))
      return true;
  }
  return false;
}

actant_status act_read_html(const act_source *source, actant_document **out, actant_error *err)
{
  return act_read_text(source, out, err);
}
