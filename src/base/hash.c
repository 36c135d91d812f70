/* SPDX-License-Identifier: MIT */
/* Open addressing with linear probing, at most two thirds full. */
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

uint64_t act_hash_bytes(const char *bytes, size_t size)
{
  uint64_t h = UINT64_C(0xcbf29ce484222325);
  for (size_t i = 0; i < size; i++) {
    h ^= (unsigned char)bytes[i];
    h *= UINT64_C(0x100000001b3);
  }
  return act_hash_mix(h);
}

static size_t slot_of(const act_map *map, uint64_t key)
{
  size_t mask = map->capacity - 1, i = (size_t)act_hash_mix(key) & mask;
  while (map->used[i] && map->keys[i] != key)
    i = (i + 1) & mask;
  return i;
}

uint32_t act_map_get(const act_map *map, uint64_t key)
{
  if (!map->capacity)
    return ACT_NO_VALUE;
  size_t i = slot_of(map, key);
  return map->used[i] ? map->values[i] : ACT_NO_VALUE;
}

static bool grow(act_map *map)
{
  size_t capacity = map->capacity ? map->capacity * 2 : 64;
  if (capacity > SIZE_MAX / 16)
    return false;
  act_map wide = { malloc(capacity * sizeof *wide.keys),
                   malloc(capacity * sizeof *wide.values),
                   calloc(capacity, 1),
                   map->count,
                   capacity };
  if (!wide.keys || !wide.values || !wide.used) {
    act_map_free(&wide);
    return false;
  }
  for (size_t i = 0; i < map->capacity; i++) {
    if (!map->used[i])
      continue;
    size_t k = slot_of(&wide, map->keys[i]);
    wide.used[k] = 1;
    wide.keys[k] = map->keys[i];
    wide.values[k] = map->values[i];
  }
  act_map_free(map);
  *map = wide;
  return true;
}

bool act_map_set(act_map *map, uint64_t key, uint32_t value)
{
  if ((map->count + 1) * 3 > map->capacity * 2 && !grow(map))
    return false;
  size_t i = slot_of(map, key);
  if (!map->used[i]) {
    map->used[i] = 1;
    map->keys[i] = key;
    map->count++;
  }
  map->values[i] = value;
  return true;
}

void act_map_clear(act_map *map)
{
  if (map->capacity > 4096 && map->count * 8 < map->capacity)
    act_map_free(map);
  if (map->used)
    memset(map->used, 0, map->capacity);
  map->count = 0;
}

void act_map_free(act_map *map)
{
  free(map->keys);
  free(map->values);
  free(map->used);
  *map = (act_map){ 0 };
}
