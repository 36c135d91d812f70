/* SPDX-License-Identifier: MIT */
/*
  Base forms, by a decision list that the trainer makes: the whole form with its tags if the list
  has it, else its longest ending that the list has.  Each context names a script, "cut off so many
  bytes and put these on".  Irregular forms are whole-form contexts. Lemmas are in lower case but
  for proper nouns, which keep the case of their form, as UD has it.
*/
#include "annotate/lemmas.h"

#include "annotate/token_patterns.h"
#include "base/utf8.h"

#include <string.h>

enum { MOST_KNOWN = 1 << 16 }; /* scripts kept from document to document: some 2 MB */

static actant_status damaged(actant_error *err)
{
  return act_fail(err, ACTANT_MODEL, "annotate", "the model's lemmas are damaged");
}

/* Check that offsets do not decrease and stay inside, and that no script is empty. */
static bool scripts_are_sound(const act_lemmas *l, uint32_t bytes)
{
  uint32_t at = act_get_u32(l->offsets);
  if (at != 0)
    return false;
  for (uint32_t i = 1; i <= l->script_count; i++) {
    uint32_t next = act_get_u32(l->offsets + 4 * (size_t)i);
    if (next <= at || next > bytes)
      return false;
    at = next;
  }
  return true;
}

actant_status act_lemmas_read(const void *data, size_t size, act_lemmas *out, actant_error *err)
{
  const unsigned char *b = data;
  if (size < ACT_LEMMA_HEADER)
    return damaged(err);
  act_lemmas l = { .slot_bits = act_get_u32(b), .script_count = act_get_u32(b + 4) };
  uint32_t bytes = act_get_u32(b + 8);
  if (l.slot_bits > 24 || l.script_count > UINT16_MAX)
    return damaged(err);
  size_t slots = ((size_t)1 << l.slot_bits) * ACT_LEMMA_SLOT,
         offsets = 4 * ((size_t)l.script_count + 1);
  if (size - ACT_LEMMA_HEADER < slots + offsets ||
      size - ACT_LEMMA_HEADER - slots - offsets < bytes)
    return damaged(err);
  l.slots = b + ACT_LEMMA_HEADER;
  l.offsets = l.slots + slots;
  l.scripts = l.offsets + offsets;
  if (!scripts_are_sound(&l, bytes))
    return damaged(err);
  *out = l;
  return ACTANT_OK;
}

actant_status act_lemmas_open(const act_weights *weights, act_lemmas *out, actant_error *err)
{
  const void *data;
  size_t size;
  if (!act_weights_section(weights, ACT_LEMMA_SECTION, &data, &size))
    return act_fail(
      err, ACTANT_MODEL, "annotate", "the model has no section \"" ACT_LEMMA_SECTION "\"");
  return act_lemmas_read(data, size, out, err);
}

void act_lemmas_close(act_lemmas *lemmas)
{
  act_map_free(&lemmas->cache);
  act_map_free(&lemmas->scripts_of);
}

void act_lemmas_reset(act_lemmas *lemmas)
{
  act_map_clear(&lemmas->cache);
  if (lemmas->scripts_of.count > MOST_KNOWN)
    act_map_clear(&lemmas->scripts_of);
}

uint64_t act_lemma_context(const char *bytes, size_t size, bool whole, uint8_t upos, uint8_t xpos)
{
  uint64_t tags = (uint64_t)upos << 8 | xpos | (uint64_t)whole << 16;
  return act_hash_join(act_hash_bytes(bytes, size), tags);
}

static act_text script_at(const act_lemmas *l, uint32_t script)
{
  uint32_t begin = act_get_u32(l->offsets + 4 * (size_t)script),
           end = act_get_u32(l->offsets + 4 * (size_t)script + 4);
  return (act_text){ (const char *)l->scripts + begin, end - begin };
}

/* The number of a context's script, one higher; 0 when the list does not have it. */
static uint32_t find_context(const act_lemmas *l, uint64_t context)
{
  uint32_t mask = (UINT32_C(1) << l->slot_bits) - 1, at = (uint32_t)context & mask,
           mark = (uint32_t)(context >> 32);
  for (uint32_t n = 0; n <= mask; n++, at = (at + 1) & mask) {
    const unsigned char *slot = l->slots + (size_t)at * ACT_LEMMA_SLOT;
    uint32_t script = act_get_u16(slot + 4);
    if (!script || script > l->script_count)
      break;
    if (act_get_u32(slot) == mark)
      return script;
  }
  return 0;
}

static uint32_t find_script(const act_lemmas *l, act_text lower, uint8_t upos, uint8_t xpos)
{
  if (lower.size > ACT_LEMMA_FORM)
    return 0;
  uint32_t script = find_context(l, act_lemma_context(lower.bytes, lower.size, true, upos, xpos));
  size_t n = lower.size < ACT_LEMMA_ENDING ? lower.size : ACT_LEMMA_ENDING;
  for (; !script && n > 0; n--)
    script = find_context(l, act_lemma_context(lower.bytes + lower.size - n, n, false, upos, xpos));
  return script ? script : find_context(l, act_lemma_context("", 0, false, upos, xpos));
}

act_text act_lemma_script(const act_lemmas *lemmas, act_text lower, uint8_t upos, uint8_t xpos)
{
  const uint32_t script = find_script(lemmas, lower, upos, xpos);
  return script ? script_at(lemmas, script - 1) : (act_text){ NULL, 0 };
}

/* The same of a token, which is asked once for a form and its tags. */
static bool known_script(act_lemmas *l, const act_annotation *a, const act_token *t, act_text *out)
{
  const uint64_t tags = (uint64_t)t->upos << 8 | t->xpos,
                 key = act_hash_join(a->strings.hashes[t->lower], tags);
  uint32_t script = act_map_get(&l->scripts_of, key);
  if (script == ACT_NO_VALUE) {
    script = find_script(l, act_strings_text(&a->strings, t->lower), t->upos, t->xpos);
    if (!act_map_set(&l->scripts_of, key, script))
      return false;
  }
  *out = script ? script_at(l, script - 1) : (act_text){ NULL, 0 };
  return true;
}

size_t act_lemma_apply(act_text script, act_text form, char *out, size_t room)
{
  size_t cut = (unsigned char)script.bytes[0], added = script.size - 1, kept = 0;
  if (cut != ACT_LEMMA_WHOLE) {
    if (cut >= form.size || (cut && (unsigned char)form.bytes[form.size - cut] >> 6 == 2))
      return 0;
    kept = form.size - cut;
  }
  if (kept + added > room || kept + added == 0)
    return 0;
  memcpy(out, form.bytes, kept);
  memcpy(out + kept, script.bytes + 1, added);
  return kept + added;
}

/* Put what a script has added into capitals, when the form is all capitals. */
static void match_case(act_text form, char *lemma, size_t kept, size_t size)
{
  for (size_t i = 0; i < form.size; i++)
    if (!act_ascii_upper(form.bytes[i]))
      return;
  for (size_t i = form.size > 1 ? kept : size; i < size; i++)
    lemma[i] = (char)act_to_upper((unsigned char)lemma[i]);
}

/* The lemma of a proper noun: its form as it stands, but for a plural's ending. */
static uint32_t proper_lemma(act_annotation *a, act_text form, act_text script)
{
  char out[2 * ACT_LEMMA_FORM];
  size_t cut = script.size ? (unsigned char)script.bytes[0] : 0, n = 0;
  bool ascii = true;
  for (size_t i = 0; i < form.size && ascii; i++)
    ascii = (unsigned char)form.bytes[i] < 0x80;
  if (cut && cut != ACT_LEMMA_WHOLE && ascii && form.size <= ACT_LEMMA_FORM &&
      (n = act_lemma_apply(script, form, out, sizeof out)) > 0)
    match_case(form, out, form.size - cut, n);
  return n ? act_strings_add(&a->strings, out, n)
           : act_strings_add(&a->strings, form.bytes, form.size);
}

static uint32_t common_lemma(act_annotation *a, act_text lower, act_text script)
{
  char out[2 * ACT_LEMMA_FORM];
  size_t n = script.size && lower.size <= ACT_LEMMA_FORM
               ? act_lemma_apply(script, lower, out, sizeof out)
               : 0;
  return n ? act_strings_add(&a->strings, out, n)
           : act_strings_add(&a->strings, lower.bytes, lower.size);
}

static uint32_t find_lemma(act_lemmas *l, act_annotation *a, uint32_t token)
{
  const act_token *t = &a->tokens.data[token];
  act_text script;
  if (t->upos == ACT_UPOS_PROPN)
    return known_script(l, a, t, &script) ? proper_lemma(a, act_token_form(a, token), script)
                                          : ACT_NO_STRING;
  uint64_t key = (uint64_t)t->lower << 16 | (uint64_t)t->upos << 8 | t->xpos;
  uint32_t lemma = act_map_get(&l->cache, key);
  if (lemma != ACT_NO_VALUE)
    return lemma;
  if (!known_script(l, a, t, &script))
    return ACT_NO_STRING;
  lemma = common_lemma(a, act_strings_text(&a->strings, t->lower), script);
  return lemma != ACT_NO_STRING && act_map_set(&l->cache, key, lemma) ? lemma : ACT_NO_STRING;
}

actant_status act_find_lemmas(act_lemmas *lemmas,
                              act_annotation *annotation,
                              const act_sentence *sentence,
                              actant_error *err)
{
  for (uint32_t t = sentence->first; t < sentence->end; t++) {
    if (annotation->tokens.data[t].lemma)
      continue;
    uint32_t lemma = find_lemma(lemmas, annotation, t);
    if (lemma == ACT_NO_STRING)
      return act_fail_memory(err, "annotate");
    annotation->tokens.data[t].lemma = lemma;
  }
  return ACTANT_OK;
}
