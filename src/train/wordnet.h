/* SPDX-License-Identifier: MIT */
/** @file wordnet.h  Inflected forms from WordNet's exception lists and indexes. */
#ifndef ACT_TRAIN_WORDNET_H
#define ACT_TRAIN_WORDNET_H

#include "base/error.h"
#include "base/strings.h"

/** A form and what it is a form of, in lower case.  Tags are act_upos and act_xpos.  False ends the
 * reading: memory has run out. */
typedef bool (
  *act_wordnet_take)(void *context, act_text form, act_text lemma, uint8_t upos, uint8_t xpos);

/** Read a folder with WordNet's files, and give the forms of its single words, irregular ones
 * first.  ACTANT_IO for a missing file. */
actant_status act_wordnet_read(const char *folder,
                               act_wordnet_take take,
                               void *context,
                               actant_error *err) ACTANT_MUST_CHECK;

#endif
