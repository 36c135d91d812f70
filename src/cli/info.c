/* SPDX-License-Identifier: MIT */
/* info: the version, the formats, the relations and the model's card. */
#include "cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Print to a sink, which keeps what went wrong until its close. */
static void print(actant_sink sink, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void print(actant_sink sink, const char *format, ...)
{
  char line[1024];
  va_list args;
  va_start(args, format);
  int n = vsnprintf(line, sizeof line, format, args);
  va_end(args);
  if (n > 0)
    sink.write(sink.context, line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
}

static void print_formats(actant_sink sink)
{
  print(sink, "\nFormats of a graph\n");
  for (size_t i = 0; i < actant_format_count(); i++) {
    actant_format f = actant_format_at(i);
    print(
      sink, "  %-14s %s%-14s %s\n", f.name, *f.extensions ? "." : "-", f.extensions, f.description);
  }
}

enum { INDENT = 6, WIDTH = 79 };

/* A text in lines of a terminal's width, each indented. */
static void print_wrapped(actant_sink sink, const char *text)
{
  size_t column = 0;
  while (*text) {
    size_t size = strcspn(text, " ");
    if (!column || column + 1 + size > WIDTH) {
      print(sink, "%s%*s", column ? "\n" : "", INDENT, "");
      column = INDENT;
    } else {
      print(sink, " ");
      column++;
    }
    print(sink, "%.*s", (int)size, text);
    column += size;
    text += size;
    text += strspn(text, " ");
  }
  print(sink, "\n");
}

static const char *type_word(char letter)
{
  return letter == 'P' ? "person" : letter == 'L' ? "place" : "organisation";
}

static void print_types(actant_sink sink, const char *letters)
{
  for (const char *c = letters; *c; c++)
    print(sink, "%s%s", c == letters ? "" : "|", type_word(*c));
}

static void print_relations(actant_sink sink, const actant_model *model)
{
  print(sink, "\nRelations\n");
  for (size_t i = 0; i < actant_relation_count(model); i++) {
    actant_relation r = actant_relation_at(model, i);
    print(sink, "  %-22s ", r.id);
    print_types(sink, r.subjects);
    print(sink, r.symmetric ? " <-> " : " -> ");
    print_types(sink, r.objects);
    print(sink, "\n");
    print_wrapped(sink, r.meaning ? r.meaning : "");
  }
}

int cli_info(const cli_options *options)
{
  actant_model *model = NULL;
  cli_output output;
  if (cli_open_model(options, &model) != CLI_DONE)
    return CLI_FAILED;
  int status = cli_output_open(&output, "-");
  if (status == CLI_DONE) {
    actant_sink sink = cli_output_sink(&output);
    const char *card = actant_model_card(model);
    print(sink, "actant %s\n", actant_version());
    print_formats(sink);
    print_relations(sink, model);
    print(sink, "\nModel\n");
    sink.write(sink.context, card, strlen(card));
    print(sink, "\n");
    status = cli_output_close(&output, true);
  }
  actant_model_free(model);
  return status;
}
