/* SPDX-License-Identifier: MIT */
/* Slugs: "per-ana-reyes".  ASCII letters, digits and single hyphens only, so that they are
   NMTOKENs; letters lose their diacritics, what has no plain letter is written as its code point.
   A slug that is taken gets -2, -3 … in order of the text. */
#include "base/utf8.h"
#include "resolve/resolver.h"

#include <string.h>

enum { SLUG_BYTES = 80, NUMBER_BYTES = 12 };

static size_t put_number(char *out, size_t size, uint32_t number, uint32_t base)
{
  char digits[NUMBER_BYTES];
  size_t n = 0;
  do {
    digits[n++] = "0123456789abcdef"[number % base];
    number /= base;
  } while (number);
  while (n)
    out[size++] = digits[--n];
  return size;
}

static size_t put_code(char *out, size_t size, uint32_t code)
{
  static const struct {
    uint32_t code;
    const char *letters;
  } spelled[] = { { 0xDF, "ss" },  { 0xE6, "ae" }, { 0xF0, "d" },  { 0xF8, "o" },
                  { 0xFE, "th" },  { 0x111, "d" }, { 0x131, "i" }, { 0x142, "l" },
                  { 0x153, "oe" }, { 0x259, "a" }, { 0x127, "h" } };
  uint32_t plain = act_to_plain(act_to_lower(code));
  if (plain < 0x80) {
    bool kept = (plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9');
    if (kept)
      out[size++] = (char)plain;
    else if (plain != '\'' && plain != '.' && size && out[size - 1] != '-')
      out[size++] = '-';
    return size;
  }
  for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
    if (spelled[i].code == plain) {
      size_t n = strlen(spelled[i].letters);
      memcpy(out + size, spelled[i].letters, n);
      return size + n;
    }
  if (act_is_letter(plain))
    return put_number(out, size, plain, 16);
  if (!act_is_mark(plain) && size && out[size - 1] != '-' && plain != 0x2019)
    out[size++] = '-';
  return size;
}

static size_t make_slug(const act_entity *e, char out[SLUG_BYTES + 2 * NUMBER_BYTES])
{
  static const char *const prefixes[] = { "per-", "loc-", "org-" };
  size_t size = 4, length = strlen(e->name);
  memcpy(out, prefixes[e->type], 4);
  for (size_t at = 0; at < length && size < SLUG_BYTES;)
    size = put_code(out, size, act_utf8_next(e->name, length, &at));
  while (size > 4 && out[size - 1] == '-')
    size--;
  if (size == 4)
    out[size++] = 'x';
  return size;
}

/* Make a slug that is taken another one, with the next number that is free.  What is taken maps to
 * the highest number given to it so far, so that a thousand namesakes take a thousand steps. */
static size_t make_unique(const act_map *taken, char *slug, size_t base, uint32_t *number)
{
  const uint32_t last = act_map_get(taken, act_hash_bytes(slug, base));
  size_t size = base;
  if (last == ACT_NO_VALUE)
    return base;
  *number = last;
  do {
    slug[base] = '-';
    size = put_number(slug, base + 1, ++*number, 10);
  } while (act_map_get(taken, act_hash_bytes(slug, size)) != ACT_NO_VALUE);
  return size;
}

bool act_make_ids(act_resolution *out)
{
  act_map taken = { 0 };
  bool ok = true;
  for (size_t i = 0; ok && i < out->entities.count; i++) {
    char slug[SLUG_BYTES + 2 * NUMBER_BYTES];
    act_entity *e = &out->entities.data[i];
    uint32_t number = 1;
    const size_t base = make_slug(e, slug), size = make_unique(&taken, slug, base, &number);
    ok = act_map_set(&taken, act_hash_bytes(slug, base), number) &&
         (size == base || act_map_set(&taken, act_hash_bytes(slug, size), 1)) &&
         (e->id = act_arena_copy(&out->arena, slug, size));
  }
  act_map_free(&taken);
  return ok;
}
