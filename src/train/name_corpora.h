/* SPDX-License-Identifier: MIT */
/** @file name_corpora.h  Which corpora teach names, and what their gold says beyond the three kinds
 * that are given out. */
#ifndef ACT_TRAIN_NAME_CORPORA_H
#define ACT_TRAIN_NAME_CORPORA_H

#include "model/gazetteer.h"
#include "train/corpus.h"

/* Values of act_gold.name beyond act_name_tag: names of other kinds than person, place and
   organisation, which are learnt and never given out; words of which a corpus does not say what
   they are. */
enum { ACT_GOLD_B_OTHER = 7, ACT_GOLD_I_OTHER = 8, ACT_GOLD_UNSURE = 10 };
/* Sources from this number on have conventions of their own: what is peculiar to them is learnt
   apart, and never asked when running. */
enum { ACT_SOURCE_APART = 64 };

/** Read the corpora of names alone, wikigold and Re-DocRED, from a folder. */
actant_status act_corpus_read_names(act_corpus *corpus,
                                    const char *folder,
                                    uint8_t source,
                                    actant_error *err) ACTANT_MUST_CHECK;
/** Make names of one word that is a demonym ("Armenian", "Germans") names of another kind, as most
 * corpora have them. */
void act_corpus_mark_peoples(act_corpus *corpus, const act_gazetteer *gazetteer);
/** One behind the last sentence of the document that begins with a sentence. */
uint32_t act_corpus_document_end(const act_corpus *corpus, uint32_t sentence);
/** Read a JSON file of Re-DocRED behind what is there. */
actant_status act_corpus_read_redocred(act_corpus *corpus,
                                       const char *path,
                                       uint8_t source,
                                       actant_error *err) ACTANT_MUST_CHECK;

#endif
