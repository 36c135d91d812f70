/* SPDX-License-Identifier: MIT */
/*
 * From a phrase to dates.  What is left unsaid comes from the document's date and the tense: a past
 * verb takes the latest day that fits on or before that date, a future one the next on or after it,
 * and without a tense the nearest.  A stretch of days that has no name of its own (a week, "two
 * weeks ago") is given as the month or else the year that holds all of it.
 */
#include "relate/time_phrase.h"

static act_date to_precision(act_date date, int unit)
{
  if (unit >= ACT_UNIT_MONTH)
    date.day = 0;
  if (unit >= ACT_UNIT_YEAR)
    date.month = 0;
  return date;
}

/* What two dates have in common: the day, the month, the year or nothing. */
static act_date common(act_date a, act_date b)
{
  if (a.year != b.year)
    return (act_date){ 0 };
  if (a.month != b.month)
    return (act_date){ a.year, 0, 0 };
  return a.day == b.day ? a : (act_date){ a.year, a.month, 0 };
}

static bool point(act_date date, act_date *first, act_date *last)
{
  *first = *last = date;
  return date.year > 0 && date.year < 10000 && act_date_valid(date);
}

static bool span(act_date from, act_date to, act_date *first, act_date *last)
{
  *first = from;
  *last = to;
  return from.year > 0 && to.year < 10000 && act_date_valid(from) && act_date_valid(to);
}

static act_date add_days(act_date date, long days)
{
  return act_date_from_days((int32_t)(act_date_to_days(date) + days));
}

/* A date moved by a number of units; days and months only as far as the date knows them. */
static act_date add_units(act_date date, int unit, long count)
{
  switch (unit) {
    case ACT_UNIT_DAY:
      return add_days(date, count);
    case ACT_UNIT_WEEK:
    case ACT_UNIT_WEEKEND:
      return add_days(date, 7 * count);
    case ACT_UNIT_MONTH:
      return act_date_add_months(date, (int)count);
    case ACT_UNIT_QUARTER:
      return act_date_add_months(date, (int)(3 * count));
    case ACT_UNIT_DECADE:
      return (act_date){ (int16_t)(date.year + 10 * count), date.month, date.day };
    case ACT_UNIT_CENTURY:
      return (act_date){ (int16_t)(date.year + 100 * count), date.month, date.day };
    default:
      return (act_date){ (int16_t)(date.year + count), date.month, date.day };
  }
}

/* ------------------------------------------------------------------------------- parts left unsaid
 */

/* The year of a month (and day) that is given without one. */
static int year_of(const act_time_phrase *p, const act_time_context *c)
{
  act_date doc = c->document, guess = { doc.year, (uint8_t)p->month, (uint8_t)p->day };
  if (c->told_year && (!doc.year || c->tense <= 0))
    return c->told_year;
  if (!doc.year || !doc.month)
    return doc.year ? doc.year : c->told_year;
  act_date now = p->day && doc.day ? doc : (act_date){ doc.year, doc.month, 0 };
  if (!p->day || !doc.day)
    guess.day = 0;
  int order = act_date_compare(guess, now);
  if (c->tense < 0)
    return order > 0 ? doc.year - 1 : doc.year;
  if (c->tense > 0)
    return order < 0 ? doc.year + 1 : doc.year;
  int months = p->month - doc.month;
  return months > 6 ? doc.year - 1 : months < -6 ? doc.year + 1 : doc.year;
}

/* "last March", "next summer", "this June". */
static int ordered_year(const act_time_phrase *p, const act_time_context *c)
{
  int year = c->document.year, month = c->document.month;
  if (!p->month || !year || !month)
    return year ? year + p->order : 0;
  if (p->order < 0)
    return p->month + (p->season ? 2 : 0) < month ? year : year - 1;
  if (p->order > 0)
    return p->month > month ? year : year + 1;
  return year;
}

/* "March of last year". */
static int year_beside(const act_time_phrase *p, const act_time_context *c)
{
  return c->document.year ? c->document.year + p->order : 0;
}

static bool calendar_dates(const act_time_phrase *p,
                           const act_time_context *c,
                           act_date *first,
                           act_date *last)
{
  int year = p->year           ? p->year
             : p->year_ordered ? year_beside(p, c)
             : p->has_order    ? ordered_year(p, c)
                               : year_of(p, c);
  if (!year)
    return false;
  if (p->season)
    return point((act_date){ (int16_t)year, 0, 0 }, first, last);
  act_date date = { (int16_t)year, (uint8_t)p->month, (uint8_t)p->day };
  if (p->day_end)
    return span(date, (act_date){ date.year, date.month, (uint8_t)p->day_end }, first, last);
  return point(date, first, last);
}

static bool span_dates(const act_time_phrase *p,
                       const act_time_context *c,
                       act_date *first,
                       act_date *last)
{
  int year = p->year, end = p->year_end;
  if (p->year_ordered)
    year = end = year_beside(p, c);
  return span((act_date){ (int16_t)year, (uint8_t)p->month, 0 },
              (act_date){ (int16_t)end, (uint8_t)p->month_end, 0 },
              first,
              last);
}

/* ------------------------------------------------------------------------------------ days and
 * weeks */

static act_date monday_of(act_date date)
{
  return add_days(date, -((act_date_weekday(date) + 6) % 7));
}

static bool weekday_dates(const act_time_phrase *p,
                          const act_time_context *c,
                          act_date *first,
                          act_date *last)
{
  act_date doc = c->document;
  if (!doc.day)
    return false;
  int back = (act_date_weekday(doc) - p->weekday + 7) % 7, ahead = (7 - back) % 7;
  int in_week = (p->weekday + 6) % 7; /* from Monday on */
  if (p->unit == ACT_UNIT_WEEK)
    return point(add_days(monday_of(doc), 7 * p->order + in_week), first, last);
  if (!p->has_order || p->order == 0)
    return point(add_days(doc, c->tense > 0 ? ahead : -back), first, last);
  if (p->order < 0)
    return point(add_days(doc, -(back ? back : 7)), first, last);
  return point(add_days(monday_of(doc), 7 + in_week), first, last); /* of the next calendar week */
}

/* A week is of the month and the year that most of its days are in, those of its Thursday (ISO
 * 8601). */
static bool week_dates(act_date day, act_date *first, act_date *last)
{
  act_date thursday = add_days(monday_of(day), 3);
  return point((act_date){ thursday.year, thursday.month, 0 }, first, last);
}

static bool weekend_dates(const act_time_phrase *p,
                          const act_time_context *c,
                          act_date day,
                          act_date *first,
                          act_date *last)
{
  act_date saturday = add_days(monday_of(day), 5);
  bool over = act_date_compare(saturday, day) <= 0;
  bool past = c->tense < 0 || (c->tense == 0 && !p->has_order);
  if (p->order < 0 || (p->order == 0 && past && !over))
    saturday = add_days(saturday, -7);
  else if (p->order > 0)
    saturday = add_days(saturday, 7);
  return span(saturday, add_days(saturday, 1), first, last);
}

/* The date that an anchored phrase starts from, known as precisely as its unit needs. */
static act_date anchor_of(const act_time_phrase *p, const act_time_context *c)
{
  if (!p->anchored)
    return c->document;
  switch (p->unit) {
    case ACT_UNIT_HOUR:
    case ACT_UNIT_DAY:
    case ACT_UNIT_WEEK:
    case ACT_UNIT_WEEKEND:
      return c->day;
    case ACT_UNIT_MONTH:
    case ACT_UNIT_QUARTER:
      return c->month;
    default:
      return c->year;
  }
}

static bool known_to(act_date date, int unit)
{
  return date.year && (unit >= ACT_UNIT_YEAR || date.month) && (unit >= ACT_UNIT_MONTH || date.day);
}

static bool near_dates(const act_time_phrase *p,
                       const act_time_context *c,
                       act_date *first,
                       act_date *last)
{
  act_date base = anchor_of(p, c);
  if (!known_to(base, p->unit))
    return false;
  if (p->unit == ACT_UNIT_WEEKEND)
    return weekend_dates(p, c, base, first, last);
  act_date moved = add_units(base, p->unit, p->order);
  switch (p->unit) {
    case ACT_UNIT_DAY:
      return point(moved, first, last);
    case ACT_UNIT_WEEK:
      return week_dates(moved, first, last);
    case ACT_UNIT_QUARTER: {
      int month = (moved.month - 1) / 3 * 3 + 1;
      return span((act_date){ moved.year, (uint8_t)month, 0 },
                  (act_date){ moved.year, (uint8_t)(month + 2), 0 },
                  first,
                  last);
    }
    case ACT_UNIT_DECADE:
    case ACT_UNIT_CENTURY: {
      int years = p->unit == ACT_UNIT_DECADE ? 10 : 100, year = moved.year / years * years;
      return span((act_date){ (int16_t)year, 0, 0 },
                  (act_date){ (int16_t)(year + years - 1), 0, 0 },
                  first,
                  last);
    }
    default:
      return point(to_precision(moved, p->unit), first, last);
  }
}

/* ---------------------------------------------------------------------------------- counted times
 */

/* Whether a count stays within the years that a date can hold. */
static bool sane(const act_time_phrase *p)
{
  int most = p->unit == ACT_UNIT_CENTURY ? 50 : p->unit == ACT_UNIT_DECADE ? 500 : 5000;
  return p->number >= 0 && p->most <= most;
}

static bool shift_dates(const act_time_phrase *p,
                        const act_time_context *c,
                        act_date *first,
                        act_date *last)
{
  act_date base = anchor_of(p, c);
  if (!known_to(base, p->unit) || !sane(p))
    return false;
  if (p->unit == ACT_UNIT_HOUR) /* may or may not be the same day */
    return point(p->order < 0 ? common(add_days(base, -1 - p->most / 24), base)
                              : common(base, add_days(base, 1 + p->most / 24)),
                 first,
                 last);
  act_date near_ = add_units(base, p->unit, (long)p->order * p->number),
           far = add_units(base, p->unit, (long)p->order * p->most);
  if (p->unit == ACT_UNIT_WEEK) { /* a week more or less */
    near_ = add_days(near_, p->order * -3L);
    far = add_days(far, p->order * 3L);
  } else if (p->unit >= ACT_UNIT_DECADE) {
    return false; /* too vague for a year */
  }
  return point(to_precision(common(near_, far), p->unit), first, last);
}

static bool window_dates(const act_time_phrase *p,
                         const act_time_context *c,
                         act_date *first,
                         act_date *last)
{
  act_date doc = c->document;
  if (!known_to(doc, p->unit == ACT_UNIT_HOUR ? ACT_UNIT_DAY : p->unit) || !sane(p))
    return false;
  if (p->order > 0 &&
      c->tense < 0) /* "he served for the next five years": from no day that we know */
    return false;
  int unit = p->unit == ACT_UNIT_HOUR ? ACT_UNIT_DAY : p->unit;
  long count = p->unit == ACT_UNIT_HOUR ? (p->most + 23) / 24 : p->most;
  act_date other = to_precision(add_units(doc, unit, p->order * count), unit);
  if (unit == ACT_UNIT_WEEK)
    other.day = 0;
  return p->order < 0 ? span(other, doc, first, last) : span(doc, other, first, last);
}

static bool offset_dates(const act_time_phrase *p,
                         const act_time_context *c,
                         act_date *first,
                         act_date *last)
{
  act_date base = p->anchored ? c->day : c->document;
  return base.day && point(add_days(base, p->number), first, last);
}

bool act_time_dates(const act_time_phrase *p,
                    const act_time_context *c,
                    act_date *first,
                    act_date *last)
{
  switch (p->shape) {
    case ACT_SHAPE_CALENDAR:
      return calendar_dates(p, c, first, last);
    case ACT_SHAPE_SPAN:
      return span_dates(p, c, first, last);
    case ACT_SHAPE_WEEKDAY:
      return weekday_dates(p, c, first, last);
    case ACT_SHAPE_NEAR:
      return near_dates(p, c, first, last);
    case ACT_SHAPE_OFFSET:
      return offset_dates(p, c, first, last);
    case ACT_SHAPE_SHIFT:
      return shift_dates(p, c, first, last);
    case ACT_SHAPE_WINDOW:
      return window_dates(p, c, first, last);
    default:
      return false;
  }
}

bool act_time_is_relative(const act_time_phrase *p)
{
  return !((p->shape == ACT_SHAPE_CALENDAR && p->year) ||
           (p->shape == ACT_SHAPE_SPAN && !p->year_ordered));
}
