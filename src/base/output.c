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

void act_put_through(act_output *out, const char *bytes, size_t size)
{
  flush(out);
  if (size > sizeof out->buffer) {
    if (!out->failed && out->sink->write(out->sink->context, bytes, size) != size)
      out->failed = true;
    return;
  }
  memcpy(out->buffer, bytes, size);
  out->used = size;
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

/* The bytes of a string up to the first that JSON escapes.  Eight at a time: a byte's top bit is
 * set in the sum where it is below 0x20, a quote, a backslash or DEL, and perhaps in those above
 * it, which the loop behind looks at again. */
static size_t count_plain(const char *bytes, size_t size)
{
  const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
  size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    uint64_t x;
    memcpy(&x, bytes + i, 8);
    uint64_t quote = x ^ ones * '"', slash = x ^ ones * '\\', rubout = x ^ ones * 0x7F;
    uint64_t found = (x - ones * 0x20) | (quote - ones) | (slash - ones) | (rubout - ones);
    if (found & ~x & tops)
      break;
  }
  for (; i < size; i++) {
    unsigned char c = (unsigned char)bytes[i];
    if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F)
      break;
  }
  return i;
}

static void put_json_escape(act_output *out, unsigned char c)
{
  static const char hex[] = "0123456789abcdef";
  if (c == '"' || c == '\\')
    act_put(out, (char[]){ '\\', (char)c }, 2);
  else if (c == '\n')
    act_put(out, "\\n", 2);
  else if (c == '\t')
    act_put(out, "\\t", 2);
  else
    act_put(out, (char[]){ '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] }, 6);
}

void act_put_json(act_output *out, const char *bytes, size_t size)
{
  act_putc(out, '"');
  for (size_t i = 0;;) {
    size_t plain = count_plain(bytes + i, size - i);
    act_put(out, bytes + i, plain);
    i += plain;
    if (i == size)
      break;
    put_json_escape(out, (unsigned char)bytes[i++]);
  }
  act_putc(out, '"');
}

actant_status act_output_finish(act_output *out, actant_error *err)
{
  flush(out);
  if (out->failed)
    return act_fail(err, ACTANT_IO, "write", "the output could not be written in full");
  return ACTANT_OK;
}
