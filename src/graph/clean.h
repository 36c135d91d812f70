/* SPDX-License-Identifier: MIT */
/** @file clean.h  The one sanitiser: what no writer needs to check again. */
#ifndef ACT_GRAPH_CLEAN_H
#define ACT_GRAPH_CLEAN_H

#include "base/array.h"

/** Bytes that grow; zero-initialised, it is empty.  Free with act_array_free. */
typedef struct act_buffer {
  char *data;
  size_t count, capacity;
} act_buffer;

/** Append bytes.  False when memory runs out. */
bool act_buffer_put(act_buffer *buffer, const char *bytes, size_t size)
  __attribute__((warn_unused_result));

/**
   Whether bytes are a clean line: strict UTF-8 in XML's Char range without controls or line
   separators, and with neither white space at the ends nor two spaces in a row.
*/
bool act_is_clean(const char *bytes, size_t size);

/**
   Append the clean line that comes nearest to any bytes: what is not UTF-8, not in XML's Char range
   or a control becomes U+FFFD, a run of spaces, tabs and line breaks one space, none at the ends.
   False when memory runs out.
*/
bool act_clean(const char *bytes, size_t size, act_buffer *out) __attribute__((warn_unused_result));

/** Where in the clean line of some bytes what stands behind the first `size` of them begins. */
size_t act_clean_offset(const char *bytes, size_t size);

/**
   Append a slug of what is given: letters and digits of any script that XML allows in an NMTOKEN,
   all else as single hyphens.  False when memory runs out.
*/
bool act_slug(const char *bytes, size_t size, act_buffer *out) __attribute__((warn_unused_result));

#endif
