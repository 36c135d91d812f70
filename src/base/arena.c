/* SPDX-License-Identifier: MIT */
/* A list of chunks, the newest in front; allocation bumps an offset in it.  Sizes are rounded to
 * max_align_t. */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_BYTES = 64 * 1024, ALIGN = _Alignof(max_align_t) };

struct act_arena_chunk {
  act_arena_chunk *next;
  size_t size;
  max_align_t bytes[];
};

static bool add_chunk(act_arena *arena, size_t need)
{
  size_t size = need > CHUNK_BYTES ? need : CHUNK_BYTES;
  if (size > SIZE_MAX - sizeof(act_arena_chunk))
    return false;
  act_arena_chunk *chunk = malloc(sizeof *chunk + size);
  if (!chunk)
    return false;
  chunk->next = arena->chunks;
  chunk->size = size;
  arena->chunks = chunk;
  arena->used = 0;
  return true;
}

void *act_arena_alloc(act_arena *arena, size_t size)
{
  if (size > SIZE_MAX - ALIGN)
    return NULL;
  size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
  if (!arena->chunks || arena->chunks->size - arena->used < size)
    if (!add_chunk(arena, size))
      return NULL;
  void *out = (char *)arena->chunks->bytes + arena->used;
  arena->used += size;
  return out;
}

void *act_arena_zalloc(act_arena *arena, size_t count, size_t size)
{
  if (size && count > SIZE_MAX / size)
    return NULL;
  void *out = act_arena_alloc(arena, count * size);
  if (out)
    memset(out, 0, count * size);
  return out;
}

char *act_arena_copy(act_arena *arena, const char *bytes, size_t size)
{
  char *out = size < SIZE_MAX ? act_arena_alloc(arena, size + 1) : NULL;
  if (out) {
    if (size)
      memcpy(out, bytes, size);
    out[size] = '\0';
  }
  return out;
}

void act_arena_reset(act_arena *arena)
{
  if (!arena->chunks)
    return;
  act_arena_chunk *chunk = arena->chunks->next;
  while (chunk) {
    act_arena_chunk *next = chunk->next;
    free(chunk);
    chunk = next;
  }
  arena->chunks->next = NULL;
  arena->used = 0;
}

void act_arena_free(act_arena *arena)
{
  while (arena->chunks) {
    act_arena_chunk *next = arena->chunks->next;
    free(arena->chunks);
    arena->chunks = next;
  }
  arena->used = 0;
}
