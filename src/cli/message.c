/* SPDX-License-Identifier: MIT */
/* What goes to standard error: one line a problem, `actant: FILE: where: what`, and never a control
 * character from a file. */
#include "cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 1400 }; /* a source, a message and a path of ordinary length */

static void print_line(char *line)
{
  for (char *c = line; *c; c++)
    if ((unsigned char)*c < 0x20 || *c == 0x7F)
      *c = '?';
  fprintf(stderr, "actant: %s\n", line);
}

int cli_complain(const char *subject, const char *format, ...)
{
  char line[LINE_MAX_BYTES];
  int n = snprintf(line, sizeof line, "%s: ", subject);
  if (n < 0 || (size_t)n >= sizeof line)
    n = (int)sizeof line - 1;
  va_list args;
  va_start(args, format);
  vsnprintf(line + n, sizeof line - (size_t)n, format, args);
  va_end(args);
  print_line(line);
  return CLI_FAILED;
}

int cli_misuse(const char *format, ...)
{
  char line[LINE_MAX_BYTES];
  va_list args;
  va_start(args, format);
  vsnprintf(line, sizeof line, format, args);
  va_end(args);
  strncat(line, " (see actant --help)", sizeof line - strlen(line) - 1);
  print_line(line);
  return CLI_USAGE;
}

int cli_report(const char *file, const actant_error *err)
{
  char where[64] = "";
  const char *source = err->source[0] && (!file || strcmp(err->source, file)) ? err->source : "";
  size_t size = file ? strlen(file) : 0;
  if (file && !strncmp(source, file, size) && source[size] == '!') { /* inside an archive */
    file = source;
    source = "";
  }
  if (err->line && err->column)
    snprintf(where,
             sizeof where,
             "line %lu, column %lu: ",
             (unsigned long)err->line,
             (unsigned long)err->column);
  else if (err->line)
    snprintf(where, sizeof where, "line %lu: ", (unsigned long)err->line);
  else if (err->has_offset)
    snprintf(where, sizeof where, "byte %llu: ", (unsigned long long)err->offset);
  if (!file)
    return cli_complain(*source ? source : "model", "%s%s", where, err->message);
  return cli_complain(file, "%s%s%s%s", source, *source ? ": " : "", where, err->message);
}

bool cli_list_add(cli_list *list, const char *string, size_t size)
{
  if (list->count == list->capacity) {
    size_t capacity = list->capacity ? 2 * list->capacity : 8;
    char **items =
      capacity > SIZE_MAX / sizeof *items ? NULL : realloc(list->items, capacity * sizeof *items);
    if (!items)
      return cli_complain("memory", "out of memory"), false;
    list->items = items;
    list->capacity = capacity;
  }
  char *copy = malloc(size + 1);
  if (!copy)
    return cli_complain("memory", "out of memory"), false;
  memcpy(copy, string, size);
  copy[size] = '\0';
  list->items[list->count++] = copy;
  return true;
}

void cli_list_free(cli_list *list)
{
  for (size_t i = 0; i < list->count; i++)
    free(list->items[i]);
  free(list->items);
  *list = (cli_list){ 0 };
}
