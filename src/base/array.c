/* SPDX-License-Identifier: MIT */
/* Arrays double, or grow to at least the need; every product is checked before it is used. */
#include "base/array.h"

#include <stdint.h>

bool act_array_grow(void **data, size_t *capacity, size_t need, size_t size)
{
  if (need <= *capacity)
    return true;
  size_t room = *capacity < 8 ? 8 : *capacity;
  while (room < need) {
    if (room > SIZE_MAX / 2)
      return false;
    room *= 2;
  }
  if (room > SIZE_MAX / size)
    return false;
  void *moved = realloc(*data, room * size);
  if (!moved)
    return false;
  *data = moved;
  *capacity = room;
  return true;
}
