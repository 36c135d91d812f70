/* SPDX-License-Identifier: MIT */
/** @file html_guard.h  Refuse pages that would keep the parser busy for minutes. */
#ifndef ACT_READ_HTML_GUARD_H
#define ACT_READ_HTML_GUARD_H

#include "base/error.h"

/** ACTANT_LIMIT for tags with far too many attributes.  *end_tags is how many end tags there are.
 */
actant_status act_page_guard(const char *bytes, size_t size, uint64_t *end_tags, actant_error *err)
  ACTANT_MUST_CHECK;

/** Open elements times end tags that are worth parsing: an hour of nothing lies beyond. */
#define ACT_MOST_CLOSING_WORK ((uint64_t)12000000000)

#endif
