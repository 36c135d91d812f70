/* SPDX-License-Identifier: MIT */
/**
   @file time.h  Expressions of time, and the dates that they mean.

   A date has the precision that the words have and no more: "Thursday" is a day, "last month" a
   month, "last year" a year.  A week is the coarsest of month and year that holds all its days.
   What rests on the document's date gives nothing without one.
*/
#ifndef ACT_RELATE_TIME_H
#define ACT_RELATE_TIME_H

#include "annotate/annotation.h"

typedef enum act_time_kind {
  ACT_TIME_POINT, /* "on Thursday", "in 2020": `date` */
  ACT_TIME_RANGE, /* "from 3 to 5 March", "the 1990s", "the first quarter": `date` and `date_end`,
                     both inside */
  ACT_TIME_SINCE, /* "since 2015": from `date` on, still so */
  ACT_TIME_AFTER, /* "after Friday", "from 2015": begins at `date` or later */
  ACT_TIME_BY,    /* "by Friday", "before March": `date` at the latest */
  ACT_TIME_UNTIL, /* "until 2018": `date_end`; `date` is unknown */
  ACT_TIME_DURATION, /* "for three years": no date; "in the past three years": `date` to `date_end`
                      */
} act_time_kind;

typedef struct act_time {
  uint32_t sentence;
  uint32_t first, end; /* tokens, with modifiers ("late", "last") and without the preposition */
  uint32_t head; /* the token of the span that the tree hangs from what is outside; the last one
                    without a tree */
  uint32_t preposition;    /* the token in front ("on", "since"), or ACT_NO_TOKEN */
  act_date date, date_end; /* year 0 when unknown */
  act_time_kind kind;
  bool relative; /* rests on the document's date or on an expression before it */
} act_time;

/** Zero-initialised, it is empty.  In order of the text; spans do not overlap. */
typedef struct act_times {
  ACT_ARRAY(act_time) items;
} act_times;

/**
   Find the time expressions of a document, furniture left out.  `document_date` may be unknown.  On
   failure `out` is to be freed too.

   Errors: ACTANT_MEMORY.
*/
actant_status act_times_find(const act_annotation *annotation,
                             act_date document_date,
                             act_times *out,
                             actant_error *err) ACTANT_MUST_CHECK;
void act_times_free(act_times *times);

/** The index of the first expression of a sentence or of one behind it; items.count when there is
 * none. */
size_t act_times_first(const act_times *times, uint32_t sentence);

#endif
