/* SPDX-License-Identifier: MIT */
/**
   @file canvas.h  What a picture is described to: a stream of DOT, or Graphviz itself.

   Attributes are declared first, with their defaults; then come groups and nodes, then edges.  What
   is set is set on the node, edge or group made last, or on the graph when none was.  Failure
   sticks, and is reported by who opened the canvas.
*/
#ifndef ACT_WRITE_CANVAS_H
#define ACT_WRITE_CANVAS_H

#include <stddef.h>

typedef enum act_canvas_kind { ACT_CANVAS_GRAPH, ACT_CANVAS_NODE, ACT_CANVAS_EDGE } act_canvas_kind;

typedef struct act_canvas {
  void *self;
  /** Declare an attribute and its default; NULL: none, but that there is one. */
  void (*declare)(void *self, act_canvas_kind kind, const char *name, const char *value);
  /** Begin a group, whose nodes follow; NULL ends it. */
  void (*group)(void *self, const char *name);
  void (*node)(void *self, const char *name);
  void (*edge)(void *self, const char *tail, const char *head);
  /** Set an attribute to a text, which is shown as it is; "" leaves the default. */
  void (*set)(void *self, const char *name, const char *text, size_t size);
  /** Set an attribute to an HTML-like label. */
  void (*set_html)(void *self, const char *name, const char *html);
} act_canvas;

#endif
