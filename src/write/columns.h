/* SPDX-License-Identifier: MIT */
/** @file columns.h  What an edge's evidence says together, a text a column; the same in every
 * format. */
#ifndef ACT_WRITE_COLUMNS_H
#define ACT_WRITE_COLUMNS_H

#include "graph/graph.h"
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

/** Aliases of a node with " | " between. */
void act_node_aliases(const act_node *node, act_text_builder *out);
/** Identifiers: "iso:AM | wikidata:Q399". */
void act_node_ids(const act_node *node, act_text_builder *out);

#endif
