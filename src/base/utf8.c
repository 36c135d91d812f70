/* SPDX-License-Identifier: MIT */
/* Decoding is written out, since it is the innermost loop of everything; classes come from
 * utf8proc, with a fast way for ASCII, which the header has. */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

/* The length of the valid sequence at s, or 0; Unicode 15, table 3-7. */
static size_t sequence_length(const unsigned char *s, size_t left)
{
  unsigned char a = s[0];
  if (a < 0x80)
    return 1;
  if (a < 0xC2 || a > 0xF4)
    return 0;
  size_t n = a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
  if (left < n)
    return 0;
  unsigned char low = a == 0xE0 ? 0xA0 : a == 0xF0 ? 0x90 : 0x80;
  unsigned char high = a == 0xED ? 0x9F : a == 0xF4 ? 0x8F : 0xBF;
  if (s[1] < low || s[1] > high)
    return 0;
  for (size_t i = 2; i < n; i++)
    if (s[i] < 0x80 || s[i] > 0xBF)
      return 0;
  return n;
}

/* How many bytes from s on are ASCII, in steps of eight. */
static size_t ascii_run(const unsigned char *s, size_t left)
{
  size_t n = 0;
  for (; left - n >= 8; n += 8) {
    uint64_t word;
    memcpy(&word, s + n, 8);
    if (word & UINT64_C(0x8080808080808080))
      break;
  }
  return n;
}

size_t act_utf8_validate(const char *bytes, size_t size)
{
  const unsigned char *s = (const unsigned char *)bytes;
  size_t at = 0;
  while (at < size) {
    at += ascii_run(s + at, size - at);
    if (at == size)
      break;
    size_t n = sequence_length(s + at, size - at);
    if (!n)
      return at;
    at += n;
  }
  return size;
}

uint32_t act_wide_next(const char *bytes, size_t size, size_t *at)
{
  const unsigned char *s = (const unsigned char *)bytes + *at;
  size_t left = size - *at;
  if (s[0] < 0x80 || left < 2) {
    *at += 1;
    return s[0];
  }
  if (s[0] < 0xE0 || left < 3) {
    *at += 2;
    return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
  }
  if (s[0] < 0xF0 || left < 4) {
    *at += 3;
    return (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
  }
  *at += 4;
  return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 |
         (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
}

uint32_t act_utf8_previous(const char *bytes, size_t *at)
{
  size_t end = *at, start = end - 1;
  while (start > 0 && end - start < 4 && ((unsigned char)bytes[start] & 0xC0) == 0x80)
    start--;
  *at = start;
  return act_utf8_next(bytes, end, &start);
}

size_t act_utf8_encode(uint32_t code, char out[4])
{
  utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
  return n > 0 ? (size_t)n : 0;
}

bool act_wide_is_space(uint32_t c)
{
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

static utf8proc_category_t category(uint32_t c)
{
  return utf8proc_category((utf8proc_int32_t)c);
}

bool act_wide_is_letter(uint32_t c)
{
  utf8proc_category_t k = category(c);
  return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool act_is_mark(uint32_t c)
{
  if (c < 0x300)
    return false;
  utf8proc_category_t k = category(c);
  return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_MC || k == UTF8PROC_CATEGORY_ME;
}

bool act_wide_is_digit(uint32_t c)
{
  return category(c) == UTF8PROC_CATEGORY_ND;
}

bool act_wide_is_upper(uint32_t c)
{
  utf8proc_category_t k = category(c);
  return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool act_wide_is_lower(uint32_t c)
{
  return category(c) == UTF8PROC_CATEGORY_LL;
}

bool act_is_punct(uint32_t c)
{
  if (c < 0x80)
    return c > 32 && c < 127 && !act_is_letter(c) && !act_is_digit(c);
  utf8proc_category_t k = category(c);
  return k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_PO;
}

uint32_t act_wide_to_lower(uint32_t c)
{
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t act_to_upper(uint32_t c)
{
  if (c < 0x80)
    return c >= 'a' && c <= 'z' ? c - 32 : c;
  return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

/* Letters with a stroke and the like, which Unicode does not decompose, and what English writes for
 * them. */
static uint32_t plain_of_stroked(uint32_t c)
{
  static const struct {
    uint16_t from, to;
  } pairs[] = {
    { 0xD0, 'D' },  { 0xD8, 'O' },  { 0xF0, 'd' },  { 0xF8, 'o' },  { 0x110, 'D' },
    { 0x111, 'd' }, { 0x126, 'H' }, { 0x127, 'h' }, { 0x131, 'i' }, { 0x141, 'L' },
    { 0x142, 'l' }, { 0x18F, 'A' }, { 0x259, 'a' },
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (pairs[i].from == c)
      return pairs[i].to;
  return c;
}

uint32_t act_to_plain(uint32_t c)
{
  if (c < 0x80)
    return c;
  if (act_is_mark(c))
    return 0;
  utf8proc_int32_t parts[8];
  utf8proc_ssize_t n =
    utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, NULL);
  return n > 1 ? (uint32_t)parts[0] : plain_of_stroked(c);
}

size_t act_utf8_lower(const char *bytes, size_t size, char *out, size_t room)
{
  size_t at = 0, n = 0;
  while (at < size) {
    char code[4];
    size_t k = act_utf8_encode(act_to_lower(act_utf8_next(bytes, size, &at)), code);
    if (n + k > room)
      break;
    memcpy(out + n, code, k);
    n += k;
  }
  return n;
}

enum {
  FIT_MOST_BYTES = 512
}; /* of the lower-case form; longer names are compared as far as they fit */

int act_utf8_fit(const char *name, const char *asked)
{
  char a[FIT_MOST_BYTES], b[FIT_MOST_BYTES];
  size_t n = act_utf8_lower(name, strlen(name), a, sizeof a);
  size_t m = act_utf8_lower(asked, strlen(asked), b, sizeof b);
  if (m > n || !m || memcmp(a + n - m, b, m) != 0)
    return 0;
  return m == n ? 2 : a[n - m - 1] == ' ' && b[0] != ' ';
}
