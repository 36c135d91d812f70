/* SPDX-License-Identifier: MIT */
/**
   @file gazetteer_build.h  What the gazetteer's files share: its inside, and the state of reading
   tables.

   Runtime knows an image alone: arrays without pointers, made once when the program is built, or
   when tables are given.  Its forms and first tokens are sorted by their hashes; the highest bits
   of a hash say where in the array to look.  Before either stands a bit set, small enough to stay
   in cache, that tells most tokens to begin nothing.
*/
#ifndef ACT_MODEL_GAZETTEER_BUILD_H
#define ACT_MODEL_GAZETTEER_BUILD_H

#include "model/gazetteer.h"

enum {
  ACT_FORM_TOKENS_MAX = 16, /* lengths are bits of a uint16_t */
  ACT_FORM_BYTES_MAX = 256,
  ACT_BEGINS_BITS = 1 << 20, /* 128 KiB: with some 50,000 first words, 5 % of other tokens pass */
  ACT_COUNTRY_SLOTS = 26 * 26,
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

/* A gazetteer in the making. */
typedef struct act_draft {
  act_arena strings;
  ACT_ARRAY(act_record) records;
  ACT_ARRAY(act_sense) senses;
  ACT_ARRAY(act_word) words;
  ACT_ARRAY(act_form) forms;
  act_cells word_cells, form_cells;
  uint64_t *begins; /* bit set over the low bits of first tokens' hashes */
  uint32_t countries[ACT_COUNTRY_SLOTS];
} act_draft;

/* Values sorted by their hashes. */
typedef struct act_index {
  const uint64_t *keys;   /* (count) */
  const uint32_t *starts; /* (buckets + 1): of the keys with the same highest bits */
  uint32_t bits;          /* buckets = 1 << bits */
} act_index;

struct act_gazetteer {
  unsigned char *image; /* NULL when borrowed */
  act_record *records;
  size_t record_count;
  bool has_own;
  const act_sense *senses;
  act_index word_index, form_index;
  const act_word *words; /* as word_index has them */
  const act_form *forms;
  const uint64_t *begins;
  const uint32_t *countries;
};

typedef struct act_node {
  act_sense sense;
  uint32_t next; /* of the same form, or ACT_NO_NODE */
} act_node;

#define ACT_NO_NODE UINT32_MAX

typedef struct act_pending {
  uint32_t record;
  uint64_t parent; /* hash of the id */
  const char *source;
  uint32_t line;
} act_pending;

typedef struct act_builder {
  act_draft *draft;
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

/** The newest node of a form's senses, ACT_NO_NODE when it has none. */
uint32_t act_builder_find(const act_builder *builder, const uint64_t *hashes, size_t count);
/** Two texts joined, NUL-terminated, that live as long as the draft; NULL when memory runs out. */
const char *act_builder_keep(act_builder *builder, act_text a, act_text z);

/** Read a table of a user's own names, behind all others.  ACTANT_RULES with source and line. */
actant_status act_own_names_read(act_builder *builder,
                                 const act_embedded *table,
                                 actant_error *err) ACTANT_MUST_CHECK;

/** The slot of a country's code of two capitals, or -1. */
int act_country_slot(act_text iso);

/** Lay a finished draft out as an image; *image is to be freed. */
actant_status act_draft_lay_out(const act_draft *draft,
                                unsigned char **image,
                                size_t *size,
                                actant_error *err) ACTANT_MUST_CHECK;
/* What a gazetteer is built of. */
typedef struct act_sources {
  const act_embedded *tables;
  size_t count;
  const act_embedded *own; /* tables of a user's own names */
  size_t own_count;
} act_sources;

/** Build the image of tables; *image is to be freed. */
actant_status act_gazetteer_make_image(const act_sources *sources,
                                       unsigned char **image,
                                       size_t *size,
                                       actant_error *err) ACTANT_MUST_CHECK;
/** Open an image that this program made: it is not checked, and is borrowed. */
actant_status act_gazetteer_open_image(const unsigned char *image,
                                       act_gazetteer **out,
                                       actant_error *err) ACTANT_MUST_CHECK;

#endif
