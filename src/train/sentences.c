/* SPDX-License-Identifier: MIT */
/*
  The splitter's weights: an averaged perceptron (Freund and Schapire 1999) over the gaps of raw
  text, as our own tokenizer cuts it.  Each gap is seen in the state that the right boundaries
  before it give.
*/
#include "train/sentences.h"

#include "annotate/boundary.h"
#include "annotate/sentences.h"
#include "annotate/tokens.h"
#include "train/perceptron.h"

enum {
  ROW_BITS = 15,
  EPOCHS = 8,  /* measured on EWT dev: 6 to 12 are alike */
  MARGIN = 80, /* of the summed weights; measured */
  CLIP = 80,   /* tenths of the root mean square */
  LEVELS = 127,
};

typedef struct example {
  uint64_t features[ACT_BOUNDARY_FEATURES];
  uint8_t count;
  bool boundary;
} example;

typedef ACT_ARRAY(example) example_array;

/* Whether the text's sentences end at `offset`; *at moves along treebank->ends. */
static bool ends_at(const act_treebank *treebank, uint32_t offset, size_t *at)
{
  while (*at < treebank->ends.count && treebank->ends.data[*at] < offset)
    ++*at;
  return *at < treebank->ends.count && treebank->ends.data[*at] == offset;
}

static actant_status collect_block(const act_treebank *treebank,
                                   act_annotation *a,
                                   const act_abbreviations *abbreviations,
                                   size_t block,
                                   example_array *out,
                                   actant_error *err)
{
  uint32_t first = (uint32_t)a->tokens.count;
  TRY(act_tokenize(a, abbreviations, &treebank->document.blocks.data[block], err));
  act_gap gap = { .annotation = a,
                  .abbreviations = abbreviations,
                  .token = first,
                  .start = first,
                  .end = (uint32_t)a->tokens.count };
  act_gap_begin(&gap);
  size_t at = 0;
  for (bool cut; gap.token + 1 < gap.end; act_gap_next(&gap, cut)) {
    cut = ends_at(treebank, a->tokens.data[gap.token].end, &at);
    if (act_gap_forbidden(&gap) || act_gap_required(&gap))
      continue;
    example e = { .boundary = cut };
    e.count = (uint8_t)act_gap_features(&gap, e.features);
    if (!act_array_push(out, e))
      return act_fail_memory(err, "train");
  }
  return ACTANT_OK;
}

static actant_status collect(const act_treebank *treebank,
                             const act_abbreviations *abbreviations,
                             example_array *out,
                             actant_error *err)
{
  act_annotation a = { .document = &treebank->document };
  actant_status st = ACTANT_OK;
  for (size_t i = 0; i < treebank->document.blocks.count && st == ACTANT_OK; i++)
    st = collect_block(treebank, &a, abbreviations, i, out, err);
  act_annotation_free(&a);
  return st;
}

static void learn(act_perceptron *p, const example *e)
{
  int32_t score;
  act_perceptron_score(p, e->features, e->count, &score);
  p->steps++;
  if (e->boundary ? score <= MARGIN : score >= -MARGIN)
    act_perceptron_add(p, e->features, e->count, 0, e->boundary ? 1 : -1);
}

static actant_status train(const example_array *examples,
                           act_model_writer *model,
                           actant_error *err)
{
  act_perceptron p = { 0 };
  act_table table = { 0 };
  uint32_t *order = calloc(examples->count + 1, sizeof *order);
  uint64_t state = 1;
  actant_status st = order ? ACTANT_OK : act_fail_memory(err, "train");
  TRY_DONE(st, st);
  TRY_DONE(st, act_perceptron_init(&p, ROW_BITS, 1, 0, err));
  for (uint32_t i = 0; i < examples->count; i++)
    order[i] = i;
  for (int epoch = 0; epoch < EPOCHS; epoch++) {
    act_shuffle(order, examples->count, &state);
    for (size_t i = 0; i < examples->count; i++)
      learn(&p, &examples->data[order[i]]);
  }
  TRY_DONE(
    st,
    act_perceptron_quantise(&p, (act_quantiser){ .clip = CLIP, .levels = LEVELS }, &table, err));
  st = act_table_write(&table, ACT_BOUNDARY_TABLE, model, err);
done:
  act_table_free(&table);
  act_perceptron_free(&p);
  free(order);
  return st;
}

actant_status act_train_sentences(const act_treebank *treebanks,
                                  size_t count,
                                  act_model_writer *model,
                                  actant_error *err)
{
  act_abbreviations abbreviations = { 0 };
  example_array examples = { 0 };
  actant_status st = ACTANT_OK;
  TRY(act_abbreviations_open(&abbreviations, err));
  for (size_t i = 0; i < count; i++)
    TRY_DONE(st, collect(&treebanks[i], &abbreviations, &examples, err));
  TRY_DONE(st, train(&examples, model, err));
done:
  act_array_free(&examples);
  act_abbreviations_free(&abbreviations);
  return st;
}
