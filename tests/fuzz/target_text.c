/* SPDX-License-Identifier: MIT */
/* Bytes taken for text, through the whole library. */
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_documents(data, size, "text");
  return 0;
}
