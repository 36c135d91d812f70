/* SPDX-License-Identifier: MIT */
/* In a folder and in an archive stands more than articles: what is read of it is told by the names.
   A compressed file is what its name without the last ending is. */
#include "actant/actant.h"
#include "base/ascii.h"

#include <string.h>

static bool ends_in(const char *name, size_t size, const char *const *endings)
{
  for (; *endings; endings++) {
    size_t n = strlen(*endings);
    if (size > n && act_ascii_same_start(name + size - n, *endings, n))
      return true;
  }
  return false;
}

static const char *const compressed[] = { ".gz", ".xz", ".zst", ".bz2", NULL };

/* Bytes of a name without the ending of a compressed file. */
static size_t without_compression(const char *name)
{
  size_t size = strlen(name);
  if (!ends_in(name, size, compressed))
    return size;
  while (name[size - 1] != '.')
    size--;
  return size - 1;
}

bool actant_reads_name(const char *name)
{
  static const char *const endings[] = { ".txt",    ".html", ".htm",  ".xhtml", ".jsonl",
                                         ".conllu", ".rss",  ".atom", ".zip",   ".tar",
                                         ".tgz",    ".txz",  ".tzst", ".warc",  NULL };
  const char *slash = strrchr(name, '/');
  const char *base = slash ? slash + 1 : name;
  return *base != '.' && ends_in(name, without_compression(name), endings);
}
