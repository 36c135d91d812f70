/* SPDX-License-Identifier: MIT */
/**
   @file output.h  Buffered writing to a sink.

   Failure sticks: after the first short write all later ones do nothing, and act_output_finish
   reports it; so writers need not check each call.
*/
#ifndef ACT_BASE_OUTPUT_H
#define ACT_BASE_OUTPUT_H

#include "base/error.h"

#include <string.h>

typedef struct act_output {
  const actant_sink *sink;
  size_t used;
  bool failed;
  char buffer[16384];
} act_output;

void act_output_init(act_output *out, const actant_sink *sink);

/** Write what does not fit the buffer: the slow path of act_put. */
void act_put_through(act_output *out, const char *bytes, size_t size);

/* In the header, so that a literal's length is known where it is written. */
static inline void act_put(act_output *out, const char *bytes, size_t size)
{
  if (size > sizeof out->buffer - out->used) {
    act_put_through(out, bytes, size);
    return;
  }
  if (size)
    memcpy(out->buffer + out->used, bytes, size);
  out->used += size;
}

static inline void act_puts(act_output *out, const char *string)
{
  act_put(out, string, strlen(string));
}

static inline void act_putc(act_output *out, char c)
{
  act_put(out, &c, 1);
}

void act_put_uint(act_output *out, uint64_t number);
/** A fraction with up to three decimals and no trailing zeros, always with a point and no locale;
 * integers without ".0". */
void act_put_decimal(act_output *out, double number);
/** A JSON string with its quotes.  The bytes must be valid UTF-8. */
void act_put_json(act_output *out, const char *bytes, size_t size);
/** Flush; ACTANT_IO when any write fell short. */
actant_status act_output_finish(act_output *out, actant_error *err) ACTANT_MUST_CHECK;

#endif
