/* SPDX-License-Identifier: MIT */
/** @file weights.h  A model file, checked once and read-only: named sections of trained weights and tables. */
#ifndef ACT_MODEL_WEIGHTS_H
#define ACT_MODEL_WEIGHTS_H

#include "base/error.h"

typedef struct act_weights act_weights;

/** Open a model file in memory, which must outlive the result when `borrow`, and is copied otherwise.  ACTANT_MODEL says what is wrong. */
actant_status act_weights_open(const void *data, size_t size, bool borrow, act_weights **out, actant_error *err) ACTANT_MUST_CHECK;
void act_weights_free(act_weights *weights);
/** The card: NUL-terminated text. */
const char *act_weights_card(const act_weights *weights);

#endif
