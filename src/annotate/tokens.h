/* SPDX-License-Identifier: MIT */
/**
   @file tokens.h  From the text of a block to words, by the conventions of the English UD
   treebanks.

   Every byte of the block that is not white space lies in exactly one word.  A multiword token
   ("don't") gives its words ("do", "n't") one after the other; the first says in `range` how many
   they are.
*/
#ifndef ACT_ANNOTATE_TOKENS_H
#define ACT_ANNOTATE_TOKENS_H

#include "annotate/abbreviations.h"
#include "annotate/annotation.h"

/**
   Append the words of a block of the annotation's document to its tokens: begin, end, lower, range
   and space_before. Time is linear in the block's size, whatever it holds.
*/
actant_status act_tokenize(act_annotation *annotation,
                           const act_abbreviations *abbreviations,
                           const act_block *block,
                           actant_error *err) ACTANT_MUST_CHECK;

/**
   Intern the lower-cased form that tagging and lookup use: without zero-width characters, with the
   straight apostrophe for the curly one.  ACT_NO_STRING when memory runs out.
*/
uint32_t act_intern_lower(act_strings *strings, const char *form, size_t size);

#endif
