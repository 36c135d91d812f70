/* SPDX-License-Identifier: MIT */
/** @file conllu.h  Writing annotations as CoNLL-U. */
#ifndef ACT_ANNOTATE_CONLLU_H
#define ACT_ANNOTATE_CONLLU_H

#include "annotate/annotation.h"
#include "base/output.h"

/**
   Write a document: `# newdoc`, `# newpar` for each block, `# sent_id` and `# text` for each
   sentence, then its words with ranges, SpaceAfter=No and NER=.  The forms, joined, are every
   character of the text that is not white space.
*/
void act_write_conllu(const act_annotation *annotation, act_output *out);

#endif
