/* SPDX-License-Identifier: MIT */
/* Corpora in JSON are read for their prose alone, so nesting does not matter: a string before a
   colon is a key, any other a value of the key before it. */
#include "train/json_strings.h"

#include "base/utf8.h"

#include <string.h>

typedef ACT_ARRAY(char) bytes;

typedef struct scan {
  act_text file;
  size_t at;
  bytes key, value;
} scan;

static uint32_t read_hex(const scan *s)
{
  uint32_t code = 0;
  for (size_t i = s->at; i < s->at + 4 && i < s->file.size; i++) {
    const char c = s->file.bytes[i];
    const bool digit = c >= '0' && c <= '9';
    code = code << 4 | (uint32_t)(digit ? c - '0' : ((c | 32) - 'a' + 10) & 15);
  }
  return code;
}

/* Behind "\u": one code point, of two halves where it is beyond 16 bits. */
static size_t read_code(scan *s, char out[4])
{
  uint32_t code = read_hex(s);
  s->at += 4;
  if (code >= 0xd800 && code < 0xdc00 && s->at + 6 <= s->file.size) {
    s->at += 2;
    code = 0x10000 + ((code - 0xd800) << 10) + ((read_hex(s) - 0xdc00) & 0x3ff);
    s->at += 4;
  }
  return act_utf8_encode(code >= 0xd800 && code < 0xe000 ? ' ' : code, out);
}

/* Behind a backslash. */
static size_t read_escape(scan *s, char out[4])
{
  const char c = s->file.bytes[s->at++];
  if (c == 'u')
    return read_code(s, out);
  out[0] = (char)(strchr("nrtbf", c) && c ? ' ' : c);
  return 1;
}

/* Behind the opening quote. */
static bool read_string(scan *s)
{
  s->value.count = 0;
  while (s->at < s->file.size && s->file.bytes[s->at] != '"') {
    char out[4] = { s->file.bytes[s->at++] };
    size_t size = 1;
    if (out[0] == '\\' && s->at < s->file.size)
      size = read_escape(s, out);
    for (size_t i = 0; i < size; i++)
      if (!act_array_push(&s->value, out[i]))
        return false;
  }
  s->at++;
  return act_array_reserve(&s->value, s->value.count + 1);
}

static bool before_colon(scan *s)
{
  while (s->at < s->file.size && strchr(" \t\r\n", s->file.bytes[s->at]) && s->file.bytes[s->at])
    s->at++;
  return s->at < s->file.size && s->file.bytes[s->at] == ':';
}

static bool take_string(scan *s, act_json_take take, void *context)
{
  if (!read_string(s))
    return false;
  if (before_colon(s)) {
    const bytes key = s->key;
    s->key = s->value;
    s->value = key;
    return true;
  }
  return take(
    context, (act_text){ s->key.data, s->key.count }, (act_text){ s->value.data, s->value.count });
}

bool act_json_strings(act_text file, act_json_take take, void *context)
{
  scan s = { .file = file };
  bool ok = true;
  while (ok && s.at < file.size) {
    const char c = file.bytes[s.at++];
    if (c == '"')
      ok = take_string(&s, take, context);
    else if (c == ']')
      ok = take(context, (act_text){ s.key.data, s.key.count }, (act_text){ NULL, 0 });
  }
  act_array_free(&s.key);
  act_array_free(&s.value);
  return ok;
}
