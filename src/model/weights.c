/* SPDX-License-Identifier: MIT */
/* A model file is checked here, once, so that nobody behind has to: the header, the table of
   sections (its checksum, then names, order and bounds of each row), the bytes of each section, and
   the zeros between them.  Every byte of the file is covered by one of these checks.  Of a file
   that is part of the program the bounds are checked and the bytes are not.  Tables of weights are
   opened at once, since all users share them. */
#include "model/weights.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "model";

typedef struct section {
  const char *name; /* in the file; NUL-terminated */
  const unsigned char *data;
  size_t size;
  act_table table; /* of a section named "table.…" */
} section;

struct act_weights {
  unsigned char *copy; /* NULL when borrowed */
  const unsigned char *bytes;
  size_t size;
  bool trusted; /* no checksums are made */
  uint32_t count;
  section sections[ACT_WEIGHTS_SECTIONS];
  char *card;
};

static uint64_t rotate(uint64_t x, unsigned by)
{
  return x << by | x >> (64 - by);
}

uint64_t act_weights_checksum(const void *data, size_t size)
{
  static const uint64_t p1 = UINT64_C(0x9E3779B185EBCA87), p2 = UINT64_C(0xC2B2AE3D27D4EB4F);
  const unsigned char *at = data;
  uint64_t lanes[4] = { p1, p2, p1 ^ p2, (uint64_t)size };
  size_t left = size;
  for (; left >= 32; left -= 32, at += 32)
    for (size_t i = 0; i < 4; i++)
      lanes[i] = rotate(lanes[i] + act_get_u64(at + 8 * i) * p2, 31) * p1;
  uint64_t sum =
    rotate(lanes[0], 1) + rotate(lanes[1], 7) + rotate(lanes[2], 12) + rotate(lanes[3], 18);
  for (; left; left--, at++)
    sum = rotate(sum ^ *at * p1, 11) * p2;
  sum = (sum ^ sum >> 33) * p2;
  return sum ^ sum >> 29;
}

static actant_status damaged(actant_error *err, const char *why)
{
  return act_fail(err, ACTANT_MODEL, stage, "the model file is damaged: %s", why);
}

static actant_status check_header(const act_weights *w, actant_error *err)
{
  if (w->size < ACT_WEIGHTS_HEADER || memcmp(w->bytes, ACT_WEIGHTS_MAGIC, 8))
    return act_fail(err, ACTANT_MODEL, stage, "this is not a model file of actant");
  const uint32_t version = act_get_u32(w->bytes + 8);
  if (version < ACT_WEIGHTS_OLDEST || version > ACT_WEIGHTS_VERSION)
    return act_fail(err,
                    ACTANT_MODEL,
                    stage,
                    "the model file has format %u, and this program reads format %u",
                    (unsigned)version,
                    (unsigned)ACT_WEIGHTS_VERSION);
  if (act_get_u64(w->bytes + 16) != w->size)
    return act_fail(err,
                    ACTANT_MODEL,
                    stage,
                    "the model file is damaged: it has %zu bytes and should have %llu",
                    w->size,
                    (unsigned long long)act_get_u64(w->bytes + 16));
  if (w->count == 0 || w->count > ACT_WEIGHTS_SECTIONS)
    return damaged(err, "it says a wrong number of sections");
  const size_t table = (size_t)w->count * ACT_WEIGHTS_ENTRY;
  if (table > w->size - ACT_WEIGHTS_HEADER)
    return damaged(err, "its table of sections is cut short");
  if (act_weights_checksum(w->bytes + ACT_WEIGHTS_HEADER, table) != act_get_u64(w->bytes + 24))
    return damaged(err, "its table of sections has a wrong checksum");
  return ACTANT_OK;
}

static bool zeros(const unsigned char *from, const unsigned char *to)
{
  for (; from < to; from++)
    if (*from)
      return false;
  return true;
}

/* Read one row of the table; `behind` is the end of what is used so far, and moves on. */
static actant_status check_section(act_weights *w, uint32_t i, size_t *behind, actant_error *err)
{
  const unsigned char *row = w->bytes + ACT_WEIGHTS_HEADER + (size_t)i * ACT_WEIGHTS_ENTRY;
  const uint64_t offset = act_get_u64(row + ACT_WEIGHTS_NAME),
                 size = act_get_u64(row + ACT_WEIGHTS_NAME + 8);
  if (!*row || row[ACT_WEIGHTS_NAME - 1])
    return damaged(err, "a section has no name");
  if (offset % ACT_WEIGHTS_ALIGN || offset < *behind || offset > w->size || size > w->size - offset)
    return damaged(err, "a section lies outside it");
  if (!zeros(w->bytes + *behind, w->bytes + offset))
    return damaged(err, "there is something between its sections");
  section *s = &w->sections[i];
  s->name = (const char *)row;
  s->data = w->bytes + offset;
  s->size = (size_t)size;
  *behind = (size_t)(offset + size);
  if (!w->trusted &&
      act_weights_checksum(s->data, s->size) != act_get_u64(row + ACT_WEIGHTS_NAME + 16))
    return act_fail(err,
                    ACTANT_MODEL,
                    stage,
                    "the model file is damaged: its section %s has a wrong checksum",
                    s->name);
  return ACTANT_OK;
}

static actant_status keep_card(act_weights *w, actant_error *err)
{
  const void *data = "";
  size_t size = 0;
  (void)act_weights_section(w, "card", &data, &size);
  w->card = malloc(size + 1);
  if (!w->card)
    return act_fail_memory(err, stage);
  memcpy(w->card, data, size);
  w->card[size] = '\0';
  return ACTANT_OK;
}

static actant_status check_all(act_weights *w, actant_error *err)
{
  w->count = w->size < ACT_WEIGHTS_HEADER ? 0 : act_get_u32(w->bytes + 12);
  TRY(check_header(w, err));
  size_t behind = ACT_WEIGHTS_HEADER + (size_t)w->count * ACT_WEIGHTS_ENTRY;
  for (uint32_t i = 0; i < w->count; i++)
    TRY(check_section(w, i, &behind, err));
  if (behind != w->size)
    return damaged(err, "there is something behind its last section");
  for (uint32_t i = 0; i < w->count; i++)
    if (!strncmp(w->sections[i].name, "table.", 6))
      TRY(act_table_open(
        w->sections[i].data, w->sections[i].size, w->trusted, &w->sections[i].table, err));
  return keep_card(w, err);
}

static actant_status open_bytes(const void *data,
                                size_t size,
                                bool borrow,
                                bool trusted,
                                act_weights **out,
                                actant_error *err)
{
  act_weights *w = calloc(1, sizeof *w);
  if (!w)
    return act_fail_memory(err, stage);
  w->bytes = data;
  w->size = size;
  w->trusted = trusted;
  actant_status st = ACTANT_OK;
  if (!borrow) {
    w->copy = malloc(size ? size : 1);
    if (!w->copy)
      TRY_DONE(st, act_fail_memory(err, stage));
    if (size)
      memcpy(w->copy, data, size);
    w->bytes = w->copy;
  }
  TRY_DONE(st, check_all(w, err));
  *out = w;
  return ACTANT_OK;
done:
  act_weights_free(w);
  return st;
}

actant_status act_weights_open(const void *data,
                               size_t size,
                               bool borrow,
                               act_weights **out,
                               actant_error *err)
{
  return open_bytes(data, size, borrow, false, out, err);
}

actant_status act_weights_open_embedded(const void *data,
                                        size_t size,
                                        act_weights **out,
                                        actant_error *err)
{
  return open_bytes(data, size, true, true, out, err);
}

void act_weights_free(act_weights *weights)
{
  if (!weights)
    return;
  for (uint32_t i = 0; i < ACT_WEIGHTS_SECTIONS; i++)
    act_table_free(&weights->sections[i].table);
  free(weights->copy);
  free(weights->card);
  free(weights);
}

const char *act_weights_card(const act_weights *weights)
{
  return weights->card;
}

static const section *find(const act_weights *weights, const char *name)
{
  for (uint32_t i = 0; i < weights->count; i++)
    if (!strcmp(weights->sections[i].name, name))
      return &weights->sections[i];
  return NULL;
}

bool act_weights_section(const act_weights *weights,
                         const char *name,
                         const void **data,
                         size_t *size)
{
  const section *s = find(weights, name);
  if (!s)
    return false;
  *data = s->data;
  *size = s->size;
  return true;
}

const act_table *act_weights_table(const act_weights *weights, const char *name)
{
  const section *s = find(weights, name);
  return s && (s->table.cells || s->table.code) ? &s->table : NULL;
}
