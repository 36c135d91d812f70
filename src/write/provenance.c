/* SPDX-License-Identifier: MIT */
/* Tabs and line feeds separate: the graph's strings are clean lines and have neither.  Documents
   are told by processing instructions (XML 1.0, section 2.6), which every reader of XML passes over
   and every schema allows. */
#include "write/provenance.h"

#include "write/xml.h"

#include <string.h>

static void put_date(act_text_builder *out, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  act_text_puts(out, text);
}

static void put_node(const actant_graph *graph,
                     uint32_t node,
                     const char *name,
                     act_text_builder *out)
{
  const act_node *known = node == ACT_NO_NODE ? NULL : &graph->nodes.data[node];
  if (known)
    act_text_puts(out, known->id);
  if (*name && (!known || strcmp(name, known->name) != 0)) {
    act_text_puts(out, "=");
    act_text_puts(out, name);
  }
}

static void put_span(actant_span span, act_text_builder *out)
{
  act_text_uint(out, span.begin);
  act_text_puts(out, "-");
  act_text_uint(out, span.end);
}

static void put_spans(const act_graph_evidence *row, act_text_builder *out)
{
  if (!row->subject.end && !row->trigger.end && !row->object.end)
    return;
  put_span(row->subject, out);
  act_text_puts(out, " ");
  put_span(row->trigger, out);
  act_text_puts(out, " ");
  put_span(row->object, out);
}

static void put_row(const actant_graph *graph,
                    const char *key,
                    const act_graph_evidence *row,
                    act_text_builder *out)
{
  act_text_puts(out, key);
  act_text_puts(out, "\t");
  act_text_uint(out, row->begin);
  act_text_puts(out, "\t");
  put_date(out, row->date);
  act_text_puts(out, "\t");
  put_date(out, row->date_end);
  act_text_puts(out, "\t");
  put_node(graph, row->place, row->place_name, out);
  act_text_puts(out, "\t");
  put_node(graph, row->attributed_to, row->attributed_name, out);
  act_text_puts(out, "\t");
  act_text_thousandths(out, (uint64_t)(row->confidence * 1000 + 0.5));
  act_text_puts(out, "\t");
  act_text_puts(out, row->rule);
  act_text_puts(out, "\t");
  put_spans(row, out);
  if (row->repeat)
    act_text_puts(out, "\tagain");
  else if (!*row->text)
    act_text_puts(out, "\tempty");
}

void act_provenance(const actant_graph *graph,
                    const act_document_ids *ids,
                    const act_edge *edge,
                    act_text_builder *out)
{
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const act_graph_evidence *row = &edge->evidence.data[i];
    if (i)
      act_text_puts(out, "\n");
    put_row(graph, act_document_id(ids, row->document), row, out);
  }
}

void act_node_documents(const act_document_ids *ids, const act_node *node, act_text_builder *out)
{
  for (size_t i = 0; i < node->documents.count; i++) {
    if (i)
      act_text_puts(out, "\n");
    act_text_puts(out, act_document_id(ids, node->documents.data[i]));
  }
}

void act_put_documents(act_output *out, const actant_graph *graph, const char *indent)
{
  for (size_t i = 0; i < graph->documents.count; i++) {
    const act_graph_document *document = &graph->documents.data[i];
    char date[ACT_DATE_MAX];
    act_date_write(document->date, date);
    act_puts(out, indent);
    act_puts(out, "<?actant-document");
    act_put_xml_attribute(out, "name", document->name);
    if (*document->title)
      act_put_xml_attribute(out, "title", document->title);
    if (*document->url)
      act_put_xml_attribute(out, "url", document->url);
    if (*date)
      act_put_xml_attribute(out, "date", date);
    act_puts(out, "?>\n");
  }
}
