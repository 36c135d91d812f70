/* SPDX-License-Identifier: MIT */
/*
 * A document a thread.  The main thread reads documents and takes results; it alone touches the
 * ring's ends, the threads pick the oldest waiting job between them.  Results leave in the order in
 * which documents came, so that output never depends on the threads. The ring is short: no more
 * documents are in memory than keep the threads busy.
 */
#include "pool.h"

#include <string.h>

static void do_job(const cli_pool *pool, cli_job *job)
{
  if (job->document)
    job->status =
      actant_extract(pool->model, &job->document, pool->options, &job->result, &job->err);
}

/* The oldest job that waits, or NULL. */
static cli_job *find_waiting(cli_pool *pool)
{
  for (size_t i = 0; i < pool->count; i++) {
    cli_job *job = &pool->jobs[(pool->oldest + i) % pool->room];
    if (job->state == CLI_JOB_WAITING)
      return job;
  }
  return NULL;
}

static void *work(void *context)
{
  cli_pool *pool = context;
  pthread_mutex_lock(&pool->mutex);
  while (!pool->stopping) {
    cli_job *job = find_waiting(pool);
    if (!job) {
      pthread_cond_wait(&pool->work, &pool->mutex);
      continue;
    }
    job->state = CLI_JOB_BUSY;
    pthread_mutex_unlock(&pool->mutex);
    do_job(pool, job);
    pthread_mutex_lock(&pool->mutex);
    job->state = CLI_JOB_DONE;
    pthread_cond_signal(&pool->done);
  }
  pthread_mutex_unlock(&pool->mutex);
  return NULL;
}

void cli_pool_start(cli_pool *pool,
                    const actant_model *model,
                    const actant_extract_options *options,
                    size_t threads)
{
  memset(pool, 0, sizeof *pool);
  pool->model = model;
  pool->options = options;
  pthread_mutex_init(&pool->mutex, NULL);
  pthread_cond_init(&pool->work, NULL);
  pthread_cond_init(&pool->done, NULL);
  if (threads > CLI_MOST_THREADS)
    threads = CLI_MOST_THREADS;
  while (threads > 1 && pool->thread_count < threads &&
         !pthread_create(&pool->threads[pool->thread_count], NULL, work, pool))
    pool->thread_count++;
  pool->room = pool->thread_count ? 2 * pool->thread_count : 1;
}

bool cli_pool_is_full(const cli_pool *pool)
{
  return pool->count == pool->room;
}

void cli_pool_put(cli_pool *pool,
                  const char *path,
                  actant_document *document,
                  const actant_error *err)
{
  cli_job job = { .path = path, .document = document };
  if (!document) {
    job.err = *err;
    job.status = err->status;
    job.state = CLI_JOB_DONE;
  }
  pthread_mutex_lock(&pool->mutex);
  pool->jobs[(pool->oldest + pool->count) % pool->room] = job;
  pool->count++;
  pthread_cond_signal(&pool->work);
  pthread_mutex_unlock(&pool->mutex);
}

bool cli_pool_take(cli_pool *pool, cli_job *out)
{
  if (!pool->count)
    return false;
  pthread_mutex_lock(&pool->mutex);
  cli_job *job = &pool->jobs[pool->oldest];
  if (!pool->thread_count && job->state == CLI_JOB_WAITING) {
    do_job(pool, job);
    job->state = CLI_JOB_DONE;
  }
  while (job->state != CLI_JOB_DONE)
    pthread_cond_wait(&pool->done, &pool->mutex);
  *out = *job;
  pool->oldest = (pool->oldest + 1) % pool->room;
  pool->count--;
  pthread_mutex_unlock(&pool->mutex);
  return true;
}

void cli_pool_stop(cli_pool *pool)
{
  pthread_mutex_lock(&pool->mutex);
  pool->stopping = true;
  pthread_cond_broadcast(&pool->work);
  pthread_mutex_unlock(&pool->mutex);
  for (size_t i = 0; i < pool->thread_count; i++)
    pthread_join(pool->threads[i], NULL);
  for (size_t i = 0; i < pool->count; i++) {
    cli_job *job = &pool->jobs[(pool->oldest + i) % pool->room];
    actant_document_free(job->document);
    actant_result_free(job->result);
  }
  pthread_cond_destroy(&pool->done);
  pthread_cond_destroy(&pool->work);
  pthread_mutex_destroy(&pool->mutex);
}
