/* SPDX-License-Identifier: MIT */
/** @file format.h  The registry of formats, and what a writer is given. */
#ifndef ACT_WRITE_FORMAT_H
#define ACT_WRITE_FORMAT_H

#include "graph/measure.h"
#include "graph/place.h"

/** What a writer is given.  All is borrowed; strings are clean. */
typedef struct act_job {
  const actant_graph *graph;
  const act_measures *measures;
  const char *title;
  const char *layout;       /* as asked for; NULL: by size */
  const act_places *places; /* for formats that carry ACT_CARRIES_PLACES; x and
                               y are NULL when there are none */
  uint32_t seed;
  bool dark;    /* the theme of pictures */
  bool cluster; /* pictures box communities in */
} act_job;

typedef actant_status act_writer(const act_job *job, const actant_sink *sink, actant_error *err);

act_writer act_write_gexf, act_write_gexf_12;
act_writer act_write_html;
act_writer act_write_graphml, act_write_dot, act_write_svg, act_write_png, act_write_pdf;
act_writer act_write_node_link, act_write_jgf;
act_writer act_write_cypher, act_write_mermaid;
act_writer act_write_turtle, act_write_ntriples, act_write_nquads, act_write_jsonld;

typedef actant_status act_files_writer(const act_job *job,
                                       const actant_files *files,
                                       actant_error *err);

act_files_writer act_write_gephi_csv, act_write_neo4j_csv, act_write_markdown;

/** What survives in a format. */
typedef enum act_carries {
  ACT_CARRIES_PARALLEL = 1 << 0,   /* several edges between two nodes */
  ACT_CARRIES_ATTRIBUTES = 1 << 1, /* all that is known of nodes and edges */
  ACT_CARRIES_EVIDENCE = 1 << 2,   /* the sentences of an edge */
  ACT_CARRIES_LOOK = 1 << 3,       /* colours and shapes */
  ACT_CARRIES_LAYOUT = 1 << 4,     /* places on a page */
  ACT_CARRIES_PLACES = 1 << 5,     /* those of act_graph_place, which the writer is given */
} act_carries;

typedef struct act_format_row {
  actant_format format;
  unsigned carries;              /* act_carries */
  act_writer *write;             /* one file */
  act_files_writer *write_files; /* several */
  const char *needs;             /* the build option that it needs when it was left out;
                                    else NULL */
} act_format_row;

const act_format_row *act_format_row_at(size_t index);

#endif
