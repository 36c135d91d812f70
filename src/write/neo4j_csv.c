/* SPDX-License-Identifier: MIT */
/* The tables that `neo4j-admin database import` and apoc.import.csv take, with the types of columns
   in their headers (Neo4j Operations Manual, "CSV header format").  A list is one field with ";"
   between, and the importer knows no way to have a ";" in a list: there it becomes the full-width
   "；". Fields hold no line breaks, which the importer refuses unless it is told. */
#include "write/csv.h"

#include "write/columns.h"
#include "write/neo4j.h"

const char *act_neo4j_label(actant_entity_type type)
{
  static const char *const labels[] = { "Person", "Place", "Organisation" };
  return labels[type];
}

void act_neo4j_type(const char *relation, act_text_builder *out)
{
  size_t start = out->buffer.count;
  for (; *relation; relation++) {
    char c = *relation;
    if (c >= 'a' && c <= 'z')
      c = (char)(c - 'a' + 'A');
    else if ((unsigned char)c < 0x80 && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9'))
      c = '_';
    act_text_put(out, &c, 1);
  }
  if (out->buffer.count == start)
    act_text_puts(out, "RELATED");
}

static void add_item(act_csv *file, const char *bytes, size_t size, bool first)
{
  if (!first)
    act_text_puts(&file->text, ";");
  for (size_t from = 0; from < size;) {
    const char *found = memchr(bytes + from, ';', size - from);
    size_t n = found ? (size_t)(found - bytes) - from : size - from;
    act_text_put(&file->text, bytes + from, n);
    act_text_puts(&file->text, found ? "；" : "");
    from += n + (found != NULL);
  }
}

/* The list that was made. */
static void put_list(act_csv *file)
{
  for (size_t i = 0; i < file->list.rows.count; i++)
    add_item(file, file->list.rows.data[i].bytes, file->list.rows.data[i].size, i == 0);
  act_csv_built(file);
}

static void put_node(act_csv *file, size_t index)
{
  const act_node *node = &file->job->graph->nodes.data[index];
  act_csv_text(file, node->id);
  act_csv_text(file, node->name);
  act_csv_text(file, act_type_name(node->type));
  act_csv_text(file, node->role);
  act_list_aliases(node, &file->list);
  put_list(file);
  act_csv_text(file, node->iso);
  act_csv_text(file, node->wikidata);
  act_csv_uint(file, node->mentions);
  act_csv_date(file, node->first);
  act_csv_date(file, node->last);
  for (size_t i = 0; i < node->documents.count; i++) {
    const char *id = act_document_id(&file->ids, node->documents.data[i]);
    add_item(file, id, strlen(id), i == 0);
  }
  act_csv_built(file);
  act_csv_measures(file, index);
  act_text_puts(&file->text, "Entity;");
  act_text_puts(&file->text, act_neo4j_label(node->type));
  act_csv_built(file);
  act_csv_end_line(file);
}

static void put_nodes(act_csv *file)
{
  static const char *const types[] = { ":int", ":double", "" }; /* of act_measure_type */
  act_puts(&file->out,
           "id:ID,name,entity_type,role,aliases:string[],iso,wikidata,mentions:int,first_date,"
           "last_date,documents:string[]");
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    act_putc(&file->out, ',');
    act_puts(&file->out, act_measure_columns[i].name);
    act_puts(&file->out, types[act_measure_columns[i].type]);
  }
  act_puts(&file->out, ",:LABEL\n");
  for (size_t i = 0; i < file->job->graph->nodes.count; i++)
    put_node(file, i);
}

static void put_lists(act_csv *file, const act_edge *edge)
{
  static act_edge_listing *const listings[] = {
    act_list_dates, act_list_places, act_list_sources, act_list_documents, act_list_evidence
  };
  for (size_t i = 0; i < sizeof listings / sizeof *listings; i++) {
    listings[i](file->job->graph, edge, &file->list);
    put_list(file);
  }
  bool first = true;
  for (size_t i = 0; i < edge->evidence.count; i++) {
    const char *id = act_document_id(&file->ids, edge->evidence.data[i].document);
    if (act_is_sentence(&edge->evidence.data[i])) {
      add_item(file, id, strlen(id), first);
      first = false;
    }
  }
  act_csv_built(file);
}

static void put_edge(act_csv *file, size_t index)
{
  const actant_graph *graph = file->job->graph;
  const act_edge *edge = &graph->edges.data[index];
  act_csv_text(file, graph->nodes.data[edge->source].id);
  act_csv_text(file, graph->nodes.data[edge->target].id);
  act_neo4j_type(edge->relation, &file->text);
  act_csv_built(file);
  act_text_puts(&file->text, "e");
  act_text_uint(&file->text, index + 1);
  act_csv_built(file);
  act_csv_text(file, edge->relation);
  act_csv_text(file, edge->label);
  act_csv_text(file, edge->family);
  act_csv_text(file, edge->symmetric ? "true" : "false");
  act_csv_text(file, act_modality_name(edge->status));
  act_csv_uint(file, edge->support);
  act_csv_uint(file, edge->support ? edge->support : 1);
  act_csv_decimal(file, edge->confidence);
  act_csv_date(file, edge->first);
  act_csv_date(file, edge->last);
  put_lists(file, edge);
  act_csv_end_line(file);
}

static void put_edges(act_csv *file)
{
  act_puts(&file->out,
           ":START_ID,:END_ID,:TYPE,id,relation,label,family,symmetric:boolean,status,support:int,"
           "weight:double,confidence:double,first_date,last_date,dates:string[],place:string[],"
           "attributed_to:string[],documents:string[],evidence:string[],"
           "evidence_documents:string[]\n");
  for (size_t i = 0; i < file->job->graph->edges.count; i++)
    put_edge(file, i);
}

actant_status act_write_neo4j_csv(const act_job *job, const actant_files *files, actant_error *err)
{
  static const act_csv_pair pair = { { "-neo4j-nodes.csv", "-neo4j-edges.csv" },
                                     { put_nodes, put_edges } };
  return act_csv_write(job, files, &pair, err);
}
