/* SPDX-License-Identifier: MIT */
/*
 * Which words speak of time.  A closed list of English calendar words (any grammar has it), looked
 * up once for each word type; words with digits or dashes are cut into atoms, so that it does not
 * matter how "2015–2019" or "mid-2021" was tokenised.
 */
#include "relate/time_words.h"

#include <string.h>

typedef struct word_row {
  const char *text;
  uint8_t class;
  int8_t value;
} word_row;

/* Sorted by text, for the binary search. */
static const word_row words[] = {
  { "'til", ACT_TW_PREP, ACT_PREP_UNTIL },
  { ",", ACT_TW_COMMA, 0 },
  { "a", ACT_TW_A, 1 },
  { "after", ACT_TW_PREP, ACT_PREP_AFTER },
  { "afternoon", ACT_TW_DAY_PART, 0 },
  { "ago", ACT_TW_AGO, -1 },
  { "an", ACT_TW_A, 1 },
  { "and", ACT_TW_AND, 0 },
  { "apr", ACT_TW_MONTH_SHORT, 4 },
  { "april", ACT_TW_MONTH, 4 },
  { "around", ACT_TW_PREP, ACT_PREP_AT },
  { "at", ACT_TW_PREP, ACT_PREP_AT },
  { "aug", ACT_TW_MONTH_SHORT, 8 },
  { "august", ACT_TW_MONTH, 8 },
  { "autumn", ACT_TW_SEASON, 9 },
  { "before", ACT_TW_PREP, ACT_PREP_BEFORE },
  { "beginning", ACT_TW_EDGE, -1 },
  { "between", ACT_TW_PREP, ACT_PREP_BETWEEN },
  { "by", ACT_TW_PREP, ACT_PREP_BY },
  { "centuries", ACT_TW_UNIT, ACT_UNIT_CENTURY + ACT_UNIT_MANY },
  { "century", ACT_TW_UNIT, ACT_UNIT_CENTURY },
  { "circa", ACT_TW_PREP, ACT_PREP_AT },
  { "close", ACT_TW_EDGE, 1 },
  { "coming", ACT_TW_ORDER, 1 },
  { "couple", ACT_TW_QUANTITY, 2 },
  { "current", ACT_TW_ORDER, 0 },
  { "dawn", ACT_TW_DAY_PART, 0 },
  { "day", ACT_TW_UNIT, ACT_UNIT_DAY },
  { "days", ACT_TW_UNIT, ACT_UNIT_DAY + ACT_UNIT_MANY },
  { "dec", ACT_TW_MONTH_SHORT, 12 },
  { "decade", ACT_TW_UNIT, ACT_UNIT_DECADE },
  { "decades", ACT_TW_UNIT, ACT_UNIT_DECADE + ACT_UNIT_MANY },
  { "december", ACT_TW_MONTH, 12 },
  { "during", ACT_TW_PREP, ACT_PREP_OVER },
  { "earlier", ACT_TW_SHIFT, -1 },
  { "early", ACT_TW_EARLY, -1 },
  { "eight", ACT_TW_NUMBER, 8 },
  { "eighteen", ACT_TW_NUMBER, 18 },
  { "eighteenth", ACT_TW_NUMBER, 18 },
  { "eighth", ACT_TW_NUMBER, 8 },
  { "eleven", ACT_TW_NUMBER, 11 },
  { "eleventh", ACT_TW_NUMBER, 11 },
  { "end", ACT_TW_EDGE, 1 },
  { "evening", ACT_TW_DAY_PART, 0 },
  { "fall", ACT_TW_SEASON, 9 },
  { "feb", ACT_TW_MONTH_SHORT, 2 },
  { "february", ACT_TW_MONTH, 2 },
  { "few", ACT_TW_QUANTITY, 2 },
  { "fifteen", ACT_TW_NUMBER, 15 },
  { "fifteenth", ACT_TW_NUMBER, 15 },
  { "fifth", ACT_TW_NUMBER, 5 },
  { "fifty", ACT_TW_NUMBER, 50 },
  { "first", ACT_TW_NUMBER, 1 },
  { "five", ACT_TW_NUMBER, 5 },
  { "following", ACT_TW_ANCHOR, 1 },
  { "for", ACT_TW_PREP, ACT_PREP_FOR },
  { "fortnight", ACT_TW_UNIT, ACT_UNIT_WEEK },
  { "forty", ACT_TW_NUMBER, 40 },
  { "four", ACT_TW_NUMBER, 4 },
  { "fourteen", ACT_TW_NUMBER, 14 },
  { "fourteenth", ACT_TW_NUMBER, 14 },
  { "fourth", ACT_TW_NUMBER, 4 },
  { "fri", ACT_TW_WEEKDAY_SHORT, 5 },
  { "friday", ACT_TW_WEEKDAY, 5 },
  { "from", ACT_TW_PREP, ACT_PREP_FROM },
  { "half", ACT_TW_UNIT, ACT_UNIT_HALF },
  { "hence", ACT_TW_SHIFT, 1 },
  { "hour", ACT_TW_UNIT, ACT_UNIT_HOUR },
  { "hours", ACT_TW_UNIT, ACT_UNIT_HOUR + ACT_UNIT_MANY },
  { "in", ACT_TW_PREP, ACT_PREP_PLAIN },
  { "jan", ACT_TW_MONTH_SHORT, 1 },
  { "january", ACT_TW_MONTH, 1 },
  { "jul", ACT_TW_MONTH_SHORT, 7 },
  { "july", ACT_TW_MONTH, 7 },
  { "jun", ACT_TW_MONTH_SHORT, 6 },
  { "june", ACT_TW_MONTH, 6 },
  { "last", ACT_TW_ORDER, -1 },
  { "late", ACT_TW_EARLY, 1 },
  { "later", ACT_TW_SHIFT, 1 },
  { "mar", ACT_TW_MONTH_SHORT, 3 },
  { "march", ACT_TW_MONTH, 3 },
  { "may", ACT_TW_MONTH, 5 },
  { "mid", ACT_TW_EARLY, 0 },
  { "middle", ACT_TW_EDGE, 0 },
  { "midnight", ACT_TW_DAY_PART, 0 },
  { "mon", ACT_TW_WEEKDAY_SHORT, 1 },
  { "monday", ACT_TW_WEEKDAY, 1 },
  { "month", ACT_TW_UNIT, ACT_UNIT_MONTH },
  { "months", ACT_TW_UNIT, ACT_UNIT_MONTH + ACT_UNIT_MANY },
  { "morning", ACT_TW_DAY_PART, 0 },
  { "next", ACT_TW_ORDER, 1 },
  { "night", ACT_TW_DAY_PART, 0 },
  { "nine", ACT_TW_NUMBER, 9 },
  { "nineteen", ACT_TW_NUMBER, 19 },
  { "nineteenth", ACT_TW_NUMBER, 19 },
  { "ninth", ACT_TW_NUMBER, 9 },
  { "noon", ACT_TW_DAY_PART, 0 },
  { "nov", ACT_TW_MONTH_SHORT, 11 },
  { "november", ACT_TW_MONTH, 11 },
  { "oct", ACT_TW_MONTH_SHORT, 10 },
  { "october", ACT_TW_MONTH, 10 },
  { "of", ACT_TW_OF, 0 },
  { "on", ACT_TW_PREP, ACT_PREP_PLAIN },
  { "one", ACT_TW_NUMBER, 1 },
  { "outset", ACT_TW_EDGE, -1 },
  { "over", ACT_TW_PREP, ACT_PREP_OVER },
  { "past", ACT_TW_PAST, -1 },
  { "preceding", ACT_TW_ANCHOR, -1 },
  { "previous", ACT_TW_ANCHOR, -1 },
  { "prior", ACT_TW_ANCHOR, -1 },
  { "quarter", ACT_TW_UNIT, ACT_UNIT_QUARTER },
  { "same", ACT_TW_ANCHOR, 0 },
  { "sat", ACT_TW_WEEKDAY_SHORT, 6 },
  { "saturday", ACT_TW_WEEKDAY, 6 },
  { "second", ACT_TW_NUMBER, 2 },
  { "sep", ACT_TW_MONTH_SHORT, 9 },
  { "sept", ACT_TW_MONTH_SHORT, 9 },
  { "september", ACT_TW_MONTH, 9 },
  { "seven", ACT_TW_NUMBER, 7 },
  { "seventeen", ACT_TW_NUMBER, 17 },
  { "seventeenth", ACT_TW_NUMBER, 17 },
  { "seventh", ACT_TW_NUMBER, 7 },
  { "several", ACT_TW_QUANTITY, 3 },
  { "since", ACT_TW_PREP, ACT_PREP_SINCE },
  { "six", ACT_TW_NUMBER, 6 },
  { "sixteen", ACT_TW_NUMBER, 16 },
  { "sixteenth", ACT_TW_NUMBER, 16 },
  { "sixth", ACT_TW_NUMBER, 6 },
  { "spring", ACT_TW_SEASON, 3 },
  { "start", ACT_TW_EDGE, -1 },
  { "summer", ACT_TW_SEASON, 6 },
  { "sun", ACT_TW_WEEKDAY_SHORT, 0 },
  { "sunday", ACT_TW_WEEKDAY, 0 },
  { "ten", ACT_TW_NUMBER, 10 },
  { "tenth", ACT_TW_NUMBER, 10 },
  { "that", ACT_TW_ANCHOR, 0 },
  { "the", ACT_TW_THE, 0 },
  { "third", ACT_TW_NUMBER, 3 },
  { "thirteen", ACT_TW_NUMBER, 13 },
  { "thirteenth", ACT_TW_NUMBER, 13 },
  { "thirty", ACT_TW_NUMBER, 30 },
  { "this", ACT_TW_ORDER, 0 },
  { "three", ACT_TW_NUMBER, 3 },
  { "through", ACT_TW_PREP, ACT_PREP_UNTIL },
  { "throughout", ACT_TW_PREP, ACT_PREP_OVER },
  { "thu", ACT_TW_WEEKDAY_SHORT, 4 },
  { "thur", ACT_TW_WEEKDAY_SHORT, 4 },
  { "thurs", ACT_TW_WEEKDAY_SHORT, 4 },
  { "thursday", ACT_TW_WEEKDAY, 4 },
  { "till", ACT_TW_PREP, ACT_PREP_UNTIL },
  { "to", ACT_TW_PREP, ACT_PREP_TO },
  { "today", ACT_TW_DAY_NAME, 0 },
  { "tomorrow", ACT_TW_DAY_NAME, 1 },
  { "tonight", ACT_TW_DAY_NAME, 0 },
  { "tue", ACT_TW_WEEKDAY_SHORT, 2 },
  { "tues", ACT_TW_WEEKDAY_SHORT, 2 },
  { "tuesday", ACT_TW_WEEKDAY, 2 },
  { "twelfth", ACT_TW_NUMBER, 12 },
  { "twelve", ACT_TW_NUMBER, 12 },
  { "twentieth", ACT_TW_NUMBER, 20 },
  { "twenty", ACT_TW_NUMBER, 20 },
  { "two", ACT_TW_NUMBER, 2 },
  { "until", ACT_TW_PREP, ACT_PREP_UNTIL },
  { "upcoming", ACT_TW_ORDER, 1 },
  { "wed", ACT_TW_WEEKDAY_SHORT, 3 },
  { "wednesday", ACT_TW_WEEKDAY, 3 },
  { "week", ACT_TW_UNIT, ACT_UNIT_WEEK },
  { "weekend", ACT_TW_UNIT, ACT_UNIT_WEEKEND },
  { "weeks", ACT_TW_UNIT, ACT_UNIT_WEEK + ACT_UNIT_MANY },
  { "winter", ACT_TW_SEASON, 12 },
  { "within", ACT_TW_PREP, ACT_PREP_OVER },
  { "year", ACT_TW_UNIT, ACT_UNIT_YEAR },
  { "years", ACT_TW_UNIT, ACT_UNIT_YEAR + ACT_UNIT_MANY },
  { "yesterday", ACT_TW_DAY_NAME, -1 },
};

static const word_row *find_word(const char *lower, size_t size)
{
  if (size > 1 && lower[size - 1] == '.') /* "Jan." */
    size--;
  size_t low = 0, high = sizeof words / sizeof *words;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = strncmp(words[middle].text, lower, size);
    if (order == 0 && words[middle].text[size])
      order = 1;
    if (order == 0)
      return &words[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* The length of a dash at the beginning of bytes, or 0: hyphen-minus, and U+2010 to U+2015. */
static size_t dash_size(const char *bytes, size_t size)
{
  if (size && bytes[0] == '-')
    return 1;
  return size >= 3 && !memcmp(bytes, "\xE2\x80", 2) && (unsigned char)bytes[2] >= 0x90 &&
             (unsigned char)bytes[2] <= 0x95
           ? 3
           : 0;
}

act_time_word act_time_classify(const char *lower, size_t size)
{
  const word_row *row = find_word(lower, size);
  if (row)
    return (act_time_word){ row->class, row->value };
  for (size_t i = 0; i < size; i++)
    if (is_digit(lower[i]) || dash_size(lower + i, size - i))
      return (act_time_word){ ACT_TW_SPLIT, 0 };
  return (act_time_word){ ACT_TW_NONE, 0 };
}

/* "21", "21st", "1990s", "'90s" without its apostrophe: up to four digits and at most an ending. */
static bool read_number(const char *bytes, size_t size, act_time_atom *atom)
{
  size_t n = 0;
  int value = 0;
  while (n < size && n < 5 && is_digit(bytes[n]))
    value = value * 10 + (bytes[n++] - '0');
  if (n == 0 || n > 4)
    return false;
  const char *rest = bytes + n;
  size_t left = size - n;
  if (left == 1 && rest[0] == '.')
    left = 0;
  atom->plural = (left == 1 && rest[0] == 's') || (left == 2 && !memcmp(rest, "'s", 2));
  atom->ordinal = left == 2 && (!memcmp(rest, "st", 2) || !memcmp(rest, "nd", 2) ||
                                !memcmp(rest, "rd", 2) || !memcmp(rest, "th", 2));
  if (left && !atom->plural && !atom->ordinal)
    return false;
  atom->class = ACT_TW_NUMBER;
  atom->digits = (uint8_t)n;
  atom->value = (int16_t)value;
  return true;
}

static void read_atom(const char *bytes, size_t size, act_time_atom *atom)
{
  const word_row *row = find_word(bytes, size);
  if (row) {
    atom->class = row->class;
    atom->value = row->value;
  } else if (size == 2 && bytes[0] == 'q' && bytes[1] >= '1' && bytes[1] <= '4') {
    atom->class = ACT_TW_QUARTER_NAME;
    atom->value = (int16_t)(bytes[1] - '0');
  } else if (size > 1 && bytes[0] == '\'') {
    if (!read_number(bytes + 1, size - 1, atom) || !atom->plural || atom->digits != 2)
      atom->class = ACT_TW_NONE;
  } else if (!read_number(bytes, size, atom)) {
    atom->class = ACT_TW_NONE;
  }
}

bool act_time_split(const char *lower, size_t size, size_t *at, act_time_atom *atom)
{
  if (*at >= size)
    return false;
  atom->class = ACT_TW_NONE;
  atom->digits = 0;
  atom->ordinal = atom->plural = false;
  atom->value = 0;
  size_t dash = dash_size(lower + *at, size - *at);
  if (dash || lower[*at] == '/') {
    atom->class = dash ? ACT_TW_DASH : ACT_TW_SLASH;
    *at += dash ? dash : 1;
    return true;
  }
  size_t end = *at;
  while (end < size && lower[end] != '/' && !dash_size(lower + end, size - end))
    end++;
  read_atom(lower + *at, end - *at, atom);
  *at = end;
  return true;
}
