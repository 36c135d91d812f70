/* SPDX-License-Identifier: MIT */
/* The other half of model/weights.c: lays sections out one behind the other, at cache lines, with
 * the checksums that opening asks for. */
#include "train/model_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

static bool taken(const act_model_writer *writer, const char *name)
{
  for (size_t i = 0; i < writer->sections.count; i++)
    if (!strcmp(writer->sections.data[i].name, name))
      return true;
  return false;
}

actant_status act_model_writer_add(act_model_writer *writer,
                                   const char *name,
                                   const void *data,
                                   size_t size,
                                   actant_error *err)
{
  act_model_section section = { .size = size };
  if (!*name || strlen(name) >= sizeof section.name)
    return act_fail(err,
                    ACTANT_ARGUMENT,
                    stage,
                    "a section's name must have 1 to %d bytes: %s",
                    ACT_WEIGHTS_NAME - 1,
                    name);
  if (taken(writer, name) || writer->sections.count == ACT_WEIGHTS_SECTIONS)
    return act_fail(
      err, ACTANT_ARGUMENT, stage, "there is a section %s already, or there are too many", name);
  strcpy(section.name, name);
  section.data = malloc(size ? size : 1);
  if (!section.data)
    return act_fail_memory(err, stage);
  if (size)
    memcpy(section.data, data, size);
  if (act_array_push(&writer->sections, section))
    return ACTANT_OK;
  free(section.data);
  return act_fail_memory(err, stage);
}

static size_t align(size_t at)
{
  return (at + ACT_WEIGHTS_ALIGN - 1) / ACT_WEIGHTS_ALIGN * ACT_WEIGHTS_ALIGN;
}

static size_t first_section(const act_model_writer *writer)
{
  return align(ACT_WEIGHTS_HEADER + writer->sections.count * ACT_WEIGHTS_ENTRY);
}

static size_t total_size(const act_model_writer *writer)
{
  size_t at = first_section(writer), end = at;
  for (size_t i = 0; i < writer->sections.count; i++) {
    end = at + writer->sections.data[i].size;
    at = align(end);
  }
  return end;
}

static void lay_out(const act_model_writer *writer, unsigned char *bytes, size_t size)
{
  size_t at = first_section(writer);
  unsigned char *row = bytes + ACT_WEIGHTS_HEADER;
  for (size_t i = 0; i < writer->sections.count; i++, row += ACT_WEIGHTS_ENTRY) {
    const act_model_section *s = &writer->sections.data[i];
    memcpy(row, s->name, ACT_WEIGHTS_NAME);
    act_set_u64(row + ACT_WEIGHTS_NAME, at);
    act_set_u64(row + ACT_WEIGHTS_NAME + 8, s->size);
    act_set_u64(row + ACT_WEIGHTS_NAME + 16, act_weights_checksum(s->data, s->size));
    memcpy(bytes + at, s->data, s->size);
    at = align(at + s->size);
  }
  memcpy(bytes, ACT_WEIGHTS_MAGIC, 8);
  act_set_u32(bytes + 8, ACT_WEIGHTS_VERSION);
  act_set_u32(bytes + 12, (uint32_t)writer->sections.count);
  act_set_u64(bytes + 16, size);
  act_set_u64(
    bytes + 24,
    act_weights_checksum(bytes + ACT_WEIGHTS_HEADER, writer->sections.count * ACT_WEIGHTS_ENTRY));
}

actant_status act_model_writer_finish(const act_model_writer *writer,
                                      unsigned char **data,
                                      size_t *size,
                                      actant_error *err)
{
  const size_t total = total_size(writer);
  unsigned char *bytes = calloc(total, 1);
  if (!bytes)
    return act_fail_memory(err, stage);
  lay_out(writer, bytes, total);
  *data = bytes;
  *size = total;
  return ACTANT_OK;
}

actant_status act_save_file(const char *path, const void *data, size_t size, actant_error *err)
{
  FILE *file = fopen(path, "wb");
  bool good = file && fwrite(data, 1, size, file) == size;
  if (file && fclose(file))
    good = false;
  return good ? ACTANT_OK : act_fail(err, ACTANT_IO, stage, "cannot write %s", path);
}

actant_status act_model_writer_save(const act_model_writer *writer,
                                    const char *path,
                                    actant_error *err)
{
  unsigned char *bytes = NULL;
  size_t size = 0;
  TRY(act_model_writer_finish(writer, &bytes, &size, err));
  const actant_status st = act_save_file(path, bytes, size, err);
  free(bytes);
  return st;
}

void act_model_writer_free(act_model_writer *writer)
{
  for (size_t i = 0; i < writer->sections.count; i++)
    free(writer->sections.data[i].data);
  act_array_free(&writer->sections);
}
