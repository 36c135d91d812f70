/* SPDX-License-Identifier: MIT */
/** @file prose.h  The raw prose of the corpora, as words. */
#ifndef ACT_TRAIN_PROSE_H
#define ACT_TRAIN_PROSE_H

#include "base/error.h"
#include "base/strings.h"

/** Words as they follow each other: ids of `words`, small letters with digits made one, and a 0
 * between paragraphs. Zero-initialised, it is empty. */
typedef struct act_prose {
  act_strings words;
  ACT_ARRAY(uint32_t) ids;
} act_prose;

/**
   Read the prose under `corpora` and WordNet's glosses under `wordnet`, in a fixed order: trees'
   texts (train parts), the Factbook, passages, introductions, news.  No development part is read.
*/
actant_status act_prose_read(const char *corpora,
                             const char *wordnet,
                             act_prose *prose,
                             actant_error *err) ACTANT_MUST_CHECK;
/** Add one word; false when memory runs out. */
bool act_prose_add(act_prose *prose, act_text word) __attribute__((warn_unused_result));
/** End a paragraph. */
bool act_prose_break(act_prose *prose) __attribute__((warn_unused_result));
void act_prose_free(act_prose *prose);

#endif
