/* SPDX-License-Identifier: MIT */
/* From files to results: one file that fails is reported and the others are still done; one
 * document of a file likewise. */
#include "pool.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct run {
  const cli_options *options;
  cli_visit *visit;
  cli_visit_graph *visit_graph; /* NULL: a graph is no input */
  void *context;
  cli_pool pool;
  bool failed; /* some input */
  bool ended;  /* by a visit */
} run;

/* Visit the oldest document's result, or report why it has none.  False when none is under way. */
static bool take_one(run *r)
{
  cli_job job;
  if (!cli_pool_take(&r->pool, &job))
    return false;
  if (job.status != ACTANT_OK) {
    cli_report(job.path, &job.err);
    r->failed = true;
  } else {
    r->ended = r->visit(r->context, job.result) != CLI_DONE;
  }
  actant_result_free(job.result);
  actant_document_free(job.document);
  return true;
}

static void put(run *r, const char *path, actant_document *document, const actant_error *err)
{
  while (!r->ended && cli_pool_is_full(&r->pool))
    take_one(r);
  if (r->ended)
    actant_document_free(document);
  else
    cli_pool_put(&r->pool, path, document, err);
}

static void read_documents(run *r, const char *path, actant_reader *reader)
{
  while (!r->ended) {
    actant_document *document = NULL;
    actant_error err;
    actant_status status = actant_reader_next(reader, &document, &err);
    if (status == ACTANT_OK && !document)
      return;
    put(r, path, document, &err);
    if (status == ACTANT_MEMORY)
      return;
  }
}

/* Behind the documents that are under way, so that all are merged in the order given. */
static void take_graph(run *r, const char *path, const cli_bytes *bytes)
{
  while (!r->ended && take_one(r))
    ;
  if (!r->visit_graph)
    r->failed = cli_complain(path, "this is a graph, which actant graph reads; expected articles");
  else if (!r->ended && r->visit_graph(r->context, path, bytes->data, bytes->size) != CLI_DONE)
    r->failed = true;
}

static void read_articles(run *r,
                          const char *path,
                          const actant_read_options *how,
                          const cli_bytes *bytes)
{
  actant_reader *reader = NULL;
  actant_error err;
  if (actant_reader_open(bytes->data, bytes->size, how, &reader, &err) == ACTANT_OK)
    read_documents(r, path, reader);
  else
    put(r, path, NULL, &err);
  actant_reader_free(reader);
}

static void read_file(run *r, const char *path)
{
  actant_read_options how = r->options->read;
  how.name = path;
  cli_bytes bytes;
  if (cli_load_input(path, &how, &bytes) != CLI_DONE) {
    r->failed = true;
    return;
  }
  if (!how.format && actant_graph_recognise(bytes.data, bytes.size))
    take_graph(r, path, &bytes);
  else
    read_articles(r, path, &how, &bytes);
  free(bytes.data);
}

static size_t thread_count(const cli_options *options)
{
  if (options->jobs)
    return options->jobs;
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  return processors > 1 ? (size_t)processors : 1;
}

int cli_each_result(const cli_options *options,
                    const actant_model *model,
                    cli_visit *visit,
                    void *context)
{
  return cli_each_input(options, model, visit, NULL, context);
}

int cli_each_input(const cli_options *options,
                   const actant_model *model,
                   cli_visit *visit,
                   cli_visit_graph *visit_graph,
                   void *context)
{
  run *r = calloc(1, sizeof *r);
  cli_list files = { 0 };
  if (!r)
    return cli_complain("memory", "out of memory");
  r->options = options;
  r->visit = visit;
  r->visit_graph = visit_graph;
  r->context = context;
  cli_pool_start(&r->pool, model, &options->extract, thread_count(options));
  r->failed = cli_find_files(options, &files) != CLI_DONE;
  for (size_t i = 0; i < files.count && !r->ended; i++)
    read_file(r, files.items[i]);
  while (!r->ended && take_one(r))
    ;
  cli_pool_stop(&r->pool);
  cli_list_free(&files);
  int status = r->failed || r->ended ? CLI_FAILED : CLI_DONE;
  free(r);
  return status;
}
