/* SPDX-License-Identifier: MIT */
/** @file lines.h  Lines of a file in memory, and columns of a line. */
#ifndef ACT_TRAIN_LINES_H
#define ACT_TRAIN_LINES_H

#include "base/error.h"
#include "base/strings.h"

typedef struct act_lines {
  char *bytes;
  size_t size, at;
  uint32_t number; /* of the line given last, from 1 */
} act_lines;

/** Read a file whole.  ACTANT_IO when it cannot be read, ACTANT_LIMIT when it is beyond all
 * corpora. */
actant_status act_lines_open(const char *path, act_lines *out, actant_error *err) ACTANT_MUST_CHECK;
/** The next line without its end; false behind the last. */
bool act_lines_next(act_lines *lines, act_text *line);
void act_lines_close(act_lines *lines);
/** Column `index` of a line, or an empty text; columns are separated by single tabs, or by spaces
 * where a line has no tab. */
act_text act_column(act_text line, uint32_t index);
/** Whether a text begins with a string. */
bool act_text_begins(act_text text, const char *string);

#endif
