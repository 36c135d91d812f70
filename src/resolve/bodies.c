/* SPDX-License-Identifier: MIT */
/*
  An organ names its body: a text that tells of the European Council tells of the European Union,
  and of the Security Council of the United Nations.  A body that the source knows as the parent of
  a named organ, and that the text itself never names, becomes an entity behind the organ, with the
  organ's first mention for its own.  (That mention still means the organ alone.)
*/
#include "resolve/resolver.h"

#include <string.h>

/* Ids of the table of principal organs; what is merely affiliated, such as an agency with a seat of
   its own, does not name its body. */
#define ORGAN "organ:"

static bool has_record(const act_resolution *out, uint32_t record)
{
  for (size_t i = 0; i < out->entities.count; i++)
    if (out->entities.data[i].record == record)
      return true;
  return false;
}

/* The body of an organ, when the text does not name it; or ACT_NO_RECORD. */
static uint32_t unnamed_body(const act_resolution *out, const act_entity *organ)
{
  if (!organ->named || organ->author || organ->type != ACTANT_ORGANISATION ||
      organ->record == ACT_NO_RECORD || !organ->mentions.count)
    return ACT_NO_RECORD;
  const act_record *record = act_gazetteer_record(out->gazetteer, organ->record);
  uint32_t parent = record->parent;
  if (strncmp(record->id, ORGAN, strlen(ORGAN)) != 0 || parent == ACT_NO_RECORD ||
      has_record(out, parent) ||
      act_gazetteer_record(out->gazetteer, parent)->kind != ACT_RECORD_ORGANISATION)
    return ACT_NO_RECORD;
  return parent;
}

/* Insert the body behind the organ and renumber what refers to the entities behind it. */
static bool insert_body(act_resolution *out, uint32_t organ, uint32_t parent)
{
  const act_record *record = act_gazetteer_record(out->gazetteer, parent);
  act_entity body = { .type = ACTANT_ORGANISATION,
                      .name = record->name,
                      .wikidata = record->wikidata,
                      .record = parent,
                      .named = true };
  uint32_t at = organ + 1, mention = out->entities.data[organ].mentions.data[0];
  if (!act_array_push(&body.mentions, mention))
    return false;
  if (!act_array_reserve(&out->entities, out->entities.count + 1)) {
    act_array_free(&body.mentions);
    return false;
  }
  memmove(out->entities.data + at + 1,
          out->entities.data + at,
          (out->entities.count - at) * sizeof *out->entities.data);
  out->entities.data[at] = body;
  out->entities.count++;
  for (size_t i = 0; i < out->referents.count; i++)
    out->referents.data[i] +=
      out->referents.data[i] != ACT_NO_ENTITY && out->referents.data[i] >= at;
  for (size_t i = 0; i < out->roles.count; i++) {
    act_role *role = &out->roles.data[i];
    role->holder += role->holder != ACT_NO_ENTITY && role->holder >= at;
    role->of += role->of != ACT_NO_ENTITY && role->of >= at;
  }
  return true;
}

bool act_add_bodies(act_resolution *out)
{
  if (!out->gazetteer)
    return true;
  for (uint32_t i = 0; i < out->entities.count; i++) {
    uint32_t parent = unnamed_body(out, &out->entities.data[i]);
    if (parent != ACT_NO_RECORD && !insert_body(out, i, parent))
      return false;
  }
  return true;
}
