/* SPDX-License-Identifier: MIT */
/** @file large.h  Memory that is looked up all over. */
#ifndef ACT_BASE_LARGE_H
#define ACT_BASE_LARGE_H

#include <stddef.h>

/** Allocate memory on a cache line, in large pages where the system gives them: where each look
 * falls on another page, finding pages costs as much as the memory.  NULL when it runs out; freed
 * with free(). */
void *act_large_alloc(size_t size);

#endif
