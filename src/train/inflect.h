/* SPDX-License-Identifier: MIT */
/** @file inflect.h  Regular English inflection, to teach the lemmatizer words that no treebank has.
 */
#ifndef ACT_TRAIN_INFLECT_H
#define ACT_TRAIN_INFLECT_H

#include "base/strings.h"

typedef enum act_inflection {
  ACT_INFLECT_S, /* plural, third person */
  ACT_INFLECT_ED,
  ACT_INFLECT_ING,
  ACT_INFLECT_ER,
  ACT_INFLECT_EST,
} act_inflection;

/** Write the inflected form of a lower-case word; its size, or 0 when there is no room. */
size_t act_inflect(act_text word, act_inflection inflection, char *out, size_t room);

#endif
