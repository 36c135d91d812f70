/* SPDX-License-Identifier: MIT */
/* From files to results: one file that fails is reported and the others are still done; one document of a file likewise. */
#include "cli.h"

#include <stdlib.h>

typedef struct run {
  const cli_options *options;
  const actant_model *model;
  cli_visit *visit;
  void *context;
  bool failed;  /* some input */
  bool ended;   /* by a visit */
} run;

static void do_document(run *r, const char *path, actant_document *document)
{
  actant_result *result = NULL;
  actant_error err;
  if (actant_extract(r->model, &document, &r->options->extract, &result, &err) != ACTANT_OK) {
    cli_report(path, &err);
    r->failed = true;
    actant_document_free(document);
    return;
  }
  r->ended = r->visit(r->context, result) != CLI_DONE;
  actant_result_free(result);
}

static void do_documents(run *r, const char *path, actant_reader *reader)
{
  while (!r->ended) {
    actant_document *document = NULL;
    actant_error err;
    actant_status status = actant_reader_next(reader, &document, &err);
    if (status != ACTANT_OK) {
      cli_report(path, &err);
      r->failed = true;
      if (status == ACTANT_MEMORY)
        return;
      continue;
    }
    if (!document)
      return;
    do_document(r, path, document);
  }
}

static void do_file(run *r, const char *path)
{
  actant_read_options how = r->options->read;
  how.name = path;
  cli_bytes bytes;
  if (cli_load(path, how.max_bytes, &bytes) != CLI_DONE) {
    r->failed = true;
    return;
  }
  actant_reader *reader = NULL;
  actant_error err;
  if (actant_reader_open(bytes.data, bytes.size, &how, &reader, &err) == ACTANT_OK) {
    do_documents(r, path, reader);
  } else {
    cli_report(path, &err);
    r->failed = true;
  }
  actant_reader_free(reader);
  free(bytes.data);
}

int cli_each_result(const cli_options *options, const actant_model *model, cli_visit *visit, void *context)
{
  run r = { options, model, visit, context, false, false };
  cli_list files = { 0 };
  r.failed = cli_find_files(options, &files) != CLI_DONE;
  for (size_t i = 0; i < files.count && !r.ended; i++)
    do_file(&r, files.items[i]);
  cli_list_free(&files);
  return r.failed || r.ended ? CLI_FAILED : CLI_DONE;
}
