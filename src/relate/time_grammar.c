/* SPDX-License-Identifier: MIT */
/*
 * The grammar of English time expressions, over atoms.  One function a construction, each of which
 * looks ahead a few atoms and either fills a phrase or says no; the order of the table at the end
 * is the order of trying, longer constructions first. Words that are also something else (May,
 * March, a number of four digits) need a neighbour that speaks for time.
 */
#include "relate/time_atoms.h"

/* ---------------------------------------------------------------------------------- calendar dates
 */

static bool is_day(const act_time_scan *s, size_t at)
{
  const act_time_atom *a = atom(s, at);
  return a->class == ACT_TW_NUMBER && !a->plural && a->value >= 1 && a->value <= 31 &&
         a->digits <= 2 && (a->digits || is(s, at + 1, ACT_TW_OF));
}

static bool is_year(const act_time_scan *s, size_t at)
{
  const act_time_atom *a = atom(s, at);
  return a->class == ACT_TW_NUMBER && a->digits == 4 && !a->plural && !a->ordinal &&
         a->value >= 1000 && a->value < 2200 && !word_is(s, at + 1, "bc") &&
         !word_is(s, at + 1, "b.c.") && !word_is(s, at + 1, "bce");
}

/* The second day of "3–5", "3 to 5", "3 and 4"; `dashes` alone where a number of things may follow.
 */
static size_t read_day_end(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  bool joined = is(s, at, ACT_TW_DASH) || is_prep(s, at, ACT_PREP_TO) ||
                is_prep(s, at, ACT_PREP_UNTIL) || is(s, at, ACT_TW_AND);
  if (!joined || !is_day(s, at + 1) || atom(s, at + 1)->value <= p->day || !atom(s, at + 1)->digits)
    return 0;
  if (!is(s, at, ACT_TW_DASH) &&
      (has_upos(s, at + 2, ACT_UPOS_NOUN) || has_upos(s, at + 2, ACT_UPOS_ADJ)))
    return 0;
  p->day_end = atom(s, at + 1)->value;
  return 2;
}

/* A year behind a month, a day, a quarter or a season: "2021", ", 2021", "of last year", "in 2021".
 */
static size_t read_year(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  size_t i = at + (is(s, at, ACT_TW_COMMA) || is(s, at, ACT_TW_OF) || word_is(s, at, "in"));
  if (is_year(s, i)) {
    p->year = atom(s, i)->value;
    return i + 1 - at;
  }
  i = at + is(s, at, ACT_TW_OF);
  if (!is(s, i, ACT_TW_ORDER) || !is(s, i + 1, ACT_TW_UNIT) ||
      atom(s, i + 1)->value != ACT_UNIT_YEAR)
    return 0;
  p->year_ordered = true;
  p->order = atom(s, i)->value;
  return i + 2 - at;
}

static bool speaks_for_time(const act_time_scan *s, size_t at)
{
  switch (act_time_class_at(s, at)) {
    case ACT_TW_PREP:
    case ACT_TW_OF:
    case ACT_TW_EARLY:
    case ACT_TW_SHIFT:
    case ACT_TW_ORDER:
    case ACT_TW_ANCHOR:
    case ACT_TW_PAST:
      return true;
    case ACT_TW_DASH:
    case ACT_TW_AND:
      if (at > 0 && is(s, at - 1, ACT_TW_EARLY))
        return true;
      return at > 1 && is(s, at - 1, ACT_TW_MONTH) && is(s, at - 2, ACT_TW_PREP);
    default:
      return false;
  }
}

/* "In August Reyes met …": a month behind a preposition at the start, whoever is named behind it.
 */
static bool begins_sentence(const act_time_scan *s, size_t at)
{
  return at == 1 && s->atoms.data[1].token == s->sentence->first + 1 &&
         (word_is(s, 0, "in") || word_is(s, 0, "since") || word_is(s, 0, "during") ||
          word_is(s, 0, "by") || word_is(s, 0, "until"));
}

/* Whether a word is a month rather than a verb or a name; `numbered` when a day or a year stands by
 * it. */
static bool is_month(const act_time_scan *s, size_t at, bool numbered)
{
  bool full = is(s, at, ACT_TW_MONTH), short_ = is(s, at, ACT_TW_MONTH_SHORT);
  if ((!full && !short_) || !is_capital(s, at))
    return false;
  if (full && begins_sentence(s, at))
    return true;
  if (is_named(s, at))
    return false;
  if (numbered)
    return true;
  if (short_ || has_upos(s, at, ACT_UPOS_AUX) || has_upos(s, at, ACT_UPOS_VERB))
    return false;
  int month = atom(s, at)->value;
  bool word_or_name = month == 3 || month == 4 || month == 5 || month == 6 || month == 8;
  return !word_or_name ||
         (at > 0 && speaks_for_time(s, at - 1) && !has_upos(s, at + 1, ACT_UPOS_PROPN));
}

/* What a month without a year takes from its neighbour: "June and July of 1973", "the Sept. 11
 * attacks". */
static void borrow_year(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  act_time_phrase other = { 0 };
  if (p->month == 9 && p->day == 11 &&
      (word_is(s, at, "attacks") || word_is(s, at, "attack") || word_is(s, at, "terrorist")))
    p->year = 2001;
  else if (!p->day && is(s, at, ACT_TW_AND) && is_month(s, at + 1, true) &&
           read_year(s, at + 2, &other))
    p->year = other.year;
}

static bool match_month_first(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (!is(s, at, ACT_TW_MONTH) && !is(s, at, ACT_TW_MONTH_SHORT))
    return false;
  p->shape = ACT_SHAPE_CALENDAR;
  p->month = atom(s, at)->value;
  size_t i = at + 1, day = i + is(s, i, ACT_TW_THE);
  if (is_day(s, day) && atom(s, day)->digits) {
    p->day = atom(s, day)->value;
    i = day + 1;
    i += read_day_end(s, i, p);
  }
  i += read_year(s, i, p);
  if (!p->year && !p->year_ordered)
    borrow_year(s, i, p);
  p->end = i;
  return is_month(s, at, i > at + 1);
}

static bool match_day_first(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (!is_day(s, at))
    return false;
  p->shape = ACT_SHAPE_CALENDAR;
  p->day = atom(s, at)->value;
  size_t i = at + 1;
  i += read_day_end(s, i, p);
  i += is(s, i, ACT_TW_OF);
  if (!is_month(s, i, true))
    return false;
  p->month = atom(s, i)->value;
  i++;
  p->end = i + read_year(s, i, p);
  return true;
}

/* 2021-01-11, and 2022-04 where the second number is no year's end ("2010-11" is a range). */
static bool match_iso(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  const act_time_atom *month = atom(s, at + 2), *day = atom(s, at + 4);
  if (!is_year(s, at) || !is(s, at + 1, ACT_TW_DASH) || month->digits != 2 || month->value < 1 ||
      month->value > 12)
    return false;
  p->shape = ACT_SHAPE_CALENDAR;
  p->year = atom(s, at)->value;
  p->month = month->value;
  p->end = at + 3;
  if (is(s, at + 3, ACT_TW_DASH) && day->digits == 2) {
    p->day = day->value;
    p->end = at + 5;
    return true;
  }
  return p->month <= p->year % 100;
}

/* 31/03/2022 or 03/31/2022; where both numbers could be the month, the year alone is sure. */
static bool match_slashes(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  const act_time_atom *a = atom(s, at), *b = atom(s, at + 2);
  if (a->class != ACT_TW_NUMBER || !is(s, at + 1, ACT_TW_SLASH) || b->class != ACT_TW_NUMBER ||
      !a->digits || !b->digits)
    return false;
  p->shape = ACT_SHAPE_CALENDAR;
  if (a->value == 9 && b->value == 11 &&
      !is(s, at + 3, ACT_TW_SLASH)) { /* the day that is a name */
    p->year = 2001, p->month = 9, p->day = 11;
    p->end = at + 3;
    return true;
  }
  if (!is(s, at + 3, ACT_TW_SLASH) || !is_year(s, at + 4) || a->digits > 2 || b->digits > 2)
    return false;
  p->year = atom(s, at + 4)->value;
  p->end = at + 5;
  if (a->value > 12 || a->value == b->value)
    p->month = b->value, p->day = a->value;
  else if (b->value > 12)
    p->month = a->value, p->day = b->value;
  return true;
}

/* "Thursday, March 31, 2022": the weekday adds nothing. */
static bool match_weekday_date(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (!is(s, at, ACT_TW_WEEKDAY) && !is(s, at, ACT_TW_WEEKDAY_SHORT))
    return false;
  size_t i = at + 1;
  i += is(s, i, ACT_TW_DAY_PART);
  i += is(s, i, ACT_TW_COMMA);
  i += is(s, i, ACT_TW_PREP) && word_is(s, i, "on");
  i += is(s, i, ACT_TW_THE);
  return (match_month_first(s, i, p) || match_day_first(s, i, p)) && p->day;
}

/* ------------------------------------------------------------------------ years and what holds
 * them */

/* Whether a noun in the plural follows, so that the number may count it. */
static bool counts_things(const act_time_scan *s, size_t at)
{
  const act_token *t = token_at(s, at + 1);
  return t && (t->xpos == ACT_XPOS_NNS ||
               (t->upos == ACT_UPOS_ADJ && token_at(s, at + 2) &&
                token_at(s, at + 2)->xpos == ACT_XPOS_NNS) ||
               t->upos == ACT_UPOS_SYM || is(s, at + 1, ACT_TW_UNIT));
}

static bool names_thing(const act_time_scan *s, size_t at)
{
  return has_upos(s, at, ACT_UPOS_NOUN) || has_upos(s, at, ACT_UPOS_PROPN) ||
         has_upos(s, at, ACT_UPOS_ADJ);
}

static bool is_bare_year(const act_time_scan *s, size_t at)
{
  if (at == 0)
    return word_is(s, at + 1, ":");
  const act_time_atom *before = atom(s, at - 1);
  switch ((act_time_class)before->class) {
    case ACT_TW_PREP:
      if (before->value == ACT_PREP_AT)
        return false;
      return before->value == ACT_PREP_SINCE || word_is(s, at - 1, "in") ||
             word_is(s, at - 1, "during") || (atom(s, at)->value >= 1800 && !counts_things(s, at));
    case ACT_TW_OF:
      return !counts_things(s, at) || (at > 1 && is(s, at - 2, ACT_TW_EDGE));
    case ACT_TW_EARLY:
    case ACT_TW_EDGE:
      return true;
    case ACT_TW_DASH: /* mid-2021 */
      return at > 1 && is(s, at - 2, ACT_TW_EARLY);
    case ACT_TW_THE:
      return names_thing(s, at + 1) && !is(s, at + 1, ACT_TW_UNIT);
    default:
      break;
  }
  bool bracket = word_is(s, at - 1, "(") || word_is(s, at - 1, "[");
  if (bracket)
    return word_is(s, at + 1, ")") || word_is(s, at + 1, "]") || is(s, at + 1, ACT_TW_COMMA) ||
           is(s, at + 1, ACT_TW_DASH) || word_is(s, at + 1, ":");
  return (word_is(s, at - 1, "'s") || word_is(s, at - 1, "’s") || word_is(s, at - 1, "its") ||
          word_is(s, at - 1, "their") || word_is(s, at - 1, "his") || word_is(s, at - 1, "her")) &&
         names_thing(s, at + 1) && !counts_things(s, at);
}

static bool take_year(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  p->shape = ACT_SHAPE_CALENDAR;
  p->year = atom(s, at)->value;
  p->end = at + 1;
  return true;
}

/* "2015–2019" and "2015–19" are ranges wherever they stand. */
static bool match_years(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  const act_time_atom *a = atom(s, at), *b = atom(s, at + 2);
  if (!is_year(s, at) || !is(s, at + 1, ACT_TW_DASH) || b->class != ACT_TW_NUMBER || b->plural ||
      is(s, at + 3, ACT_TW_DASH))
    return false;
  int to = b->digits == 2 ? a->value / 100 * 100 + b->value : b->value;
  if ((b->digits != 2 && !is_year(s, at + 2)) || to <= a->value)
    return false;
  p->shape = ACT_SHAPE_SPAN;
  p->year = a->value;
  p->year_end = to;
  p->end = at + 3;
  return true;
}

static bool match_year(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  return is_year(s, at) && is_bare_year(s, at) && take_year(s, at, p);
}

/* "the 1990s", "the '90s"; "in his 30s" is an age. */
static bool match_decade(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  const act_time_atom *a = atom(s, at);
  if (a->class != ACT_TW_NUMBER || !a->plural || a->value % 10 ||
      (a->digits != 4 && a->digits != 2))
    return false;
  bool the = at > 0 && (is(s, at - 1, ACT_TW_THE) ||
                        (is(s, at - 1, ACT_TW_EARLY) || is(s, at - 1, ACT_TW_DASH)));
  if (a->digits == 2 && !the)
    return false;
  p->shape = ACT_SHAPE_SPAN;
  p->year = a->digits == 4 ? a->value : 1900 + a->value;
  p->year_end =
    p->year + (p->year % 100 || p->year == 2000 ? 9 : 99); /* "the 2000s" are a decade */
  p->end = at + 1;
  return true;
}

static bool match_century(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  const act_time_atom *a = atom(s, at);
  size_t i = at + 1;
  i += is(s, i, ACT_TW_DASH);
  if (a->class != ACT_TW_NUMBER || (a->digits && !a->ordinal) || a->value < 1 || a->value > 21 ||
      !read_unit(s, i, p) || p->unit != ACT_UNIT_CENTURY || word_is(s, i + 1, "bc"))
    return false;
  p->shape = ACT_SHAPE_SPAN;
  p->year = (a->value - 1) * 100 + 1;
  p->year_end = a->value * 100;
  p->end = i + 1;
  return true;
}

static bool match_quarter(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  const act_time_atom *a = atom(s, at);
  bool named = a->class == ACT_TW_QUARTER_NAME;
  if (!named &&
      (a->class != ACT_TW_NUMBER || a->value < 1 || a->value > 4 || !read_unit(s, at + 1, p)))
    return false;
  if (!named && p->unit != ACT_UNIT_QUARTER && p->unit != ACT_UNIT_HALF)
    return false;
  int months = !named && p->unit == ACT_UNIT_HALF ? 6 : 3;
  size_t i = at + (named ? 1 : 2), n = read_year(s, i, p);
  if (!n || a->value * months > 12)
    return false;
  p->shape = ACT_SHAPE_SPAN;
  p->month = (a->value - 1) * months + 1;
  p->month_end = a->value * months;
  p->year_end = p->year;
  p->end = i + n;
  return true;
}

static bool match_season(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (!is(s, at, ACT_TW_SEASON))
    return false;
  p->shape = ACT_SHAPE_CALENDAR;
  p->season = true;
  p->month = atom(s, at)->value;
  size_t n = read_year(s, at + 1, p);
  p->end = at + 1 + n;
  bool during = at > 1 && is(s, at - 1, ACT_TW_THE) && is(s, at - 2, ACT_TW_PREP) &&
                !has_upos(s, at + 1, ACT_UPOS_NOUN);
  return n || (during && !is(s, at + 1, ACT_TW_OF));
}

/* ------------------------------------------------------------------------------------------ the
 * whole */

typedef bool match_function(const act_time_scan *s, size_t at, act_time_phrase *p);

static bool match_core(const act_time_scan *s, size_t at, act_time_phrase *out)
{
  static match_function *const functions[] = {
    match_iso,         match_slashes, match_weekday_date, match_day_first,
    match_month_first, match_years,   match_year,         match_decade,
    match_century,     match_quarter, match_season,       act_time_match_near,
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

/* "the end of the year": the unit by itself. */
static bool match_edge_unit(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  *p = (act_time_phrase){ .shape = ACT_SHAPE_NEAR, .has_order = true, .end = at + 1 };
  return at > 0 && is(s, at - 1, ACT_TW_THE) && !is_plural_unit(s, at) && read_unit(s, at, p) &&
         (p->unit == ACT_UNIT_DAY || p->unit == ACT_UNIT_WEEK || p->unit == ACT_UNIT_MONTH ||
          p->unit == ACT_UNIT_YEAR);
}

/* Modifiers in front: "late", "earlier on", "the end of". */
static size_t skip_modifiers(const act_time_scan *s, size_t at, bool *edge)
{
  size_t i = at + is(s, at, ACT_TW_THE);
  *edge = false;
  if (is(s, i, ACT_TW_EDGE) && is(s, i + 1, ACT_TW_OF)) {
    *edge = true;
    i += 2;
  } else if (is(s, i, ACT_TW_EARLY)) {
    i += 1;
    i += is(s, i, ACT_TW_DASH);
    i += is_prep(s, i, ACT_PREP_PLAIN);
  } else if (is(s, i, ACT_TW_SHIFT)) {
    i += 1;
    i += is_prep(s, i, ACT_PREP_PLAIN);
  }
  return i + is(s, i, ACT_TW_THE);
}

bool act_time_match(const act_time_scan *s, size_t at, act_time_phrase *out)
{
  bool edge;
  size_t i = skip_modifiers(s, at, &edge);
  return match_core(s, i, out) || (edge && match_edge_unit(s, i, out));
}

bool act_time_match_end(const act_time_scan *s, size_t at, act_time_phrase *out)
{
  if (act_time_match(s, at, out))
    return true;
  *out = (act_time_phrase){ 0 };
  return is_year(s, at) && take_year(s, at, out);
}
