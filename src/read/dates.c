/* SPDX-License-Identifier: MIT */
/* Dates as articles print them: "March 31, 2022", "31st of March 2022", "Oct. 8", "2022-03-31",
   "31.03.2022".

   Only what is not ambiguous is read: 03/04/2022 means two days, so it means none.  A document's
   date is sought where papers put it, in this order: a dateline, a line that is nothing but a date,
   then the latest full date of captions, headlines and the first and last paragraphs.  In a
   paragraph, dates in brackets, in ranges and behind words such as "born" or "by" are of something
   else and not of the article. */
#include "read/dates.h"

#include "base/utf8.h"
#include "read/cues.h"

#include <string.h>

enum { FIRST_YEAR = 1600, LAST_YEAR = 2199 }; /* of newspapers */

static const char *const months[] = { "january",   "february", "march",    "april",
                                      "may",       "june",     "july",     "august",
                                      "september", "october",  "november", "december" };

static bool digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static char lower(char c)
{
  return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* A month's name or its abbreviation to three letters ("Sept" to four); the length read, or 0. */
static size_t read_month(const char *s, size_t n, uint8_t *month)
{
  size_t length = 0;
  while (length < n && letter(s[length]))
    length++;
  if (length < 3 || length > 9 || s[0] < 'A' || s[0] > 'Z')
    return 0;
  for (uint8_t m = 0; m < 12; m++) {
    size_t full = strlen(months[m]), i = 0;
    while (i < length && i < full && lower(s[i]) == months[m][i])
      i++;
    if (i == length && (length == full || length == 3 || (m == 8 && length == 4))) {
      *month = (uint8_t)(m + 1);
      return length < full && length < n && s[length] == '.' ? length + 1 : length;
    }
  }
  return 0;
}

/* Up to four digits; how many, or 0 when there are more or none. */
static size_t read_number(const char *s, size_t n, int *value)
{
  size_t i = 0;
  *value = 0;
  for (; i < n && i < 5 && digit(s[i]); i++)
    *value = *value * 10 + (s[i] - '0');
  return i == 5 ? 0 : i;
}

static size_t skip(const char *s, size_t n, size_t at, const char *set)
{
  for (;;) {
    if (at < n && strchr(set, s[at]))
      at++;
    else if (at + 1 < n && !memcmp(s + at, "\xC2\xA0", 2))
      at += 2;
    else
      return at;
  }
}

/* "st", "nd", "rd", "th" behind a day. */
static size_t skip_ordinal(const char *s, size_t n, size_t at)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  for (size_t i = 0; i < 4; i++)
    if (at + 2 <= n && lower(s[at]) == endings[i][0] && lower(s[at + 1]) == endings[i][1])
      return at + 2;
  return at;
}

/* A year of four digits, not followed by another letter or digit; the end, or `at` when there is
 * none. */
static size_t read_year(const char *s, size_t n, size_t at, int *year)
{
  size_t length = read_number(s + at, n - at, year);
  bool ends = at + length >= n || !(letter(s[at + length]) || digit(s[at + length])) ||
              (unsigned char)s[at + length] >= 0x80;
  if (length == 4 && ends && *year >= FIRST_YEAR && *year <= LAST_YEAR)
    return at + length;
  *year = 0;
  return at;
}

static bool give(act_found_date *out, size_t end, int year, int month, int day)
{
  act_date date = { (int16_t)year, (uint8_t)month, (uint8_t)day };
  act_date check = { (int16_t)(year ? year : 2000), date.month, date.day };
  if (!day || !month || day > 31 || month > 12 || !act_date_valid(check))
    return false;
  out->end = end;
  out->date = date;
  return true;
}

/* "March 31, 2022" or "March 31". */
static bool month_first(const char *s, size_t n, size_t at, act_found_date *out)
{
  uint8_t month;
  int day, year = 0;
  size_t length = read_month(s + at, n - at, &month);
  if (!length)
    return false;
  size_t next = skip(s, n, at + length, " \n\t");
  length = next > at + length || s[next - 1] == '.' ? read_number(s + next, n - next, &day) : 0;
  if (length < 1 || length > 2)
    return false;
  size_t end = skip_ordinal(s, n, next + length);
  size_t behind = skip(s, n, end, " ,\n");
  size_t after = read_year(s, n, behind, &year);
  return give(out, year ? after : end, year, month, day);
}

/* "31 March 2022", "31st of March, 2022", "31-Mar-2022". */
static bool day_first(const char *s, size_t n, size_t at, act_found_date *out)
{
  uint8_t month;
  int day, year = 0;
  size_t length = read_number(s + at, n - at, &day);
  if (length < 1 || length > 2)
    return false;
  size_t next = skip(s, n, skip_ordinal(s, n, at + length), " \n-.");
  if (n - next > 3 && !memcmp(s + next, "of ", 3))
    next += 3;
  length = read_month(s + next, n - next, &month);
  if (!length)
    return false;
  size_t end = next + length, after = read_year(s, n, skip(s, n, end, " ,\n-."), &year);
  return give(out, year ? after : end, year, month, day);
}

/* "2022-03-31", "2022/03/31", "31.03.2022", "31/03/2022" when the day is over 12. */
static bool all_numbers(const char *s, size_t n, size_t at, act_found_date *out)
{
  int part[3];
  size_t width[3], next = at;
  char mark = '\0';
  for (int i = 0; i < 3; i++) {
    if (i) {
      if (next >= n || !strchr("-./", s[next]) || (mark && s[next] != mark))
        return false;
      mark = s[next++];
    }
    width[i] = read_number(s + next, n - next, &part[i]);
    if (!width[i])
      return false;
    next += width[i];
  }
  if (width[0] == 4 && width[1] <= 2 && width[2] <= 2 && part[0] >= FIRST_YEAR &&
      part[0] <= LAST_YEAR)
    return give(out, next, part[0], part[1], part[2]);
  if (width[2] != 4 || width[0] > 2 || width[1] > 2 || part[2] < FIRST_YEAR || part[2] > LAST_YEAR)
    return false;
  if (mark == '.' || part[0] > 12 || part[0] == part[1])
    return give(out, next, part[2], part[1], part[0]);
  return part[1] > 12 && give(out, next, part[2], part[0], part[1]);
}

bool act_find_date(const char *bytes, size_t size, size_t from, act_found_date *out)
{
  for (size_t at = from; at < size; at++) {
    bool inside =
      at && (letter(bytes[at - 1]) || digit(bytes[at - 1])) && (unsigned char)bytes[at - 1] < 0x80;
    if (inside || !(digit(bytes[at]) || (bytes[at] >= 'A' && bytes[at] <= 'Z')))
      continue;
    out->begin = at;
    if (digit(bytes[at]) ? all_numbers(bytes, size, at, out) || day_first(bytes, size, at, out)
                         : month_first(bytes, size, at, out))
      return true;
  }
  return false;
}

static bool date_word(const char *s, size_t n)
{
  static const char *const words[] = {
    "monday", "tuesday",   "wednesday", "thursday",  "friday",  "saturday", "sunday",   "mon",
    "tue",    "tues",      "wed",       "thu",       "thur",    "thurs",    "fri",      "sat",
    "sun",    "published", "updated",   "posted",    "date",    "last",     "modified", "first",
    "on",     "at",        "am",        "pm",        "a",       "p",        "m",        "gmt",
    "utc",    "est",       "edt",       "et",        "bst",     "cet",      "cest",     "ist",
    "pst",    "pdt",       "pt",        "t",         "z",       "the",      "of",       "release",
    "issued", "from",      "created",   "print",     "edition", "edited",   "hrs",      "cst",
    "cdt",    "first",     "was",       "this",      "article", "and",      "in",       "by",
    "ago",    "amended",   "added",     "delivered",
  };
  char word[12];
  if (n >= sizeof word)
    return false;
  for (size_t i = 0; i < n; i++)
    word[i] = lower(s[i]);
  word[n] = '\0';
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!strcmp(word, words[i]))
      return true;
  return false;
}

bool act_is_date_line(const char *bytes, size_t size)
{
  act_found_date found;
  if (size > 160 || !act_find_date(bytes, size, 0, &found) || !found.date.year)
    return false;
  for (size_t at = 0; at < size;) {
    if (at >= found.begin && at < found.end) {
      at = found.end;
      if (act_find_date(bytes, size, at, &found) && !found.date.year)
        return false;
      continue;
    }
    size_t end = at;
    while (end < size && letter(bytes[end]) &&
           !(end == at + 1 && bytes[at] == 'T' && digit(bytes[end])))
      end++;
    if (end > at && !date_word(bytes + at, end - at) && (unsigned char)bytes[at] < 0x80)
      return false;
    at = end > at ? end : at + 1;
  }
  return true;
}

static bool word_before(const char *bytes, size_t at, const char *word)
{
  size_t n = strlen(word);
  while (at && (bytes[at - 1] == ' ' || bytes[at - 1] == '\n' || bytes[at - 1] == ','))
    at--;
  return at >= n && !memcmp(bytes + at - n, word, n) && (at == n || !letter(bytes[at - n - 1]));
}

/* Whether a date in running prose is bound to something else: a life, a range, a deadline. */
static bool bound(const char *bytes, size_t size, const act_found_date *found)
{
  static const char *const words[] = {
    "born",  "Born", "died", "until",   "till", "by",      "since", "Since", "before",
    "after", "from", "to",   "through", "and",  "between", "of",    "than",  "effective"
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (word_before(bytes, found->begin, words[i]))
      return true;
  size_t at = skip(bytes, size, found->end, " ");
  if (at < size &&
      (bytes[at] == '-' || bytes[at] == ')' || !strncmp(bytes + at, "\xE2\x80\x93", 3)))
    return true;
  size_t open = found->begin;
  while (open && found->begin - open < 60 && bytes[open - 1] != '(' && bytes[open - 1] != ')')
    open--;
  return open && bytes[open - 1] == '(';
}

static void take_latest(act_date *latest, act_date date)
{
  if (date.year && act_date_compare(*latest, date) < 0)
    *latest = date;
}

static act_date latest_in(const char *bytes, size_t size, bool prose)
{
  act_date latest = { 0, 0, 0 };
  act_found_date found;
  for (size_t at = 0; act_find_date(bytes, size, at, &found); at = found.end)
    if (!prose || !bound(bytes, size, &found))
      take_latest(&latest, found.date);
  return latest;
}

static bool says_will(const char *bytes, size_t size)
{
  for (size_t i = 0; i + 6 <= size; i++)
    if (!memcmp(bytes + i, " will ", 6))
      return true;
  return false;
}

/* What one block tells: rank 3 a dateline, 2 a date line, 1 a caption or headline, 0 prose. */
static int rank_of(const actant_document *document, const act_block *block)
{
  const char *bytes = document->text + block->begin;
  if (act_is_date_line(bytes, block->end - block->begin))
    return 2;
  if (block->kind == ACT_BLOCK_DATELINE)
    return 3;
  return block->kind == ACT_BLOCK_BODY || block->kind == ACT_BLOCK_LIST ? 0 : 1;
}

enum { RANKS = 4, FIRST_BLOCKS = 16, FIRST_BODIES = 2, LAST_BLOCKS = 4, LONG_BLOCK = 4000 };

static void look_at(const actant_document *document, size_t index, act_date best[RANKS])
{
  const act_block *block = &document->blocks.data[index];
  const char *bytes = document->text + block->begin;
  size_t size = block->end - block->begin;
  int rank = rank_of(document, block);
  size = size < LONG_BLOCK ? size : LONG_BLOCK;
  if (rank || !says_will(bytes, size))
    take_latest(&best[rank], latest_in(bytes, size, !rank));
}

act_date act_find_document_date(const actant_document *document)
{
  act_date best[RANKS] = { { 0, 0, 0 } };
  size_t count = document->blocks.count, bodies = 0, at = 0;
  for (; at < count && at < FIRST_BLOCKS && bodies < FIRST_BODIES; at++) {
    look_at(document, at, best);
    bodies += document->blocks.data[at].kind == ACT_BLOCK_BODY;
  }
  size_t last = count > LAST_BLOCKS ? count - LAST_BLOCKS : 0;
  for (at = at > last ? at : last; at < count; at++)
    look_at(document, at, best);
  for (int rank = RANKS; rank-- > 0;)
    if (best[rank].year)
      return best[rank];
  return (act_date){ 0, 0, 0 };
}
