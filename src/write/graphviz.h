/* SPDX-License-Identifier: MIT */
/**
   @file graphviz.h  The only door to Graphviz: a drawing is opened, described, written or rendered,
   and closed.

   cgraph and gvc are not thread-safe: from act_gv_open to act_gv_close other threads wait.  Failure
   sticks: after one, describing does nothing, and the call that writes reports it.
*/
#ifndef ACT_WRITE_GRAPHVIZ_H
#define ACT_WRITE_GRAPHVIZ_H

#include "base/error.h"

#include <stdint.h>

typedef struct act_gv act_gv;
typedef enum act_gv_kind { ACT_GV_GRAPH, ACT_GV_NODE, ACT_GV_EDGE } act_gv_kind;

/** Open an empty directed graph with parallel edges, of `nodes` nodes at the most. */
actant_status act_gv_open(size_t nodes, act_gv **out, actant_error *err) ACTANT_MUST_CHECK;
/** Declare an attribute and its default; each must be declared before it is set. */
void act_gv_declare(act_gv *gv, act_gv_kind kind, const char *name, const char *value);
/** Make a node, or an edge between two by their order of making; what is set next is set on it.
 * ACT_GV_GRAPH's turn is before. */
void act_gv_node(act_gv *gv, const char *name);
void act_gv_edge(act_gv *gv, uint32_t tail, uint32_t head);
/** Set an attribute to a text: backslashes are doubled, line breaks written as \n.  "" leaves the
 * default. */
void act_gv_set(act_gv *gv, const char *name, const char *text);
/** Set an attribute to an HTML-like label. */
void act_gv_set_html(act_gv *gv, const char *name, const char *html);
/** Write DOT. */
actant_status act_gv_write(act_gv *gv,
                           const actant_sink *sink,
                           actant_error *err) ACTANT_MUST_CHECK;
/** Lay out with an engine ("dot") and render for a device ("svg"). */
actant_status act_gv_render(act_gv *gv,
                            const char *engine,
                            const char *device,
                            const actant_sink *sink,
                            actant_error *err) ACTANT_MUST_CHECK;
void act_gv_close(act_gv *gv);

#endif
