/* SPDX-License-Identifier: MIT */
/* Greedy: the best allowed move, then, when it makes an arc, the best label of the arc; ties go to
   the smaller number.  The choice of moves was trained with a dynamic oracle (Goldberg and Nivre
   2013), so it knows how to go on from its own mistakes. */
#include "annotate/parser.h"

#include "annotate/transitions.h"

static act_move best_move(const act_words *words,
                          const uint64_t *features,
                          size_t count,
                          unsigned allowed)
{
  int32_t scores[4];
  act_table_sum4(words->moves, features, count, scores);
  int best = -1;
  for (int move = 0; move < ACT_MOVES; move++)
    if (allowed & 1u << move && (best < 0 || scores[move] > scores[best]))
      best = move;
  return (act_move)best;
}

static uint8_t best_label(const act_words *words, uint64_t *features, size_t count, act_move move)
{
  int16_t scores[64];
  for (size_t i = 0; i < count; i++)
    features[i] = act_label_feature(features[i], move);
  act_table_sum64(words->labels, features, count, scores);
  uint8_t best = 1;
  for (uint8_t i = 2; i < ACT_DEP_COUNT; i++)
    if (i != ACT_DEP_ROOT && scores[i] > scores[best])
      best = i;
  return best;
}

static void step(act_words *words, act_state *state, unsigned allowed)
{
  uint64_t features[ACT_PARSE_TEMPLATES];
  const size_t count = act_parse_features(state, features);
  const act_move move = allowed & (allowed - 1)      ? best_move(words, features, count, allowed)
                        : allowed == 1u << ACT_SHIFT ? ACT_SHIFT
                        : allowed == 1u << ACT_LEFT  ? ACT_LEFT
                                                     : ACT_RIGHT;
  uint8_t label = ACT_DEP_NONE;
  if (move == ACT_LEFT && state->next == state->count)
    label = ACT_DEP_ROOT;
  else if (move != ACT_SHIFT)
    label = best_label(words, features, count, move);
  act_state_move(state, move, label);
}

actant_status act_parse(act_words *words,
                        act_annotation *annotation,
                        uint32_t sentence,
                        actant_error *err)
{
  act_state state;
  if (!act_words_load(words, annotation, sentence) || !act_state_begin(words, &state))
    return act_fail_memory(err, "annotate");
  unsigned allowed;
  while ((allowed = act_state_allowed(&state)))
    step(words, &state, allowed);
  act_sentence *s = &annotation->sentences.data[sentence];
  for (uint32_t i = 0; i < state.count; i++) {
    act_token *t = &annotation->tokens.data[s->first + i];
    t->head = state.nodes[i].head == state.count ? ACT_ROOT : s->first + state.nodes[i].head;
    t->deprel = state.nodes[i].label;
  }
  s->parsed = true;
  return ACTANT_OK;
}
