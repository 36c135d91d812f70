/* SPDX-License-Identifier: MIT */
/** @file brown.h  Classes of words that stand beside like words, as a tree of merges. */
#ifndef ACT_TRAIN_BROWN_H
#define ACT_TRAIN_BROWN_H

#include "base/error.h"

/** How often one word stands in front of another. */
typedef struct act_bigram {
  uint32_t left, right, count;
} act_bigram;

/** What to put in classes; words are numbers below `words`, the most frequent first. */
typedef struct act_brown_input {
  const act_bigram *bigrams; /* each pair once, sorted by left, then right */
  size_t bigram_count;
  uint32_t words;
  uint32_t classes; /* to make, at most ACT_BROWN_MOST */
} act_brown_input;

enum { ACT_BROWN_MOST = 2000 };

/**
   Put words in classes: bits[w] is the way from the top of the tree to the class of word w, a
   leading one in front, cut to 31 steps.  The same on every machine.  `progress` (may be NULL) is
   told of words done now and then.  Time is about words * classes * neighbours of a word; memory 20
   bytes times the square of the classes.
*/
actant_status act_brown(const act_brown_input *input,
                        uint32_t *bits,
                        void (*progress)(uint32_t done, uint32_t all),
                        actant_error *err) ACTANT_MUST_CHECK;

/** n * log2(n) in units of 2^-28; 0 for 0 and 1. */
int64_t act_brown_weight(uint64_t n);

#endif
