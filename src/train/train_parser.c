/* SPDX-License-Identifier: MIT */
/* The parser learns from states that it gets itself into: it follows its own choice most of the
   time, and is told in each state which moves lose nothing (Goldberg and Nivre 2013).  Labels are
   learnt at each arc made, right ones of the child whatever its head.  What is right by less than a
   margin is learnt too: that gave 0.3 LAS.

   Silver trees, which a teacher made, come a slice an epoch beside all gold ones, and not at all in
   the last epochs. */
#include "train/train.h"

#include "annotate/parser.h"
#include "train/oracle.h"

#include <stdlib.h>

static const char stage[] = "train";

enum { MARGIN = 60 }; /* of summed weights; measured: 0, 20, 60 */

typedef struct learner {
  act_perceptron moves, labels;
  uint64_t random;
  bool explore;
} learner;

static act_move best_among(const int32_t *scores, unsigned among)
{
  int best = -1;
  for (int move = 0; move < ACT_MOVES; move++)
    if (among & 1u << move && (best < 0 || scores[move] > scores[best]))
      best = move;
  return (act_move)best;
}

static unsigned cheapest(const act_state *state, const act_gold *gold, unsigned allowed)
{
  uint32_t costs[ACT_MOVES] = { 0 }, least = UINT32_MAX;
  unsigned among = 0;
  for (int move = 0; move < ACT_MOVES; move++)
    if (allowed & 1u << move) {
      costs[move] = act_oracle_cost(state, gold, (act_move)move);
      least = costs[move] < least ? costs[move] : least;
    }
  for (int move = 0; move < ACT_MOVES; move++)
    if (allowed & 1u << move && costs[move] == least)
      among |= 1u << move;
  return among;
}

/* The best label of an arc, `but` aside (0 for none). */
static uint8_t best_label(const int32_t *scores, uint8_t but)
{
  uint8_t best = 0;
  for (uint8_t i = 1; i < ACT_DEP_COUNT; i++)
    if (i != ACT_DEP_ROOT && i != but && (!best || scores[i] > scores[best]))
      best = i;
  return best;
}

static uint8_t learn_label(learner *l,
                           const act_state *state,
                           const act_gold *gold,
                           uint64_t *features,
                           size_t count,
                           act_move move)
{
  const uint32_t child = state->stack[state->depth - 1];
  if (move == ACT_LEFT && state->next == state->count)
    return ACT_DEP_ROOT;
  int32_t scores[64];
  for (size_t i = 0; i < count; i++)
    features[i] = act_label_feature(features[i], move);
  act_perceptron_score(&l->labels, features, count, scores);
  const uint8_t right = gold[child].deprel;
  if (right != ACT_DEP_ROOT && right != ACT_DEP_NONE) {
    const uint8_t rival = best_label(scores, right);
    if (scores[right] - scores[rival] < MARGIN) {
      act_perceptron_add(&l->labels, features, count, right, 1);
      act_perceptron_add(&l->labels, features, count, rival, -1);
    }
  }
  l->labels.steps++;
  return best_label(scores, 0);
}

/* Teach a state's moves: the best of those that lose nothing against the best of the others. */
static void teach_move(learner *l,
                       const uint64_t *features,
                       size_t count,
                       const int32_t *scores,
                       unsigned good,
                       unsigned bad)
{
  if (!bad)
    return;
  const act_move right = best_among(scores, good), rival = best_among(scores, bad);
  if (scores[right] - scores[rival] >= MARGIN)
    return;
  act_perceptron_add(&l->moves, features, count, right, 1);
  act_perceptron_add(&l->moves, features, count, rival, -1);
}

static void learn_move(learner *l, act_state *state, const act_gold *gold, unsigned allowed)
{
  uint64_t features[ACT_PARSE_TEMPLATES];
  const size_t count = act_parse_features(state, features);
  int32_t scores[4] = { 0 };
  act_perceptron_score(&l->moves, features, count, scores);
  const unsigned good = cheapest(state, gold, allowed);
  teach_move(l, features, count, scores, good, allowed & ~good);
  l->moves.steps++;
  const bool follow = l->explore && act_random(&l->random) % 10 != 0;
  const act_move move = best_among(scores, follow ? allowed : good);
  const uint8_t label = move == ACT_SHIFT ? 0 : learn_label(l, state, gold, features, count, move);
  act_state_move(state, move, label);
}

static actant_status learn_sentence(act_trainer *trainer,
                                    learner *l,
                                    act_corpus *corpus,
                                    uint32_t sentence,
                                    actant_error *err)
{
  act_state state;
  if (!act_words_load(&trainer->words, &corpus->annotation, sentence) ||
      !act_state_begin(&trainer->words, &state))
    return act_fail_memory(err, stage);
  const act_gold *gold = corpus->gold.data + corpus->annotation.sentences.data[sentence].first;
  unsigned allowed;
  while ((allowed = act_state_allowed(&state)))
    learn_move(l, &state, gold, allowed);
  return ACTANT_OK;
}

/* Put what an epoch learns into `order`; their number. */
static size_t choose(const act_corpus *corpus,
                     const act_learning *learning,
                     uint32_t epoch,
                     uint32_t *order)
{
  const bool silver = epoch + learning->gold_last < learning->epochs;
  size_t count = 0;
  uint32_t nth = 0;
  for (uint32_t i = 0; i < corpus->sentences.count; i++) {
    const act_gold_sentence *s = &corpus->sentences.data[i];
    const bool turn =
      !s->silver || (silver && nth++ % learning->slices == epoch % learning->slices);
    if (!s->copy && turn)
      order[count++] = i;
  }
  return count;
}

static actant_status learn_all(act_trainer *trainer,
                               learner *l,
                               act_corpus *corpus,
                               const act_learning *learning,
                               actant_error *err)
{
  uint32_t *order = calloc(corpus->sentences.count + 1, sizeof *order);
  if (!order)
    return act_fail_memory(err, stage);
  actant_status st = ACTANT_OK;
  for (uint32_t epoch = 0; epoch < learning->epochs; epoch++) {
    const size_t count = choose(corpus, learning, epoch, order);
    l->explore = epoch > 0;
    act_shuffle(order, count, &l->random);
    for (size_t i = 0; i < count; i++)
      TRY_DONE(st, learn_sentence(trainer, l, corpus, order[i], err));
    act_progress("parser: epoch %u of %u", epoch + 1, learning->epochs);
  }
done:
  free(order);
  return st;
}

actant_status act_train_parser(act_trainer *trainer,
                               act_corpus *corpus,
                               const act_learning *learning,
                               act_perceptron *moves,
                               act_perceptron *labels,
                               actant_error *err)
{
  actant_status st = ACTANT_OK;
  learner l = { .random = learning->seed };
  TRY_DONE(st, act_perceptron_init(&l.moves, learning->row_bits, 4, learning->least, err));
  TRY_DONE(st, act_perceptron_init(&l.labels, learning->row_bits - 3, 64, learning->least, err));
  TRY_DONE(st, act_perceptron_check(&l.moves, err));
  TRY_DONE(st, act_perceptron_check(&l.labels, err));
  TRY_DONE(st, learn_all(trainer, &l, corpus, learning, err));
  *moves = l.moves;
  *labels = l.labels;
  return ACTANT_OK;
done:
  act_perceptron_free(&l.moves);
  act_perceptron_free(&l.labels);
  return st;
}
