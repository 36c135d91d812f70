/* SPDX-License-Identifier: MIT */
/*
  The tokenizer: a scanner over runs of text between white space ("chunks"), which asks at each
  position what begins there: addresses, emoticons, words and numbers, else one mark.  Conventions
  are those of the English UD treebanks EWT and GUM 2.x.

  Invariants
  1. Scanning always advances, and what it advances over becomes a word: no byte that is not white
  space is lost.
  2. Lookahead is bounded or consumed, so that time is linear: a chunk may be the whole file.
*/
#include "annotate/tokens.h"

#include "annotate/ranges.h"
#include "annotate/token_patterns.h"
#include "base/utf8.h"

#include <string.h>

typedef struct scanner {
  act_annotation *annotation;
  const act_abbreviations *abbreviations;
  const char *s;
  size_t begin, end; /* the chunk */
  size_t block_end;
  size_t at_sign;   /* the next '@' of the chunk, or its end */
  size_t site_seen; /* no name of a site begins before it */
  bool single_open; /* a single quotation mark waits for its partner */
} scanner;

uint32_t act_intern_lower(act_strings *strings, const char *form, size_t size)
{
  char small[128], *room = small;
  size_t at = 0, n = 0;
  if (size > sizeof small / 2 - 4) {
    room = malloc(2 * size + 4);
    if (!room)
      return ACT_NO_STRING;
  }
  while (at < size) {
    uint32_t c = act_utf8_next(form, size, &at);
    if (act_is_format(c))
      continue;
    n += act_utf8_encode(act_is_apostrophe(c) && c != '`' ? '\'' : act_to_lower(c), room + n);
  }
  uint32_t id = n ? act_strings_add(strings, room, n) : act_strings_add(strings, form, size);
  if (room != small)
    free(room);
  return id;
}

/* Behind the characters from `at` that are white space (or, when not `space`, that are not). */
static size_t skip_while(const char *s, size_t at, size_t end, bool space)
{
  while (at < end) {
    size_t next = at;
    if (act_is_space(act_utf8_next(s, end, &next)) != space)
      break;
    at = next;
  }
  return at;
}

/* The word of at most 10 letters behind the white space at `at`; of size 0 when more, or a mark
 * that joins words, follows it. */
static act_text next_word(const scanner *sc, size_t at)
{
  at = skip_while(sc->s, at, sc->block_end, true);
  size_t end = at;
  while (end < sc->block_end && end - at < 11 && act_ascii_letter(sc->s[end]))
    end++;
  bool joined = end < sc->block_end && (sc->s[end] == '-' || end - at == 11);
  return (act_text){ sc->s + at, joined ? 0 : end - at };
}

static bool is_among(const char *const *words, size_t count, act_text word)
{
  for (size_t i = 0; i < count; i++)
    if (act_text_is(word, words[i]))
      return true;
  return false;
}

/* Whether the word behind the white space at `at` is one that often begins a sentence and never a
 * name. */
static bool opener_follows(const scanner *sc, size_t at)
{
  static const char *const openers[] = { "The",  "This",    "That",  "These", "Those", "He",  "She",
                                         "It",   "They",    "We",    "You",   "But",   "And", "In",
                                         "If",   "When",    "While", "After", "There", "His", "Her",
                                         "Its",  "Their",   "As",    "At",    "On",    "For", "So",
                                         "Then", "However", "What",  "Who",   "How",   "Why", "Now",
                                         "Yes",  "No",      "My",    "Our",   "Your",  "I" };
  return is_among(openers, sizeof openers / sizeof *openers, next_word(sc, at));
}

/* Whether "its" at `at` is "it's" without its apostrophe, by the word that follows. */
static bool is_misspelt_its(const scanner *sc, size_t at, size_t end)
{
  static const char *const behind[] = { "a",    "an",     "the",        "not",   "really", "been",
                                        "just", "simply", "definitely", "also",  "still",  "now",
                                        "so",   "too",    "getting",    "going", "called", "in",
                                        "for",  "from",   "as" };
  if (end - at != 3 || (sc->s[at] != 'i' && sc->s[at] != 'I') || sc->s[at + 1] != 't' ||
      sc->s[at + 2] != 's')
    return false;
  return is_among(behind, sizeof behind / sizeof *behind, next_word(sc, end));
}

static bool space_before(const char *s, size_t at)
{
  return at == 0 || act_is_space(act_utf8_previous(s, &at));
}

/* Append the word s[at .. end). */
static bool emit_word(scanner *sc, size_t at, size_t end)
{
  act_annotation *a = sc->annotation;
  act_token token = { .begin = (uint32_t)at, .end = (uint32_t)end, .head = ACT_ROOT };
  token.space_before = at == sc->begin && space_before(sc->s, at);
  token.lower = act_intern_lower(&a->strings, sc->s + at, end - at);
  return token.lower != ACT_NO_STRING && act_array_push(&a->tokens, token);
}

/* Append s[at .. end), cut into the words of a range where it is one. */
static bool emit(scanner *sc, size_t at, size_t end)
{
  size_t cuts[ACT_MAX_CUTS], count = act_split_range(sc->s, at, end, cuts),
                             first = sc->annotation->tokens.count;
  size_t from = at;
  if (is_misspelt_its(sc, at, end))
    cuts[count++] = at + 2;
  for (size_t i = 0; i < count; from = cuts[i++])
    if (!emit_word(sc, from, cuts[i]))
      return false;
  if (!emit_word(sc, from, end))
    return false;
  if (count)
    sc->annotation->tokens.data[first].range = (uint8_t)(count + 1);
  return true;
}

/* Make the last word and the one before, which it touches, words of one range. */
static void join_last_two(scanner *sc)
{
  act_annotation *a = sc->annotation;
  size_t n = a->tokens.count;
  if (n >= 2 && a->tokens.data[n - 2].end == a->tokens.data[n - 1].begin &&
      (n < 3 || a->tokens.data[n - 3].range != 2))
    a->tokens.data[n - 2].range = 2;
}

/* The first code point behind `at` that is not white space, as far as the block goes; 0 at its end.
 * Looks 64 bytes ahead. */
static uint32_t next_visible(const scanner *sc, size_t at)
{
  size_t limit = sc->block_end - at > 64 ? at + 64 : sc->block_end;
  while (at < limit) {
    uint32_t c = act_utf8_next(sc->s, sc->block_end, &at);
    if (!act_is_space(c))
      return c;
  }
  return 0;
}

/* Whether the word before `at` is capitalised: an initial may follow it. */
static bool name_precedes(const scanner *sc)
{
  const act_annotation *a = sc->annotation;
  if (!a->tokens.count)
    return false;
  const act_token *t = &a->tokens.data[a->tokens.count - 1];
  return act_is_upper(act_peek(sc->s, t->begin, t->end));
}

/* Whether the word before is one that letters and Roman numbers follow: "World War I", "Group B".
 */
static bool series_precedes(const scanner *sc)
{
  static const char *const words[] = {
    "war",       "part",     "chapter", "phase",  "act",  "class", "type",   "category", "level",
    "grade",     "vitamin",  "plan",    "group",  "team", "title", "serie",  "section",  "division",
    "hepatitis", "appendix", "annex",   "volume", "book", "pool",  "option", "stage"
  };
  const act_annotation *a = sc->annotation;
  const char *lower = a->tokens.count ? act_token_lower(a, (uint32_t)a->tokens.count - 1) : "";
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(words[i], lower) == 0)
      return true;
  return false;
}

/* Whether a single letter with a full stop behind it, which ends at `dot`, is an initial and not
 * the end of a sentence. */
static bool is_initial(const scanner *sc, size_t at, size_t dot)
{
  uint32_t letter = act_peek(sc->s, at, dot), next = next_visible(sc, dot + 1);
  if (!act_is_upper(letter))
    return false;
  if (!next || opener_follows(sc, dot + 1) || series_precedes(sc))
    return false;
  if (next == ',' || act_is_upper(next))
    return letter != 'I' || name_precedes(sc) || dot + 1 < sc->end;
  return act_is_letter(next) && letter != 'I' && name_precedes(sc);
}

static bool has_condition(const scanner *sc, act_abbreviation_when when, size_t at, size_t dot)
{
  bool capital = act_is_upper(act_peek(sc->s, at, dot));
  uint32_t next = next_visible(sc, dot + 1);
  if (when == ACT_WHEN_CAPITAL)
    return capital;
  if (when == ACT_WHEN_DIGIT)
    return act_is_digit(next);
  if (when == ACT_WHEN_NAME)
    return capital && next && !opener_follows(sc, dot + 1);
  if (when == ACT_WHEN_INSIDE)
    return next && !act_is_upper(next);
  return true;
}

/* "hrs", "bldg": few letters, none of them a vowel. */
static bool is_vowelless(const char *s, size_t at, size_t end)
{
  if (end - at < 2 || end - at > 5)
    return false;
  for (size_t i = at; i < end; i++)
    if (!act_ascii_letter(s[i]) || strchr("aeiouyAEIOUY", s[i]))
      return false;
  return true;
}

/* Whether the full stop at `dot` belongs to the word s[at .. dot). */
static bool takes_stop(const scanner *sc, size_t at, size_t dot)
{
  const char *s = sc->s;
  bool ellipsis = dot + 1 < sc->end && s[dot + 1] == '.' &&
                  ((dot + 2 < sc->end && s[dot + 2] == '.') || dot - at < 2); /* "Inc.." is none */
  if (dot >= sc->end || s[dot] != '.' || ellipsis || dot - at > 24)
    return false;
  size_t second = at;
  act_utf8_next(s, dot, &second);
  if (second == dot && is_initial(sc, at, dot))
    return true;
  char lower[64];
  size_t n = act_utf8_lower(s + at, dot - at, lower, sizeof lower);
  act_abbreviation found = act_abbreviation_find(sc->abbreviations, lower, n);
  uint32_t touching = act_peek(s, dot + 1, sc->end);
  if (found.kind == ACT_ABBREVIATION_PLAIN && (act_is_lower(touching) || act_is_digit(touching)))
    return false;
  if (found.kind != ACT_ABBREVIATION_NONE)
    return has_condition(sc, found.when, at, dot);
  uint32_t next = next_visible(sc, dot + 1);
  return is_vowelless(s, at, dot) && !act_ascii_upper(s[dot - 1]) &&
         (act_is_lower(next) || act_is_digit(next) || next == ',');
}

/* "Ph.D.", "M.Sc.": letters and full stops that the list has as a whole. */
static size_t match_listed(const scanner *sc, size_t at)
{
  size_t p = at, best = at;
  char lower[16];
  while (p < sc->end && p - at < 10 && (act_ascii_letter(sc->s[p]) || sc->s[p] == '.'))
    p++;
  const char *dot = p > at ? memchr(sc->s + at, '.', p - at) : NULL;
  if (!dot || (size_t)(dot - sc->s) + 1 >= p)
    return at;
  for (size_t stop = p; stop > at && best == at; stop--) {
    if (stop < sc->end && sc->s[stop - 1] != '.' &&
        act_is_word_part(act_peek(sc->s, stop, sc->end)))
      continue;
    size_t n = act_utf8_lower(sc->s + at, stop - at, lower, sizeof lower);
    n -= lower[n - 1] == '.';
    if (memchr(lower, '.', n) &&
        act_abbreviation_find(sc->abbreviations, lower, n).kind != ACT_ABBREVIATION_NONE)
      best = stop;
  }
  bool plural = best > at && best < p && sc->s[best] == 's' && sc->s[best - 1] == '.' &&
                best + 1 == p; /* "Ph.D.s" */
  return plural ? p : best;
}

/* Whether the mark at `p` goes on a number: a decimal point, a colon, or a comma before a group of
 * three ("1,00,000" too). */
static bool digits_go_on(const char *s, size_t p, size_t end)
{
  size_t n = 0;
  while (n < 4 && p + 1 + n < end && act_ascii_digit(s[p + 1 + n]))
    n++;
  if (s[p] == ',')
    return n == 3 || (n == 2 && p + 3 < end && s[p + 3] == ',');
  return n > 0 && (s[p] == '.' || s[p] == ':');
}

/* A number that begins with a digit at `at`: groups, decimals, times, ordinals; letters that are a
 * unit are left behind. */
static size_t match_number(const scanner *sc, size_t at)
{
  const char *s = sc->s;
  size_t p = act_match_digit_groups(s, at, sc->end);
  if (p > at)
    return p;
  while (p < sc->end) {
    if (act_ascii_digit(s[p]))
      p++;
    else if (p > at && digits_go_on(s, p, sc->end))
      p++;
    else
      break;
  }
  if (act_match_initials(s, p, sc->end) > p) /* "12:30p.m." */
    return p;
  size_t letters = act_match_word_parts(s, p, sc->end);
  return letters > p && !act_is_unit(s, p, letters) ? letters : p;
}

static bool is_short(size_t at, size_t end)
{
  return end > at && end - at <= 4;
}

/* Whether the mark at `p`, between word parts, belongs to the word that begins at `at`. */
static bool mark_joins(const scanner *sc, size_t at, size_t p)
{
  const char *s = sc->s;
  size_t behind = p;
  uint32_t c = act_utf8_next(s, sc->end, &behind), next = act_peek(s, behind, sc->end);
  if (act_is_apostrophe(c))
    return act_is_letter(next) || act_is_mark(next);
  if (c == '-')
    return act_hyphen_joins(s, at, p, sc->end);
  if (!act_is_word_part(next))
    return false;
  if (c == '.')
    return act_ascii_digit(s[p - 1]) && next < 0x80 && act_is_digit(next); /* "v2.0" */
  if (c == '&')
    return is_short(at, p) &&
           is_short(behind,
                    act_match_word_parts(s, behind, behind + 5 < sc->end ? behind + 5 : sc->end));
  if (c == '/')
    return p - at == 1 && act_ascii_letter(s[at]) &&
           !act_is_word_part(act_peek(s, behind + 1, sc->end));
  return c == '@' || c == 0x2011 || (c == '*' && act_is_letter(next));
}

/* "C++", "C#": what ends a single capital. */
static size_t match_language(const char *s, size_t at, size_t p, size_t end)
{
  if (p - at != 1 || !act_ascii_upper(s[at]) || p == end)
    return p;
  size_t stop = end - p >= 2 && s[p] == '+' && s[p + 1] == '+' ? p + 2 : s[p] == '#' ? p + 1 : p;
  return stop > p && act_is_word_part(act_peek(s, stop, end)) ? p : stop;
}

/* Companies and shows that are written with an exclamation mark, where no sentence ends behind it.
 */
static bool takes_shout(const scanner *sc, size_t at, size_t p)
{
  static const char *const names[] = { "Yahoo", "Jeopardy", "Joomla" };
  if (p >= sc->end || sc->s[p] != '!' ||
      !is_among(names, sizeof names / sizeof *names, (act_text){ sc->s + at, p - at }))
    return false;
  uint32_t next = next_visible(sc, p + 1);
  return next && next != '!' && next != '?' && !opener_follows(sc, p + 1);
}

/* Behind the word or number at `at`. */
static size_t match_word(const scanner *sc, size_t at)
{
  const char *s = sc->s;
  size_t p = at;
  if (act_ascii_digit(s[at]))
    p = match_number(sc, at);
  else if ((p = act_match_initials(s, at, sc->end)) > at || (p = match_listed(sc, at)) > at)
    return p;
  else
    p = act_match_word_parts(s, at, sc->end);
  size_t part = at;
  while (p < sc->end && mark_joins(sc, at, p)) {
    bool hyphen = s[p] == '-';
    act_utf8_next(s, sc->end, &p);
    part = hyphen ? p : part;
    size_t initials = hyphen ? act_match_initials(s, p, sc->end) : p; /* "anti-U.S." */
    if (initials > p)
      return initials;
    p = act_match_word_parts(s, p, sc->end);
  }
  size_t language = match_language(s, at, p, sc->end);
  if (language > p)
    return language;
  if (p < sc->end && s[p] == '$' && p - at <= 2 && act_ascii_upper(s[p - 1]))
    return p + 1;
  return takes_stop(sc, part, p) || takes_shout(sc, at, p) ? p + 1 : p;
}

/* Addresses, tried where a word begins. */
static size_t match_address(scanner *sc, size_t at)
{
  const char *s = sc->s;
  size_t p = act_match_url(s, at, sc->end);
  if (p > at)
    return p;
  if (sc->at_sign < at) {
    const char *sign = memchr(s + at, '@', sc->end - at);
    sc->at_sign = sign ? (size_t)(sign - s) : sc->end;
  }
  if (sc->at_sign < sc->end && sc->at_sign - at < 128 && (p = act_match_email(s, at, sc->end)) > at)
    return p;
  return at < sc->site_seen ? at : act_match_site(s, at, sc->end, &sc->site_seen);
}

/* "'90s", "'em", "'s", "'n'": an apostrophe that begins a word, at `at`; the word's end, or `at`.
 */
static size_t match_clipped(const scanner *sc, size_t at, bool touches)
{
  static const char *const words[] = { "em", "til", "till", "tis", "twas", "cause", "bout",
                                       "n",  "s",   "ve",   "ll",  "re",   "round", "cos" };
  size_t p = at;
  act_utf8_next(sc->s, sc->end, &p);
  size_t end = act_match_word_parts(sc->s, p, sc->end);
  if (!touches && end > p + 1 && act_ascii_digit(sc->s[p]) && act_ascii_digit(sc->s[p + 1]) &&
      (end == p + 2 || (end == p + 3 && sc->s[p + 2] == 's')))
    return end;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t n = strlen(words[i]);
    if (end - p == n && act_to_lower((unsigned char)sc->s[p]) == (unsigned char)words[i][0] &&
        memcmp(sc->s + p + 1, words[i] + 1, n - 1) == 0)
      return n == 1 && sc->s[p] == 'n' && act_is_apostrophe(act_peek(sc->s, end, sc->end))
               ? act_match_symbol(sc->s, end, sc->end)
               : end;
  }
  return at;
}

/* A single quotation mark or apostrophe that no word has taken. */
static bool scan_apostrophe(scanner *sc, size_t *at)
{
  uint32_t c = act_peek(sc->s, *at, sc->end), last = 0;
  size_t begin = *at, before = begin, end = begin;
  act_utf8_next(sc->s, sc->end, &end);
  if (begin > sc->begin)
    last = act_utf8_previous(sc->s, &before);
  bool touches = act_is_word_part(last) || last == '.';
  size_t clipped = c == 0x2018 && touches ? begin : match_clipped(sc, begin, touches);
  bool doubled = (c == '\'' || c == 0x2019) && act_peek(sc->s, end, sc->end) == c;
  if (clipped > begin && !(sc->single_open && touches)) {
    *at = clipped;
    if (!emit_word(sc, begin, clipped))
      return false;
    if (touches)
      join_last_two(sc);
    return true;
  }
  *at = doubled || c == 0x2018 ? act_match_symbol(sc->s, begin, sc->end) : end;
  if (!emit_word(sc, begin, *at))
    return false;
  if (doubled)
    return true;
  if (touches && !sc->single_open && (last == 's' || last == 'S' || last == 'z' || last == 'x'))
    join_last_two(sc);
  else
    sc->single_open = !touches && (c == '\'' || c == 0x2018 || c == '`') &&
                      act_is_word_part(act_peek(sc->s, *at, sc->end));
  return true;
}

/* Behind format characters, which stay with what follows them in the chunk. */
static size_t skip_format(const scanner *sc, size_t at)
{
  while (at < sc->end) {
    size_t next = at;
    if (!act_is_format(act_utf8_next(sc->s, sc->end, &next)))
      break;
    at = next;
  }
  return at;
}

/* Behind the token at `at`, of whatever kind but an apostrophe. */
static size_t match_token(scanner *sc, size_t at)
{
  const char *s = sc->s;
  size_t p = act_match_emoticon(s, at, sc->end);
  if (p > at)
    return p;
  if ((p = act_match_handle(s, at, sc->end)) > at)
    return p;
  uint32_t c = act_peek(s, at, sc->end), next = act_peek(s, at + 1, sc->end);
  bool free = at == sc->begin || strchr("$(-<>=~", s[at - 1]);
  if ((c == '.' || c == '+') && free && next < 0x80 && act_is_digit(next))
    return match_number(sc, at + 1);
  if (!act_is_word_part(c))
    return act_match_symbol(s, at, sc->end);
  p = match_address(sc, at);
  return p > at ? p : match_word(sc, at);
}

static bool scan_chunk(scanner *sc)
{
  const char *sign = memchr(sc->s + sc->begin, '@', sc->end - sc->begin);
  sc->at_sign = sign ? (size_t)(sign - sc->s) : sc->end;
  size_t at = sc->begin;
  while (at < sc->end) {
    size_t visible = skip_format(sc, at);
    if (visible == sc->end)
      return emit_word(sc, at, sc->end);
    uint32_t c = act_peek(sc->s, visible, sc->end);
    if (act_is_apostrophe(c) && visible == at &&
        (c != '`' || act_peek(sc->s, at + 1, sc->end) != '`')) {
      if (!scan_apostrophe(sc, &at))
        return false;
      continue;
    }
    size_t end = match_token(sc, visible);
    if (!emit(sc, at, end))
      return false;
    at = end;
  }
  return true;
}

actant_status act_tokenize(act_annotation *annotation,
                           const act_abbreviations *abbreviations,
                           const act_block *block,
                           actant_error *err)
{
  scanner sc = { .annotation = annotation,
                 .abbreviations = abbreviations,
                 .s = annotation->document->text,
                 .block_end = block->end };
  size_t at = block->begin;
  for (;;) {
    sc.begin = skip_while(sc.s, at, block->end, true);
    if (sc.begin == block->end)
      return ACTANT_OK;
    at = sc.end = skip_while(sc.s, sc.begin, block->end, false);
    if (!scan_chunk(&sc))
      return act_fail_memory(err, "annotate");
  }
}
