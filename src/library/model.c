/* SPDX-License-Identifier: MIT */
/* A model is three read-only parts, each opened and checked by its own stage: weights, names,
 * relations with their rules. */
#include "library/model.h"

#include "lexicon/lexicon.h"

#include <stdlib.h>
#include <string.h>

const char *actant_version(void)
{
  return ACTANT_VERSION;
}

void actant_model_options_init(actant_model_options *options)
{
  memset(options, 0, sizeof *options);
}

static bool is_model(const char *name)
{
  size_t size = strlen(name);
  return size > 6 && !strcmp(name + size - 6, ".model");
}

static actant_status open_embedded(act_weights **out, actant_error *err)
{
  for (size_t i = 0; i < act_embedded_count(); i++) {
    act_embedded file = act_embedded_at(i);
    if (is_model(file.name))
      return act_weights_open_embedded(file.data, file.size, out, err);
  }
  return act_fail(err, ACTANT_MODEL, "model", "no model is built in; give a model file");
}

static actant_status open_weights(const actant_model_options *options,
                                  act_weights **out,
                                  actant_error *err)
{
  if (!options->data)
    return open_embedded(out, err);
  return act_weights_open(options->data, options->size, false, out, err);
}

static actant_status open_gazetteer(const actant_model_options *options,
                                    act_gazetteer **out,
                                    actant_error *err)
{
  if (!options->name_count)
    return act_gazetteer_open(out, err);
  act_embedded *tables = calloc(options->name_count, sizeof *tables);
  if (!tables)
    return act_fail_memory(err, "model");
  for (size_t i = 0; i < options->name_count; i++)
    tables[i] = (act_embedded){ options->name_files ? options->name_files[i] : "names",
                                options->names[i],
                                strlen(options->names[i]) };
  actant_status st = act_gazetteer_open_with(tables, options->name_count, out, err);
  free(tables);
  return st;
}

actant_status actant_model_open(const actant_model_options *options,
                                actant_model **out,
                                actant_error *err)
{
  actant_model_options defaults;
  actant_model_options_init(&defaults);
  if (!options)
    options = &defaults;
  actant_model *model = calloc(1, sizeof *model);
  if (!model)
    return act_fail_memory(err, "model");
  actant_status st;
  TRY_DONE(st, open_weights(options, &model->weights, err));
  TRY_DONE(st, open_gazetteer(options, &model->gazetteer, err));
  TRY_DONE(st, act_annotators_new(model->weights, model->gazetteer, &model->annotators, err));
  TRY_DONE(st, act_vocabulary_open(options, &model->vocabulary, err));
  *out = model;
  return ACTANT_OK;
done:
  actant_model_free(model);
  return st;
}

void actant_model_free(actant_model *model)
{
  if (!model)
    return;
  act_annotators_free(model->annotators);
  act_vocabulary_free(model->vocabulary);
  act_gazetteer_free(model->gazetteer);
  act_weights_free(model->weights);
  free(model);
}

const char *actant_model_card(const actant_model *model)
{
  return act_weights_card(model->weights);
}

size_t actant_relation_count(const actant_model *model)
{
  return act_vocabulary_count(model->vocabulary);
}

actant_relation actant_relation_at(const actant_model *model, size_t index)
{
  return act_vocabulary_at(model->vocabulary, index);
}
