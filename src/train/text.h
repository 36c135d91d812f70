/* SPDX-License-Identifier: MIT */
/** @file text.h  The parts of the model that work on raw text and single words: sentences and
 * lemmas. */
#ifndef ACT_TRAIN_TEXT_H
#define ACT_TRAIN_TEXT_H

#include "train/model_writer.h"

/** Debian's wordnet-base. */
#define ACT_WORDNET_FOLDER "/usr/share/wordnet"

/** Train both on the treebanks under `corpora`, and lemmas on WordNet's lists under `wordnet` too;
 * add their sections to a model. */
actant_status act_train_text(const char *corpora,
                             const char *wordnet,
                             act_model_writer *model,
                             actant_error *err) ACTANT_MUST_CHECK;

#endif
