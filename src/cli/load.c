/* SPDX-License-Identifier: MIT */
/* Files into memory: articles up to the limit that the reader knows, models and rules whole. */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_BYTES = 1 << 16 };

/* Room for one block more, and the NUL. */
static bool grow(cli_bytes *bytes, size_t *capacity)
{
  if (bytes->size + 1 < *capacity)
    return true;
  size_t more = *capacity ? *capacity : FIRST_BYTES;
  char *data = *capacity > SIZE_MAX / 2 ? NULL : realloc(bytes->data, *capacity + more);
  if (!data)
    return false;
  bytes->data = data;
  *capacity += more;
  return true;
}

/* Whole file in one piece where its size is known. */
static bool reserve(int descriptor, size_t most, cli_bytes *bytes, size_t *capacity)
{
  struct stat about;
  if (fstat(descriptor, &about) || !S_ISREG(about.st_mode) || about.st_size <= 0 ||
      (uintmax_t)about.st_size > most)
    return true;
  *capacity = (size_t)about.st_size + 2;
  bytes->data = malloc(*capacity);
  return bytes->data != NULL;
}

/* No more than `most` bytes and one; of an archive, which is not text itself, as many as
 * `archive_most`. */
static int read_all(int descriptor,
                    const char *path,
                    size_t most,
                    size_t archive_most,
                    cli_bytes *bytes)
{
  size_t capacity = 0;
  if (!reserve(descriptor, most, bytes, &capacity))
    return cli_complain(path, "out of memory");
  while (bytes->size <= most) {
    if (!grow(bytes, &capacity))
      return cli_complain(path, "out of memory");
    ssize_t n = read(descriptor, bytes->data + bytes->size, capacity - bytes->size - 1);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return cli_complain(path, "cannot be read: %s", strerror(errno));
    if (n == 0)
      break;
    bytes->size += (size_t)n;
    if (bytes->size > most && most < archive_most && actant_is_archive(bytes->data, bytes->size))
      most = archive_most;
  }
  bytes->data[bytes->size] = '\0';
  return CLI_DONE;
}

static int load(const char *path, size_t most, size_t archive_most, cli_bytes *out)
{
  bool standard = !strcmp(path, "-");
  int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return cli_complain(path, "cannot be opened: %s", strerror(errno));
  *out = (cli_bytes){ 0 };
  int status = read_all(descriptor,
                        standard ? "standard input" : path,
                        most < SIZE_MAX ? most : SIZE_MAX - 1,
                        archive_most < SIZE_MAX ? archive_most : SIZE_MAX - 1,
                        out);
  if (!standard)
    close(descriptor);
  if (status != CLI_DONE)
    free(out->data);
  return status;
}

int cli_load(const char *path, size_t most, cli_bytes *out)
{
  return load(path, most, most, out);
}

int cli_load_input(const char *path, const actant_read_options *options, cli_bytes *out)
{
  return load(path, options->max_bytes, options->max_total, out);
}

/* Texts that a model is opened with: rules, or names. */
typedef struct model_texts {
  const cli_list *files;
  char **texts;
} model_texts;

static int load_texts(model_texts *out)
{
  out->texts = calloc(out->files->count + 1, sizeof *out->texts);
  if (!out->texts)
    return cli_complain("memory", "out of memory");
  for (size_t i = 0; i < out->files->count; i++) {
    cli_bytes bytes;
    const char *file = out->files->items[i];
    if (cli_load(file, SIZE_MAX, &bytes) != CLI_DONE)
      return CLI_FAILED;
    out->texts[i] = bytes.data;
    if (!strncmp(bytes.data, "\xEF\xBB\xBF", 3)) /* a byte order mark is no text */
      memmove(bytes.data, bytes.data + 3, bytes.size - 2), bytes.size -= 3;
    if (strlen(bytes.data) != bytes.size)
      return cli_complain(file, "byte %zu: a NUL byte, expected text", strlen(bytes.data));
  }
  return CLI_DONE;
}

static void free_texts(model_texts *texts)
{
  for (size_t i = 0; texts->texts && i < texts->files->count; i++)
    free(texts->texts[i]);
  free(texts->texts);
}

int cli_open_model(const cli_options *options, actant_model **out)
{
  actant_model_options with;
  actant_model_options_init(&with);
  cli_bytes model = { 0 };
  model_texts rules = { .files = &options->rules }, names = { .files = &options->names };
  int status = load_texts(&rules);
  if (status == CLI_DONE)
    status = load_texts(&names);
  if (status == CLI_DONE && options->model)
    status = cli_load(options->model, SIZE_MAX, &model);
  with.data = model.data;
  with.size = model.size;
  with.rules = (const char *const *)rules.texts;
  with.rule_names = (const char *const *)options->rules.items;
  with.rule_count = options->rules.count;
  with.names = (const char *const *)names.texts;
  with.name_files = (const char *const *)options->names.items;
  with.name_count = options->names.count;
  actant_error err;
  if (status == CLI_DONE) {
    actant_status opened = actant_model_open(&with, out, &err);
    if (opened != ACTANT_OK)
      status = cli_report(opened == ACTANT_MODEL ? options->model : NULL, &err);
  }
  free_texts(&rules);
  free_texts(&names);
  free(model.data);
  return status;
}
