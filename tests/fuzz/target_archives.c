/* SPDX-License-Identifier: MIT */
/* Bytes told by their content, which the corpus makes archives, through the whole library. */
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_documents(data, size, NULL);
  return 0;
}
