/* SPDX-License-Identifier: MIT */
/* The tagger is trained five times without a fifth, to tag that fifth: the parser must learn on
 * tags as wrong as those it will get. */
#include "train/recipe.h"

#include "annotate/tagger.h"
#include "train/card.h"
#include "train/clusters.h"
#include "train/name_corpora.h"
#include "train/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

act_recipe act_recipe_default(void)
{
  return (act_recipe){
    .tagger = { 8, 20, 2, { 300, 127, 2, 20 }, 1, .slices = 1 },
    .parser = { 15, 24, 3, { 300, 127, 2, 69 }, 1, .slices = 2, .gold_last = 3 },
    .labels = { 300, 127, 2, 98 },
    .names = { 12, 21, 1, { 300, 127, 2, 0 }, 1, .slices = 1 },
    .folds = 5,
  };
}

/* Where a sentence came from. */
enum { FROM_EWT, FROM_GUM, FROM_WIKIGOLD, FROM_SILVER };
/* Of 20 sentences, one is learnt in capitals too and one in title case: headlines come so. */
enum { EACH_CASING = 20 };

typedef struct kitchen {
  const act_recipe *recipe;
  act_trainer trainer;
  act_corpus trees, ewt_dev, gum_dev, names;
  act_model_writer writer;
  act_gazetteer *gazetteer;
  act_perceptron moves, labels;
  unsigned char *clusters; /* the model's section of them */
  size_t clusters_size;
  act_card card;
} kitchen;

static actant_status path_of(const act_recipe *recipe,
                             const char *file,
                             char out[4096],
                             actant_error *err)
{
  const int n = snprintf(out, 4096, "%s/%s", recipe->corpora, file);
  return n > 0 && n < 4096
           ? ACTANT_OK
           : act_fail(err, ACTANT_ARGUMENT, stage, "the path of the corpora is too long");
}

static actant_status read_trees(const act_recipe *recipe,
                                const char *file,
                                uint8_t source,
                                act_corpus *corpus,
                                actant_error *err)
{
  char path[4096];
  TRY(path_of(recipe, file, path, err));
  return act_corpus_read_conllu(corpus, path, source, err);
}

static actant_status take_names(const act_recipe *recipe,
                                const char *file,
                                act_corpus *corpus,
                                actant_error *err)
{
  char path[4096];
  TRY(path_of(recipe, file, path, err));
  return act_corpus_take_names(corpus, path, err);
}

static actant_status read_all(kitchen *k, actant_error *err)
{
  const act_recipe *r = k->recipe;
  TRY(read_trees(r, "ewt/en_ewt-ud-train.conllu", FROM_EWT, &k->trees, err));
  TRY(take_names(r, "names/uner-ewt-train-early.iob2", &k->trees, err));
  TRY(read_trees(r, "gum-free/en_gum-free-train.conllu", FROM_GUM, &k->trees, err));
  TRY(read_trees(r, "ewt/en_ewt-ud-dev.conllu", FROM_EWT, &k->ewt_dev, err));
  TRY(take_names(r, "names/uner-ewt-dev.iob2", &k->ewt_dev, err));
  TRY(read_trees(r, "gum-free/en_gum-free-dev.conllu", FROM_GUM, &k->gum_dev, err));
  k->card.sentences = k->trees.sentences.count;
  k->card.words = k->trees.gold.count;
  act_progress("read: %zu sentences, %zu words of trees", k->card.sentences, k->card.words);
  TRY(act_corpus_add_casings(&k->trees, EACH_CASING, err));
  TRY(act_corpus_read_names(&k->names, r->corpora, FROM_WIKIGOLD, err));
  act_corpus_mark_peoples(&k->trees, k->gazetteer);
  act_corpus_mark_peoples(&k->gum_dev, k->gazetteer);
  act_corpus_mark_peoples(&k->names, k->gazetteer);
  act_progress(
    "read: %zu sentences, %zu words of names", k->names.sentences.count, k->names.gold.count);
  return act_corpus_add_casings(&k->names, EACH_CASING, err);
}

static actant_status report(kitchen *k, const char *when, actant_error *err)
{
  act_corpus *sets[] = { &k->ewt_dev, &k->gum_dev };
  static const char *const titles[] = { "EWT dev", "GUM dev" };
  k->card.set_count = 2;
  for (size_t i = 0; i < 2; i++) {
    act_scores s;
    TRY(act_measure(&k->trainer, sets[i], &s, err));
    act_progress("%s, %s: UPOS %u XPOS %u UAS %u LAS %u (%u without subtypes) names P %u R %u F %u "
                 "(PER %u LOC %u ORG %u)",
                 when,
                 titles[i],
                 s.upos,
                 s.xpos,
                 s.uas,
                 s.las,
                 s.las_plain,
                 s.name_precision,
                 s.name_recall,
                 s.name_f1,
                 s.type_f1[0],
                 s.type_f1[1],
                 s.type_f1[2]);
    k->card.sets[i].title = titles[i];
    k->card.sets[i].scores = s;
  }
  return ACTANT_OK;
}

static actant_status jackknife(kitchen *k, actant_error *err)
{
  act_trainer *t = &k->trainer;
  for (uint32_t fold = 0; fold < k->recipe->folds; fold++) {
    const act_folds folds = { k->recipe->folds, fold };
    TRY(act_train_tagger(t, &k->trees, folds, &k->recipe->tagger, &t->tagger, err));
    TRY(act_tag_corpus(t, &k->trees, folds, err));
    act_table_free(&t->tagger);
    act_progress("tagger: fold %u of %u", fold + 1, k->recipe->folds);
  }
  return ACTANT_OK;
}

/* Read the silver trees behind the gold ones and tag them: the tagger has not seen them. */
static actant_status add_silver(kitchen *k, actant_error *err)
{
  if (!k->recipe->silver)
    return ACTANT_OK;
  const size_t first = k->trees.sentences.count, words = k->trees.gold.count;
  TRY(act_corpus_read_conllu(&k->trees, k->recipe->silver, FROM_SILVER, err));
  act_corpus_mark_silver(&k->trees, first);
  for (size_t i = first; i < k->trees.sentences.count; i++)
    TRY(act_tag(&k->trainer.words, &k->trees.annotation, (uint32_t)i, err));
  k->card.silver_words = k->trees.gold.count - words;
  act_progress("read: %zu words of silver trees", k->card.silver_words);
  return ACTANT_OK;
}

static actant_status learn_trees(kitchen *k, actant_error *err)
{
  act_trainer *t = &k->trainer;
  if (!act_trainer_choose_tags(t, &k->trees))
    return act_fail(err, ACTANT_FORMAT, stage, "the treebanks have no tags");
  t->words.tagger = &t->tagger;
  t->words.moves = &t->moves;
  t->words.labels = &t->labels;
  t->words.names = &t->names;
  t->words.gazetteer = k->gazetteer;
  t->words.clusters = k->clusters;
  t->words.cluster_count = k->clusters_size / ACT_CLUSTER_BYTES;
  TRY(jackknife(k, err));
  TRY(act_train_tagger(t, &k->trees, (act_folds){ 0, 0 }, &k->recipe->tagger, &t->tagger, err));
  const size_t gold = k->trees.sentences.count;
  TRY(add_silver(k, err));
  TRY(act_train_parser(t, &k->trees, &k->recipe->parser, &k->moves, &k->labels, err));
  act_corpus_cut(&k->trees, gold);
  act_trainer_switch(t);
  TRY(act_perceptron_quantise(&k->moves, k->recipe->parser.quantiser, &t->moves, err));
  TRY(act_perceptron_quantise(&k->labels, k->recipe->labels, &t->labels, err));
  return report(k, "trees", err);
}

static actant_status learn_names(kitchen *k, actant_error *err)
{
  act_trainer *t = &k->trainer;
  TRY(act_tag_corpus(t, &k->names, (act_folds){ 0, 0 }, err));
  act_trainer_switch(t);
  TRY(act_corpus_append(&k->trees, &k->names, err));
  TRY(act_train_names(t, &k->trees, &k->recipe->names, &t->names, err));
  act_trainer_switch(t);
  return report(k, "names", err);
}

static actant_status add_card(kitchen *k, actant_error *err)
{
  const act_recipe *r = k->recipe;
  char *text = NULL;
  k->card.seed = r->tagger.seed;
  k->card.tagger_epochs = r->tagger.epochs;
  k->card.parser_epochs = r->parser.epochs;
  k->card.names_epochs = r->names.epochs;
  TRY(act_card_make(&k->card, &text, err));
  actant_status st = act_model_writer_add(&k->writer, "card", text, strlen(text), err);
  if (st == ACTANT_OK && r->card)
    st = act_save_file(r->card, text, strlen(text), err);
  free(text);
  return st;
}

static actant_status write_model(kitchen *k, actant_error *err)
{
  act_trainer *t = &k->trainer;
  TRY(add_card(k, err));
  TRY(act_model_writer_add(&k->writer, "tagger.labels", t->tag_pairs, 2 * t->tag_count, err));
  TRY(act_table_write(&t->tagger, "table.tagger", &k->writer, err));
  TRY(act_table_write(&t->moves, "table.moves", &k->writer, err));
  TRY(act_table_write(&t->labels, "table.labels", &k->writer, err));
  TRY(act_table_write(&t->names, "table.names", &k->writer, err));
  TRY(act_model_writer_add(&k->writer, "clusters", k->clusters, k->clusters_size, err));
  TRY(act_train_text(k->recipe->corpora, ACT_WORDNET_FOLDER, &k->writer, err));
  for (size_t i = 0; i < k->writer.sections.count; i++)
    act_progress(
      "section %s: %zu bytes", k->writer.sections.data[i].name, k->writer.sections.data[i].size);
  return act_model_writer_save(&k->writer, k->recipe->output, err);
}

actant_status act_recipe_run(const act_recipe *recipe, actant_error *err)
{
  actant_status st = ACTANT_OK;
  kitchen *k = calloc(1, sizeof *k);
  if (!k)
    return act_fail_memory(err, stage);
  k->recipe = recipe;
  act_corpus_init(&k->trees);
  act_corpus_init(&k->ewt_dev);
  act_corpus_init(&k->gum_dev);
  act_corpus_init(&k->names);
  TRY_DONE(st, act_gazetteer_open(&k->gazetteer, err));
  TRY_DONE(st, read_all(k, err));
  TRY_DONE(
    st,
    act_clusters_train(recipe->corpora, ACT_WORDNET_FOLDER, &k->clusters, &k->clusters_size, err));
  TRY_DONE(st, learn_trees(k, err));
  TRY_DONE(st, learn_names(k, err));
  TRY_DONE(st, write_model(k, err));
done:
  act_trainer_free(&k->trainer);
  act_perceptron_free(&k->moves);
  act_perceptron_free(&k->labels);
  act_corpus_free(&k->trees);
  act_corpus_free(&k->ewt_dev);
  act_corpus_free(&k->gum_dev);
  act_corpus_free(&k->names);
  act_model_writer_free(&k->writer);
  act_gazetteer_free(k->gazetteer);
  free(k->clusters);
  free(k);
  return st;
}
