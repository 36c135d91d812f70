/* SPDX-License-Identifier: MIT */
/** @file ranges.h  Words that are written as one: "don't" is "do" and "n't". */
#ifndef ACT_ANNOTATE_RANGES_H
#define ACT_ANNOTATE_RANGES_H

#include <stddef.h>

enum { ACT_MAX_CUTS = 3 };

/** Where s[at .. end), a word without white space, is cut into words: offsets in order, at most
 * ACT_MAX_CUTS.  Returns how many. */
size_t act_split_range(const char *s, size_t at, size_t end, size_t cuts[ACT_MAX_CUTS]);

#endif
