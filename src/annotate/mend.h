/* SPDX-License-Identifier: MIT */
/** @file mend.h  Slips of the greedy parser that no tree of a treebank has. */
#ifndef ACT_ANNOTATE_MEND_H
#define ACT_ANNOTATE_MEND_H

#include "annotate/annotation.h"

/** Mend the tree of a parsed sentence in place; it stays a tree with one root. */
void act_mend_tree(act_annotation *annotation, const act_sentence *sentence);

#endif
