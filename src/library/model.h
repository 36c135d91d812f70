/* SPDX-License-Identifier: MIT */
/** @file model.h  What an actant_model and an actant_result hold. */
#ifndef ACT_LIBRARY_MODEL_H
#define ACT_LIBRARY_MODEL_H

#include "annotate/annotate.h"
#include "relate/statement.h"

struct actant_model {
  act_weights *weights;
  act_gazetteer *gazetteer;
  act_vocabulary *vocabulary;
};

struct actant_result {
  const actant_model *model;
  actant_document *document;
  act_annotation *annotation;
  act_resolution *resolution;  /* NULL when only annotated */
  act_statements *statements;  /* likewise */
  uint32_t *shown;             /* entities that are printed, in order: entity index by public index */
  uint32_t *public_index;      /* public index by entity, or UINT32_MAX */
  size_t shown_count;
  actant_mention *mentions;    /* of all entities, in their order */
  size_t *first_mention;       /* by entity */
};

#endif
