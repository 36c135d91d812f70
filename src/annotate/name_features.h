/* SPDX-License-Identifier: MIT */
/**
   @file name_features.h  What the name finder sees of a sentence, for running and training.

   Labels: 0 is none; 1 + 4 * type + part, where types are person, place, organisation and parts are
   begin, inside, last, unit.
*/
#ifndef ACT_ANNOTATE_NAME_FEATURES_H
#define ACT_ANNOTATE_NAME_FEATURES_H

#include "annotate/features.h"

enum {
  ACT_NAME_LABELS = 13,
  ACT_NAME_WIDTH = 16,
  ACT_NAME_TEMPLATES = 112,
};

typedef enum act_name_part {
  ACT_PART_BEGIN,
  ACT_PART_INSIDE,
  ACT_PART_LAST,
  ACT_PART_UNIT
} act_name_part;

/* What a token's surroundings say, found once a sentence. */
typedef struct act_name_word {
  uint32_t run_first, run_last; /* the run of capitalised words it is in; first > last: none */
  uint32_t lists;               /* ACT_LIST_ bits of a form of the gazetteer that covers it */
  uint8_t list_part;            /* its act_name_part in that form */
  uint8_t called;    /* 1 + type that its form was called last in the document, 0 never */
  uint8_t shortened; /* likewise, of a name that it may be the initials of */
} act_name_word;

typedef struct act_name_sentence {
  const act_words *words;
  const act_name_word *names; /* by token */
  uint32_t count;
} act_name_sentence;

/** Look at the sentence in words->words.  Memory is from words->scratch. */
bool act_name_look(act_words *words,
                   const act_annotation *annotation,
                   uint32_t sentence,
                   act_name_sentence *out) __attribute__((warn_unused_result));
/** The features of a token; their number. */
size_t act_name_features(const act_name_sentence *sentence,
                         uint32_t at,
                         uint64_t out[ACT_NAME_TEMPLATES]);
/** The feature of following a label. */
static inline uint64_t act_name_after(uint32_t label)
{
  return act_feature(900, label, 0);
}
/** Whether label `b` may follow label `a`. */
bool act_name_follows(uint32_t a, uint32_t b);
/** Whether a sentence may begin or end with a label. */
bool act_name_may_begin(uint32_t label);
bool act_name_may_end(uint32_t label);

/** Find the best sequence of labels from scores of (count, ACT_NAME_WIDTH) and of following
 * (ACT_NAME_LABELS, ACT_NAME_WIDTH). */
bool act_name_decode(act_arena *scratch,
                     uint32_t count,
                     const int32_t *scores,
                     const int32_t *after,
                     uint8_t *labels) __attribute__((warn_unused_result));
/** Remember what the names of a sentence were called. */
bool act_name_remember(act_words *words,
                       const act_annotation *annotation,
                       uint32_t sentence,
                       const uint8_t *labels) __attribute__((warn_unused_result));

#endif
