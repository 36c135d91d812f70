/* SPDX-License-Identifier: MIT */
/*
 * rules: rule files tried on the examples that stand in them.  A line for each that does not hold,
 * as compilers print theirs, and a last one that counts.
 */
#include "cli.h"

#include <stdio.h>
#include <string.h>

typedef struct tally {
  actant_sink sink;
  size_t examples, held;
} tally;

static void put(actant_sink sink, const char *text)
{
  sink.write(sink.context, text, strlen(text));
}

static void tell(void *context, const actant_example *example)
{
  tally *t = context;
  char line[32];
  t->examples++;
  t->held += example->held;
  if (example->held)
    return;
  snprintf(line, sizeof line, ":%u: ", (unsigned)example->line);
  put(t->sink, example->file);
  put(t->sink, line);
  put(t->sink, example->positive ? "does not state " : "states ");
  if (example->positive) {
    put(t->sink, example->subject);
    put(t->sink, " ");
  }
  put(t->sink, example->relation);
  if (example->positive) {
    put(t->sink, " ");
    put(t->sink, example->object);
  }
  put(t->sink, ": ");
  put(t->sink, example->text);
  put(t->sink, "\n");
}

/* The examples of one file, or of all that is built in for NULL. */
static int check(const actant_model *model, const char *file, tally *t)
{
  actant_error err;
  if (actant_rules_check(model, file, tell, t, &err) != ACTANT_OK)
    return cli_report(file ? file : "rules", &err);
  return CLI_DONE;
}

static int check_all(const cli_options *options, const actant_model *model, tally *t)
{
  int status = options->rules.count ? CLI_DONE : check(model, NULL, t);
  for (size_t i = 0; i < options->rules.count && status == CLI_DONE; i++)
    status = check(model, options->rules.items[i], t);
  return status;
}

int cli_rules(const cli_options *options)
{
  actant_model *model = NULL;
  cli_output output;
  char line[96];
  if (cli_open_model(options, &model) != CLI_DONE)
    return CLI_FAILED;
  int status = cli_output_open(&output, "-");
  if (status == CLI_DONE) {
    tally t = { .sink = cli_output_sink(&output) };
    status = check_all(options, model, &t);
    snprintf(line, sizeof line, "%zu of %zu examples hold\n", t.held, t.examples);
    put(t.sink, line);
    int closed = cli_output_close(&output, true);
    status = status != CLI_DONE ? status : t.held < t.examples ? CLI_FAILED : closed;
  }
  actant_model_free(model);
  return status;
}
