/* SPDX-License-Identifier: MIT */
/* Annotators rest in slots that are taken and filled by single atomic exchanges, so that no thread
   waits for another.  More threads than slots only means that some make their own. */
#include "annotate/annotators.h"

#include <stdlib.h>

enum { SLOTS = 64 };

struct act_annotators {
  const act_weights *weights;
  const act_gazetteer *gazetteer;
  act_annotator *resting[SLOTS];
};

static void delete (act_annotator *annotator)
{
  if (!annotator)
    return;
  act_array_free(&annotator->asides);
  act_lemmas_close(&annotator->lemmas);
  act_abbreviations_free(&annotator->abbreviations);
  act_words_free(annotator->words);
  free(annotator);
}

static actant_status make(const act_annotators *from, act_annotator **out, actant_error *err)
{
  actant_status st;
  act_annotator *annotator = calloc(1, sizeof *annotator);
  if (!annotator)
    return act_fail_memory(err, "annotate");
  TRY_DONE(st, act_words_new(from->weights, from->gazetteer, &annotator->words, err));
  TRY_DONE(st, act_lemmas_open(from->weights, &annotator->lemmas, err));
  TRY_DONE(st, act_abbreviations_open(&annotator->abbreviations, err));
  *out = annotator;
  return ACTANT_OK;
done:
  delete (annotator);
  return st;
}

actant_status act_annotators_new(const act_weights *weights,
                                 const act_gazetteer *gazetteer,
                                 act_annotators **out,
                                 actant_error *err)
{
  actant_status st;
  act_annotators *annotators = calloc(1, sizeof *annotators);
  if (!annotators)
    return act_fail_memory(err, "annotate");
  annotators->weights = weights;
  annotators->gazetteer = gazetteer;
  TRY_DONE(st, make(annotators, &annotators->resting[0], err));
  *out = annotators;
  return ACTANT_OK;
done:
  free(annotators);
  return st;
}

void act_annotators_clear(act_annotators *annotators)
{
  for (size_t i = 0; i < SLOTS; i++) {
    delete (annotators->resting[i]);
    annotators->resting[i] = NULL;
  }
}

void act_annotators_free(act_annotators *annotators)
{
  if (!annotators)
    return;
  act_annotators_clear(annotators);
  free(annotators);
}

const act_weights *act_annotators_weights(const act_annotators *annotators)
{
  return annotators->weights;
}

actant_status act_annotator_take(act_annotators *annotators, act_annotator **out, actant_error *err)
{
  for (size_t i = 0; i < SLOTS; i++) {
    act_annotator *one =
      __atomic_exchange_n(&annotators->resting[i], (act_annotator *)NULL, __ATOMIC_ACQUIRE);
    if (!one)
      continue;
    act_words_reset(one->words);
    act_lemmas_reset(&one->lemmas);
    *out = one;
    return ACTANT_OK;
  }
  return make(annotators, out, err);
}

void act_annotator_give(act_annotators *annotators, act_annotator *annotator)
{
  for (size_t i = 0; annotator && i < SLOTS; i++) {
    act_annotator *none = NULL;
    if (__atomic_compare_exchange_n(
          &annotators->resting[i], &none, annotator, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED))
      return;
  }
  delete (annotator);
}
