/* SPDX-License-Identifier: MIT */
/* Errors are values of fixed size: reporting that memory ran out needs none. */
#include "base/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *actant_status_name(actant_status status)
{
  static const char *const names[] = { "ok",    "memory",   "argument",   "io",
                                       "empty", "encoding", "format",     "limit",
                                       "model", "rules",    "unsupported" };
  return (size_t)status < sizeof names / sizeof *names ? names[status] : "unknown";
}

/* One line of UTF-8, whatever was quoted from an input, and wherever it was cut. */
static void make_plain(char *message)
{
  size_t size = strlen(message);
  for (size_t at = act_utf8_validate(message, size); at < size;
       at += 1 + act_utf8_validate(message + at + 1, size - at - 1))
    message[at] = '?';
  for (char *c = message; *c; c++)
    if ((unsigned char)*c < 0x20 || *c == 0x7F)
      *c = '?';
}

actant_status act_fail(actant_error *err,
                       actant_status status,
                       const char *stage,
                       const char *format,
                       ...)
{
  if (err) {
    memset(err, 0, sizeof *err);
    err->status = status;
    err->stage = stage;
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    make_plain(err->message);
  }
  return status;
}

actant_status act_fail_memory(actant_error *err, const char *stage)
{
  return act_fail(err, ACTANT_MEMORY, stage, "out of memory");
}

void act_error_source(actant_error *err, const char *source)
{
  if (err && source && !err->source[0]) {
    size_t n = strlen(source), room = sizeof err->source - 1;
    n = n < room ? n : room;
    memcpy(err->source, source, n);
    err->source[n] = '\0';
  }
}

void act_error_line(actant_error *err, uint32_t line, uint32_t column)
{
  if (err) {
    err->line = line;
    err->column = column;
  }
}

void act_error_offset(actant_error *err, uint64_t offset)
{
  if (err) {
    err->offset = offset;
    err->has_offset = true;
  }
}
