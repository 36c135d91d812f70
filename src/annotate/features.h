/* SPDX-License-Identifier: MIT */
/**
   @file features.h  What the predictors see of a word, and the hashes that pick rows of weights:
   shared by running and training, so that both see the same.

   A feature is a template's number and up to two values of 64 bits, stirred into a hash whose high
   bits pick a row (model/table.h).
*/
#ifndef ACT_ANNOTATE_FEATURES_H
#define ACT_ANNOTATE_FEATURES_H

#include "annotate/words.h"

/* How a sentence is capitalised: in headlines a capital says nothing. */
typedef enum act_casing { ACT_CASING_PLAIN, ACT_CASING_UPPER, ACT_CASING_TITLE } act_casing;

/* What a lower-cased form alone says; one record for each form, kept from document to document. */
typedef struct act_word_type {
  uint64_t key;       /* act_hash_bytes of the lower-cased form, as the gazetteer wants it */
  uint32_t hash;      /* of the lower-cased form with digits made one, never 0 */
  uint32_t suffix[4]; /* of 1 to 4 code points; 0 when the word is not longer */
  uint32_t prefix[3]; /* of 1 to 3 */
  uint32_t lists;     /* ACT_LIST_ bits */
  uint32_t cluster;   /* bits of a Brown cluster with a leading one, 0 when unknown */
  uint8_t length;     /* bytes, at most 255 */
} act_word_type;

/* How a form is spelled. */
typedef struct act_spelling {
  char text[16]; /* "Xx", "dd" and so on: runs cut to two */
  uint8_t size;
  bool first, upper, lower, inner; /* capital in front; any capital, any small letter, a capital
                                      behind a small letter */
  uint32_t letters;
} act_spelling;

/* A token of the sentence in work. */
typedef struct act_word {
  const act_word_type *type;
  uint32_t
    form; /* hash with case; that of the lower-cased form where the sentence is all capitals */
  uint32_t shape;  /* hash of its shape, "Xx" "dd" and so on, and of the sentence's casing */
  uint8_t capital; /* 0 none, 1 first letter, 2 all letters, 3 inner; 0 in a sentence of capitals */
  uint8_t tag;     /* joint label + 1, 0 unknown */
} act_word;

enum { ACT_TAG_LABELS = 64, ACT_TAG_TEMPLATES = 40 };

/* A joint label of the tagger. */
typedef struct act_tag_pair {
  uint8_t upos, xpos;
} act_tag_pair;

struct act_words {
  const act_weights *weights;
  const act_gazetteer *gazetteer;
  const act_table *tagger, *moves, *labels, *names;
  const unsigned char *clusters; /* section "clusters": sorted rows of hash and bits, or NULL */
  size_t cluster_count;
  act_tag_pair tags[ACT_TAG_LABELS];
  uint8_t tag_of[ACT_UPOS_COUNT][ACT_XPOS_COUNT]; /* joint label + 1 */
  uint32_t tag_count;
  /* of all documents so far */
  act_arena arena;                  /* word types: they do not move */
  ACT_ARRAY(act_word_type *) known; /* in order of first sight */
  act_map numbers;                  /* in `known`, by key */
  /* of the document */
  ACT_ARRAY(act_word_type *) types; /* by string id; NULL when not seen */
  act_map called;                   /* names: what a form was called before */
  ACT_ARRAY(uint16_t) seen;         /* names: ACT_SEEN_ bits by string id (name_features.h) */
  bool read;                        /* names: whether `seen` is of this document */
  /* of the sentence in work */
  const act_annotation *loaded; /* whose it is; NULL when none is loaded */
  uint32_t loaded_first, loaded_end;
  ACT_ARRAY(act_word) words;
  ACT_ARRAY(act_spelling) spellings;
  act_casing casing;
  act_arena scratch;
};

/** The hash of a lower-cased form, digits made one: act_word_type.hash, and the key of a row of the
 * section "clusters". */
uint32_t act_word_hash(act_text lower);
/** Make words->words of a sentence; tags from the tokens.  A sentence that is loaded already keeps
 * what its forms say: where tokens may have changed their forms, act_words_forget it before. */
bool act_words_load(act_words *words, const act_annotation *annotation, uint32_t sentence)
  __attribute__((warn_unused_result));
/** Forget which sentence is loaded. */
static inline void act_words_forget(act_words *words)
{
  words->loaded = NULL;
}
/** The record of a lower-cased form, made when it is met first; NULL when memory runs out. */
const act_word_type *act_words_type(act_words *words, const act_strings *strings, uint32_t string);
/** Free all that `words` owns, but not itself. */
void act_words_clear(act_words *words);
/** Set the joint labels: `count` pairs of bytes.  False when a tag is none or there are too many.
 */
bool act_words_set_tags(act_words *words, const unsigned char *pairs, size_t count);

static inline uint64_t act_feature(uint64_t template, uint64_t a, uint64_t b)
{
  uint64_t x = (a ^ template * UINT64_C(0x9e3779b97f4a7c15)) * UINT64_C(0xff51afd7ed558ccd);
  x = (x ^ x >> 31) + b;
  x *= UINT64_C(0xc4ceb9fe1a85ec53);
  x ^= x >> 32;
  return x * UINT64_C(0x9fb21c651e98df25);
}

/** Two small values as one. */
static inline uint64_t act_both(uint64_t a, uint64_t b)
{
  return a << 32 ^ b;
}

/** The bits of a cluster down to a depth. */
static inline uint64_t act_cluster_cut(uint64_t cluster, unsigned depth)
{
  while (cluster >> (depth + 1))
    cluster >>= 1;
  return cluster;
}

/** The features of token `at` given the tags (joint label + 1) of those before it, in words->words.
 * Their number. */
size_t act_tag_features(const act_words *words, size_t at, uint64_t out[ACT_TAG_TEMPLATES]);

#endif
