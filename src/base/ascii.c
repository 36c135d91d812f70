/* SPDX-License-Identifier: MIT */
/* Case of ASCII letters alone: names of tags, attributes and encodings are ASCII by their
   specifications, and in a Turkish locale the C library's small letter of "TITLE" is not "title".
 */
#include "base/ascii.h"

#include <stdint.h>

static unsigned char lower(char c)
{
  unsigned char u = (unsigned char)c;
  return u >= 'A' && u <= 'Z' ? (unsigned char)(u + ('a' - 'A')) : u;
}

bool act_ascii_same(const char *a, const char *b)
{
  return act_ascii_same_start(a, b, SIZE_MAX);
}

bool act_ascii_same_start(const char *a, const char *b, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    if (lower(a[i]) != lower(b[i]))
      return false;
    if (!a[i])
      return true;
  }
  return true;
}
