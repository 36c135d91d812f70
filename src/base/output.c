/* SPDX-License-Identifier: MIT */
/* One buffer in front of the caller's sink, and numbers written by hand, since printf's depend on
 * the locale. */
#include "base/output.h"

#include <string.h>

void act_output_init(act_output *out, const actant_sink *sink)
{
  out->sink = sink;
  out->used = 0;
  out->failed = false;
}

static void flush(act_output *out)
{
  if (!out->failed && out->used &&
      out->sink->write(out->sink->context, out->buffer, out->used) != out->used)
    out->failed = true;
  out->used = 0;
}

void act_put(act_output *out, const char *bytes, size_t size)
{
  if (size > sizeof out->buffer - out->used)
    flush(out);
  if (size > sizeof out->buffer) {
    if (!out->failed && out->sink->write(out->sink->context, bytes, size) != size)
      out->failed = true;
    return;
  }
  if (size)
    memcpy(out->buffer + out->used, bytes, size);
  out->used += size;
}

void act_puts(act_output *out, const char *string)
{
  act_put(out, string, strlen(string));
}

void act_putc(act_output *out, char c)
{
  act_put(out, &c, 1);
}

void act_put_uint(act_output *out, uint64_t number)
{
  char digits[20];
  size_t n = sizeof digits;
  do {
    digits[--n] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  act_put(out, digits + n, sizeof digits - n);
}

void act_put_decimal(act_output *out, double number)
{
  if (!(number > -9e15 && number < 9e15)) { /* NaN and what would overflow below */
    act_putc(out, '0');
    return;
  }
  if (number < 0) {
    act_putc(out, '-');
    number = -number;
  }
  uint64_t thousandths = (uint64_t)(number * 1000 + 0.5);
  act_put_uint(out, thousandths / 1000);
  unsigned rest = (unsigned)(thousandths % 1000);
  if (rest) {
    char text[4] = {
      '.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10), (char)('0' + rest % 10)
    };
    size_t n = rest % 10 ? 4 : rest % 100 ? 3 : 2;
    act_put(out, text, n);
  }
}

void act_put_json(act_output *out, const char *bytes, size_t size)
{
  static const char hex[] = "0123456789abcdef";
  act_putc(out, '"');
  size_t from = 0;
  for (size_t i = 0; i < size; i++) {
    unsigned char c = (unsigned char)bytes[i];
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
      continue;
    act_put(out, bytes + from, i - from);
    from = i + 1;
    if (c == '"' || c == '\\') {
      act_put(out, (char[]){ '\\', (char)c }, 2);
    } else if (c == '\n') {
      act_put(out, "\\n", 2);
    } else if (c == '\t') {
      act_put(out, "\\t", 2);
    } else {
      act_put(out, (char[]){ '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] }, 6);
    }
  }
  act_put(out, bytes + from, size - from);
  act_putc(out, '"');
}

actant_status act_output_finish(act_output *out, actant_error *err)
{
  flush(out);
  if (out->failed)
    return act_fail(err, ACTANT_IO, "write", "the output could not be written in full");
  return ACTANT_OK;
}
