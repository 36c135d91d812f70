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
  /* One step in seven leaves nothing to choose. */
  if (allowed == 1u << ACT_SHIFT) {
    act_state_move(state, ACT_SHIFT, ACT_DEP_NONE);
    return;
  }
  if (allowed == 1u << ACT_LEFT) { /* the last word hangs from the root */
    act_state_move(state, ACT_LEFT, ACT_DEP_ROOT);
    return;
  }
  uint64_t features[ACT_PARSE_TEMPLATES];
  const size_t count = act_parse_features(state, features);
  const act_move move =
    allowed == 1u << ACT_RIGHT ? ACT_RIGHT : best_move(words, features, count, allowed);
  act_state_move(
    state, move, move == ACT_SHIFT ? ACT_DEP_NONE : best_label(words, features, count, move));
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
