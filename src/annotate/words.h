/* SPDX-License-Identifier: MIT */
/**
   @file words.h  What the trained predictors keep while they work on documents, one at a time.

   Make one act_words, reset it before each document, tokenise, then call for each sentence, in
   order: act_tag
   (tagger.h), act_parse (parser.h), act_find_names (names.h).  They read `begin`, `end` and `lower`
   of the tokens, and what the stages before them filled in. The order of sentences matters to names
   alone: what a form was called earlier in the document counts.
*/
#ifndef ACT_ANNOTATE_WORDS_H
#define ACT_ANNOTATE_WORDS_H

#include "annotate/annotation.h"
#include "model/gazetteer.h"
#include "model/weights.h"

typedef struct act_words act_words;

/**
   Prepare for documents.  The weights and the gazetteer (which may be NULL) are borrowed, and
   may be shared by threads; the result belongs to one thread.  ACTANT_MODEL when the file lacks the
   tagger, the parser or the names.
*/
actant_status act_words_new(const act_weights *weights,
                            const act_gazetteer *gazetteer,
                            act_words **out,
                            actant_error *err) ACTANT_MUST_CHECK;
/** Forget one document and be ready for the next, which has strings of its own.  What forms say is
 * kept, up to a bound. */
void act_words_reset(act_words *words);
void act_words_free(act_words *words);

#endif
