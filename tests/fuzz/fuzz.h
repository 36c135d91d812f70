/* SPDX-License-Identifier: MIT */
/** @file fuzz.h  What the fuzz targets share.  Each target is one function, of libFuzzer's name. */
#ifndef ACT_TESTS_FUZZ_H
#define ACT_TESTS_FUZZ_H

#include <actant/actant.h>

/** Try one input; 0 always.  A broken promise aborts. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** Abort, saying what was promised, unless it holds. */
void fuzz_require(bool holds, const char *promise);

/** The embedded model, opened once. */
const actant_model *fuzz_model(void);

/** Read the bytes as a format (NULL: told by content), run every document through the whole
 * library, and check what it promises of spans and output. */
void fuzz_documents(const uint8_t *data, size_t size, const char *format);

/** A sink that keeps the bytes (`fuzz_bytes`). */
typedef struct fuzz_bytes {
  char *data;
  size_t count, room;
} fuzz_bytes;

actant_sink fuzz_sink(fuzz_bytes *bytes);

#endif
