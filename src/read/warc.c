/* SPDX-License-Identifier: MIT */
/* WARC 1.1 (iipc.github.io/warc-specifications): records of a header, a blank line, and as many
   bytes as Content-Length says.  A response has an HTTP message inside (RFC 9112), whose header is
   taken off and whose chunks are joined; what is compressed besides is passed over, as crawlers
   rarely keep it so.  Only a window of the file is in memory. */
#include "read/warc.h"

#include "base/array.h"
#include "base/ascii.h"

#include <string.h>

static const char stage[] = "read";

enum {
  WINDOW = 1 << 16,
  HEADER_MOST = 1 << 20 /* bytes of a header; longer ones are no headers */
};

typedef ACT_ARRAY(char) byte_array;

struct act_warc {
  act_pull *pull;
  void *context;
  byte_array window; /* pulled; bytes before `at` are used */
  size_t at;
  bool ended, damaged, full; /* the last: memory ran out */
  byte_array head, body;     /* of the record at hand; NUL-terminated */
  char *url;
  char encoding[48];
};

act_warc *act_warc_new(act_pull *pull, void *context, const char *first, size_t size)
{
  act_warc *warc = calloc(1, sizeof *warc);
  if (!warc || !act_array_reserve(&warc->window, size > WINDOW ? size : WINDOW)) {
    free(warc);
    return NULL;
  }
  memcpy(warc->window.data, first, size);
  warc->window.count = size;
  warc->pull = pull;
  warc->context = context;
  return warc;
}

void act_warc_free(act_warc *warc)
{
  if (!warc)
    return;
  act_array_free(&warc->window);
  act_array_free(&warc->head);
  act_array_free(&warc->body);
  free(warc->url);
  free(warc);
}

/* ------------------------------------------------------------------------------------------- bytes
 */

/* Have at least one byte in the window; false at the end. */
static bool refill(act_warc *warc)
{
  if (warc->at < warc->window.count)
    return true;
  warc->at = warc->window.count = 0;
  ptrdiff_t n = warc->ended ? 0 : warc->pull(warc->context, warc->window.data, WINDOW);
  warc->damaged = warc->damaged || n < 0;
  warc->ended = n <= 0;
  warc->window.count = n > 0 ? (size_t)n : 0;
  return n > 0;
}

static bool push_bytes(act_warc *warc, byte_array *to, const char *bytes, size_t size)
{
  if (!act_array_reserve(to, to->count + size + 1)) {
    warc->full = true;
    return false;
  }
  memcpy(to->data + to->count, bytes, size);
  to->count += size;
  to->data[to->count] = '\0';
  return true;
}

/* Take `size` bytes, into `to` unless it is NULL.  False when the file ends before. */
static bool take(act_warc *warc, uint64_t size, byte_array *to)
{
  while (size && refill(warc)) {
    size_t n = warc->window.count - warc->at;
    n = n < size ? n : (size_t)size;
    if (to && !push_bytes(warc, to, warc->window.data + warc->at, n))
      return false;
    warc->at += n;
    size -= n;
  }
  return !size;
}

/* Take a header with the blank line behind it; false at the end of the file, or when it is none. */
static bool take_header(act_warc *warc)
{
  warc->head.count = 0;
  while (warc->head.count < HEADER_MOST && refill(warc)) {
    char c = warc->window.data[warc->at++];
    if (!warc->head.count && (c == '\r' || c == '\n')) /* between records */
      continue;
    if (c == '\r')
      continue;
    if (!push_bytes(warc, &warc->head, &c, 1))
      return false;
    if (c == '\n' && warc->head.count > 1 && warc->head.data[warc->head.count - 2] == '\n')
      return true;
  }
  return false;
}

/* ----------------------------------------------------------------------------------------- headers
 */

/* The value of a field, of the lines of a header; *size without white space at its ends. */
static const char *find_field(const char *head, const char *name, size_t *size)
{
  size_t n = strlen(name);
  for (const char *line = strchr(head, '\n'); line && line[1]; line = strchr(line, '\n')) {
    line++;
    if (!act_ascii_same_start(line, name, n) || line[n] != ':')
      continue;
    const char *value = line + n + 1;
    value += strspn(value, " \t");
    *size = strcspn(value, "\r\n");
    while (*size && (value[*size - 1] == ' ' || value[*size - 1] == '\t'))
      --*size;
    return value;
  }
  *size = 0;
  return NULL;
}

static bool field_begins(const char *head, const char *name, const char *with)
{
  size_t size;
  const char *value = find_field(head, name, &size);
  return value && size >= strlen(with) && act_ascii_same_start(value, with, strlen(with));
}

static bool is_text(const char *head)
{
  return field_begins(head, "Content-Type", "text/html") ||
         field_begins(head, "Content-Type", "text/plain") ||
         field_begins(head, "Content-Type", "application/xhtml+xml");
}

static bool read_length(const char *head, uint64_t *out)
{
  size_t size;
  const char *value = find_field(head, "Content-Length", &size);
  *out = 0;
  for (size_t i = 0; value && i < size; i++) {
    if (value[i] < '0' || value[i] > '9' || *out > UINT64_MAX / 10 - 1)
      return false;
    *out = *out * 10 + (unsigned)(value[i] - '0');
  }
  return size > 0;
}

/* What stands behind "charset=". */
static void keep_encoding(act_warc *warc, const char *head)
{
  size_t size, n = 0;
  const char *value = find_field(head, "Content-Type", &size);
  warc->encoding[0] = '\0';
  for (size_t at = 0; value && at + 8 < size; at++) {
    if (!act_ascii_same_start(value + at, "charset=", 8))
      continue;
    for (at += 8; at < size && n + 1 < sizeof warc->encoding && !strchr("; \t", value[at]); at++)
      if (value[at] != '"' && value[at] != '\'')
        warc->encoding[n++] = value[at];
    warc->encoding[n] = '\0';
    return;
  }
}

static bool keep_url(act_warc *warc)
{
  size_t size;
  const char *value = find_field(warc->head.data, "WARC-Target-URI", &size);
  free(warc->url);
  warc->url = NULL;
  if (!value)
    return true;
  if (size > 1 && value[0] == '<' && value[size - 1] == '>') { /* as WARC 1.0 had it */
    value++;
    size -= 2;
  }
  warc->url = strndup(value, size);
  return warc->url != NULL;
}

/* -------------------------------------------------------------------------------------------- HTTP
 */

static int hex_digit(char c)
{
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

/* Join the chunks of a message in place; what is no chunk any more is left out. */
static size_t join_chunks(char *bytes, size_t size)
{
  size_t at = 0, used = 0;
  for (;;) {
    size_t length = 0, digits = 0;
    while (at < size && hex_digit(bytes[at]) >= 0 && digits++ < 8)
      length = length * 16 + (size_t)hex_digit(bytes[at++]);
    const char *feed = at < size ? memchr(bytes + at, '\n', size - at) : NULL;
    if (!digits || !length || !feed)
      return used;
    at = (size_t)(feed - bytes) + 1;
    length = length < size - at ? length : size - at;
    memmove(bytes + used, bytes + at, length);
    used += length;
    at += length;
    while (at < size && (bytes[at] == '\r' || bytes[at] == '\n'))
      at++;
  }
}

/* Where the body of a message begins; 0 when there is none. */
static size_t end_of_head(const char *bytes, size_t size)
{
  for (size_t at = 0; at + 1 < size; at++) {
    if (bytes[at] == '\n' && bytes[at + 1] == '\n')
      return at + 2;
    if (at + 3 < size && memcmp(bytes + at, "\r\n\r\n", 4) == 0)
      return at + 4;
  }
  return 0;
}

/* Take the header off a response; false when it is not a page that can be read. */
static bool open_response(act_warc *warc, act_warc_page *out)
{
  char *bytes = warc->body.data;
  size_t begin = end_of_head(bytes, warc->body.count), size = warc->body.count - begin;
  if (begin < 12 || memcmp(bytes, "HTTP/", 5) != 0)
    return false;
  bytes[begin - 1] = '\0'; /* the last line feed of the header, which has one more before */
  const char *status = strchr(bytes, ' ');
  bool compressed = field_begins(bytes, "Content-Encoding", "") &&
                    !field_begins(bytes, "Content-Encoding", "identity");
  if (!status || strncmp(status, " 200", 4) != 0 || !is_text(bytes) || compressed)
    return false;
  keep_encoding(warc, bytes);
  if (field_begins(bytes, "Transfer-Encoding", "chunked"))
    size = join_chunks(bytes + begin, size);
  out->bytes = bytes + begin;
  out->size = size;
  return size > 0;
}

/* ----------------------------------------------------------------------------------------- records
 */

static bool is_response(const char *head)
{
  return field_begins(head, "WARC-Type", "response");
}

static bool is_wanted(const char *head)
{
  size_t size;
  if (is_response(head))
    return field_begins(head, "Content-Type", "application/http") ||
           !find_field(head, "Content-Type", &size);
  return (field_begins(head, "WARC-Type", "resource") ||
          field_begins(head, "WARC-Type", "conversion")) &&
         is_text(head);
}

static actant_status broken(const act_warc *warc,
                            act_warc_page *out,
                            const char *what,
                            actant_error *err)
{
  out->ended = true;
  if (warc->full)
    return act_fail_memory(err, stage);
  return act_fail(err, ACTANT_FORMAT, stage, "damaged WARC: %s", what);
}

/* Take the block of a record that is wanted; *given when there is a page of it. */
static actant_status take_block(act_warc *warc,
                                uint64_t length,
                                act_warc_page *out,
                                bool *given,
                                actant_error *err)
{
  warc->body.count = 0;
  if (!keep_url(warc))
    return act_fail_memory(err, stage);
  out->url = warc->url;
  if (!take(warc, length, &warc->body))
    return broken(warc, out, "it ends inside a record", err);
  out->bytes = warc->body.data;
  out->size = warc->body.count;
  keep_encoding(warc, warc->head.data);
  *given = out->size && (!is_response(warc->head.data) || open_response(warc, out));
  out->encoding = warc->encoding[0] ? warc->encoding : NULL;
  return ACTANT_OK;
}

actant_status act_warc_next(act_warc *warc, size_t most, act_warc_page *out, actant_error *err)
{
  bool given = false;
  *out = (act_warc_page){ .bytes = NULL };
  while (!given) {
    uint64_t length;
    *out = (act_warc_page){ .bytes = NULL };
    if (!take_header(warc)) {
      bool clean = warc->ended && !warc->damaged && !warc->full && !warc->head.count;
      return clean ? ACTANT_OK : broken(warc, out, "a record's header was expected", err);
    }
    if (strncmp(warc->head.data, "WARC/", 5) != 0 || !read_length(warc->head.data, &length))
      return broken(warc, out, "a record's header was expected", err);
    bool wanted = is_wanted(warc->head.data);
    if (wanted && length <= most) {
      TRY(take_block(warc, length, out, &given, err));
      continue;
    }
    if (!take(warc, length, NULL))
      return broken(warc, out, "it ends inside a record", err);
    if (wanted) {
      if (!keep_url(warc))
        return act_fail_memory(err, stage);
      out->url = warc->url;
      return act_fail(err,
                      ACTANT_LIMIT,
                      stage,
                      "more bytes than the limit of %llu; raise it with --max-bytes",
                      (unsigned long long)most);
    }
  }
  return ACTANT_OK;
}
