/* SPDX-License-Identifier: MIT */
/* Corpora are read whole: the largest has 14 MB, and a limit far above it guards against a wrong
 * path. */
#include "train/lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";
enum { MOST_BYTES = 1 << 28 };

actant_status act_lines_open(const char *path, act_lines *out, actant_error *err)
{
  FILE *file = fopen(path, "rb");
  if (!file)
    return act_fail(err, ACTANT_IO, stage, "cannot open %s", path);
  ACT_ARRAY(char) bytes = { 0 };
  actant_status st = ACTANT_OK;
  for (;;) {
    if (!act_array_reserve(&bytes, bytes.count + 65536))
      TRY_DONE(st, act_fail_memory(err, stage));
    const size_t got = fread(bytes.data + bytes.count, 1, 65536, file);
    bytes.count += got;
    if (bytes.count > MOST_BYTES)
      TRY_DONE(st, act_fail(err, ACTANT_LIMIT, stage, "%s is too large for a corpus", path));
    if (got < 65536)
      break;
  }
  if (ferror(file))
    TRY_DONE(st, act_fail(err, ACTANT_IO, stage, "cannot read %s", path));
  *out = (act_lines){ bytes.data, bytes.count, 0, 0 };
  bytes.data = NULL;
done:
  fclose(file);
  act_array_free(&bytes);
  return st;
}

bool act_lines_next(act_lines *lines, act_text *line)
{
  if (lines->at >= lines->size)
    return false;
  const char *begin = lines->bytes + lines->at;
  const char *end = memchr(begin, '\n', lines->size - lines->at);
  size_t size = end ? (size_t)(end - begin) : lines->size - lines->at;
  lines->at += size + 1;
  lines->number++;
  if (size && begin[size - 1] == '\r')
    size--;
  *line = (act_text){ begin, size };
  return true;
}

void act_lines_close(act_lines *lines)
{
  free(lines->bytes);
  lines->bytes = NULL;
}

act_text act_column(act_text line, uint32_t index)
{
  const char separator = line.size && memchr(line.bytes, '\t', line.size) ? '\t' : ' ';
  const char *at = line.bytes, *end = line.bytes + line.size;
  for (; index; index--) {
    at = at < end ? memchr(at, separator, (size_t)(end - at)) : NULL;
    if (!at)
      return (act_text){ "", 0 };
    at++;
  }
  const char *stop = at < end ? memchr(at, separator, (size_t)(end - at)) : NULL;
  return (act_text){ at, (size_t)((stop ? stop : end) - at) };
}

bool act_text_begins(act_text text, const char *string)
{
  const size_t size = strlen(string);
  return text.size >= size && !memcmp(text.bytes, string, size);
}
