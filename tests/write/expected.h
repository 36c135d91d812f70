/* SPDX-License-Identifier: MIT */
/** @file expected.h  What a reader should find in a graph's files, as JSON. */
#ifndef ACT_TESTS_WRITE_EXPECTED_H
#define ACT_TESTS_WRITE_EXPECTED_H

#include "graph/graph.h"

/**
   Write what a graph holds to a file: what formats join (aliases, dates, evidence …) once joined,
   by the names of GraphML, and once apart: alias_list, id_map, document_ids, rows.  0 when all went
   well.
*/
int expected_write(const actant_graph *graph, const char *path);

#endif
