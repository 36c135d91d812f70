/* SPDX-License-Identifier: MIT */
/** @file given.h  Taking over the tokens that a CoNLL-U input gave. */
#ifndef ACT_ANNOTATE_GIVEN_H
#define ACT_ANNOTATE_GIVEN_H

#include "annotate/annotation.h"

/**
   Take over the words and sentences of the document's `given`, one token each, with the lemmas,
   tags, trees and names they have.  A sentence is `parsed` when its heads are a tree; otherwise
   they are to be predicted.  *names: the input has NER= entries.
*/
actant_status act_take_given(act_annotation *annotation,
                             bool *names,
                             actant_error *err) ACTANT_MUST_CHECK;

#endif
