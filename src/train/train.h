/* SPDX-License-Identifier: MIT */
/** @file train.h  The three learners, and how each is measured. */
#ifndef ACT_TRAIN_TRAIN_H
#define ACT_TRAIN_TRAIN_H

#include "annotate/features.h"
#include "train/corpus.h"
#include "train/perceptron.h"

/** How a learner goes about it. */
typedef struct act_learning {
  uint32_t epochs;
  uint32_t row_bits;
  uint8_t least; /* changes that a row needs before it counts */
  act_quantiser quantiser;
  uint64_t seed;
  uint32_t slices;    /* of silver trees, one an epoch; at least 1 */
  uint32_t gold_last; /* epochs at the end without silver */
} act_learning;

/** Words of one corpus, ready for the predictors, without a model file.  The tables are owned by
 * whoever trained them. */
typedef struct act_trainer {
  act_words words;
  act_table tagger, moves, labels, names;
  unsigned char tag_pairs[2 * ACT_TAG_LABELS];
  size_t tag_count;
} act_trainer;

/** Choose the joint labels: the most frequent of a corpus. */
bool act_trainer_choose_tags(act_trainer *trainer, const act_corpus *corpus);
void act_trainer_free(act_trainer *trainer);
/** Forget a corpus's word types: call before working on another one. */
static inline void act_trainer_switch(act_trainer *trainer)
{
  act_words_reset(&trainer->words);
}

/** Which sentences to learn from: all when `folds` is 0, else those whose document is not of
 * `fold`. */
typedef struct act_folds {
  uint32_t folds, fold;
} act_folds;

actant_status act_train_tagger(act_trainer *trainer,
                               act_corpus *corpus,
                               act_folds folds,
                               const act_learning *learning,
                               act_table *out,
                               actant_error *err) ACTANT_MUST_CHECK;
/** Tag the sentences of a corpus (of one fold, or all when folds.folds is 0) with words.tagger. */
actant_status act_tag_corpus(act_trainer *trainer,
                             act_corpus *corpus,
                             act_folds folds,
                             actant_error *err) ACTANT_MUST_CHECK;

actant_status act_train_parser(act_trainer *trainer,
                               act_corpus *corpus,
                               const act_learning *learning,
                               act_perceptron *moves,
                               act_perceptron *labels,
                               actant_error *err) ACTANT_MUST_CHECK;
actant_status act_train_names(act_trainer *trainer,
                              act_corpus *corpus,
                              const act_learning *learning,
                              act_table *out,
                              actant_error *err) ACTANT_MUST_CHECK;

/** Shares right, in hundredths of a percent. */
typedef struct act_scores {
  uint32_t upos, xpos, uas, las, las_plain;
  uint32_t name_precision, name_recall, name_f1;
  uint32_t type_f1[3];
} act_scores;

/** Annotate a corpus with the trainer's tables (those it has) and compare it with its gold. */
actant_status act_measure(act_trainer *trainer,
                          act_corpus *corpus,
                          act_scores *out,
                          actant_error *err) ACTANT_MUST_CHECK;

/** Say how it goes, on standard error. */
void act_progress(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
