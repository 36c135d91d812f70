/* SPDX-License-Identifier: MIT */
/*
 * The tense of the clause that an expression of time stands in, which decides between last Friday
 * and the coming one.  In a tree we climb from the expression to its verb and read its auxiliaries;
 * an infinitive looks ahead ("agreed to meet on Friday") unless its governor says that it came
 * about ("managed to") or it is the purpose of a past move.  Without a tree the nearest finite verb
 * decides.
 */
#include "relate/time_phrase.h"

#include <string.h>

enum {
  WINDOW =
    14, /* tokens in front of a verb in which its auxiliaries stand; keeps long sentences linear */
  CLIMB = 40,
};

typedef struct verb_signs {
  bool modal, perfect, past, present, to, passive;
} verb_signs;

static bool in_list(const char *word, const char *const *list)
{
  for (; *list; list++)
    if (!strcmp(word, *list))
      return true;
  return false;
}

static void read_auxiliary(const act_annotation *a, uint32_t token, verb_signs *signs)
{
  const act_token *t = &a->tokens.data[token];
  const char *lemma = act_token_lemma(a, token);
  if (t->xpos == ACT_XPOS_MD)
    signs->modal = true;
  else if (t->xpos == ACT_XPOS_TO)
    signs->to = true;
  else if (t->xpos == ACT_XPOS_VBD)
    signs->past = true;
  else if (t->xpos == ACT_XPOS_VBZ || t->xpos == ACT_XPOS_VBP)
    signs->present = true;
  if (!strcmp(lemma, "have"))
    signs->perfect = true;
  if (t->deprel == ACT_DEP_AUX_PASS)
    signs->passive = true;
}

static bool is_auxiliary(const act_token *t)
{
  return t->deprel == ACT_DEP_AUX || t->deprel == ACT_DEP_AUX_PASS || t->deprel == ACT_DEP_COP ||
         (t->deprel == ACT_DEP_MARK && t->xpos == ACT_XPOS_TO);
}

static bool read_signs(const act_annotation *a,
                       const act_sentence *s,
                       uint32_t verb,
                       verb_signs *signs)
{
  uint32_t from = verb > s->first + WINDOW ? verb - WINDOW : s->first;
  uint32_t to = verb + 3 < s->end ? verb + 3 : s->end;
  bool any = false;
  *signs = (verb_signs){ 0 };
  for (uint32_t i = from; i < to; i++)
    if (i != verb && a->tokens.data[i].head == verb && is_auxiliary(&a->tokens.data[i])) {
      read_auxiliary(a, i, signs);
      any = true;
    }
  return any;
}

/* Whether what hangs from a governor as an infinitive has come about when the governor is past. */
static bool comes_about(const act_annotation *a, const act_token *infinitive)
{
  static const char *const verbs[] = { "manage", "begin", "start",  "continue", "fail", "help",
                                       "use",    "seem",  "appear", "happen",   "come", "force",
                                       "cause",  "lead",  "let",    "make",     "see",  NULL };
  if (infinitive->head == ACT_ROOT)
    return false;
  if (infinitive->deprel == ACT_DEP_ADVCL)
    return true;
  return in_list(act_token_lemma(a, infinitive->head), verbs);
}

static bool looks_ahead(const char *lemma)
{
  static const char *const words[] = { "schedule", "plan",       "expect", "slate",    "set",
                                       "due",      "anticipate", "intend", "postpone", NULL };
  return in_list(lemma, words);
}

static int finite_tense(const act_annotation *a,
                        const act_sentence *s,
                        uint32_t verb,
                        const verb_signs *signs)
{
  const act_token *t = &a->tokens.data[verb];
  act_block_kind block = a->document->blocks.data[s->block].kind;
  if (looks_ahead(act_token_lemma(a, verb)) &&
      (signs->passive || t->upos == ACT_UPOS_ADJ || t->xpos == ACT_XPOS_VBN))
    return 1;
  if (signs->past || signs->perfect || t->xpos == ACT_XPOS_VBD)
    return -1;
  bool present = signs->present || t->xpos == ACT_XPOS_VBZ || t->xpos == ACT_XPOS_VBP;
  if (present)
    return block == ACT_BLOCK_CAPTION || block == ACT_BLOCK_HEADLINE ||
               !strcmp(act_token_lemma(a, verb), "say")
             ? -1
             : 1;
  return t->xpos == ACT_XPOS_VBN ? -1 : 0;
}

/* The tense of one verb; *climb asks to look at its governor instead. */
static int tense_of(const act_annotation *a,
                    const act_sentence *s,
                    uint32_t verb,
                    const verb_signs *signs,
                    bool *climb)
{
  const act_token *t = &a->tokens.data[verb];
  *climb = false;
  if (signs->modal)
    return signs->perfect ? -1 : 1;
  if (signs->to) {
    *climb = comes_about(a, t);
    return 1;
  }
  int tense = finite_tense(a, s, verb, signs);
  *climb = tense == 0;
  return tense;
}

static int nearest_tense(const act_annotation *a, const act_sentence *s, uint32_t token)
{
  uint32_t from = token > s->first + 2 * WINDOW ? token - 2 * WINDOW : s->first;
  uint32_t to = token + 2 * WINDOW < s->end ? token + 2 * WINDOW : s->end;
  int tense = 0;
  for (uint32_t i = from; i < to && !(tense && i > token); i++) {
    uint8_t xpos = a->tokens.data[i].xpos;
    if (xpos == ACT_XPOS_MD)
      tense = 1;
    else if (xpos == ACT_XPOS_VBD || (xpos == ACT_XPOS_VBN && !tense))
      tense = -1;
  }
  return tense;
}

int act_time_tense(const act_annotation *a, const act_sentence *s, uint32_t token)
{
  if (!s->parsed)
    return nearest_tense(a, s, token);
  int last = 0;
  for (int steps = 0; token != ACT_ROOT && steps < CLIMB; steps++) {
    const act_token *t = &a->tokens.data[token];
    verb_signs signs;
    bool has_auxiliary = read_signs(a, s, token, &signs), climb = true;
    if (has_auxiliary || t->upos == ACT_UPOS_VERB || t->upos == ACT_UPOS_AUX) {
      int tense = tense_of(a, s, token, &signs, &climb);
      if (!climb)
        return tense;
      last = tense ? tense : last;
    }
    token = t->head;
  }
  return last;
}
