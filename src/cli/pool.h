/* SPDX-License-Identifier: MIT */
/** @file pool.h  Documents in, results out in the same order, extracted by several threads between.
 */
#ifndef ACTANT_CLI_POOL_H
#define ACTANT_CLI_POOL_H

#include "cli.h"

#include <pthread.h>

/** One document on its way; what comes of it is a result or an error. */
typedef struct cli_job {
  const char *path;
  actant_document *document;
  actant_result *result;
  actant_error err;
  actant_status status;
  enum { CLI_JOB_WAITING, CLI_JOB_BUSY, CLI_JOB_DONE } state;
} cli_job;

enum { CLI_MOST_THREADS = 16, CLI_MOST_JOBS = 2 * CLI_MOST_THREADS };

/** A ring of jobs; those from `oldest` on, `count` of them, are under way. */
typedef struct cli_pool {
  const actant_model *model;
  const actant_extract_options *options;
  cli_job jobs[CLI_MOST_JOBS];
  size_t oldest, count, room;
  pthread_t threads[CLI_MOST_THREADS];
  size_t thread_count;   /* 0: a job is done when it is taken */
  pthread_mutex_t mutex; /* over jobs, oldest, count and stopping */
  pthread_cond_t work, done;
  bool stopping;
} cli_pool;

/** Start with so many threads; with fewer, if the system gives fewer. */
void cli_pool_start(cli_pool *pool,
                    const actant_model *model,
                    const actant_extract_options *options,
                    size_t threads);
bool cli_pool_is_full(const cli_pool *pool);
/** Put a document, which the pool takes over, or the error that stands in its place (document
 * NULL).  Not when it is full. */
void cli_pool_put(cli_pool *pool,
                  const char *path,
                  actant_document *document,
                  const actant_error *err);
/** Wait for the oldest job and take it; false when there is none.  The caller frees document and
 * result. */
bool cli_pool_take(cli_pool *pool, cli_job *out);
/** End the threads and free what is still under way. */
void cli_pool_stop(cli_pool *pool);

#endif
