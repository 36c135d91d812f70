/* SPDX-License-Identifier: MIT */
/** @file read_graph.h  Graphs that were written, read back: what the readers share. */
#ifndef ACT_GRAPH_READ_GRAPH_H
#define ACT_GRAPH_READ_GRAPH_H

#include "graph/document_ids.h"

/** What some bytes are. */
typedef enum act_graph_kind {
  ACT_GRAPH_NONE,
  ACT_GRAPH_XML,      /* GraphML or GEXF */
  ACT_GRAPH_DECLARED, /* the same with a document type declaration, which is not read */
  ACT_GRAPH_STATEMENTS,
} act_graph_kind;

act_graph_kind act_graph_tell(const char *bytes, size_t size);

/** The attributes of nodes and edges that are read, by the names that all formats give them. */
typedef enum act_read_field {
  ACT_READ_LABEL,
  ACT_READ_ENTITY_TYPE,
  ACT_READ_ROLE,
  ACT_READ_ALIASES,
  ACT_READ_IDS,
  ACT_READ_MENTIONS,
  ACT_READ_DOCUMENTS,
  ACT_READ_FIRST_DATE,
  ACT_READ_LAST_DATE,
  ACT_READ_RELATION,
  ACT_READ_FAMILY,
  ACT_READ_SYMMETRIC,
  ACT_READ_STATUS,
  ACT_READ_CONFIDENCE,
  ACT_READ_EVIDENCE,
  ACT_READ_PROVENANCE,
  ACT_READ_FIELDS,
} act_read_field;

/** The field of a name, or ACT_READ_FIELDS. */
act_read_field act_read_field_of(const char *name);

/** A node or an edge as a file tells of it; texts are NUL-terminated, NULL when not told. */
typedef struct act_record {
  const char *id, *source, *target;
  const char *value[ACT_READ_FIELDS];
} act_record;

/** A graph in the making. */
typedef struct act_graph_reading {
  actant_graph *graph; /* that was empty at first */
  const char *name;    /* of the input, for documents that it does not tell of */
  act_document_ids ids;
  act_strings nodes; /* ids of the file; a node's number and one */
} act_graph_reading;

void act_graph_reading_free(act_graph_reading *reading);

/**
   Add what a record tells.

   Errors: ACTANT_FORMAT for what a graph of ours does not have, ACTANT_LIMIT, ACTANT_MEMORY.
*/
actant_status act_read_document(act_graph_reading *reading,
                                const act_graph_document *document,
                                actant_error *err) ACTANT_MUST_CHECK;
actant_status act_read_node(act_graph_reading *reading,
                            const act_record *record,
                            actant_error *err) ACTANT_MUST_CHECK;
actant_status act_read_edge(act_graph_reading *reading,
                            const act_record *record,
                            actant_error *err) ACTANT_MUST_CHECK;
/** Keep the title that a file gives, unless it is what a graph is called anyway. */
actant_status act_read_title(act_graph_reading *reading,
                             const char *title,
                             actant_error *err) ACTANT_MUST_CHECK;

/** Read GraphML or GEXF into an empty graph. */
actant_status act_read_graph_xml(const char *bytes,
                                 size_t size,
                                 act_graph_reading *reading,
                                 actant_error *err) ACTANT_MUST_CHECK;

/** Merge the documents of a statement stream; `model` knows its relations and may be NULL. */
actant_status act_read_statements(const char *bytes,
                                  size_t size,
                                  const actant_model *model,
                                  actant_graph *graph,
                                  actant_error *err) ACTANT_MUST_CHECK;

/** Merge a graph into another, as the documents of both would have been; what both have from the
 * same document counts once. */
actant_status act_graph_join(actant_graph *to,
                             const actant_graph *from,
                             actant_error *err) ACTANT_MUST_CHECK;

#endif
