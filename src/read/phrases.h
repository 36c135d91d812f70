/* SPDX-License-Identifier: MIT */
/** @file phrases.h  The words of the furniture of pages. */
#ifndef ACT_READ_PHRASES_H
#define ACT_READ_PHRASES_H

#include <stdbool.h>
#include <stddef.h>

enum { ACT_PHRASE_MAX = 240 };

/**
   Write the plain form of a line: ASCII lower case, words of letters and digits with one space
   between, numbers as '#', apostrophes left out.  Its length; 0 when it does not fit, which is too
   long for furniture.
*/
size_t act_plain_form(const char *bytes, size_t size, char out[ACT_PHRASE_MAX]);

/**
   Whether a plain form is one of the known phrases, begins or ends with one.  A `sentence`, which
   ends in a full stop, is compared with notices only ("Sign up for our letters.").
*/
bool act_is_phrase(const char *plain, size_t size, bool sentence);

#endif
