/* SPDX-License-Identifier: MIT */
/* A tooltip is what SVG keeps of the evidence: who, what, how sure, and the first sentences with
   their source.  Long sentences are cut; all of them stand in the attribute `evidence`. */
#include "write/tooltip.h"

enum {
  QUOTES = 4,          /* sentences in a tooltip, or aliases */
  QUOTE_COLUMNS = 280, /* of each: a long sentence of news */
  NAME_COLUMNS = 60,
  ALIAS_COLUMNS = 34,
};

const char *act_shown_name(const act_node *node)
{
  return *node->name ? node->name : node->id;
}

/* Text for a tooltip, where Graphviz takes "&lt;" for an entity: ampersands are written as one. */
void act_text_plain(act_text_builder *out, const char *string, size_t columns)
{
  act_text_builder cut = { 0 };
  act_text_cut(&cut, string, columns);
  for (size_t i = 0; i < cut.buffer.count; i++)
    if (cut.buffer.data[i] == '&')
      act_text_puts(out, "&amp;");
    else
      act_text_put(out, &cut.buffer.data[i], 1);
  out->failed = out->failed || cut.failed;
  act_text_free(&cut);
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
  for (size_t i = 0; i < edge->evidence.count && shown < QUOTES; i++) {
    if (!edge->evidence.data[i].repeat) {
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
