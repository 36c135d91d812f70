/* SPDX-License-Identifier: MIT */
/* actant-train: corpora in, a model file out.  Results go to the file, progress to standard error.
 */
#include "train/clusters.h"
#include "train/dump.h"
#include "train/recipe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
  "usage: actant-train all --corpora FOLDER -o FILE [--card FILE] [--seed N] [--silver FILE]\n"
  "                        [--tagger-epochs N] [--parser-epochs N] [--names-epochs N]\n"
  "       actant-train clusters --corpora FOLDER -o FILE [--classes N] [--least N]\n"
  "       actant-train dump MODEL SENTENCE     what the tagger's features say of each word\n";

/* A whole number of an option; false when it is none. */
static bool read_number(const char *text, uint32_t *out)
{
  char *end = NULL;
  const unsigned long n = strtoul(text, &end, 10);
  *out = (uint32_t)n;
  return *text >= '0' && *text <= '9' && !*end && n <= UINT32_MAX;
}

static bool set_number(act_recipe *r, const char *name, uint32_t n)
{
  const struct {
    const char *name;
    uint32_t *place;
  } options[] = { { "--tagger-epochs", &r->tagger.epochs },
                  { "--parser-epochs", &r->parser.epochs },
                  { "--names-epochs", &r->names.epochs } };
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    if (!strcmp(name, options[i].name)) {
      *options[i].place = n;
      return true;
    }
  if (strcmp(name, "--seed"))
    return false;
  r->tagger.seed = r->parser.seed = r->names.seed = n;
  return true;
}

static bool set_option(act_recipe *r, const char *name, const char *value)
{
  uint32_t n;
  if (!strcmp(name, "--corpora"))
    r->corpora = value;
  else if (!strcmp(name, "-o"))
    r->output = value;
  else if (!strcmp(name, "--card"))
    r->card = value;
  else if (!strcmp(name, "--silver"))
    r->silver = value;
  else
    return read_number(value, &n) && set_number(r, name, n);
  return true;
}

static int finish(actant_status status, const actant_error *err)
{
  if (status == ACTANT_OK)
    return 0;
  if (err->source[0])
    fprintf(stderr, "actant-train: %s:%u: %s\n", err->source, (unsigned)err->line, err->message);
  else
    fprintf(stderr, "actant-train: %s\n", err->message);
  return 1;
}

/* The options of `clusters`; 2 for wrong usage. */
static int run_clusters(int argc, char **argv)
{
  act_clustering how = act_clustering_default();
  const char *corpora = NULL, *output = NULL;
  actant_error err = { 0 };
  bool good = argc % 2 == 0;
  for (int i = 2; good && i < argc; i += 2) {
    if (!strcmp(argv[i], "--corpora"))
      corpora = argv[i + 1];
    else if (!strcmp(argv[i], "-o"))
      output = argv[i + 1];
    else
      good = (!strcmp(argv[i], "--classes") && read_number(argv[i + 1], &how.classes)) ||
             (!strcmp(argv[i], "--least") && read_number(argv[i + 1], &how.least));
  }
  if (good && corpora && output)
    return finish(act_clusters_run(corpora, how, output, &err), &err);
  fputs(usage, stderr);
  return 2;
}

int main(int argc, char **argv)
{
  act_recipe recipe = act_recipe_default();
  actant_error err = { 0 };
  if (argc == 4 && !strcmp(argv[1], "dump"))
    return finish(act_dump(argv[2], argv[3], &err), &err);
  if (argc >= 2 && !strcmp(argv[1], "clusters"))
    return run_clusters(argc, argv);
  bool good = argc >= 2 && argc % 2 == 0 && !strcmp(argv[1], "all");
  for (int i = 2; good && i < argc; i += 2)
    good = set_option(&recipe, argv[i], argv[i + 1]);
  if (!good || !recipe.corpora || !recipe.output) {
    fputs(usage, stderr);
    return 2;
  }
  return finish(act_recipe_run(&recipe, &err), &err);
}
