/* SPDX-License-Identifier: MIT */
/** @file sentences.h  Where sentences end. */
#ifndef ACT_ANNOTATE_SENTENCES_H
#define ACT_ANNOTATE_SENTENCES_H

#include "annotate/abbreviations.h"
#include "annotate/annotation.h"
#include "model/weights.h"

enum {
  ACT_SENTENCE_MAX = 400
}; /* words; longer ones are lists and tables, and trees over them say nothing */

/** The section of the model: a table of one weight a row. */
#define ACT_BOUNDARY_TABLE "table.sentences"

/**
   Cut the tokens of one block, `first` to the annotation's last, into sentences, and append them.
   Without a table (NULL) a full stop before a capital ends a sentence, and so on.
*/
actant_status act_split_sentences(act_annotation *annotation,
                                  const act_abbreviations *abbreviations,
                                  const act_table *table,
                                  uint32_t block,
                                  uint32_t first,
                                  actant_error *err) ACTANT_MUST_CHECK;

/** Append a sentence of one block, cut in pieces where it has too many words.  False when memory
 * runs out. */
bool act_push_sentence(act_annotation *annotation, uint32_t first, uint32_t end, uint32_t block)
  __attribute__((warn_unused_result));

#endif
