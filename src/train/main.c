/* SPDX-License-Identifier: MIT */
/* actant-train: corpora in, a model file out. */
#include "train/recipe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
  "usage: actant-train all --corpora FOLDER -o FILE [--seed N] [--card FILE]\n"
  "       actant-train dump FILE [FEATURE]\n";

static uint32_t number(const char *text)
{
  return (uint32_t)strtoul(text, NULL, 10);
}

int main(int argc, char **argv)
{
  act_recipe recipe = act_recipe_default();
  actant_error err = { 0 };
  for (int i = 2; i + 1 < argc; i += 2) {
    const char *name = argv[i], *value = argv[i + 1];
    if (!strcmp(name, "--corpora"))
      recipe.corpora = value;
    else if (!strcmp(name, "-o"))
      recipe.output = value;
    else if (!strcmp(name, "--card"))
      recipe.card = value;
    else if (!strcmp(name, "--seed"))
      recipe.tagger.seed = recipe.parser.seed = recipe.names.seed = number(value);
    else if (!strcmp(name, "--tagger-epochs"))
      recipe.tagger.epochs = number(value);
    else if (!strcmp(name, "--parser-epochs"))
      recipe.parser.epochs = number(value);
    else if (!strcmp(name, "--names-epochs"))
      recipe.names.epochs = number(value);
    else if (!strcmp(name, "--tagger-least"))
      recipe.tagger.least = (uint8_t)number(value);
    else if (!strcmp(name, "--parser-least"))
      recipe.parser.least = (uint8_t)number(value);
    else if (!strcmp(name, "--names-least"))
      recipe.names.least = (uint8_t)number(value);
    else if (!strcmp(name, "--tagger-bits"))
      recipe.tagger.row_bits = number(value);
    else if (!strcmp(name, "--parser-bits"))
      recipe.parser.row_bits = number(value);
    else if (!strcmp(name, "--names-bits"))
      recipe.names.row_bits = number(value);
    else if (!strcmp(name, "--clip"))
      recipe.tagger.quantiser.clip = recipe.parser.quantiser.clip = recipe.names.quantiser.clip = number(value);
    else if (!strcmp(name, "--levels"))
      recipe.tagger.quantiser.levels = recipe.parser.quantiser.levels = recipe.names.quantiser.levels = number(value);
  }
  if (argc < 2 || !recipe.corpora || !recipe.output) {
    fputs(usage, stderr);
    return 2;
  }
  if (act_recipe_run(&recipe, &err) != ACTANT_OK) {
    fprintf(stderr, "actant-train: %s:%u: %s\n", err.source, (unsigned)err.line, err.message);
    return 1;
  }
  return 0;
}
