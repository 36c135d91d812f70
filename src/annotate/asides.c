/* SPDX-License-Identifier: MIT */
/*
  Newswire puts between commas what treebanks have rarely or never: "President Roe, second left,
  attends", "Roe, 58, was", "FILE - Roe attends".  A greedy parser loses the main verb over them, so
  the sentence is tagged and parsed without its asides, and each aside by itself; then it hangs from
  the word before it.  Brackets are left to the parser, who has seen many: taking them out cost 0.2
  LAS on GUM dev.

  The words that are left are copied behind the annotation's last token as a sentence of their own,
  which is taken away again.
*/
#include "annotate/asides.h"

#include "annotate/parser.h"
#include "annotate/tagger.h"

#include <string.h>

static bool is(const act_annotation *a, uint32_t token, const char *lower)
{
  return strcmp(act_token_lower(a, token), lower) == 0;
}

static bool is_any(const act_annotation *a, uint32_t token, const char *const *words)
{
  for (; *words; words++)
    if (is(a, token, *words))
      return true;
  return false;
}

/* "left", "second from right", "center": where someone stands in a picture.  The token behind it,
 * or `at` when there is none. */
static uint32_t position_end(const act_annotation *a, uint32_t at, uint32_t end)
{
  static const char *const before[] = { "second", "third", "fourth", "fifth", "far",   "top",
                                        "bottom", "front", "back",   "upper", "lower", "centre",
                                        "center", "from",  "the",    "at",    "on",    "2nd",
                                        "3rd",    "4th",   NULL };
  static const char *const where[] = { "left",   "right",      "center",     "centre",
                                       "middle", "foreground", "background", NULL };
  uint32_t from = at;
  while (at + 1 < end && at - from < 4 && is_any(a, at, before) &&
         (is_any(a, at + 1, before) || is_any(a, at + 1, where)))
    at++;
  return at < end && is_any(a, at, where) ? at + 1 : from;
}

/* An age: a number up to 120 alone between commas, behind a capitalised word that is no month. */
static uint32_t age_end(const act_annotation *a, uint32_t first, uint32_t at, uint32_t end)
{
  static const char *const months[] = { "january",  "february", "march",  "april",     "may",
                                        "june",     "july",     "august", "september", "october",
                                        "november", "december", "jan.",   "feb.",      "mar.",
                                        "apr.",     "jun.",     "jul.",   "aug.",      "sept.",
                                        "sep.",     "oct.",     "nov.",   "dec.",      NULL };
  act_text form = act_token_form(a, at);
  if (at >= end || form.size > 3 || at < first + 2)
    return at;
  unsigned age = 0;
  for (size_t i = 0; i < form.size; i++) {
    if (form.bytes[i] < '0' || form.bytes[i] > '9')
      return at;
    age = age * 10 + (unsigned)(form.bytes[i] - '0');
  }
  char initial = act_token_form(a, at - 2).bytes[0];
  bool named = initial >= 'A' && initial <= 'Z' && !is_any(a, at - 2, months);
  return named && age > 0 && age <= 120 ? at + 1 : at;
}

/* ", left," and ", 58,": the commas go too, but the second stays in front of a name, where it parts
 * the members of a list. */
static bool between_commas(const act_annotation *a,
                           const act_sentence *s,
                           uint32_t at,
                           act_aside *out)
{
  if (at == s->first || at + 2 >= s->end || !is(a, at, ","))
    return false;
  uint32_t inner = at + 1, end = position_end(a, inner, s->end);
  if (end == inner)
    end = age_end(a, s->first, inner, s->end);
  if (end == inner || end >= s->end || !(is(a, end, ",") || is(a, end, ".")))
    return false;
  bool closes = is(a, end, ",") && end + 1 < s->end;
  if (closes) {
    char next = act_token_form(a, end + 1).bytes[0];
    closes = !(next >= 'A' && next <= 'Z');
  }
  *out = (act_aside){ at, closes ? end + 1 : end, inner, end };
  return true;
}

/* "FILE -", "FILE PHOTO:" in front of a caption. */
static bool file_mark(const act_annotation *a, const act_sentence *s, act_aside *out)
{
  static const char *const dashes[] = { "-", "–", "—", "--", ":", NULL };
  uint32_t at = s->first;
  act_text form = at < s->end ? act_token_form(a, at) : (act_text){ "", 0 };
  if (!act_text_is(form, "FILE"))
    return false;
  at++;
  if (at < s->end && act_text_is(act_token_form(a, at), "PHOTO"))
    at++;
  if (at + 1 >= s->end || !is_any(a, at, dashes))
    return false;
  *out = (act_aside){ s->first, at + 1, s->first, at };
  return true;
}

bool act_asides_find(const act_annotation *a, const act_sentence *s, act_asides *out)
{
  out->count = 0;
  act_aside aside;
  uint32_t at = s->first, outside = 0;
  if (file_mark(a, s, &aside)) {
    if (!act_array_push(out, aside))
      return false;
    at = aside.end;
  }
  while (at < s->end) {
    if (outside && between_commas(a, s, at, &aside)) {
      if (!act_array_push(out, aside))
        return false;
      at = aside.end;
    } else {
      outside++;
      at++;
    }
  }
  if (outside < 2)
    out->count = 0;
  return true;
}

/* ------------------------------------------------------------------------------ parsing around */

/* Copy tokens [first, end) behind the last one. */
static bool copy_tokens(act_annotation *a, uint32_t first, uint32_t end)
{
  if (!act_array_reserve(&a->tokens, a->tokens.count + (end - first)))
    return false;
  memcpy(a->tokens.data + a->tokens.count,
         a->tokens.data + first,
         (end - first) * sizeof *a->tokens.data);
  a->tokens.count += end - first;
  return true;
}

/* Tag and parse the copies from `first` on as one sentence of the block given. */
static actant_status parse_copies(act_words *words,
                                  act_annotation *a,
                                  uint32_t first,
                                  uint32_t block,
                                  actant_error *err)
{
  act_sentence copy = { .first = first, .end = (uint32_t)a->tokens.count, .block = block };
  if (!act_array_push(&a->sentences, copy))
    return act_fail_memory(err, "annotate");
  uint32_t index = (uint32_t)a->sentences.count - 1;
  actant_status st = act_tag(words, a, index, err);
  if (st == ACTANT_OK)
    st = act_parse(words, a, index, err);
  a->sentences.count--;
  return st;
}

/* Give the words outside the asides what their copies, from `copies` on, were tagged and parsed as;
   `home` is room for where each copy came from. */
static void take_back(act_annotation *a,
                      const act_sentence *s,
                      uint32_t copies,
                      const act_asides *asides,
                      uint32_t *home)
{
  uint32_t count = 0;
  size_t next = 0;
  for (uint32_t at = s->first; at < s->end;) {
    if (next < asides->count && at == asides->data[next].first)
      at = asides->data[next++].end;
    else
      home[count++] = at++;
  }
  for (uint32_t i = 0; i < count; i++) {
    const act_token *copy = &a->tokens.data[copies + i];
    act_token *token = &a->tokens.data[home[i]];
    token->upos = copy->upos;
    token->xpos = copy->xpos;
    token->deprel = copy->deprel;
    token->head = copy->head == ACT_ROOT ? ACT_ROOT : home[copy->head - copies];
  }
}

/* Hang an aside, whose inside was parsed as copies from `copies` on, from the word before it (or,
 * at the front, from the root). */
static void hang(act_annotation *a, const act_aside *aside, uint32_t copies, uint32_t from)
{
  uint32_t top = aside->inner_first;
  for (uint32_t i = aside->inner_first; i < aside->inner_end; i++) {
    const act_token *copy = &a->tokens.data[copies + (i - aside->inner_first)];
    act_token *token = &a->tokens.data[i];
    token->upos = copy->upos;
    token->xpos = copy->xpos;
    token->deprel = copy->deprel;
    token->head = copy->head == ACT_ROOT ? from : aside->inner_first + (copy->head - copies);
    if (copy->head == ACT_ROOT)
      top = i;
  }
  a->tokens.data[top].deprel =
    a->tokens.data[top].upos == ACT_UPOS_NUM ? ACT_DEP_NMOD_UNMARKED : ACT_DEP_PARATAXIS;
  for (uint32_t i = aside->first; i < aside->end; i++) {
    if (i >= aside->inner_first && i < aside->inner_end)
      continue;
    act_token *mark = &a->tokens.data[i];
    mark->upos = ACT_UPOS_PUNCT;
    mark->xpos = is(a, i, ",") ? ACT_XPOS_COMMA : ACT_XPOS_COLON;
    mark->deprel = ACT_DEP_PUNCT;
    mark->head = top;
  }
}

/* The word that an aside hangs from: the head of the name or phrase that ends before it, else the
 * sentence's root. */
static uint32_t hook(const act_annotation *a, const act_sentence *s, const act_aside *aside)
{
  uint32_t at = aside->first;
  if (at == s->first) {
    for (at = aside->end; at < s->end; at++)
      if (a->tokens.data[at].head == ACT_ROOT)
        return at;
    return aside->end;
  }
  at--;
  while (
    a->tokens.data[at].head != ACT_ROOT && a->tokens.data[at].head < at &&
    a->tokens.data[at].head >= s->first &&
    (a->tokens.data[at].deprel == ACT_DEP_FLAT || a->tokens.data[at].deprel == ACT_DEP_COMPOUND))
    at = a->tokens.data[at].head;
  return at;
}

actant_status act_parse_around_asides(act_words *words,
                                      act_annotation *a,
                                      uint32_t sentence,
                                      act_asides *asides,
                                      actant_error *err)
{
  act_sentence s = a->sentences.data[sentence];
  uint32_t copies = (uint32_t)a->tokens.count, at = s.first;
  uint32_t *home = malloc((s.end - s.first) * sizeof *home);
  actant_status st = ACTANT_OK;
  bool fits = home != NULL;
  for (size_t i = 0; fits && i < asides->count; i++) {
    fits = copy_tokens(a, at, asides->data[i].first);
    at = asides->data[i].end;
  }
  if (!fits || !copy_tokens(a, at, s.end)) {
    st = act_fail_memory(err, "annotate");
    goto done;
  }
  TRY_DONE(st, parse_copies(words, a, copies, s.block, err));
  take_back(a, &s, copies, asides, home);
  for (size_t i = 0; i < asides->count; i++) {
    const act_aside *aside = &asides->data[i];
    a->tokens.count = copies;
    if (!copy_tokens(a, aside->inner_first, aside->inner_end)) {
      st = act_fail_memory(err, "annotate");
      goto done;
    }
    TRY_DONE(st, parse_copies(words, a, copies, s.block, err));
    hang(a, aside, copies, hook(a, &s, aside));
  }
  a->sentences.data[sentence].parsed = true;
done:
  a->tokens.count = copies;
  free(home);
  return st;
}
