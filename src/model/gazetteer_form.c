/* SPDX-License-Identifier: MIT */
/*
  A form is cut into tokens as Universal Dependencies does for English: at white space, before "'s"
  and a closing apostrophe, around commas, brackets and slashes, and at hyphens; the full stop stays
  with its abbreviation ("U.S.", "St.").  Treebanks of before 2.0 and many names keep the hyphen
  inside, so a form with hyphens has both ways; likewise the typewriter's and the printer's
  apostrophe, and letters with and without diacritics.
*/
#include "base/utf8.h"
#include "model/gazetteer_build.h"

#include <string.h>

typedef struct cutter {
  char token[ACT_FORM_BYTES_MAX];
  size_t size;
  uint64_t *out;
  size_t count;
  bool overflow;
} cutter;

unsigned act_form_variants(const char *bytes, size_t size)
{
  unsigned variants = 0;
  for (size_t at = 0; at < size;) {
    if ((unsigned char)bytes[at] < 0x80) {
      char c = bytes[at++];
      variants |= c == '-' ? ACT_VARIANT_HYPHEN : c == '\'' ? ACT_VARIANT_APOSTROPHE : 0;
    } else {
      uint32_t code = act_utf8_next(bytes, size, &at);
      variants |= act_to_plain(code) != code ? ACT_VARIANT_PLAIN : 0;
    }
  }
  return variants;
}

static void end_token(cutter *c)
{
  if (!c->size)
    return;
  if (c->count == ACT_FORM_TOKENS_MAX)
    c->overflow = true;
  else
    c->out[c->count++] = act_hash_bytes(c->token, c->size);
  c->size = 0;
}

static void put_code(cutter *c, uint32_t code)
{
  if (code < 0x80 && c->size < sizeof c->token) {
    c->token[c->size++] = (char)(code >= 'A' && code <= 'Z' ? code + 32 : code);
    return;
  }
  char bytes[4];
  size_t n = act_utf8_encode(act_to_lower(code), bytes);
  if (c->size + n > sizeof c->token) {
    c->overflow = true;
    return;
  }
  memcpy(c->token + c->size, bytes, n);
  c->size += n;
}

static void put_alone(cutter *c, uint32_t code)
{
  end_token(c);
  put_code(c, code);
  end_token(c);
}

/* Whether the apostrophe before bytes[at] ends a word, bare or with an s. */
static bool is_possessive(const char *bytes, size_t size, size_t at)
{
  if (at < size && (bytes[at] == 's' || bytes[at] == 'S'))
    at++;
  return at == size || bytes[at] == ' ';
}

static bool stands_alone(uint32_t code)
{
  switch (code) {
    case ',':
    case '(':
    case ')':
    case '/':
    case ';':
    case ':':
    case '"':
    case '!':
    case '?':
      return true;
    default:
      return false;
  }
}

static void put(cutter *c, uint32_t code, unsigned variant, bool possessive)
{
  if (code == '\'' || code == 0x2019) {
    if (possessive)
      end_token(c);
    put_code(c, variant & ACT_VARIANT_APOSTROPHE ? 0x2019 : code);
  } else if (act_is_space(code)) {
    end_token(c);
  } else if (stands_alone(code)) {
    put_alone(c, code);
  } else if (code == 0x2013 || (code == '-' && !(variant & ACT_VARIANT_HYPHEN))) {
    put_alone(c, code);
  } else {
    uint32_t plain = variant & ACT_VARIANT_PLAIN ? act_to_plain(code) : code;
    if (plain)
      put_code(c, plain);
  }
}

/* Copy the ASCII letters, digits and full stops that come next, in lower case; most of every form.
 */
static size_t put_plain_run(cutter *c, const char *bytes, size_t size)
{
  size_t n = 0, room = sizeof c->token - c->size;
  for (; n < size && n < room; n++) {
    char b = bytes[n], low = (char)(b | 32);
    if (!((low >= 'a' && low <= 'z') || b == '.' || (b >= '0' && b <= '9')))
      break;
    c->token[c->size + n] = b == '.' || b <= '9' ? b : low;
  }
  c->size += n;
  return n;
}

size_t act_form_hashes(const char *bytes,
                       size_t size,
                       unsigned variant,
                       uint64_t out[ACT_FORM_TOKENS_MAX])
{
  cutter c;
  c.size = c.count = 0;
  c.out = out;
  c.overflow = false;
  for (size_t at = 0; at < size;) {
    size_t run = put_plain_run(&c, bytes + at, size - at);
    if (run) {
      at += run;
      continue;
    }
    uint32_t code = act_utf8_next(bytes, size, &at);
    put(&c, code, variant, (code == '\'' || code == 0x2019) && is_possessive(bytes, size, at));
  }
  end_token(&c);
  return c.overflow ? 0 : c.count;
}
