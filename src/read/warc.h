/* SPDX-License-Identifier: MIT */
/** @file warc.h  The pages of a WARC file, one after another. */
#ifndef ACT_READ_WARC_H
#define ACT_READ_WARC_H

#include "base/error.h"

#include <stddef.h>

/** Gives up to `room` more bytes of the file; 0 at its end, negative when it is damaged. */
typedef ptrdiff_t act_pull(void *context, char *to, size_t room);

typedef struct act_warc act_warc;

/** A page without its HTTP header.  All is borrowed until the next is asked for. */
typedef struct act_warc_page {
  const char *bytes; /* NULL behind the last */
  size_t size;
  const char *url, *encoding; /* NULL when unknown */
  bool ended;                 /* after an error: nothing can follow */
} act_warc_page;

/** Begin to read; the first bytes have been pulled already and are copied.  NULL when memory runs
 * out. */
act_warc *act_warc_new(act_pull *pull, void *context, const char *first, size_t size);

/**
   Read the next page: a response with status 200 that is HTML or plain text, or a record of such a
   text without HTTP (resource, conversion).

   Errors: ACTANT_FORMAT, ACTANT_LIMIT for a page of more than `most` bytes, ACTANT_MEMORY.
*/
actant_status act_warc_next(act_warc *warc, size_t most, act_warc_page *out, actant_error *err)
  ACTANT_MUST_CHECK;
void act_warc_free(act_warc *warc);

#endif
