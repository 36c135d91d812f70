/* SPDX-License-Identifier: MIT */
/* Documents: their making, for the readers, and their public face.  Invariants are in document.h;
   blocks are trimmed here, so no reader can break the second. */
#include "read/read.h"

#include "base/utf8.h"
#include "read/dates.h"

#include <string.h>

static const char stage[] = "read";

actant_status act_document_new(const char *name, actant_document **out, actant_error *err)
{
  actant_document *document = calloc(1, sizeof *document);
  if (!document)
    return act_fail_memory(err, stage);
  document->name = act_arena_copy(&document->arena, name, strlen(name));
  if (!document->name) {
    actant_document_free(document);
    return act_fail_memory(err, stage);
  }
  *out = document;
  return ACTANT_OK;
}

actant_status act_document_set_text(actant_document *document,
                                    const char *bytes,
                                    size_t size,
                                    actant_error *err)
{
  char *text = size <= ACT_READ_MOST ? malloc(size + 1) : NULL;
  if (!text)
    return act_fail_memory(err, stage);
  if (size)
    memcpy(text, bytes, size);
  text[size] = '\0';
  free(document->text);
  document->text = text;
  document->size = (uint32_t)size;
  return ACTANT_OK;
}

void act_trim(const char *bytes, size_t *begin, size_t *end)
{
  while (*begin < *end) {
    size_t at = *begin;
    if (!act_is_space(act_utf8_next(bytes, *end, &at)))
      break;
    *begin = at;
  }
  while (*begin < *end) {
    size_t at = *end;
    if (!act_is_space(act_utf8_previous(bytes, &at)))
      break;
    *end = at;
  }
}

actant_status act_document_add_block(actant_document *document,
                                     size_t begin,
                                     size_t end,
                                     act_block_kind kind,
                                     actant_error *err)
{
  act_trim(document->text, &begin, &end);
  if (begin < end &&
      !act_array_push(&document->blocks, (act_block){ (uint32_t)begin, (uint32_t)end, kind }))
    return act_fail_memory(err, stage);
  return ACTANT_OK;
}

void act_document_set_date(actant_document *document,
                           const actant_read_options *options,
                           act_date metadata)
{
  act_date given = { 0, 0, 0 };
  if (options->date && options->date[0] &&
      act_date_read(options->date, strlen(options->date), &given) && given.year)
    document->date = given;
  else if (metadata.year)
    document->date = metadata;
  else
    document->date = act_find_document_date(document);
  act_date_write(document->date, document->date_text);
}

actant_status act_document_keep(actant_document *document,
                                const char *bytes,
                                size_t size,
                                const char **out,
                                actant_error *err)
{
  size_t begin = 0, end = size;
  act_trim(bytes, &begin, &end);
  if (begin == end) {
    *out = NULL;
    return ACTANT_OK;
  }
  char *copy = act_arena_alloc(&document->arena, end - begin + 1);
  if (!copy)
    return act_fail_memory(err, stage);
  size_t used = 0;
  for (size_t at = begin; at < end;) {
    size_t from = at;
    uint32_t code = act_utf8_next(bytes, end, &at);
    bool space = act_is_space(code) || code < 0x20 || code == 0x7F;
    if (!space)
      for (size_t i = from; i < at; i++)
        copy[used++] = bytes[i];
    else if (used && copy[used - 1] != ' ')
      copy[used++] = ' ';
  }
  used -= used && copy[used - 1] == ' ';
  copy[used] = '\0';
  *out = used ? copy : NULL;
  return ACTANT_OK;
}

const char *actant_document_name(const actant_document *document)
{
  return document->name;
}

const char *actant_document_title(const actant_document *document)
{
  return document->title;
}

const char *actant_document_date(const actant_document *document)
{
  return document->date.year ? document->date_text : NULL;
}

const char *actant_document_url(const actant_document *document)
{
  return document->url;
}

const char *actant_document_site(const actant_document *document)
{
  return document->site;
}

const char *actant_document_text(const actant_document *document, size_t *size)
{
  if (size)
    *size = document->size;
  return document->text;
}

void actant_document_free(actant_document *document)
{
  if (!document)
    return;
  free(document->text);
  act_array_free(&document->blocks);
  act_array_free(&document->given);
  act_arena_free(&document->arena);
  free(document);
}
