/* SPDX-License-Identifier: MIT */
/**
   @file statement.h  What relating gives: statements with status, dates, place, source and
   evidence.

   Invariants
   1. One statement a subject, relation, object, status and date; its evidence is in order, one
   entry a sentence.
   2. Statements are in order of their first evidence.  A symmetric relation is stated one way
   round: as first found.
   3. Subject and object differ and fit the relation's types; negotiated alternatives (the weaker of
   two dates, a statement that a more specific one makes needless) are settled before.
*/
#ifndef ACT_RELATE_STATEMENT_H
#define ACT_RELATE_STATEMENT_H

#include "resolve/resolution.h"

typedef struct act_vocabulary act_vocabulary; /* relations and rules, parsed; shared by threads */

typedef struct act_statement {
  uint32_t subject, object; /* entities */
  uint32_t relation;        /* of the vocabulary; beyond its count, of act_statements.open */
  actant_modality status;
  const char *label;
  act_date date, date_end;
  uint32_t place;         /* entity, or ACT_NO_ENTITY */
  uint32_t attributed_to; /* entity, or ACT_NO_ENTITY */
  uint16_t confidence;    /* thousandths */
  const char *rule;
  ACT_ARRAY(actant_evidence) evidence;
} act_statement;

typedef struct act_statements {
  act_arena arena;
  ACT_ARRAY(act_statement) items;
  ACT_ARRAY(actant_relation) open; /* relations that the text's own verbs name */
} act_statements;

/** Read the embedded relations and rules, and the user's rule texts.  ACTANT_RULES has file, line
 * and column. */
actant_status act_vocabulary_open(const actant_model_options *options,
                                  act_vocabulary **out,
                                  actant_error *err) ACTANT_MUST_CHECK;
void act_vocabulary_free(act_vocabulary *vocabulary);
size_t act_vocabulary_count(const act_vocabulary *vocabulary);
actant_relation act_vocabulary_at(const act_vocabulary *vocabulary, size_t index);

/** Find the statements of a resolved document; those of verbs that no rule has too when `open_too`.
 */
actant_status act_relate(const act_resolution *resolution,
                         const act_vocabulary *vocabulary,
                         bool open_too,
                         act_statements **out,
                         actant_error *err) ACTANT_MUST_CHECK;
void act_statements_free(act_statements *statements);

#endif
