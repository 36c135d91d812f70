/* SPDX-License-Identifier: MIT */
/* A program of the build alone: it reads the tables of names and of nouns as the library would, and
   writes the images that the library embeds, so that opening reads no table.  Usage: actant-bake
   NAMES NOUNS */
#include "model/gazetteer_build.h"
#include "resolve/noun_index.h"

#include <stdio.h>
#include <string.h>

static int complain(const actant_error *err)
{
  fputs(err->source, stderr);
  fputs(": ", stderr);
  fputs(err->message, stderr);
  fputs("\n", stderr);
  return 1;
}

static bool is_table(const char *name)
{
  const size_t size = strlen(name);
  return size > 4 && !strcmp(name + size - 4, ".tsv");
}

static bool save(const char *path, unsigned char *image, size_t size)
{
  FILE *file = fopen(path, "wb");
  bool good = file && fwrite(image, 1, size, file) == size;
  if (file && fclose(file))
    good = false;
  free(image);
  return good;
}

int main(int argc, char **argv)
{
  act_embedded tables[256];
  size_t count = 0, size = 0;
  unsigned char *image = NULL;
  actant_error err = { 0 };
  for (size_t i = 0; i < act_embedded_count() && count < 256; i++)
    if (is_table(act_embedded_at(i).name))
      tables[count++] = act_embedded_at(i);
  if (argc != 3)
    return 2;
  if (act_gazetteer_make_image(
        &(act_sources){ .tables = tables, .count = count }, &image, &size, &err) != ACTANT_OK)
    return complain(&err);
  if (!save(argv[1], image, size) || !act_noun_index_make(&image, &size))
    return 1;
  return save(argv[2], image, size) ? 0 : 1;
}
