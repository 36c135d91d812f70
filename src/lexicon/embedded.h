/* SPDX-License-Identifier: MIT */
/** @file embedded.h  The rows that the build makes for lexicon.c. */
#ifndef ACT_LEXICON_EMBEDDED_H
#define ACT_LEXICON_EMBEDDED_H

typedef struct act_embedded_row {
  const char *name, *begin, *end;
} act_embedded_row;

/* Ends with a row without a name. */
extern const act_embedded_row act_embedded_rows[];

#endif
