/* SPDX-License-Identifier: MIT */
/** @file csv.h  Tables of comma-separated values after RFC 4180, with line feeds. */
#ifndef ACT_WRITE_CSV_H
#define ACT_WRITE_CSV_H

#include "base/output.h"
#include "graph/document_ids.h"
#include "write/format.h"
#include "write/lists.h"

typedef struct act_csv {
  const act_job *job;
  bool in_line;          /* a field stands before */
  act_document_ids ids;  /* empty unless the writer makes them */
  act_list list;         /* of the value that is being written */
  act_text_builder text; /* likewise */
  act_output out;
} act_csv;

/** Write one of a format's tables. */
typedef void act_csv_table(act_csv *file);

/**
   Write a format's two tables, to the files whose names end in the endings.  `table[0]` writes all
   of the first, its header too.
*/
typedef struct act_csv_pair {
  const char *ending[2];
  act_csv_table *table[2];
} act_csv_pair;

actant_status act_csv_write(const act_job *job,
                            const actant_files *files,
                            const act_csv_pair *pair,
                            actant_error *err) ACTANT_MUST_CHECK;

/** A field of each kind; those that are "" or no date stay empty. */
void act_csv_text(act_csv *file, const char *text);
void act_csv_uint(act_csv *file, uint64_t number);
void act_csv_decimal(act_csv *file, double number);
void act_csv_date(act_csv *file, act_date date);
/** The text that was put together in `text`, which is emptied. */
void act_csv_built(act_csv *file);
/** All of a node's measures, in order of their columns. */
void act_csv_measures(act_csv *file, size_t node);
void act_csv_end_line(act_csv *file);

#endif
