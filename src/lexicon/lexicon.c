/* SPDX-License-Identifier: MIT */
#include "lexicon/lexicon.h"

#include "lexicon/embedded.h"

#include <string.h>

size_t act_embedded_count(void)
{
  size_t count = 0;
  while (act_embedded_rows[count].name)
    count++;
  return count;
}

act_embedded act_embedded_at(size_t index)
{
  const act_embedded_row *row = &act_embedded_rows[index];
  return (act_embedded){ row->name, row->begin, (size_t)(row->end - row->begin) };
}

bool act_embedded_find(const char *name, act_embedded *out)
{
  for (size_t i = 0; act_embedded_rows[i].name; i++)
    if (strcmp(act_embedded_rows[i].name, name) == 0) {
      *out = act_embedded_at(i);
      return true;
    }
  return false;
}
