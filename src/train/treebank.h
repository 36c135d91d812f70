/* SPDX-License-Identifier: MIT */
/** @file treebank.h  A treebank (CoNLL-U) as raw text, with where its sentences end, and its words
 * with lemmas. */
#ifndef ACT_TRAIN_TREEBANK_H
#define ACT_TRAIN_TREEBANK_H

#include "base/strings.h"
#include "read/document.h"

typedef struct act_treebank_word {
  act_text form, lemma;
  uint8_t upos, xpos;
} act_treebank_word;

/** Zero-initialised, it is empty. */
typedef struct act_treebank {
  act_arena arena;
  actant_document document;           /* the raw text; a block is a paragraph */
  ACT_ARRAY(uint32_t) ends;           /* offsets at which sentences end */
  ACT_ARRAY(act_treebank_word) words; /* empty nodes and ranges aside */
} act_treebank;

/** Read a file.  The text is that of its `# text` lines: a space between sentences, an empty line
 * between paragraphs. */
actant_status act_treebank_read(const char *path,
                                act_treebank *out,
                                actant_error *err) ACTANT_MUST_CHECK;
void act_treebank_free(act_treebank *treebank);

#endif
