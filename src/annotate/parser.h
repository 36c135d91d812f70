/* SPDX-License-Identifier: MIT */
/** @file parser.h  Dependency trees: `head` and `deprel` of each token. */
#ifndef ACT_ANNOTATE_PARSER_H
#define ACT_ANNOTATE_PARSER_H

#include "annotate/words.h"

/**
   Fill `head` and `deprel` of a tagged sentence's tokens, and set its `parsed`.  Always a
   projective tree with exactly one root, whatever the tags; heads that were there are overwritten.
   Time is linear in tokens; nothing recurses.
*/
actant_status act_parse(act_words *words,
                        act_annotation *annotation,
                        uint32_t sentence,
                        actant_error *err) ACTANT_MUST_CHECK;

#endif
