/* SPDX-License-Identifier: MIT */
/* An open-addressed table of ids over texts kept in an arena. */
#include "base/strings.h"

#include <string.h>

static size_t find_slot(const act_strings *strings, const char *bytes, size_t size, uint64_t hash)
{
  size_t mask = strings->slot_count - 1, i = (size_t)hash & mask;
  for (; strings->slots[i]; i = (i + 1) & mask) {
    uint32_t id = strings->slots[i] - 1;
    if (strings->hashes[id] == hash && strings->texts.data[id].size == size &&
        memcmp(strings->texts.data[id].bytes, bytes, size) == 0)
      break;
  }
  return i;
}

static bool grow_slots(act_strings *strings)
{
  size_t count = strings->slot_count ? strings->slot_count * 2 : 64;
  uint32_t *slots = calloc(count, sizeof *slots);
  if (!slots)
    return false;
  for (size_t id = 0; id < strings->texts.count; id++) {
    size_t i = (size_t)strings->hashes[id] & (count - 1);
    while (slots[i])
      i = (i + 1) & (count - 1);
    slots[i] = (uint32_t)id + 1;
  }
  free(strings->slots);
  strings->slots = slots;
  strings->slot_count = count;
  return true;
}

static uint32_t add_new(act_strings *strings, const char *bytes, size_t size, uint64_t hash)
{
  if ((strings->texts.count + 1) * 3 > strings->slot_count * 2 && !grow_slots(strings))
    return ACT_NO_STRING;
  if (strings->texts.count + 1 > strings->hash_capacity &&
      !act_array_grow((void **)&strings->hashes,
                      &strings->hash_capacity,
                      strings->texts.count + 1,
                      sizeof *strings->hashes))
    return ACT_NO_STRING;
  char *copy = act_arena_copy(&strings->arena, bytes, size);
  if (!copy || strings->texts.count >= UINT32_MAX - 1 ||
      !act_array_push(&strings->texts, (act_text){ copy, size }))
    return ACT_NO_STRING;
  uint32_t id = (uint32_t)strings->texts.count - 1;
  strings->hashes[id] = hash;
  size_t mask = strings->slot_count - 1, i = (size_t)hash & mask;
  while (strings->slots[i])
    i = (i + 1) & mask;
  strings->slots[i] = id + 1;
  return id;
}

uint32_t act_strings_add(act_strings *strings, const char *bytes, size_t size)
{
  if (!strings->texts.count && add_new(strings, "", 0, act_hash_bytes("", 0)) == ACT_NO_STRING)
    return ACT_NO_STRING;
  uint64_t hash = act_hash_bytes(bytes, size);
  size_t i = find_slot(strings, bytes, size, hash);
  return strings->slots[i] ? strings->slots[i] - 1 : add_new(strings, bytes, size, hash);
}

uint32_t act_strings_find(const act_strings *strings, const char *bytes, size_t size)
{
  if (!size)
    return 0;
  if (!strings->slot_count)
    return ACT_NO_STRING;
  size_t i = find_slot(strings, bytes, size, act_hash_bytes(bytes, size));
  return strings->slots[i] ? strings->slots[i] - 1 : ACT_NO_STRING;
}

act_text act_strings_text(const act_strings *strings, uint32_t id)
{
  return id < strings->texts.count ? strings->texts.data[id] : (act_text){ "", 0 };
}

const char *act_strings_get(const act_strings *strings, uint32_t id)
{
  return act_strings_text(strings, id).bytes;
}

void act_strings_free(act_strings *strings)
{
  act_arena_free(&strings->arena);
  act_array_free(&strings->texts);
  free(strings->slots);
  free(strings->hashes);
  *strings = (act_strings){ 0 };
}

bool act_text_is(act_text text, const char *string)
{
  return strlen(string) == text.size && memcmp(text.bytes, string, text.size) == 0;
}
