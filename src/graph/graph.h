/* SPDX-License-Identifier: MIT */
/**
   @file graph.h  A graph of many documents: nodes, edges, and the evidence of each edge.

   Invariants
   1. All strings are clean lines (clean.h), NUL-terminated, owned by the graph; none is NULL: what
   is not known is "".
   2. Node ids are unique NMTOKENs.  Documents, nodes and edges are in the order in which they were
   first seen.
   3. There is one edge a (source, relation, status, target); one whichever way for a symmetric
   relation, drawn as first seen.
   4. An edge's evidence is in the order in which it was added.  `support` counts the sentences: a
   row whose sentence an earlier row of the edge has already has `repeat`.
*/
#ifndef ACT_GRAPH_GRAPH_H
#define ACT_GRAPH_GRAPH_H

#include "base/date.h"
#include "base/error.h"
#include "base/strings.h"
#include "graph/clean.h"

#define ACT_NO_NODE UINT32_MAX

typedef struct act_graph_document {
  const char *name, *title, *url;
  act_date date;
} act_graph_document;

typedef ACT_ARRAY(uint32_t) act_numbers;

typedef struct act_node {
  const char *id, *name, *role, *iso, *wikidata;
  const char *ids; /* further identifiers, "scheme:value", "; " between */
  actant_entity_type type;
  ACT_ARRAY(const char *) aliases;
  uint32_t mentions;
  act_numbers documents;
  act_date first, last; /* of the documents that name it; year 0 when none is dated */
  bool alone;           /* stood without edges in a file that was read: wanted so */
} act_node;

typedef struct act_graph_evidence {
  uint32_t document;
  uint32_t begin;   /* of the sentence; tells it from others of the document */
  const char *text; /* the sentence */
  act_date date, date_end;
  uint32_t place;                           /* node, or ACT_NO_NODE */
  uint32_t attributed_to;                   /* likewise */
  const char *place_name, *attributed_name; /* of the two, for when a filter drops the nodes */
  double confidence;                        /* 0 to 1 */
  actant_span subject, trigger, object;     /* bytes of `text`; empty when not known */
  const char *rule;                         /* that found it, such as "meets/with" */
  bool repeat;                              /* set by act_graph_add_evidence */
} act_graph_evidence;

typedef struct act_edge {
  uint32_t source, target;
  const char *relation, *family, *label;
  bool symmetric;
  actant_modality status;
  uint32_t support;
  double confidence;    /* the highest of its evidence */
  act_date first, last; /* of its dates; year 0 when it has none */
  ACT_ARRAY(act_graph_evidence) evidence;
  uint32_t next; /* edge of the same hash, or UINT32_MAX */
} act_edge;

/* A name that a node was found under: several nodes may share one, and one node have several. */
typedef struct act_node_name {
  const char *name;
  uint32_t node;
  uint32_t next; /* name of the same hash, or UINT32_MAX */
} act_node_name;

struct actant_graph {
  act_strings strings;
  act_buffer scratch;
  ACT_ARRAY(act_graph_document) documents;
  ACT_ARRAY(act_node) nodes;
  ACT_ARRAY(act_edge) edges;
  ACT_ARRAY(act_node_name) names;
  act_map by_id;         /* node, by hash of its id */
  act_map next_number;   /* to try behind a slug that is taken, by its hash */
  act_map by_identifier; /* node, by hash of "Q399", or of type and ISO code */
  act_map by_name;       /* act_node_name, by hash of type and name */
  act_map by_ends;       /* edge, by hash of its ends, relation and status */
  const char *title;     /* of the file that it was read from; NULL: by its documents */
  struct act_measures
    *kept; /* of actant_graph_measure; NULL before it and when the graph changed */
};

/** Drop measures that are kept: nodes, edges or their support have changed. */
void act_graph_forget(actant_graph *graph);

/** A clean copy of a string that the graph owns; "" for NULL.  NULL when memory runs out. */
const char *act_graph_string(actant_graph *graph, const char *string, size_t size);

/** Add a document; its strings are copied.  *out is its number. */
actant_status act_graph_add_document(actant_graph *graph,
                                     const act_graph_document *document,
                                     uint32_t *out,
                                     actant_error *err) ACTANT_MUST_CHECK;

/**
   Add a node of the id, name, type, role and identifiers given; the id is made an NMTOKEN and
   unique.  Aliases, mentions and documents of `node` are not looked at: see the two functions
   below.
*/
actant_status act_graph_add_node(actant_graph *graph,
                                 const act_node *node,
                                 uint32_t *out,
                                 actant_error *err) ACTANT_MUST_CHECK;
/** Give a node another name; nothing happens when it is its name or an alias already. */
actant_status act_graph_add_alias(actant_graph *graph,
                                  uint32_t node,
                                  const char *alias,
                                  actant_error *err) ACTANT_MUST_CHECK;
/** Note that a document names a node so many times. */
actant_status act_graph_add_mentions(actant_graph *graph,
                                     uint32_t node,
                                     uint32_t document,
                                     size_t mentions,
                                     actant_error *err) ACTANT_MUST_CHECK;

/** Find or add the edge of the source, target, relation and status given; family, label and
 * symmetric count for a new one. */
actant_status act_graph_add_edge(actant_graph *graph,
                                 const act_edge *edge,
                                 uint32_t *out,
                                 actant_error *err) ACTANT_MUST_CHECK;
/** Add evidence to an edge, and count it. */
actant_status act_graph_add_evidence(actant_graph *graph,
                                     uint32_t edge,
                                     const act_graph_evidence *evidence,
                                     actant_error *err) ACTANT_MUST_CHECK;

/** Find a node that has an identifier of the one given, or ACT_NO_NODE. */
uint32_t act_graph_find_identifier(const actant_graph *graph, const act_node *like);
/** Whether identifiers say that two are not the same. */
bool act_node_contradicts(const act_node *a, const act_node *b);
/** Whether a name is enough to mean the same in another document: no acronym, and of a person two
 * words at least. */
bool act_is_full_name(actant_entity_type type, const char *name);
/** The hash under which `by_name` has a name of a type. */
uint64_t act_name_hash(actant_entity_type type, const char *name);
/** Make a node be found by a full name, and by the identifiers that it has. */
actant_status act_graph_index_name(actant_graph *graph,
                                   uint32_t node,
                                   const char *name,
                                   actant_error *err) ACTANT_MUST_CHECK;
actant_status act_graph_index_identifiers(actant_graph *graph,
                                          uint32_t node,
                                          actant_error *err) ACTANT_MUST_CHECK;

/** "person", "place" or "organisation". */
const char *act_type_name(actant_entity_type type);
/** "actual", "planned", "possible" or "negated". */
const char *act_modality_name(actant_modality status);

#endif
