/* SPDX-License-Identifier: MIT */
/** @file layout.h  Which engine lays a graph out, and what keeps it fast and legible. */
#ifndef ACT_WRITE_LAYOUT_H
#define ACT_WRITE_LAYOUT_H

#include "write/format.h"
#include "write/graphviz.h"
#include "write/style.h"

typedef struct act_layout {
  const act_job *job;
  act_density density;
  const char *engine; /* of Graphviz, such as "dot" */
} act_layout;

/** A name and a value for an attribute of a drawing. */
typedef struct act_attribute {
  const char *name, *value;
} act_attribute;

#define ACT_DECLARE(gv, kind, rows) act_declare((gv), (kind), (rows), sizeof(rows) / sizeof *(rows))

/** Declare attributes of a kind of objects. */
void act_declare(act_gv *gv, act_gv_kind kind, const act_attribute *rows, size_t count);

/**
   Choose density and engine for a job.

   Errors: ACTANT_ARGUMENT for a layout that there is none of, ACTANT_LIMIT for one that would take
   too long, and, when the job is to be rendered, for a graph that nobody could read.
*/
actant_status act_layout_choose(const act_job *job,
                                bool rendered,
                                act_layout *out,
                                actant_error *err) ACTANT_MUST_CHECK;
/** Declare the attributes of the graph, which say to Graphviz how it is laid out. */
void act_layout_declare(const act_layout *layout, act_gv *gv);

#endif
