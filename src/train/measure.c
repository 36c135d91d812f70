/* SPDX-License-Identifier: MIT */
/* Scores on gold tokens, counted as the CoNLL 2018 shared task does (LAS with subtypes and without)
 * and names by exact span and type. */
#include "train/train.h"

#include "annotate/name_features.h"
#include "annotate/names.h"
#include "annotate/parser.h"
#include "annotate/tagger.h"
#include "train/name_corpora.h"

#include <stdarg.h>
#include <stdio.h>

typedef struct counts {
  uint64_t tokens, upos, xpos, uas, las, plain;
  uint64_t right[3], found[3], wanted[3];
} counts;

static uint32_t share(uint64_t part, uint64_t whole)
{
  return whole ? (uint32_t)(part * 10000 / whole) : 0;
}

static void count_tree(const act_corpus *c, const act_sentence *s, counts *n)
{
  const uint32_t count = s->end - s->first;
  for (uint32_t t = s->first; t < s->end; t++) {
    const act_token *token = &c->annotation.tokens.data[t];
    const act_gold *gold = &c->gold.data[t];
    const uint32_t head = token->head == ACT_ROOT ? count : token->head - s->first;
    n->tokens++;
    n->upos += token->upos == gold->upos;
    n->xpos += token->xpos == gold->xpos;
    n->uas += head == gold->head;
    n->las += head == gold->head && token->deprel == gold->deprel;
    n->plain +=
      head == gold->head && act_deprel_plain(token->deprel) == act_deprel_plain(gold->deprel);
  }
}

static bool begins(uint8_t tag)
{
  return tag % 2 == 1 && tag <= ACT_NAME_I_ORG; /* ACT_NAME_B_… are odd */
}

/* Whether the name that begins at `at` is the same in both. */
static bool same_name(const act_corpus *c, uint32_t at, uint32_t end)
{
  const uint8_t tag = c->gold.data[at].name;
  if (c->annotation.tokens.data[at].name != tag)
    return false;
  for (uint32_t t = at + 1; t < end; t++) {
    const bool in_gold = c->gold.data[t].name == tag + 1,
               in_own = c->annotation.tokens.data[t].name == tag + 1;
    if (in_gold != in_own)
      return false;
    if (!in_gold)
      break;
  }
  return true;
}

static void count_names(const act_corpus *c, const act_sentence *s, counts *n)
{
  for (uint32_t t = s->first; t < s->end; t++) {
    const uint8_t own = c->annotation.tokens.data[t].name, gold = c->gold.data[t].name;
    if (begins(own))
      n->found[own / 2]++;
    if (begins(gold)) {
      n->wanted[gold / 2]++;
      n->right[gold / 2] += same_name(c, t, s->end);
    }
  }
}

static void sum_up(const counts *n, act_scores *out)
{
  uint64_t right = 0, found = 0, wanted = 0;
  for (size_t i = 0; i < 3; i++) {
    right += n->right[i];
    found += n->found[i];
    wanted += n->wanted[i];
    out->type_f1[i] = share(2 * n->right[i], n->found[i] + n->wanted[i]);
  }
  out->upos = share(n->upos, n->tokens);
  out->xpos = share(n->xpos, n->tokens);
  out->uas = share(n->uas, n->tokens);
  out->las = share(n->las, n->tokens);
  out->las_plain = share(n->plain, n->tokens);
  out->name_precision = share(right, found);
  out->name_recall = share(right, wanted);
  out->name_f1 = share(2 * right, found + wanted);
}

actant_status act_measure(act_trainer *trainer,
                          act_corpus *corpus,
                          act_scores *out,
                          actant_error *err)
{
  counts n = { 0 };
  uint32_t document = UINT32_MAX;
  act_trainer_switch(trainer);
  TRY(act_tag_corpus(trainer, corpus, (act_folds){ 0, 0 }, err));
  for (uint32_t i = 0; i < corpus->sentences.count; i++) {
    if (corpus->sentences.data[i].document != document) {
      act_map_clear(&trainer->words.called);
      if (!act_name_read(
            &trainer->words, &corpus->annotation, i, act_corpus_document_end(corpus, i)))
        return act_fail_memory(err, "train");
    }
    document = corpus->sentences.data[i].document;
    if (trainer->moves.cells)
      TRY(act_parse(&trainer->words, &corpus->annotation, i, err));
    if (trainer->names.cells)
      TRY(act_find_names(&trainer->words, &corpus->annotation, i, err));
    const act_sentence *s = &corpus->annotation.sentences.data[i];
    count_tree(corpus, s, &n);
    count_names(corpus, s, &n);
  }
  act_trainer_switch(trainer);
  sum_up(&n, out);
  return ACTANT_OK;
}

void act_progress(const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
}
