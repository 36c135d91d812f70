/* SPDX-License-Identifier: MIT */
/*
  Runs a fuzz target over its corpus without a fuzzer: every file as it stands, cut short, and
  changed by a generator of fixed seed, so that a failure can be repeated.  What fails is named on
  standard error before it runs, for a crash leaves no time after.

    replay ROUNDS FILE...
*/
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t next_random(uint64_t *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

static uint8_t *load(const char *path, size_t *size)
{
  FILE *file = fopen(path, "rb");
  fuzz_require(file != NULL, "a file of the corpus can be opened");
  uint8_t *bytes = malloc(1 << 20);
  fuzz_require(bytes != NULL, "the test has memory");
  *size = fread(bytes, 1, 1 << 20, file);
  fuzz_require(fclose(file) == 0, "a file of the corpus can be read");
  return bytes;
}

/* A copy of exactly its size, so that the sanitizer sees one byte read too many. */
static void run(const uint8_t *bytes, size_t size)
{
  uint8_t *exact = malloc(size ? size : 1);
  fuzz_require(exact != NULL, "the test has memory");
  if (size)
    memcpy(exact, bytes, size);
  (void)LLVMFuzzerTestOneInput(exact, size);
  free(exact);
}

/* Some bytes set to marks that formats care about or to anything, and some pieces moved. */
static void change(uint8_t *bytes, size_t size, uint64_t *random)
{
  static const char marks[] = "<>&\"'/=!-\n\t {}[]()#;:.,_|\\\x00\x7F\x80\xC2\xE2\xF0\xFF";
  for (uint64_t n = 1 + next_random(random) % 8; n > 0; n--) {
    size_t at = next_random(random) % size, from = next_random(random) % size;
    size_t length = next_random(random) % 40, room = size - (at > from ? at : from);
    if (next_random(random) % 3)
      bytes[at] = (uint8_t)marks[next_random(random) % (sizeof marks - 1)];
    else
      memmove(bytes + at, bytes + from, length < room ? length : room);
  }
}

static void replay(const char *path, unsigned rounds)
{
  size_t size;
  uint8_t *bytes = load(path, &size), *copy = malloc(size ? size : 1);
  fuzz_require(copy != NULL, "the test has memory");
  fprintf(stderr, "%s: %zu bytes\n", path, size);
  run(bytes, size);
  uint64_t random = 88172645463325252u + size;
  for (unsigned i = 0; size && i < rounds; i++) {
    memcpy(copy, bytes, size);
    change(copy, size, &random);
    run(copy, i % 3 ? size : next_random(&random) % size);
  }
  free(copy);
  free(bytes);
}

int main(int argc, char **argv)
{
  if (argc < 3) {
    fprintf(stderr, "usage: replay ROUNDS FILE...\n");
    return 2;
  }
  for (int i = 2; i < argc; i++)
    replay(argv[i], (unsigned)strtoul(argv[1], NULL, 10));
  return 0;
}
