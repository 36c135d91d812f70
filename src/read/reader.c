/* SPDX-License-Identifier: MIT */
/* Which format some bytes are in, and the documents they hold, one after another.

   The format is told by content, not by a file's name: standard input has none.  HTML shows itself
   by its prolog, JSON Lines by an opening brace and a quote, CoNLL-U by its comments or by
   "1<TAB>"; everything else is text. */
#include "read/read.h"

#include "base/utf8.h"

#include <string.h>

static const char stage[] = "read";

typedef enum format { FORMAT_TEXT, FORMAT_HTML, FORMAT_JSONL, FORMAT_CONLLU, FORMAT_NONE } format;

static const char *const format_names[] = { "text", "html", "jsonl", "conllu" };

struct actant_reader {
  actant_read_options options; /* its strings are in the arena */
  act_arena arena;
  act_decoded decoded;
  bool is_input;
  format format;
  size_t at;     /* where the next document begins */
  uint32_t line; /* its line, 1-based */
};

void actant_read_options_init(actant_read_options *options)
{
  *options = (actant_read_options){ .name = "-", .max_bytes = (size_t)64 << 20, .max_depth = 512 };
}

static bool at_word(const char *bytes, size_t size, const char *word)
{
  size_t n = strlen(word);
  return size >= n && !memcmp(bytes, word, n);
}

/* An opening brace, and then a quote or the end of an object. */
static bool looks_like_json(const char *bytes, size_t size)
{
  if (!size || bytes[0] != '{')
    return false;
  size_t at = 1;
  while (at < size && strchr(" \t\r\n", bytes[at]))
    at++;
  return at < size && (bytes[at] == '"' || bytes[at] == '}');
}

static bool looks_like_conllu(const char *bytes, size_t size)
{
  static const char *const comments[] = { "# newdoc", "# sent_id",        "# text =",
                                          "# newpar", "# global.columns", "# generator" };
  if (at_word(bytes, size, "1\t") || at_word(bytes, size, "1-2\t"))
    return true;
  for (size_t i = 0; i < sizeof comments / sizeof *comments; i++)
    if (at_word(bytes, size, comments[i]))
      return true;
  return false;
}

static format tell(const char *bytes, size_t size)
{
  size_t begin = 0, end = size;
  act_trim(bytes, &begin, &end);
  bytes += begin;
  size = end - begin;
  if (act_looks_like_html(bytes, size))
    return FORMAT_HTML;
  if (looks_like_json(bytes, size))
    return FORMAT_JSONL;
  return looks_like_conllu(bytes, size) ? FORMAT_CONLLU : FORMAT_TEXT;
}

static actant_status named_format(const char *name, format *out, actant_error *err)
{
  *out = FORMAT_NONE;
  if (!name || !name[0])
    return ACTANT_OK;
  for (size_t i = 0; i < FORMAT_NONE; i++)
    if (!strcmp(name, format_names[i])) {
      *out = (format)i;
      return ACTANT_OK;
    }
  return act_fail(err,
                  ACTANT_ARGUMENT,
                  stage,
                  "unknown input format \"%.40s\"; expected text, html, jsonl or conllu",
                  name);
}

static actant_status check_date(const char *date, actant_error *err)
{
  act_date read;
  if (!date || !date[0] || (act_date_read(date, strlen(date), &read) && read.year))
    return ACTANT_OK;
  return act_fail(err,
                  ACTANT_ARGUMENT,
                  stage,
                  "\"%.40s\" is no date; expected YYYY-MM-DD, YYYY-MM or YYYY",
                  date);
}

static actant_status copy_string(act_arena *arena, const char **string, actant_error *err)
{
  if (!*string)
    return ACTANT_OK;
  *string = act_arena_copy(arena, *string, strlen(*string));
  return *string ? ACTANT_OK : act_fail_memory(err, stage);
}

static actant_status copy_options(actant_reader *reader,
                                  const actant_read_options *options,
                                  actant_error *err)
{
  reader->options = *options;
  if (!reader->options.name)
    reader->options.name = "-";
  TRY(copy_string(&reader->arena, &reader->options.name, err));
  TRY(copy_string(&reader->arena, &reader->options.encoding, err));
  TRY(copy_string(&reader->arena, &reader->options.date, err));
  return copy_string(&reader->arena, &reader->options.format, err);
}

static actant_status open_reader(actant_reader *reader,
                                 const char *bytes,
                                 size_t size,
                                 actant_error *err)
{
  format named;
  TRY(named_format(reader->options.format, &named, err));
  TRY(check_date(reader->options.date, err));
  TRY(act_decode(bytes, size, &reader->options, &reader->decoded, err));
  const act_decoded *decoded = &reader->decoded;
  size_t begin = decoded->bom, end = decoded->size;
  act_trim(decoded->bytes, &begin, &end);
  if (begin == end)
    return act_fail(err, ACTANT_EMPTY, stage, "the input holds only white space; expected text");
  reader->format = named != FORMAT_NONE
                     ? named
                     : tell(decoded->bytes + decoded->bom, decoded->size - decoded->bom);
  reader->is_input = !decoded->owned;
  bool one = reader->format == FORMAT_TEXT || reader->format == FORMAT_HTML;
  reader->at = one ? 0 : decoded->bom;
  reader->line = 1;
  return ACTANT_OK;
}

actant_status actant_reader_open(const void *bytes,
                                 size_t size,
                                 const actant_read_options *options,
                                 actant_reader **out,
                                 actant_error *err)
{
  actant_read_options defaults;
  actant_read_options_init(&defaults);
  actant_reader *reader = calloc(1, sizeof *reader);
  if (!reader)
    return act_fail_memory(err, stage);
  actant_status st;
  TRY_DONE(st, copy_options(reader, options ? options : &defaults, err));
  TRY_DONE(st, open_reader(reader, bytes, size, err));
  *out = reader;
  return ACTANT_OK;
done:
  act_error_source(err, options ? options->name : NULL);
  actant_reader_free(reader);
  return st;
}

static act_source source_of(const actant_reader *reader)
{
  const act_decoded *decoded = &reader->decoded;
  return (act_source){ .options = &reader->options,
                       .name = reader->options.name,
                       .bytes = decoded->bytes,
                       .size = decoded->size,
                       .bom = decoded->bom,
                       .is_input = reader->is_input };
}

/* The next line that is not blank. */
static actant_status next_json(actant_reader *reader, actant_document **out, actant_error *err)
{
  act_source source = source_of(reader);
  while (reader->at < source.size) {
    size_t begin = reader->at;
    const char *feed = memchr(source.bytes + begin, '\n', source.size - begin);
    size_t end = feed ? (size_t)(feed - source.bytes) : source.size, line_end = end;
    uint32_t line = reader->line++;
    reader->at = feed ? end + 1 : end;
    act_trim(source.bytes, &begin, &line_end);
    if (begin == line_end)
      continue;
    source.bytes += begin;
    source.size = line_end - begin;
    return act_read_json_line(&source, line, out, err);
  }
  *out = NULL;
  return ACTANT_OK;
}

static actant_status next_document(actant_reader *reader, actant_document **out, actant_error *err)
{
  act_source source = source_of(reader);
  if (reader->format == FORMAT_JSONL)
    return next_json(reader, out, err);
  if (reader->format == FORMAT_CONLLU)
    return act_read_conllu(&source, &reader->at, &reader->line, out, err);
  if (reader->at) {
    *out = NULL;
    return ACTANT_OK;
  }
  reader->at = source.size;
  return reader->format == FORMAT_HTML ? act_read_html(&source, out, err)
                                       : act_read_text(&source, out, err);
}

actant_status actant_reader_next(actant_reader *reader, actant_document **out, actant_error *err)
{
  actant_document *document = NULL;
  actant_status st = next_document(reader, &document, err);
  if (st == ACTANT_OK)
    *out = document;
  else
    act_error_source(err, reader->options.name);
  return st;
}

void actant_reader_free(actant_reader *reader)
{
  if (!reader)
    return;
  free(reader->decoded.owned);
  act_arena_free(&reader->arena);
  free(reader);
}
