/* SPDX-License-Identifier: MIT */
/** @file igraph_bridge.h  The only door to igraph. */
#ifndef ACT_GRAPH_IGRAPH_BRIDGE_H
#define ACT_GRAPH_IGRAPH_BRIDGE_H

#include "graph/measure.h"

#ifdef ACTANT_HAVE_IGRAPH
/**
   Fill in degree, strength, and community and component as names below the number of nodes; `out`
   has room for every node, of which there is one at least.  May be called by several threads: calls
   wait for each other.
*/
actant_status act_igraph_measure(const actant_graph *graph,
                                 act_measures *out,
                                 actant_error *err) ACTANT_MUST_CHECK;
#endif

#endif
