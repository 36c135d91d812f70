/* SPDX-License-Identifier: MIT */
/* A structured perceptron (Collins 2002): the best sequence as of now against the right one,
   sentence by sentence in the order of the document, since what a form was called before is
   evidence.  What was called is what was guessed, as when it runs. */
#include "train/train.h"

#include "annotate/name_features.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

/* BILOU labels of a sentence from its IOB2 names. */
static void gold_labels(const act_gold *gold, uint32_t count, uint8_t *out)
{
  for (uint32_t i = 0; i < count; i++) {
    const uint8_t tag = gold[i].name;
    const uint8_t type = (uint8_t)((tag - 1) / 2);
    const bool begins = tag % 2 == 1, goes_on = i + 1 < count && gold[i + 1].name == 2 * type + 2;
    const uint8_t part = begins ? (goes_on ? ACT_PART_BEGIN : ACT_PART_UNIT)
                                : (goes_on ? ACT_PART_INSIDE : ACT_PART_LAST);
    out[i] = tag == ACT_NAME_O ? 0 : (uint8_t)(1 + 4 * type + part);
  }
}

typedef struct sequence {
  uint64_t *features; /* (count, ACT_NAME_TEMPLATES) */
  size_t *sizes;
  int32_t *scores; /* (count, ACT_NAME_WIDTH) */
  uint8_t *guess, *right;
  int32_t after[ACT_NAME_LABELS * ACT_NAME_WIDTH];
} sequence;

static bool make_sequence(act_arena *arena, uint32_t count, sequence *out)
{
  out->features = act_arena_zalloc(arena, count, ACT_NAME_TEMPLATES * sizeof *out->features);
  out->sizes = act_arena_zalloc(arena, count, sizeof *out->sizes);
  out->scores = act_arena_zalloc(arena, count, ACT_NAME_WIDTH * sizeof *out->scores);
  out->guess = act_arena_zalloc(arena, count, 1);
  out->right = act_arena_zalloc(arena, count, 1);
  return out->features && out->sizes && out->scores && out->guess && out->right;
}

static void score_all(const act_perceptron *p, const act_name_sentence *s, sequence *q)
{
  for (uint32_t i = 0; i < s->count; i++) {
    uint64_t *features = q->features + (size_t)i * ACT_NAME_TEMPLATES;
    q->sizes[i] = act_name_features(s, i, features);
    act_perceptron_score(p, features, q->sizes[i], q->scores + (size_t)i * ACT_NAME_WIDTH);
  }
  for (uint32_t a = 0; a < ACT_NAME_LABELS; a++)
    act_perceptron_score(p, &(uint64_t){ act_name_after(a) }, 1, q->after + a * ACT_NAME_WIDTH);
}

static void update(act_perceptron *p, const sequence *q, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    const uint64_t *features = q->features + (size_t)i * ACT_NAME_TEMPLATES;
    if (q->guess[i] != q->right[i]) {
      act_perceptron_add(p, features, q->sizes[i], q->right[i], 1);
      act_perceptron_add(p, features, q->sizes[i], q->guess[i], -1);
    }
    const uint8_t before_right = i ? q->right[i - 1] : 0, before_guess = i ? q->guess[i - 1] : 0;
    if (before_right != before_guess || q->guess[i] != q->right[i]) {
      act_perceptron_add(p, &(uint64_t){ act_name_after(before_right) }, 1, q->right[i], 1);
      act_perceptron_add(p, &(uint64_t){ act_name_after(before_guess) }, 1, q->guess[i], -1);
    }
  }
}

static actant_status learn_sentence(act_words *words,
                                    act_corpus *corpus,
                                    uint32_t sentence,
                                    act_perceptron *p,
                                    actant_error *err)
{
  act_name_sentence s;
  sequence q;
  act_arena_reset(&words->scratch);
  if (!act_words_load(words, &corpus->annotation, sentence) ||
      !act_name_look(words, &corpus->annotation, sentence, &s) ||
      !make_sequence(&words->scratch, s.count, &q))
    return act_fail_memory(err, stage);
  gold_labels(
    corpus->gold.data + corpus->annotation.sentences.data[sentence].first, s.count, q.right);
  score_all(p, &s, &q);
  if (!act_name_decode(&words->scratch, s.count, q.scores, q.after, q.guess))
    return act_fail_memory(err, stage);
  update(p, &q, s.count);
  p->steps++;
  return act_name_remember(words, &corpus->annotation, sentence, q.guess)
           ? ACTANT_OK
           : act_fail_memory(err, stage);
}

/* The first sentence of each document, and one behind the last. */
static actant_status find_documents(const act_corpus *corpus,
                                    uint32_t **firsts,
                                    size_t *count,
                                    actant_error *err)
{
  uint32_t *out = calloc(corpus->sentences.count + 1, sizeof *out);
  if (!out)
    return act_fail_memory(err, stage);
  size_t n = 0;
  for (uint32_t i = 0; i < corpus->sentences.count; i++)
    if (i == 0 || corpus->sentences.data[i].document != corpus->sentences.data[i - 1].document ||
        corpus->sentences.data[i].copy != corpus->sentences.data[i - 1].copy)
      out[n++] = i;
  *firsts = out;
  *count = n;
  return ACTANT_OK;
}

static actant_status learn_document(act_trainer *trainer,
                                    act_corpus *corpus,
                                    uint32_t first,
                                    act_perceptron *p,
                                    actant_error *err)
{
  const act_gold_sentence *start = &corpus->sentences.data[first];
  act_map_clear(&trainer->words.called);
  for (uint32_t i = first; i < corpus->sentences.count; i++) {
    const act_gold_sentence *s = &corpus->sentences.data[i];
    if (s->document != start->document || s->copy != start->copy)
      break;
    TRY(learn_sentence(&trainer->words, corpus, i, p, err));
  }
  return ACTANT_OK;
}

actant_status act_train_names(act_trainer *trainer,
                              act_corpus *corpus,
                              const act_learning *learning,
                              act_table *out,
                              actant_error *err)
{
  actant_status st = ACTANT_OK;
  act_perceptron p = { 0 };
  uint64_t state = learning->seed;
  uint32_t *documents = NULL;
  size_t count = 0;
  TRY_DONE(st, find_documents(corpus, &documents, &count, err));
  TRY_DONE(st, act_perceptron_init(&p, learning->row_bits, ACT_NAME_WIDTH, learning->least, err));
  TRY_DONE(st, act_perceptron_check(&p, err));
  for (uint32_t epoch = 0; epoch < learning->epochs; epoch++) {
    act_shuffle(documents, count, &state);
    for (size_t i = 0; i < count; i++)
      TRY_DONE(st, learn_document(trainer, corpus, documents[i], &p, err));
    act_progress("names: epoch %u of %u", epoch + 1, learning->epochs);
  }
  TRY_DONE(st, act_perceptron_quantise(&p, learning->quantiser, out, err));
done:
  free(documents);
  act_perceptron_free(&p);
  return st;
}
