/* SPDX-License-Identifier: MIT */
/** @file evidence.h  What the words around a name say about its type: see evidence.c. */
#ifndef ACT_RESOLVE_EVIDENCE_H
#define ACT_RESOLVE_EVIDENCE_H

#include "resolve/resolver.h"

typedef struct act_evidence {
  int of[3];  /* by actant_entity_type */
  int word;   /* what the name's own last word adds for a body */
  bool thing; /* "which" stands behind it: no person */
} act_evidence;

/** Add what speaks for each type where the tokens first … end - 1 stand. */
void act_weigh_name(const act_resolver *r, uint32_t first, uint32_t end, act_evidence *e);
/** Likewise, by the office, work, study, descent or verb right beside the name (ties.c). */
void act_weigh_ties(const act_resolver *r, uint32_t first, uint32_t end, act_evidence *e);
/** What the phrase that begins behind an article calls somebody: "German maker of lenses"; an
 * entity type, or ACT_TYPE_UNKNOWN. */
uint8_t act_type_of_phrase(const act_resolver *r, uint32_t start, const act_sentence *s);
/** Nouns of those who make and sell, that are companies where a name follows: "lens maker". */
bool act_is_trade(const act_resolver *r, uint32_t token);
/** Words that end the names of companies: "Inc", "Instruments", "Renewables". */
bool act_is_body_suffix(const act_resolver *r, uint32_t token);
/** Words that end the names of clubs, and stand for them alone: "Rovers", "City". */
bool act_is_club_word(const act_resolver *r, uint32_t token);
/** The token of a span that hangs from outside it. */
uint32_t act_span_head(const act_resolver *r, uint32_t first, uint32_t end);

#endif
