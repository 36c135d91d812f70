/* SPDX-License-Identifier: MIT */
/*
  Bytes taken for a model file: refused in plain words, or opened and used on an article.  A changed
  byte is caught by its checksum, which would leave what stands behind untried; so the bytes are
  opened as they are, and again with magic, size and checksums put right.
*/
#include "fuzz/fuzz.h"

#include "model/weights.h"

#include <stdlib.h>
#include <string.h>

static const char article[] = "Anna Reyes met John Miller, the head of Redwood Bank, on Monday.\n";

static void use(const actant_model *model)
{
  actant_read_options options;
  actant_read_options_init(&options);
  actant_reader *reader = NULL;
  actant_document *document = NULL;
  actant_result *result = NULL;
  fuzz_require(actant_reader_open(article, sizeof article - 1, &options, &reader, NULL) ==
                   ACTANT_OK &&
                 actant_reader_next(reader, &document, NULL) == ACTANT_OK &&
                 actant_extract(model, &document, NULL, &result, NULL) == ACTANT_OK,
               "any model that opens can be used");
  actant_result_free(result);
  actant_reader_free(reader);
}

static void open_model(const uint8_t *data, size_t size)
{
  actant_model_options options;
  actant_model_options_init(&options);
  options.data = data;
  options.size = size;
  actant_model *model = NULL;
  actant_error err;
  if (actant_model_open(&options, &model, &err) == ACTANT_OK)
    use(model);
  else
    fuzz_require((err.status == ACTANT_MODEL || err.status == ACTANT_MEMORY) && err.message[0],
                 "a bad model is refused in words");
  actant_model_free(model);
}

static void put_u64(uint8_t *at, uint64_t value)
{
  for (unsigned i = 0; i < 8; i++)
    at[i] = (uint8_t)(value >> 8 * i);
}

/* Make whole what the checksums of a file say, as far as its sections lie in it. */
static void mend(uint8_t *bytes, size_t size)
{
  memcpy(bytes, ACT_WEIGHTS_MAGIC, 8);
  put_u64(bytes + 16, size);
  size_t count = act_get_u32(bytes + 12);
  if (count > (size - ACT_WEIGHTS_HEADER) / ACT_WEIGHTS_ENTRY)
    return;
  for (size_t i = 0; i < count; i++) {
    uint8_t *row = bytes + ACT_WEIGHTS_HEADER + i * ACT_WEIGHTS_ENTRY + ACT_WEIGHTS_NAME;
    uint64_t offset = act_get_u64(row), length = act_get_u64(row + 8);
    if (offset <= size && length <= size - offset)
      put_u64(row + 16, act_weights_checksum(bytes + offset, (size_t)length));
  }
  put_u64(bytes + 24, act_weights_checksum(bytes + ACT_WEIGHTS_HEADER, count * ACT_WEIGHTS_ENTRY));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  open_model(data, size);
  if (size < ACT_WEIGHTS_HEADER)
    return 0;
  uint8_t *copy = malloc(size);
  fuzz_require(copy != NULL, "the test has memory");
  memcpy(copy, data, size);
  mend(copy, size);
  open_model(copy, size);
  free(copy);
  return 0;
}
