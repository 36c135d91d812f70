/* SPDX-License-Identifier: MIT */
/**
   @file corpus.h  Sentences to learn from: an annotation as the predictors want it, and beside it
   what is right.

   `annotation` holds what a predictor may see (forms; tags once a tagger has given them), `gold`
   what it should say.
*/
#ifndef ACT_TRAIN_CORPUS_H
#define ACT_TRAIN_CORPUS_H

#include "annotate/annotation.h"

typedef struct act_gold {
  uint32_t head; /* within the sentence; its count for the root, ACT_NO_TOKEN when unknown */
  uint8_t upos, xpos, deprel;
  uint8_t name; /* act_name_tag, or an ACT_GOLD_ value of name_corpora.h */
} act_gold;

typedef struct act_gold_sentence {
  uint64_t id;       /* of its "# sent_id", 0 when it has none */
  uint32_t document; /* numbered from 0 over the corpus */
  uint8_t source;    /* which file it came from, as its reader was told */
  bool copy;         /* another casing of a sentence that is there already */
  bool silver;       /* parsed by a machine */
} act_gold_sentence;

typedef struct act_corpus {
  actant_document document; /* of all forms, a space apart */
  size_t room;              /* bytes allocated for its text */
  act_annotation annotation;
  ACT_ARRAY(act_gold) gold;               /* by token */
  ACT_ARRAY(act_gold_sentence) sentences; /* beside annotation.sentences */
  uint32_t documents;
} act_corpus;

enum { ACT_CORPUS_LINE = 1 << 20, ACT_CORPUS_BYTES = 1 << 30 };

/** Prepare an empty corpus, in place: it must not move. */
void act_corpus_init(act_corpus *corpus);
void act_corpus_free(act_corpus *corpus);

/** Read a CoNLL-U file behind what is there; GUM's Entity= become names. */
actant_status act_corpus_read_conllu(act_corpus *corpus,
                                     const char *path,
                                     uint8_t source,
                                     actant_error *err) ACTANT_MUST_CHECK;
/**
   Read names in columns behind what is there: the form in column `form`, the tag in column `tag`
   (from 0), separated by a tab or a space, IOB1 or IOB2; empty lines end sentences, `# newdoc` and
   -DOCSTART- begin documents.
*/
actant_status act_corpus_read_columns(act_corpus *corpus,
                                      const char *path,
                                      uint32_t form,
                                      uint32_t tag,
                                      uint8_t source,
                                      actant_error *err) ACTANT_MUST_CHECK;
/** Take the names of a file of the same sentences (by their ids), though cut into other words here
 * and there. */
actant_status act_corpus_take_names(act_corpus *corpus,
                                    const char *path,
                                    actant_error *err) ACTANT_MUST_CHECK;
/** Add copies in capitals and in title case of each `nth` sentence. */
actant_status act_corpus_add_casings(act_corpus *corpus,
                                     uint32_t nth,
                                     actant_error *err) ACTANT_MUST_CHECK;

/** Append what another corpus holds, tags and all. */
actant_status act_corpus_append(act_corpus *corpus,
                                const act_corpus *other,
                                actant_error *err) ACTANT_MUST_CHECK;

/** Say that the sentences from `first` on are silver. */
void act_corpus_mark_silver(act_corpus *corpus, size_t first);
/** Forget the sentences from `first` on. */
void act_corpus_cut(act_corpus *corpus, size_t first);

/** Building blocks of readers. */
uint64_t act_sentence_id(act_text comment); /**< of a "# sent_id" line; 0 for any other */
actant_status act_corpus_add_token(act_corpus *corpus,
                                   const char *form,
                                   size_t size,
                                   act_gold gold,
                                   actant_error *err) ACTANT_MUST_CHECK;
actant_status act_corpus_end_sentence(act_corpus *corpus,
                                      act_gold_sentence sentence,
                                      actant_error *err) ACTANT_MUST_CHECK;

#endif
