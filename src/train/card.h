/* SPDX-License-Identifier: MIT */
/** @file card.h  The text that says what a model is made of. */
#ifndef ACT_TRAIN_CARD_H
#define ACT_TRAIN_CARD_H

#include "train/train.h"

typedef struct act_card {
  uint64_t seed;
  size_t sentences, words;
  size_t silver_words; /* of trees that a teacher made */
  uint32_t tagger_epochs, parser_epochs, names_epochs;
  struct {
    const char *title;
    act_scores scores;
  } sets[4];
  size_t set_count;
} act_card;

/** Write the card; *out is malloc'ed. */
actant_status act_card_make(const act_card *card, char **out, actant_error *err) ACTANT_MUST_CHECK;

#endif
