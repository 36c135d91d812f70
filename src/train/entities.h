/* SPDX-License-Identifier: MIT */
/** @file entities.h  GUM's Entity= brackets, made into names. */
#ifndef ACT_TRAIN_ENTITIES_H
#define ACT_TRAIN_ENTITIES_H

#include "train/corpus.h"

enum { ACT_MOST_MENTIONS = 512 };

typedef struct act_mention_span {
  uint32_t begin, end; /* words of the sentence */
  uint32_t id;
  char type; /* P(erson), L(place), O(rganisation), X for other kinds, or 0 */
  bool open;
} act_mention_span;

/** The mentions of one sentence. */
typedef struct act_mentions {
  act_mention_span spans[ACT_MOST_MENTIONS];
  size_t count;
} act_mentions;

/** Take in the MISC column of word `at`. */
void act_mentions_read(act_mentions *mentions, uint32_t at, act_text misc);
/** Set the names of the corpus's last sentence, whose words begin at token `first`. */
void act_mentions_name(const act_mentions *mentions, act_corpus *corpus, uint32_t first);

#endif
