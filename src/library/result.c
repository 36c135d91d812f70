/* SPDX-License-Identifier: MIT */
/*
 * What of a document's entities and statements is shown, and the public accessors.  Shown are named
 * entities, unnamed ones on request, and never those known from a byline or credit alone;
 * statements follow their parties.  A hidden place or source of a statement is left out of it.
 */
#include "library/pipeline.h"

#include <stdlib.h>
#include <string.h>

void actant_extract_options_init(actant_extract_options *options)
{
  memset(options, 0, sizeof *options);
}

/* ------------------------------------------------------------------------------------- choosing */

static bool is_shown(const act_entity *entity, const actant_extract_options *options)
{
  return !entity->author && entity->mentions.count > 0 && (entity->named || options->unnamed);
}

static bool show_entities(actant_result *r, const actant_extract_options *options)
{
  size_t count = r->resolution->entities.count;
  r->shown = act_arena_zalloc(&r->arena, count, sizeof *r->shown);
  r->public_index = act_arena_zalloc(&r->arena, count, sizeof *r->public_index);
  if (!r->shown || !r->public_index)
    return false;
  for (size_t i = 0; i < count; i++) {
    r->public_index[i] = ACTANT_NONE;
    if (is_shown(&r->resolution->entities.data[i], options)) {
      r->public_index[i] = r->shown_count;
      r->shown[r->shown_count++] = (uint32_t)i;
    }
  }
  return true;
}

static actant_mention public_mention(const act_resolution *resolution, uint32_t index)
{
  const act_mention *m = &resolution->mentions.data[index];
  const act_token *tokens = resolution->annotation->tokens.data;
  return (actant_mention){ { tokens[m->first].begin, tokens[m->end - 1].end }, m->form };
}

static bool show_mentions(actant_result *r)
{
  const act_resolution *resolution = r->resolution;
  size_t total = 0, next = 0;
  for (size_t i = 0; i < r->shown_count; i++)
    total += resolution->entities.data[r->shown[i]].mentions.count;
  r->mentions = act_arena_zalloc(&r->arena, total, sizeof *r->mentions);
  r->first_mention = act_arena_zalloc(&r->arena, r->shown_count, sizeof *r->first_mention);
  if (!r->mentions || !r->first_mention)
    return false;
  for (size_t i = 0; i < r->shown_count; i++) {
    const act_entity *entity = &resolution->entities.data[r->shown[i]];
    r->first_mention[i] = next;
    for (size_t m = 0; m < entity->mentions.count; m++)
      r->mentions[next++] = public_mention(resolution, entity->mentions.data[m]);
  }
  return true;
}

static bool show_statements(actant_result *r)
{
  size_t count = r->statements->items.count;
  r->shown_statements = act_arena_zalloc(&r->arena, count, sizeof *r->shown_statements);
  r->dates = act_arena_zalloc(&r->arena, count, sizeof *r->dates);
  if (!r->shown_statements || !r->dates)
    return false;
  for (size_t i = 0; i < count; i++) {
    const act_statement *s = &r->statements->items.data[i];
    if (r->public_index[s->subject] == ACTANT_NONE || r->public_index[s->object] == ACTANT_NONE)
      continue;
    act_date_write(s->date, r->dates[r->statement_count].date);
    act_date_write(s->date_end, r->dates[r->statement_count].date_end);
    r->shown_statements[r->statement_count++] = (uint32_t)i;
  }
  return true;
}

actant_status act_result_show(actant_result *r,
                              const actant_extract_options *options,
                              actant_error *err)
{
  if (!show_entities(r, options) || !show_mentions(r) || !show_statements(r))
    return act_fail_memory(err, "show");
  return ACTANT_OK;
}

/* ------------------------------------------------------------------------------- making and
 * freeing */

actant_status actant_extract(const actant_model *model,
                             actant_document **document,
                             const actant_extract_options *options,
                             actant_result **out,
                             actant_error *err)
{
  actant_extract_options defaults;
  actant_extract_options_init(&defaults);
  if (!options)
    options = &defaults;
  actant_result *result = calloc(1, sizeof *result);
  if (!result)
    return act_fail_memory(err, "extract");
  result->model = model;
  result->document = *document;
  actant_status st = act_chain_run(act_chain_for(options), result, options, err);
  if (st != ACTANT_OK) {
    result->document = NULL; /* stays the caller's */
    actant_result_free(result);
    return st;
  }
  *document = NULL;
  *out = result;
  return ACTANT_OK;
}

void actant_result_free(actant_result *result)
{
  if (!result)
    return;
  act_arena_free(&result->arena);
  act_statements_free(result->statements);
  act_resolution_free(result->resolution);
  act_annotation_delete(result->annotation);
  actant_document_free(result->document);
  free(result);
}

const actant_document *actant_result_document(const actant_result *result)
{
  return result->document;
}

/* ----------------------------------------------------------------------------------------
 * accessors */

size_t actant_entity_count(const actant_result *result)
{
  return result->shown_count;
}

actant_entity actant_entity_at(const actant_result *result, size_t index)
{
  const act_entity *e = &result->resolution->entities.data[result->shown[index]];
  return (actant_entity){
    .id = e->id,
    .name = e->name,
    .type = e->type,
    .named = e->named,
    .role = e->role,
    .iso = e->iso,
    .wikidata = e->wikidata,
    .ids = e->ids,
    .alias_count = e->aliases.count,
    .aliases = e->aliases.data,
    .mention_count = e->mentions.count,
    .mentions = result->mentions + result->first_mention[index],
  };
}

size_t actant_statement_count(const actant_result *result)
{
  return result->statement_count;
}

static size_t public_entity(const actant_result *result, uint32_t entity)
{
  return entity == ACT_NO_ENTITY ? ACTANT_NONE : result->public_index[entity];
}

actant_statement actant_statement_at(const actant_result *result, size_t index)
{
  const act_statement *s = &result->statements->items.data[result->shown_statements[index]];
  const act_shown_dates *dates = &result->dates[index];
  size_t known = act_vocabulary_count(result->model->vocabulary);
  bool open = s->relation >= known;
  return (actant_statement){
    .subject = result->public_index[s->subject],
    .object = result->public_index[s->object],
    .relation = open ? ACTANT_NONE : s->relation,
    .relation_id = open ? result->statements->open.data[s->relation - known].id
                        : actant_relation_at(result->model, s->relation).id,
    .open = open,
    .status = s->status,
    .label = s->label,
    .date = dates->date[0] ? dates->date : NULL,
    .date_end = dates->date_end[0] ? dates->date_end : NULL,
    .place = public_entity(result, s->place),
    .attributed_to = public_entity(result, s->attributed_to),
    .confidence = s->confidence / 1000.0,
    .rule = s->rule,
    .evidence_count = s->evidence.count,
    .evidence = s->evidence.data,
  };
}
