/* SPDX-License-Identifier: MIT */
/*
  The examples among the rules, tried: each is an article of its own, read and extracted like any.
  A positive one holds when the relation is stated between its names with its status; a negative one
  when its relation is not stated at all, between whomever.
*/
#include "library/model.h"

#include "graph/graph.h"
#include "relate/vocabulary.h"

#include <string.h>

static actant_status extract_text(const actant_model *model,
                                  const act_rule_example *example,
                                  actant_result **out,
                                  actant_error *err)
{
  actant_read_options options;
  actant_read_options_init(&options);
  options.format = "text";
  options.name = example->file;
  actant_reader *reader = NULL;
  actant_document *document = NULL;
  actant_status st = ACTANT_OK;
  TRY_DONE(st, actant_reader_open(example->text, strlen(example->text), &options, &reader, err));
  TRY_DONE(st, actant_reader_next(reader, &document, err));
  TRY_DONE(st, actant_extract(model, &document, NULL, out, err));
done:
  actant_document_free(document);
  actant_reader_free(reader);
  return st;
}

static bool is_named(actant_entity entity, const char *name)
{
  bool named = !strcmp(entity.name, name);
  for (size_t i = 0; i < entity.alias_count && !named; i++)
    named = !strcmp(entity.aliases[i], name);
  return named;
}

static bool is_stated(const actant_result *result, const act_rule_example *example, const char *id)
{
  const char *status = example->status ? example->status : act_modality_name(ACTANT_ACTUAL);
  for (size_t i = 0; i < actant_statement_count(result); i++) {
    actant_statement s = actant_statement_at(result, i);
    if (strcmp(s.relation_id, id) != 0)
      continue;
    if (!example->positive)
      return true;
    if (is_named(actant_entity_at(result, s.subject), example->subject) &&
        is_named(actant_entity_at(result, s.object), example->object) &&
        !strcmp(act_modality_name(s.status), status))
      return true;
  }
  return false;
}

static actant_status try_one(const actant_model *model,
                             const act_rule_example *example,
                             actant_example_visit *visit,
                             void *context,
                             actant_error *err)
{
  actant_result *result = NULL;
  const char *relation = act_vocabulary_at(model->vocabulary, example->relation).id;
  TRY(extract_text(model, example, &result, err));
  const bool stated = is_stated(result, example, relation);
  actant_result_free(result);
  visit(context,
        &(actant_example){ .file = example->file,
                           .line = example->line,
                           .text = example->text,
                           .relation = relation,
                           .subject = example->subject,
                           .object = example->object,
                           .positive = example->positive,
                           .held = stated == example->positive });
  return ACTANT_OK;
}

actant_status actant_rules_check(const actant_model *model,
                                 const char *file,
                                 actant_example_visit *visit,
                                 void *context,
                                 actant_error *err)
{
  const act_vocabulary *v = model->vocabulary;
  for (size_t i = 0; i < v->examples.count; i++) {
    const act_rule_example *example = &v->examples.data[i];
    if (!file || !strcmp(file, example->file))
      TRY(try_one(model, example, visit, context, err));
  }
  return ACTANT_OK;
}
