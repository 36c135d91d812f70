/* SPDX-License-Identifier: MIT */
/** @file arena.h  Memory that is freed all at once: a document's, or a sentence's scratch. */
#ifndef ACT_BASE_ARENA_H
#define ACT_BASE_ARENA_H

#include <stddef.h>

typedef struct act_arena_chunk act_arena_chunk;

/** Zero-initialised, it is an empty arena. */
typedef struct act_arena {
  act_arena_chunk *chunks; /* newest first */
  size_t used;             /* of the newest chunk */
} act_arena;

/** Bytes for any type, not initialised; NULL when memory runs out.  A size of 0 gives a pointer
 * too. */
void *act_arena_alloc(act_arena *arena, size_t size);
/** Zeroed bytes for `count` elements of `size`, with the product checked. */
void *act_arena_zalloc(act_arena *arena, size_t count, size_t size);
/** A NUL-terminated copy of `size` bytes. */
char *act_arena_copy(act_arena *arena, const char *bytes, size_t size);
/** Forget all that was allocated but keep the newest chunk. */
void act_arena_reset(act_arena *arena);
void act_arena_free(act_arena *arena);

#endif
