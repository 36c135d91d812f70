/* SPDX-License-Identifier: MIT */
/** @file draft.h  Paragraphs before it is known what they are, and the judgement by where they
 * stand. */
#ifndef ACT_READ_DRAFT_H
#define ACT_READ_DRAFT_H

#include "read/read.h"

/** A paragraph of a text. */
typedef struct act_draft {
  uint32_t begin, end;
  uint32_t words;
  bool gap;   /* an empty line, or the beginning of the text, stands before it */
  bool stops; /* ends as a sentence does */
  act_block_kind kind;
} act_draft;

typedef ACT_ARRAY(act_draft) act_drafts;

/** Cut a text from `from` on into paragraphs: by empty lines, and by line breaks where the text is
 * not hard-wrapped. */
actant_status act_cut_paragraphs(const char *bytes,
                                 size_t size,
                                 size_t from,
                                 act_drafts *out,
                                 actant_error *err) ACTANT_MUST_CHECK;

/** Say of each paragraph what it is. */
void act_judge_paragraphs(const char *bytes, act_drafts *drafts);

/** Add a paragraph to a document, with a dateline or a photo credit as blocks of their own. */
actant_status act_document_add_paragraph(actant_document *document,
                                         size_t begin,
                                         size_t end,
                                         act_block_kind kind,
                                         actant_error *err) ACTANT_MUST_CHECK;

/** Cut, judge and add; sets the title when the text has a headline and the document none yet. */
actant_status act_document_add_text(actant_document *document,
                                    size_t from,
                                    actant_error *err) ACTANT_MUST_CHECK;

#endif
