/* SPDX-License-Identifier: MIT */
/* Tables for a terminal: numbers to the right, in front of the names, so that a long name or one of
   another script pushes nothing out of line.  A list that is cut says so. */
#include "write/stats.h"

#include "write/caption.h"
#include "write/columns.h"
#include "write/tooltip.h"

#include <string.h>

enum { NAME_COLUMNS = 60 };

typedef struct table {
  const act_stats *stats;
  uint32_t rows; /* UINT32_MAX: all */
  act_output *out;
  act_text_builder cell;
} table;

static void pad(act_output *out, size_t columns)
{
  while (columns-- > 0)
    act_putc(out, ' ');
}

/* What the cell holds, to the right of a column. */
static void put_cell(table *t, size_t width)
{
  size_t columns = t->cell.buffer.count; /* of digits and points */
  pad(t->out, columns < width ? width - columns : 0);
  act_put(t->out, t->cell.buffer.data, columns);
  act_puts(t->out, "  ");
  act_text_clear(&t->cell);
}

static void put_number(table *t, uint64_t number, size_t width)
{
  act_text_uint(&t->cell, number);
  put_cell(t, width);
}

static void put_share(table *t, double share, size_t width)
{
  uint64_t parts = (uint64_t)(share * 10000 + 0.5);
  act_text_uint(&t->cell, parts / 10000);
  act_text_puts(&t->cell, ".");
  for (uint64_t unit = 1000; unit; unit /= 10)
    act_text_uint(&t->cell, parts / unit % 10);
  put_cell(t, width);
}

static void put_name(table *t, const char *name)
{
  act_text_cut(&t->cell, name, NAME_COLUMNS);
  act_put(t->out, t->cell.buffer.data, t->cell.buffer.count);
  act_puts(t->out, "\n");
  act_text_clear(&t->cell);
}

/* How many rows of a list are shown; those that are not are told. */
static size_t shown(const table *t, size_t count)
{
  return count < t->rows ? count : t->rows;
}

static void tell_rest(table *t, size_t count)
{
  if (shown(t, count) == count)
    return;
  act_puts(t->out, "… and ");
  act_put_uint(t->out, count - shown(t, count));
  act_puts(t->out, " more\n");
}

static void put_head(table *t)
{
  const act_stats *s = t->stats;
  static const char *const one[] = { "person", "place", "organisation" };
  static const char *const many[] = { "people", "places", "organisations" };
  act_puts(t->out, s->title);
  act_puts(t->out, "\n");
  act_subtitle(s->graph, &t->cell);
  for (size_t i = 0; i < 3; i++) {
    act_text_puts(&t->cell, i ? ", " : "\n");
    act_text_count(&t->cell, s->types[i], one[i], many[i]);
  }
  act_text_puts(&t->cell, " · ");
  act_text_count(&t->cell, s->measures->component_count, "component", "components");
  if (s->measures->community_count) {
    act_text_puts(&t->cell, ", ");
    act_text_count(&t->cell, s->measures->community_count, "community", "communities");
  }
  act_text_puts(&t->cell, " · density ");
  act_text_thousandths(&t->cell, (uint64_t)(s->density * 1000 + 0.5));
  act_put(t->out, t->cell.buffer.data, t->cell.buffer.count);
  act_puts(t->out, "\n");
  act_text_clear(&t->cell);
}

static void put_relations(table *t)
{
  size_t count = t->stats->relations.count;
  act_puts(t->out, "\n edges  sentences  relation\n");
  for (size_t i = 0; i < shown(t, count); i++) {
    const act_relation_count *row = &t->stats->relations.data[i];
    put_number(t, row->edges, 6);
    put_number(t, row->sentences, 9);
    put_name(t, row->relation);
  }
  tell_rest(t, count);
}

static void put_statuses(table *t)
{
  static const char *const names[] = { "done or so", "planned", "possible", "denied or not so" };
  act_puts(t->out, "\n edges  status\n");
  for (size_t i = 0; i < 4; i++) {
    if (t->stats->statuses[i]) {
      put_number(t, t->stats->statuses[i], 6);
      put_name(t, names[i]);
    }
  }
}

static void put_communities(table *t)
{
  size_t count = t->stats->measures->community_count;
  act_puts(t->out, "\nnumber  entities  community\n");
  for (uint32_t i = 0; i < shown(t, count); i++) {
    put_number(t, i + 1, 6);
    put_number(t, t->stats->community_size[i], 8);
    put_name(t, act_community_name(t->stats->measures, i + 1));
  }
  tell_rest(t, count);
}

static void put_node(table *t, uint32_t node)
{
  const act_measures *m = t->stats->measures;
  put_number(t, m->degree[node], 6);
  put_number(t, m->strength[node], 8);
  if (m->community_count) {
    put_share(t, m->pagerank[node], 8);
    put_share(t, m->betweenness[node], 11);
    put_number(t, m->core[node], 4);
  }
  put_number(t, m->component[node], 9);
  if (m->community_count)
    put_number(t, m->community[node], 9);
  put_name(t, act_shown_name(&t->stats->graph->nodes.data[node]));
}

static void put_nodes(table *t)
{
  const act_measures *m = t->stats->measures;
  size_t count = t->stats->graph->nodes.count;
  act_puts(t->out,
           m->community_count ? "\ndegree  weighted  PageRank  betweenness  core  component  "
                                "community  entity\n"
                              : "\ndegree  weighted  component  entity\n");
  for (size_t i = 0; i < shown(t, count); i++)
    put_node(t, t->stats->nodes[i]);
  tell_rest(t, count);
  if (m->pivots < count && m->community_count) {
    act_puts(t->out, "Betweenness is an estimate from ");
    act_put_uint(t->out, m->pivots);
    act_puts(t->out, " nodes; --pivots takes more.\n");
  }
}

bool act_stats_table(const act_stats *stats, uint32_t rows, act_output *out)
{
  table t = { .stats = stats, .rows = rows ? rows : UINT32_MAX, .out = out };
  put_head(&t);
  if (stats->graph->edges.count) {
    put_relations(&t);
    put_statuses(&t);
  }
  if (stats->measures->community_count)
    put_communities(&t);
  if (stats->graph->nodes.count)
    put_nodes(&t);
  bool ok = !t.cell.failed;
  act_text_free(&t.cell);
  return ok;
}
