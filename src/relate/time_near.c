/* SPDX-License-Identifier: MIT */
/*
 * The half of the grammar that speaks of time from here: "last month", "the next two years", "three
 * days ago", "the same day", "yesterday evening", "on Friday".
 */
#include "relate/time_atoms.h"

/* Cardinal number, "twenty-one" too: atoms taken, or 0. */
static size_t read_count(const act_time_scan *s, size_t at, int *out)
{
  const act_time_atom *a = atom(s, at);
  if (a->class != ACT_TW_NUMBER || a->ordinal || a->plural)
    return 0;
  *out = a->value;
  const act_time_atom *b = atom(s, at + 2);
  if (!a->digits && a->value >= 20 && is(s, at + 1, ACT_TW_DASH) && b->class == ACT_TW_NUMBER &&
      !b->digits && b->value < 10) {
    *out += b->value;
    return 3;
  }
  return 1;
}

/* "two", "a", "a few", "several", "a couple of": atoms taken, or 0. */
static size_t read_amount(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  size_t n = read_count(s, at, &p->number);
  if (n) {
    p->most = p->number;
    return n;
  }
  size_t i = at + is(s, at, ACT_TW_A);
  if (is(s, i, ACT_TW_QUANTITY)) {
    p->number = atom(s, i)->value;
    p->most = word_is(s, i, "couple") ? 2 : p->number * 2;
    return i + 1 + is(s, i + 1, ACT_TW_OF) - at;
  }
  if (i == at)
    return 0;
  p->number = p->most = 1;
  return 1;
}

/* Whether a preposition makes "the next year" a stretch: "over the next year". */
static bool is_stretch(const act_time_scan *s, size_t at)
{
  size_t before = at > 0 && is(s, at - 1, ACT_TW_THE) ? 2 : 1;
  return before == 2 && at >= before && is(s, at - before, ACT_TW_PREP);
}

static bool match_near_unit(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  size_t unit = at + 1;
  bool past = is(s, at, ACT_TW_PAST), the = at > 0 && is(s, at - 1, ACT_TW_THE);
  if (!read_unit(s, unit, p) || is(s, unit + 1, ACT_TW_OF) || p->unit == ACT_UNIT_HOUR ||
      p->unit == ACT_UNIT_HALF)
    return false;
  p->order = atom(s, at)->value;
  p->has_order = true;
  p->end = unit + 1;
  p->shape = ACT_SHAPE_NEAR;
  if (past || is_plural_unit(s, unit) ||
      (the && p->order && is_stretch(s, at) && p->unit != ACT_UNIT_DAY)) {
    p->shape = ACT_SHAPE_WINDOW;
    p->number = is_plural_unit(s, unit) ? 2 : 1;
    p->most = is_plural_unit(s, unit) ? 4 : 1;
    return the && p->order != 0;
  }
  if (p->unit == ACT_UNIT_DAY) {
    p->anchored = true;
    return p->order == 1 && word_is(s, at, "next");
  }
  p->anchored = the && p->order == 1 && word_is(s, at, "next");
  return !the || p->anchored || p->unit == ACT_UNIT_WEEKEND || word_is(s, at, "current") ||
         word_is(s, at, "coming");
}

/* "the last two years", "the next few days". */
static bool match_window(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  bool the = at > 0 && (is(s, at - 1, ACT_TW_THE) || is(s, at - 1, ACT_TW_PREP));
  size_t n = the ? read_amount(s, at + 1, p) : 0;
  if (!n || !read_unit(s, at + 1 + n, p) || !atom(s, at)->value)
    return false;
  p->shape = ACT_SHAPE_WINDOW;
  p->order = atom(s, at)->value;
  p->end = at + n + 2;
  return true;
}

static bool match_near_name(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  size_t i = at + 1;
  p->order = atom(s, at)->value;
  p->has_order = true;
  p->end = i + 1;
  if (is(s, i, ACT_TW_WEEKDAY)) {
    p->shape = ACT_SHAPE_WEEKDAY;
    p->weekday = atom(s, i)->value;
    p->end += is(s, i + 1, ACT_TW_DAY_PART);
    return is_capital(s, i);
  }
  if (is(s, i, ACT_TW_DAY_PART)) {
    p->shape = ACT_SHAPE_OFFSET;
    p->number = p->order == 1 ? 1 : p->order;
    p->anchored = p->order == 1;
    return true;
  }
  p->shape = ACT_SHAPE_CALENDAR;
  p->month = atom(s, i)->value;
  p->season = is(s, i, ACT_TW_SEASON);
  return p->season || (is(s, i, ACT_TW_MONTH) && is_capital(s, i));
}

static bool match_near(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (is(s, at, ACT_TW_PAST))
    return match_near_unit(s, at, p) || match_window(s, at, p);
  return is(s, at, ACT_TW_ORDER) &&
         (match_near_unit(s, at, p) || match_window(s, at, p) || match_near_name(s, at, p));
}

/* "the same day", "that year", "the following month", "the previous evening". */
static bool match_anchored(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (!is(s, at, ACT_TW_ANCHOR) || is_plural_unit(s, at + 1))
    return false;
  bool that = word_is(s, at, "that"), the = at > 0 && is(s, at - 1, ACT_TW_THE);
  if (!that && !the)
    return false;
  p->anchored = p->has_order = true;
  p->order = atom(s, at)->value;
  p->end = at + 2;
  p->shape = ACT_SHAPE_NEAR;
  if (is(s, at + 1, ACT_TW_DAY_PART)) {
    p->unit = ACT_UNIT_DAY;
    return true;
  }
  return read_unit(s, at + 1, p) && p->unit != ACT_UNIT_HOUR && p->unit != ACT_UNIT_HALF &&
         !is(s, at + 2, ACT_TW_OF);
}

/* Nothing but the end of the clause follows: "two days before." */
static bool ends_clause(const act_time_scan *s, size_t at)
{
  return at >= s->atoms.count || has_upos(s, at, ACT_UPOS_PUNCT);
}

/* "two days ago", "a year later", "three weeks before", "ten days from now". */
static bool match_shift(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  size_t n = read_amount(s, at, p), i = at + n + 1;
  if (!n || !read_unit(s, at + n, p) || p->unit == ACT_UNIT_WEEKEND ||
      p->unit == ACT_UNIT_QUARTER || p->unit == ACT_UNIT_HALF)
    return false;
  p->shape = ACT_SHAPE_SHIFT;
  p->end = i + 1;
  p->order = atom(s, i)->value;
  if (is(s, i, ACT_TW_AGO))
    return true;
  p->anchored = true;
  if (is(s, i, ACT_TW_SHIFT))
    return !word_is(s, i + 1, "than");
  if (is_prep(s, i, ACT_PREP_FROM) && (word_is(s, i + 1, "now") || word_is(s, i + 1, "today"))) {
    p->anchored = false;
    p->order = 1;
    p->end = i + 2;
    return true;
  }
  p->order = is_prep(s, i, ACT_PREP_BEFORE) ? -1 : 1;
  return (is_prep(s, i, ACT_PREP_BEFORE) || is_prep(s, i, ACT_PREP_AFTER)) && ends_clause(s, i + 1);
}

static bool match_length(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  size_t n = at > 0 && is_prep(s, at - 1, ACT_PREP_FOR) ? read_amount(s, at, p) : 0;
  if (!n || !read_unit(s, at + n, p))
    return false;
  p->shape = ACT_SHAPE_LENGTH;
  p->end = at + n + 1;
  return true;
}

static bool match_day_name(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  p->shape = ACT_SHAPE_OFFSET;
  if (is(s, at, ACT_TW_DAY_NAME)) {
    p->number = atom(s, at)->value;
    p->end = at + 1 + is(s, at + 1, ACT_TW_DAY_PART);
    return true;
  }
  bool before = is_prep(s, at + 1, ACT_PREP_BEFORE), after = is_prep(s, at + 1, ACT_PREP_AFTER);
  int name = atom(s, at + 2)->value;
  p->number = 2 * name;
  p->end = at + 3;
  return word_is(s, at, "day") && is(s, at + 2, ACT_TW_DAY_NAME) &&
         ((before && name == -1) || (after && name == 1));
}

/* Days that are names of feasts and events rather than of the week. */
static bool is_feast(const act_time_scan *s, size_t at)
{
  static const char *const words[] = { "ash",  "black", "bloody", "cyber", "easter",
                                       "good", "holy",  "palm",   "super" };
  for (size_t i = 0; at > 0 && i < sizeof words / sizeof *words; i++)
    if (word_is(s, at - 1, words[i]))
      return true;
  return false;
}

/* "Friday of this week", "Tuesday last week". */
static void read_week(const act_time_scan *s, act_time_phrase *p)
{
  size_t i = p->end + is(s, p->end, ACT_TW_OF);
  if (!is(s, i, ACT_TW_ORDER) || !is(s, i + 1, ACT_TW_UNIT) ||
      atom(s, i + 1)->value != ACT_UNIT_WEEK)
    return;
  p->unit = ACT_UNIT_WEEK;
  p->order = atom(s, i)->value;
  p->has_order = true;
  p->end = i + 2;
}

static bool match_weekday(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (!is(s, at, ACT_TW_WEEKDAY) || !is_capital(s, at) || is_named(s, at) || is_feast(s, at))
    return false;
  p->shape = ACT_SHAPE_WEEKDAY;
  p->weekday = atom(s, at)->value;
  p->end = at + 1 + is(s, at + 1, ACT_TW_DAY_PART);
  bool thirteenth = is(s, at + 1, ACT_TW_THE) && atom(s, at + 2)->ordinal;
  read_week(s, p);
  return !thirteenth && !(at > 0 && is(s, at - 1, ACT_TW_A)); /* "on a Monday" is no one day */
}

static bool match_weekend(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (!is(s, at, ACT_TW_UNIT) || atom(s, at)->value != ACT_UNIT_WEEKEND || at < 2 ||
      !is(s, at - 1, ACT_TW_THE) || !is(s, at - 2, ACT_TW_PREP))
    return false;
  p->shape = ACT_SHAPE_NEAR;
  p->unit = ACT_UNIT_WEEKEND;
  p->end = at + 1;
  return true;
}

bool act_time_match_near(const act_time_scan *s, size_t at, act_time_phrase *out)
{
  typedef bool match_function(const act_time_scan *scan, size_t from, act_time_phrase *p);
  static match_function *const functions[] = {
    match_near,     match_anchored, match_shift,   match_length,
    match_day_name, match_weekday,  match_weekend,
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    act_time_phrase p = { 0 };
    if (functions[i](s, at, &p)) {
      *out = p;
      return true;
    }
  }
  return false;
}
