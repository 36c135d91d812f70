/* SPDX-License-Identifier: MIT */
/** @file model_writer.h  Writes a model file, section by section; the format is told in
 * model/weights.h. */
#ifndef ACT_TRAIN_MODEL_WRITER_H
#define ACT_TRAIN_MODEL_WRITER_H

#include "base/array.h"
#include "model/weights.h"

typedef struct act_model_section {
  char name[ACT_WEIGHTS_NAME];
  unsigned char *data;
  size_t size;
} act_model_section;

/** Zero-initialised, it is an empty model. */
typedef struct act_model_writer {
  ACT_ARRAY(act_model_section) sections;
} act_model_writer;

/** Add a section, in the order of the calls; the bytes are copied.  ACTANT_ARGUMENT for a name that
 * is taken, empty or too long. */
actant_status act_model_writer_add(act_model_writer *writer,
                                   const char *name,
                                   const void *data,
                                   size_t size,
                                   actant_error *err) ACTANT_MUST_CHECK;
/** Lay the file out in memory; *data is malloc'ed. */
actant_status act_model_writer_finish(const act_model_writer *writer,
                                      unsigned char **data,
                                      size_t *size,
                                      actant_error *err) ACTANT_MUST_CHECK;
/** Write the file.  ACTANT_IO when it cannot be written in full. */
actant_status act_model_writer_save(const act_model_writer *writer,
                                    const char *path,
                                    actant_error *err) ACTANT_MUST_CHECK;
/** Write bytes to a new file.  ACTANT_IO when not all could be written. */
actant_status act_save_file(const char *path, const void *data, size_t size, actant_error *err)
  ACTANT_MUST_CHECK;
void act_model_writer_free(act_model_writer *writer);

/** Little-endian numbers at any address. */
static inline void act_set_u16(void *at, uint16_t value)
{
  unsigned char *b = at;
  b[0] = (unsigned char)value;
  b[1] = (unsigned char)(value >> 8);
}
static inline void act_set_u32(void *at, uint32_t value)
{
  act_set_u16(at, (uint16_t)value);
  act_set_u16((unsigned char *)at + 2, (uint16_t)(value >> 16));
}
static inline void act_set_u64(void *at, uint64_t value)
{
  act_set_u32(at, (uint32_t)value);
  act_set_u32((unsigned char *)at + 4, (uint32_t)(value >> 32));
}

#endif
