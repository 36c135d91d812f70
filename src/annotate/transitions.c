/* SPDX-License-Identifier: MIT */
/* The state of a parse.  Each word is pushed once and popped once, so a sentence of n words takes
   2n moves whatever is chosen, and since a move makes an arc from a node that is still there, the
   result is a tree.

   Invariants
   1. Words on the stack and in the buffer have no head; all others have one.
   2. A node's children lists hold its outermost two on each side. */
#include "annotate/transitions.h"

bool act_state_begin(act_words *words, act_state *state)
{
  const uint32_t count = (uint32_t)words->words.count;
  act_arena_reset(&words->scratch);
  uint32_t *stack = act_arena_zalloc(&words->scratch, (size_t)count + 1, sizeof *stack);
  act_node *nodes = act_arena_zalloc(&words->scratch, (size_t)count + 1, sizeof *nodes);
  if (!stack || !nodes)
    return false;
  for (uint32_t i = 0; i <= count; i++)
    nodes[i] = (act_node){ .head = ACT_NO_NODE,
                           .left = { ACT_NO_NODE, ACT_NO_NODE },
                           .right = { ACT_NO_NODE, ACT_NO_NODE } };
  *state = (act_state){ .words = words, .count = count, .stack = stack, .nodes = nodes };
  return true;
}

unsigned act_state_allowed(const act_state *state)
{
  unsigned allowed = 0;
  if (state->next < state->count)
    allowed |= 1u << ACT_SHIFT;
  if (state->depth >= 1 && (state->next < state->count || state->depth == 1))
    allowed |= 1u << ACT_LEFT;
  if (state->depth >= 2)
    allowed |= 1u << ACT_RIGHT;
  return allowed;
}

static void attach(act_state *state, uint32_t head, uint32_t child, uint8_t label)
{
  act_node *h = &state->nodes[head];
  state->nodes[child].head = head;
  state->nodes[child].label = label;
  uint32_t *side = child < head ? h->left : h->right;
  uint8_t *count = child < head ? &h->left_count : &h->right_count;
  uint64_t *labels = child < head ? &h->left_labels : &h->right_labels;
  side[1] = side[0];
  side[0] = child;
  *count = (uint8_t)(*count < 7 ? *count + 1 : 7);
  *labels |= UINT64_C(1) << (label & 63);
}

void act_state_move(act_state *state, act_move move, uint8_t label)
{
  if (move == ACT_SHIFT) {
    state->stack[state->depth++] = state->next++;
    return;
  }
  const uint32_t child = state->stack[--state->depth];
  attach(state, move == ACT_LEFT ? state->next : state->stack[state->depth - 1], child, label);
}
