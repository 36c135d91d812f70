/* SPDX-License-Identifier: MIT */
/** @file layout.h  Which engine lays a graph out, and what keeps it fast and legible. */
#ifndef ACT_WRITE_LAYOUT_H
#define ACT_WRITE_LAYOUT_H

#include "write/canvas.h"
#include "write/chart.h"
#include "write/style.h"

/** Free with act_layout_free. */
typedef struct act_layout {
  const act_job *job;
  act_density density;
  const char *engine; /* of Graphviz, such as "dot" */
  bool drawn;         /* not too large for a picture */
  act_chart chart;    /* of ACT_DENSITY_HUGE; places.x is NULL when Graphviz places the nodes */
} act_layout;

/** A name and a value for an attribute of a drawing. */
typedef struct act_attribute {
  const char *name, *value;
} act_attribute;

#define ACT_DECLARE(canvas, kind, rows)                                                            \
  act_declare((canvas), (kind), (rows), sizeof(rows) / sizeof *(rows))

/** Declare attributes of a kind of objects. */
void act_declare(const act_canvas *canvas,
                 act_canvas_kind kind,
                 const act_attribute *rows,
                 size_t count);

/**
   Choose density and engine for a job, and place the nodes where Graphviz does not.

   Errors: ACTANT_ARGUMENT for a layout that there is none of, ACTANT_LIMIT for one that would take
   too long, and, when the job is to be rendered, for a graph that nobody could read.
*/
actant_status act_layout_choose(const act_job *job,
                                bool rendered,
                                act_layout *out,
                                actant_error *err) ACTANT_MUST_CHECK;
/** Declare the attributes of the graph, which say to Graphviz how it is laid out. */
void act_layout_declare(const act_layout *layout, const act_canvas *canvas);
void act_layout_free(act_layout *layout);

#endif
