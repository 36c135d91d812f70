/* SPDX-License-Identifier: MIT */
/**
   @file graphviz.h  The only door to Graphviz: a drawing is opened, described, rendered and closed.

   cgraph and gvc are not thread-safe: from act_gv_open to act_gv_close other threads wait.  Failure
   sticks: after one, describing does nothing, and rendering reports it.
*/
#ifndef ACT_WRITE_GRAPHVIZ_H
#define ACT_WRITE_GRAPHVIZ_H

#include "write/canvas.h"

#include "base/error.h"

typedef struct act_gv act_gv;

/** Open an empty directed graph with parallel edges. */
actant_status act_gv_open(act_gv **out, actant_error *err) ACTANT_MUST_CHECK;
/** Where it is described.  Texts have their backslashes doubled and line breaks written as \n. */
act_canvas act_gv_canvas(act_gv *gv);
/** Lay out with an engine ("dot") and render for a device ("svg"). */
actant_status act_gv_render(act_gv *gv,
                            const char *engine,
                            const char *device,
                            const actant_sink *sink,
                            actant_error *err) ACTANT_MUST_CHECK;
void act_gv_close(act_gv *gv);

#endif
