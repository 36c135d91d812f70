/* SPDX-License-Identifier: MIT */
/** @file annotate.h  From a document to tokens, sentences, tags, lemmas, trees and names. */
#ifndef ACT_ANNOTATE_ANNOTATE_H
#define ACT_ANNOTATE_ANNOTATE_H

#include "annotate/annotation.h"
#include "model/gazetteer.h"
#include "model/weights.h"

/** Annotate a document.  `out` borrows it.  Given tokens (CoNLL-U) keep what they have; what they
 * lack is predicted. */
actant_status act_annotate(const act_weights *weights,
                           const act_gazetteer *gazetteer,
                           const actant_document *document,
                           act_annotation **out,
                           actant_error *err) ACTANT_MUST_CHECK;
/** Free what act_annotate gave. */
void act_annotation_delete(act_annotation *annotation);

#endif
