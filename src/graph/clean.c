/* SPDX-License-Identifier: MIT */
/* Strings are made clean once, on their way into the graph, so that a writer can neither forget it
   nor do it differently. Names, titles and sentences are all shown on one line: white space is
   folded.  What XML 1.0 cannot carry (section 2.2) becomes U+FFFD, which shows that something was
   there. */
#include "graph/clean.h"

#include "base/utf8.h"

#include <libxml/chvalid.h>
#include <string.h>

bool act_buffer_put(act_buffer *buffer, const char *bytes, size_t size)
{
  if (size > SIZE_MAX - buffer->count || !act_array_reserve(buffer, buffer->count + size))
    return false;
  if (size)
    memcpy(buffer->data + buffer->count, bytes, size);
  buffer->count += size;
  return true;
}

static bool breaks_lines(uint32_t code)
{
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0x2028 ||
         code == 0x2029;
}

static bool is_forbidden(uint32_t code)
{
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
}

bool act_is_clean(const char *bytes, size_t size)
{
  if (act_utf8_validate(bytes, size) != size)
    return false;
  bool space = true; /* at the start */
  for (size_t at = 0; at < size;) {
    uint32_t code = act_utf8_next(bytes, size, &at);
    bool breaks = breaks_lines(code);
    if (is_forbidden(code) || (breaks && (code != ' ' || space)))
      return false;
    space = breaks;
  }
  return !space || !size;
}

/* Decode a code point of any bytes: U+FFFD for a byte that begins none. */
static uint32_t decode(const char *bytes, size_t size, size_t *at)
{
  size_t room = size - *at < 4 ? size - *at : 4;
  for (size_t n = 1; n <= room; n++) {
    if (act_utf8_validate(bytes + *at, n) == n)
      return act_utf8_next(bytes, size, at);
  }
  *at += 1;
  return 0xFFFD;
}

bool act_clean(const char *bytes, size_t size, act_buffer *out)
{
  bool space = false, any = false;
  for (size_t at = 0; at < size;) {
    uint32_t code = decode(bytes, size, &at);
    if (breaks_lines(code)) {
      space = any;
      continue;
    }
    char text[5] = " ";
    size_t n = act_utf8_encode(is_forbidden(code) ? 0xFFFD : code, text + 1);
    if (!act_buffer_put(out, space ? text : text + 1, space ? n + 1 : n))
      return false;
    space = false;
    any = true;
  }
  return true;
}

size_t act_clean_offset(const char *bytes, size_t size)
{
  size_t offset = 0;
  bool space = true; /* at the start */
  for (size_t at = 0; at < size;) {
    char text[4];
    uint32_t code = decode(bytes, size, &at);
    bool breaks = breaks_lines(code);
    offset += breaks ? !space : act_utf8_encode(is_forbidden(code) ? 0xFFFD : code, text);
    space = breaks;
  }
  return offset;
}

/* Characters of an NMTOKEN beyond ASCII: letters, digits and marks of XML's fourth edition, whose
   tables libxml2 has and schemas are checked by; the fifth allows more. */
static bool is_name_char(uint32_t code)
{
  if (code < 0x80)
    return act_is_letter(code) || act_is_digit(code) || code == '-' || code == '.' || code == '_';
  return xmlIsBaseCharQ(code) || xmlIsIdeographicQ(code) || xmlIsDigitQ(code) ||
         xmlIsCombiningQ(code);
}

bool act_slug(const char *bytes, size_t size, act_buffer *out)
{
  bool gap = false;
  size_t start = out->count;
  for (size_t at = 0; at < size;) {
    uint32_t code = decode(bytes, size, &at);
    if (!is_name_char(code)) {
      gap = out->count > start;
      continue;
    }
    char text[5] = "-";
    size_t n = act_utf8_encode(code, text + 1);
    if (!act_buffer_put(out, gap ? text : text + 1, gap ? n + 1 : n))
      return false;
    gap = false;
  }
  return true;
}
