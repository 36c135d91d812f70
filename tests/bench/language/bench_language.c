/* SPDX-License-Identifier: MIT */
/*
  How fast prose is read: each stage by itself, then annotating and extracting as a program does it,
  then whole processes, with their peak memory.

    bench_language ACTANT FILE [ROUNDS]

  One JSON object a line: words (as `wc -w` counts them) a second of one processor's time, of the
  fastest round; ACTANT is the command to start, FILE a text or JSON Lines.  The stages by
  themselves leave out what stands between them (asides of newswire, mending of trees), so
  "annotate" is more than their sum.
*/
#include "annotate/annotate.h"
#include "annotate/names.h"
#include "annotate/parser.h"
#include "annotate/sentences.h"
#include "annotate/tagger.h"
#include "annotate/tokens.h"
#include "library/model.h"
#include "relate/statement.h"
#include "resolve/resolution.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

typedef enum stage {
  OPEN,
  READ,
  TOKENS,
  TAGS,
  TREES,
  NAMES,
  LEMMAS,
  ANNOTATE,
  RESOLVE,
  RELATE,
  EXTRACT,
  WRITE,
  STAGES
} stage;

static const char *const stage_names[STAGES] = { "open",    "read",   "tokens",  "tags",
                                                 "trees",   "names",  "lemmas",  "annotate",
                                                 "resolve", "relate", "extract", "write" };

typedef struct bench {
  actant_model *model;
  const char *path;
  char *bytes;
  size_t size, words;
  double now[STAGES], least[STAGES]; /* seconds of this round, and of the fastest */
} bench;

static double processor_seconds(void)
{
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double wall_seconds(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Evaluate something of a stage, and add the time it takes. */
#define TIMED(b, stage, call)                                                                      \
  do {                                                                                             \
    const double begin_ = processor_seconds();                                                     \
    if ((call) != ACTANT_OK)                                                                       \
      return false;                                                                                \
    (b)->now[stage] += processor_seconds() - begin_;                                               \
  } while (0)

static size_t count_bytes(void *context, const void *bytes, size_t size)
{
  (void)bytes;
  *(size_t *)context += size;
  return size;
}

/* ----------------------------------------------------------------------------------- one by one */

static actant_status tokenise(const act_annotator *p, const act_table *table, act_annotation *a)
{
  actant_error err;
  for (uint32_t i = 0; i < a->document->blocks.count; i++) {
    const uint32_t first = (uint32_t)a->tokens.count;
    TRY(act_tokenize(a, &p->abbreviations, &a->document->blocks.data[i], &err));
    TRY(act_split_sentences(a, &p->abbreviations, table, i, first, &err));
  }
  return ACTANT_OK;
}

typedef actant_status on_sentence(act_words *words,
                                  act_annotation *a,
                                  uint32_t sentence,
                                  actant_error *err);

static actant_status each_sentence(act_annotator *p, act_annotation *a, on_sentence *run)
{
  actant_error err;
  for (uint32_t i = 0; i < a->sentences.count; i++)
    TRY(run(p->words, a, i, &err));
  return ACTANT_OK;
}

static actant_status find_lemmas(act_annotator *p, act_annotation *a)
{
  actant_error err;
  for (uint32_t i = 0; i < a->sentences.count; i++)
    TRY(act_find_lemmas(&p->lemmas, a, &a->sentences.data[i], &err));
  return ACTANT_OK;
}

static bool time_predictors(bench *b, act_annotator *p, act_annotation *a)
{
  const act_table *table = act_weights_table(b->model->weights, ACT_BOUNDARY_TABLE);
  if (act_strings_add(&a->strings, "", 0) == ACT_NO_STRING)
    return false;
  TIMED(b, TOKENS, tokenise(p, table, a));
  TIMED(b, TAGS, each_sentence(p, a, act_tag));
  TIMED(b, TREES, each_sentence(p, a, act_parse));
  TIMED(b, NAMES, each_sentence(p, a, act_find_names));
  TIMED(b, LEMMAS, find_lemmas(p, a));
  return true;
}

static bool time_resolving(bench *b, const act_annotation *a)
{
  act_resolution *resolution = NULL;
  act_statements *statements = NULL;
  TIMED(b, RESOLVE, act_resolve(a, b->model->gazetteer, &resolution, NULL));
  TIMED(b, RELATE, act_relate(resolution, b->model->vocabulary, false, &statements, NULL));
  act_statements_free(statements);
  act_resolution_free(resolution);
  return true;
}

static bool time_stages(bench *b, const actant_document *document)
{
  act_annotator *p = NULL;
  act_annotation *a = calloc(1, sizeof *a), *whole = NULL;
  if (!a || act_annotator_take(b->model->annotators, &p, NULL) != ACTANT_OK)
    return false;
  a->document = document;
  const bool good = time_predictors(b, p, a);
  act_annotator_give(b->model->annotators, p);
  act_annotation_delete(a);
  if (!good)
    return false;
  TIMED(b, ANNOTATE, act_annotate(b->model->annotators, document, &whole, NULL));
  const bool resolved = time_resolving(b, whole);
  act_annotation_delete(whole);
  return resolved;
}

static bool time_extracting(bench *b, actant_document **document)
{
  actant_result *result = NULL;
  size_t bytes = 0;
  const actant_sink sink = { count_bytes, &bytes };
  TIMED(b, EXTRACT, actant_extract(b->model, document, NULL, &result, NULL));
  TIMED(b, WRITE, actant_write_statements(result, false, &sink, NULL));
  actant_result_free(result);
  return bytes > 0;
}

/* ----------------------------------------------------------------------------------------- rounds
 */

static bool open_model(bench *b)
{
  actant_model_free(b->model);
  b->model = NULL;
  TIMED(b, OPEN, actant_model_open(NULL, &b->model, NULL));
  return true;
}

static bool run_round(bench *b)
{
  actant_read_options options;
  actant_read_options_init(&options);
  options.name = b->path;
  actant_reader *reader = NULL;
  memset(b->now, 0, sizeof b->now);
  if (!open_model(b))
    return false;
  TIMED(b, READ, actant_reader_open(b->bytes, b->size, &options, &reader, NULL));
  for (;;) {
    actant_document *document = NULL;
    TIMED(b, READ, actant_reader_next(reader, &document, NULL));
    if (!document)
      break;
    if (!time_stages(b, document) || !time_extracting(b, &document))
      return false;
  }
  actant_reader_free(reader);
  for (stage s = 0; s < STAGES; s++)
    if (b->least[s] <= 0 || b->now[s] < b->least[s])
      b->least[s] = b->now[s];
  return true;
}

static void tell_stages(const bench *b)
{
  printf("{\"stage\": \"open\", \"seconds\": %.6f}\n", b->least[OPEN]);
  for (stage s = READ; s < STAGES; s++)
    printf("{\"stage\": \"%s\", \"words\": %zu, \"seconds\": %.6f, \"words_per_second\": %.0f}\n",
           stage_names[s],
           b->words,
           b->least[s],
           b->least[s] > 0 ? (double)b->words / b->least[s] : 0);
}

/* -------------------------------------------------------------------------------------- processes
 */

/* Run a command with its output thrown away; its wall time and peak memory. */
static bool run_command(char *const argv[], double *seconds, double *megabytes)
{
  posix_spawn_file_actions_t actions;
  struct rusage used;
  pid_t child;
  int status;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const double begin = wall_seconds();
  const bool spawned = posix_spawn(&child, argv[0], &actions, NULL, argv, environ) == 0;
  posix_spawn_file_actions_destroy(&actions);
  if (!spawned || wait4(child, &status, 0, &used) != child || status != 0)
    return false;
  *seconds = wall_seconds() - begin;
  *megabytes = (double)used.ru_maxrss / 1024;
  return true;
}

/* The fastest of some runs. */
static bool tell_command(const char *name, char *const argv[], int rounds)
{
  double least = 1e9, seconds, megabytes = 0;
  for (int i = 0; i < rounds; i++) {
    if (!run_command(argv, &seconds, &megabytes))
      return false;
    least = seconds < least ? seconds : least;
  }
  printf(
    "{\"process\": \"%s\", \"seconds\": %.4f, \"peak_megabytes\": %.1f}\n", name, least, megabytes);
  return true;
}

/* "start" reads a text of one word: what it takes is to open the model and end. */
static bool tell_processes(char *actant, char *path, int rounds)
{
  char word[] = "/tmp/bench-XXXXXX", annotate[] = "annotate", extract[] = "extract", one[] = "-j1";
  const int file = mkstemp(word);
  if (file < 0 || write(file, "Yes.\n", 5) != 5 || close(file))
    return false;
  const bool good =
    tell_command("start", (char *[]){ actant, annotate, one, word, NULL }, 5 * rounds) &&
    tell_command("annotate", (char *[]){ actant, annotate, one, path, NULL }, rounds) &&
    tell_command("extract", (char *[]){ actant, extract, one, path, NULL }, rounds);
  unlink(word);
  return good;
}

static bool load(bench *b)
{
  FILE *file = fopen(b->path, "rb");
  if (!file || fseek(file, 0, SEEK_END))
    return false;
  const long end = ftell(file);
  b->bytes = end < 0 ? NULL : malloc((size_t)end + 1);
  rewind(file);
  b->size = b->bytes ? fread(b->bytes, 1, (size_t)end, file) : 0;
  for (size_t i = 0; i < b->size; i++)
    b->words += !strchr(" \n\t\r", b->bytes[i]) && (!i || strchr(" \n\t\r", b->bytes[i - 1]));
  return fclose(file) == 0 && b->size == (size_t)end;
}

int main(int argc, char **argv)
{
  if (argc < 3) {
    fprintf(stderr, "bench_language ACTANT FILE [ROUNDS]\n");
    return 2;
  }
  const int rounds = argc > 3 ? atoi(argv[3]) : 3;
  bench b = { .path = argv[2] };
  bool good = rounds > 0 && load(&b);
  for (int i = 0; good && i < rounds; i++)
    good = run_round(&b);
  if (good)
    tell_stages(&b);
  fflush(stdout);
  good = good && tell_processes(argv[1], argv[2], rounds);
  actant_model_free(b.model);
  free(b.bytes);
  if (!good)
    fprintf(stderr, "bench_language: cannot measure %s\n", argv[2]);
  return !good;
}
