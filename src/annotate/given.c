/* SPDX-License-Identifier: MIT */
/*
  Tokens of a CoNLL-U input.  What it says is kept where it can be used: tags of the known sets,
  lemmas, and heads that make a tree with one root and only known relations.  A tree is checked by
  walking up from each word, marking what has been seen: linear.
*/
#include "annotate/given.h"

#include "annotate/sentences.h"
#include "annotate/tokens.h"
#include "base/utf8.h"

#include <string.h>

static bool is_given(const char *column)
{
  return column && *column && strcmp(column, "_") != 0;
}

static bool space_before(const actant_document *doc, uint32_t at)
{
  size_t p = at;
  return at == 0 || act_is_space(act_utf8_previous(doc->text, &p));
}

/* The name tag of a MISC column; ACT_NAME_O when it has none. */
static act_name_tag name_of(const char *misc, bool *any)
{
  static const char *const texts[] = { "O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG" };
  const char *at = misc ? strstr(misc, "NER=") : NULL;
  if (!at || (at > misc && at[-1] != '|'))
    return ACT_NAME_O;
  *any = true;
  size_t n = strcspn(at + 4, "|");
  for (size_t i = 1; i < sizeof texts / sizeof *texts; i++)
    if (strlen(texts[i]) == n && memcmp(texts[i], at + 4, n) == 0)
      return (act_name_tag)i;
  return ACT_NAME_O;
}

static bool take_token(act_annotation *a, const act_given_token *g, bool inside_range, bool *names)
{
  act_token t = { .begin = g->begin,
                  .end = g->end,
                  .head = ACT_ROOT,
                  .range = g->range < 256 ? (uint8_t)g->range : 0 };
  const char *form = g->form ? g->form : a->document->text + g->begin;
  t.lower = act_intern_lower(&a->strings, form, g->form ? strlen(form) : g->end - g->begin);
  t.lemma = is_given(g->lemma) ? act_strings_add(&a->strings, g->lemma, strlen(g->lemma)) : 0;
  t.upos = is_given(g->upos) ? act_upos_find(g->upos) : 0;
  t.xpos = is_given(g->xpos) ? act_xpos_find(g->xpos) : 0;
  t.deprel = is_given(g->deprel) ? act_deprel_find(g->deprel) : 0;
  t.name = (uint8_t)name_of(g->misc, names);
  t.space_before = !inside_range && space_before(a->document, g->begin);
  return t.lower != ACT_NO_STRING && t.lemma != ACT_NO_STRING && act_array_push(&a->tokens, t);
}

/* Whether the given heads of a sentence are usable: in range, one root, no cycle.  `seen` has a
 * cell a word, zeroed. */
static bool is_tree(const act_given_token *g, const act_token *tokens, uint32_t n, uint32_t *seen)
{
  uint32_t roots = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (g[i].head > n || !tokens[i].deprel)
      return false;
    roots += g[i].head == 0;
  }
  if (roots != 1)
    return false;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t at = i;
    while (!seen[at]) {
      seen[at] = i + 1;
      if (g[at].head == 0)
        break;
      at = g[at].head - 1;
      if (seen[at] == i + 1)
        return false;
    }
  }
  return true;
}

/* Take over the heads of the sentence first .. end, when they are a tree. */
static actant_status take_tree(act_annotation *a,
                               uint32_t first,
                               uint32_t end,
                               bool *parsed,
                               actant_error *err)
{
  const act_given_token *g = a->document->given.data + first;
  act_token *tokens = a->tokens.data + first;
  uint32_t n = end - first, *seen = calloc(n, sizeof *seen);
  if (!seen)
    return act_fail_memory(err, "annotate");
  *parsed = is_tree(g, tokens, n, seen);
  free(seen);
  for (uint32_t i = 0; i < n; i++)
    tokens[i].head = *parsed && g[i].head ? first + g[i].head - 1 : ACT_ROOT;
  return ACTANT_OK;
}

static uint32_t block_of(const actant_document *doc, uint32_t at, uint32_t block)
{
  while (block + 1 < doc->blocks.count && doc->blocks.data[block].end <= at)
    block++;
  return block;
}

actant_status act_take_given(act_annotation *annotation, bool *names, actant_error *err)
{
  const actant_document *doc = annotation->document;
  uint32_t block = 0, count = (uint32_t)doc->given.count, inside = 0;
  *names = false;
  for (uint32_t i = 0; i < count; i++) {
    const act_given_token *g = &doc->given.data[i];
    if (!take_token(annotation, g, inside > 0, names))
      return act_fail_memory(err, "annotate");
    inside = g->range ? g->range - 1 : inside - (inside > 0);
  }
  for (uint32_t first = 0, end; first < count; first = end) {
    for (end = first + 1; end < count && !doc->given.data[end].sentence_start;)
      end++;
    bool parsed = false;
    TRY(take_tree(annotation, first, end, &parsed, err));
    block = block_of(doc, doc->given.data[first].begin, block);
    if (!(parsed ? act_array_push(&annotation->sentences, (act_sentence){ first, end, block, true })
                 : act_push_sentence(annotation, first, end, block)))
      return act_fail_memory(err, "annotate");
  }
  return ACTANT_OK;
}
