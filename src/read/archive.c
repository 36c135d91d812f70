/* SPDX-License-Identifier: MIT */
/* Archives through libarchive, which is given bytes in memory and writes nothing to disk.

   Archives in archives are a stack of levels, not a recursion.  The limits stand against bombs: all
   that is unpacked, on all levels and also what is passed over, counts towards max_total; every
   entry towards max_entries; and a level deeper than max_nesting is refused.  A compressed file
   that is no archive is a level of one file without a name of its own; if it begins as a WARC does,
   its records are read by hand (warc.h), since libarchive leaves HTTP headers on and knows no text
   records. */
#include "read/archive.h"

#include "base/utf8.h"

#include <string.h>

static const char stage[] = "read";

bool act_looks_like_archive(const char *bytes, size_t size)
{
  static const struct {
    const char *bytes;
    size_t size, at;
  } magics[] = {
    { "PK\x03\x04", 4, 0 },
    { "PK\x05\x06", 4, 0 },
    { "\x1F\x8B\x08", 3, 0 },
    { "1AY&SY", 6, 4 }, /* bzip2, behind "BZh" and a digit */
    { "\xFD"
      "7zXZ",
      5,
      0 },
    { "(\xB5/\xFD", 4, 0 },
    { "ustar", 5, 257 },
    { "WARC/0.", 7, 0 },
    { "WARC/1.", 7, 0 },
  };
  for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
    size_t at = magics[i].at;
    if (size < at + magics[i].size || memcmp(bytes + at, magics[i].bytes, magics[i].size) != 0)
      continue;
    /* text has what stands in a tar file or behind "BZh" too, but no NUL and no such beginning */
    return at == 257 ? memchr(bytes, '\0', at) != NULL : at != 4 || memcmp(bytes, "BZh", 3) == 0;
  }
  return false;
}

#ifdef ACTANT_HAVE_ARCHIVE

#include "read/warc.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

/* An archive that is read. */
typedef struct level {
  struct archive *from;
  act_warc *warc;         /* when it is one */
  char *name;             /* "a.zip!b.tar" */
  char *bytes;            /* owned, NULL for the outermost */
  uint64_t counted, data; /* bytes that were counted; of entries that were read */
  bool ended;             /* a compressed file has one entry */
} level;

enum { MOST_LEVELS = 16 };

struct act_archive {
  const actant_read_options *options;
  level levels[MOST_LEVELS];
  size_t depth; /* of them in use */
  uint64_t unpacked;
  uint32_t entries;
  size_t taken;         /* files that were given, or tried */
  ACT_ARRAY(char) data; /* of the file at hand */
  char *name;
  locale_t utf8; /* in which libarchive gives names that are UTF-8; 0 when there is none */
};

static level *top(act_archive *archive)
{
  return &archive->levels[archive->depth - 1];
}

static void close_level(act_archive *archive)
{
  level *of = top(archive);
  act_warc_free(of->warc);
  archive_read_free(of->from);
  free(of->name);
  free(of->bytes);
  *of = (level){ .from = NULL };
  archive->depth--;
}

void act_archive_free(act_archive *archive)
{
  if (!archive)
    return;
  while (archive->depth)
    close_level(archive);
  act_array_free(&archive->data);
  free(archive->name);
  if (archive->utf8)
    freelocale(archive->utf8);
  free(archive);
}

/* A failure that ends everything. */
static actant_status give_up(act_archive *archive, actant_status st)
{
  while (archive->depth)
    close_level(archive);
  archive->taken++; /* so that nobody says there was nothing */
  return st;
}

static actant_status broken(const level *of, const char *name, actant_error *err)
{
  const char *said = archive_error_string(of->from);
  act_fail(err, ACTANT_FORMAT, stage, "damaged archive: %.200s", said ? said : "it cannot be read");
  act_error_source(err, name);
  return ACTANT_FORMAT;
}

/* ------------------------------------------------------------------------------------------ limits
 */

static actant_status over_total(const act_archive *archive, const level *of, actant_error *err)
{
  act_fail(err,
           ACTANT_LIMIT,
           stage,
           "unpacks to more than the limit of %llu bytes; raise it with --max-total",
           (unsigned long long)archive->options->max_total);
  act_error_source(err, of->name);
  return ACTANT_LIMIT;
}

/* Count what a level has unpacked since it was asked last: a filter's bytes, or those of a zip's
 * entries, which no filter sees. */
static actant_status count_bytes(act_archive *archive, level *of, actant_error *err)
{
  int64_t filtered = archive_filter_bytes(of->from, 0);
  uint64_t now = filtered > 0 && (uint64_t)filtered > of->data ? (uint64_t)filtered : of->data;
  if (now > of->counted) {
    archive->unpacked += now - of->counted;
    of->counted = now;
  }
  return archive->unpacked <= archive->options->max_total ? ACTANT_OK
                                                          : over_total(archive, of, err);
}

static actant_status count_entry(act_archive *archive, const level *of, actant_error *err)
{
  if (archive->entries++ < archive->options->max_entries)
    return ACTANT_OK;
  act_fail(err,
           ACTANT_LIMIT,
           stage,
           "has more than the limit of %u entries; raise it with --max-entries",
           (unsigned)archive->options->max_entries);
  act_error_source(err, of->name);
  return ACTANT_LIMIT;
}

static actant_status too_deep(const act_archive *archive, const char *name, actant_error *err)
{
  act_fail(err,
           ACTANT_LIMIT,
           stage,
           "archives are nested deeper than the limit of %u; raise it with --max-nesting",
           (unsigned)archive->options->max_nesting);
  act_error_source(err, name);
  return ACTANT_LIMIT;
}

/* ------------------------------------------------------------------------------------------- names
 */

/* "archive!entry", with what is no UTF-8 or a control replaced. */
static char *join_names(const char *archive, const char *entry)
{
  size_t before = strlen(archive), size = strlen(entry), used = before + 1;
  char *made = malloc(before + 2 + 3 * size);
  if (!made)
    return NULL;
  memcpy(made, archive, before);
  made[before] = '!';
  for (size_t at = 0; at < size;) {
    size_t good = act_utf8_validate(entry + at, size - at);
    for (size_t end = at + good; at < end; at++)
      made[used++] = (unsigned char)entry[at] < 0x20 || entry[at] == 0x7F ? '?' : entry[at];
    if (at < size) {
      memcpy(made + used, "\xEF\xBF\xBD", 3);
      used += 3;
      at++;
    }
  }
  made[used] = '\0';
  return made;
}

/* ------------------------------------------------------------------------------------------ levels
 */

static struct archive *new_reader(void)
{
  struct archive *from = archive_read_new();
  if (!from)
    return NULL;
  archive_read_support_filter_gzip(from);
  archive_read_support_filter_bzip2(from);
  archive_read_support_filter_xz(from);
  archive_read_support_filter_zstd(from);
  archive_read_support_format_zip(from);
  archive_read_support_format_tar(from);
  archive_read_support_format_raw(from);
  return from;
}

/* Take `bytes` over when it is owned; `name` is copied. */
static actant_status push(act_archive *archive,
                          const char *bytes,
                          size_t size,
                          char *owned,
                          const char *name,
                          actant_error *err)
{
  level made = { .bytes = owned };
  if (archive->depth == MOST_LEVELS || archive->depth > archive->options->max_nesting) {
    free(owned);
    return too_deep(archive, name, err);
  }
  made.name = strdup(name);
  made.from = new_reader();
  archive->levels[archive->depth++] = made; /* which frees it, whatever comes */
  if (!made.name || !made.from) {
    close_level(archive);
    return act_fail_memory(err, stage);
  }
  if (archive_read_open_memory(made.from, bytes, size) == ARCHIVE_OK)
    return ACTANT_OK;
  actant_status st = broken(top(archive), name, err);
  close_level(archive);
  return st;
}

actant_status act_archive_open(const char *bytes,
                               size_t size,
                               const actant_read_options *options,
                               act_archive **out,
                               actant_error *err)
{
  act_archive *archive = calloc(1, sizeof *archive);
  if (!archive)
    return act_fail_memory(err, stage);
  archive->options = options;
  archive->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  actant_status st = push(archive, bytes, size, NULL, options->name, err);
  if (st == ACTANT_OK)
    *out = archive;
  else
    act_archive_free(archive);
  return st;
}

/* --------------------------------------------------------------------------------------- file data
 */

static actant_status over_most(const act_archive *archive, actant_error *err)
{
  act_fail(err,
           ACTANT_LIMIT,
           stage,
           "more bytes than the limit of %llu; raise it with --max-bytes",
           (unsigned long long)archive->options->max_bytes);
  act_error_source(err, archive->name);
  return ACTANT_LIMIT;
}

enum { PIECE = 1 << 16 };

/* Unpack a piece of the entry at hand behind what there is of it. */
static actant_status unpack_piece(act_archive *archive, level *of, bool *more, actant_error *err)
{
  if (!act_array_reserve(&archive->data, archive->data.count + PIECE))
    return act_fail_memory(err, stage);
  la_ssize_t n = archive_read_data(of->from, archive->data.data + archive->data.count, PIECE);
  if (n < 0)
    return broken(of, archive->name, err);
  archive->data.count += (size_t)n;
  of->data += (uint64_t)n;
  *more = n > 0;
  return ACTANT_OK;
}

static actant_status unpack_rest(act_archive *archive, level *of, actant_error *err)
{
  for (bool more = true; more;) {
    if (archive->data.count > archive->options->max_bytes)
      return over_most(archive, err);
    TRY(unpack_piece(archive, of, &more, err));
    TRY(count_bytes(archive, of, err));
  }
  return ACTANT_OK;
}

/* An archive in an archive becomes the top; its bytes are its own. */
static actant_status enter(act_archive *archive, actant_error *err)
{
  char *bytes = archive->data.data;
  size_t size = archive->data.count;
  archive->data.data = NULL;
  archive->data.count = archive->data.capacity = 0;
  return push(archive, bytes, size, bytes, archive->name, err);
}

/* ----------------------------------------------------------------------------------------- records
 */

static ptrdiff_t pull(void *context, char *to, size_t room)
{
  level *of = context;
  la_ssize_t n = archive_read_data(of->from, to, room);
  of->data += n > 0 ? (uint64_t)n : 0;
  return n;
}

/* The next page of a WARC; its level is closed behind the last. */
static actant_status next_record(act_archive *archive, act_member *out, actant_error *err)
{
  level *of = top(archive);
  act_warc_page page = { .bytes = NULL };
  actant_status st = act_warc_next(of->warc, archive->options->max_bytes, &page, err);
  actant_status counted = count_bytes(archive, of, err);
  if (counted == ACTANT_OK && (st != ACTANT_OK || page.bytes))
    counted = count_entry(archive, of, err);
  if (counted != ACTANT_OK)
    return give_up(archive, counted);
  if (st == ACTANT_OK && !page.bytes) {
    close_level(archive);
    return ACTANT_OK;
  }
  archive->taken++;
  free(archive->name);
  archive->name = join_names(of->name, page.url ? page.url : "record");
  if (!archive->name)
    return act_fail_memory(err, stage);
  *out = (act_member){ .name = archive->name,
                       .bytes = page.bytes,
                       .size = page.size,
                       .url = page.url,
                       .encoding = page.encoding };
  if (st != ACTANT_OK) {
    act_error_source(err, archive->name);
    if (page.ended)
      close_level(archive);
  }
  return st;
}

/* ----------------------------------------------------------------------------------------- entries
 */

static bool is_lone(const level *of)
{
  return archive_format(of->from) == ARCHIVE_FORMAT_RAW;
}

/* A file compressed by itself has the name of the whole. */
static actant_status name_entry(act_archive *archive,
                                struct archive_entry *entry,
                                actant_error *err)
{
  const level *of = top(archive);
  const char *path = archive_entry_pathname_utf8(entry);
  path = path ? path : archive_entry_pathname(entry);
  free(archive->name);
  archive->name = is_lone(of) ? strdup(of->name) : join_names(of->name, path ? path : "");
  return archive->name ? ACTANT_OK : act_fail_memory(err, stage);
}

static bool is_wanted(const act_archive *archive, struct archive_entry *entry)
{
  return is_lone(&archive->levels[archive->depth - 1]) ||
         (archive_entry_filetype(entry) == AE_IFREG && actant_reads_name(archive->name));
}

/* What a header says of sizes, before anything is unpacked: a tar file is unpacked to be skipped.
 */
static actant_status check_size(act_archive *archive,
                                struct archive_entry *entry,
                                bool wanted,
                                actant_error *err)
{
  const level *of = top(archive);
  int64_t size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0;
  uint64_t bytes = size > 0 ? (uint64_t)size : 0;
  bool zip = (archive_format(of->from) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
  if (!zip && archive->unpacked + bytes > archive->options->max_total)
    return give_up(archive, over_total(archive, of, err));
  if (wanted && archive_entry_is_encrypted(entry)) {
    act_fail(err, ACTANT_FORMAT, stage, "encrypted; expected an archive without a password");
    act_error_source(err, archive->name);
    return ACTANT_FORMAT;
  }
  return wanted && bytes > archive->options->max_bytes ? over_most(archive, err) : ACTANT_OK;
}

/* Unpack the entry at hand, and give it, or enter it if it is an archive. */
static actant_status take_entry(act_archive *archive, act_member *out, actant_error *err)
{
  level *of = top(archive);
  bool more;
  archive->data.count = 0;
  of->ended = is_lone(of);
  TRY(unpack_piece(archive, of, &more, err));
  if (of->ended && archive->data.count >= 5 && memcmp(archive->data.data, "WARC/", 5) == 0) {
    of->warc = act_warc_new(pull, of, archive->data.data, archive->data.count);
    return of->warc ? ACTANT_OK : act_fail_memory(err, stage);
  }
  TRY(unpack_rest(archive, of, err));
  if (act_looks_like_archive(archive->data.data, archive->data.count))
    return enter(archive, err);
  *out =
    (act_member){ .name = archive->name, .bytes = archive->data.data, .size = archive->data.count };
  return ACTANT_OK;
}

/* Read one header; *out is filled in when there is a file to give. */
static actant_status next_entry(act_archive *archive, act_member *out, actant_error *err)
{
  level *of = top(archive);
  struct archive_entry *entry;
  int code = of->ended ? ARCHIVE_EOF : archive_read_next_header(of->from, &entry);
  if (code == ARCHIVE_EOF) {
    close_level(archive);
    return ACTANT_OK;
  }
  if (code < ARCHIVE_WARN) {
    actant_status st = broken(of, of->name, err);
    archive->taken++;
    close_level(archive);
    return st;
  }
  actant_status st = count_bytes(archive, of, err);
  if (st == ACTANT_OK)
    st = count_entry(archive, of, err);
  if (st != ACTANT_OK)
    return give_up(archive, st);
  TRY(name_entry(archive, entry, err));
  bool wanted = is_wanted(archive, entry);
  archive->taken += wanted;
  TRY(check_size(archive, entry, wanted, err));
  st = wanted ? take_entry(archive, out, err) : ACTANT_OK;
  return archive->unpacked > archive->options->max_total ? give_up(archive, st) : st;
}

static actant_status next_member(act_archive *archive, act_member *out, actant_error *err)
{
  while (archive->depth) {
    TRY(top(archive)->warc ? next_record(archive, out, err) : next_entry(archive, out, err));
    if (out->name)
      return ACTANT_OK;
  }
  if (archive->taken++)
    return ACTANT_OK;
  return act_fail(err,
                  ACTANT_EMPTY,
                  stage,
                  "no articles in this archive; expected files ending in .txt, .html, .jsonl, "
                  ".conllu, .rss or .atom");
}

actant_status act_archive_next(act_archive *archive, act_member *out, actant_error *err)
{
  *out = (act_member){ .name = NULL };
  locale_t before = archive->utf8 ? uselocale(archive->utf8) : (locale_t)0;
  actant_status st = next_member(archive, out, err);
  if (before)
    uselocale(before);
  return st;
}

#else

actant_status act_archive_open(const char *bytes,
                               size_t size,
                               const actant_read_options *options,
                               act_archive **out,
                               actant_error *err)
{
  (void)bytes;
  (void)size;
  (void)options;
  (void)out;
  return act_fail(err,
                  ACTANT_UNSUPPORTED,
                  stage,
                  "this is an archive or a compressed file; reading those was left out of this "
                  "build; it needs the option ACTANT_ARCHIVE");
}

actant_status act_archive_next(act_archive *archive, act_member *out, actant_error *err)
{
  (void)archive;
  (void)err;
  *out = (act_member){ .name = NULL };
  return ACTANT_OK;
}

void act_archive_free(act_archive *archive)
{
  (void)archive;
}
#endif
