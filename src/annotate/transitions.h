/* SPDX-License-Identifier: MIT */
/**
   @file transitions.h  The arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a
   buffer, three moves.

   Nodes are 0 … n-1 for the words and n for the root, which stands behind the last word.  SHIFT
   pushes the buffer's first word; LEFT makes the buffer's first node the head of the stack's top
   and pops it; RIGHT makes the second of the stack the head of its top and pops it.  With the root
   in front of the buffer, LEFT is allowed for the last word of the stack alone: so there is one
   root.
*/
#ifndef ACT_ANNOTATE_TRANSITIONS_H
#define ACT_ANNOTATE_TRANSITIONS_H

#include "annotate/features.h"

typedef enum act_move { ACT_SHIFT, ACT_LEFT, ACT_RIGHT, ACT_MOVES } act_move;

enum { ACT_PARSE_TEMPLATES = 112 };
#define ACT_NO_NODE UINT32_MAX

/* A node's arcs so far. */
typedef struct act_node {
  uint32_t head;              /* ACT_NO_NODE until it has one */
  uint32_t left[2], right[2]; /* outermost and second outermost children; ACT_NO_NODE */
  uint8_t label;
  uint8_t left_count, right_count;    /* at most 7 */
  uint64_t left_labels, right_labels; /* sets of plain relations */
} act_node;

typedef struct act_state {
  const act_words *words;
  uint32_t count, next; /* words; the buffer's first node */
  uint32_t depth;
  uint32_t *stack;
  act_node *nodes; /* count + 1 */
} act_state;

/** Begin with words->words; memory is from words->scratch.  False when it runs out. */
bool act_state_begin(act_words *words, act_state *state) __attribute__((warn_unused_result));
/** A set of bits 1 << act_move; 0 when done. */
unsigned act_state_allowed(const act_state *state);
/** Do a move; the label is of the arc, if it makes one. */
void act_state_move(act_state *state, act_move move, uint8_t label);
/** The features of a state; their number.  The same serve for moves and, turned by
 * act_label_feature, for labels. */
size_t act_parse_features(const act_state *state, uint64_t out[ACT_PARSE_TEMPLATES]);

/** A state's feature, seen by the label classifier of an arc to the left or right. */
static inline uint64_t act_label_feature(uint64_t feature, act_move move)
{
  return move == ACT_LEFT ? feature
                          : (feature ^ UINT64_C(0x5555555555555555)) * UINT64_C(0x9fb21c651e98df25);
}

#endif
