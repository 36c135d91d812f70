/* SPDX-License-Identifier: MIT */
/* Documents are called by what the user called them: the path, or the id of a line.  Two may share
   that (a folder read twice, standard input); then the later are numbered, past names that look
   like numbered ones. */
#include "graph/document_ids.h"

#include <string.h>

static const char stage[] = "graph";

/* "name#number", without a number for 1. */
static bool put_id(const char *name, uint32_t number, act_buffer *out)
{
  char digits[12] = "#";
  size_t n = sizeof digits;
  out->count = 0;
  if (!act_buffer_put(out, name, strlen(name)))
    return false;
  if (number == 1)
    return true;
  for (uint32_t rest = number; rest; rest /= 10)
    digits[--n] = (char)('0' + rest % 10);
  return act_buffer_put(out, "#", 1) && act_buffer_put(out, digits + n, sizeof digits - n);
}

static bool add(const char *name, act_document_ids *ids, act_buffer *id)
{
  uint32_t last = act_map_get(&ids->next, (uintptr_t)name);
  uint32_t number = last == ACT_NO_VALUE ? 1 : last + 1;
  for (;; number++) {
    if (!put_id(name, number, id))
      return false;
    if (act_strings_find(&ids->strings, id->data, id->count) == ACT_NO_STRING)
      break;
  }
  return act_strings_add(&ids->strings, id->data, id->count) != ACT_NO_STRING &&
         act_map_set(&ids->next, (uintptr_t)name, number);
}

actant_status act_document_ids_add(act_document_ids *ids, const char *name, actant_error *err)
{
  act_buffer id = { 0 };
  bool ok = act_strings_add(&ids->strings, "", 0) != ACT_NO_STRING && add(name, ids, &id);
  act_array_free(&id);
  return ok ? ACTANT_OK : act_fail_memory(err, stage);
}

actant_status act_document_ids_make(const actant_graph *graph,
                                    act_document_ids *out,
                                    actant_error *err)
{
  act_document_ids made = { .strings = { .slots = NULL } };
  actant_status st = ACTANT_OK;
  for (size_t i = 0; st == ACTANT_OK && i < graph->documents.count; i++)
    st = act_document_ids_add(&made, graph->documents.data[i].name, err);
  if (st == ACTANT_OK)
    *out = made;
  else
    act_document_ids_free(&made);
  return st;
}

const char *act_document_id(const act_document_ids *ids, uint32_t document)
{
  return act_strings_get(&ids->strings, document + 1);
}

uint32_t act_document_ids_find(const act_document_ids *ids, const char *id, size_t size)
{
  uint32_t number = act_strings_find(&ids->strings, id, size);
  return number && number != ACT_NO_STRING ? number - 1 : UINT32_MAX;
}

void act_document_ids_free(act_document_ids *ids)
{
  act_strings_free(&ids->strings);
  act_map_free(&ids->next);
}
