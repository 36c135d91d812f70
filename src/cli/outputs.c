/* SPDX-License-Identifier: MIT */
/*
 * Where results go.  A file is written aside in its own folder and renamed when it is complete, so
 * that nobody ever sees half of one; a device or a pipe is written directly.  Every write and the
 * close are checked: a full disk shows at either.  A reader of standard output that goes away
 * (head) ends the run without a word.
 */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *shown_name(const cli_output *output)
{
  return output->descriptor == STDOUT_FILENO ? "standard output" : output->path;
}

static size_t write_bytes(void *context, const void *bytes, size_t size)
{
  cli_output *output = context;
  size_t done = 0;
  output->used |= size > 0;
  while (done < size && !output->error) {
    ssize_t n = write(output->descriptor, (const char *)bytes + done, size - done);
    if (n > 0)
      done += (size_t)n;
    else if (n == 0)
      output->error = EIO;
    else if (errno != EINTR)
      output->error = errno;
  }
  return done;
}

actant_sink cli_output_sink(cli_output *output)
{
  return (actant_sink){ write_bytes, output };
}

/* Make an empty file beside the target, with the permissions that the target has or would get. */
static bool open_aside(cli_output *output, const struct stat *existing)
{
  static const char ending[] = ".XXXXXX";
  size_t size = strlen(output->target);
  output->aside = malloc(size + sizeof ending);
  if (!output->aside) {
    errno = ENOMEM;
    return false;
  }
  memcpy(output->aside, output->target, size);
  memcpy(output->aside + size, ending, sizeof ending);
  output->descriptor = mkstemp(output->aside);
  if (output->descriptor < 0)
    return false;
  mode_t mask = umask(0);
  umask(mask);
  (void)fchmod(output->descriptor,
               existing ? existing->st_mode & 0777 : 0666 & ~mask); /* the content matters more */
  return true;
}

/* A regular file, or one that is to be: behind a link, the file that it leads to. */
static bool open_regular(cli_output *output, const struct stat *existing)
{
  output->target = existing ? realpath(output->path, NULL) : strdup(output->path);
  return output->target && (!existing || access(output->path, W_OK) == 0) &&
         open_aside(output, existing);
}

static bool open_file(cli_output *output)
{
  struct stat about;
  if (stat(output->path, &about))
    return open_regular(output, NULL);
  if (S_ISREG(about.st_mode))
    return open_regular(output, &about);
  output->descriptor = open(output->path, O_WRONLY | O_CLOEXEC); /* a folder is refused here */
  return output->descriptor >= 0;
}

static void forget(cli_output *output)
{
  free(output->target);
  free(output->aside);
  output->target = output->aside = NULL;
}

int cli_output_open(cli_output *output, const char *path)
{
  *output = (cli_output){ .path = path, .descriptor = -1 };
  if (!strcmp(path, "-")) {
    output->descriptor = STDOUT_FILENO;
    return CLI_DONE;
  }
  if (open_file(output))
    return CLI_DONE;
  cli_complain(path, "cannot be written: %s", strerror(errno));
  forget(output);
  return CLI_FAILED;
}

int cli_output_finish(cli_output *output)
{
  if (output->descriptor >= 0 && close(output->descriptor) && !output->error && errno != EINTR)
    output->error = errno;
  output->descriptor = -1;
  return output->error ? CLI_FAILED : CLI_DONE;
}

int cli_output_close(cli_output *output, bool keep)
{
  const char *name = shown_name(output);
  cli_output_finish(output);
  if (output->aside && keep && !output->error && rename(output->aside, output->target))
    output->error = errno;
  if (output->aside && (!keep || output->error))
    unlink(output->aside);
  forget(output);
  if (!output->error)
    return CLI_DONE;
  return output->error == EPIPE
           ? CLI_FAILED
           : cli_complain(name, "cannot be written: %s", strerror(output->error));
}
