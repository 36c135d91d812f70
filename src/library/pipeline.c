/* SPDX-License-Identifier: MIT */
/*
 * Which stages run, in which order.  Each row says what it needs and what it gives, so that a chain
 * can be checked as a whole before anything runs; a new stage is a row here.
 */
#include "library/pipeline.h"

#include <assert.h>

static actant_status annotate(actant_result *r,
                              const actant_extract_options *options,
                              actant_error *err)
{
  (void)options;
  return act_annotate(r->model->annotators, r->document, &r->annotation, err);
}

static actant_status resolve(actant_result *r,
                             const actant_extract_options *options,
                             actant_error *err)
{
  (void)options;
  return act_resolve(r->annotation, r->model->gazetteer, &r->resolution, err);
}

static actant_status relate(actant_result *r,
                            const actant_extract_options *options,
                            actant_error *err)
{
  return act_relate(r->resolution, r->model->vocabulary, options->open, &r->statements, err);
}

static const act_stage annotating = { "annotate",
                                      ACT_GIVES_DOCUMENT,
                                      ACT_GIVES_ANNOTATION,
                                      annotate };
static const act_stage resolving = { "resolve", ACT_GIVES_ANNOTATION, ACT_GIVES_ENTITIES, resolve };
static const act_stage relating = { "relate",
                                    ACT_GIVES_ANNOTATION | ACT_GIVES_ENTITIES,
                                    ACT_GIVES_STATEMENTS,
                                    relate };
static const act_stage showing = { "show",
                                   ACT_GIVES_ENTITIES | ACT_GIVES_STATEMENTS,
                                   ACT_GIVES_VIEW,
                                   act_result_show };

static const act_stage *const extracting_chain[] = { &annotating,
                                                     &resolving,
                                                     &relating,
                                                     &showing,
                                                     NULL };
static const act_stage *const annotating_chain[] = { &annotating, NULL };

act_chain act_chain_for(const actant_extract_options *options)
{
  return (act_chain){ options->annotate ? annotating_chain : extracting_chain };
}

const act_stage *act_chain_gap(act_chain chain)
{
  unsigned given = ACT_GIVES_DOCUMENT;
  for (const act_stage *const *stage = chain.stages; *stage; stage++) {
    if ((*stage)->needs & ~given)
      return *stage;
    given |= (*stage)->gives;
  }
  return NULL;
}

actant_status act_chain_run(act_chain chain,
                            actant_result *result,
                            const actant_extract_options *options,
                            actant_error *err)
{
  assert(!act_chain_gap(chain));
  for (const act_stage *const *stage = chain.stages; *stage; stage++) {
    actant_status st = (*stage)->run(result, options, err);
    if (st != ACTANT_OK) {
      act_error_source(err, result->document->name);
      return st;
    }
  }
  return ACTANT_OK;
}
