/* SPDX-License-Identifier: MIT */
/**
   @file weights.h  A model file, checked once and read-only: named sections of trained weights and
   tables.

   The file, little-endian: a header of ACT_WEIGHTS_HEADER bytes (magic, version, count of sections,
   size of the file, checksum of the table), a table of sections (name, offset, size, checksum),
   then the sections, each at a multiple of ACT_WEIGHTS_ALIGN; what lies between them is zero.  So
   any changed byte is seen at opening.
*/
#ifndef ACT_MODEL_WEIGHTS_H
#define ACT_MODEL_WEIGHTS_H

#include "model/table.h"

typedef struct act_weights act_weights;

enum {
  ACT_WEIGHTS_VERSION = 2,
  ACT_WEIGHTS_OLDEST = 1, /* that is still read */
  ACT_WEIGHTS_HEADER = 32,
  ACT_WEIGHTS_NAME = 24,     /* bytes of a section's name, padded with NUL; at least one NUL */
  ACT_WEIGHTS_ENTRY = 48,    /* bytes of a row of the table */
  ACT_WEIGHTS_ALIGN = 64,    /* a cache line */
  ACT_WEIGHTS_SECTIONS = 64, /* more are refused: no model has so many */
};
#define ACT_WEIGHTS_MAGIC                                                                          \
  "\x89"                                                                                           \
  "ACTANT\n" /* 8 bytes; the first is no text, the last is lost where line ends are changed */

/** Open a model file in memory, which must outlive the result when `borrow`, and is copied
 * otherwise.  ACTANT_MODEL says what is wrong. */
actant_status act_weights_open(const void *data,
                               size_t size,
                               bool borrow,
                               act_weights **out,
                               actant_error *err) ACTANT_MUST_CHECK;
/** Open a model file that is part of the program: borrowed, and trusted to be what it was when the
 * program was built, since reading all of it to check it takes longer than all else. */
actant_status act_weights_open_embedded(const void *data,
                                        size_t size,
                                        act_weights **out,
                                        actant_error *err) ACTANT_MUST_CHECK;
void act_weights_free(act_weights *weights);
/** The card: NUL-terminated text. */
const char *act_weights_card(const act_weights *weights);

/**
   Find a section.  The bytes are borrowed, have passed their checksum, and begin at a multiple of
   ACT_WEIGHTS_ALIGN of the file (not of memory: read numbers with act_get_u32 and its like).  What
   they mean is for the caller to check, at opening.
*/
bool act_weights_section(const act_weights *weights,
                         const char *name,
                         const void **data,
                         size_t *size);

/** The table of a section whose name begins with "table.", opened with the file; NULL when there is
 * none. */
const act_table *act_weights_table(const act_weights *weights, const char *name);

/** The checksum of a section: four lanes of multiply and rotate over little-endian words, after
 * xxHash. */
uint64_t act_weights_checksum(const void *data, size_t size);

/** Little-endian numbers at any address. */
static inline uint16_t act_get_u16(const void *at)
{
  const unsigned char *b = at;
  return (uint16_t)(b[0] | b[1] << 8);
}
static inline uint32_t act_get_u32(const void *at)
{
  const unsigned char *b = at;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}
static inline uint64_t act_get_u64(const void *at)
{
  const unsigned char *b = at;
  return (uint64_t)act_get_u32(b) | (uint64_t)act_get_u32(b + 4) << 32;
}

#endif
