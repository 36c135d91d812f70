/* SPDX-License-Identifier: MIT */
/**
   @file json.h  What node-link JSON and the JSON Graph Format write alike: all that is known of the
   graph, a node and an edge, so that the graph can be read back.

   Values that are not known are left out.  A document stands by its id (graph/document_ids.h).
*/
#ifndef ACT_WRITE_JSON_H
#define ACT_WRITE_JSON_H

#include "base/output.h"
#include "graph/document_ids.h"
#include "write/format.h"
#include "write/lists.h"

typedef struct act_json {
  const act_job *job;
  act_document_ids ids;
  act_list list; /* of the value that is being written */
  act_text_builder text;
  act_output out;
} act_json;

/** Begin a file.  Free with act_json_close. */
actant_status act_json_open(const act_job *job,
                            const actant_sink *sink,
                            act_json **out,
                            actant_error *err) ACTANT_MUST_CHECK;

/** Members of an object, the first without a comma: who made it, when its news are from, and the
 * documents. */
void act_json_graph_members(act_json *file);
/** All of a node but its id and name. */
void act_json_node_members(act_json *file, size_t node);
/** All of an edge but its id, ends, relation and label. */
void act_json_edge_members(act_json *file, size_t edge);

/** `, "name": "value"`, where a member stands before; nothing for "". */
void act_json_text(act_json *file, const char *name, const char *value);
/** A string. */
void act_json_string(act_json *file, const char *value);
/** The id of an edge, as a string. */
void act_json_edge_id(act_json *file, size_t edge);

/** Finish, and free. */
actant_status act_json_close(act_json *file, actant_error *err) ACTANT_MUST_CHECK;

#endif
