/* SPDX-License-Identifier: MIT */
/* The relations of the vocabulary: one line of relations.tsv each, or a `relation` line of a user's
   rule file.

   Columns, separated by tabs: id, types ("PLO>PL"; "=" for ">" says that the relation is
   symmetric), family, "event" or "state", seven labels in the order of act_label_form, and what the
   relation means.  Lines that begin with '#' are comments.  A user's line gives at least the
   present form ("mentors"); what is left out is made from it in words that need no irregular verb.
*/
#include "relate/vocabulary.h"

#include <string.h>

static const char STAGE[] = "relate";

enum { COLUMNS = 5 + ACT_LABEL_COUNT };

uint32_t act_relation_find(const act_vocabulary *v, const char *id, size_t size)
{
  for (size_t i = 0; i < v->relations.count; i++)
    if (act_text_is((act_text){ id, size }, v->relations.data[i].info.id))
      return (uint32_t)i;
  return UINT32_MAX;
}

static bool read_letters(const char *bytes, size_t size, unsigned *types)
{
  static const char letters[] = "PLO";
  *types = 0;
  for (size_t i = 0; i < size; i++) {
    const char *at = bytes[i] ? strchr(letters, bytes[i]) : NULL;
    if (!at)
      return false;
    *types |= 1u << (at - letters);
  }
  return *types != 0;
}

bool act_relation_types(act_vocabulary *v, act_text types, act_relation_row *row)
{
  size_t middle = 0;
  while (middle < types.size && types.bytes[middle] != '>' && types.bytes[middle] != '=')
    middle++;
  if (middle == types.size || !read_letters(types.bytes, middle, &row->subjects) ||
      !read_letters(types.bytes + middle + 1, types.size - middle - 1, &row->objects))
    return false;
  row->info.symmetric = types.bytes[middle] == '=';
  row->info.subjects = act_arena_copy(&v->arena, types.bytes, middle);
  row->info.objects = act_arena_copy(&v->arena, types.bytes + middle + 1, types.size - middle - 1);
  return true;
}

static bool complete(const act_relation_row *row)
{
  for (size_t i = 0; i < ACT_LABEL_COUNT; i++)
    if (!row->labels[i])
      return false;
  return row->info.id && row->info.subjects && row->info.objects && row->info.family &&
         row->info.meaning;
}

static actant_status read_row(act_vocabulary *v, const act_text *cells, actant_error *err)
{
  act_relation_row row = { 0 };
  if (act_relation_find(v, cells[0].bytes, cells[0].size) != UINT32_MAX)
    return act_fail(err,
                    ACTANT_RULES,
                    STAGE,
                    "relation '%.*s' is defined twice",
                    (int)cells[0].size,
                    cells[0].bytes);
  if (!act_relation_types(v, cells[1], &row))
    return act_fail(err, ACTANT_RULES, STAGE, "expected types such as PO>L in the second column");
  row.event = act_text_is(cells[3], "event");
  if (!row.event && !act_text_is(cells[3], "state"))
    return act_fail(err, ACTANT_RULES, STAGE, "expected 'event' or 'state' in the fourth column");
  row.info.id = act_arena_copy(&v->arena, cells[0].bytes, cells[0].size);
  row.info.family = act_arena_copy(&v->arena, cells[2].bytes, cells[2].size);
  for (size_t i = 0; i < ACT_LABEL_COUNT; i++)
    row.labels[i] = act_arena_copy(&v->arena, cells[4 + i].bytes, cells[4 + i].size);
  row.info.meaning = act_arena_copy(&v->arena, cells[COLUMNS - 1].bytes, cells[COLUMNS - 1].size);
  if (!complete(&row) || !act_array_push(&v->relations, row))
    return act_fail_memory(err, STAGE);
  return ACTANT_OK;
}

static actant_status read_line(act_vocabulary *v, act_text line, actant_error *err)
{
  act_text cells[COLUMNS];
  size_t count = 0;
  const char *at = line.bytes, *end = line.bytes + line.size;
  while (count < COLUMNS) {
    const char *tab = memchr(at, '\t', (size_t)(end - at));
    const char *stop = tab ? tab : end;
    cells[count++] = (act_text){ at, (size_t)(stop - at) };
    if (!tab)
      break;
    at = tab + 1;
  }
  if (count != COLUMNS)
    return act_fail(err,
                    ACTANT_RULES,
                    STAGE,
                    "expected %d columns separated by tabs, found %d",
                    COLUMNS,
                    (int)count);
  return read_row(v, cells, err);
}

actant_status act_relations_read(act_vocabulary *v,
                                 const char *name,
                                 act_text text,
                                 actant_error *err)
{
  const char *at = text.bytes, *end = text.bytes + text.size;
  for (uint32_t number = 1; at < end; number++) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    act_text line = { at, (size_t)((stop ? stop : end) - at) };
    if (line.size && line.bytes[0] != '#') {
      actant_status st = read_line(v, line, err);
      if (st != ACTANT_OK) {
        act_error_source(err, name);
        act_error_line(err, number, 1);
        return st;
      }
    }
    at = stop ? stop + 1 : end;
  }
  return ACTANT_OK;
}

/* "will: mentors" needs no knowledge of the verb's forms. */
static const char *derive(act_vocabulary *v, const char *before, act_text present)
{
  size_t size = strlen(before);
  char *out = act_arena_alloc(&v->arena, size + present.size + 1);
  if (!out)
    return NULL;
  memcpy(out, before, size);
  memcpy(out + size, present.bytes, present.size);
  out[size + present.size] = 0;
  return out;
}

actant_status act_relation_add(act_vocabulary *v,
                               act_text id,
                               act_text types,
                               const act_text *labels,
                               size_t label_count,
                               actant_error *err)
{
  static const act_label_form given[] = {
    ACT_LABEL_PRESENT, ACT_LABEL_PAST, ACT_LABEL_PLANNED, ACT_LABEL_POSSIBLE, ACT_LABEL_NEGATED
  };
  static const char *const before[ACT_LABEL_COUNT] = { [ACT_LABEL_PAST] = "",
                                                       [ACT_LABEL_PRESENT] = "",
                                                       [ACT_LABEL_PLANNED] = "planned: ",
                                                       [ACT_LABEL_POSSIBLE_PAST] = "possibly ",
                                                       [ACT_LABEL_POSSIBLE] = "possibly ",
                                                       [ACT_LABEL_NEGATED_PAST] = "not: ",
                                                       [ACT_LABEL_NEGATED] = "not: " };
  act_relation_row row = { 0 };
  if (!act_relation_types(v, types, &row))
    return act_fail(err, ACTANT_RULES, STAGE, "expected types such as P>O or P=P");
  row.event = true;
  for (size_t i = 0; i < label_count && i < sizeof given / sizeof *given; i++)
    row.labels[given[i]] = act_arena_copy(&v->arena, labels[i].bytes, labels[i].size);
  /* what may or did not happen is worded alike, past or not, when only one form is given */
  if (row.labels[ACT_LABEL_POSSIBLE])
    row.labels[ACT_LABEL_POSSIBLE_PAST] = row.labels[ACT_LABEL_POSSIBLE];
  if (row.labels[ACT_LABEL_NEGATED])
    row.labels[ACT_LABEL_NEGATED_PAST] = row.labels[ACT_LABEL_NEGATED];
  for (size_t i = 0; i < ACT_LABEL_COUNT; i++)
    if (!row.labels[i])
      row.labels[i] = derive(v, before[i], labels[0]);
  row.info.id = act_arena_copy(&v->arena, id.bytes, id.size);
  row.info.family = "user";
  row.info.meaning = row.labels[ACT_LABEL_PRESENT];
  if (!complete(&row) || !act_array_push(&v->relations, row))
    return act_fail_memory(err, STAGE);
  return ACTANT_OK;
}
