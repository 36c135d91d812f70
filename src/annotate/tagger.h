/* SPDX-License-Identifier: MIT */
/** @file tagger.h  Parts of speech: UPOS and XPOS of each token, as one label. */
#ifndef ACT_ANNOTATE_TAGGER_H
#define ACT_ANNOTATE_TAGGER_H

#include "annotate/words.h"

/**
   Fill `upos` and `xpos` of a sentence's tokens (an index into annotation->sentences).  Tags that
   are there already (not the NONE of their set) are kept, and are context for the others: clear
   them to predict all.  Time is linear in tokens.
*/
actant_status act_tag(act_words *words,
                      act_annotation *annotation,
                      uint32_t sentence,
                      actant_error *err) ACTANT_MUST_CHECK;

#endif
