/* SPDX-License-Identifier: MIT */
/* Reading bytes in tests, with the invariants of documents checked each time. */
#include "read/read_help.h"

#include "base/utf8.h"

char *read_file(const char *path, size_t *size)
{
  FILE *file = fopen(path, "rb");
  if (!file)
    fail_msg("cannot open %s", path);
  fseek(file, 0, SEEK_END);
  long length = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)length + 1);
  assert_non_null(bytes);
  *size = fread(bytes, 1, (size_t)length, file);
  fclose(file);
  bytes[*size] = '\0';
  return bytes;
}

static void check_only_space(const actant_document *document, size_t begin, size_t end)
{
  while (begin < end) {
    uint32_t code = act_utf8_next(document->text, end, &begin);
    assert_true(act_is_space(code) ||
                (code == 0xFEFF && begin == 3)); /* a byte order mark belongs to no block */
  }
}

static void check_ends(const actant_document *document, size_t begin, size_t end)
{
  size_t first = begin, last = end;
  assert_true(begin < end);
  assert_false(act_is_space(act_utf8_next(document->text, end, &first)));
  assert_false(act_is_space(act_utf8_previous(document->text, &last)));
}

void check_document(const actant_document *document)
{
  size_t at = 0;
  assert_non_null(document->text);
  assert_int_equal(document->size, act_utf8_validate(document->text, document->size));
  assert_int_equal('\0', document->text[document->size]);
  for (size_t i = 0; i < document->blocks.count; i++) {
    const act_block *block = &document->blocks.data[i];
    assert_true(block->begin >= at && block->end <= document->size);
    check_only_space(document, at, block->begin);
    check_ends(document, block->begin, block->end);
    at = block->end;
  }
  check_only_space(document, at, document->size);
  for (size_t i = at = 0; i < document->given.count; i++) {
    const act_given_token *token = &document->given.data[i];
    assert_true(token->end <= document->size && token->begin < token->end);
    if (token->begin >= at)
      check_only_space(document, at, token->begin);
    at = token->end > at ? token->end : at;
  }
  if (document->given.count)
    check_only_space(document, at, document->size);
}

actant_document *read_one(const char *bytes, size_t size, const actant_read_options *options)
{
  actant_reader *reader = NULL;
  actant_document *document = NULL, *next = NULL;
  actant_error err = { .message = "" };
  if (actant_reader_open(bytes, size, options, &reader, &err) != ACTANT_OK ||
      actant_reader_next(reader, &document, &err) != ACTANT_OK)
    fail_msg("%s", err.message);
  assert_non_null(document);
  assert_int_equal(ACTANT_OK, actant_reader_next(reader, &next, &err));
  assert_null(next);
  actant_reader_free(reader);
  check_document(document);
  return document;
}

actant_document *read_string(const char *string)
{
  return read_one(string, strlen(string), NULL);
}

actant_status read_all(const char *bytes,
                       size_t size,
                       const actant_read_options *options,
                       size_t *count,
                       actant_error *err)
{
  actant_reader *reader = NULL;
  actant_status first = actant_reader_open(bytes, size, options, &reader, err);
  *count = 0;
  if (first != ACTANT_OK)
    return first;
  for (size_t failures = 0; failures < 100000;) {
    actant_document *document = NULL;
    actant_error error;
    actant_status st = actant_reader_next(reader, &document, &error);
    if (st != ACTANT_OK && first == ACTANT_OK) {
      first = st;
      if (err)
        *err = error;
    }
    failures += st != ACTANT_OK;
    if (st == ACTANT_OK && !document)
      break;
    if (st != ACTANT_OK)
      continue;
    check_document(document);
    actant_document_free(document);
    ++*count;
  }
  actant_reader_free(reader);
  return first;
}

void check_block(const actant_document *document,
                 size_t index,
                 act_block_kind kind,
                 const char *text)
{
  assert_true(index < document->blocks.count);
  const act_block *block = &document->blocks.data[index];
  size_t n = strlen(text), size = block->end - block->begin;
  if (n != size || memcmp(text, document->text + block->begin, n))
    fail_msg("block %zu is \"%.*s\", expected \"%s\"",
             index,
             (int)size,
             document->text + block->begin,
             text);
  assert_int_equal(kind, block->kind);
}
