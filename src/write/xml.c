/* SPDX-License-Identifier: MIT */
/* XML 1.0, sections 2.4 and 3.3.3: what must be escaped in text and in values, and what a parser
   folds if it is not. */
#include "write/xml.h"

#include <string.h>

void act_put_xml_text(act_output *out, const char *string)
{
  size_t from = 0, i = 0;
  for (;; i++) {
    i += strcspn(string + i, "&<]");
    char c = string[i];
    if (c == ']' && strncmp(string + i, "]]>", 3) != 0)
      continue;
    act_put(out, string + from, c == ']' ? i + 2 - from : i - from);
    if (!c)
      return;
    act_puts(out, c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
    i += c == ']' ? 2 : 0;
    from = i + 1;
  }
}

static const char *escape_of(char c)
{
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>': /* not needed, but the end of a processing instruction has one */
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    default:
      return "&#9;";
  }
}

void act_put_xml_value(act_output *out, const char *string)
{
  for (;;) {
    size_t n = strcspn(string, "&<>\"\n\t");
    act_put(out, string, n);
    if (!string[n])
      return;
    act_puts(out, escape_of(string[n]));
    string += n + 1;
  }
}

void act_put_xml_attribute(act_output *out, const char *name, const char *value)
{
  act_putc(out, ' ');
  act_puts(out, name);
  act_puts(out, "=\"");
  act_put_xml_value(out, value);
  act_putc(out, '"');
}
