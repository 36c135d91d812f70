/* SPDX-License-Identifier: MIT */
/*
 * Which files are read.  A file that is named is read whatever it is called; of a folder those that
 * look like articles, in order of their names, hidden ones left out.  The walk keeps its own list
 * instead of recursing, and enters each folder once, so that links that lead back do not matter.
 */
#include "cli.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct place {
  dev_t device;
  ino_t inode;
} place;

/* One walk from one folder of the command line. */
typedef struct walk {
  cli_list todo; /* folders still to enter, the next one last */
  place *seen;
  size_t seen_count, seen_capacity;
  cli_list *files;
} walk;

/* Whether a folder is entered for the first time; false too, after a message, when memory runs out.
 */
static bool mark_seen(walk *w, const struct stat *about)
{
  for (size_t i = 0; i < w->seen_count; i++)
    if (w->seen[i].device == about->st_dev && w->seen[i].inode == about->st_ino)
      return false;
  if (w->seen_count == w->seen_capacity) {
    size_t capacity = w->seen_capacity ? 2 * w->seen_capacity : 16;
    place *seen = realloc(w->seen, capacity * sizeof *seen);
    if (!seen)
      return cli_complain("memory", "out of memory"), false;
    w->seen = seen;
    w->seen_capacity = capacity;
  }
  w->seen[w->seen_count++] = (place){ about->st_dev, about->st_ino };
  return true;
}

static int by_name(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths of a folder's entries, sorted. */
static int list_folder(const char *folder, cli_list *paths)
{
  DIR *directory = opendir(folder);
  if (!directory)
    return cli_complain(folder, "cannot be opened: %s", strerror(errno));
  size_t length = strlen(folder);
  bool slash = length > 0 && folder[length - 1] == '/', ok = true;
  for (struct dirent *entry; ok && (entry = readdir(directory));) {
    if (entry->d_name[0] == '.')
      continue;
    size_t size = strlen(entry->d_name);
    char *path = malloc(length + size + 2);
    if (!path)
      break;
    memcpy(path, folder, length);
    path[length] = '/';
    memcpy(path + length + !slash, entry->d_name, size + 1);
    ok = cli_list_add(paths, path, strlen(path));
    free(path);
  }
  closedir(directory);
  if (paths->count)
    qsort(paths->items, paths->count, sizeof *paths->items, by_name);
  return ok ? CLI_DONE : CLI_FAILED;
}

/* Files are listed at once; folders wait, in reverse, so that the first by name is entered next. */
static int sort_entries(walk *w, const cli_list *paths)
{
  for (size_t i = 0; i < paths->count; i++) {
    struct stat about;
    const char *path = paths->items[i];
    if (!stat(path, &about) && S_ISREG(about.st_mode) && actant_reads_name(path) &&
        !cli_list_add(w->files, path, strlen(path)))
      return CLI_FAILED;
  }
  for (size_t i = paths->count; i-- > 0;) {
    struct stat about;
    const char *path = paths->items[i];
    if (!stat(path, &about) && S_ISDIR(about.st_mode) && mark_seen(w, &about) &&
        !cli_list_add(&w->todo, path, strlen(path)))
      return CLI_FAILED;
  }
  return CLI_DONE;
}

static int walk_folder(const char *folder, const struct stat *about, cli_list *files)
{
  walk w = { .files = files };
  size_t before = files->count;
  int status =
    mark_seen(&w, about) && cli_list_add(&w.todo, folder, strlen(folder)) ? CLI_DONE : CLI_FAILED;
  while (w.todo.count) {
    char *next = w.todo.items[--w.todo.count];
    cli_list paths = { 0 };
    if (list_folder(next, &paths) != CLI_DONE || sort_entries(&w, &paths) != CLI_DONE)
      status = CLI_FAILED;
    cli_list_free(&paths);
    free(next);
  }
  cli_list_free(&w.todo);
  free(w.seen);
  if (status == CLI_DONE && files->count == before)
    status = cli_complain(folder,
                          "no articles in this folder; expected files ending in .txt, .html, .htm, "
                          ".xhtml, .jsonl, .conllu, .rss or .atom, or archives");
  return status;
}

int cli_find_files(const cli_options *options, cli_list *files)
{
  int status = CLI_DONE;
  for (size_t i = 0; i < options->input_count; i++) {
    const char *path = options->inputs[i];
    struct stat about;
    bool folder = strcmp(path, "-") != 0 && !stat(path, &about) && S_ISDIR(about.st_mode);
    if (folder ? walk_folder(path, &about, files) != CLI_DONE
               : !cli_list_add(files, path, strlen(path)))
      status = CLI_FAILED;
  }
  return status;
}
