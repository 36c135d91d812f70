/* SPDX-License-Identifier: MIT */
/**
   @file gazetteer_build.h  What the gazetteer's files share: its inside, and the state of reading
   tables.

   Two tables of open addressing over hashes that are spread already.  `words` holds every first
   token of a form and every word of a list, with the lengths of the forms that it begins; `forms`
   holds the joined hashes of whole forms.  Before either stands a bit set, small enough to stay in
   cache, that tells most tokens to begin nothing.
*/
#ifndef ACT_MODEL_GAZETTEER_BUILD_H
#define ACT_MODEL_GAZETTEER_BUILD_H

#include "model/gazetteer.h"

enum {
  ACT_FORM_TOKENS_MAX = 16, /* lengths are bits of a uint16_t */
  ACT_FORM_BYTES_MAX = 256,
};

/* How a form may be written otherwise; bits. */
enum {
  ACT_VARIANT_HYPHEN = 1,
  ACT_VARIANT_APOSTROPHE = 2,
  ACT_VARIANT_PLAIN = 4,
  ACT_VARIANT_COUNT = 8
};

/** Which variants of a form differ from it. */
unsigned act_form_variants(const char *bytes, size_t size);
/**
   Cut a form into tokens as the tokenizer does and hash their lower-cased text.  The number of
   tokens, at most ACT_FORM_TOKENS_MAX; 0 for a form that is empty or too long.
*/
size_t act_form_hashes(const char *bytes,
                       size_t size,
                       unsigned variant,
                       uint64_t out[ACT_FORM_TOKENS_MAX]);

typedef struct act_cell {
  uint64_t key;
  uint32_t index; /* + 1; 0 for an empty cell */
} act_cell;

typedef struct act_cells {
  act_cell *data;
  size_t capacity, count; /* capacity is a power of two, or 0 */
} act_cells;

typedef struct act_word {
  uint32_t lists;
  uint16_t lengths; /* bit n - 1: some form of n tokens begins with this word */
} act_word;

typedef struct act_form {
  uint32_t first, count; /* while building: the newest node of its chain, and how many */
  uint32_t lists;
} act_form;

struct act_gazetteer {
  act_arena strings;
  ACT_ARRAY(act_record) records;
  ACT_ARRAY(act_sense) senses;
  ACT_ARRAY(act_word) words;
  ACT_ARRAY(act_form) forms;
  act_cells word_cells, form_cells;
  uint64_t *begins; /* bit set over the low bits of first tokens' hashes */
  uint32_t countries[26 * 26];
};

typedef struct act_node {
  act_sense sense;
  uint32_t next; /* of the same form, or UINT32_MAX */
} act_node;

typedef struct act_pending {
  uint32_t record;
  uint64_t parent; /* hash of the id */
  const char *source;
  uint32_t line;
} act_pending;

typedef struct act_builder {
  act_gazetteer *gazetteer;
  ACT_ARRAY(act_node) nodes;
  ACT_ARRAY(act_pending) parents;
  act_map ids;
  bool additions; /* whether the table read last has rows that add to records */
  char *room;     /* the rest of the newest block of strings */
  size_t room_left;
} act_builder;

/**
   Read one table into the builder: its records and words, or, when `adding`, the rows that add to
   records of whatever table. ACTANT_RULES with source and line.
*/
actant_status act_table_read(act_builder *builder,
                             const act_embedded *table,
                             bool adding,
                             actant_error *err) ACTANT_MUST_CHECK;

/** Add one form: `record` may be ACT_NO_RECORD for a form of a list. */
bool act_builder_add(act_builder *builder,
                     const uint64_t *hashes,
                     size_t count,
                     act_sense sense,
                     uint32_t lists) __attribute__((warn_unused_result));

#endif
