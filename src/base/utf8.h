/* SPDX-License-Identifier: MIT */
/** @file utf8.h  Code points of valid UTF-8, and their classes (through utf8proc). */
#ifndef ACT_BASE_UTF8_H
#define ACT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The offset of the first byte that is not strict UTF-8 (no surrogates, no overlong forms), or
 * `size` when all is. */
size_t act_utf8_validate(const char *bytes, size_t size);

/* What the inline functions below do for code points of more than a byte. */
uint32_t act_wide_next(const char *bytes, size_t size, size_t *at);
bool act_wide_is_space(uint32_t code);
bool act_wide_is_letter(uint32_t code);
bool act_wide_is_digit(uint32_t code);
bool act_wide_is_upper(uint32_t code);
bool act_wide_is_lower(uint32_t code);
uint32_t act_wide_to_lower(uint32_t code);

/** Decode the code point at bytes[*at] of VALID text and move *at behind it.  *at must be < size.
 */
static inline uint32_t act_utf8_next(const char *bytes, size_t size, size_t *at)
{
  const unsigned char c = (unsigned char)bytes[*at];
  if (c >= 0x80)
    return act_wide_next(bytes, size, at);
  ++*at;
  return c;
}
/** Decode the code point that ends before bytes[*at] and move *at to it.  *at must be > 0. */
uint32_t act_utf8_previous(const char *bytes, size_t *at);
/** Encode a code point; the number of bytes written, 1 to 4. */
size_t act_utf8_encode(uint32_t code, char out[4]);

/** Unicode White_Space, U+00A0 and U+2028 too; zero-width characters are none. */
static inline bool act_is_space(uint32_t code)
{
  return code < 0x80 ? code == ' ' || (code >= 9 && code <= 13) : act_wide_is_space(code);
}
static inline bool act_is_letter(uint32_t code)
{
  return code < 0x80 ? (code | 32) >= 'a' && (code | 32) <= 'z' : act_wide_is_letter(code);
}
/** Decimal digits of any script. */
static inline bool act_is_digit(uint32_t code)
{
  return code < 0x80 ? code >= '0' && code <= '9' : act_wide_is_digit(code);
}
/** Upper and title case letters. */
static inline bool act_is_upper(uint32_t code)
{
  return code < 0x80 ? code >= 'A' && code <= 'Z' : act_wide_is_upper(code);
}
static inline bool act_is_lower(uint32_t code)
{
  return code < 0x80 ? code >= 'a' && code <= 'z' : act_wide_is_lower(code);
}
static inline uint32_t act_to_lower(uint32_t code)
{
  if (code < 0x80)
    return code >= 'A' && code <= 'Z' ? code + 32 : code;
  return act_wide_to_lower(code);
}
bool act_is_mark(uint32_t code); /**< combining marks */
bool act_is_punct(uint32_t code);
uint32_t act_to_upper(uint32_t code);
/** The letter without its diacritics: e for é, o for ø; 0 for a combining mark. */
uint32_t act_to_plain(uint32_t code);

/**
   Write the lower-case form of valid UTF-8, code point by code point, to `out` (room for `room`
   bytes).  The number of bytes written; cut at a code point's boundary when there is no room.  2 *
   size + 4 bytes are always enough.
*/
size_t act_utf8_lower(const char *bytes, size_t size, char *out, size_t room);

/** How well `asked`, but for case, fits a name: 2 for the whole of it, 1 for its last words
 * ("Weber" of "Karl Weber"), 0 for neither. */
int act_utf8_fit(const char *name, const char *asked);

#endif
