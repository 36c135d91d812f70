/* SPDX-License-Identifier: MIT */
/*
  A form is cut into tokens as Universal Dependencies does for English: at white space, before "'s" and a closing apostrophe, around
  commas, brackets and slashes, and at hyphens; the full stop stays with its abbreviation ("U.S.", "St.").  Treebanks of before
  2.0 and many names keep the hyphen inside, so a form with hyphens has both ways; likewise the typewriter's and
  the printer's apostrophe, and letters with and without diacritics.
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
    uint32_t code = act_utf8_next(bytes, size, &at);
    if (code == '-')
      variants |= ACT_VARIANT_HYPHEN;
    else if (code == '\'')
      variants |= ACT_VARIANT_APOSTROPHE;
    else if (code >= 0x80 && act_to_plain(code) != code)
      variants |= ACT_VARIANT_PLAIN;
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

static void put(cutter *c, uint32_t code, unsigned variant, bool possessive)
{
  if (code == '\'' || code == 0x2019) {
    if (possessive)
      end_token(c);
    put_code(c, variant & ACT_VARIANT_APOSTROPHE ? 0x2019 : code);
  } else if (act_is_space(code)) {
    end_token(c);
  } else if (code < 0x80 && strchr(",()/;:\"!?", (int)code)) {
    put_alone(c, code);
  } else if (code == 0x2013 || (code == '-' && !(variant & ACT_VARIANT_HYPHEN))) {
    put_alone(c, code);
  } else {
    uint32_t plain = variant & ACT_VARIANT_PLAIN ? act_to_plain(code) : code;
    if (plain)
      put_code(c, plain);
  }
}

size_t act_form_hashes(const char *bytes, size_t size, unsigned variant, uint64_t out[ACT_FORM_TOKENS_MAX])
{
  cutter c = { .out = out };
  for (size_t at = 0; at < size;) {
    uint32_t code = act_utf8_next(bytes, size, &at);
    put(&c, code, variant, (code == '\'' || code == 0x2019) && is_possessive(bytes, size, at));
  }
  end_token(&c);
  return c.overflow ? 0 : c.count;
}
