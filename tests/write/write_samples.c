/* SPDX-License-Identifier: MIT */
/* write_samples DIRECTORY: write each sample in each format, and as JSON what a reader should find.
   With NODES EDGES FORMAT behind: write that generated graph to standard output, and the seconds it
   took to standard error. */
#define _POSIX_C_SOURCE 200809L
#include "write/expected.h"
#include "write/samples.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static size_t into_file(void *context, const void *bytes, size_t size)
{
  return fwrite(bytes, 1, size, context);
}

static int write_one(const actant_graph *graph, const char *format, FILE *file)
{
  actant_error err = { 0 };
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  actant_status st = actant_graph_write(
    graph, actant_format_find(format), NULL, &(actant_sink){ into_file, file }, &err);
  clock_gettime(CLOCK_MONOTONIC, &end);
  if (st == ACTANT_OK)
    fprintf(stderr,
            "%zu nodes, %zu edges, %s: %.2f s\n",
            graph->nodes.count,
            graph->edges.count,
            format,
            (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9);
  else if (st != ACTANT_UNSUPPORTED)
    fprintf(stderr, "%s: %s\n", format, err.message);
  return st != ACTANT_OK && st != ACTANT_UNSUPPORTED;
}

/* Files "DIRECTORY/NAME.FORMAT", or "DIRECTORY/NAME" and an ending for formats of several. */
typedef struct folder {
  const char *directory, *name, *format;
  FILE *file;
  actant_sink sink;
  bool failed;
} folder;

static void end_file(folder *to)
{
  to->failed |= to->file && fclose(to->file) != 0;
  to->file = NULL;
}

static const actant_sink *begin_file(void *context, const char *ending)
{
  folder *to = context;
  char path[512];
  end_file(to);
  if (*ending == '/') {
    snprintf(path, sizeof path, "%s/%s", to->directory, to->name);
    mkdir(path, 0777);
  }
  const char *dot = *ending ? "" : ".", *format = *ending ? "" : to->format;
  snprintf(path, sizeof path, "%s/%s%s%s%s", to->directory, to->name, ending, dot, format);
  to->file = fopen(path, "wb");
  to->sink = (actant_sink){ into_file, to->file };
  return to->file ? &to->sink : NULL;
}

static int write_all(actant_graph *graph, const char *directory, const char *name)
{
  char path[512];
  int failed = actant_graph_measure(graph, NULL, NULL) != ACTANT_OK;
  for (size_t i = 0; i < actant_format_count(); i++) {
    folder to = { .directory = directory, .name = name, .format = actant_format_at(i).name };
    actant_error err = { 0 };
    actant_status st =
      actant_graph_write_files(graph, i, NULL, &(actant_files){ begin_file, &to }, &err);
    end_file(&to);
    if (st != ACTANT_OK && st != ACTANT_UNSUPPORTED)
      fprintf(stderr, "%s.%s: %s\n", name, to.format, err.message);
    failed |= to.failed || (st != ACTANT_OK && st != ACTANT_UNSUPPORTED);
  }
  snprintf(path, sizeof path, "%s/%s.expected", directory, name);
  failed |= expected_write(graph, path);
  actant_graph_free(graph);
  return failed;
}

int main(int argc, char **argv)
{
  if (argc == 5) {
    actant_graph *graph = sample_generated((uint32_t)atoi(argv[2]), (uint32_t)atoi(argv[3]));
    int failed = write_one(graph, argv[4], stdout);
    actant_graph_free(graph);
    return failed;
  }
  if (argc != 2)
    return 2;
  return write_all(sample_story(), argv[1], "story") |
         write_all(sample_generated(40, 55), argv[1], "forty") |
         write_all(sample_generated(60, 100), argv[1], "sixty") |
         write_all(sample_generated(140, 300), argv[1], "large") |
         write_all(sample_star(40), argv[1], "star") |
         write_all(sample_torture(), argv[1], "torture") |
         write_all(sample_random(1), argv[1], "random1") |
         write_all(sample_random(2), argv[1], "random2") |
         write_all(sample_one_node(), argv[1], "one") | write_all(sample_empty(), argv[1], "none");
}
