/* SPDX-License-Identifier: MIT */
/* Which encoding some bytes are in, and their conversion.

   The order is that of the HTML standard (section 13.2.3): what the caller names, a byte order
   mark, what a page declares in its first bytes, else UTF-8.  Nothing is guessed: bytes that are
   not valid in the encoding found are refused with their offset, since a wrong guess would spoil
   names without anybody seeing it.  Labels that pages use for a wider encoding than they name
   (ISO-8859-1 for windows-1252) are read as the wider one, after the Encoding standard
   (section 4.2). */
#include "read/read.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

static const char stage[] = "read";

enum {
  PROLOG = 4096,
  LABEL_MAX = 48
}; /* the standard looks at 1024 bytes; pages with long heads need more */

/* A label of pages and the encoding that is meant. */
static const struct {
  const char *label, *meant;
} labels[] = {
  { "ascii", "CP1252" },        { "us-ascii", "CP1252" },      { "latin1", "CP1252" },
  { "latin-1", "CP1252" },      { "iso-8859-1", "CP1252" },    { "iso8859-1", "CP1252" },
  { "iso_8859-1", "CP1252" },   { "windows-1252", "CP1252" },  { "iso-8859-9", "CP1254" },
  { "tis-620", "CP874" },       { "iso-8859-11", "CP874" },    { "gb2312", "GB18030" },
  { "gbk", "GB18030" },         { "x-gbk", "GB18030" },        { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },     { "sjis", "CP932" },           { "x-sjis", "CP932" },
  { "euc-kr", "CP949" },        { "ks_c_5601-1987", "CP949" }, { "big5", "BIG5-HKSCS" },
  { "utf-16", "UTF-8" },        { "utf-16le", "UTF-8" },       { "utf-16be", "UTF-8" },
  { "utf8", "UTF-8" },          { "unicode", "UTF-8" },        { "x-mac-roman", "MACINTOSH" },
  { "x-x-big5", "BIG5-HKSCS" },
};

static const struct {
  const char *bytes;
  uint8_t size, skip;
  const char *encoding;
} marks[] = {
  { "\xEF\xBB\xBF", 3, 3, "UTF-8" },    { "\xFF\xFE\0\0", 4, 4, "UTF-32LE" },
  { "\0\0\xFE\xFF", 4, 4, "UTF-32BE" }, { "\xFF\xFE", 2, 2, "UTF-16LE" },
  { "\xFE\xFF", 2, 2, "UTF-16BE" },
};

/* Files that are often given by mistake, by their first bytes. */
static const struct {
  const char *bytes;
  uint8_t size;
  const char *what;
} magics[] = {
  { "%PDF-", 5, "a PDF document" },
  { "PK\x03\x04", 4, "a ZIP archive (or a .docx, .odt or .epub file)" },
  { "\x1F\x8B", 2, "a gzip file" },
  { "\x89PNG", 4, "a PNG picture" },
  { "\xFF\xD8\xFF", 3, "a JPEG picture" },
  { "GIF8", 4, "a GIF picture" },
  { "\x7F"
    "ELF",
    4,
    "a program" },
  { "{\\rtf", 5, "an RTF document" },
  { "\xD0\xCF\x11\xE0", 4, "an old Office document" },
  { "BZh", 3, "a bzip2 file" },
  { "\xFD"
    "7zXZ",
    5,
    "an xz file" },
  { "(\xB5/\xFD", 4, "a zstd file" },
  { "SQLite format 3", 15, "an SQLite database" },
};

static bool is_utf8(const char *encoding)
{
  return act_ascii_same(encoding, "UTF-8") || act_ascii_same(encoding, "UTF8");
}

static bool starts(const char *bytes, size_t size, const char *what, size_t length)
{
  return size >= length && !memcmp(bytes, what, length);
}

static size_t find_text(const char *bytes, size_t size, size_t from, const char *what)
{
  size_t n = strlen(what);
  for (size_t i = from; i + n <= size; i++)
    if (act_ascii_same_start(bytes + i, what, n))
      return i;
  return size;
}

/* The label behind "charset" or "encoding" and an equals sign. */
static bool read_label(const char *bytes, size_t size, size_t at, char label[LABEL_MAX])
{
  while (at < size && strchr(" \t\r\n", bytes[at]))
    at++;
  if (at >= size || bytes[at++] != '=')
    return false;
  while (at < size && strchr(" \t\r\n\"'", bytes[at]))
    at++;
  size_t n = 0;
  for (; at < size && n + 1 < LABEL_MAX && !strchr(" \t\r\n\"';/>?", bytes[at]); at++)
    label[n++] = bytes[at];
  label[n] = '\0';
  return n > 0;
}

/* What a page says of itself in its first bytes, which are ASCII in all encodings that can be
 * declared so. */
static bool declared(const char *bytes, size_t size, char label[LABEL_MAX])
{
  size_t end = size < PROLOG ? size : PROLOG;
  if (starts(bytes, end, "<?xml", 5)) {
    size_t close = find_text(bytes, end, 0, "?>"), at = find_text(bytes, close, 0, "encoding");
    if (at < close && read_label(bytes, close, at + 8, label))
      return true;
  }
  for (size_t at = find_text(bytes, end, 0, "<meta"); at < end;
       at = find_text(bytes, end, at + 5, "<meta")) {
    size_t close = find_text(bytes, end, at, ">"), set = find_text(bytes, close, at, "charset");
    if (set < close && read_label(bytes, close, set + 7, label))
      return true;
  }
  return false;
}

const char *act_encoding_meant(const char *label)
{
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (act_ascii_same(label, labels[i].label))
      return labels[i].meant;
  return label;
}

/* Whether every second byte of the beginning is NUL: UTF-16 of Western text. */
static const char *utf16_without_mark(const char *bytes, size_t size)
{
  size_t end = size < 512 ? size : 512, zeros[2] = { 0, 0 };
  for (size_t i = 0; i < end; i++)
    zeros[i % 2] += bytes[i] == '\0';
  if (end < 4 || (zeros[0] + zeros[1]) * 5 < end * 2)
    return NULL;
  return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
}

static actant_status refuse_nul(const char *bytes, size_t size, size_t at, actant_error *err)
{
  const char *utf16 = utf16_without_mark(bytes, size);
  if (utf16)
    act_fail(err,
             ACTANT_ENCODING,
             stage,
             "NUL bytes, as in %s without a byte order mark; name the encoding with --encoding %s",
             utf16,
             utf16);
  else
    act_fail(err,
             ACTANT_FORMAT,
             stage,
             "a NUL byte, so this is binary data; expected text, HTML, JSON Lines or CoNLL-U");
  act_error_offset(err, at);
  return utf16 ? ACTANT_ENCODING : ACTANT_FORMAT;
}

/* More than one control character in twenty bytes is no text. */
static actant_status refuse_binary(const char *bytes, size_t size, actant_error *err)
{
  for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
    if (starts(bytes, size, magics[i].bytes, magics[i].size)) {
      act_fail(err,
               ACTANT_FORMAT,
               stage,
               "this is %s; expected text, HTML, JSON Lines or CoNLL-U",
               magics[i].what);
      act_error_offset(err, 0);
      return ACTANT_FORMAT;
    }
  const char *nul = memchr(bytes, '\0', size);
  if (nul)
    return refuse_nul(bytes, size, (size_t)(nul - bytes), err);
  size_t end = size < 65536 ? size : 65536, controls = 0, first = 0;
  for (size_t i = 0; i < end; i++) {
    unsigned char c = (unsigned char)bytes[i];
    if ((c < 0x20 && !strchr("\t\n\v\f\r\b\x1B", c)) || c == 0x7F)
      first = controls++ ? first : i;
  }
  if (controls * 20 <= end)
    return ACTANT_OK;
  act_fail(err,
           ACTANT_FORMAT,
           stage,
           "%u control characters in %u bytes, so this is binary data; expected text, HTML, JSON "
           "Lines or CoNLL-U",
           (unsigned)controls,
           (unsigned)end);
  act_error_offset(err, first);
  return ACTANT_FORMAT;
}

static actant_status refuse_byte(const char *encoding,
                                 bool named,
                                 const char *bytes,
                                 size_t at,
                                 actant_error *err)
{
  act_fail(err,
           ACTANT_ENCODING,
           stage,
           "byte 0x%02X is not valid %s%s",
           (unsigned)(unsigned char)bytes[at],
           encoding,
           named ? "; expected what the encoding allows"
                 : ", and no other encoding is declared; name it with --encoding NAME");
  act_error_offset(err, at);
  return ACTANT_ENCODING;
}

static actant_status keep_utf8(const char *bytes,
                               size_t size,
                               bool named,
                               act_decoded *out,
                               actant_error *err)
{
  TRY(refuse_binary(bytes, size, err));
  size_t bad = act_utf8_validate(bytes, size);
  if (bad < size)
    return refuse_byte("UTF-8", named, bytes, bad, err);
  size_t bom = starts(bytes, size, "\xEF\xBB\xBF", 3) ? 3 : 0;
  *out = (act_decoded){ .bytes = bytes, .size = size, .bom = bom };
  return ACTANT_OK;
}

static actant_status over_limit(size_t size, size_t limit, actant_error *err)
{
  return act_fail(err,
                  ACTANT_LIMIT,
                  stage,
                  "%llu bytes are more than the limit of %llu; raise it with --max-bytes",
                  (unsigned long long)size,
                  (unsigned long long)limit);
}

typedef ACT_ARRAY(char) char_array;

/* Convert piece by piece; iconv says where it stopped. */
static actant_status run_iconv(iconv_t converter,
                               const char *encoding,
                               const char *bytes,
                               size_t size,
                               size_t limit,
                               char_array *text,
                               actant_error *err)
{
  char *in;
  memcpy(&in, &bytes, sizeof in); /* iconv's parameter is not const, but it writes nothing there */
  size_t left = size;
  for (bool flush = false;;) {
    if (!act_array_reserve(text, text->count + left + 64))
      return act_fail_memory(err, stage);
    char *to = text->data + text->count;
    size_t room = text->capacity - text->count;
    size_t done =
      flush ? iconv(converter, NULL, NULL, &to, &room) : iconv(converter, &in, &left, &to, &room);
    int why = errno;
    text->count = (size_t)(to - text->data);
    if (text->count > limit)
      return over_limit(text->count, limit, err);
    if (done == (size_t)-1 && why != E2BIG)
      return refuse_byte(encoding, true, bytes, size - left, err);
    if (done != (size_t)-1 && flush)
      return ACTANT_OK;
    flush = flush || done != (size_t)-1;
  }
}

static actant_status convert(const char *encoding,
                             const char *bytes,
                             size_t size,
                             size_t limit,
                             act_decoded *out,
                             actant_error *err)
{
  iconv_t converter = strchr(encoding, '/') ? (iconv_t)-1 : iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1)
    return act_fail(
      err,
      ACTANT_ARGUMENT,
      stage,
      "unknown encoding \"%.40s\"; expected a name that iconv knows, such as ISO-8859-2",
      encoding);
  char_array text = { 0 };
  actant_status st;
  TRY_DONE(st, run_iconv(converter, encoding, bytes, size, limit, &text, err));
  size_t skip = starts(text.data, text.count, "\xEF\xBB\xBF", 3) ? 3 : 0;
  TRY_DONE(st, refuse_binary(text.data + skip, text.count - skip, err));
  size_t bad = act_utf8_validate(text.data, text.count);
  if (bad < text.count)
    st = refuse_byte(encoding, true, text.data, bad, err);
  else
    *out =
      (act_decoded){ .owned = text.data, .bytes = text.data + skip, .size = text.count - skip };
done:
  iconv_close(converter);
  if (st != ACTANT_OK)
    act_array_free(&text);
  return st;
}

actant_status act_decode(const char *bytes,
                         size_t size,
                         const actant_read_options *options,
                         act_decoded *out,
                         actant_error *err)
{
  size_t limit = options->max_bytes < ACT_READ_MOST ? options->max_bytes : ACT_READ_MOST;
  if (!size)
    return act_fail(err, ACTANT_EMPTY, stage, "the input is empty; expected text");
  if (size > limit)
    return over_limit(size, limit, err);
  char label[LABEL_MAX];
  const char *encoding = options->encoding && options->encoding[0] ? options->encoding : NULL;
  if (encoding)
    return is_utf8(encoding) ? keep_utf8(bytes, size, true, out, err)
                             : convert(encoding, bytes, size, limit, out, err);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (starts(bytes, size, marks[i].bytes, marks[i].size)) {
      size_t skip = marks[i].skip;
      return is_utf8(marks[i].encoding)
               ? keep_utf8(bytes, size, true, out, err)
               : convert(marks[i].encoding, bytes + skip, size - skip, limit, out, err);
    }
  bool named = act_looks_like_html(bytes, size) && declared(bytes, size, label);
  encoding = named ? act_encoding_meant(label) : "UTF-8";
  return is_utf8(encoding) ? keep_utf8(bytes, size, named, out, err)
                           : convert(encoding, bytes, size, limit, out, err);
}
