/* SPDX-License-Identifier: MIT */
/** @file recipe.h  How the model that ships is made: which corpora teach what, in which order. */
#ifndef ACT_TRAIN_RECIPE_H
#define ACT_TRAIN_RECIPE_H

#include "train/train.h"

typedef struct act_recipe {
  const char *corpora, *output;
  const char *card;   /* a file for the card too, or NULL */
  const char *silver; /* a CoNLL-U file of trees that a teacher made, or NULL */
  act_learning tagger, parser, names;
  act_quantiser labels; /* of the parser's relations; parser.quantiser is of its moves */
  uint32_t folds;
} act_recipe;

act_recipe act_recipe_default(void);
actant_status act_recipe_run(const act_recipe *recipe, actant_error *err) ACTANT_MUST_CHECK;

#endif
