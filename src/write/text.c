/* SPDX-License-Identifier: MIT */
/* Numbers and dates are written by hand, since printf and strftime depend on the locale.  Columns
   are counted so that a label of any script can be broken and cut before it grows wider than a box
   should be; utf8proc knows the widths (Unicode Standard Annex 11). */
#include "write/text.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

void act_text_put(act_text_builder *text, const char *bytes, size_t size)
{
  if (!text->failed && !act_buffer_put(&text->buffer, bytes, size))
    text->failed = true;
}

void act_text_puts(act_text_builder *text, const char *string)
{
  act_text_put(text, string, strlen(string));
}

void act_text_uint(act_text_builder *text, uint64_t number)
{
  char digits[20];
  size_t n = sizeof digits;
  do {
    digits[--n] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  act_text_put(text, digits + n, sizeof digits - n);
}

void act_text_thousandths(act_text_builder *text, uint64_t number)
{
  act_text_uint(text, number / 1000);
  unsigned rest = (unsigned)(number % 1000);
  if (rest) {
    char part[4] = {
      '.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10), (char)('0' + rest % 10)
    };
    act_text_put(text, part, rest % 10 ? 4 : rest % 100 ? 3 : 2);
  }
}

void act_text_decimal(act_text_builder *text, double number)
{
  if (!(number > 0 && number < 9e9)) { /* NaN, and what would overflow below */
    act_text_puts(text, "0");
    return;
  }
  uint64_t parts = (uint64_t)(number * 1e9 + 0.5), rest = parts % 1000000000;
  act_text_uint(text, parts / 1000000000);
  if (!rest)
    return;
  char digits[10] = { '.' };
  size_t n = sizeof digits;
  for (size_t i = n - 1; i > 0; i--, rest /= 10)
    digits[i] = (char)('0' + rest % 10);
  while (digits[n - 1] == '0')
    n--;
  act_text_put(text, digits, n);
}

void act_text_date(act_text_builder *text, act_date date)
{
  static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  if (date.day) {
    act_text_uint(text, date.day);
    act_text_puts(text, " ");
  }
  if (date.month >= 1 && date.month <= 12) {
    act_text_puts(text, months[date.month - 1]);
    act_text_puts(text, " ");
  }
  act_text_uint(text, (uint64_t)(date.year > 0 ? date.year : 0));
}

static const char *entity(char c)
{
  return c == '&'    ? "&amp;"
         : c == '<'  ? "&lt;"
         : c == '>'  ? "&gt;"
         : c == '"'  ? "&quot;"
         : c == '\\' ? "&#92;"
                     : NULL;
}

void act_text_html(act_text_builder *text, const char *bytes, size_t size)
{
  size_t from = 0;
  if (!size) /* bytes may be NULL */
    return;
  for (size_t i = 0; i < size; i++) {
    const char *as = entity(bytes[i]);
    if (as) {
      act_text_put(text, bytes + from, i - from);
      act_text_puts(text, as);
      from = i + 1;
    }
  }
  act_text_put(text, bytes + from, size - from);
}

void act_text_count(act_text_builder *text, uint64_t number, const char *one, const char *many)
{
  act_text_uint(text, number);
  act_text_puts(text, " ");
  act_text_puts(text, number == 1 ? one : many);
}

static size_t width(uint32_t code)
{
  if (code < 0x7F)
    return code >= ' ';
  int columns = utf8proc_charwidth((utf8proc_int32_t)code);
  return columns > 0 ? (size_t)columns : 0;
}

size_t act_columns(const char *bytes, size_t size)
{
  size_t columns = 0;
  for (size_t at = 0; at < size;)
    columns += width(act_utf8_next(bytes, size, &at));
  return columns;
}

/* The next code point; most are ASCII. */
static uint32_t next_code(const char *bytes, size_t size, size_t *at)
{
  unsigned char first = (unsigned char)bytes[*at];
  if (first >= 0x80)
    return act_utf8_next(bytes, size, at);
  ++*at;
  return first;
}

size_t act_fit(const char *bytes, size_t size, size_t limit, size_t *next)
{
  size_t columns = 0, space = 0,
         at = size <= limit ? size : 0; /* no code point is wider than long */
  while (at < size) {
    size_t before = at;
    uint32_t code = next_code(bytes, size, &at);
    columns += width(code);
    if (columns > limit ||
        at - space > 64 * limit) { /* marks without end take no columns, but bytes */
      bool broken = code == ' ' || (space && act_columns(bytes, space) * 2 >= limit);
      size_t end = code == ' ' || !broken ? before : space;
      *next = broken ? end + 1 : end;
      return end;
    }
    if (code == ' ')
      space = before;
  }
  *next = size;
  return size;
}

void act_text_cut(act_text_builder *text, const char *string, size_t limit)
{
  size_t next, size = strlen(string), end = act_fit(string, size, limit, &next);
  act_text_put(text, string, end);
  if (next < size)
    act_text_puts(text, "…");
}

const char *act_text_get(act_text_builder *text)
{
  act_text_put(text, "", 1);
  if (text->failed)
    return NULL;
  text->buffer.count--;
  return text->buffer.data;
}

void act_text_clear(act_text_builder *text)
{
  text->buffer.count = 0;
}

void act_text_free(act_text_builder *text)
{
  act_array_free(&text->buffer);
}
