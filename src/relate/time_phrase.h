/* SPDX-License-Identifier: MIT */
/** @file time_phrase.h  From words to a phrase (grammar), from a phrase to dates (calendar); inside
 * time*.c only. */
#ifndef ACT_RELATE_TIME_PHRASE_H
#define ACT_RELATE_TIME_PHRASE_H

#include "relate/time.h"
#include "relate/time_words.h"

/* The atoms of one sentence. */
typedef struct act_time_scan {
  const act_annotation *annotation;
  const act_sentence *sentence;
  ACT_ARRAY(act_time_atom) atoms;
} act_time_scan;

typedef enum act_time_shape {
  ACT_SHAPE_CALENDAR, /* year, month, day, as far as they are said; day_end of "3–5 March" */
  ACT_SHAPE_SPAN,     /* of years (decade, century) or of months (quarter): year, month to year_end,
                         month_end */
  ACT_SHAPE_WEEKDAY,  /* weekday; order with has_order */
  ACT_SHAPE_NEAR,     /* order and unit: "last month", "this year" */
  ACT_SHAPE_OFFSET,   /* days from the document's date: number */
  ACT_SHAPE_SHIFT,    /* number units before (order -1) or after (1); anchored: from the expression
                         before */
  ACT_SHAPE_WINDOW,   /* the past (order -1) or next (1) number units */
  ACT_SHAPE_LENGTH,   /* "for three years": no date */
} act_time_shape;

typedef struct act_time_phrase {
  act_time_shape shape;
  size_t end; /* atom behind it */
  int year, month, day, day_end;
  int year_end, month_end;
  int weekday, order;
  int number, most; /* at least, at most */
  int unit;         /* act_time_unit */
  bool has_order, anchored;
  bool year_ordered; /* `order` is of the year: "March of last year" */
  bool season;       /* `month` is a season's first: the year alone is sure */
} act_time_phrase;

/** Match the longest phrase that begins at an atom. */
bool act_time_match(const act_time_scan *scan, size_t at, act_time_phrase *out);
/** The same for the far end of a range, where a bare year needs no more context. */
bool act_time_match_end(const act_time_scan *scan, size_t at, act_time_phrase *out);

static inline uint8_t act_time_class_at(const act_time_scan *scan, size_t at)
{
  return at < scan->atoms.count ? scan->atoms.data[at].class : ACT_TW_NONE;
}

/** -1 past, 1 future, 0 unknown: the tense of the clause that a token belongs to. */
int act_time_tense(const act_annotation *annotation, const act_sentence *sentence, uint32_t token);

/* What earlier expressions and the document say. */
typedef struct act_time_context {
  act_date document; /* year 0 when unknown */
  act_date day, month,
    year;        /* the latest expression that is known to the day, the month, the year */
  int told_year; /* of the latest explicit year that months without one may be of, or 0 */
  int tense;
} act_time_context;

/** The first and the last date of a phrase; false when it cannot be known.  For a single date both
 * are equal. */
bool act_time_dates(const act_time_phrase *phrase,
                    const act_time_context *context,
                    act_date *first,
                    act_date *last);
/** Whether a phrase rests on the document's date or on an earlier expression. */
bool act_time_is_relative(const act_time_phrase *phrase);

#endif
