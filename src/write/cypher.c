/* SPDX-License-Identifier: MIT */
/* A script for cypher-shell (openCypher 9 and Neo4j 4.4 or later).  Everything is merged: running
   it again, or after another script of ours, adds what is new and changes what is known of the
   rest.  An edge is known by its ends, relation and status.

   A label or a type cannot be a parameter, so nodes go by type and edges by relation, in batches: a
   statement a row would take minutes, all in one would not fit in memory.  Documents are nodes of
   their own, without edges. */
#include "base/output.h"
#include "graph/document_ids.h"
#include "write/columns.h"
#include "write/format.h"
#include "write/lists.h"
#include "write/neo4j.h"

#include <string.h>

static const char stage[] = "write";

/* A batch ends after so many rows, or so many bytes: what Neo4j plans and runs without delay. */
enum { BATCH_ROWS = 500, BATCH_BYTES = 1 << 20 };

typedef struct cypher {
  const act_job *job;
  act_document_ids ids;
  act_list list;
  act_text_builder text;
  size_t rows, bytes; /* of the batch */
  act_output out;
} cypher;

/* A member behind others, by a name that is a literal. */
#define NAME(file, name) act_puts(&(file)->out, ", " name ": ")

static void put_string(cypher *file, const char *bytes, size_t size)
{
  act_output *out = &file->out;
  size_t from = 0;
  act_putc(out, '\'');
  for (size_t i = 0; i < size; i++) {
    if (bytes[i] != '\'' && bytes[i] != '\\')
      continue;
    act_put(out, bytes + from, i - from);
    act_putc(out, '\\');
    from = i;
  }
  act_put(out, bytes + from, size - from);
  act_putc(out, '\'');
  file->bytes += size;
}

static void put_text(cypher *file, const char *name, const char *value)
{
  if (!*value)
    return;
  act_puts(&file->out, ", ");
  act_puts(&file->out, name);
  act_puts(&file->out, ": ");
  put_string(file, value, strlen(value));
}

static void put_date(cypher *file, const char *name, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  put_text(file, name, text);
}

/* Begin an item of a list that `name` calls. */
static void begin_item(cypher *file, const char *name, bool first)
{
  if (first) {
    act_puts(&file->out, ", ");
    act_puts(&file->out, name);
  }
  act_puts(&file->out, first ? ": [" : ", ");
}

/* The list that was made. */
static void put_list(cypher *file, const char *name)
{
  for (size_t i = 0; i < file->list.rows.count; i++) {
    begin_item(file, name, i == 0);
    put_string(file, file->list.rows.data[i].bytes, file->list.rows.data[i].size);
  }
  act_puts(&file->out, file->list.rows.count ? "]" : "");
}

static void put_document_id(cypher *file, const char *name, uint32_t document, bool first)
{
  const char *id = act_document_id(&file->ids, document);
  begin_item(file, name, first);
  put_string(file, id, strlen(id));
}

/* --- batches --- */

static void begin_row(cypher *file)
{
  act_puts(&file->out, file->rows++ ? ",\n  {" : "\nUNWIND [\n  {");
}

/* End the batch when it is full or `last`, with what is done to each row. */
static void end_row(cypher *file, bool last, const char *const done[3])
{
  if (!file->rows || (!last && file->rows < BATCH_ROWS && file->bytes < BATCH_BYTES))
    return;
  act_puts(&file->out, "\n] AS row\n");
  for (int i = 0; i < 3; i++)
    act_puts(&file->out, done[i]);
  act_puts(&file->out, ";\n");
  file->rows = file->bytes = 0;
}

/* --- documents and nodes --- */

static void put_documents(cypher *file)
{
  static const char *const done[] = { "MERGE (d:Document {id: row.id})\n", "SET d += row", "" };
  const actant_graph *graph = file->job->graph;
  for (uint32_t i = 0; i < graph->documents.count; i++) {
    const act_graph_document *document = &graph->documents.data[i];
    const char *id = act_document_id(&file->ids, i);
    begin_row(file);
    act_puts(&file->out, "id: ");
    put_string(file, id, strlen(id));
    put_text(file, "name", document->name);
    put_text(file, "title", document->title);
    put_text(file, "url", document->url);
    put_date(file, "date", document->date);
    act_putc(&file->out, '}');
    end_row(file, i + 1 == graph->documents.count, done);
  }
}

static void put_measures(cypher *file, size_t node)
{
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    act_text_clear(&file->text);
    act_measure_text(file->job->measures, i, node, &file->text);
    const char *value = act_text_get(&file->text);
    if (value && act_measure_columns[i].type == ACT_MEASURE_TEXT) {
      put_text(file, act_measure_columns[i].name, value);
    } else if (value && *value) {
      act_puts(&file->out, ", ");
      act_puts(&file->out, act_measure_columns[i].name);
      act_puts(&file->out, ": ");
      act_puts(&file->out, value);
    }
  }
}

static void put_node(cypher *file, size_t index)
{
  const act_node *node = &file->job->graph->nodes.data[index];
  begin_row(file);
  act_puts(&file->out, "id: ");
  put_string(file, node->id, strlen(node->id));
  put_text(file, "name", node->name);
  put_text(file, "entity_type", act_type_name(node->type));
  put_text(file, "role", node->role);
  act_list_aliases(node, &file->list);
  put_list(file, "aliases");
  put_text(file, "iso", node->iso);
  put_text(file, "wikidata", node->wikidata);
  put_text(file, "ids", node->ids);
  NAME(file, "mentions");
  act_put_uint(&file->out, node->mentions);
  put_date(file, "first_date", node->first);
  put_date(file, "last_date", node->last);
  for (size_t i = 0; i < node->documents.count; i++)
    put_document_id(file, "documents", node->documents.data[i], i == 0);
  act_puts(&file->out, node->documents.count ? "]" : "");
  put_measures(file, index);
  act_putc(&file->out, '}');
}

static void put_nodes(cypher *file)
{
  const actant_graph *graph = file->job->graph;
  for (int type = ACTANT_PERSON; type <= ACTANT_ORGANISATION; type++) {
    const char *const done[] = { "MERGE (n:Entity {id: row.id})\nSET n:",
                                 act_neo4j_label((actant_entity_type)type),
                                 ", n += row" };
    for (size_t i = 0; i < graph->nodes.count; i++) {
      if ((int)graph->nodes.data[i].type != type)
        continue;
      put_node(file, i);
      end_row(file, false, done);
    }
    end_row(file, true, done);
  }
}

/* --- edges --- */

static void put_facts(cypher *file, const act_edge *edge)
{
  act_puts(&file->out, "support: ");
  act_put_uint(&file->out, edge->support);
  NAME(file, "weight");
  act_put_uint(&file->out, edge->support ? edge->support : 1);
  NAME(file, "confidence");
  act_put_decimal(&file->out, edge->confidence);
  NAME(file, "symmetric");
  act_puts(&file->out, edge->symmetric ? "true" : "false");
  put_text(file, "label", edge->label);
  put_text(file, "family", edge->family);
  put_date(file, "first_date", edge->first);
  put_date(file, "last_date", edge->last);
}

static void put_lists(cypher *file, const act_edge *edge)
{
  static const struct {
    const char *name;
    act_edge_listing *listing;
  } lists[] = { { "dates", act_list_dates },
                { "place", act_list_places },
                { "attributed_to", act_list_sources },
                { "documents", act_list_documents },
                { "evidence", act_list_evidence } };
  bool first = true;
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    lists[i].listing(file->job->graph, edge, &file->list);
    put_list(file, lists[i].name);
  }
  for (size_t i = 0; i < edge->evidence.count; i++) {
    if (!act_is_sentence(&edge->evidence.data[i]))
      continue;
    put_document_id(file, "evidence_documents", edge->evidence.data[i].document, first);
    first = false;
  }
  act_puts(&file->out, first ? "" : "]");
}

static void put_edge(cypher *file, const act_edge *edge)
{
  const act_node *nodes = file->job->graph->nodes.data;
  begin_row(file);
  act_puts(&file->out, "source: ");
  put_string(file, nodes[edge->source].id, strlen(nodes[edge->source].id));
  act_puts(&file->out, ", target: ");
  put_string(file, nodes[edge->target].id, strlen(nodes[edge->target].id));
  act_puts(&file->out, ", relation: ");
  put_string(file, edge->relation, strlen(edge->relation));
  put_text(file, "status", act_modality_name(edge->status));
  act_puts(&file->out, ", more: {");
  put_facts(file, edge);
  put_lists(file, edge);
  act_puts(&file->out, "}}");
}

/* A type of relationships, in backticks unless it is plain; it holds none itself. */
static void build_type(const char *relation, act_text_builder *out)
{
  size_t start = out->buffer.count + 1;
  act_text_puts(out, "`");
  act_neo4j_type(relation, out);
  act_text_puts(out, "`");
  if (out->failed)
    return;
  char *type = out->buffer.data + start;
  size_t size = out->buffer.count - start - 1, plain = 0;
  while (plain < size && ((type[plain] >= 'A' && type[plain] <= 'Z') || type[plain] == '_'))
    plain++;
  if (plain == size) {
    memmove(type - 1, type, size);
    out->buffer.count -= 2;
  }
}

/* The edges of a relation, each the next of the one before. */
typedef struct chains {
  uint32_t *next;
  ACT_ARRAY(uint32_t) first; /* of each relation, in order of first sight */
  ACT_ARRAY(uint32_t) last;
} chains;

static bool chain(const actant_graph *graph, chains *out)
{
  act_map known = { 0 };
  bool ok = true;
  out->next = malloc((graph->edges.count + 1) * sizeof *out->next);
  for (uint32_t i = 0; out->next && ok && i < graph->edges.count; i++) {
    uintptr_t relation = (uintptr_t)graph->edges.data[i].relation;
    uint32_t at = act_map_get(&known, relation);
    out->next[i] = UINT32_MAX;
    if (at != ACT_NO_VALUE) {
      out->next[out->last.data[at]] = i;
      out->last.data[at] = i;
    } else {
      ok = act_map_set(&known, relation, (uint32_t)out->first.count) &&
           act_array_push(&out->first, i) && act_array_push(&out->last, i);
    }
  }
  act_map_free(&known);
  return ok && out->next;
}

static void put_relation(cypher *file, const chains *all, uint32_t first)
{
  const actant_graph *graph = file->job->graph;
  act_text_builder merge = { 0 };
  act_text_puts(&merge,
                "MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})\n"
                "MERGE (a)-[r:");
  build_type(graph->edges.data[first].relation, &merge);
  act_text_puts(&merge, " {relation: row.relation, status: row.status}]->(b)\nSET r += row.more");
  const char *text = act_text_get(&merge);
  for (uint32_t i = first; text && i != UINT32_MAX; i = all->next[i]) {
    put_edge(file, &graph->edges.data[i]);
    end_row(file, all->next[i] == UINT32_MAX, (const char *const[]){ text, "", "" });
  }
  file->text.failed = file->text.failed || merge.failed;
  act_text_free(&merge);
}

static void put_edges(cypher *file)
{
  chains all = { 0 };
  if (!chain(file->job->graph, &all))
    file->text.failed = true;
  for (size_t i = 0; !file->text.failed && i < all.first.count; i++)
    put_relation(file, &all, all.first.data[i]);
  free(all.next);
  act_array_free(&all.first);
  act_array_free(&all.last);
}

actant_status act_write_cypher(const act_job *job, const actant_sink *sink, actant_error *err)
{
  cypher *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  if (!file)
    return act_fail_memory(err, stage);
  file->job = job;
  act_output_init(&file->out, sink);
  actant_status st = act_document_ids_make(job->graph, &file->ids, err);
  if (st == ACTANT_OK) {
    act_puts(&file->out, "// ");
    act_puts(&file->out, job->title);
    act_puts(&file->out,
             "\n\nCREATE CONSTRAINT actant_entity IF NOT EXISTS "
             "FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
             "CREATE CONSTRAINT actant_document IF NOT EXISTS "
             "FOR (d:Document) REQUIRE d.id IS UNIQUE;\n");
    put_documents(file);
    put_nodes(file);
    put_edges(file);
    st = act_output_finish(&file->out, err);
  }
  if (st == ACTANT_OK && (file->list.failed || file->list.made.failed || file->text.failed))
    st = act_fail_memory(err, stage);
  act_document_ids_free(&file->ids);
  act_list_free(&file->list);
  act_text_free(&file->text);
  free(file);
  return st;
}
