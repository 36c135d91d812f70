/* SPDX-License-Identifier: MIT */
/**
   @file text.h  Putting text together.

   Failure sticks: after memory ran out a text takes no more, and `failed` says so; so callers check
   once, at the end.
*/
#ifndef ACT_WRITE_TEXT_H
#define ACT_WRITE_TEXT_H

#include "base/date.h"
#include "graph/clean.h"

#include <stdint.h>

/** Zero-initialised, it is empty. */
typedef struct act_text_builder {
  act_buffer buffer;
  bool failed;
} act_text_builder;

void act_text_put(act_text_builder *text, const char *bytes, size_t size);
void act_text_puts(act_text_builder *text, const char *string);
void act_text_uint(act_text_builder *text, uint64_t number);
/** Thousandths as a decimal fraction without trailing zeros and without locale. */
void act_text_thousandths(act_text_builder *text, uint64_t number);
/** A number from 0 on as a decimal fraction of up to nine decimals, likewise. */
void act_text_decimal(act_text_builder *text, double number);
/** A date as people write it: "31 Aug 2022", "Aug 2022", "2022". */
void act_text_date(act_text_builder *text, act_date date);
/** Text with & < > " and the backslash as entities: Graphviz expands "\N" in HTML-like labels too.
 */
void act_text_html(act_text_builder *text, const char *bytes, size_t size);
/** "1 document", "2 documents". */
void act_text_count(act_text_builder *text, uint64_t number, const char *one, const char *many);
/** A string cut behind `limit` columns, with an ellipsis when it is. */
void act_text_cut(act_text_builder *text, const char *string, size_t limit);
/** Columns that a string takes: two for wide characters, none for marks. */
size_t act_columns(const char *bytes, size_t size);
/** The bytes that fit `limit` columns, cut at a space when there is one in the last half; what
 * follows begins at *next. */
size_t act_fit(const char *bytes, size_t size, size_t limit, size_t *next);
/** The text, NUL-terminated; NULL when memory ran out. */
const char *act_text_get(act_text_builder *text);
/** Forget the text, keep its room. */
void act_text_clear(act_text_builder *text);
void act_text_free(act_text_builder *text);

#endif
