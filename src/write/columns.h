/* SPDX-License-Identifier: MIT */
/** @file columns.h  What an edge's evidence says together, a text a column; the same in every
 * format. */
#ifndef ACT_WRITE_COLUMNS_H
#define ACT_WRITE_COLUMNS_H

#include "graph/measure.h"
#include "write/text.h"

typedef void act_edge_column(const actant_graph *graph,
                             const act_edge *edge,
                             act_text_builder *out);

/** Dates and periods in order: "2020 | 2022-03-31 | 2022-04/2022-06". */
act_edge_column act_edge_dates;
/** Names of places, of who said so, and of documents (by address, else by name), each once, with "
 * | " between. */
act_edge_column act_edge_places, act_edge_sources, act_edge_documents;
/** Sentences, each once, a line each. */
act_edge_column act_edge_evidence;

/** The columns by the names they have in every format, in order. */
enum { ACT_EDGE_COLUMNS = 5 };
extern const struct act_named_column {
  const char *name;
  act_edge_column *column;
} act_edge_columns[ACT_EDGE_COLUMNS];

/** What follows the relation in the kind of an edge: "" for what is so, else " (planned)" and so
 * on. Gephi merges edges of one kind between two nodes, and what is denied is not of one kind with
 * what was done. */
const char *act_kind_ending(actant_modality status);

/** Aliases of a node with " | " between; a word "|" in one is written "\|", "\|" as "\\|" and so
 * on. */
void act_node_aliases(const act_node *node, act_text_builder *out);
/** Identifiers: "iso:AM | wikidata:Q399". */
void act_node_ids(const act_node *node, act_text_builder *out);

/** Numbers about a node's place in the graph, by the names they have in every format, in order. */
enum { ACT_MEASURE_COLUMNS = 8 };
typedef enum act_measure_type {
  ACT_MEASURE_INTEGER,
  ACT_MEASURE_DECIMAL, /* 0 to 1, with up to nine decimals: act_measure_text writes it */
  ACT_MEASURE_TEXT,
} act_measure_type;

typedef struct act_measure_column {
  const char *name;
  act_measure_type type;
  bool found; /* not counted: left out when measures->community_count is 0 */
} act_measure_column;

extern const act_measure_column act_measure_columns[ACT_MEASURE_COLUMNS];

/** A node's value in a column, of any type, as text; nothing when it was not found. */
void act_measure_text(const act_measures *measures,
                      size_t column,
                      size_t node,
                      act_text_builder *out);

#endif
