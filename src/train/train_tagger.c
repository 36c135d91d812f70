/* SPDX-License-Identifier: MIT */
/* The tagger learns as it runs: left to right, seeing its own earlier tags, so that it learns to
   live with its mistakes.  A label that is right by less than a margin is learnt too.  A word whose
   joint label is none of the 64 teaches nothing, nor do silver sentences. */
#include "train/train.h"

#include "annotate/tagger.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

enum { MARGIN = 30 }; /* of summed weights; measured: 0, 10, 30 */

bool act_trainer_choose_tags(act_trainer *trainer, const act_corpus *corpus)
{
  uint32_t counts[ACT_UPOS_COUNT][ACT_XPOS_COUNT] = { 0 };
  for (size_t i = 0; i < corpus->gold.count; i++)
    counts[corpus->gold.data[i].upos][corpus->gold.data[i].xpos]++;
  memset(counts[0], 0, sizeof counts[0]);
  size_t n = 0;
  for (; n < ACT_TAG_LABELS - 1; n++) { /* the last cell of a row is its check */
    size_t best_u = 0, best_x = 0;
    for (size_t u = 1; u < ACT_UPOS_COUNT; u++)
      for (size_t x = 1; x < ACT_XPOS_COUNT; x++)
        if (counts[u][x] > counts[best_u][best_x]) {
          best_u = u;
          best_x = x;
        }
    if (!counts[best_u][best_x])
      break;
    trainer->tag_pairs[2 * n] = (unsigned char)best_u;
    trainer->tag_pairs[2 * n + 1] = (unsigned char)best_x;
    counts[best_u][best_x] = 0;
  }
  trainer->tag_count = n;
  return act_words_set_tags(&trainer->words, trainer->tag_pairs, n);
}

void act_trainer_free(act_trainer *trainer)
{
  act_words_clear(&trainer->words);
  act_table_free(&trainer->tagger);
  act_table_free(&trainer->moves);
  act_table_free(&trainer->labels);
  act_table_free(&trainer->names);
}

static bool chosen(const act_corpus *corpus, uint32_t sentence, act_folds folds, bool train)
{
  if (corpus->sentences.data[sentence].silver)
    return false;
  return folds.folds == 0 ||
         (corpus->sentences.data[sentence].document % folds.folds != folds.fold) == train;
}

/* The joint label of a pair, or -1 when it is none. */
static int label_of(const act_words *words, const act_gold *gold)
{
  const int label = words->tag_of[gold->upos][gold->xpos] - 1;
  return label >= 0 && words->tags[label].upos == gold->upos &&
             words->tags[label].xpos == gold->xpos
           ? label
           : -1;
}

/* The best label, `but` aside. */
static uint32_t best_label(const act_words *words, const int32_t *scores, int but)
{
  uint32_t best = but == 0;
  for (uint32_t j = best + 1; j < words->tag_count; j++)
    if (scores[j] > scores[best] && but != (int)j)
      best = j;
  return best;
}

static void learn_sentence(act_words *words, const act_gold *gold, act_perceptron *p)
{
  for (size_t i = 0; i < words->words.count; i++) {
    uint64_t features[ACT_TAG_TEMPLATES];
    int32_t scores[ACT_TAG_LABELS];
    const size_t count = act_tag_features(words, i, features);
    act_perceptron_score(p, features, count, scores);
    const int right = label_of(words, &gold[i]);
    const uint32_t rival = best_label(words, scores, right);
    if (right >= 0 && scores[right] - scores[rival] < MARGIN) {
      act_perceptron_add(p, features, count, (uint32_t)right, 1);
      act_perceptron_add(p, features, count, rival, -1);
    }
    p->steps++;
    words->words.data[i].tag = (uint8_t)(best_label(words, scores, -1) + 1);
  }
}

static actant_status learn_epoch(act_words *words,
                                 act_corpus *corpus,
                                 const uint32_t *order,
                                 size_t count,
                                 act_perceptron *p,
                                 actant_error *err)
{
  for (size_t i = 0; i < count; i++) {
    if (!act_words_load(words, &corpus->annotation, order[i]))
      return act_fail_memory(err, stage);
    learn_sentence(words, corpus->gold.data + corpus->annotation.sentences.data[order[i]].first, p);
  }
  return ACTANT_OK;
}

actant_status act_train_tagger(act_trainer *trainer,
                               act_corpus *corpus,
                               act_folds folds,
                               const act_learning *learning,
                               act_table *out,
                               actant_error *err)
{
  actant_status st = ACTANT_OK;
  act_perceptron p = { 0 };
  uint64_t state = learning->seed;
  size_t count = 0;
  uint32_t *order = calloc(corpus->sentences.count + 1, sizeof *order);
  if (!order)
    TRY_DONE(st, act_fail_memory(err, stage));
  for (uint32_t i = 0; i < corpus->sentences.count; i++)
    if (chosen(corpus, i, folds, true))
      order[count++] = i;
  TRY_DONE(st, act_perceptron_init(&p, learning->row_bits, ACT_TAG_LABELS, learning->least, err));
  TRY_DONE(st, act_perceptron_check(&p, err));
  for (uint32_t epoch = 0; epoch < learning->epochs; epoch++) {
    act_shuffle(order, count, &state);
    TRY_DONE(st, learn_epoch(&trainer->words, corpus, order, count, &p, err));
  }
  TRY_DONE(st, act_perceptron_quantise(&p, learning->quantiser, out, err));
done:
  free(order);
  act_perceptron_free(&p);
  return st;
}

actant_status act_tag_corpus(act_trainer *trainer,
                             act_corpus *corpus,
                             act_folds folds,
                             actant_error *err)
{
  for (uint32_t i = 0; i < corpus->sentences.count; i++) {
    if (!chosen(corpus, i, folds, false))
      continue;
    const act_sentence *s = &corpus->annotation.sentences.data[i];
    for (uint32_t t = s->first; t < s->end; t++) {
      corpus->annotation.tokens.data[t].upos = ACT_UPOS_NONE;
      corpus->annotation.tokens.data[t].xpos = ACT_XPOS_NONE;
    }
    TRY(act_tag(&trainer->words, &corpus->annotation, i, err));
  }
  return ACTANT_OK;
}
