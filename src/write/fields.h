/* SPDX-License-Identifier: MIT */
/**
   @file fields.h  The attributes of nodes and edges that GraphML and GEXF carry alike, in order.

   What shows in a format's own terms (labels, weight, sizes, colours, places) is not among them.
   Values that are not known are left out.
*/
#ifndef ACT_WRITE_FIELDS_H
#define ACT_WRITE_FIELDS_H

#include "base/output.h"
#include "graph/document_ids.h"
#include "write/format.h"
#include "write/text.h"

typedef enum act_field_type {
  ACT_FIELD_STRING,
  ACT_FIELD_INTEGER,
  ACT_FIELD_DECIMAL,
  ACT_FIELD_BOOLEAN,
} act_field_type;

typedef struct act_field {
  const char *id; /* no two alike, of nodes and edges together */
  const char *name;
  act_field_type type;
} act_field;

/** Fields of nodes and of edges; each list ends with an id of NULL. */
extern const act_field act_node_fields[], act_edge_fields[];

/** Takes a value as text, which lives until it returns. */
typedef void act_put_value(void *context, const act_field *field, const char *text, size_t size);

/** What the values are made of.  Zero `text` at first and free it at last. */
typedef struct act_field_maker {
  const act_job *job;
  const act_document_ids *ids;
  act_text_builder text;
  act_put_value *put;
  void *context;
} act_field_maker;

/** Put the values of a node, or of an edge, in the order of the fields. */
void act_each_node_value(act_field_maker *maker, size_t node);
void act_each_edge_value(act_field_maker *maker, size_t edge);

/** Write the attributes of an edge that say which it is and what it joins: `id="e1" source="…"
 * target="…"`. */
void act_put_ends(act_output *out, const actant_graph *graph, size_t edge);

#endif
