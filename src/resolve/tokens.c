/* SPDX-License-Identifier: MIT */
/* Small questions about tokens and trees that every step asks.  Nothing recurses: a walk up ends at
   the root, a walk over children follows the sibling links of act_tree. */
#include "base/utf8.h"
#include "resolve/resolver.h"

#include <string.h>

bool act_capitalised(const act_resolver *r, uint32_t token)
{
  act_text form = act_token_form(r->a, token);
  size_t at = 0;
  return form.size && act_is_upper(act_utf8_next(form.bytes, form.size, &at));
}

uint64_t act_plain_hash(const act_resolver *r, uint32_t token)
{
  uint32_t lower = act_token_at(r, token)->lower;
  act_text text = act_strings_text(&r->a->strings, lower);
  char plain[64];
  size_t size = 0;
  bool same = true;
  for (size_t at = 0; at < text.size;) {
    uint32_t code = act_utf8_next(text.bytes, text.size, &at);
    same &= act_to_plain(code) == code;
    if (size + 4 > sizeof plain)
      return r->a->strings.hashes[lower];
    size += act_utf8_encode(act_to_plain(code), plain + size);
  }
  return same ? r->a->strings.hashes[lower] : act_hash_bytes(plain, size);
}

bool act_all_capitals(const act_resolver *r, uint32_t token)
{
  act_text form = act_token_form(r->a, token);
  size_t letters = 0;
  for (size_t at = 0; at < form.size;) {
    uint32_t code = act_utf8_next(form.bytes, form.size, &at);
    if (act_is_lower(code))
      return false;
    letters += act_is_upper(code);
  }
  return letters > 1;
}

bool act_form_is(const act_resolver *r, uint32_t token, const char *word)
{
  return act_text_is(act_strings_text(&r->a->strings, act_token_at(r, token)->lower), word);
}

/* Lists are short and asked of every word: most of their words differ in the first byte, so bytes
 * are compared one by one, which is faster than any function that is called. */
static bool listed(act_text word, const char *words)
{
  if (!word.size)
    return false;
  for (;;) {
    size_t same = 0;
    while (same < word.size && words[same] == word.bytes[same] && words[same] && words[same] != ' ')
      same++;
    words += same;
    if (same == word.size && (!*words || *words == ' '))
      return true;
    while (*words && *words != ' ')
      words++;
    if (!*words)
      return false;
    words++;
  }
}

bool act_form_in(const act_resolver *r, uint32_t token, const char *words)
{
  return listed(act_strings_text(&r->a->strings, act_token_at(r, token)->lower), words);
}

bool act_lemma_among(const act_resolver *r, uint32_t token, const char *words)
{
  return listed(act_strings_text(&r->a->strings, act_token_at(r, token)->lemma), words);
}

uint32_t act_dependent_of(const act_resolver *r, uint32_t token, uint8_t deprel)
{
  for (uint32_t c = act_child_first(r, token); c != ACT_NO_TOKEN; c = act_child_next(r, c))
    if (act_token_at(r, c)->deprel == deprel ||
        act_deprel_plain(act_token_at(r, c)->deprel) == deprel)
      return c;
  return ACT_NO_TOKEN;
}

uint32_t act_preposition_of(const act_resolver *r, uint32_t token)
{
  for (uint32_t c = act_child_first(r, token); c != ACT_NO_TOKEN; c = act_child_next(r, c))
    if (act_token_at(r, c)->deprel == ACT_DEP_CASE && act_token_at(r, c)->xpos != ACT_XPOS_POS)
      return c;
  return ACT_NO_TOKEN;
}

bool act_subject_relation(uint8_t deprel)
{
  return deprel == ACT_DEP_NSUBJ || deprel == ACT_DEP_NSUBJ_PASS || deprel == ACT_DEP_NSUBJ_OUTER;
}

uint32_t act_first_conjunct(const act_resolver *r, uint32_t token)
{
  while (act_token_at(r, token)->deprel == ACT_DEP_CONJ && act_token_at(r, token)->head != ACT_ROOT)
    token = act_token_at(r, token)->head;
  return token;
}

uint8_t act_name_type(uint8_t tag)
{
  switch (tag) {
    case ACT_NAME_B_PER:
    case ACT_NAME_I_PER:
      return ACTANT_PERSON;
    case ACT_NAME_B_LOC:
    case ACT_NAME_I_LOC:
      return ACTANT_PLACE;
    case ACT_NAME_B_ORG:
    case ACT_NAME_I_ORG:
      return ACTANT_ORGANISATION;
    default:
      return ACT_TYPE_UNKNOWN;
  }
}

bool act_is_below(const act_resolver *r, uint32_t token, uint32_t ancestor)
{
  for (; token != ACT_ROOT; token = act_token_at(r, token)->head)
    if (token == ancestor)
      return true;
  return false;
}
