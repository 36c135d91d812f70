/* SPDX-License-Identifier: MIT */
/** @file tooltip.h  What is shown of a node or edge when it is pointed at. */
#ifndef ACT_WRITE_TOOLTIP_H
#define ACT_WRITE_TOOLTIP_H

#include "graph/graph.h"
#include "write/text.h"

/** A node's name, or its id when it has none. */
const char *act_shown_name(const act_node *node);
/** A string for Graphviz to show as it is, cut behind `columns`: in plain labels and tooltips it
 * takes "&lt;" for an entity. */
void act_text_plain(act_text_builder *out, const char *string, size_t columns);
void act_node_tooltip(const act_node *node, act_text_builder *out);
void act_edge_tooltip(const actant_graph *graph, const act_edge *edge, act_text_builder *out);

#endif
