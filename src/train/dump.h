/* SPDX-License-Identifier: MIT */
/** @file dump.h  What a model thinks of a word. */
#ifndef ACT_TRAIN_DUMP_H
#define ACT_TRAIN_DUMP_H

#include "base/error.h"

/** Print, for each word of `sentence`, the labels that each of the tagger's features speaks for and
 * against. */
actant_status act_dump(const char *model,
                       const char *sentence,
                       actant_error *err) ACTANT_MUST_CHECK;

#endif
