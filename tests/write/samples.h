/* SPDX-License-Identifier: MIT */
/** @file samples.h  Graphs to write: an invented story, generated ones, and one full of traps. */
#ifndef ACT_TESTS_WRITE_SAMPLES_H
#define ACT_TESTS_WRITE_SAMPLES_H

#include "graph/graph.h"

/** Eleven nodes, eighteen edges, every status, two documents. */
actant_graph *sample_story(void);
/** A graph of so many nodes and edges with a few hubs, the same each time. */
actant_graph *sample_generated(uint32_t nodes, uint32_t edges);
/** One node with so many neighbours. */
actant_graph *sample_star(uint32_t neighbours);
/** Quotes, markup, backslashes, controls, broken UTF-8, emoji, right-to-left, no name, a name of 1
 * MB, parallel edges, a loop. */
actant_graph *sample_torture(void);
/** Names, labels and sentences of random bytes, with a taste for those that mean something to a
 * format. */
actant_graph *sample_random(uint64_t seed);
actant_graph *sample_one_node(void);
actant_graph *sample_empty(void);

#endif
