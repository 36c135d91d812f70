/* SPDX-License-Identifier: MIT */
/** @file note_names.h  What the notes of nodes are called, as files and in links. */
#ifndef ACT_WRITE_NOTE_NAMES_H
#define ACT_WRITE_NOTE_NAMES_H

#include "graph/graph.h"

/** Zero-initialised, it is empty.  Free with act_note_names_free. */
typedef struct act_note_names {
  act_strings names; /* a node's is number + 1 */
  act_strings taken; /* as file systems that fold case and forms compare them */
} act_note_names;

/** Give each node a name of its own: at most 130 bytes, without what file systems or links forbid.
 */
actant_status act_note_names_make(const actant_graph *graph,
                                  act_note_names *out,
                                  actant_error *err) ACTANT_MUST_CHECK;
const char *act_note_name(const act_note_names *names, uint32_t node);
void act_note_names_free(act_note_names *names);

#endif
