/* SPDX-License-Identifier: MIT */
/** @file chart.h  Where the nodes of a graph too large for names stand, and which have names all
 * the same. */
#ifndef ACT_WRITE_CHART_H
#define ACT_WRITE_CHART_H

#include "write/format.h"

/** A rectangle in points, y upwards. */
typedef struct act_rectangle {
  double left, bottom, right, top;
} act_rectangle;

typedef struct act_chart {
  act_places places;    /* y upwards; x is NULL in a build that places nothing */
  uint32_t *points;     /* by node: the size of its name; 0 for a dot */
  double *dot;          /* by node: the width of a dot, in points */
  act_rectangle *boxes; /* by community, from 0; NULL unless nodes are grouped */
  uint32_t heading;     /* the size of the communities' names, in points */
} act_chart;

/** Place the nodes of a job's graph, by communities when it asks for clusters. */
actant_status act_chart_make(const act_job *job,
                             act_chart *out,
                             actant_error *err) ACTANT_MUST_CHECK;
void act_chart_free(act_chart *chart);

#endif
