/* SPDX-License-Identifier: MIT */
/* One object, a row a line, so that both jq and grep serve; names of numbers are those that they
   have as attributes in every format. */
#include "write/stats.h"

#include "write/caption.h"
#include "write/columns.h"

#include <string.h>

static void put_key(act_output *out, const char *key)
{
  act_putc(out, '"');
  act_puts(out, key);
  act_puts(out, "\": ");
}

static void put_string(act_output *out, const char *key, const char *value)
{
  put_key(out, key);
  act_put_json(out, value, strlen(value));
}

static void put_number(act_output *out, const char *key, uint64_t value)
{
  put_key(out, key);
  act_put_uint(out, value);
}

static void put_date(act_output *out, const char *key, act_date date)
{
  char text[ACT_DATE_MAX];
  if (!date.year)
    return;
  act_date_write(date, text);
  act_puts(out, ",\n ");
  put_string(out, key, text);
}

static void open_list(act_output *out, const char *key)
{
  act_puts(out, ",\n ");
  put_key(out, key);
  act_putc(out, '[');
}

static void next_row(act_output *out, size_t index)
{
  act_puts(out, index ? ",\n  " : "\n  ");
}

static bool put_head(const act_stats *stats, act_output *out)
{
  const actant_graph *graph = stats->graph;
  act_text_builder density = { 0 };
  act_text_decimal(&density, stats->density);
  act_puts(out, "{");
  put_string(out, "title", stats->title);
  const struct {
    const char *key;
    uint64_t value;
  } counts[] = { { "documents", graph->documents.count },
                 { "nodes", graph->nodes.count },
                 { "edges", graph->edges.count },
                 { "persons", stats->types[ACTANT_PERSON] },
                 { "places", stats->types[ACTANT_PLACE] },
                 { "organisations", stats->types[ACTANT_ORGANISATION] },
                 { "actual", stats->statuses[ACTANT_ACTUAL] },
                 { "planned", stats->statuses[ACTANT_PLANNED] },
                 { "possible", stats->statuses[ACTANT_POSSIBLE] },
                 { "negated", stats->statuses[ACTANT_NEGATED] },
                 { "betweenness_pivots", stats->measures->pivots } };
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
    act_puts(out, ",\n ");
    put_number(out, counts[i].key, counts[i].value);
  }
  act_puts(out, ",\n ");
  put_key(out, "density");
  act_put(out, density.buffer.data, density.buffer.count);
  bool ok = !density.failed;
  act_text_free(&density);
  put_date(out, "first_date", act_oldest(graph));
  put_date(out, "last_date", act_newest(graph));
  return ok;
}

static void put_relations(const act_stats *stats, act_output *out)
{
  open_list(out, "relations");
  for (size_t i = 0; i < stats->relations.count; i++) {
    next_row(out, i);
    act_putc(out, '{');
    put_string(out, "relation", stats->relations.data[i].relation);
    act_puts(out, ", ");
    put_number(out, "edges", stats->relations.data[i].edges);
    act_puts(out, ", ");
    put_number(out, "sentences", stats->relations.data[i].sentences);
    act_putc(out, '}');
  }
  act_putc(out, ']');
}

static void put_groups(const act_stats *stats, act_output *out)
{
  open_list(out, "components");
  for (uint32_t i = 0; i < stats->measures->component_count; i++) {
    next_row(out, i);
    act_puts(out, "{");
    put_number(out, "component", i + 1);
    act_puts(out, ", ");
    put_number(out, "nodes", stats->component_size[i]);
    act_putc(out, '}');
  }
  act_putc(out, ']');
  open_list(out, "communities");
  for (uint32_t i = 0; i < stats->measures->community_count; i++) {
    next_row(out, i);
    act_puts(out, "{");
    put_number(out, "community", i + 1);
    act_puts(out, ", ");
    put_string(out, "name", act_community_name(stats->measures, i + 1));
    act_puts(out, ", ");
    put_number(out, "nodes", stats->community_size[i]);
    act_putc(out, '}');
  }
  act_putc(out, ']');
}

static void put_node(const act_stats *stats, uint32_t node, act_text_builder *text, act_output *out)
{
  const act_node *row = &stats->graph->nodes.data[node];
  put_string(out, "id", row->id);
  act_puts(out, ", ");
  put_string(out, "name", row->name);
  act_puts(out, ", ");
  put_string(out, "entity_type", act_type_name(row->type));
  act_puts(out, ", ");
  put_number(out, "mentions", row->mentions);
  for (size_t k = 0; k < ACT_MEASURE_COLUMNS; k++) {
    act_text_clear(text);
    act_measure_text(stats->measures, k, node, text);
    if (!text->buffer.count)
      continue;
    act_puts(out, ", ");
    put_key(out, act_measure_columns[k].name);
    if (act_measure_columns[k].type == ACT_MEASURE_TEXT)
      act_put_json(out, text->buffer.data, text->buffer.count);
    else
      act_put(out, text->buffer.data, text->buffer.count);
  }
}

bool act_stats_json(const act_stats *stats, act_output *out)
{
  act_text_builder text = { 0 };
  bool ok = put_head(stats, out);
  put_relations(stats, out);
  put_groups(stats, out);
  open_list(out, "entities");
  for (size_t i = 0; i < stats->graph->nodes.count; i++) {
    next_row(out, i);
    act_putc(out, '{');
    put_node(stats, stats->nodes[i], &text, out);
    act_putc(out, '}');
  }
  act_puts(out, "]}\n");
  ok = ok && !text.failed;
  act_text_free(&text);
  return ok;
}
