/* SPDX-License-Identifier: MIT */
/*
  Contractions, as the English UD treebanks cut them: "do|n't", "John|'s", "I|'d|'ve", "can|not",
  "gon|na", and what people write without the apostrophe ("do|nt").  Clitics are taken off the end,
  one at a time; the rest is a table of whole words.
*/
#include "annotate/ranges.h"

#include "annotate/token_patterns.h"
#include "base/utf8.h"

#include <string.h>

enum { LONGEST = 16 }; /* longer words are in no table */

/* Words of fixed form; '|' where they are cut. */
static const char *const whole[] = {
  "can|not",   "gon|na",  "wan|na",  "got|ta",  "out|ta",   "gim|me",   "lem|me",   "got|cha",
  "wha|dd|ya", "du|n|no", "sort|a",  "do|nt",   "did|nt",   "does|nt",  "is|nt",    "was|nt",
  "are|nt",    "were|nt", "have|nt", "has|nt",  "had|nt",   "would|nt", "could|nt", "should|nt",
  "ai|nt",     "ca|nt",   "i|m",     "i|ve",    "you|re",   "you|ve",   "they|re",  "they|ve",
  "that|s",    "what|s",  "you|ll",  "they|ll", "there|s",  "he|s",     "we|ve",    "who|s",
  "here|s",    "let|s",   "must|nt", "need|nt", "wo|nt",    "i|'m|a",   "y'|all",   "d'|you",
  "c'm|on",    "'t|is",   "'t|was",  "d'|ye",   "do|n'cha",
};

/* The lower-cased word with straight apostrophes, and the offset of each of its bytes; 0 when it is
 * too long or not ASCII. */
static size_t plain_form(const char *s,
                         size_t at,
                         size_t end,
                         char out[LONGEST + 1],
                         size_t offsets[LONGEST + 1])
{
  size_t n = 0;
  while (at < end) {
    offsets[n] = at;
    uint32_t c = act_utf8_next(s, end, &at);
    c = act_is_apostrophe(c) ? '\'' : act_to_lower(c);
    if (c >= 0x80 || n == LONGEST)
      return 0;
    out[n++] = (char)c;
  }
  out[n] = '\0';
  offsets[n] = at;
  return n;
}

/* Match a table row, without its bars, against a word; the cuts are the bars. */
static size_t match_whole(const char *row,
                          const char *word,
                          const size_t *offsets,
                          size_t cuts[ACT_MAX_CUTS])
{
  size_t count = 0, n = 0;
  for (; *row; row++) {
    if (*row == '|')
      cuts[count++] = offsets[n];
    else if (word[n++] != *row)
      return 0;
  }
  return word[n] ? 0 : count;
}

static size_t find_whole(const char *s, size_t at, size_t end, size_t cuts[ACT_MAX_CUTS])
{
  char word[LONGEST + 1];
  size_t offsets[LONGEST + 1], n = plain_form(s, at, end, word, offsets);
  if (n < 2)
    return 0;
  if (act_ascii_upper(s[at + 1]) && n < 4 && !strchr(word, '\'')) /* "IM" */
    return 0;
  for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
    size_t count = whole[i][0] == word[0] ? match_whole(whole[i], word, offsets, cuts) : 0;
    if (count)
      return count;
  }
  return 0;
}

/* Words that "'d" is cut from; elsewhere it is an ending ("OK'd"). */
static const char *const before_d[] = { "i",    "you",   "he",    "she",  "it",    "we",
                                        "they", "that",  "there", "who",  "how",   "this",
                                        "what", "where", "why",   "when", "y'all", "n't" };

static int takes_d(const char *s, size_t at, size_t end)
{
  char word[LONGEST + 1];
  size_t offsets[LONGEST + 1], n = plain_form(s, at, end, word, offsets);
  for (size_t i = 0; n && i < sizeof before_d / sizeof *before_d; i++)
    if (strcmp(before_d[i], word) == 0)
      return 1;
  return act_is_upper(act_peek(s, at, end)) && end - at > 2; /* "Mary'd" */
}

/* Whether "'s" is cut off: not from decades ("the 1930's", "the 60's"). */
static int takes_s(const char *s, size_t at, size_t end)
{
  size_t digits = 0;
  while (at + digits < end && act_ascii_digit(s[at + digits]))
    digits++;
  bool decade = s[end - 1] == '0' && (digits == 4 || (digits == 2 && s[at] != '1'));
  return at + digits < end || !decade;
}

/* Where the clitic at the end of s[at .. end) begins, or `end` when there is none. */
static size_t clitic(const char *s, size_t at, size_t end)
{
  size_t p = end, letters = 0;
  char tail[4] = "";
  while (p > at && letters < 3) {
    size_t before = p;
    uint32_t c = act_utf8_previous(s, &before);
    if (act_is_apostrophe(c)) {
      p = before;
      break;
    }
    if (c >= 0x80)
      return end;
    memmove(tail + 1, tail, letters);
    tail[0] = (char)act_to_lower(c);
    letters++;
    p = before;
  }
  if (p <= at || !letters || !act_is_apostrophe(act_peek(s, p, end)))
    return end;
  if (letters == 1 && tail[0] == 't') {
    uint32_t before = (unsigned char)s[p - 1];
    return (before == 'n' || before == 'N') && p - 1 > at ? p - 1 : end;
  }
  if (letters == 1 && tail[0] == 's')
    return takes_s(s, at, p) ? p : end;
  if (letters == 1 && tail[0] == 'm')
    return p - at == 1 && (s[at] == 'I' || s[at] == 'i') ? p : end;
  if (letters == 1 && tail[0] == 'd')
    return takes_d(s, at, p) ? p : end;
  if (letters == 2 &&
      (memcmp(tail, "re", 2) == 0 || memcmp(tail, "ve", 2) == 0 || memcmp(tail, "ll", 2) == 0))
    return p;
  return end;
}

size_t act_split_range(const char *s, size_t at, size_t end, size_t cuts[ACT_MAX_CUTS])
{
  size_t count = find_whole(s, at, end, cuts);
  if (count)
    return count;
  size_t found[ACT_MAX_CUTS], stop = end;
  while (count < ACT_MAX_CUTS) {
    size_t p = clitic(s, at, stop);
    if (p == stop)
      break;
    found[count++] = p;
    stop = p;
  }
  for (size_t i = 0; i < count; i++)
    cuts[i] = found[count - 1 - i];
  return count;
}
