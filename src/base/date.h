/* SPDX-License-Identifier: MIT */
/** @file date.h  Dates that may be known to the year or the month only; proleptic Gregorian. */
#ifndef ACT_BASE_DATE_H
#define ACT_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** month and day are 0 when unknown; year 0 means no date at all. */
typedef struct act_date {
  int16_t year;
  uint8_t month, day;
} act_date;

enum { ACT_DATE_MAX = 12 }; /* bytes of the longest text form, with its NUL */

/** Days since 1970-01-01; month and day default to 1. */
int32_t act_date_to_days(act_date date);
act_date act_date_from_days(int32_t days);
/** 0 Sunday … 6 Saturday. */
int act_date_weekday(act_date date);
/** Days of a month. */
int act_date_month_days(int year, int month);
/** Whether year, month and day exist in the calendar (0 for unknown parts is allowed, a day needs a
 * month). */
bool act_date_valid(act_date date);
/** Add months to a date with year and month; the day is cut to the month's last. */
act_date act_date_add_months(act_date date, int months);
/** Write "YYYY", "YYYY-MM" or "YYYY-MM-DD"; "" for no date. */
void act_date_write(act_date date, char out[ACT_DATE_MAX]);
/** Read what act_date_write writes, optionally followed by 'T' or a space and a time.  False when
 * it is none. */
bool act_date_read(const char *bytes, size_t size, act_date *out);
/** Order by year, month, day; unknown parts first. */
int act_date_compare(act_date a, act_date b);

#endif
