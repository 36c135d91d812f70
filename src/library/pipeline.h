/* SPDX-License-Identifier: MIT */
/** @file pipeline.h  The chain of stages from a document to what is shown of it. */
#ifndef ACT_LIBRARY_PIPELINE_H
#define ACT_LIBRARY_PIPELINE_H

#include "library/model.h"

/* What a stage can need and give. */
enum {
  ACT_GIVES_DOCUMENT = 1,
  ACT_GIVES_ANNOTATION = 2,
  ACT_GIVES_ENTITIES = 4,
  ACT_GIVES_STATEMENTS = 8,
  ACT_GIVES_VIEW = 16,
};

typedef struct act_stage {
  const char *name;
  unsigned needs, gives;
  actant_status (*run)(actant_result *result,
                       const actant_extract_options *options,
                       actant_error *err);
} act_stage;

typedef struct act_chain {
  const act_stage *const *stages; /* ends with NULL */
} act_chain;

/** The chain that the options ask for: static storage. */
act_chain act_chain_for(const actant_extract_options *options);

/** The first stage whose needs no stage before it gives, or NULL when the chain fits together. */
const act_stage *act_chain_gap(act_chain chain);

/** Run a chain on a result that has its model and document.  The error names the document. */
actant_status act_chain_run(act_chain chain,
                            actant_result *result,
                            const actant_extract_options *options,
                            actant_error *err) ACTANT_MUST_CHECK;

#endif
