/* SPDX-License-Identifier: MIT */
/*
  What is seen at a gap: the marks before it, the words around it and their shapes, and what is open
  in the sentence so far. Features are joined hashes of these; the order of their templates is part
  of the model's format.
*/
#include "annotate/boundary.h"

#include "annotate/token_patterns.h"
#include "base/utf8.h"

#include <string.h>

static act_text form_of(const act_gap *gap, uint32_t token)
{
  return act_token_form(gap->annotation, token);
}

static uint32_t first_code(act_text form)
{
  size_t at = 0;
  return act_utf8_next(form.bytes, form.size, &at);
}

static bool is_quote(uint32_t c)
{
  return c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0x201C || c == 0x2018 ||
         c == 0xAB || c == 0xBB || c == '`' || c == 0x201E;
}

static act_gap_class mark_class(act_text form, uint32_t c)
{
  if (c == 0x2026 || (c == '.' && form.size > 1))
    return ACT_GAP_ELLIPSIS;
  if (c == '.')
    return ACT_GAP_STOP;
  if (c == '!' || c == '?')
    return ACT_GAP_MARK;
  if (is_quote(c))
    return ACT_GAP_QUOTE;
  if (c == '(' || c == '[' || c == '{')
    return ACT_GAP_OPEN;
  if (c == ')' || c == ']' || c == '}')
    return ACT_GAP_CLOSE;
  if (c == '-' || c == 0x2013 || c == 0x2014)
    return ACT_GAP_DASH;
  return c == ':'   ? ACT_GAP_COLON
         : c == ';' ? ACT_GAP_SEMICOLON
         : c == ',' ? ACT_GAP_COMMA
                    : ACT_GAP_OTHER;
}

/* The class of a word that ends in a full stop. */
static act_gap_class abbreviation_class(const act_gap *gap, uint32_t token)
{
  static const act_gap_class classes[] = { ACT_GAP_PLAIN, ACT_GAP_TITLE, ACT_GAP_NUMBER,
                                           ACT_GAP_MONTH, ACT_GAP_PLAIN, ACT_GAP_PLAIN };
  act_text lower =
    act_strings_text(&gap->annotation->strings, gap->annotation->tokens.data[token].lower);
  if (lower.size == 2 && act_ascii_letter(lower.bytes[0]) &&
      act_is_upper(first_code(form_of(gap, token))))
    return ACT_GAP_INITIAL;
  return classes[act_abbreviation_find(gap->abbreviations, lower.bytes, lower.size - 1).kind];
}

act_gap_class act_token_class(const act_gap *gap, uint32_t token)
{
  act_text form = form_of(gap, token);
  uint32_t c = first_code(form);
  if (!act_is_letter(c) && !act_is_digit(c)) {
    if (form.size > 1 && c < 0x80 && act_is_punct(c) &&
        (form.bytes[1] == '-' || strchr(")(DPp", form.bytes[form.size - 1])))
      return c == '-' ? ACT_GAP_DASH : ACT_GAP_ADDRESS; /* emoticons too */
    return act_is_punct(c) ? mark_class(form, c) : ACT_GAP_OTHER;
  }
  if (form.size > 1 && form.bytes[form.size - 1] == '.')
    return abbreviation_class(gap, token);
  if (form.size > 4 && (memchr(form.bytes, '@', form.size) || memchr(form.bytes, '/', form.size)))
    return ACT_GAP_ADDRESS;
  return ACT_GAP_WORD;
}

act_gap_shape act_token_shape(const act_gap *gap, uint32_t token)
{
  if (token >= gap->end)
    return ACT_SHAPE_OTHER;
  act_text form = form_of(gap, token);
  size_t at = 0;
  uint32_t c = act_utf8_next(form.bytes, form.size, &at);
  if (act_is_digit(c))
    return ACT_SHAPE_DIGIT;
  if (act_is_lower(c))
    return ACT_SHAPE_LOWER;
  if (!act_is_upper(c))
    return act_is_punct(c) ? ACT_SHAPE_PUNCT : ACT_SHAPE_OTHER;
  if (at >= form.size)
    return ACT_SHAPE_LETTER;
  return act_is_upper(act_utf8_next(form.bytes, form.size, &at)) ? ACT_SHAPE_CAPITALS
                                                                 : ACT_SHAPE_CAPITAL;
}

static bool space_before(const act_gap *gap, uint32_t token)
{
  return token >= gap->end || gap->annotation->tokens.data[token].space_before;
}

/* Whether a quotation mark opens: by its own form, or by the white space around it. */
static bool opens_quote(const act_gap *gap, uint32_t token)
{
  uint32_t c = first_code(form_of(gap, token));
  if (c == 0x201C || c == 0x2018 || c == 0xAB || c == '`' || c == 0x201E)
    return true;
  if (c == 0x201D || c == 0xBB || c == 0x2019)
    return false;
  bool before = space_before(gap, token) || token == gap->start,
       behind = space_before(gap, token + 1);
  return before != behind ? before : !gap->quotes;
}

static void take_in(act_gap *gap)
{
  switch (act_token_class(gap, gap->token)) {
    case ACT_GAP_QUOTE:
      gap->quotes = opens_quote(gap, gap->token);
      break;
    case ACT_GAP_OPEN:
      gap->brackets++;
      break;
    case ACT_GAP_CLOSE:
      gap->brackets -= gap->brackets > 0;
      break;
    default:
      gap->lower |= act_token_shape(gap, gap->token) == ACT_SHAPE_LOWER;
  }
}

void act_gap_begin(act_gap *gap)
{
  gap->quotes = gap->lower = false;
  gap->brackets = 0;
  take_in(gap);
}

void act_gap_next(act_gap *gap, bool cut)
{
  gap->token++;
  if (cut) {
    gap->start = gap->token;
    gap->lower = false;
    gap->brackets = 0;
  }
  take_in(gap);
}

/* Whether the gap lies between the words of a range; ranges have four words at most. */
static bool inside_range(const act_gap *gap)
{
  const act_token *tokens = gap->annotation->tokens.data;
  for (uint32_t back = 0; back < 3 && gap->token >= gap->start + back; back++)
    if (tokens[gap->token - back].range > back + 1)
      return true;
  return false;
}

/* Whether what follows the gap cannot begin a sentence. */
static bool next_continues(const act_gap *gap)
{
  act_gap_class next = act_token_class(gap, gap->token + 1);
  if (next == ACT_GAP_COMMA || next == ACT_GAP_SEMICOLON || next == ACT_GAP_CLOSE ||
      next == ACT_GAP_STOP || next == ACT_GAP_COLON)
    return true;
  if (next == ACT_GAP_MARK ||
      (next == ACT_GAP_OPEN && !space_before(gap, gap->token + 1))) /* "died.[3]" */
    return true;
  return next == ACT_GAP_QUOTE && !space_before(gap, gap->token + 1) &&
         !opens_quote(gap, gap->token + 1);
}

static bool is_one_of(const act_gap *gap, uint32_t token, const char *const *words)
{
  const char *lower = act_token_lower(gap->annotation, token);
  for (; *words; words++)
    if (strcmp(lower, *words) == 0)
      return true;
  return false;
}

/* "at 10 a.m. Tuesday", "5 p.m. GMT". */
static bool goes_on_time(const act_gap *gap)
{
  static const char *const halves[] = { "a.m.", "p.m.", NULL };
  static const char *const times[] = {
    "monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march",    "april",     "may",      "june",   "july",     "august", "september",
    "october",  "november", "december",  "gmt",      "utc",    "et",       "est",    "edt",
    "ct",       "cst",      "cdt",       "mt",       "mst",    "mdt",      "pt",     "pst",
    "pdt",      "bst",      "cet",       "cest",     "jan.",   "feb.",     "mar.",   "apr.",
    "aug.",     "sept.",    "oct.",      "nov.",     "dec.",   NULL
  };
  return is_one_of(gap, gap->token, halves) && is_one_of(gap, gap->token + 1, times);
}

/* "[3]", one or more, tight behind the end of a sentence, as encyclopedias have them. */
static bool behind_footnotes(const act_gap *gap)
{
  uint32_t at = gap->token;
  for (int notes = 0; notes < 8 && at > gap->start + 3; notes++, at -= 3) {
    if (act_token_class(gap, at) != ACT_GAP_CLOSE ||
        act_token_shape(gap, at - 1) != ACT_SHAPE_DIGIT ||
        act_token_class(gap, at - 2) != ACT_GAP_OPEN)
      break;
    if (space_before(gap, at - 2))
      return false;
  }
  if (at == gap->token)
    return false;
  if (act_token_class(gap, at) == ACT_GAP_QUOTE && at > gap->start)
    at--;
  act_gap_class k = act_token_class(gap, at);
  return k == ACT_GAP_STOP || k == ACT_GAP_MARK;
}

static bool is_curly_open(const act_gap *gap, uint32_t token)
{
  uint32_t c = first_code(form_of(gap, token));
  return c == 0x201C || c == 0x2018;
}

static bool is_bullet(const act_gap *gap, uint32_t token)
{
  uint32_t c = first_code(form_of(gap, token));
  return c == 0x2022 || c == 0x25AA || c == 0x2023 || c == 0x25CF || c == 0x25E6;
}

bool act_gap_required(const act_gap *gap)
{
  static const char *const openers[] = {
    "the",    "he",  "she", "it",  "they",      "we",        "but",     "this", "that",  "these",
    "those",  "his", "her", "its", "their",     "there",     "however", "when", "while", "after",
    "before", "if",  "i",   "you", "according", "meanwhile", "also",    NULL
  };
  act_gap_class k = act_token_class(gap, gap->token);
  act_gap_shape next = act_token_shape(gap, gap->token + 1);
  if (k == ACT_GAP_STOP && !space_before(gap, gap->token + 1) &&
      next == ACT_SHAPE_CAPITAL) /* "process.The" */
    return gap->token > gap->start && (act_token_shape(gap, gap->token - 1) == ACT_SHAPE_LOWER ||
                                       act_token_shape(gap, gap->token - 1) == ACT_SHAPE_DIGIT);
  if ((k == ACT_GAP_STOP || k == ACT_GAP_MARK) &&
      is_curly_open(gap, gap->token + 1)) /* "next?“We" */
    return !space_before(gap, gap->token + 1) &&
           act_token_shape(gap, gap->token + 2) == ACT_SHAPE_CAPITAL;
  if (k == ACT_GAP_CLOSE && next != ACT_SHAPE_LOWER && next != ACT_SHAPE_PUNCT)
    return behind_footnotes(gap);
  if (k != ACT_GAP_PLAIN && k != ACT_GAP_MONTH)
    return false;
  return (next == ACT_SHAPE_CAPITAL || next == ACT_SHAPE_LETTER) && gap->lower &&
         is_one_of(gap, gap->token + 1, openers);
}

bool act_gap_forbidden(const act_gap *gap)
{
  if (inside_range(gap) || next_continues(gap) || is_bullet(gap, gap->token))
    return true;
  act_gap_shape next = act_token_shape(gap, gap->token + 1);
  switch (act_token_class(gap, gap->token)) {
    case ACT_GAP_WORD:
      return next == ACT_SHAPE_LOWER; /* three gaps of four; the classifier would find one end in
                                         ten thousand */
    case ACT_GAP_TITLE:
    case ACT_GAP_OPEN:
    case ACT_GAP_COMMA:
      return true;
    case ACT_GAP_NUMBER:
    case ACT_GAP_MONTH:
      return next == ACT_SHAPE_DIGIT || next == ACT_SHAPE_LOWER;
    case ACT_GAP_PLAIN:
      return next == ACT_SHAPE_LOWER || goes_on_time(gap);
    case ACT_GAP_INITIAL:
      return next == ACT_SHAPE_LOWER;
    default:
      return false;
  }
}

static uint32_t lower_of(const act_gap *gap, uint32_t token)
{
  return gap->annotation->tokens.data[token].lower;
}

static uint64_t word_hash(const act_gap *gap, uint32_t token)
{
  if (token >= gap->end)
    return 1;
  if (act_token_class(gap, token) == ACT_GAP_QUOTE)
    return 3; /* straight or curly */
  act_text lower = act_strings_text(&gap->annotation->strings, lower_of(gap, token));
  return act_hash_bytes(lower.bytes, lower.size);
}

static uint64_t suffix_hash(const act_gap *gap, uint32_t token)
{
  act_text lower = act_strings_text(&gap->annotation->strings, lower_of(gap, token));
  size_t n = lower.size < 3 ? lower.size : 3;
  return act_hash_bytes(lower.bytes + lower.size - n, n);
}

/* Words of the sentence so far, in classes. */
static uint64_t length_class(uint32_t words)
{
  static const uint32_t bounds[] = { 1, 2, 3, 5, 8, 12, 20, 35, 60 };
  uint64_t i = 0;
  while (i < 9 && words > bounds[i])
    i++;
  return i;
}

/* What the templates are made of. */
typedef struct view {
  uint64_t marks; /* the classes of the last three tokens, as far back as they are marks */
  uint64_t last;  /* class of the last token */
  uint64_t word, word_shape, suffix; /* the last word before the marks */
  uint64_t next, next_shape, next_class, second, second_shape;
  uint64_t ended; /* 1 where a full stop and its like stands among the marks, 2 where an ellipsis
                     does; 4 where a quote or bracket is last */
  uint64_t tight; /* no white space at the gap */
  uint64_t length, open, first;
} view;

static view look(const act_gap *gap)
{
  uint32_t t = gap->token, back = 0;
  view v = { .last = act_token_class(gap, t), .word = 2, .word_shape = 15 };
  for (; back < 3 && t - back > gap->start; back++) {
    act_gap_class k = act_token_class(gap, t - back);
    if (k == ACT_GAP_WORD || k >= ACT_GAP_INITIAL)
      break;
    v.marks = v.marks * 32 + 1 + k;
    v.ended |= k == ACT_GAP_STOP || k == ACT_GAP_MARK ? 1 : k == ACT_GAP_ELLIPSIS ? 2 : 0;
  }
  v.ended |= v.last == ACT_GAP_QUOTE || v.last == ACT_GAP_CLOSE ? 4 : 0;
  uint32_t w = t - back;
  v.marks = v.marks * 32 + act_token_class(gap, w);
  v.word = word_hash(gap, w);
  v.word_shape = act_token_shape(gap, w);
  v.suffix = suffix_hash(gap, w);
  v.next = word_hash(gap, t + 1);
  v.next_shape = act_token_shape(gap, t + 1);
  v.next_class = act_token_class(gap, t + 1);
  v.second = word_hash(gap, t + 2);
  v.second_shape = act_token_shape(gap, t + 2);
  v.tight = !space_before(gap, t + 1);
  v.length = length_class(t + 1 - gap->start);
  v.open = (uint64_t)gap->quotes + 2 * (uint64_t)(gap->brackets > 0) + 4 * (uint64_t)gap->lower;
  v.first = word_hash(gap, gap->start);
  return v;
}

size_t act_gap_features(const act_gap *gap, uint64_t out[ACT_BOUNDARY_FEATURES])
{
  view v = look(gap);
  uint64_t m = v.marks * 2 + v.tight, s = v.next_shape * 32 + v.next_class;
  const uint64_t templates[][3] = {
    { 0, 0, 0 },
    { m, 0, 0 },
    { m, s, 0 },
    { m, v.next, 0 },
    { v.next, v.last, 0 },
    { v.word, m, 0 },
    { m, v.word_shape, s },
    { m, s, v.second_shape },
    { v.length, v.last, 0 },
    { v.length, v.last, s },
    { v.open, v.last, s },
    { v.open, m, 0 },
    { v.word, v.next, 0 },
    { v.next, v.second, m },
    { v.suffix, m, s },
    { v.first, v.last, s },
    { v.word, s, 0 },
    { v.second, v.last, s },
    { v.word_shape, v.next, 0 },
    { v.open, v.length, m },
    { v.open, v.next, m },
    { v.length, v.next, m },
    { v.word_shape, s, v.open },
    { v.word, v.open, m },
    { v.first, v.next, 0 },
    { v.length, v.word_shape, s },
    { v.ended, s, v.tight },
    { v.ended, v.next, 0 },
    { v.ended, v.open, s },
    { v.ended, s, v.second_shape },
  };
  size_t count = sizeof templates / sizeof *templates;
  for (size_t i = 0; i < count; i++) {
    uint64_t h = act_hash_join(i + 1, templates[i][0]);
    out[i] = act_hash_join(act_hash_join(h, templates[i][1]), templates[i][2]);
  }
  return count;
}
