/* SPDX-License-Identifier: MIT */
/** @file strings.h  Interned strings: equal bytes get the same small number, numbered in order of
 * first sight. */
#ifndef ACT_BASE_STRINGS_H
#define ACT_BASE_STRINGS_H

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"

/** Bytes that are not owned and need not end in NUL. */
typedef struct act_text {
  const char *bytes;
  size_t size;
} act_text;

/** Zero-initialised, it is empty.  Id 0 is always the empty string. */
typedef struct act_strings {
  act_arena arena;
  ACT_ARRAY(act_text) texts;
  uint32_t *slots;  /* id + 1, or 0 */
  uint64_t *hashes; /* of each id */
  size_t slot_count, hash_capacity;
} act_strings;

#define ACT_NO_STRING UINT32_MAX

/** The id of a string, added when new; ACT_NO_STRING when memory runs out. */
uint32_t act_strings_add(act_strings *strings, const char *bytes, size_t size);
/** The id of a string, or ACT_NO_STRING when it was never added. */
uint32_t act_strings_find(const act_strings *strings, const char *bytes, size_t size);
/** The NUL-terminated string of an id. */
const char *act_strings_get(const act_strings *strings, uint32_t id);
act_text act_strings_text(const act_strings *strings, uint32_t id);
void act_strings_free(act_strings *strings);

/** Whether a text equals a NUL-terminated string. */
bool act_text_is(act_text text, const char *string);

#endif
