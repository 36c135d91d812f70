/* SPDX-License-Identifier: MIT */
/* extract and annotate: one stream, a document after the other, to standard output or a file. */
#include "cli.h"

typedef actant_status write_result(const actant_result *result,
                                   const cli_options *options,
                                   const actant_sink *sink,
                                   actant_error *err);

typedef struct stream {
  const cli_options *options;
  write_result *write;
  cli_output output;
  bool written;
} stream;

static int visit(void *context, const actant_result *result)
{
  stream *s = context;
  actant_sink sink = cli_output_sink(&s->output);
  actant_error err;
  s->written = true;
  if (s->write(result, s->options, &sink, &err) == ACTANT_OK)
    return CLI_DONE;
  return s->output.error
           ? CLI_FAILED
           : cli_report(NULL, &err); /* what failed in the output is told at its close */
}

/* An empty answer is none: say so. */
static void tell_nothing(const cli_options *options)
{
  if (options->entity)
    cli_complain("explain", "nobody and nothing is called '%s'", options->entity);
  else if (options->between)
    cli_complain(
      "explain", "nothing is stated between '%s' and '%s'", options->between, options->and_);
  else
    cli_complain("explain", "nothing is stated");
}

static int run(const cli_options *options, write_result *write)
{
  actant_model *model = NULL;
  stream s = { .options = options, .write = write };
  if (cli_open_model(options, &model) != CLI_DONE)
    return CLI_FAILED;
  int status = cli_output_open(&s.output, options->outputs.count ? options->outputs.items[0] : "-");
  if (status == CLI_DONE) {
    status = cli_each_result(options, model, visit, &s);
    if (status == CLI_DONE && options->command == CLI_EXPLAIN && !s.output.used)
      tell_nothing(options);
    if (cli_output_close(&s.output, s.written) != CLI_DONE)
      status = CLI_FAILED;
  }
  actant_model_free(model);
  return status;
}

static actant_status write_statements(const actant_result *result,
                                      const cli_options *options,
                                      const actant_sink *sink,
                                      actant_error *err)
{
  return actant_write_statements(result, options->text, sink, err);
}

static actant_status write_conllu(const actant_result *result,
                                  const cli_options *options,
                                  const actant_sink *sink,
                                  actant_error *err)
{
  (void)options;
  return actant_write_conllu(result, sink, err);
}

static actant_status write_explanation(const actant_result *result,
                                       const cli_options *options,
                                       const actant_sink *sink,
                                       actant_error *err)
{
  return options->entity
           ? actant_write_mentions(result, options->entity, sink, err)
           : actant_write_explanation(result, options->between, options->and_, sink, err);
}

int cli_extract(const cli_options *options)
{
  return run(options, write_statements);
}

int cli_annotate(const cli_options *options)
{
  cli_options with = *options;
  with.extract.annotate = true;
  return run(&with, write_conllu);
}

int cli_explain(const cli_options *options)
{
  cli_options with = *options;
  with.extract.explain = true;
  return run(&with, write_explanation);
}
