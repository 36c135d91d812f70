/* SPDX-License-Identifier: MIT */
/** @file document_ids.h  An id of its own for each document of a graph, in files that refer to
 * them. */
#ifndef ACT_GRAPH_DOCUMENT_IDS_H
#define ACT_GRAPH_DOCUMENT_IDS_H

#include "graph/graph.h"

/** Zero-initialised, it is empty.  Free with act_document_ids_free. */
typedef struct act_document_ids {
  act_strings strings; /* the ids; a document's is number + 1 */
  act_map next;        /* number to try behind a name that is taken, by the name's address */
} act_document_ids;

/** Give each document its name, with "#2" … behind where an earlier one has the same. */
actant_status act_document_ids_make(const actant_graph *graph,
                                    act_document_ids *out,
                                    actant_error *err) ACTANT_MUST_CHECK;
/** Give the next document an id; `name` is a string of the graph. */
actant_status act_document_ids_add(act_document_ids *ids,
                                   const char *name,
                                   actant_error *err) ACTANT_MUST_CHECK;
const char *act_document_id(const act_document_ids *ids, uint32_t document);
/** The document of an id, or UINT32_MAX. */
uint32_t act_document_ids_find(const act_document_ids *ids, const char *id, size_t size);
void act_document_ids_free(act_document_ids *ids);

#endif
