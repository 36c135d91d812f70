/* SPDX-License-Identifier: MIT */
/*
  The lemmatizer's decision list.  Each type (a form with its tags) has a script, from form to
  lemma.  Endings are taken from the shortest to the longest: one is kept when most of its types
  have another script than the endings kept so far would give them. What is left wrong then becomes
  a context of its whole form.  So regular words cost nothing, irregular ones a slot each.
*/
#include "train/lemmas.h"

#include "annotate/lemmas.h"
#include "annotate/tokens.h"
#include "base/utf8.h"
#include "train/wordnet.h"

#include <string.h>

enum {
  SUPPORT = 2, /* types that an ending needs; 1 would learn each misspelling */
  LOAD = 2,    /* slots for each context */
};

/* A form with its tags and one of its lemmas' scripts. */
typedef struct type {
  uint32_t form, script; /* strings */
  uint32_t count;
  uint8_t upos, xpos;
  bool best; /* the most frequent script of its form and tags */
} type;

typedef struct ending {
  uint64_t context;
  uint32_t type;          /* one that has it */
  uint32_t script, count; /* the most frequent script, and its types */
} ending;

typedef struct learner {
  act_strings strings;
  ACT_ARRAY(type) types;
  ACT_ARRAY(ending) endings; /* of one length */
  act_map by_script;         /* of context and script: a type's index, or a count */
  act_map by_context;        /* of context: a type's or an ending's index */
  act_map kept;              /* of context: its script */
  ACT_ARRAY(uint64_t) order; /* the contexts kept, in order */
} learner;

static size_t common_prefix(const char *a, size_t a_size, const char *b, size_t b_size)
{
  size_t n = 0;
  while (n < a_size && n < b_size && a[n] == b[n])
    n++;
  while (n > 0 && n < a_size && ((unsigned char)a[n] & 0xC0) == 0x80)
    n--;
  return n;
}

/* Write the script that makes `lemma` of `form`; its size. */
static size_t make_script(act_text form, act_text lemma, char *out)
{
  size_t kept = common_prefix(form.bytes, form.size, lemma.bytes, lemma.size);
  if (kept == 0)
    out[0] = (char)(unsigned char)ACT_LEMMA_WHOLE;
  else
    out[0] = (char)(unsigned char)(form.size - kept);
  memcpy(out + 1, lemma.bytes + kept, lemma.size - kept);
  return 1 + lemma.size - kept;
}

static uint64_t whole_context(const learner *l, const type *t)
{
  act_text form = act_strings_text(&l->strings, t->form);
  return act_lemma_context(form.bytes, form.size, true, t->upos, t->xpos);
}

static uint64_t ending_context(const learner *l, const type *t, size_t size)
{
  act_text form = act_strings_text(&l->strings, t->form);
  return act_lemma_context(form.bytes + form.size - size, size, false, t->upos, t->xpos);
}

/* Take in a lower-cased form and lemma. */
static bool take(learner *l, act_text form, act_text lemma, uint8_t upos, uint8_t xpos)
{
  char script[ACT_LEMMA_FORM + 1];
  if (!form.size || form.size > ACT_LEMMA_FORM || !lemma.size || lemma.size > ACT_LEMMA_FORM ||
      act_text_is(lemma, "_"))
    return true;
  type t = { .count = 1, .upos = upos, .xpos = xpos };
  t.form = act_strings_add(&l->strings, form.bytes, form.size);
  size_t n = make_script(form, lemma, script);
  t.script = act_strings_add(&l->strings, script, n);
  if (t.form == ACT_NO_STRING || t.script == ACT_NO_STRING)
    return false;
  uint64_t key = act_hash_join(whole_context(l, &t), t.script);
  uint32_t index = act_map_get(&l->by_script, key);
  if (index != ACT_NO_VALUE) {
    l->types.data[index].count++;
    return true;
  }
  return act_map_set(&l->by_script, key, (uint32_t)l->types.count) && act_array_push(&l->types, t);
}

static bool take_wordnet(void *context, act_text form, act_text lemma, uint8_t upos, uint8_t xpos)
{
  return take(context, form, lemma, upos, xpos);
}

static bool take_treebank(learner *l, const act_treebank *treebank)
{
  char form[2 * ACT_LEMMA_FORM + 4], lemma[2 * ACT_LEMMA_FORM + 4];
  for (size_t i = 0; i < treebank->words.count; i++) {
    const act_treebank_word *w = &treebank->words.data[i];
    if (w->form.size > ACT_LEMMA_FORM || w->lemma.size > ACT_LEMMA_FORM)
      continue;
    act_text f = { form, act_utf8_lower(w->form.bytes, w->form.size, form, sizeof form) };
    act_text m = { lemma, act_utf8_lower(w->lemma.bytes, w->lemma.size, lemma, sizeof lemma) };
    uint32_t id =
      act_intern_lower(&l->strings, f.bytes, f.size); /* the apostrophe as it will be looked up */
    if (id == ACT_NO_STRING || !take(l, act_strings_text(&l->strings, id), m, w->upos, w->xpos))
      return false;
  }
  return true;
}

/* Mark the most frequent script of each form with its tags. */
static bool choose_scripts(learner *l)
{
  for (uint32_t i = 0; i < l->types.count; i++) {
    type *t = &l->types.data[i];
    uint64_t context = whole_context(l, t);
    uint32_t other = act_map_get(&l->by_context, context);
    if (other != ACT_NO_VALUE && l->types.data[other].count >= t->count)
      continue;
    if (other != ACT_NO_VALUE)
      l->types.data[other].best = false;
    t->best = true;
    if (!act_map_set(&l->by_context, context, i))
      return false;
  }
  return true;
}

/* Count a type under its ending of `size` bytes. */
static bool count_ending(learner *l, uint32_t index, size_t size)
{
  const type *t = &l->types.data[index];
  uint64_t context = ending_context(l, t, size), key = act_hash_join(context, t->script);
  uint32_t at = act_map_get(&l->by_context, context), seen = act_map_get(&l->by_script, key);
  seen = seen == ACT_NO_VALUE ? 1 : seen + 1;
  if (!act_map_set(&l->by_script, key, seen))
    return false;
  if (at == ACT_NO_VALUE) {
    at = (uint32_t)l->endings.count;
    if (!act_map_set(&l->by_context, context, at) ||
        !act_array_push(&l->endings, (ending){ context, index, t->script, 0 }))
      return false;
  }
  ending *e = &l->endings.data[at];
  if (seen > e->count) {
    e->script = t->script;
    e->count = seen;
  }
  return true;
}

/* The script that the endings kept so far give a type, of at most `size` bytes; ACT_NO_VALUE when
 * none does. */
static uint32_t predict(const learner *l, const type *t, size_t size)
{
  act_text form = act_strings_text(&l->strings, t->form);
  for (size_t n = size < form.size ? size : form.size;; n--) {
    uint32_t script = act_map_get(&l->kept, ending_context(l, t, n));
    if (script != ACT_NO_VALUE || n == 0)
      return script;
  }
}

static bool keep(learner *l, uint64_t context, uint32_t script)
{
  return act_map_set(&l->kept, context, script) && act_array_push(&l->order, context);
}

/* Keep the endings of `size` bytes that say something new. */
static bool keep_endings(learner *l, size_t size)
{
  for (size_t i = 0; i < l->endings.count; i++) {
    const ending *e = &l->endings.data[i];
    uint32_t before = predict(l, &l->types.data[e->type], size);
    uint32_t rival =
      before == ACT_NO_VALUE ? 0 : act_map_get(&l->by_script, act_hash_join(e->context, before));
    if (before == e->script || (size && e->count < SUPPORT) ||
        (rival != ACT_NO_VALUE && rival >= e->count))
      continue;
    if (!keep(l, e->context, e->script))
      return false;
  }
  return true;
}

static bool learn_endings(learner *l, size_t size)
{
  act_map_clear(&l->by_script);
  act_map_clear(&l->by_context);
  l->endings.count = 0;
  for (uint32_t i = 0; i < l->types.count; i++) {
    const type *t = &l->types.data[i];
    if (t->best && act_strings_text(&l->strings, t->form).size >= size && !count_ending(l, i, size))
      return false;
  }
  return keep_endings(l, size);
}

static bool learn_forms(learner *l)
{
  for (size_t i = 0; i < l->types.count; i++) {
    const type *t = &l->types.data[i];
    if (t->best && predict(l, t, ACT_LEMMA_ENDING) != t->script &&
        !keep(l, whole_context(l, t), t->script))
      return false;
  }
  return true;
}

static bool learn(learner *l)
{
  if (!choose_scripts(l))
    return false;
  for (size_t size = 0; size <= ACT_LEMMA_ENDING; size++)
    if (!learn_endings(l, size))
      return false;
  return learn_forms(l);
}

/* Number the scripts in use: *count of them, their bytes' sum; `number` has a cell for each string.
 */
static size_t number_scripts(const learner *l, uint32_t *number, uint32_t *scripts, uint32_t *count)
{
  size_t bytes = 0;
  *count = 0;
  for (size_t i = 0; i < l->order.count; i++) {
    uint32_t script = act_map_get(&l->kept, l->order.data[i]);
    if (number[script])
      continue;
    scripts[(*count)++] = script;
    number[script] = *count;
    bytes += act_strings_text(&l->strings, script).size;
  }
  return bytes;
}

static void put_slots(const learner *l, const uint32_t *number, unsigned char *slots, uint32_t bits)
{
  uint32_t mask = (UINT32_C(1) << bits) - 1;
  for (size_t i = 0; i < l->order.count; i++) {
    uint64_t context = l->order.data[i];
    uint32_t at = (uint32_t)context & mask;
    while (act_get_u16(slots + (size_t)at * ACT_LEMMA_SLOT + 4))
      at = (at + 1) & mask;
    act_set_u32(slots + (size_t)at * ACT_LEMMA_SLOT, (uint32_t)(context >> 32));
    act_set_u16(slots + (size_t)at * ACT_LEMMA_SLOT + 4,
                (uint16_t)number[act_map_get(&l->kept, context)]);
  }
}

static void put_scripts(const learner *l,
                        const uint32_t *scripts,
                        uint32_t count,
                        unsigned char *offsets)
{
  unsigned char *bytes = offsets + 4 * ((size_t)count + 1);
  uint32_t at = 0;
  for (uint32_t i = 0; i < count; i++) {
    act_text script = act_strings_text(&l->strings, scripts[i]);
    act_set_u32(offsets + 4 * (size_t)i, at);
    memcpy(bytes + at, script.bytes, script.size);
    at += (uint32_t)script.size;
  }
  act_set_u32(offsets + 4 * (size_t)count, at);
}

static actant_status add_section(const learner *l, act_model_writer *model, actant_error *err)
{
  uint32_t bits = 4, count = 0;
  while (((size_t)1 << bits) < l->order.count * LOAD)
    bits++;
  uint32_t *number = calloc(2 * l->strings.texts.count + 1, sizeof *number);
  if (!number)
    return act_fail_memory(err, "train");
  uint32_t *scripts = number + l->strings.texts.count;
  size_t bytes = number_scripts(l, number, scripts, &count),
         slots = ((size_t)1 << bits) * ACT_LEMMA_SLOT;
  size_t size = ACT_LEMMA_HEADER + slots + 4 * ((size_t)count + 1) + bytes;
  unsigned char *section = calloc(size, 1);
  actant_status st = ACTANT_OK;
  if (!section) {
    st = act_fail_memory(err, "train");
    goto done;
  }
  act_set_u32(section, bits);
  act_set_u32(section + 4, count);
  act_set_u32(section + 8, (uint32_t)bytes);
  put_slots(l, number, section + ACT_LEMMA_HEADER, bits);
  put_scripts(l, scripts, count, section + ACT_LEMMA_HEADER + slots);
  st = act_model_writer_add(model, ACT_LEMMA_SECTION, section, size, err);
done:
  free(section);
  free(number);
  return st;
}

static void learner_free(learner *l)
{
  act_strings_free(&l->strings);
  act_array_free(&l->types);
  act_array_free(&l->endings);
  act_array_free(&l->order);
  act_map_free(&l->by_script);
  act_map_free(&l->by_context);
  act_map_free(&l->kept);
}

actant_status act_train_lemmas(const act_treebank *treebanks,
                               size_t count,
                               const char *wordnet,
                               act_model_writer *model,
                               actant_error *err)
{
  learner l = { 0 };
  actant_status st = ACTANT_OK;
  bool ok = act_strings_add(&l.strings, "", 0) != ACT_NO_STRING;
  for (size_t i = 0; i < count && ok; i++)
    ok = take_treebank(&l, &treebanks[i]);
  if (ok && wordnet)
    TRY_DONE(st, act_wordnet_read(wordnet, take_wordnet, &l, err));
  ok = ok && learn(&l);
  st = ok ? add_section(&l, model, err) : act_fail_memory(err, "train");
done:
  learner_free(&l);
  return st;
}
