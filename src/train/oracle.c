/* SPDX-License-Identifier: MIT */
/* A move costs the arcs of the gold tree that can be reached before it and not behind it.  In
   arc-hybrid the arcs of a projective tree are reachable together when each is by itself, so the
   cost is a count; for the few crossing arcs of the corpora it is a good guess, and the cheapest
   move is taught. */
#include "train/oracle.h"

/* Words still in the buffer whose head is `head`. */
static uint32_t waiting_children(const act_state *s, const act_gold *gold, uint32_t head)
{
  uint32_t n = 0;
  for (uint32_t i = s->next; i < s->count; i++)
    n += gold[i].head == head;
  return n;
}

static bool in_stack(const act_state *s, uint32_t node, uint32_t depth)
{
  for (uint32_t i = 0; i < depth; i++)
    if (s->stack[i] == node)
      return true;
  return false;
}

static uint32_t cost_shift(const act_state *s, const act_gold *gold)
{
  const uint32_t word = s->next;
  uint32_t cost = s->depth >= 2 && in_stack(s, gold[word].head, s->depth - 1);
  for (uint32_t i = 0; i < s->depth; i++)
    cost += gold[s->stack[i]].head == word;
  return cost;
}

uint32_t act_oracle_cost(const act_state *state, const act_gold *gold, act_move move)
{
  if (move == ACT_SHIFT)
    return cost_shift(state, gold);
  const uint32_t top = state->stack[state->depth - 1], head = gold[top].head;
  const uint32_t lost = waiting_children(state, gold, top);
  const bool ahead = head >= state->next;
  if (move == ACT_RIGHT)
    return lost + ahead;
  const bool below = state->depth >= 2 && state->stack[state->depth - 2] == head;
  return lost + (below || (ahead && head != state->next));
}
