/* SPDX-License-Identifier: MIT */
/** @file name_span.h  A name on its way from the finder and the gazetteer to a candidate. */
#ifndef ACT_RESOLVE_NAME_SPAN_H
#define ACT_RESOLVE_NAME_SPAN_H

#include "resolve/resolver.h"

typedef struct act_name_span {
  uint32_t first, end;
  uint32_t record;
  uint8_t type;
  uint8_t form; /* act_form_kind */
  bool finder;  /* the name finder gave it */
} act_name_span;

/** Make a name candidate of a span, repaired; what is no name is passed over.  False when memory
 * runs out. */
bool act_name_add(act_resolver *r, const act_sentence *sentence, act_name_span s, uint32_t floor)
  __attribute__((warn_unused_result));
/** Whether a noun may stand before a person's name as a title. */
bool act_is_title(const act_noun *noun);
/** Move the start behind titles at the front of a person's name, as long as a word of the name
 * stays. */
void act_span_strip(const act_resolver *r, act_name_span *s);
/** Take articles and punctuation off both ends; it may become empty. */
void act_span_trim(const act_resolver *r, act_name_span *s);
/** The first token of the titles that stand directly before a name that begins at `first`, not
 * before `floor`. */
uint32_t act_title_start(const act_resolver *r, uint32_t floor, uint32_t first);
/** Whether a span names an event, a document or an office: dropped, but names inside it are kept.
 */
bool act_span_is_other(const act_resolver *r, const act_name_span *s);
/** "Ltd", "Inc", "GmbH". */
bool act_is_legal_form(const act_resolver *r, uint32_t token);
/** Let a longer span that begins with a user's own name be of its record, when legal forms alone
 * follow. */
void act_span_take_own(const act_resolver *r,
                       act_name_span *s,
                       uint32_t first,
                       const act_gazetteer_hit *hit);
bool act_span_is_junk(const act_resolver *r, const act_name_span *s);
bool act_span_is_language(const act_resolver *r,
                          const act_name_span *s,
                          const act_sentence *sentence);
/** Widen spans over the legal forms behind them ("Ltd", ", LLC") and over "&": firms.c.  A span
 * that became part of another is left empty. */
void act_spans_close_firms(const act_resolver *r,
                           act_name_span *items,
                           size_t count,
                           const act_sentence *sentence);
/** Repair the type by the gazetteer's words, the last word, or the titles that begin at `title`. */
void act_span_repair_type(const act_resolver *r, act_name_span *s, uint32_t title);

#endif
