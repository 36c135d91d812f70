/* SPDX-License-Identifier: MIT */
/* Which treebanks teach sentences and lemmas: both that teach trees. */
#include "train/text.h"

#include "train/lemmas.h"
#include "train/sentences.h"

#include <stdio.h>

static const char *const files[] = { "ewt/en_ewt-ud-train.conllu",
                                     "gum-free/en_gum-free-train.conllu" };
enum { FILES = sizeof files / sizeof *files };

static actant_status read_treebank(const char *corpora,
                                   const char *file,
                                   act_treebank *out,
                                   actant_error *err)
{
  char path[4096];
  int n = snprintf(path, sizeof path, "%s/%s", corpora, file);
  if (n < 0 || (size_t)n >= sizeof path)
    return act_fail(err, ACTANT_ARGUMENT, "train", "the path of the corpora is too long");
  return act_treebank_read(path, out, err);
}

actant_status act_train_text(const char *corpora,
                             const char *wordnet,
                             act_model_writer *model,
                             actant_error *err)
{
  act_treebank treebanks[FILES] = { 0 };
  actant_status st = ACTANT_OK;
  for (size_t i = 0; i < FILES; i++)
    TRY_DONE(st, read_treebank(corpora, files[i], &treebanks[i], err));
  TRY_DONE(st, act_train_sentences(treebanks, FILES, model, err));
  TRY_DONE(st, act_train_lemmas(treebanks, FILES, wordnet, model, err));
done:
  for (size_t i = 0; i < FILES; i++)
    act_treebank_free(&treebanks[i]);
  return st;
}
