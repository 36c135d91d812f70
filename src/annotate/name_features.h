/* SPDX-License-Identifier: MIT */
/**
   @file name_features.h  What the name finder sees of a sentence, for running and training.

   Labels: 0 is none; 1 + 4 * type + part, where types are person, place, organisation and parts are
   begin, inside, last, unit.  Two more are of names of other kinds (peoples, works, events, laws):
   they are learnt, lest such names pass for these kinds, and never given out.
*/
#ifndef ACT_ANNOTATE_NAME_FEATURES_H
#define ACT_ANNOTATE_NAME_FEATURES_H

#include "annotate/features.h"

enum {
  ACT_NAME_LABELS = 15,
  ACT_NAME_OTHER_BEGIN = 13,
  ACT_NAME_OTHER_INSIDE = 14,
  ACT_NAME_WIDTH = 16,
  ACT_NAME_TEMPLATES = 192,
};

typedef enum act_name_part {
  ACT_PART_BEGIN,
  ACT_PART_INSIDE,
  ACT_PART_LAST,
  ACT_PART_UNIT
} act_name_part;

/* How a form stands in the whole document. */
enum {
  ACT_SEEN_SMALL = 1,      /* in small letters */
  ACT_SEEN_IN_BODY = 2,    /* in a run of capitalised words that ends as organisations do */
  ACT_SEEN_IN_PLACE = 4,   /* in one with a word for places */
  ACT_SEEN_SURNAME = 8,    /* in one behind a given name */
  ACT_SEEN_TITLED = 16,    /* behind a title or role */
  ACT_SEEN_PLACED = 32,    /* alone behind "in" */
  ACT_SEEN_LONGER = 64,    /* with other capitalised words */
  ACT_SEEN_THE = 128,      /* behind "the" */
  ACT_SEEN_WHO = 256,      /* in front of "who", or of an age between commas */
  ACT_SEEN_INITIALS = 512, /* as the initials of a run */
  ACT_SEEN_BITS = 10
};

/* What a token's surroundings say, found once a sentence. */
typedef struct act_name_word {
  uint32_t run_first, run_last; /* the run of capitalised words it is in; first > last: none */
  uint32_t lists;               /* ACT_LIST_ bits of a form of the gazetteer that covers it */
  uint16_t seen;                /* ACT_SEEN_ bits */
  uint16_t sense;               /* of that form's first record: kind, kind of form, prominence */
  uint8_t list_part;            /* its act_name_part in that form */
  uint8_t called;               /* the label that its form had last in the document, 0 none */
  uint8_t shortened;            /* 1 + type of a name that it may be the initials of */
  bool silent;                  /* by its looks no word of a name: never labelled */
} act_name_word;

typedef struct act_name_sentence {
  const act_words *words;
  const act_name_word *names; /* by token */
  uint32_t count;
  uint32_t source; /* training: the corpus, so that what is its own does not pass for English; 0
                      when running */
} act_name_sentence;

/** Look at sentences first to end (excluded), a document, before the first of them is named: what
 * stands further on is evidence too. */
bool act_name_read(act_words *words, const act_annotation *annotation, uint32_t first, uint32_t end)
  __attribute__((warn_unused_result));
/** Look at the sentence in words->words.  Memory is from words->scratch. */
bool act_name_look(act_words *words,
                   const act_annotation *annotation,
                   uint32_t sentence,
                   act_name_sentence *out) __attribute__((warn_unused_result));
/** The features of a token; their number. */
size_t act_name_features(const act_name_sentence *sentence,
                         uint32_t at,
                         uint64_t out[ACT_NAME_TEMPLATES]);
/** Remember what the names of a sentence were called. */
bool act_name_remember(act_words *words,
                       const act_annotation *annotation,
                       uint32_t sentence,
                       const uint8_t *labels) __attribute__((warn_unused_result));

/** Label the user's own names (own_names.c).  Memory is from words->scratch. */
bool act_mark_own_names(act_words *words,
                        const act_annotation *annotation,
                        const act_name_sentence *sentence,
                        uint32_t first,
                        uint8_t *labels) __attribute__((warn_unused_result));

/** The feature of following a label. */
static inline uint64_t act_name_after(uint32_t label)
{
  return act_feature(900, label, 0);
}
/** Whether a sentence may begin or end with a label: it is none, or begins or ends a name. */
static inline bool act_name_may_begin(uint32_t label)
{
  return label == 0 || label == ACT_NAME_OTHER_BEGIN ||
         (label < ACT_NAME_OTHER_BEGIN &&
          ((label - 1) % 4 == ACT_PART_BEGIN || (label - 1) % 4 == ACT_PART_UNIT));
}
static inline bool act_name_may_end(uint32_t label)
{
  return label == 0 || label >= ACT_NAME_OTHER_BEGIN || (label - 1) % 4 == ACT_PART_LAST ||
         (label - 1) % 4 == ACT_PART_UNIT;
}
/** Whether label `b` may follow label `a`. */
static inline bool act_name_follows(uint32_t a, uint32_t b)
{
  if (b == ACT_NAME_OTHER_INSIDE)
    return a >= ACT_NAME_OTHER_BEGIN;
  if (act_name_may_end(a) || act_name_may_begin(b))
    return act_name_may_end(a) && act_name_may_begin(b);
  return (a - 1) / 4 == (b - 1) / 4;
}
/** 0 for person, 1 for place, 2 for organisation, 3 for another kind; of labels but 0. */
static inline uint32_t act_name_type(uint32_t label)
{
  return (label - 1) / 4;
}

/** A score that no path may take. */
#define ACT_NAME_NEVER (INT32_MIN / 2)
/** Find the best sequence of labels from scores of (count, ACT_NAME_WIDTH), ACT_NAME_NEVER among
 * them, and of following (ACT_NAME_LABELS, ACT_NAME_WIDTH). */
bool act_name_decode(act_arena *scratch,
                     uint32_t count,
                     const int32_t *scores,
                     const int32_t *after,
                     uint8_t *labels) __attribute__((warn_unused_result));

#endif
