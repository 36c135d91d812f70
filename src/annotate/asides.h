/* SPDX-License-Identifier: MIT */
/** @file asides.h  What a sentence says aside: "left" and "second right" of a picture, ages, the
 * "FILE -" of an old picture. */
#ifndef ACT_ANNOTATE_ASIDES_H
#define ACT_ANNOTATE_ASIDES_H

#include "annotate/words.h"

/* Half-open ranges of tokens: all of the aside with its marks, and what stands between the marks.
 */
typedef struct act_aside {
  uint32_t first, end;
  uint32_t inner_first, inner_end;
} act_aside;

typedef ACT_ARRAY(act_aside) act_asides;

/** The asides of a sentence, in order; they do not nest and leave something outside.  False when
 * memory runs out. */
bool act_asides_find(const act_annotation *annotation,
                     const act_sentence *sentence,
                     act_asides *out) __attribute__((warn_unused_result));

/**
   Tag and parse a sentence as if its asides were not there, then each aside by itself, hung from
   the word before it.  `asides` is room for work, kept between calls.  Time is linear in tokens.
*/
actant_status act_parse_around_asides(act_words *words,
                                      act_annotation *annotation,
                                      uint32_t sentence,
                                      act_asides *asides,
                                      actant_error *err) ACTANT_MUST_CHECK;

#endif
