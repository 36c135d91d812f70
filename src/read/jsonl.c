/* SPDX-License-Identifier: MIT */
/* JSON Lines: an object a line with "text", and "id", "title", "date" and "url" where known; each
   line is a document of its own, so a bad line costs that line only.  Through jansson, which is
   given one line at a time. */
#include "read/draft.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static const char stage[] = "read";

static actant_status bad_line(actant_error *err,
                              uint32_t line,
                              size_t column,
                              actant_status status,
                              const char *message)
{
  act_fail(err,
           status,
           stage,
           "%s; expected an object such as {\"id\": \"a\", \"text\": \"...\"}",
           message);
  act_error_line(err, line, (uint32_t)column);
  return status;
}

static actant_status keep_member(actant_document *document,
                                 const json_t *object,
                                 const char *key,
                                 const char **out,
                                 actant_error *err)
{
  const json_t *value = json_object_get(object, key);
  if (!json_is_string(value))
    return ACTANT_OK;
  return act_document_keep(document, json_string_value(value), json_string_length(value), out, err);
}

/* A document named by its "id": a string or a whole number; else by the input's name and the line.
 */
static actant_status new_document(const json_t *object,
                                  const act_source *source,
                                  uint32_t line,
                                  actant_document **out,
                                  actant_error *err)
{
  const json_t *id = json_object_get(object, "id");
  if (json_is_string(id) && json_string_length(id))
    return act_document_new(json_string_value(id), out, err);
  char number[32];
  if (json_is_integer(id)) {
    snprintf(number, sizeof number, "%lld", (long long)json_integer_value(id));
    return act_document_new(number, out, err);
  }
  snprintf(number, sizeof number, ":%u", (unsigned)line);
  size_t n = strlen(source->name), rest = strlen(number) + 1;
  char *name = malloc(n + rest);
  if (!name)
    return act_fail_memory(err, stage);
  memcpy(name, source->name, n);
  memcpy(name + n, number, rest);
  actant_status st = act_document_new(name, out, err);
  free(name);
  return st;
}

static actant_status read_date(const json_t *object,
                               uint32_t line,
                               act_date *out,
                               actant_error *err)
{
  const json_t *value = json_object_get(object, "date");
  *out = (act_date){ 0, 0, 0 };
  if (!value || json_is_null(value) || (json_is_string(value) && !json_string_length(value)))
    return ACTANT_OK;
  if (json_is_string(value) &&
      act_date_read(json_string_value(value), json_string_length(value), out) && out->year)
    return ACTANT_OK;
  return bad_line(err, line, 1, ACTANT_FORMAT, "\"date\" is no date of the form YYYY-MM-DD");
}

static actant_status fill(actant_document *document,
                          const json_t *object,
                          const act_source *source,
                          uint32_t line,
                          actant_error *err)
{
  const json_t *text = json_object_get(object, "text");
  act_date date;
  TRY(read_date(object, line, &date, err));
  TRY(act_document_set_text(document, json_string_value(text), json_string_length(text), err));
  TRY(keep_member(document, object, "title", &document->title, err));
  TRY(keep_member(document, object, "url", &document->url, err));
  TRY(keep_member(document, object, "site", &document->site, err));
  TRY(act_document_add_text(document, 0, err));
  if (!document->blocks.count)
    return bad_line(err, line, 1, ACTANT_EMPTY, "\"text\" is empty");
  act_document_set_date(document, source->options, date);
  return ACTANT_OK;
}

static actant_status read_object(const json_t *object,
                                 const act_source *source,
                                 uint32_t line,
                                 actant_document **out,
                                 actant_error *err)
{
  if (!json_is_object(object))
    return bad_line(err, line, 1, ACTANT_FORMAT, "this line is no JSON object");
  if (!json_is_string(json_object_get(object, "text")))
    return bad_line(err, line, 1, ACTANT_FORMAT, "this line has no \"text\" that is a string");
  actant_document *document;
  TRY(new_document(object, source, line, &document, err));
  actant_status st = fill(document, object, source, line, err);
  if (st == ACTANT_OK)
    *out = document;
  else
    actant_document_free(document);
  return st;
}

actant_status act_read_json_line(const act_source *source,
                                 uint32_t line,
                                 actant_document **out,
                                 actant_error *err)
{
  json_error_t error;
  json_t *object = json_loadb(source->bytes, source->size, 0, &error);
  if (!object) {
    char message[200];
    snprintf(message, sizeof message, "this line is no JSON: %.150s", error.text);
    return bad_line(
      err, line, (size_t)(error.position > 0 ? error.position : 1), ACTANT_FORMAT, message);
  }
  actant_status st = read_object(object, source, line, out, err);
  json_decref(object);
  return st;
}
