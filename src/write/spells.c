/* SPDX-License-Identifier: MIT */
/* Spells that overlap or touch are one, since Gephi keeps a set of intervals for an element.  The
   last day that a file can name is the end of the year 9999. */
#include "write/spells.h"

static int32_t last_day(act_date date)
{
  if (!date.month)
    date.month = 12;
  if (!date.day)
    date.day = (uint8_t)act_date_month_days(date.year, date.month);
  return act_date_to_days(date);
}

static act_spell spell_of(const act_graph_evidence *row)
{
  const int32_t most = act_date_to_days((act_date){ 9999, 12, 31 });
  act_date from = row->date.year ? row->date : row->date_end;
  act_date to = row->date_end.year ? row->date_end : row->date;
  act_spell spell = { act_date_to_days(from), last_day(to) };
  if (spell.end < spell.begin) /* a period told the wrong way round */
    spell = (act_spell){ act_date_to_days(to), last_day(from) };
  spell.end += spell.end < most;
  return spell;
}

static int by_begin(const void *left, const void *right)
{
  const act_spell *a = left, *b = right;
  if (a->begin != b->begin)
    return a->begin < b->begin ? -1 : 1;
  return a->end < b->end ? -1 : a->end > b->end;
}

static void join(act_spells *spells)
{
  size_t kept = 0;
  for (size_t i = 1; i < spells->count; i++) {
    act_spell *last = &spells->data[kept], next = spells->data[i];
    if (next.begin > last->end)
      spells->data[++kept] = next;
    else if (next.end > last->end)
      last->end = next.end;
  }
  spells->count = spells->count ? kept + 1 : 0;
}

bool act_find_spells(const act_edge *edge, act_spells *out)
{
  out->count = 0;
  if (!edge->first.year)
    return true;
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const act_graph_evidence *row = &edge->evidence.data[i];
    if ((row->date.year || row->date_end.year) && !act_array_push(out, spell_of(row)))
      return false;
  }
  if (out->count > 1)
    qsort(out->data, out->count, sizeof *out->data, by_begin);
  join(out);
  return true;
}

bool act_has_spells(const actant_graph *graph)
{
  for (size_t i = 0; i < graph->edges.count; i++)
    if (graph->edges.data[i].first.year)
      return true;
  return false;
}
