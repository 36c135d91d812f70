/* SPDX-License-Identifier: MIT */
/**
   @file token_patterns.h  Shapes of tokens inside a run of text without white space.

   Each function looks at s[at .. end) and returns where its token ends, or `at` when there is none.
   All look a bounded way ahead, or consume what they have looked at, so that scanning stays linear.
*/
#ifndef ACT_ANNOTATE_TOKEN_PATTERNS_H
#define ACT_ANNOTATE_TOKEN_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Classes of a byte of ASCII; bytes of other code points are in none. */
static inline bool act_ascii_digit(char c)
{
  return c >= '0' && c <= '9';
}
static inline bool act_ascii_lower(char c)
{
  return c >= 'a' && c <= 'z';
}
static inline bool act_ascii_upper(char c)
{
  return c >= 'A' && c <= 'Z';
}
static inline bool act_ascii_letter(char c)
{
  return act_ascii_lower(c) || act_ascii_upper(c);
}

/** Zero-width and control characters, which stay in a form and are none of its letters. */
bool act_is_format(uint32_t code);
/** What words are made of: letters, digits, marks, format characters and the underscore. */
bool act_is_word_part(uint32_t code);
/** ' and its curly, modifier and broken forms. */
bool act_is_apostrophe(uint32_t code);

/** The code point at `at`, or 0 at the end. */
uint32_t act_peek(const char *s, size_t at, size_t end);
/** Behind a run of word parts. */
size_t act_match_word_parts(const char *s, size_t at, size_t end);

size_t act_match_url(const char *s, size_t at, size_t end);
size_t act_match_email(const char *s, size_t at, size_t end);
/** "@handle" and "#hashtag". */
size_t act_match_handle(const char *s, size_t at, size_t end);
/** "example.org", "notes.doc": labels with a known ending; a path behind it belongs to it.  *seen:
 * nothing that begins before it can match. */
size_t act_match_site(const char *s, size_t at, size_t end, size_t *seen);
/** ":)", ";-(", "^_^"; must be followed by the end or by what is no letter or digit. */
size_t act_match_emoticon(const char *s, size_t at, size_t end);
/** Telephone numbers and dates with hyphens or slashes: "555-0147", "2021-04-12", "11/28/2000",
 * "9/11". */
size_t act_match_digit_groups(const char *s, size_t at, size_t end);
/** Initials without space: "U.S.", "J.R.R.", "a.m."; with its last full stop, at least two letters.
 */
size_t act_match_initials(const char *s, size_t at, size_t end);
/** One mark of punctuation or symbol, or a run of the same ("...", "--", "?!"); an emoji with all
 * that is joined to it. */
size_t act_match_symbol(const char *s, size_t at, size_t end);

/** Whether a hyphen at `at` is part of the word that begins at `begin` ("re-elected", "SS-N-22"),
 * or splits it ("Washington-based"). */
bool act_hyphen_joins(const char *s, size_t begin, size_t at, size_t end);
/** Whether letters of s[at .. end) are a unit that is split off its number: "km", "pm", "bn". */
bool act_is_unit(const char *s, size_t at, size_t end);

#endif
