/* SPDX-License-Identifier: MIT */
/**
   @file cli.h  The parts of the command `actant`.  It reaches the library through actant.h alone.

   Results go to standard output or to files, everything else to standard error, one line a problem.
*/
#ifndef ACTANT_CLI_H
#define ACTANT_CLI_H

#include <actant/actant.h>

/* Exit statuses. */
enum { CLI_DONE = 0, CLI_FAILED = 1, CLI_USAGE = 2 };

/* -----------------------------------------------------------------------------------------
 * messages */

/** Print `actant: SUBJECT: message`; control characters become '?'.  Gives CLI_FAILED. */
int cli_complain(const char *subject, const char *format, ...)
  __attribute__((format(printf, 2, 3)));
/** The same, for a wrong command line, with a hint at --help.  Gives CLI_USAGE. */
int cli_misuse(const char *format, ...) __attribute__((format(printf, 1, 2)));
/** Print what the library reports about a file.  Gives CLI_FAILED. */
int cli_report(const char *file, const actant_error *err);

/* --------------------------------------------------------------------------------------------
 * lists */

/** A list of owned strings; zero-initialised, it is empty. */
typedef struct cli_list {
  char **items;
  size_t count, capacity;
} cli_list;

/** Append a copy.  False, after a message, when memory runs out. */
bool cli_list_add(cli_list *list, const char *string, size_t size);
void cli_list_free(cli_list *list);

/* ------------------------------------------------------------------------------------------
 * options */

/* Commands, as bits, so that an option can say which of them take it. */
enum {
  CLI_GRAPH = 1,
  CLI_EXTRACT = 2,
  CLI_ANNOTATE = 4,
  CLI_EXPLAIN = 8,
  CLI_INFO = 16,
  CLI_STATS = 32,
  CLI_RULES = 64
};

typedef struct cli_options {
  unsigned command;
  char **inputs; /* of argv */
  size_t input_count;
  cli_list outputs, rules, relations, names;
  const char *to, *model;
  actant_read_options read;
  actant_extract_options extract;
  actant_filter filter;
  actant_write_options write;
  actant_stats_options stats;
  const char *between, *and_, *entity;
  uint32_t jobs; /* threads; 0: as many as processors */
  bool text, help, version;
} cli_options;

/** Parse a command line.  CLI_DONE, or CLI_USAGE after a message; free the options in either case.
 */
int cli_options_parse(int argc, char **argv, cli_options *out);
void cli_options_free(cli_options *options);

/** Print the help of a command, or the overview for 0. */
int cli_help(unsigned command);

/* ----------------------------------------------------------------------------------- model and
 * inputs */

/** Bytes of a file. */
typedef struct cli_bytes {
  char *data; /* with a NUL behind the last */
  size_t size;
} cli_bytes;

/** Read a file, or standard input for "-"; no more than `most` bytes and one.  CLI_DONE, or
 * CLI_FAILED after a message. */
int cli_load(const char *path, size_t most, cli_bytes *out);

/** The same for an input, by the limits on files and on archives. */
int cli_load_input(const char *path, const actant_read_options *options, cli_bytes *out);

/** Open the model with the rules that the options name. */
int cli_open_model(const cli_options *options, actant_model **out);

/** List the files of the inputs, folders walked in order of name.  CLI_FAILED when some cannot be
 * read; the others are listed. */
int cli_find_files(const cli_options *options, cli_list *files);

/** Takes one document's result.  Something else than CLI_DONE ends the run. */
typedef int cli_visit(void *context, const actant_result *result);

/** Extract from all inputs and visit the results in order.  CLI_FAILED when some input failed or a
 * visit ended the run. */
int cli_each_result(const cli_options *options,
                    const actant_model *model,
                    cli_visit *visit,
                    void *context);

/** Takes the bytes of a graph that was written before.  Something else than CLI_DONE is a failure
 * of this input. */
typedef int cli_visit_graph(void *context, const char *path, const void *bytes, size_t size);

/** The same, and visit graphs among the inputs in their place too. */
int cli_each_input(const cli_options *options,
                   const actant_model *model,
                   cli_visit *visit,
                   cli_visit_graph *visit_graph,
                   void *context);

/* -------------------------------------------------------------------------------------------
 * outputs */

/** A file that is written aside and takes its name when it is complete, or standard output. */
typedef struct cli_output {
  const char *path;     /* as given */
  char *target, *aside; /* owned; aside is NULL when written directly */
  int descriptor;
  int error; /* errno of the first failed write */
  bool used; /* something was written */
} cli_output;

/** Open an output; "-" is standard output.  CLI_DONE, or CLI_FAILED after a message. */
int cli_output_open(cli_output *output, const char *path);
actant_sink cli_output_sink(cli_output *output);
/** Close the file and leave its name to cli_output_close.  CLI_FAILED if anything fell short, which
 * cli_output_close tells. */
int cli_output_finish(cli_output *output);
/** Close; give the file its name when `keep`, else remove it.  CLI_FAILED, after a message, if
 * anything fell short. */
int cli_output_close(cli_output *output, bool keep);

/** What follows the last dot of a file's name, or "". */
const char *cli_extension(const char *path);
/** Write a graph in a format of several files, whose names begin as `path` does: all, or none. */
int cli_write_several(const actant_graph *graph,
                      size_t format,
                      const actant_write_options *options,
                      const char *path);

/* -------------------------------------------------------------------------------------------
 * commands */

int cli_graph(const cli_options *options);
int cli_stats(const cli_options *options);
int cli_extract(const cli_options *options);
int cli_annotate(const cli_options *options);
int cli_explain(const cli_options *options);
int cli_info(const cli_options *options);
int cli_rules(const cli_options *options);

#endif
