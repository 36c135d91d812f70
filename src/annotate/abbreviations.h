/* SPDX-License-Identifier: MIT */
/** @file abbreviations.h  Words that are written with a full stop, from the lexicon's
 * abbreviations.tsv. */
#ifndef ACT_ANNOTATE_ABBREVIATIONS_H
#define ACT_ANNOTATE_ABBREVIATIONS_H

#include "base/error.h"
#include "base/hash.h"

typedef enum act_abbreviation_class {
  ACT_ABBREVIATION_NONE,
  ACT_ABBREVIATION_TITLE,  /* a name follows: never ends a sentence */
  ACT_ABBREVIATION_NUMBER, /* a number follows */
  ACT_ABBREVIATION_MONTH,
  ACT_ABBREVIATION_DAY,
  ACT_ABBREVIATION_PLAIN, /* may end a sentence */
} act_abbreviation_class;

/* When a word with a full stop is the abbreviation, and not a word that ends a sentence. */
typedef enum act_abbreviation_when {
  ACT_WHEN_ANY,
  ACT_WHEN_CAPITAL, /* it is capitalised */
  ACT_WHEN_DIGIT,   /* a digit follows */
  ACT_WHEN_NAME,    /* it is capitalised, and what follows is no usual first word of a sentence */
  ACT_WHEN_INSIDE,  /* no capital follows: at the end of a sentence, the full stop is the sentence's
                     */
} act_abbreviation_when;

typedef struct act_abbreviation {
  act_abbreviation_class kind;
  act_abbreviation_when when;
} act_abbreviation;

/** Zero-initialised, it is empty. */
typedef struct act_abbreviations {
  act_map map; /* hash of the lower-cased form without its last full stop, to class * 8 + when */
} act_abbreviations;

/** Read the embedded table.  ACTANT_RULES names a row that cannot be understood. */
actant_status act_abbreviations_open(act_abbreviations *out, actant_error *err) ACTANT_MUST_CHECK;
void act_abbreviations_free(act_abbreviations *abbreviations);
/** The class of a lower-cased form without its last full stop; kind is NONE when it is no
 * abbreviation. */
act_abbreviation act_abbreviation_find(const act_abbreviations *abbreviations,
                                       const char *lower,
                                       size_t size);

#endif
