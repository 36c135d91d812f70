/* SPDX-License-Identifier: MIT */
/* Large pages are asked for, not required: Linux gives them where they are free. */
#define _DEFAULT_SOURCE /* madvise */
#include "base/large.h"

#include <stdint.h>
#include <stdlib.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

enum { LINE = 64, LARGE_PAGE = 2 << 20 };

void *act_large_alloc(size_t size)
{
  const size_t unit = size < LARGE_PAGE ? LINE : LARGE_PAGE;
  if (size > SIZE_MAX - unit)
    return NULL;
  void *memory = aligned_alloc(unit, (size + unit - 1) / unit * unit);
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  if (memory && unit == LARGE_PAGE)
    (void)madvise(memory, size, MADV_HUGEPAGE);
#endif
  return memory;
}
