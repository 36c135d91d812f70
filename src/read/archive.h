/* SPDX-License-Identifier: MIT */
/** @file archive.h  Files inside zip, tar and WARC archives and compressed files, one after
 * another.
 */
#ifndef ACT_READ_ARCHIVE_H
#define ACT_READ_ARCHIVE_H

#include "read/read.h"

typedef struct act_archive act_archive;

/** One file of an archive; all is borrowed until the next is asked for. */
typedef struct act_member {
  const char *name; /* "a.zip!b.txt"; clean UTF-8 */
  const char *bytes;
  size_t size;
  const char *url;      /* of a page that a WARC has; NULL: unknown */
  const char *encoding; /* that its HTTP header declared; NULL: none */
} act_member;

/** Whether bytes begin as an archive or a compressed file does. */
bool act_looks_like_archive(const char *bytes, size_t size);

/** Begin to read an archive, whose bytes must live until act_archive_free, within the limits of the
 * options.  ACTANT_UNSUPPORTED when archives were left out of this build. */
actant_status act_archive_open(const char *bytes,
                               size_t size,
                               const actant_read_options *options,
                               act_archive **out,
                               actant_error *err) ACTANT_MUST_CHECK;
/**
   Read the next file that looks like an article by its name; out->name is NULL behind the last.
   Archives in archives are entered.

   Errors: ACTANT_FORMAT for what is damaged or encrypted, ACTANT_LIMIT for a file over max_bytes,
   for more than max_total or max_entries, and for archives nested deeper than max_nesting.  An
   error of one file lets the next call go on behind it; one of the whole ends it.
*/
actant_status act_archive_next(act_archive *archive,
                               act_member *out,
                               actant_error *err) ACTANT_MUST_CHECK;
void act_archive_free(act_archive *archive);

#endif
