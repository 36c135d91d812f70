/* SPDX-License-Identifier: MIT */
/** @file hash.h  One hash of bytes for every table, the same on all machines, and a map from 64-bit
 * keys to 32-bit values. */
#ifndef ACT_BASE_HASH_H
#define ACT_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** FNV-1a 64 with a final mix; reads bytes one at a time, so byte order does not matter. */
uint64_t act_hash_bytes(const char *bytes, size_t size);

/** The finaliser of MurmurHash3: spreads the bits of a key. */
static inline uint64_t act_hash_mix(uint64_t x)
{
  x ^= x >> 33;
  x *= UINT64_C(0xff51afd7ed558ccd);
  x ^= x >> 33;
  x *= UINT64_C(0xc4ceb9fe1a85ec53);
  x ^= x >> 33;
  return x;
}

/** Join two hashes, in order. */
static inline uint64_t act_hash_join(uint64_t a, uint64_t b)
{
  return act_hash_mix(a * UINT64_C(0x9e3779b97f4a7c15) + b);
}

/** Zero-initialised, it is an empty map.  Iteration is not offered: output must not depend on
 * hashing. */
typedef struct act_map {
  uint64_t *keys;
  uint32_t *values;
  uint8_t *used;
  size_t count, capacity;
} act_map;

#define ACT_NO_VALUE UINT32_MAX

/** The value of a key, or ACT_NO_VALUE. */
uint32_t act_map_get(const act_map *map, uint64_t key);
/** Set a key's value.  False when memory runs out. */
bool act_map_set(act_map *map, uint64_t key, uint32_t value) __attribute__((warn_unused_result));
/** Make a map empty, in time that grows with what it held: a large one gives its memory back. */
void act_map_clear(act_map *map);
void act_map_free(act_map *map);

#endif
