/* SPDX-License-Identifier: MIT */
/** @file salience.h  How much a person is in mind where "he" or "she" stands. */
#ifndef ACT_RESOLVE_SALIENCE_H
#define ACT_RESOLVE_SALIENCE_H

#include "resolve/resolver.h"

/* What is weighed; the weights in salience.c stand in the same order. */
enum {
  ACT_WEIGH_SENTENCE_0,
  ACT_WEIGH_SENTENCE_1,
  ACT_WEIGH_SENTENCE_2,
  ACT_WEIGH_SENTENCE_3,
  ACT_WEIGH_SUBJECT,
  ACT_WEIGH_PASSIVE_SUBJECT,
  ACT_WEIGH_OBJECT,
  ACT_WEIGH_OBLIQUE,
  ACT_WEIGH_AGENT,
  ACT_WEIGH_MODIFIER,
  ACT_WEIGH_POSSESSOR,
  ACT_WEIGH_APPOSITION,
  ACT_WEIGH_COMPOUND,
  ACT_WEIGH_ROOT,
  ACT_WEIGH_OTHER,
  ACT_WEIGH_CONJUNCT,
  ACT_WEIGH_SAME_FUNCTION,
  ACT_WEIGH_POSSESSIVE_TO_SUBJECT,
  ACT_WEIGH_SUBJECT_TO_SUBJECT,
  ACT_WEIGH_OBJECT_TO_SUBJECT,
  ACT_WEIGH_OBJECT_TO_OBJECT,
  ACT_WEIGH_BOTH_POSSESSIVE,
  ACT_WEIGH_SUBJECT_TO_POSSESSOR,
  ACT_WEIGH_NAME,
  ACT_WEIGH_FULL_NAME,
  ACT_WEIGH_NOMINAL,
  ACT_WEIGH_PRONOUN,
  ACT_WEIGH_SAME_PRONOUN,
  ACT_WEIGH_GENDER,
  ACT_WEIGH_SPOKEN_OF,
  ACT_WEIGH_TOPIC,
  ACT_WEIGH_UNNAMED,
  ACT_WEIGH_POSSESSED,
  ACT_WEIGH_SUBJECT_ABOVE,
  ACT_WEIGH_SAME_CLAUSE,
  ACT_WEIGH_NEAREST,
  ACT_WEIGH_SECOND,
  ACT_WEIGH_FIRST_IN_SENTENCE,
  ACT_WEIGH_DEPTH,
  ACT_WEIGH_QUOTED_FROM_OUTSIDE,
  ACT_WEIGH_AHEAD,
  ACT_WEIGH_COUNT
};

/* Where a candidate stands among those that fit. */
typedef struct act_salience_place {
  uint32_t rank;          /* 0 for the nearest entity that fits, 1 for the next … */
  bool first_in_sentence; /* no other that fits stands before it in its sentence */
  uint32_t topic;         /* root of the person most spoken of before, or ACT_NO_CANDIDATE */
} act_salience_place;

void act_salience_features(const act_resolver *r,
                           uint32_t pronoun,
                           uint32_t candidate,
                           act_salience_place place,
                           int8_t out[ACT_WEIGH_COUNT]);
int act_salience(const act_resolver *r,
                 uint32_t pronoun,
                 uint32_t candidate,
                 act_salience_place place);

#endif
