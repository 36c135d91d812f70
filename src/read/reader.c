/* SPDX-License-Identifier: MIT */
/* Which format some bytes are in, and the documents they hold, one after another.

   The format is told by content, not by a file's name: standard input has none.  HTML shows itself
   by its prolog, a feed by its root, JSON Lines by an opening brace and a quote, CoNLL-U by its
   comments or by "1<TAB>"; everything else is text.  An archive is a row of such inputs. */
#include "read/archive.h"
#include "read/feed.h"

#include "base/utf8.h"

#include <string.h>

static const char stage[] = "read";

typedef enum format {
  FORMAT_TEXT,
  FORMAT_HTML,
  FORMAT_JSONL,
  FORMAT_CONLLU,
  FORMAT_FEED,
  FORMAT_NONE
} format;

static const char *const format_names[] = { "text", "html", "jsonl", "conllu", "feed" };

/* One input: all bytes, or a file of an archive. */
typedef struct input {
  actant_read_options options; /* its strings are in the reader's arena, or the archive's */
  const char *url;             /* that the archive has for it, or NULL */
  act_decoded decoded;
  act_source source; /* of the decoded bytes */
  bool is_input;
  format format;
  act_feed *feed;
  size_t at;     /* where the next document begins */
  uint32_t line; /* its line, 1-based */
} input;

struct actant_reader {
  actant_read_options options; /* its strings are in the arena */
  act_arena arena;
  act_archive *archive; /* NULL: the input is none */
  input input;
  bool is_open; /* the input */
};

void actant_read_options_init(actant_read_options *options)
{
  *options = (actant_read_options){ .name = "-",
                                    .max_bytes = (size_t)64 << 20,
                                    .max_depth = 512,
                                    .max_total = (size_t)1 << 30,
                                    .max_entries = 100000,
                                    .max_nesting = 3 };
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

/* A row of what extract prints, which is about documents and holds none. */
static bool looks_like_stream(const char *bytes, size_t size)
{
  return at_word(bytes, size, "{\"kind\": \"document\", \"doc\": ");
}

static format tell(const char *bytes, size_t size)
{
  size_t begin = 0, end = size;
  act_trim(bytes, &begin, &end);
  bytes += begin;
  size = end - begin;
  if (act_looks_like_feed(bytes, size))
    return FORMAT_FEED;
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
                  "unknown input format \"%.40s\"; expected text, html, jsonl, conllu or feed",
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

static void close_input(input *in)
{
  act_feed_free(in->feed);
  free(in->decoded.owned);
  in->feed = NULL;
  in->decoded = (act_decoded){ .owned = NULL };
}

static void set_source(input *in)
{
  in->source = (act_source){ .options = &in->options,
                             .name = in->options.name,
                             .bytes = in->decoded.bytes,
                             .size = in->decoded.size,
                             .bom = in->decoded.bom,
                             .is_input = in->is_input };
}

/* Decode an input and tell its format. */
static actant_status open_input(input *in, const char *bytes, size_t size, actant_error *err)
{
  format named;
  TRY(named_format(in->options.format, &named, err));
  TRY(act_decode(bytes, size, &in->options, &in->decoded, err));
  const act_decoded *decoded = &in->decoded;
  size_t begin = decoded->bom, end = decoded->size;
  act_trim(decoded->bytes, &begin, &end);
  if (begin == end)
    return act_fail(err, ACTANT_EMPTY, stage, "the input holds only white space; expected text");
  if (looks_like_stream(decoded->bytes + begin, end - begin))
    return act_fail(
      err,
      ACTANT_FORMAT,
      stage,
      "this is a statement stream, which actant graph reads, but not from an archive; expected "
      "articles");
  in->format = named != FORMAT_NONE
                 ? named
                 : tell(decoded->bytes + decoded->bom, decoded->size - decoded->bom);
  in->is_input = !decoded->owned;
  bool one = in->format == FORMAT_TEXT || in->format == FORMAT_HTML;
  in->at = one ? 0 : decoded->bom;
  in->line = 1;
  set_source(in);
  return in->format == FORMAT_FEED ? act_feed_open(&in->source, &in->feed, err) : ACTANT_OK;
}

bool actant_is_archive(const void *bytes, size_t size)
{
  return act_looks_like_archive(bytes, size);
}

static actant_status open_reader(actant_reader *reader,
                                 const char *bytes,
                                 size_t size,
                                 actant_error *err)
{
  format named;
  TRY(named_format(reader->options.format, &named, err));
  TRY(check_date(reader->options.date, err));
  if (act_looks_like_archive(bytes, size))
    return act_archive_open(bytes, size, &reader->options, &reader->archive, err);
  reader->input.options = reader->options;
  reader->is_open = true;
  return open_input(&reader->input, bytes, size, err);
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

/* The next line that is not blank. */
static actant_status next_json(input *in, actant_document **out, actant_error *err)
{
  act_source source = in->source;
  while (in->at < source.size) {
    size_t begin = in->at;
    const char *feed = memchr(source.bytes + begin, '\n', source.size - begin);
    size_t end = feed ? (size_t)(feed - source.bytes) : source.size, line_end = end;
    uint32_t line = in->line++;
    in->at = feed ? end + 1 : end;
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

static actant_status next_of_input(input *in, actant_document **out, actant_error *err)
{
  if (in->format == FORMAT_JSONL)
    return next_json(in, out, err);
  if (in->format == FORMAT_CONLLU)
    return act_read_conllu(&in->source, &in->at, &in->line, out, err);
  if (in->format == FORMAT_FEED)
    return act_feed_next(in->feed, out, err);
  if (in->at) {
    *out = NULL;
    return ACTANT_OK;
  }
  in->at = in->source.size;
  return in->format == FORMAT_HTML ? act_read_html(&in->source, out, err)
                                   : act_read_text(&in->source, out, err);
}

/* Open the next file of an archive; none is left when the reader is not open then. */
static actant_status open_member(actant_reader *reader, actant_error *err)
{
  act_member member;
  input *in = &reader->input;
  TRY(act_archive_next(reader->archive, &member, err));
  if (!member.name)
    return ACTANT_OK;
  in->options = reader->options;
  in->options.name = member.name;
  in->url = member.url;
  if (member.encoding && !in->options.encoding)
    in->options.encoding = act_encoding_meant(member.encoding);
  actant_status st = open_input(in, member.bytes, member.size, err);
  if (st == ACTANT_OK)
    reader->is_open = true;
  else
    close_input(in);
  if (st != ACTANT_OK)
    act_error_source(err, member.name);
  return st;
}

/* A page of a crawl that does not give its own address was found at one. */
static actant_status add_url(const input *in, actant_document *document, actant_error *err)
{
  size_t size = in->url ? strlen(in->url) : 0;
  if (!document || document->url || !size || act_utf8_validate(in->url, size) != size)
    return ACTANT_OK;
  return act_document_keep(document, in->url, size, &document->url, err);
}

static actant_status next_document(actant_reader *reader, actant_document **out, actant_error *err)
{
  for (;;) {
    if (reader->is_open) {
      actant_status st = next_of_input(&reader->input, out, err);
      if (st == ACTANT_OK)
        st = add_url(&reader->input, *out, err);
      else
        act_error_source(err, reader->input.options.name);
      if (st != ACTANT_OK || *out || !reader->archive)
        return st;
      close_input(&reader->input);
      reader->is_open = false;
    }
    *out = NULL;
    if (!reader->archive)
      return ACTANT_OK;
    TRY(open_member(reader, err));
    if (!reader->is_open)
      return ACTANT_OK;
  }
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
  close_input(&reader->input);
  act_archive_free(reader->archive);
  act_arena_free(&reader->arena);
  free(reader);
}
