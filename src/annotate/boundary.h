/* SPDX-License-Identifier: MIT */
/** @file boundary.h  What is seen at a gap between two words that may end a sentence. */
#ifndef ACT_ANNOTATE_BOUNDARY_H
#define ACT_ANNOTATE_BOUNDARY_H

#include "annotate/abbreviations.h"
#include "annotate/annotation.h"

enum { ACT_BOUNDARY_FEATURES = 36 };

typedef enum act_gap_class {
  ACT_GAP_WORD,
  ACT_GAP_STOP, /* "." */
  ACT_GAP_MARK, /* "!", "?" and runs of them */
  ACT_GAP_ELLIPSIS,
  ACT_GAP_QUOTE,
  ACT_GAP_OPEN, /* opening brackets */
  ACT_GAP_CLOSE,
  ACT_GAP_COLON,
  ACT_GAP_SEMICOLON,
  ACT_GAP_COMMA,
  ACT_GAP_DASH,
  ACT_GAP_OTHER,
  ACT_GAP_INITIAL, /* a letter with a full stop */
  ACT_GAP_TITLE,
  ACT_GAP_NUMBER,
  ACT_GAP_MONTH,
  ACT_GAP_PLAIN, /* abbreviations by class */
  ACT_GAP_ADDRESS,
} act_gap_class;

typedef enum act_gap_shape {
  ACT_SHAPE_LOWER,
  ACT_SHAPE_CAPITAL,
  ACT_SHAPE_CAPITALS,
  ACT_SHAPE_LETTER,
  ACT_SHAPE_DIGIT,
  ACT_SHAPE_PUNCT,
  ACT_SHAPE_OTHER,
} act_gap_shape;

/** The gap behind `token`, in a sentence that began at `start`, of a block whose tokens end before
 * `end`. */
typedef struct act_gap {
  const act_annotation *annotation;
  const act_abbreviations *abbreviations;
  uint32_t token, start, end;
  bool quotes;       /* a quotation mark is open since `start` */
  uint32_t brackets; /* open since `start` */
  bool lower;        /* a lower-case word was seen since `start` */
} act_gap;

/** Take the token at the gap in; for the first of a block.  act_gap_next does it for the others. */
void act_gap_begin(act_gap *gap);
/** Go on to the next gap; `cut` says that a sentence ended at this one. */
void act_gap_next(act_gap *gap, bool cut);

act_gap_class act_token_class(const act_gap *gap, uint32_t token);
act_gap_shape act_token_shape(const act_gap *gap, uint32_t token);

/** Whether rules forbid a boundary: behind "Mr.", inside a range, before a comma.  The classifier
 * is not asked then. */
bool act_gap_forbidden(const act_gap *gap);
/** Whether rules demand a boundary where they do not forbid it: "U.S. He", "process.The".  The
 * classifier is not asked then. */
bool act_gap_required(const act_gap *gap);
/** The features of a gap, as hashes; how many were written. */
size_t act_gap_features(const act_gap *gap, uint64_t out[ACT_BOUNDARY_FEATURES]);

#endif
