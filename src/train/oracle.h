/* SPDX-License-Identifier: MIT */
/** @file oracle.h  Which moves lose nothing: the dynamic oracle of Goldberg and Nivre (2013) for
 * arc-hybrid. */
#ifndef ACT_TRAIN_ORACLE_H
#define ACT_TRAIN_ORACLE_H

#include "annotate/transitions.h"
#include "train/corpus.h"

/** How many right arcs a move makes unreachable.  `gold` is the sentence's, heads from 0, its count
 * for the root. */
uint32_t act_oracle_cost(const act_state *state, const act_gold *gold, act_move move);

#endif
