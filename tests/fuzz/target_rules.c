/* SPDX-License-Identifier: MIT */
/* Bytes taken for a rule file: refused with its line, or opened and used on an article. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static const char article[] =
  "Anna Reyes, the chief of Redwood Bank, met John Miller in Norland on "
  "Monday. He had bought the company.\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  char *text = malloc(size + 1);
  fuzz_require(text != NULL, "the test has memory");
  memcpy(text, data, size);
  text[size] = '\0';
  actant_model_options options;
  actant_model_options_init(&options);
  options.rules = &(const char *){ text };
  options.rule_names = &(const char *){ "fuzz.rules" };
  options.rule_count = 1;
  actant_model *model = NULL;
  actant_error err;
  if (actant_model_open(&options, &model, &err) != ACTANT_OK) {
    fuzz_require(err.status == ACTANT_RULES && err.message[0], "a bad rule is named");
  } else {
    actant_read_options read;
    actant_read_options_init(&read);
    actant_reader *reader = NULL;
    actant_document *document = NULL;
    actant_result *result = NULL;
    fuzz_require(actant_reader_open(article, sizeof article - 1, &read, &reader, NULL) ==
                     ACTANT_OK &&
                   actant_reader_next(reader, &document, NULL) == ACTANT_OK &&
                   actant_extract(model, &document, NULL, &result, NULL) == ACTANT_OK,
                 "any rules that open can be used");
    actant_result_free(result);
    actant_reader_free(reader);
  }
  actant_model_free(model);
  free(text);
  return 0;
}
