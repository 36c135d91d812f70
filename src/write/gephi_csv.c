/* SPDX-License-Identifier: MIT */
/* The two tables that Gephi's spreadsheet importer takes, and any program for tables.  Gephi keeps
   parallel edges when their kinds differ, and drops an edge of weight 0; names of its own columns
   (Id, Label, Weight …) are not used for anything else. */
#include "write/csv.h"

#include "write/columns.h"

static void put_node(act_csv *file, size_t index)
{
  const act_node *node = &file->job->graph->nodes.data[index];
  act_csv_text(file, node->id);
  act_csv_text(file, node->name);
  act_csv_text(file, act_type_name(node->type));
  act_csv_text(file, node->role);
  act_node_aliases(node, &file->text);
  act_csv_built(file);
  act_csv_text(file, node->iso);
  act_csv_text(file, node->wikidata);
  act_csv_uint(file, node->mentions);
  act_csv_date(file, node->first);
  act_csv_date(file, node->last);
  for (size_t i = 0; i < node->documents.count; i++) {
    act_text_puts(&file->text, i ? " | " : "");
    act_text_puts(&file->text, act_document_id(&file->ids, node->documents.data[i]));
  }
  act_csv_built(file);
  act_csv_measures(file, index);
  act_csv_end_line(file);
}

static void put_nodes(act_csv *file)
{
  act_puts(
    &file->out,
    "Id,Label,entity_type,role,aliases,iso,wikidata,mentions,first_date,last_date,documents");
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    act_putc(&file->out, ',');
    act_puts(&file->out, act_measure_columns[i].name);
  }
  act_putc(&file->out, '\n');
  for (size_t i = 0; i < file->job->graph->nodes.count; i++)
    put_node(file, i);
}

/* The documents of the sentences, a line each, as the sentences are. */
static void put_sources(act_csv *file, const act_edge *edge)
{
  bool first = true;
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const act_graph_evidence *row = &edge->evidence.data[i];
    if (!act_is_sentence(row))
      continue;
    act_text_puts(&file->text, first ? "" : "\n");
    act_text_puts(&file->text, act_document_id(&file->ids, row->document));
    first = false;
  }
  act_csv_built(file);
}

static void put_edge(act_csv *file, size_t index)
{
  const actant_graph *graph = file->job->graph;
  const act_edge *edge = &graph->edges.data[index];
  act_csv_text(file, graph->nodes.data[edge->source].id);
  act_csv_text(file, graph->nodes.data[edge->target].id);
  act_csv_text(file, "Directed");
  act_text_puts(&file->text, edge->relation);
  act_text_puts(&file->text, act_kind_ending(edge->status));
  act_csv_built(file);
  act_text_puts(&file->text, "e");
  act_text_uint(&file->text, index + 1);
  act_csv_built(file);
  act_csv_text(file, edge->label);
  act_csv_uint(file, edge->support ? edge->support : 1);
  act_csv_text(file, edge->relation);
  act_csv_text(file, edge->family);
  act_csv_text(file, edge->symmetric ? "true" : "false");
  act_csv_text(file, act_modality_name(edge->status));
  act_csv_uint(file, edge->support);
  act_csv_decimal(file, edge->confidence);
  act_csv_date(file, edge->first);
  act_csv_date(file, edge->last);
  for (size_t i = 0; i < ACT_EDGE_COLUMNS; i++) {
    act_edge_columns[i].column(graph, edge, &file->text);
    act_csv_built(file);
  }
  put_sources(file, edge);
  act_csv_end_line(file);
}

static void put_edges(act_csv *file)
{
  act_puts(&file->out,
           "Source,Target,Type,Kind,Id,Label,Weight,relation,family,symmetric,status,support,"
           "confidence,first_date,last_date");
  for (size_t i = 0; i < ACT_EDGE_COLUMNS; i++) {
    act_putc(&file->out, ',');
    act_puts(&file->out, act_edge_columns[i].name);
  }
  act_puts(&file->out, ",evidence_documents\n");
  for (size_t i = 0; i < file->job->graph->edges.count; i++)
    put_edge(file, i);
}

actant_status act_write_gephi_csv(const act_job *job, const actant_files *files, actant_error *err)
{
  static const act_csv_pair pair = { { "-nodes.csv", "-edges.csv" }, { put_nodes, put_edges } };
  return act_csv_write(job, files, &pair, err);
}
