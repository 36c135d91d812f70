/* SPDX-License-Identifier: MIT */
/** @file merge.h  Merging what was found in one document into a graph. */
#ifndef ACT_GRAPH_MERGE_H
#define ACT_GRAPH_MERGE_H

#include "graph/graph.h"

/** What a result says, in the public header's terms.  All is borrowed during the call. */
typedef struct act_found {
  act_graph_document document;
  const char *text; /* the document's, which evidence refers to */
  size_t size;
  const actant_entity *entities;
  size_t entity_count;
  const actant_statement *statements;
  const actant_relation *relations; /* of each statement */
  size_t statement_count;
} act_found;

/**
   Merge a document's entities and statements.

   Entities without a name are left out, and what is stated of them.  Others join a node by
   identifier, else by type and full name, unless identifiers contradict or the document tells two
   of that name apart.  A person's single name or an acronym alone joins nothing.  When memory runs
   out, the graph holds a part of the document.
*/
actant_status act_graph_merge(actant_graph *graph,
                              const act_found *found,
                              actant_error *err) ACTANT_MUST_CHECK;

/**
   Find or add the node that an entity of one document is, or of another graph, and give it what it
   lacks but mentions.  `same` is that node when it is known, else ACT_NO_NODE.  `claimed` has the
   nodes that others of the same document are; this one is added to it.
*/
actant_status act_merge_entity(actant_graph *graph,
                               act_map *claimed,
                               const actant_entity *entity,
                               uint32_t same,
                               uint32_t *out,
                               actant_error *err) ACTANT_MUST_CHECK;

/** Find or add an edge, whose label becomes that of the likelier statement. */
actant_status act_merge_edge(actant_graph *graph,
                             const act_edge *like,
                             double confidence,
                             uint32_t *out,
                             actant_error *err) ACTANT_MUST_CHECK;

#endif
