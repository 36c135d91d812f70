/* SPDX-License-Identifier: MIT */
/*
 * Formats of several files.  Each is written aside as a single one is; when all are complete they
 * take their names, and when one falls short none does.  The files are called by the name given
 * without the ending that stands for the format, and an ending of their own: graph.csv gives
 * graph-nodes.csv and graph-edges.csv.
 */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct fileset {
  const char *stem;
  size_t stem_size;
  cli_output *outputs;
  size_t count, capacity;
  cli_list paths;    /* of the outputs, and the stem last */
  char *made_folder; /* NULL unless it was made for this */
  actant_sink sink;  /* of the last file */
  bool failed;       /* and a message was printed */
} fileset;

/* The name given, without an ending that names the format. */
static size_t stem_of(const char *path, size_t format)
{
  const char *ending = cli_extension(path);
  size_t size = strlen(path);
  return *ending && actant_format_find(ending) == format ? size - strlen(ending) - 1 : size;
}

/* The folder that an ending such as "/Oslo.md" needs. */
static bool make_folder(fileset *set)
{
  struct stat about;
  char *folder = strndup(set->stem, set->stem_size);
  if (!folder)
    return cli_complain("memory", "out of memory") == CLI_DONE;
  if (mkdir(folder, 0777) == 0) {
    set->made_folder = folder;
    return true;
  }
  bool there = errno == EEXIST && stat(folder, &about) == 0 && S_ISDIR(about.st_mode);
  if (!there)
    cli_complain(folder, "the folder cannot be made: %s", strerror(errno));
  free(folder);
  return there;
}

static bool make_room(fileset *set)
{
  if (set->count < set->capacity)
    return true;
  size_t capacity = set->capacity ? 2 * set->capacity : 8;
  cli_output *grown = realloc(set->outputs, capacity * sizeof *grown);
  if (!grown)
    return cli_complain("memory", "out of memory") == CLI_DONE;
  set->outputs = grown;
  set->capacity = capacity;
  return true;
}

/* Add the path of the next file. */
static const char *add_path(fileset *set, const char *ending)
{
  size_t size = strlen(ending);
  char *path = malloc(set->stem_size + size + 1);
  if (!path) {
    cli_complain("memory", "out of memory");
    return NULL;
  }
  memcpy(path, set->stem, set->stem_size);
  memcpy(path + set->stem_size, ending, size + 1);
  bool added = cli_list_add(&set->paths, path, strlen(path));
  free(path);
  return added ? set->paths.items[set->paths.count - 1] : NULL;
}

static bool open_next(fileset *set, const char *ending)
{
  if (set->count && cli_output_finish(&set->outputs[set->count - 1]) != CLI_DONE)
    return false;
  if (ending[0] == '/' && !set->made_folder && !make_folder(set))
    return false;
  const char *path = add_path(set, ending);
  if (!path || !make_room(set) || cli_output_open(&set->outputs[set->count], path) != CLI_DONE)
    return false;
  set->count++;
  return true;
}

static const actant_sink *begin(void *context, const char *ending)
{
  fileset *set = context;
  if (set->failed || !open_next(set, ending)) {
    set->failed = true;
    return NULL;
  }
  set->sink = cli_output_sink(&set->outputs[set->count - 1]);
  return &set->sink;
}

/* Name all files, or remove them. */
static int close_all(fileset *set, bool keep)
{
  int status = set->failed ? CLI_FAILED : CLI_DONE;
  if (keep && set->count && cli_output_finish(&set->outputs[set->count - 1]) != CLI_DONE)
    keep = false;
  for (size_t i = 0; i < set->count; i++)
    if (cli_output_close(&set->outputs[i], keep) != CLI_DONE)
      status = CLI_FAILED;
  if (set->made_folder && !keep)
    rmdir(set->made_folder);
  free(set->made_folder);
  free(set->outputs);
  cli_list_free(&set->paths);
  return keep ? status : CLI_FAILED;
}

int cli_write_several(const actant_graph *graph,
                      size_t format,
                      const actant_write_options *options,
                      const char *path)
{
  fileset set = { .stem = path, .stem_size = stem_of(path, format) };
  actant_error err;
  bool ok = actant_graph_write_files(
              graph, format, options, &(actant_files){ begin, &set }, &err) == ACTANT_OK;
  bool told = set.failed || (set.count && set.outputs[set.count - 1].error);
  if (!ok && !told)
    cli_report(path, &err);
  return close_all(&set, ok);
}
