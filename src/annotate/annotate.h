/* SPDX-License-Identifier: MIT */
/** @file annotate.h  From a document to tokens, sentences, tags, lemmas, trees and names. */
#ifndef ACT_ANNOTATE_ANNOTATE_H
#define ACT_ANNOTATE_ANNOTATE_H

#include "annotate/annotators.h"

/** Annotate a document.  `out` borrows it.  Given tokens (CoNLL-U) keep what they have; what they
 * lack is predicted.  Threads may share the annotators. */
actant_status act_annotate(act_annotators *annotators,
                           const actant_document *document,
                           act_annotation **out,
                           actant_error *err) ACTANT_MUST_CHECK;
/** Free what act_annotate gave. */
void act_annotation_delete(act_annotation *annotation);

#endif
