/* SPDX-License-Identifier: MIT */
/** @file annotate_text.h  What the tests of annotating share: a text of one block, cut into words
 * and sentences. */
#ifndef ACT_TESTS_ANNOTATE_TEXT_H
#define ACT_TESTS_ANNOTATE_TEXT_H

#include "annotate/sentences.h"
#include "annotate/tokens.h"

typedef struct annotated {
  actant_document document;
  act_annotation annotation;
  act_abbreviations abbreviations;
} annotated;

/** Cut a text into words, and sentences where a table is given or `sentences` is set.  ACTANT_OK,
 * or the failure's status. */
actant_status annotate_text(annotated *out,
                            const char *text,
                            size_t size,
                            const act_table *table,
                            bool sentences);
void annotated_free(annotated *a);

/** Write the words apart by a space, ranges in braces, sentences apart by " | ". */
void write_words(const annotated *a, char *out, size_t room);

#endif
