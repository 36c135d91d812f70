/* SPDX-License-Identifier: MIT */
/** @file lemmas.h  Training base forms. */
#ifndef ACT_TRAIN_LEMMAS_H
#define ACT_TRAIN_LEMMAS_H

#include "train/treebank.h"
#include "train/model_writer.h"

/**
   Make the decision list of treebanks' lemmas and add its section to a model.  `wordnet` is a
   folder with WordNet's noun.exc, verb.exc, adj.exc, adv.exc and index files (Debian:
   /usr/share/wordnet), or NULL to do without.
*/
actant_status act_train_lemmas(const act_treebank *treebanks,
                               size_t count,
                               const char *wordnet,
                               act_model_writer *model,
                               actant_error *err) ACTANT_MUST_CHECK;

#endif
