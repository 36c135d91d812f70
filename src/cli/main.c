/* SPDX-License-Identifier: MIT */
/* actant: prose to a knowledge graph. */
#include "cli.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static int print_version(void)
{
  char line[64];
  cli_output output;
  snprintf(line, sizeof line, "actant %s\n", actant_version());
  if (cli_output_open(&output, "-") != CLI_DONE)
    return CLI_FAILED;
  actant_sink sink = cli_output_sink(&output);
  sink.write(sink.context, line, strlen(line));
  return cli_output_close(&output, true);
}

static int run(const cli_options *options)
{
  if (options->help)
    return cli_help(options->command);
  if (options->version)
    return print_version();
  switch (options->command) {
    case CLI_GRAPH:
      return cli_graph(options);
    case CLI_STATS:
      return cli_stats(options);
    case CLI_EXTRACT:
      return cli_extract(options);
    case CLI_ANNOTATE:
      return cli_annotate(options);
    case CLI_EXPLAIN:
      return cli_explain(options);
    case CLI_RULES:
      return cli_rules(options);
    default:
      return cli_info(options);
  }
}

int main(int argc, char **argv)
{
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of writing like any other, */
  signal(SIGXFSZ, SIG_IGN); /* and so is a limit on the size of files */
  cli_options options;
  int status = cli_options_parse(argc, argv, &options);
  if (status == CLI_DONE)
    status = run(&options);
  cli_options_free(&options);
  return status;
}
