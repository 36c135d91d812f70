/* SPDX-License-Identifier: MIT */
/** @file read_help.h  Reading bytes in tests. */
#ifndef READ_HELP_H
#define READ_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/document.h"

#include <stdio.h>
#include <string.h>

/** A whole file; free it. */
char *read_file(const char *path, size_t *size);
/** The only document of some bytes, with default options where `options` is NULL; fails the test
 * when it cannot be read. */
actant_document *read_one(const char *bytes, size_t size, const actant_read_options *options);
actant_document *read_string(const char *string);
/** The status of reading all documents of some bytes; the first failure's error in *err.  Checks
 * each document's invariants. */
actant_status read_all(const char *bytes,
                       size_t size,
                       const actant_read_options *options,
                       size_t *count,
                       actant_error *err);
/** Fail the test unless the invariants of document.h hold. */
void check_document(const actant_document *document);
/** Fail unless block `index` is of a kind and has a text. */
void check_block(const actant_document *document,
                 size_t index,
                 act_block_kind kind,
                 const char *text);

#endif
