/* SPDX-License-Identifier: MIT */
/**
   @file perceptron.h  An averaged perceptron in training: hashed rows of weights, and their sums
   over time.

   The average of a weight over all steps is w - u / steps, when each change d at step t adds d * t
   to u (Collins 2002; the trick is Daumé's). All numbers are integers, so the same examples in the
   same order give the same weights anywhere.
*/
#ifndef ACT_TRAIN_PERCEPTRON_H
#define ACT_TRAIN_PERCEPTRON_H

#include "model/table.h"
#include "train/table_writer.h"

typedef struct act_perceptron {
  uint32_t row_bits, width;
  int32_t *weights; /* (rows, width) */
  int64_t *sums;    /* (rows, width) */
  uint8_t *touched; /* by row: how often it was changed, at most 255 */
  uint8_t *checks;  /* by row: act_table_check of the feature that took it, 0 while free; NULL when
                       rows are shared */
  uint8_t least;    /* a row counts when it was changed so often (Goldberg and Elhadad 2011) */
  int64_t steps;
} act_perceptron;

actant_status act_perceptron_init(act_perceptron *p,
                                  uint32_t row_bits,
                                  uint32_t width,
                                  uint8_t least,
                                  actant_error *err) ACTANT_MUST_CHECK;
/** Give each row to the first feature that changes it: others count for nothing.  The last cell of
 * a row must be no label. */
actant_status act_perceptron_check(act_perceptron *p, actant_error *err) ACTANT_MUST_CHECK;
void act_perceptron_free(act_perceptron *p);

static inline size_t act_perceptron_row(const act_perceptron *p, uint64_t feature)
{
  return (size_t)(feature >> (64 - p->row_bits));
}
/** Sums of the rows of features, one score a label. */
void act_perceptron_score(const act_perceptron *p,
                          const uint64_t *features,
                          size_t count,
                          int32_t *scores);
/** Change the weights of features for a label. */
void act_perceptron_add(act_perceptron *p,
                        const uint64_t *features,
                        size_t count,
                        uint32_t label,
                        int32_t change);

/** How averages become int8. */
typedef struct act_quantiser {
  uint32_t clip;   /* in tenths of the root mean square: weights beyond are cut */
  uint32_t levels; /* the largest number, at most 127 */
  uint32_t fold; /* halvings of the number of rows; of those that fall together the strongest stays;
                    only where rows are checked */
  uint32_t floor; /* in hundredths of the root mean square: weights below are dropped */
} act_quantiser;

/** Make the table that runs; *out is to be freed. */
actant_status act_perceptron_quantise(const act_perceptron *p,
                                      act_quantiser quantiser,
                                      act_table *out,
                                      actant_error *err) ACTANT_MUST_CHECK;
/** A small generator of numbers (SplitMix64), and an order shuffled by it. */
uint64_t act_random(uint64_t *state);
void act_shuffle(uint32_t *items, size_t count, uint64_t *state);

#endif
