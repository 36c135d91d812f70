/* SPDX-License-Identifier: MIT */
/* What a program that uses the installed library looks like: text in, statements out. */
#include <actant/actant.h>

#include <stdio.h>
#include <string.h>

static int fail(const actant_error *err)
{
  fprintf(stderr, "%s: %s\n", actant_status_name(err->status), err->message);
  return 1;
}

int main(void)
{
  static const char text[] = "Finnish President Aino Laaksonen met Norwegian Prime Minister Sindre "
                             "Haugland in Oslo on Monday.\n";
  actant_error err;
  actant_model_options model_options;
  actant_read_options read_options;
  actant_extract_options extract_options;
  actant_model *model = NULL;
  actant_reader *reader = NULL;
  actant_document *document = NULL;
  actant_result *result = NULL;
  actant_model_options_init(&model_options);
  actant_read_options_init(&read_options);
  actant_extract_options_init(&extract_options);
  read_options.date = "2024-05-15";
  if (actant_model_open(&model_options, &model, &err) ||
      actant_reader_open(text, strlen(text), &read_options, &reader, &err) ||
      actant_reader_next(reader, &document, &err) ||
      actant_extract(model, &document, &extract_options, &result, &err))
    return fail(&err);
  int met = 0;
  for (size_t i = 0; i < actant_statement_count(result); i++) {
    actant_statement s = actant_statement_at(result, i);
    met |= strcmp(s.relation_id, "meets") == 0 && s.date && strcmp(s.date, "2024-05-13") == 0;
  }
  actant_result_free(result);
  actant_reader_free(reader);
  actant_model_free(model);
  if (!met)
    fprintf(stderr, "the meeting was not found\n");
  return !met;
}
