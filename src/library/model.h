/* SPDX-License-Identifier: MIT */
/** @file model.h  What an actant_model and an actant_result hold. */
#ifndef ACT_LIBRARY_MODEL_H
#define ACT_LIBRARY_MODEL_H

#include "annotate/annotate.h"
#include "relate/statement.h"

struct actant_model {
  act_weights *weights;
  act_gazetteer *gazetteer;
  act_annotators *annotators; /* the one part that changes: what annotating keeps, and results do
                                 not show */
  act_vocabulary *vocabulary;
};

/* The dates of a statement, as text. */
typedef struct act_shown_dates {
  char date[ACT_DATE_MAX], date_end[ACT_DATE_MAX];
} act_shown_dates;

/*
 * Invariants
 * 1. `document` is owned from the moment that actant_extract succeeds, and borrowed by the stages'
 * results before.
 * 2. shown lists entities by rising index, which is the order of first mention; entity_index is its
 * inverse.
 * 3. shown_statements lists the statements both of whose parties are shown.
 */
struct actant_result {
  const actant_model *model;
  actant_document *document;
  act_annotation *annotation;
  act_resolution *resolution; /* NULL when only annotated */
  act_statements *statements; /* likewise */
  act_arena arena;            /* of what follows */
  uint32_t *shown;            /* entity by public index */
  size_t *public_index;       /* public index by entity, or ACTANT_NONE */
  size_t shown_count;
  actant_mention *mentions;   /* of the shown entities, one after the other */
  size_t *first_mention;      /* by public index */
  uint32_t *shown_statements; /* statement by public index */
  act_shown_dates *dates;     /* by public index */
  size_t statement_count;
};

/** Fill in what the public accessors give: all from `arena` on.  Errors: ACTANT_MEMORY. */
actant_status act_result_show(actant_result *result,
                              const actant_extract_options *options,
                              actant_error *err) ACTANT_MUST_CHECK;

#endif
