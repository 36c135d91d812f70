/* SPDX-License-Identifier: MIT */
/** @file names.h  Names of people, places and organisations: `name` of each token, IOB2. */
#ifndef ACT_ANNOTATE_NAMES_H
#define ACT_ANNOTATE_NAMES_H

#include "annotate/words.h"

/**
   Fill `name` of a tagged sentence's tokens.  Call it for the sentences in order: what a form was
   called before in the document is evidence.  Names that are there are overwritten.  Time is linear
   in tokens.
*/
actant_status act_find_names(act_words *words,
                             act_annotation *annotation,
                             uint32_t sentence,
                             actant_error *err) ACTANT_MUST_CHECK;

#endif
