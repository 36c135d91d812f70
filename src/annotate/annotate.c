/* SPDX-License-Identifier: MIT */
/*
  The order of annotating: words and sentences of each block, then sentence by sentence tags, tree,
  names and lemmas.  What a CoNLL-U input gave is kept; what it lacks is predicted.
*/
#include "annotate/annotate.h"

#include "annotate/asides.h"
#include "annotate/given.h"
#include "annotate/lemmas.h"
#include "annotate/mend.h"
#include "annotate/names.h"
#include "annotate/parser.h"
#include "annotate/sentences.h"
#include "annotate/tagger.h"
#include "annotate/tokens.h"

static actant_status split_blocks(act_annotation *a, const act_weights *weights, actant_error *err)
{
  act_abbreviations abbreviations = { 0 };
  actant_status st = ACTANT_OK;
  TRY(act_abbreviations_open(&abbreviations, err));
  const act_table *table = act_weights_table(weights, ACT_BOUNDARY_TABLE);
  for (uint32_t i = 0; i < a->document->blocks.count; i++) {
    uint32_t first = (uint32_t)a->tokens.count;
    TRY_DONE(st, act_tokenize(a, &abbreviations, &a->document->blocks.data[i], err));
    TRY_DONE(st, act_split_sentences(a, &abbreviations, table, i, first, err));
  }
done:
  act_abbreviations_free(&abbreviations);
  return st;
}

/* What a sentence's predictors need, and what the input has given already. */
typedef struct predictors {
  act_words *words;
  act_lemmas lemmas;
  act_asides asides; /* room for those of a sentence */
  bool names_given;
} predictors;

/* A sentence that the input has parsed keeps its tree; one of plain text is read around its asides.
 */
static actant_status tag_and_parse(predictors *p,
                                   act_annotation *a,
                                   uint32_t sentence,
                                   actant_error *err)
{
  if (!a->document->given.count) {
    if (!act_asides_find(a, &a->sentences.data[sentence], &p->asides))
      return act_fail_memory(err, "annotate");
    if (p->asides.count) {
      TRY(act_parse_around_asides(p->words, a, sentence, &p->asides, err));
      act_mend_tree(a, &a->sentences.data[sentence]);
      return ACTANT_OK;
    }
  }
  TRY(act_tag(p->words, a, sentence, err));
  if (a->sentences.data[sentence].parsed)
    return ACTANT_OK;
  TRY(act_parse(p->words, a, sentence, err));
  act_mend_tree(a, &a->sentences.data[sentence]);
  return ACTANT_OK;
}

static actant_status predict_sentence(predictors *p,
                                      act_annotation *a,
                                      uint32_t sentence,
                                      actant_error *err)
{
  TRY(tag_and_parse(p, a, sentence, err));
  act_block_kind kind = a->document->blocks.data[a->sentences.data[sentence].block].kind;
  if (!p->names_given && kind != ACT_BLOCK_FURNITURE)
    TRY(act_find_names(p->words, a, sentence, err));
  return act_find_lemmas(&p->lemmas, a, &a->sentences.data[sentence], err);
}

static actant_status predict(act_annotation *a,
                             const act_weights *weights,
                             const act_gazetteer *gazetteer,
                             bool names_given,
                             actant_error *err)
{
  predictors p = { .names_given = names_given };
  actant_status st = ACTANT_OK;
  TRY(act_words_new(weights, gazetteer, &p.words, err));
  TRY_DONE(st, act_lemmas_open(weights, &p.lemmas, err));
  for (uint32_t i = 0; i < a->sentences.count; i++)
    TRY_DONE(st, predict_sentence(&p, a, i, err));
done:
  act_array_free(&p.asides);
  act_lemmas_close(&p.lemmas);
  act_words_free(p.words);
  return st;
}

actant_status act_annotate(const act_weights *weights,
                           const act_gazetteer *gazetteer,
                           const actant_document *document,
                           act_annotation **out,
                           actant_error *err)
{
  act_annotation *a = calloc(1, sizeof *a);
  actant_status st = ACTANT_OK;
  bool names_given = false;
  if (!a || act_strings_add(&a->strings, "", 0) == ACT_NO_STRING) {
    st = act_fail_memory(err, "annotate");
    goto done;
  }
  a->document = document;
  if (document->given.count)
    TRY_DONE(st, act_take_given(a, &names_given, err));
  else
    TRY_DONE(st, split_blocks(a, weights, err));
  TRY_DONE(st, predict(a, weights, gazetteer, names_given, err));
  *out = a;
  a = NULL;
done:
  act_annotation_delete(a);
  return st;
}

void act_annotation_delete(act_annotation *annotation)
{
  if (!annotation)
    return;
  act_annotation_free(annotation);
  free(annotation);
}
