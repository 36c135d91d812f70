/* SPDX-License-Identifier: MIT */
/** @file error.h  Filling in an actant_error, and passing one on. */
#ifndef ACT_BASE_ERROR_H
#define ACT_BASE_ERROR_H

#include "actant/actant.h"

/** Return the status of a failed call at once; for functions that hold nothing. */
#define TRY(call)                                                                                  \
  do {                                                                                             \
    actant_status try_status_ = (call);                                                            \
    if (try_status_ != ACTANT_OK)                                                                  \
      return try_status_;                                                                          \
  } while (0)

/** Keep the status of a failed call in `st` and go to `done:`; for functions that hold something.
 */
#define TRY_DONE(st, call)                                                                         \
  do {                                                                                             \
    (st) = (call);                                                                                 \
    if ((st) != ACTANT_OK)                                                                         \
      goto done;                                                                                   \
  } while (0)

/**
   Fill in *err (which may be NULL) and return `status`.  `stage` is static.  The message is
   printf-like; keep numbers to integers, since floating point depends on the locale.
*/
actant_status act_fail(actant_error *err,
                       actant_status status,
                       const char *stage,
                       const char *format,
                       ...) __attribute__((format(printf, 4, 5)));

/** act_fail for running out of memory. */
actant_status act_fail_memory(actant_error *err, const char *stage);

/** Name the file or document of a failure, when none is named yet. */
void act_error_source(actant_error *err, const char *source);
/** Add a place to a failure. */
void act_error_line(actant_error *err, uint32_t line, uint32_t column);
void act_error_offset(actant_error *err, uint64_t offset);

#endif
