/* SPDX-License-Identifier: MIT */
/** @file generate.h  Graphs of any size with all attributes, the same each time. */
#ifndef ACT_TESTS_BENCH_GENERATE_H
#define ACT_TESTS_BENCH_GENERATE_H

#include "graph/graph.h"

/** A graph of so many nodes and (two nodes given) edges; NULL when memory runs out. */
actant_graph *bench_graph(uint32_t nodes, uint32_t edges);

#endif
