/* SPDX-License-Identifier: MIT */
/* Bytes taken for conllu, through the whole library. */
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_documents(data, size, "conllu");
  return 0;
}
