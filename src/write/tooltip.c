/* SPDX-License-Identifier: MIT */
/* A tooltip is what SVG keeps of the evidence: who, what, how sure, and the first sentences with
   their source.  Long sentences are cut; all of them stand in the attribute `evidence`. */
#include "write/tooltip.h"

#include "write/caption.h"
#include "write/columns.h"

#include <string.h>

enum {
  QUOTES = 4,          /* sentences in a tooltip, or aliases */
  QUOTE_COLUMNS = 280, /* of each: a long sentence of news */
  NAME_COLUMNS = 60,
  ALIAS_COLUMNS = 34,
  ROWS = 64, /* of evidence that are looked at for different sentences */
};

const char *act_shown_name(const act_node *node)
{
  return *node->name ? node->name : node->id;
}

/* Text for a tooltip, where Graphviz takes "&lt;" for an entity: ampersands are written as one. */
void act_text_plain(act_text_builder *out, const char *string, size_t columns)
{
  size_t size = strlen(string), next, end = act_fit(string, size, columns, &next);
  for (size_t at = 0; at < end;) {
    const char *found = memchr(string + at, '&', end - at);
    size_t n = found ? (size_t)(found - string) - at : end - at;
    act_text_put(out, string + at, n);
    if (found)
      act_text_put(out, "&amp;", 5);
    at += n + (found != NULL);
  }
  if (next < size)
    act_text_puts(out, "…");
}

void act_node_tooltip(const act_node *node, act_text_builder *out)
{
  act_text_plain(out, act_shown_name(node), QUOTE_COLUMNS);
  act_text_puts(out, " (");
  act_text_puts(out, act_type_name(node->type));
  act_text_puts(out, ")");
  if (*node->role) {
    act_text_puts(out, "\n");
    act_text_plain(out, node->role, QUOTE_COLUMNS);
  }
  act_text_puts(out, "\n");
  act_text_count(out, node->mentions, "mention", "mentions");
  if (node->documents.count > 1) {
    act_text_puts(out, " in ");
    act_text_count(out, node->documents.count, "document", "documents");
  }
  for (size_t i = 0; i < node->aliases.count && i < QUOTES; i++) {
    act_text_puts(out, i ? ", " : "\nalso: ");
    act_text_plain(out, node->aliases.data[i], ALIAS_COLUMNS);
  }
}

/* One of the circumstances, after a line break or a dot. */
static void put_circumstance(act_text_builder *out,
                             const char *before,
                             const char *string,
                             bool *any)
{
  if (!*string)
    return;
  act_text_puts(out, *any ? " · " : "\n");
  act_text_puts(out, before);
  act_text_plain(out, string, QUOTE_COLUMNS);
  *any = true;
}

/* When, where, and who says so. */
static void put_circumstances(const actant_graph *graph,
                              const act_edge *edge,
                              act_text_builder *out)
{
  static const struct {
    const char *before;
    act_edge_column *column;
  } columns[] = { { "", act_edge_places }, { "according to ", act_edge_sources } };
  act_text_builder text = { 0 };
  bool any = false;
  if (edge->first.year)
    act_period(edge->first, edge->last, &text);
  for (size_t i = 0; i <= 2; i++) {
    const char *value = act_text_get(&text);
    if (value)
      put_circumstance(out, i ? columns[i - 1].before : "", value, &any);
    act_text_clear(&text);
    if (i < 2)
      columns[i].column(graph, edge, &text);
  }
  out->failed = out->failed || text.failed;
  act_text_free(&text);
}

static void put_quote(const actant_graph *graph,
                      const act_graph_evidence *row,
                      act_text_builder *out)
{
  const act_graph_document *document = &graph->documents.data[row->document];
  act_text_puts(out, "\n“");
  act_text_plain(out, row->text, QUOTE_COLUMNS);
  act_text_puts(out, "”");
  if (*document->title) {
    act_text_puts(out, " — ");
    act_text_plain(out, document->title, 80);
  }
  if (document->date.year) {
    act_text_puts(out, *document->title ? ", " : " — ");
    act_text_date(out, document->date);
  }
}

/* Whether a sentence, or the same words of another document, came before. */
static bool is_quoted(const act_edge *edge, size_t index)
{
  const act_graph_evidence *rows = edge->evidence.data;
  bool found = rows[index].repeat;
  for (size_t i = 0; i < index && !found; i++)
    found = rows[i].text == rows[index].text; /* interned */
  return found;
}

void act_edge_tooltip(const actant_graph *graph, const act_edge *edge, act_text_builder *out)
{
  size_t shown = 0;
  act_text_plain(out, act_shown_name(&graph->nodes.data[edge->source]), NAME_COLUMNS);
  act_text_puts(out, " – ");
  act_text_plain(out, *edge->label ? edge->label : edge->relation, NAME_COLUMNS);
  act_text_puts(out, " – ");
  act_text_plain(out, act_shown_name(&graph->nodes.data[edge->target]), NAME_COLUMNS);
  act_text_puts(out, " (");
  if (edge->status != ACTANT_ACTUAL) {
    act_text_puts(out, act_modality_name(edge->status));
    act_text_puts(out, ", ");
  }
  act_text_count(out, edge->support, "sentence)", "sentences)");
  put_circumstances(graph, edge, out);
  for (size_t i = 0; i < edge->evidence.count && i < ROWS && shown < QUOTES; i++) {
    if (!is_quoted(edge, i)) {
      put_quote(graph, &edge->evidence.data[i], out);
      shown++;
    }
  }
  if (edge->support > shown) {
    act_text_puts(out, "\n… and ");
    act_text_uint(out, edge->support - shown);
    act_text_puts(out, " more");
  }
}
