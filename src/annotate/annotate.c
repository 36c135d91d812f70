/* SPDX-License-Identifier: MIT */
/*
  The order of annotating: words and sentences of each block, then sentence by sentence tags, tree,
  names and lemmas.  What a CoNLL-U input gave is kept; what it lacks is predicted.
*/
#include "annotate/annotate.h"

#include "annotate/given.h"
#include "annotate/mend.h"
#include "annotate/names.h"
#include "annotate/parser.h"
#include "annotate/sentences.h"
#include "annotate/tagger.h"
#include "annotate/tokens.h"

static actant_status split_blocks(const act_annotator *p,
                                  const act_weights *weights,
                                  act_annotation *a,
                                  actant_error *err)
{
  const act_table *table = act_weights_table(weights, ACT_BOUNDARY_TABLE);
  for (uint32_t i = 0; i < a->document->blocks.count; i++) {
    uint32_t first = (uint32_t)a->tokens.count;
    TRY(act_tokenize(a, &p->abbreviations, &a->document->blocks.data[i], err));
    TRY(act_split_sentences(a, &p->abbreviations, table, i, first, err));
  }
  return ACTANT_OK;
}

/* Whether there is but one tree: its word's head is the root, as each word's is to begin with. */
static bool is_one_word(const act_sentence *sentence)
{
  return sentence->end - sentence->first == 1;
}

/* A sentence that the input has parsed keeps its tree; one of plain text is read around its asides.
 */
static actant_status tag_and_parse(act_annotator *p,
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
  if (is_one_word(&a->sentences.data[sentence])) {
    a->tokens.data[a->sentences.data[sentence].first].deprel = ACT_DEP_ROOT;
    a->sentences.data[sentence].parsed = true;
    return ACTANT_OK;
  }
  TRY(act_parse(p->words, a, sentence, err));
  act_mend_tree(a, &a->sentences.data[sentence]);
  return ACTANT_OK;
}

static actant_status predict_sentence(act_annotator *p,
                                      act_annotation *a,
                                      uint32_t sentence,
                                      bool names_given,
                                      actant_error *err)
{
  TRY(tag_and_parse(p, a, sentence, err));
  act_block_kind kind = a->document->blocks.data[a->sentences.data[sentence].block].kind;
  if (!names_given && kind != ACT_BLOCK_FURNITURE)
    TRY(act_find_names(p->words, a, sentence, err));
  return act_find_lemmas(&p->lemmas, a, &a->sentences.data[sentence], err);
}

static actant_status fill(act_annotator *p,
                          const act_weights *weights,
                          act_annotation *a,
                          actant_error *err)
{
  bool names_given = false;
  if (act_strings_add(&a->strings, "", 0) == ACT_NO_STRING)
    return act_fail_memory(err, "annotate");
  if (a->document->given.count)
    TRY(act_take_given(a, &names_given, err));
  else
    TRY(split_blocks(p, weights, a, err));
  for (uint32_t i = 0; i < a->sentences.count; i++)
    TRY(predict_sentence(p, a, i, names_given, err));
  return ACTANT_OK;
}

actant_status act_annotate(act_annotators *annotators,
                           const actant_document *document,
                           act_annotation **out,
                           actant_error *err)
{
  act_annotator *annotator = NULL;
  act_annotation *a = calloc(1, sizeof *a);
  if (!a)
    return act_fail_memory(err, "annotate");
  a->document = document;
  actant_status st;
  TRY_DONE(st, act_annotator_take(annotators, &annotator, err));
  TRY_DONE(st, fill(annotator, act_annotators_weights(annotators), a, err));
  *out = a;
  a = NULL;
done:
  act_annotator_give(annotators, annotator);
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
