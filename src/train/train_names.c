/* SPDX-License-Identifier: MIT */
/* A structured perceptron (Collins 2002): the best sequence as of now against the right one,
   sentence by sentence in the order of the document, since what a form was called before is
   evidence.  What was called is what was guessed, as when it runs.  Some features are left out at
   random, and what is right must win by a margin: both make the rare features learn too.

   Where a corpus does not say what a word is, any label is right: the right sequence is then the
   best of those that agree with what the corpus does say (a latent perceptron, Sun et al. 2009). */
#include "train/train.h"

#include "annotate/name_features.h"
#include "train/name_corpora.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

enum {
  ANY_LABEL = (1 << ACT_NAME_LABELS) - 1,
  /* measured on held-out documents: 0 to 120, and 0 to 70 */
  MARGIN = 60, /* by which what is right must be better than what is wrong */
  DROPPED = 30 /* percent of features, so that no few of them are relied upon */
};

static uint8_t label_of(uint8_t tag, bool goes_on)
{
  if (tag >= ACT_GOLD_B_OTHER)
    return tag == ACT_GOLD_B_OTHER ? ACT_NAME_OTHER_BEGIN : ACT_NAME_OTHER_INSIDE;
  const uint8_t type = (uint8_t)((tag - 1) / 2);
  const bool begins = tag % 2 == 1;
  const uint8_t part = begins ? (goes_on ? ACT_PART_BEGIN : ACT_PART_UNIT)
                              : (goes_on ? ACT_PART_INSIDE : ACT_PART_LAST);
  return (uint8_t)(1 + 4 * type + part);
}

/* The labels that are right for each word of a sentence, as bits, from its IOB2 names. */
static void gold_labels(const act_gold *gold, const act_name_sentence *s, uint16_t *out)
{
  for (uint32_t i = 0; i < s->count;) {
    const uint8_t tag = gold[i].name;
    uint32_t end = i + 1;
    while (tag % 2 == 1 && end < s->count && gold[end].name == tag + 1)
      end++;
    bool hidden = tag == ACT_GOLD_UNSURE;
    for (uint32_t j = i; tag != ACT_NAME_O && j < end; j++)
      hidden |= s->names[j].silent;
    for (; i < end; i++)
      out[i] = (uint16_t)(hidden              ? ANY_LABEL
                          : tag == ACT_NAME_O ? 1
                                              : 1 << label_of(gold[i].name, i + 1 < end));
  }
}

typedef struct sequence {
  uint64_t *features; /* (count, ACT_NAME_TEMPLATES) */
  size_t *sizes;
  int32_t *scores; /* (count, ACT_NAME_WIDTH) */
  uint16_t *allowed;
  uint8_t *guess, *right;
  int32_t after[ACT_NAME_LABELS * ACT_NAME_WIDTH];
} sequence;

static bool make_sequence(act_arena *arena, uint32_t count, sequence *out)
{
  out->features = act_arena_zalloc(arena, count, ACT_NAME_TEMPLATES * sizeof *out->features);
  out->sizes = act_arena_zalloc(arena, count, sizeof *out->sizes);
  out->scores = act_arena_zalloc(arena, count, ACT_NAME_WIDTH * sizeof *out->scores);
  out->allowed = act_arena_zalloc(arena, count, sizeof *out->allowed);
  out->guess = act_arena_zalloc(arena, count, 1);
  out->right = act_arena_zalloc(arena, count, 1);
  return out->features && out->sizes && out->scores && out->allowed && out->guess && out->right;
}

/* Leave the labels among `allowed` (bits) of each word. */
static void restrict_scores(sequence *q, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t b = 0; b < ACT_NAME_LABELS; b++)
      if (!(q->allowed[i] >> b & 1))
        q->scores[(size_t)i * ACT_NAME_WIDTH + b] = ACT_NAME_NEVER;
}

/* Let wrong labels seem better than they are. */
static void add_margin(sequence *q, const act_name_sentence *s)
{
  for (uint32_t i = 0; i < s->count; i++)
    for (uint32_t b = 0; !s->names[i].silent && b < ACT_NAME_LABELS; b++)
      if (!(q->allowed[i] >> b & 1))
        q->scores[(size_t)i * ACT_NAME_WIDTH + b] += MARGIN;
}

static bool is_allowed(const sequence *q, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++)
    if (!(q->allowed[i] >> q->guess[i] & 1))
      return false;
  return true;
}

static size_t drop_some(uint64_t *features, size_t count, uint64_t *chance)
{
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (act_random(chance) % 100 >= DROPPED)
      features[kept++] = features[i];
  return kept;
}

static void score_all(const act_perceptron *p,
                      const act_name_sentence *s,
                      sequence *q,
                      uint64_t *chance)
{
  for (uint32_t i = 0; i < s->count; i++) {
    uint64_t *features = q->features + (size_t)i * ACT_NAME_TEMPLATES;
    int32_t *scores = q->scores + (size_t)i * ACT_NAME_WIDTH;
    for (uint32_t b = 1; s->names[i].silent && b < ACT_NAME_WIDTH; b++)
      scores[b] = ACT_NAME_NEVER;
    if (s->names[i].silent)
      continue;
    q->sizes[i] = act_name_features(s, i, features);
    q->sizes[i] = drop_some(features, q->sizes[i], chance);
    act_perceptron_score(p, features, q->sizes[i], scores);
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
                                    uint64_t *chance,
                                    actant_error *err)
{
  act_name_sentence s;
  sequence q;
  act_arena_reset(&words->scratch);
  if (!act_words_load(words, &corpus->annotation, sentence) ||
      !act_name_look(words, &corpus->annotation, sentence, &s) ||
      !make_sequence(&words->scratch, s.count, &q))
    return act_fail_memory(err, stage);
  const uint8_t source = corpus->sentences.data[sentence].source;
  s.source = source >= ACT_SOURCE_APART ? source : 0;
  gold_labels(corpus->gold.data + corpus->annotation.sentences.data[sentence].first, &s, q.allowed);
  score_all(p, &s, &q, chance);
  add_margin(&q, &s);
  if (!act_name_decode(&words->scratch, s.count, q.scores, q.after, q.guess))
    return act_fail_memory(err, stage);
  if (!is_allowed(&q, s.count)) {
    restrict_scores(&q, s.count);
    if (!act_name_decode(&words->scratch, s.count, q.scores, q.after, q.right))
      return act_fail_memory(err, stage);
    update(p, &q, s.count);
  }
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
                                    uint64_t *chance,
                                    actant_error *err)
{
  const uint32_t end = act_corpus_document_end(corpus, first);
  act_map_clear(&trainer->words.called);
  if (!act_name_read(&trainer->words, &corpus->annotation, first, end))
    return act_fail_memory(err, stage);
  for (uint32_t i = first; i < end; i++)
    TRY(learn_sentence(&trainer->words, corpus, i, p, chance, err));
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
  uint64_t state = learning->seed, chance = act_hash_mix(learning->seed);
  uint32_t *documents = NULL;
  size_t count = 0;
  TRY_DONE(st, find_documents(corpus, &documents, &count, err));
  TRY_DONE(st, act_perceptron_init(&p, learning->row_bits, ACT_NAME_WIDTH, learning->least, err));
  TRY_DONE(st, act_perceptron_check(&p, err));
  for (uint32_t epoch = 0; epoch < learning->epochs; epoch++) {
    act_shuffle(documents, count, &state);
    for (size_t i = 0; i < count; i++)
      TRY_DONE(st, learn_document(trainer, corpus, documents[i], &p, &chance, err));
    act_progress("names: epoch %u of %u", epoch + 1, learning->epochs);
  }
  TRY_DONE(st, act_perceptron_quantise(&p, learning->quantiser, out, err));
done:
  free(documents);
  act_perceptron_free(&p);
  return st;
}
