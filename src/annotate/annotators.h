/* SPDX-License-Identifier: MIT */
/**
   @file annotators.h  What annotating keeps from one document to the next: caches of what forms
   say, the list of abbreviations, room for a sentence's features.

   An annotator belongs to one thread at a time; between documents it rests in a set that threads
   share.  What it keeps changes no result, only how soon it comes.
*/
#ifndef ACT_ANNOTATE_ANNOTATORS_H
#define ACT_ANNOTATE_ANNOTATORS_H

#include "annotate/abbreviations.h"
#include "annotate/asides.h"
#include "annotate/lemmas.h"
#include "annotate/words.h"

typedef struct act_annotator {
  act_words *words;
  act_lemmas lemmas;
  act_abbreviations abbreviations;
  act_asides asides; /* room for those of a sentence */
} act_annotator;

typedef struct act_annotators act_annotators;

/** A set of one.  The weights and the gazetteer (which may be NULL) are borrowed.  ACTANT_MODEL
 * when the model lacks what annotating needs. */
actant_status act_annotators_new(const act_weights *weights,
                                 const act_gazetteer *gazetteer,
                                 act_annotators **out,
                                 actant_error *err) ACTANT_MUST_CHECK;
void act_annotators_free(act_annotators *annotators);
/** Free those that rest. */
void act_annotators_clear(act_annotators *annotators);
/** The weights that all of a set use. */
const act_weights *act_annotators_weights(const act_annotators *annotators);

/** Take an annotator that rests, made ready for a document, or make one. */
actant_status act_annotator_take(act_annotators *annotators,
                                 act_annotator **out,
                                 actant_error *err) ACTANT_MUST_CHECK;
/** Put one back; NULL is nothing. */
void act_annotator_give(act_annotators *annotators, act_annotator *annotator);

#endif
