/* SPDX-License-Identifier: MIT */
/** @file lists.h  The lists that nodes and edges have, text by text, for formats that have lists.
 */
#ifndef ACT_WRITE_LISTS_H
#define ACT_WRITE_LISTS_H

#include "graph/graph.h"
#include "write/text.h"

/** Texts borrowed from the graph or from the list itself.  Zero-initialised, it is empty; free with
 * act_list_free.  Failure sticks. */
typedef struct act_list {
  ACT_ARRAY(act_text) rows;
  act_text_builder made; /* what the graph does not have as a string */
  bool failed;
} act_list;

void act_list_free(act_list *list);

/** Aliases of a node. */
void act_list_aliases(const act_node *node, act_list *out);
/** Identifiers: "iso:AM", "wikidata:Q399". */
void act_list_ids(const act_node *node, act_list *out);

typedef void act_edge_listing(const actant_graph *graph, const act_edge *edge, act_list *out);

/** Dates and periods in order: "2020", "2022-04/2022-06". */
act_edge_listing act_list_dates;
/** Names of places, of who said so, and of documents (by address, else by name), each once. */
act_edge_listing act_list_places, act_list_sources, act_list_documents;
/** Sentences, each once a document. */
act_edge_listing act_list_evidence;

/** Whether a row of evidence brings a sentence that no row before it has. */
bool act_is_sentence(const act_graph_evidence *row);

#endif
