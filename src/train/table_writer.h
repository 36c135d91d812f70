/* SPDX-License-Identifier: MIT */
/** @file table_writer.h  Writes a table of weights as a section of a model; the forms are told in
 * model/table.h and model/table_code.h. */
#ifndef ACT_TRAIN_TABLE_WRITER_H
#define ACT_TRAIN_TABLE_WRITER_H

#include "model/table.h"
#include "train/model_writer.h"

/** Add a dense table to a model: coded when it is checked, else as it is. */
actant_status act_table_write(const act_table *table,
                              const char *name,
                              act_model_writer *writer,
                              actant_error *err) ACTANT_MUST_CHECK;

#endif
