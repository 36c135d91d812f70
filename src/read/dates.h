/* SPDX-License-Identifier: MIT */
/** @file dates.h  Dates as articles print them, and the date of a document. */
#ifndef ACT_READ_DATES_H
#define ACT_READ_DATES_H

#include "read/document.h"

/** A date found in a text. */
typedef struct act_found_date {
  size_t begin, end; /* bytes */
  act_date date;     /* year 0 when only month and day are given */
} act_found_date;

/** The first date with a month and a day at or behind `from`.  False when there is none. */
bool act_find_date(const char *bytes, size_t size, size_t from, act_found_date *out);

/** Whether a text is nothing but a date: "Friday, 3 June 2016", "Published March 3, 2016 10:22 am
 * EST". */
bool act_is_date_line(const char *bytes, size_t size);

/** The date that datelines, date lines, captions or the first or last lines of a document give;
 * year 0 for none. */
act_date act_find_document_date(const actant_document *document);

#endif
