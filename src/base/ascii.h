/* SPDX-License-Identifier: MIT */
/** @file ascii.h  Comparing keywords but for case, in every locale alike (strcasecmp depends on the
 * locale). */
#ifndef ACT_BASE_ASCII_H
#define ACT_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

/** Whether two strings are the same but for the case of A to Z. */
bool act_ascii_same(const char *a, const char *b);
/** Whether the first `size` bytes are the same but for the case of A to Z, or both strings end
 * before. */
bool act_ascii_same_start(const char *a, const char *b, size_t size);

#endif
