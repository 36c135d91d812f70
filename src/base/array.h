/* SPDX-License-Identifier: MIT */
/**
   @file array.h  Growing arrays of any type.

   `ACT_ARRAY(act_token) tokens = {0};` then `if (!act_array_push(&tokens, value)) return
   act_fail_memory(...)`. Elements move when the array grows: keep indexes, not pointers.
*/
#ifndef ACT_BASE_ARRAY_H
#define ACT_BASE_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#define ACT_ARRAY(type)                                                                            \
  struct {                                                                                         \
    type *data;                                                                                    \
    size_t count, capacity;                                                                        \
  }

/** Make room for `need` elements of `size` bytes.  False, and nothing changed, when memory or
 * size_t runs out. */
bool act_array_grow(void **data, size_t *capacity, size_t need, size_t size)
  __attribute__((warn_unused_result));

#define act_array_reserve(array, need)                                                             \
  ((need) <= (array)->capacity ||                                                                  \
   act_array_grow((void **)&(array)->data, &(array)->capacity, (need), sizeof *(array)->data))

/** Append a value (of the element's type).  False when memory runs out. */
#define act_array_push(array, ...)                                                                 \
  (act_array_reserve((array), (array)->count + 1) &&                                               \
   ((array)->data[(array)->count++] = (__VA_ARGS__), true))

#define act_array_free(array)                                                                      \
  (free((array)->data), (array)->data = NULL, (array)->count = (array)->capacity = 0)

#endif
