/* SPDX-License-Identifier: MIT */
/** @file sentences.h  Training where sentences end. */
#ifndef ACT_TRAIN_SENTENCES_H
#define ACT_TRAIN_SENTENCES_H

#include "train/treebank.h"
#include "train/model_writer.h"

/** Train the splitter on treebanks and add its section to a model. */
actant_status act_train_sentences(const act_treebank *treebanks,
                                  size_t count,
                                  act_model_writer *model,
                                  actant_error *err) ACTANT_MUST_CHECK;

#endif
