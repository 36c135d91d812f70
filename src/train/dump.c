/* SPDX-License-Identifier: MIT */
/* Hashed features cannot be listed, but a sentence's can be asked for: each row that the tagger
   sums for a word, as label and weight, in the order of the templates of
   annotate/tagger_features.c. */
#include "train/dump.h"

#include "annotate/tagger.h"
#include "annotate/features.h"
#include "train/corpus.h"
#include "train/lines.h"

#include <stdio.h>
#include <string.h>

static void print_rows(const act_words *words, size_t at)
{
  uint64_t features[ACT_TAG_TEMPLATES];
  const size_t count = act_tag_features(words, at, features);
  for (size_t i = 0; i < count; i++) {
    int8_t row[ACT_TABLE_WIDTH];
    act_table_get(words->tagger, features[i], row);
    printf("  %2zu:", i);
    for (size_t j = 0; j < words->tag_count; j++)
      if (row[j])
        printf(" %s/%s %+d",
               act_upos_text(words->tags[j].upos),
               act_xpos_text(words->tags[j].xpos),
               row[j]);
    printf("\n");
  }
}

static actant_status read_sentence(act_corpus *corpus, const char *sentence, actant_error *err)
{
  for (const char *at = sentence; *at; at += *at == ' ') {
    const size_t size = strcspn(at, " ");
    if (size)
      TRY(act_corpus_add_token(corpus, at, size, (act_gold){ .head = ACT_NO_TOKEN }, err));
    at += size;
  }
  return act_corpus_end_sentence(corpus, (act_gold_sentence){ 0 }, err);
}

static actant_status dump_sentence(act_words *words, act_corpus *corpus, actant_error *err)
{
  if (!corpus->sentences.count)
    return act_fail(err, ACTANT_EMPTY, "train", "the sentence has no words");
  TRY(act_tag(words, &corpus->annotation, 0, err));
  if (!act_words_load(words, &corpus->annotation, 0))
    return act_fail_memory(err, "train");
  for (uint32_t i = 0; i < corpus->annotation.tokens.count; i++) {
    const act_text form = act_token_form(&corpus->annotation, i);
    const act_token *t = &corpus->annotation.tokens.data[i];
    printf(
      "%.*s\t%s\t%s\n", (int)form.size, form.bytes, act_upos_text(t->upos), act_xpos_text(t->xpos));
    print_rows(words, i);
  }
  return ACTANT_OK;
}

actant_status act_dump(const char *model, const char *sentence, actant_error *err)
{
  act_lines file = { 0 };
  act_weights *weights = NULL;
  act_words *words = NULL;
  act_corpus corpus;
  actant_status st = ACTANT_OK;
  act_corpus_init(&corpus);
  TRY(act_lines_open(model, &file, err));
  TRY_DONE(st, act_weights_open(file.bytes, file.size, true, &weights, err));
  TRY_DONE(st, act_words_new(weights, NULL, &words, err));
  TRY_DONE(st, read_sentence(&corpus, sentence, err));
  st = dump_sentence(words, &corpus, err);
done:
  act_corpus_free(&corpus);
  act_words_free(words);
  act_weights_free(weights);
  act_lines_close(&file);
  return st;
}
