/* SPDX-License-Identifier: MIT */
/** @file time_words.h  The words that expressions of time are made of; inside time*.c only. */
#ifndef ACT_RELATE_TIME_WORDS_H
#define ACT_RELATE_TIME_WORDS_H

#include "base/strings.h"

typedef enum act_time_class {
  ACT_TW_NONE,
  ACT_TW_SPLIT,       /* has digits or a dash: its atoms are classed one by one */
  ACT_TW_NUMBER,      /* value */
  ACT_TW_MONTH,       /* 1 to 12 */
  ACT_TW_MONTH_SHORT, /* "mar": counts with a number beside it only */
  ACT_TW_WEEKDAY,     /* 0 Sunday to 6 */
  ACT_TW_WEEKDAY_SHORT,
  ACT_TW_UNIT,     /* act_time_unit */
  ACT_TW_SEASON,   /* first month of it in the north */
  ACT_TW_DAY_NAME, /* days from the document's date */
  ACT_TW_DAY_PART,
  ACT_TW_ORDER,    /* -1 last, 0 this, 1 next: from the document's date */
  ACT_TW_PAST,     /* "past": the stretch that ends now */
  ACT_TW_ANCHOR,   /* -1 previous, 0 same, 1 following: from the expression before */
  ACT_TW_QUANTITY, /* "few": the least; the most is twice that */
  ACT_TW_AGO,
  ACT_TW_SHIFT,        /* -1 earlier, 1 later */
  ACT_TW_EARLY,        /* early, late, mid */
  ACT_TW_EDGE,         /* end, start … of */
  ACT_TW_QUARTER_NAME, /* "q1" */
  ACT_TW_THE,
  ACT_TW_A,
  ACT_TW_OF,
  ACT_TW_AND,
  ACT_TW_COMMA,
  ACT_TW_DASH,
  ACT_TW_SLASH,
  ACT_TW_PREP, /* act_time_prep */
} act_time_class;

typedef enum act_time_unit {
  ACT_UNIT_HOUR,
  ACT_UNIT_DAY,
  ACT_UNIT_WEEK,
  ACT_UNIT_WEEKEND,
  ACT_UNIT_MONTH,
  ACT_UNIT_QUARTER,
  ACT_UNIT_HALF,
  ACT_UNIT_YEAR,
  ACT_UNIT_DECADE,
  ACT_UNIT_CENTURY,
} act_time_unit;

enum { ACT_UNIT_MANY = 16 }; /* added to a unit in the plural */

typedef enum act_time_prep {
  ACT_PREP_PLAIN, /* on, in: a point */
  ACT_PREP_AT,    /* at, around: never in front of a year by itself */
  ACT_PREP_OVER,
  /* during, within */ ACT_PREP_FOR,
  ACT_PREP_SINCE,
  ACT_PREP_FROM,
  ACT_PREP_TO,
  ACT_PREP_UNTIL,
  ACT_PREP_BY,
  ACT_PREP_BEFORE,
  ACT_PREP_AFTER,
  ACT_PREP_BETWEEN,
} act_time_prep;

typedef struct act_time_word {
  uint8_t class;
  int16_t value;
} act_time_word;

/* A word or a part of one: "mid-2021" has three. */
typedef struct act_time_atom {
  uint32_t token;
  uint8_t class;
  uint8_t digits; /* how many it is written with, 0 for "three" */
  bool ordinal;   /* "3rd", "third" */
  bool plural;    /* "1990s" */
  int16_t value;
} act_time_atom;

/** Class a lower-cased word by itself. */
act_time_word act_time_classify(const char *lower, size_t size);

/** Take the next atom of a word that is to be split, from *at on; false at its end. */
bool act_time_split(const char *lower, size_t size, size_t *at, act_time_atom *atom);

#endif
