/* SPDX-License-Identifier: MIT */
/* What a line of a page is, judged by its own words and signs alone; where it stands is judged in
   text.c.

   Datelines follow the style books: a place in capitals (or any place with an agency or a date
   behind it), a comma, a state or country, a date, an agency in brackets, a dash.  A dash alone is
   not enough behind capitals, since "NATO – the alliance –" is no dateline: what follows must begin
   a sentence.  Captions and credits follow the forms of the agencies. */
#include "read/cues.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/phrases.h"

#include <string.h>

enum { DATELINE_MOST = 110, CREDIT_MOST = 90, BYLINE_WORDS = 16 };

static bool starts(const char *s, size_t n, const char *what)
{
  size_t length = strlen(what);
  return n >= length && !memcmp(s, what, length);
}

static bool is_upper(char c)
{
  return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
  return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool has(const char *s, size_t n, const char *what)
{
  size_t length = strlen(what);
  for (size_t i = 0; i + length <= n; i++)
    if (s[i] == what[0] && !memcmp(s + i, what, length))
      return true;
  return false;
}

size_t act_count_words(const char *bytes, size_t size)
{
  size_t count = 0;
  bool inside = false;
  for (size_t at = 0; at < size;) {
    uint32_t code = act_utf8_next(bytes, size, &at);
    if (act_is_space(code))
      inside = false;
    else if (!inside && (act_is_letter(code) || act_is_digit(code)))
      inside = true, count++;
  }
  return count;
}

bool act_ends_sentence(const char *bytes, size_t size)
{
  while (size) {
    size_t at = size;
    uint32_t code = act_utf8_previous(bytes, &at);
    if (code == '.' || code == '!' || code == '?' || code == 0x2026)
      return true;
    bool closing = code == '"' || code == '\'' || code == ')' || code == ']' || code == 0x2019 ||
                   code == 0x201D || code == 0xBB || act_is_space(code);
    if (!closing)
      return false;
    size = at;
  }
  return false;
}

/* "14º", "72°F", "Sunny 21 °C": a degree sign in a short line. */
static bool is_weather(const char *s, size_t n)
{
  return n <= 40 && (has(s, n, "\xC2\xB0") || has(s, n, "\xC2\xBA") || has(s, n, "\xE2\x84\x83") ||
                     has(s, n, "\xE2\x84\x89"));
}

static bool no_letters(const char *s, size_t n)
{
  for (size_t at = 0; at < n;)
    if (act_is_letter(act_utf8_next(s, n, &at)))
      return false;
  return true;
}

/* One word that is an address, a handle or a tag. */
static bool is_address(const char *s, size_t n)
{
  if (!n || memchr(s, ' ', n))
    return false;
  return s[0] == '#' || s[0] == '@' || has(s, n, "://") || has(s, n, "www.") ||
         (memchr(s, '@', n) && memchr(s, '.', n));
}

/* "Home > News > Europe", "Facebook | Twitter | Email": three or more short parts and no sentence.
 */
static bool is_trail(const char *s, size_t n)
{
  /* clang-format off */
  static const char *const marks[] = {
    " | ", " > ", " \xC2\xBB ", " / ", " \xE2\x80\xBA ", " \xC2\xB7 ", " \xE2\x80\xA2 ",
  };
  /* clang-format on */
  if (n > 160 || act_ends_sentence(s, n))
    return false;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t count = 0, length = strlen(marks[i]);
    for (size_t at = 0; at + length <= n; at++)
      count += !memcmp(s + at, marks[i], length);
    if (count >= 2 && act_count_words(s, n) <= (count + 1) * 3)
      return true;
  }
  return false;
}

static bool is_copyright(const char *s, size_t n)
{
  bool sign = starts(s, n, "\xC2\xA9") || starts(s, n, "(c) ") || starts(s, n, "(C) ") ||
              starts(s, n, "Copyright \xC2\xA9");
  return sign || (n < 400 && (has(s, n, "ll rights reserved") || has(s, n, "ll Rights Reserved") ||
                              has(s, n, "may not be published, broadcast")));
}

/* "READ MORE:", "Also read |": a call in capitals or with a mark behind it. */
static bool is_call(const char *s, size_t n)
{
  /* clang-format off */
  static const char *const calls[] = {
    "READ MORE", "READ:", "READ ALSO", "ALSO READ", "WATCH:", "WATCH |", "RELATED", "MORE:",
    "SEE ALSO", "LISTEN:", "Read more:", "Read More:", "Also Read", "Also read:", "Read also:",
    "Read:", "Watch:", "Listen:", "Related:", "See also:", "See Also:", "More:", "Recommended:",
    "Advertisement", "ADVERTISEMENT", "Sponsored:", "Tags:", "Topics:", "Keywords:",
  };
  /* clang-format on */
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
    if (starts(s, n, calls[i]))
      return act_count_words(s, n) <= 24;
  return false;
}

bool act_heads_links(const char *bytes, size_t size)
{
  /* clang-format off */
  static const char *const begins[] = {
    "related", "recommended", "more ", "most ", "trending", "popular", "top stories", "read next",
    "read more", "latest ", "you may", "you might", "dont miss", "editors ", "also read",
    "see also",
  };
  /* clang-format on */
  char plain[ACT_PHRASE_MAX];
  size_t n = act_count_words(bytes, size) <= 5 ? act_plain_form(bytes, size, plain) : 0;
  for (size_t i = 0; n && i < sizeof begins / sizeof *begins; i++)
    if (starts(plain, n, begins[i]))
      return true;
  return false;
}

bool act_is_furniture(const char *bytes, size_t size)
{
  if (is_copyright(bytes, size))
    return true;
  if (size > ACT_PHRASE_MAX * 2)
    return false;
  if (no_letters(bytes, size) || is_weather(bytes, size) || is_address(bytes, size) ||
      is_trail(bytes, size) || is_call(bytes, size))
    return true;
  char plain[ACT_PHRASE_MAX];
  size_t n = act_plain_form(bytes, size, plain);
  return n && act_is_phrase(plain, n, act_ends_sentence(bytes, size));
}

/* Words that stand in names of authors without a capital. */
static bool joins_names(const char *s, size_t n)
{
  /* clang-format off */
  static const char *const words[] = {
    "and", "de", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "al", "el",
    "bin", "ben", "ibn", "y", "e", "dos", "du", "in", "for", "of", "with", "the",
  };
  /* clang-format on */
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == n && !memcmp(words[i], s, n))
      return true;
  return false;
}

static bool capital_at(const char *s, size_t n)
{
  size_t at = 0;
  return n && act_is_upper(act_utf8_next(s, n, &at));
}

/* Whether all words are capitalised, numbers or small words that join names; how many are
 * capitalised. */
static bool capitalised(const char *s, size_t n, size_t *count)
{
  *count = 0;
  for (size_t at = 0; at < n;) {
    while (at < n && strchr(" \t\r\n,;|&/()-", s[at]))
      at++;
    size_t end = at;
    while (end < n && !strchr(" \t\r\n,;|&/()-", s[end]))
      end++;
    if (end > at && capital_at(s + at, end - at))
      ++*count;
    else if (end > at && is_lower(s[at]) && !joins_names(s + at, end - at))
      return false;
    at = end;
  }
  return *count > 0;
}

bool act_like_name(const char *bytes, size_t size)
{
  size_t words = act_count_words(bytes, size), capitals;
  return words >= 2 && words <= 4 && size <= 60 && !act_ends_sentence(bytes, size) &&
         !memchr(bytes, ':', size) && capitalised(bytes, size, &capitals) && capitals + 1 >= words;
}

bool act_is_byline(const char *bytes, size_t size)
{
  /* clang-format off */
  static const char *const begins[] = {
    "By ", "BY ", "by ", "Written by ", "Story by ", "Words by ", "Text by ", "Posted by ",
    "Report by ", "Reported by ", "Reporting by ", "(Reporting by ", "Additional reporting by ",
    "(Additional reporting by ", "Editing by ", "(Editing by ", "Edited by ", "Writing by ",
    "(Writing by ", "Compiled by ", "From ", "Published by ", "Author: ", "Authors: ", "By: ",
  };
  /* clang-format on */
  size_t words = act_count_words(bytes, size), capitals;
  if (words < 2 || words > 40)
    return false;
  for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
    if (!starts(bytes, size, begins[i]))
      continue;
    size_t n = strlen(begins[i]);
    bool agency = begins[i][0] == '(' || has(bytes, n, "eporting") || has(bytes, n, "diting") ||
                  has(bytes, n, "riting");
    if (agency)
      return true;
    return words <= BYLINE_WORDS && (!act_ends_sentence(bytes, size) || begins[i][0] != 'F') &&
           begins[i][0] != 'F' && capitalised(bytes + n, size - n, &capitals) &&
           !(act_ends_sentence(bytes, size) && words > 6);
  }
  return false;
}

size_t act_list_marker(const char *bytes, size_t size)
{
  /* clang-format off */
  static const char *const bullets[] = {
    "\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xE2\x97\xA6", "\xC2\xB7", "\xE2\x80\xA3",
    "\xE2\x97\x8B", "-", "*", "\xE2\x80\x93",
  };
  /* clang-format on */
  for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
    size_t n = strlen(bullets[i]);
    if (starts(bytes, size, bullets[i]) && size > n + 1 && strchr(" \t", bytes[n]))
      return n + 1;
  }
  size_t at = starts(bytes, size, "(") ? 1 : 0, from = at;
  while (at < size && at < from + 2 && is_digit(bytes[at]))
    at++;
  if (at == from && at < size && is_lower(bytes[at]))
    at++;
  bool letter = at > from && is_lower(bytes[from]),
       closed = at < size && (bytes[at] == ')' || (bytes[at] == '.' && !letter));
  if (at > from && closed && at + 2 < size && bytes[at + 1] == ' ' &&
      (from == 0 || bytes[at] == ')'))
    return at + 2;
  return 0;
}

/* ------------------------------------------------------------------------------------- datelines
 */

/* The length of a dash at s, with a double hyphen and a hyphen between spaces; 0 for none. */
static size_t dash_at(const char *s, size_t n, size_t at)
{
  if (starts(s + at, n - at, "\xE2\x80\x93") || starts(s + at, n - at, "\xE2\x80\x94") ||
      starts(s + at, n - at, "\xE2\x80\x95"))
    return 3;
  if (starts(s + at, n - at, "--"))
    return 2;
  bool open = at && (s[at - 1] == ' ' || s[at - 1] == ')' || s[at - 1] == '/');
  return s[at] == '-' && open && at + 1 < n && s[at + 1] == ' ' ? 1 : 0;
}

static size_t find_dash(const char *s, size_t n, size_t *length)
{
  size_t end = n < DATELINE_MOST ? n : DATELINE_MOST;
  for (size_t at = 1; at < end; at++) {
    *length = dash_at(s, n, at);
    if (*length)
      return at;
    if (s[at] == '\n' && at + 1 < n && s[at + 1] == '\n')
      break;
  }
  return 0;
}

/* "(Reuters)", "(AP)", "/PRNewswire/": where it begins, or n. */
static size_t find_agency(const char *s, size_t n)
{
  if (!n || (s[n - 1] != ')' && s[n - 1] != '/'))
    return n;
  for (size_t at = n - 1; at-- > 0;)
    if (s[at] == '(' || (s[at] == '/' && s[n - 1] == '/'))
      return n - at <= 40 ? at : n;
  return n;
}

static size_t trim_end(const char *s, size_t n)
{
  while (n && (s[n - 1] == ' ' || s[n - 1] == '\n' || s[n - 1] == '\r' || s[n - 1] == ',' ||
               s[n - 1] == ':'))
    n--;
  if (n >= 2 && !memcmp(s + n - 2, "\xC2\xA0", 2))
    return trim_end(s, n - 2);
  return n;
}

/* How many of the words, up to a comma or the end, are in capitals only. */
static size_t leading_capitals(const char *s, size_t n, size_t *letters)
{
  size_t words = 0;
  *letters = 0;
  for (size_t at = 0; at < n && s[at] != ',';) {
    size_t end = at, count = 0;
    for (bool lower = false; end < n && s[end] != ' ' && s[end] != ',';) {
      uint32_t code = act_utf8_next(s, n, &end);
      lower = lower || act_is_lower(code);
      if (lower)
        return 0;
      count += act_is_upper(code);
    }
    if (count)
      words++, *letters += count;
    at = end < n && s[end] == ' ' ? end + 1 : end;
  }
  return words;
}

/* Whether only a place, without a sentence's small words, stands here: "Dubai, United Arab
 * Emirates", "Sao Paulo". */
static bool like_place(const char *s, size_t n)
{
  size_t count, words = act_count_words(s, n);
  return words >= 1 && words <= 8 && capitalised(s, n, &count) && !memchr(s, '"', n) &&
         !memchr(s, ':', n) && !memchr(s, '(', n) && !memchr(s, '=', n);
}

static bool begins_sentence(const char *s, size_t n)
{
  if (!n)
    return false;
  size_t at = 0;
  uint32_t code = act_utf8_next(s, n, &at);
  return act_is_upper(code) || act_is_digit(code) || code == '"' || code == '\'' ||
         code == 0x201C || code == 0x2018 || code == '$' || code == 0x20AC || code == 0xA3;
}

/* Whether the bytes before a dash are a dateline. */
static bool dateline_head(const char *s, size_t n)
{
  size_t place = find_agency(s, n), letters;
  bool agency = place < n;
  place = trim_end(s, place);
  act_found_date found;
  bool date = act_find_date(s, place, 0, &found) && trim_end(s, place) <= found.end;
  if (date)
    place = trim_end(s, found.begin);
  size_t month = place; /* "MOSCOW. March 31" */
  place -= month && s[month - 1] == '.' && date ? 1 : 0;
  if (!place)
    return agency; /* "(CNN) —", "April 3 (UPI) —" */
  if (!like_place(s, place))
    return false;
  size_t words = leading_capitals(s, place, &letters);
  return agency || date || (words >= 1 && words <= 4 && letters >= 4);
}

/* Words in capitals that stand before a colon and are no places. */
static bool is_label(const char *plain, size_t n)
{
  /* clang-format off */
  static const char *const labels[] = {
    "update", "updates", "breaking", "exclusive", "opinion", "analysis", "correction",
    "corrections", "clarification", "note", "notes", "editors note", "question", "answer",
    "interviewer", "interview", "host", "moderator", "narrator", "fact check", "explainer",
    "warning", "spoiler", "spoiler alert", "abstract", "background", "conclusion", "summary",
    "result", "results", "method", "methods", "introduction", "reporter", "speaker", "president",
    "minister", "chairman", "senator", "male", "female", "first", "second", "third", "caution",
    "reminder", "alert", "developing", "just in", "review", "preview", "profile", "factbox",
    "timeline", "statement", "whereas", "therefore", "objective", "important", "unidentified male",
    "unidentified female", "announcer", "anchor", "court", "witness", "counsel",
  };
  /* clang-format on */
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (strlen(labels[i]) == n && !memcmp(labels[i], plain, n))
      return true;
  return false;
}

/* "NEW DELHI: The …": a place in capitals of five letters or more and a colon. */
static size_t colon_dateline(const char *s, size_t n)
{
  size_t end = n < 40 ? n : 40, letters;
  const char *colon = memchr(s, ':', end);
  size_t at = colon ? (size_t)(colon - s) : 0;
  if (!at || at + 2 >= n || s[at + 1] != ' ' || !begins_sentence(s + at + 2, n - at - 2))
    return 0;
  char plain[ACT_PHRASE_MAX];
  size_t words = leading_capitals(s, at, &letters), form = act_plain_form(s, at, plain);
  bool known = form && (act_is_phrase(plain, form, false) || is_label(plain, form));
  return words >= 1 && words <= 3 && letters >= 5 && !known && like_place(s, at) ? at + 1 : 0;
}

size_t act_dateline(const char *bytes, size_t size)
{
  size_t dash, at = find_dash(bytes, size, &dash);
  if (at && at + dash < size &&
      (is_upper(bytes[0]) || (unsigned char)bytes[0] >= 0x80 || bytes[0] == '(' ||
       is_digit(bytes[0]))) {
    size_t next = at + dash;
    while (next < size && (bytes[next] == ' ' || bytes[next] == '\n' || bytes[next] == '\r' ||
                           starts(bytes + next, size - next, "\xC2\xA0")))
      next += (unsigned char)bytes[next] == 0xC2 ? 2 : 1;
    if (begins_sentence(bytes + next, size - next) && dateline_head(bytes, trim_end(bytes, at)))
      return at + dash;
  }
  return colon_dateline(bytes, size);
}

/* -------------------------------------------------------------------------- captions and credits
 */

static bool credit_word(const char *s, size_t n)
{
  /* clang-format off */
  static const char *const words[] = {
    "Photo", "photo", "PHOTO", "Image", "Picture", "/AP", "AP ", "Reuters", "REUTERS", "AFP",
    "Getty", "via ", "EPA", "Agency", "Pool", "Courtesy", "Handout", "Xinhua", "Shutterstock",
    "Alamy", "Flickr", "Wikimedia", "Creative Commons", "Bloomberg", "Anadolu", "Press", "File",
    "TASS", "ANI", "Credit", "credit", "iStock",
  };
  /* clang-format on */
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (has(s, n, words[i]))
      return true;
  return n >= 3 && !memcmp(s + n - 3, " AP", 3);
}

/* "(Jane Roe/The Agency)", "(Jane Roe, Pool Photo via AP)": the inside of the brackets. */
static bool credit_inside(const char *s, size_t n)
{
  size_t capitals;
  const char *slash = memchr(s, '/', n);
  bool named = slash && slash > s && capital_at(slash + 1, n - (size_t)(slash + 1 - s));
  return n >= 2 && n <= CREDIT_MOST && act_count_words(s, n) <= 14 &&
         (named || credit_word(s, n)) &&
         (capitalised(s, n, &capitals) || has(s, n, " via ") || has(s, n, "hoto ") ||
          has(s, n, "ourtesy"));
}

/* The bracket that ends at `n`, white space and full stops aside: where it begins, or `n`. */
static size_t last_bracket(const char *s, size_t n, size_t *inside_size)
{
  size_t end = n;
  while (end && (s[end - 1] == ' ' || s[end - 1] == '.'))
    end--;
  if (!end || (s[end - 1] != ')' && s[end - 1] != ']'))
    return n;
  for (size_t at = end - 1; at-- > 0 && end - at < CREDIT_MOST + 2;)
    if (s[at] == '(' || s[at] == '[') {
      *inside_size = end - at - 2;
      return at;
    }
  return n;
}

static bool is_bracket_credit(const char *s, size_t at, size_t inside_size)
{
  bool apart =
    act_ends_sentence(s, at) || !at; /* and not inside a sentence: "the agency (AFP) said" */
  const char *inside = s + at + 1;
  bool sure = has(inside, inside_size, "hoto") || has(inside, inside_size, " via ") ||
              has(inside, inside_size, "/") || has(inside, inside_size, "Getty");
  return (apart || sure) && credit_inside(inside, inside_size);
}

/* Brackets behind a sentence, the last of which may say less than a credit does: "(Jane Roe, Pool
   Photo via AP) (Jane Roe, The Agency)". */
static size_t bracket_credit(const char *s, size_t n)
{
  size_t inside_size = 0, capitals, from = n;
  size_t at = last_bracket(s, n, &inside_size);
  if (at < n && !is_bracket_credit(s, at, inside_size)) {
    size_t before = at;
    bool listed =
      has(s + at + 1, inside_size, ", ") && capitalised(s + at + 1, inside_size, &capitals);
    at = listed ? last_bracket(s, before, &inside_size) : n;
    if (at == before)
      return n;
  }
  while (at < from && is_bracket_credit(s, at, inside_size)) {
    from = at;
    at = last_bracket(s, from, &inside_size);
  }
  return from;
}

/* "… Photo: Jane Roe", "… | Photo by Jane Roe", "… REUTERS/Jane Roe", "… AP Photo/Jane Roe" at the
 * end. */
static size_t marked_credit(const char *s, size_t n)
{
  /* clang-format off */
  static const char *const marks[] = {
    "Photo: ", "Photo by ", "Photograph: ", "Photograph by ", "Image: ", "Picture: ", "Credit: ",
    "Image credit: ", "Photo credit: ", "REUTERS/", "AP Photo/", "Photos by ", "Source: ",
    "Image source, ", "PHOTO: ", "CREDIT: ", "Photo/", "Foto: ", "Photo courtesy of ", "Credit...",
  };
  /* clang-format on */
  size_t from = n > CREDIT_MOST ? n - CREDIT_MOST : 0;
  for (size_t at = from; at < n; at++) {
    bool open = !at || strchr(" |.)\n", s[at - 1]);
    for (size_t i = 0; open && i < sizeof marks / sizeof *marks; i++)
      if (starts(s + at, n - at, marks[i]) && act_count_words(s + at, n - at) <= 10 &&
          !has(s + at, n - at, ". "))
        return at;
  }
  return n;
}

size_t act_credit_begin(const char *bytes, size_t size)
{
  size_t at = bracket_credit(bytes, size);
  if (at == size)
    at = marked_credit(bytes, size);
  while (at && at < size && (bytes[at - 1] == '|' || bytes[at - 1] == ' '))
    at--;
  while (at < size && bytes[at] == ' ')
    at++;
  return at;
}

bool act_is_credit(const char *bytes, size_t size)
{
  return size && size <= CREDIT_MOST + 30 && act_credit_begin(bytes, size) == 0;
}

/* "Jane Roe, left, …": who stands where. */
static bool says_where(const char *s, size_t n)
{
  /* clang-format off */
  static const char *const places[] = {
    ", left,", ", right,", ", center,", ", centre,", ", second left,", ", second right,",
    ", second from left,", ", (left)", " (left)", " (right)", " (L)", " (R)", ", L,", ", R,",
    " (C)", ", at left,", ", at right,", ", top left", ", pictured",
  };
  /* clang-format on */
  for (size_t at = 0; at + 1 < n; at++) /* where all of them begin */
    for (size_t i = 0; (s[at] == ',' || s[at + 1] == '(') && i < sizeof places / sizeof *places;
         i++)
      if (starts(s + at, n - at, places[i]))
        return true;
  return false;
}

bool act_is_caption(const char *bytes, size_t size)
{
  /* clang-format off */
  static const char *const begins[] = {
    "FILE - ", "FILE \xE2\x80\x93 ", "FILE \xE2\x80\x94 ", "FILE: ", "FILE -- ", "FILE PHOTO",
    "File photo", "(FILE", "FILE-", "PHOTO: ", "Photo shows ", "The photo shows ", "This photo ",
    "This image ", "This file photo ", "In this photo", "In this image", "In this file photo",
    "In this handout", "In this frame", "In this picture", "In this satellite", "Pictured",
    "Caption:", "PICTURED:", "A file photo", "An undated photo", "An undated handout",
    "This combination", "This satellite", "A photo taken", "A picture taken", "Screengrab",
    "A screengrab", "Screenshot", "A view of ",
  };
  /* clang-format on */
  if (size > 1200)
    return false;
  size_t credit = act_credit_begin(bytes, size);
  bool credited = credit > 0 && credit < size, known = false;
  for (size_t i = 0; i < sizeof begins / sizeof *begins && !known; i++)
    known = (i < sizeof begins / sizeof *begins - 1 || credited) && starts(bytes, size, begins[i]);
  return known || (credited && act_count_words(bytes, size) <= 80) ||
         (says_where(bytes, size) && act_count_words(bytes, size) <= 60);
}
